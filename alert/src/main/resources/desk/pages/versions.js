// What a watch was before, and the language it is written in.

import { shown } from "../diff.js";
import { html, nothing } from "../html.js";
import { severity, when } from "../parts.js";
import { may } from "../who.js";
import { plain } from "../words.js";

export function versions(list, bringBack) {
  if (!list.length) {
    return nothing;
  }
  return html`<section><h2>Versions</h2><ol class="rows">${list.map((version, i) => html`<li>
    <p class="over"><b>Version ${version.version}</b>${severity(version.severity)}
      ${version.author ? html`<bdi>${plain(version.author)}</bdi>` : nothing}${when(version.updated)}
      ${i > 0 && may("editor") ? html`<button type="button" class="plain no-print" @click=${() => bringBack(version)}>Bring back<span class="hidden"> version ${version.version}</span></button>` : nothing}</p>
    <code class="query" dir="ltr">${i + 1 < list.length ? shown(list[i + 1].query, version.query) : plain(version.query)}</code>
    ${version.note ? html`<p class="quiet"><bdi>${plain(version.note)}</bdi></p>` : nothing}</li>`)}</ol></section>`;
}

const ROWS = [
  ["port closure", "both words, in any form: ports, closures"],
  ["\"state of emergency\"", "a phrase"],
  ["\"port closure\"~8", "close to each other, at most eight words between"],
  ["ship NEAR/8 \"port authority\"", "the one at most eight words before or after the other"],
  ["=ports", "this form only"],
  ["harbo*  organi?ation", "words that begin so, from three letters; any one letter"],
  ["storm OR flood  NOT drill  ( )", "alternatives, exclusion, groups"],
  ["speaker:  actor:", "who speaks; who is named in the article"],
  ["country:NO  about:NO", "named anywhere; what the article is about"],
  ["source:  publisherCountry:NO", "the outlet; where its address belongs"],
  ["language:en  kind:direct", "language; direct, mixed or indirect"],
  ["outlets:>=3", "rings once so many outlets carry it"],
];

/** All of it at a glance; folded where there is something else to look at. */
export function language(open) {
  const rows = html`<dl class="facts cheat">${ROWS.map(([a, b]) => html`<div><dt><code>${a}</code></dt><dd>${b}</dd></div>`)}</dl>`;
  return open
    ? html`<h2>The language of watches</h2><p class="quiet">What the watch would have rung for takes this place as you write.</p>${rows}`
    : html`<details class="no-print"><summary>The language of watches</summary>${rows}</details>`;
}
