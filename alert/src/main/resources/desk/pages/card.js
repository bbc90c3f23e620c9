// One alert in the list.

import { html, nothing } from "../html.js";
import { countries, direction, language, link, said, SEVERITY, severity, speaker, when } from "../parts.js";
import { address } from "../router.js";
import { may } from "../who.js";
import { plain, plural } from "../words.js";
import { VERDICTS } from "../triage.js";

export const HELD = {
  "cool-down": "held back: the watch is cooling down",
  "budget-hour": "held back: the hour’s budget is used up",
  "budget-day": "held back: the day’s budget is used up",
  quiet: "held back: quiet hours",
  snooze: "held back: the watch is snoozed",
};

export function outletsSince(alert) {
  const more = alert.sightings - 1;
  return more === 0 ? "first sighting" : `+${plural(more, "sighting")} since`;
}

export function card(alert, { selected, rung, grew, acts }) {
  const { sighting, watch } = alert;
  const state = alert.state?.state || "open";
  return html`
    <li class="alert ${rung ? "rung" : ""}" id="alert-${alert.id}" data-alert=${alert.id} data-severity=${watch.severity} data-state=${state}
      tabindex="-1" aria-current=${selected ? "true" : nothing} @focus=${acts.select} @dblclick=${acts.open}
      aria-label="${SEVERITY[watch.severity]}: ${plain(watch.name)}, ${plain(sighting.statement.speaker?.name || "speaker not known")}${state === "open" ? "" : `, ${state}`}">
      <p class="over">${severity(watch.severity)}<a class="watch-name" href=${address("watches", watch.id)}><bdi>${plain(watch.name)}</bdi></a>
        ${alert.held ? html`<span class="held">${HELD[alert.held] || `held back: ${alert.held}`}</span>` : nothing}
        <a class="rung-at" href=${address("alerts", alert.id)}>${when(alert.rung)}<span class="hidden">, open the alert</span></a></p>
      <p class="speaker" dir=${direction(sighting)}>${speaker(sighting)}</p>
      ${state === "dismissed" ? nothing : said(sighting, alert.why)}
      ${state === "dismissed" ? nothing : parts(alert)}
      <div class="foot"><p class="under"><span class="outlet">${link(sighting.article.url, sighting.article.name)}</span>
        ${countries(sighting.countries, 3)}
        <span class="since ${grew ? "grew" : ""}">${outletsSince(alert)}</span>
        ${(alert.followUps || []).map((f) => html`<span class="follow-up">${f.kind} at ${when(f.time)}</span>`)}</p>
        ${may("editor") ? buttons(state, acts) : nothing}</div>
      ${stateLine(alert.state)}
    </li>`;
}

const MOST_PARTS = 2;

/** What else the alert tells: other statements of the story, or those that were held back before. */
function parts({ id, parts: list, grouped, digest }) {
  if (!list?.length) {
    return nothing;
  }
  const rest = (grouped ?? list.length) - MOST_PARTS;
  return html`<ul class="parts" aria-label=${digest ? "Held back before" : "Also in this story"}>${list.slice(0, MOST_PARTS).map(({ sighting }) => html`
    <li dir=${direction(sighting)} lang=${language(sighting)}><b><bdi>${plain(sighting.statement.speaker?.name || "Speaker not known")}</bdi></b> <bdi>${plain(sighting.statement.text)}</bdi></li>`)}
    ${rest > 0 ? html`<li><a href=${address("alerts", id)}>and ${plural(rest, "more statement")}</a></li>` : nothing}</ul>`;
}

export function stateLine(state) {
  if (!state || (state.state === "open" && !state.assignee && !state.note)) {
    return nothing;
  }
  return html`<p class="state">
    ${state.state === "open" ? nothing : html`<b>${state.state === "acknowledged" ? "Acknowledged" : "Dismissed"}</b>`}
    ${state.verdict ? html`<span>${VERDICTS[state.verdict] || state.verdict}</span>` : nothing}
    ${state.assignee ? html`<span>for <bdi>${plain(state.assignee)}</bdi></span>` : nothing}
    <span class="quiet">${state.by ? html`<bdi>${plain(state.by)}</bdi>, ` : nothing}${when(state.updated)}</span>
    ${state.note ? html`<span class="note"><bdi>${plain(state.note)}</bdi></span>` : nothing}</p>`;
}

function buttons(state, acts) {
  return html`<p class="buttons">
    <button type="button" class="plain" @click=${acts.acknowledge} aria-keyshortcuts="a">${state === "open" ? "Acknowledge" : "Open again"}</button>
    ${state === "dismissed" ? nothing : html`<button type="button" class="plain" @click=${acts.dismiss} aria-keyshortcuts="d">Dismiss</button>`}
    <button type="button" class="plain" @click=${acts.assign} aria-keyshortcuts="m">Assign</button>
    <button type="button" class="plain" @click=${acts.note} aria-keyshortcuts="n">Note</button>
  </p>`;
}
