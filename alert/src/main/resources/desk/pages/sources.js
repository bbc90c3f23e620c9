// The sources: which bring news as they use to, and why the others do not.

import * as api from "../api.js";
import { html, nothing } from "../html.js";
import { Page } from "../page.js";
import { heading, nothingHere, text, when } from "../parts.js";
import { address } from "../router.js";
import { number, plain, plural, span } from "../words.js";

const STATES = { dead: "Dead", failing: "Failing", late: "Late", unknown: "Not known", ok: "Well" };
const RANK = Object.keys(STATES);

export function open(root) {
  const page = new Page(root);
  return { ready: page.load(api.sources(), template), close: () => page.close() };
}

const state = (source) => source.health?.state || "unknown";

function template(sources) {
  if (sources.length === 0) {
    return html`${heading("Sources")}${nothingHere("No source yet.", "The first article that comes in names its source.")}`;
  }
  const sorted = [...sources].sort((a, b) => RANK.indexOf(state(a)) - RANK.indexOf(state(b)) || b.articles - a.articles);
  const ill = sorted.filter((s) => ["dead", "failing", "late"].includes(state(s))).length;
  return html`
    ${heading("Sources", html`<span class="quiet">${plural(sources.length, "source")}, ${ill ? `${number(ill)} in trouble` : "none in trouble"}</span>`)}
    <table class="stack"><thead><tr><th scope="col">Source</th><th scope="col">Health</th><th scope="col">Last article</th><th scope="col">Rhythm</th>
      <th scope="col" class="number">Today</th><th scope="col" class="number">Usual</th><th scope="col" class="number">Articles</th><th scope="col" class="number">Statements</th></tr></thead>
    <tbody>${sorted.map(row)}</tbody></table>`;
}

function row(source) {
  const { health } = source;
  const last = health?.last || source.latest;
  return html`<tr>
    <td><a href=${address("statements", null, new URLSearchParams({ source: source.source }))}>${text(source.source)}</a></td>
    <td data-name="Health"><span><span class="health" data-state=${state(source)}>${STATES[state(source)] || state(source)}</span>
      ${health?.reason ? html`<br><span class="quiet small">${plain(health.reason)}</span>` : nothing}</span></td>
    <td data-name="Last article">${last ? when(last) : "–"}</td>
    <td data-name="Rhythm" ?data-none=${!health?.rhythm}>${health?.rhythm ? html`every ${span(health.rhythm)}` : "–"}</td>
    <td data-name="Today" class="number" ?data-none=${typeof health?.rate?.day !== "number"}>${rate(health?.rate?.day)}</td><td data-name="Usual" class="number" ?data-none=${typeof health?.rate?.usual !== "number"}>${rate(health?.rate?.usual)}</td>
    <td data-name="Articles" class="number">${number(source.articles)}</td><td data-name="Statements" class="number">${number(source.statements)}</td></tr>`;
}

const rate = (value) => (typeof value === "number" ? number(Math.round(value * 10) / 10) : "–");
