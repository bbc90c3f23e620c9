// The watches: how often each rings, how often it was right, how much of its budget is used.

import * as api from "../api.js";
import { meter, sparkline } from "../charts.js";
import { html, nothing } from "../html.js";
import { orElse, Page } from "../page.js";
import { heading, nothingHere, severity } from "../parts.js";
import { address } from "../router.js";
import { may } from "../who.js";
import { number, percent, plain, plural, shortTime } from "../words.js";
import { chooseFile } from "./import.js";

const DAYS = 30;
const MOST_CALM = 40;

export function open(root) {
  const page = new Page(root);
  return { ready: load(page), close: () => page.close() };
}

async function load(page) {
  const again = () => load(page);
  const all = Promise.all([api.watches(), orElse(api.watchFigures(DAYS), [])]);
  const loaded = await page.load(all, ([watches, figures]) => template(watches, figures, new Map(), again));
  if (loaded) {
    const [watches, figures] = loaded;
    page.draw(template(watches, figures, await budgets(watches), again));
  }
}

const hasBudget = (watch) => watch.calm && (watch.calm.perHour || watch.calm.perDay);

async function budgets(watches) {
  const some = watches.filter(hasBudget).slice(0, MOST_CALM);
  const calm = await Promise.all(some.map((watch) => orElse(api.watchCalm(watch.id), null)));
  return new Map(some.map((watch, i) => [watch.id, calm[i]]));
}

function template(watches, figures, calm, again) {
  const byId = new Map(figures.map((f) => [f.id, f]));
  return html`
    ${heading("Watches", html`<p class="acts no-print"><a class="button" href=${api.watchesFile} download="watches.yaml">Export</a>
      ${may("editor") ? html`<button type="button" @click=${() => chooseFile(again)}>Import</button>
      <a class="button main" href=${address("watches", "new")}>New watch</a>` : nothing}</p>`)}
    ${watches.length === 0 ? nothingHere("No watch yet.", "A watch rings once for each new statement that matches it.") : html`
    <table class="stack"><thead><tr><th scope="col">Watch</th><th scope="col">Severity</th><th scope="col">Last ${DAYS} days</th>
      <th scope="col" class="number">Rang</th><th scope="col" class="number">Held back</th><th scope="col" class="number">Precision</th><th scope="col">Budget</th></tr></thead>
    <tbody>${watches.map((watch) => row(watch, byId.get(watch.id), calm.get(watch.id)))}</tbody></table>
    <p class="quiet small">Precision is the share of triaged alerts that nobody dismissed with a verdict.</p>`}`;
}

function row(watch, figures, calm) {
  const days = (figures?.days || []).map((d) => ({ day: d.day, count: d.rang, held: d.held }));
  const sum = (name) => (figures?.days || []).reduce((all, d) => all + d[name], 0);
  const snoozed = watch.snoozedUntil && Date.parse(watch.snoozedUntil) > Date.now();
  return html`<tr class=${watch.enabled ? "" : "off"}>
    <td><a href=${address("watches", watch.id)}><bdi>${plain(watch.name)}</bdi></a>
      ${watch.enabled ? nothing : html`<span class="quiet">off</span>`}${snoozed ? html`<span class="held">snoozed until ${shortTime(watch.snoozedUntil)}</span>` : nothing}
      <code class="query" dir="ltr">${plain(watch.query)}</code></td>
    <td data-name="Severity">${severity(watch.severity)}</td>
    <td data-name="By day">${days.length ? sparkline(days, `${plural(sum("rang"), "alert")} in ${days.length} days`) : nothing}</td>
    <td data-name="Rang" class="number">${figures ? html`<a href=${address("alerts", null, new URLSearchParams({ watch: watch.id }))}>${number(sum("rang"))}<span class="hidden"> alerts of ${plain(watch.name)}</span></a>` : "–"}</td>
    <td data-name="Held back" class="number" ?data-none=${!sum("held")}>${figures ? number(sum("held")) : "–"}</td>
    <td data-name="Precision" class="number" ?data-none=${typeof figures?.precision !== "number"}>${typeof figures?.precision === "number" ? percent(figures.precision) : "–"}</td>
    <td data-name="Budget" ?data-none=${!hasBudget(watch)}>${calm ? budget(calm) : html`<span class="quiet">${hasBudget(watch) ? "…" : "none"}</span>`}</td></tr>`;
}

export function budget(calm) {
  return ["hour", "day"].filter((span) => calm[span]?.budget).map((span) => {
    const { rang, budget: most } = calm[span];
    const words = `${number(rang)} of ${number(most)} this ${span}`;
    return html`<span class="budget small">${words}${meter(rang, most, words)}</span>`;
  });
}
