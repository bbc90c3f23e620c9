// The watches: what is in force, and an editor that tries a query while it is written.

import * as api from "./api.js";
import { el, marked, plural } from "./words.js";

const DAYS = 7;
const WAIT = 350;

export function watchList(watches, close, edit) {
  return el("section", {},
    el("div", { class: "side-head" },
      el("h2", { tabindex: "-1" }, "Watches"),
      el("button", { type: "button", class: "plain", onclick: close }, "Close")),
    el("p", { class: "quiet" }, watches.length
      ? "A watch rings once for each new statement that matches it."
      : "No watch is in force, so nothing can ring. Write the first one."),
    el("p", {}, el("button", { type: "button", class: "main", onclick: () => edit(null) }, "New watch")),
    el("ul", {}, ...watches.map((watch) => row(watch, edit))));
}

function row(watch, edit) {
  return el("li", { class: watch.enabled ? "watch" : "watch off" },
    el("div", { class: "line" },
      el("span", { class: "name", dir: "auto" }, watch.name),
      el("span", { class: "quiet" },
        el("span", { class: "severity-word", "data-severity": watch.severity }, watch.severity),
        watch.enabled ? "" : " · off", ` · version ${watch.version}`),
      el("button", { type: "button", class: "plain", "aria-label": `Edit ${watch.name}`, onclick: () => edit(watch) }, "Edit")),
    el("code", { class: "query", dir: "auto" }, watch.query));
}

export function watchEditor(watch, done) {
  const fields = {
    id: el("input", { value: watch ? watch.id : "", required: true, pattern: "[a-z0-9][a-z0-9\\-]{0,63}", readonly: Boolean(watch), placeholder: "port-closures", autocomplete: "off" }),
    name: el("input", { value: watch ? watch.name : "", maxlength: 200, placeholder: "Port closures", autocomplete: "off" }),
    query: el("textarea", { class: "query", rows: 5, required: true, maxlength: 2000, spellcheck: "false", dir: "auto", placeholder: "(port OR harbour) AND clos* AND country:NO" }),
    severity: el("select", {}, ...["low", "medium", "high"].map((s) => el("option", { value: s, selected: s === (watch ? watch.severity : "medium") }, s))),
    note: el("input", { value: watch && watch.note ? watch.note : "", maxlength: 2000, autocomplete: "off" }),
    enabled: el("input", { type: "checkbox", checked: watch ? watch.enabled : true }),
  };
  fields.query.value = watch ? watch.query : "";
  const verdict = el("div", { class: "verdict", role: "status" }, el("span", { class: "quiet" }, "Write a query to see what it would have rung for."));
  const save = el("button", { class: "main" }, "Save");
  fields.query.addEventListener("input", trier(fields.query, verdict, save));
  if (watch) {
    fields.query.dispatchEvent(new Event("input"));
  }
  return el("section", {},
    el("div", { class: "side-head" },
      el("h2", { tabindex: "-1" }, watch ? "Edit watch" : "New watch"),
      el("button", { type: "button", class: "plain", onclick: () => done(false) }, "Back")),
    el("form", { class: "editor", onsubmit: (event) => submit(event, fields, verdict, done) },
      el("label", {}, "Query", fields.query),
      verdict,
      el("div", { class: "pair" }, el("label", {}, "Name", fields.name), el("label", {}, "Id", fields.id)),
      el("div", { class: "pair" }, el("label", {}, "Severity", fields.severity), el("label", {}, "Note", fields.note)),
      el("label", { class: "tick" }, fields.enabled, "In force"),
      el("div", { class: "acts" },
        save,
        watch ? el("button", { type: "button", class: "plain push", onclick: (e) => remove(e.target, watch, verdict, done) }, "Remove") : null)),
    language());
}

function language() {
  const rows = [
    ["port closure", "both words, in any form: ports, closures"],
    ["\"state of emergency\"", "a phrase"],
    ["\"port closure\"~8  ship NEAR/8 port", "close to each other, at most eight words between"],
    ["=ports", "this form only"],
    ["harbo*  organi?ation", "words that begin so, from three letters; any one letter"],
    ["storm OR flood, NOT drill, ( )", "alternatives, exclusion, groups"],
    ["speaker:  actor:", "who speaks; who is named in the article"],
    ["country:NO  about:NO", "named anywhere; what the article is about"],
    ["source:  publisherCountry:NO", "the outlet; where its address belongs"],
    ["language:en  kind:direct", "language; direct, mixed or indirect"],
    ["outlets:>=3", "rings once so many outlets carry it"],
  ];
  return el("div", {}, el("h3", {}, "The language"),
    el("dl", { class: "facts" }, ...rows.flatMap(([a, b]) => [el("dt", {}, el("code", {}, a)), el("dd", {}, b)])));
}

function trier(query, verdict, save) {
  let timer;
  let running = new AbortController();
  return () => {
    clearTimeout(timer);
    running.abort();
    timer = setTimeout(async () => {
      if (!query.value.trim()) {
        return;
      }
      running = new AbortController();
      try {
        show(await api.tryWatch(query.value, DAYS, running.signal), verdict);
        save.disabled = false;
      } catch (fault) {
        if (fault.name !== "AbortError") {
          showFault(fault, query.value, verdict);
          save.disabled = fault.status === 400;
        }
      }
    }, WAIT);
  };
}

function show(result, verdict) {
  verdict.className = "verdict";
  verdict.replaceChildren(
    el("strong", {}, plural(result.count, "alert", "alerts")),
    ` among ${plural(result.statements, "new statement", "new statements")} of the last ${DAYS} days, about ${result.alertsPerDay} a day.`,
    ...result.hits.slice(0, 3).map((hit) => sample(hit.sighting, hit.why, null)),
    ...result.nearMisses.slice(0, 2).map((miss) => sample(miss.sighting, [], `Just missed: ${miss.missing}`)));
}

function sample(sighting, why, note) {
  const speaker = sighting.statement.speaker;
  return el("p", { class: "sample", dir: "auto" },
    ...marked(sighting.statement.text, why),
    el("span", { class: "quiet" }, `${speaker ? speaker.name : "Speaker not known"} · ${sighting.article.name}${note ? ` · ${note}` : ""}`));
}

function showFault(fault, query, verdict) {
  verdict.className = "verdict bad";
  const at = fault.position;
  const end = at + Math.max(1, (query.slice(at).match(/^\S+/) || [" "])[0].length);
  verdict.replaceChildren(
    sentence(fault.message),
    fault.suggestion ? ` Perhaps: ${fault.suggestion}` : "",
    Number.isInteger(at)
      ? el("code", { class: "where", dir: "auto" }, query.slice(0, at), el("mark", {}, query.slice(at, end) || "▁"), query.slice(end))
      : "");
}

function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? "" : ".");
}

async function submit(event, fields, verdict, done) {
  event.preventDefault();
  try {
    await api.putWatch(fields.id.value, {
      name: fields.name.value,
      query: fields.query.value,
      severity: fields.severity.value,
      note: fields.note.value || null,
      enabled: fields.enabled.checked,
    });
    done(true);
  } catch (fault) {
    showFault(fault, fields.query.value, verdict);
  }
}

async function remove(button, watch, verdict, done) {
  if (button.dataset.sure !== "yes") {
    button.dataset.sure = "yes";
    button.textContent = "Remove for good?";
    return;
  }
  try {
    await api.removeWatch(watch.id);
    done(true);
  } catch (fault) {
    showFault(fault, watch.query, verdict);
  }
}
