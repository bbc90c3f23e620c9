// Everything about one alert: why it rang, where it was seen since, and the article's way.

import * as api from "./api.js";
import { countryName, el, link, plural, speakerLine, statement, time } from "./words.js";

export function detail(alert, close) {
  const { sighting, watch } = alert;
  const title = sighting.article.title || sighting.article.name;
  const trace = el("div", {});
  return el("article", {},
    el("div", { class: "side-head" },
      el("h2", { dir: "auto", tabindex: "-1" }, title),
      el("button", { type: "button", class: "plain", onclick: close }, "Close")),
    el("p", { class: "quiet" }, link(sighting.article.url, sighting.article.name), " · ", time(sighting.article.time)),
    speakerLine(sighting),
    statement(sighting, alert.why),
    el("h3", {}, "Why it rang"),
    why(alert),
    el("h3", {}, "About the statement"),
    facts(alert),
    el("h3", {}, `Seen since (${alert.sightings - 1})`),
    later(alert),
    el("h3", {}, "The article’s way"),
    el("p", {}, el("button", { type: "button", onclick: (e) => showTrace(e.target, sighting.article.id, trace) }, "Show the trace")),
    trace,
    el("p", { class: "quiet" }, `Alert ${alert.id} · watch ${watch.id}, version ${watch.version}`));
}

function why(alert) {
  return el("ul", { class: "rows" },
    ...alert.why.map((reason) => el("li", {},
      el("mark", { dir: "auto" }, reason.matched),
      el("span", { class: "quiet" }, ` in ${reason.field}, by the clause `),
      el("code", { dir: "auto" }, reason.clause))));
}

function facts(alert) {
  const { statement: said, countries, actors, article } = alert.sighting;
  const rows = [
    ["Watch", alert.watch.name],
    ["Kind", said.kind],
    ["Speaker", said.speaker ? [said.speaker.name, ...(said.speaker.path || [])].filter((v, i, a) => a.indexOf(v) === i).join(" ← ") : "not known"],
    ["Written as", said.speaker ? said.speaker.surface : null],
    ["Countries", countries.map((c) => `${countryName(c.code)} (${c.code}, ${c.role})`).join(", ")],
    ["Actors", actors.map((a) => a.name).join(", ")],
    ["Language", article.language],
    ["Story", article.story],
    ["Found by", said.rule],
  ];
  return el("dl", { class: "facts" },
    ...rows.filter(([, value]) => value).flatMap(([name, value]) => [el("dt", {}, name), el("dd", { dir: "auto" }, value)]));
}

function later(alert) {
  if (alert.later.length === 0) {
    return el("p", { class: "quiet" }, "Nowhere yet. Later sightings appear here; they do not ring.");
  }
  const rest = alert.sightings - 1 - alert.later.length;
  return el("ul", { class: "rows" },
    ...alert.later.map((seen) => el("li", {}, link(seen.url, seen.source), " ", time(seen.time))),
    rest > 0 ? el("li", { class: "quiet" }, `and ${plural(rest, "more", "more")}`) : null);
}

async function showTrace(button, id, into) {
  button.disabled = true;
  try {
    const trace = await api.trace(id);
    into.replaceChildren(
      el("ul", { class: "rows" },
        ...trace.received.map((p) => el("li", {}, `received as record ${p.offset} of partition ${p.partition}`)),
        ...trace.outcomes.map((o) => el("li", {}, `${o.stage}: ${o.result}`, o.reason ? el("span", { class: "quiet" }, ` ${o.reason}`) : null)),
        trace.story ? el("li", {}, `story ${trace.story.id}: ${trace.story.relation}${trace.story.of ? ` of ${trace.story.of}` : ""}`) : null,
        ...trace.statements.map((s) => el("li", { dir: "auto" }, s.text, el("span", { class: "quiet" }, ` ${s.speaker || "speaker not known"}, ${s.novelty}`))),
        ...trace.alerts.map((a) => el("li", {}, `${a.first ? "rang" : "was seen again by"} ${a.watch}`)),
        ...trace.deadLetters.map((d) => el("li", {}, `dead letter at ${d.stage}, ${d.step}: ${d.message}`))));
  } catch (fault) {
    into.replaceChildren(el("p", { class: "quiet" }, fault.message));
    button.disabled = false;
  }
}
