// The countries: a map by new statements, and the same as a table.

import * as api from "../api.js";
import { html, nothing } from "../html.js";
import { Page } from "../page.js";
import { country, heading, nothingHere } from "../parts.js";
import { address } from "../router.js";
import { countryName, number, plural } from "../words.js";
import { map } from "./map.js";

const SPANS = [[1, "Day"], [7, "Week"], [30, "Month"]];

export function open(root, route) {
  const page = new Page(root);
  const days = Number(route.parameters.get("days")) || 30;
  const all = Promise.all([api.countries(days), api.world()]);
  return { ready: page.load(all, ([countries, world]) => template(countries, world, days)), close: () => page.close() };
}

function template(countries, world, days) {
  const sorted = countries.filter((c) => c.statements > 0).sort((a, b) => b.statements - a.statements);
  return html`
    ${heading("Countries", html`<nav class="tabs" aria-label="Time">${SPANS.map(([count, words]) => html`
      <a href=${address("countries", null, new URLSearchParams({ days: count }))} aria-current=${count === days ? "true" : nothing}>${words}</a>`)}</nav>`)}
    ${sorted.length === 0 ? nothingHere("Nothing yet.", `No new statement about any country in ${plural(days, "day")}.`) : html`
    ${map(world, new Map(sorted.map((c) => [c.code, c.statements])), (code, count) => `${countryName(code)}: ${plural(count, "new statement")}`)}
    <table class="narrow"><thead><tr><th scope="col">Country</th><th scope="col" class="number">New statements</th><th scope="col" class="number">In articles about it</th></tr></thead>
      <tbody>${sorted.map((c) => html`<tr><td>${country(c.code)}</td><td class="number">${number(c.statements)}</td><td class="number">${number(c.about)}</td></tr>`)}</tbody></table>`}`;
}
