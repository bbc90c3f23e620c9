// Who carried a statement on, what its speaker said before, and the story it stands in.

import { timeLine } from "../charts.js";
import { shown } from "../diff.js";
import { html, nothing } from "../html.js";
import { link, statementRow, text, when, language } from "../parts.js";
import { percent, plain, plural } from "../words.js";

const RELATION = { first: "first", same: "word for word", cut: "cut", extended: "extended", changed: "changed" };

/** Falls back to the alert's own list of later sightings where the server has no lineage. */
export function lineage(alert, sightings) {
  const all = sightings?.length ? sightings : [
    { ...alert.sighting.article, source: alert.sighting.article.name, relation: "first", text: alert.sighting.statement.text },
    ...alert.later.map((later) => ({ ...later, relation: null }))];
  const first = all[0].text;
  const rest = alert.sightings - all.length;
  return html`<section><h2>Carried by</h2>
    ${all.length === 1 ? html`<p class="quiet">Nobody else yet. Later sightings appear here; they do not ring.</p>` : html`
      ${timeLine(all.map((s) => ({ time: s.time, name: s.source, kind: s.relation })))}
      <ol class="rows lineage">${all.map((s) => html`<li data-relation=${s.relation ?? nothing}>
        <p class="over"><b>${link(s.url, s.source)}</b>${s.relation ? html`<span class="relation">${RELATION[s.relation] || s.relation}</span>` : nothing}${when(s.time)}</p>
        ${s.relation && s.relation !== "first" && s.relation !== "same" ? html`<p class="words small" dir="auto" lang=${language(alert.sighting)}>${shown(first, s.text)}</p>` : nothing}
      </li>`)}</ol>
      ${rest > 0 ? html`<p class="quiet">and ${plural(rest, "more sighting")}</p>` : nothing}`}
  </section>`;
}

/** Earlier statements of the same speaker that this one changes or resembles. */
export function earlier(list, sighting) {
  if (!list?.length) {
    return nothing;
  }
  return html`<section><h2>Said before by the same speaker</h2><ul class="rows">${list.map((one) => html`<li>
    <p class="over">${link(one.sighting.article.url, one.sighting.article.name)}${when(one.sighting.article.time)}
      ${one.changed.map(({ from, to }) => html`<span><del>${plain(from)}</del> → <ins>${plain(to)}</ins></span>`)}</p>
    <p class="words small" dir="auto" lang=${language(one.sighting)}>${one.changed.length ? shown(one.sighting.statement.text, sighting.statement.text) : plain(one.sighting.statement.text)}</p>
  </li>`)}</ul></section>`;
}

/** The story's articles and why they were joined. */
export function story(value) {
  if (!value?.articles?.length) {
    return nothing;
  }
  return html`<section><h2>The story</h2>
    <div class="wide"><table class="stack"><thead><tr><th scope="col">Article</th><th scope="col">Source</th><th scope="col">Time</th><th scope="col">Joined as</th><th scope="col">Alike</th></tr></thead>
    <tbody>${value.articles.map((a) => html`<tr><td>${link(a.url, a.title || a.url || a.id)}</td><td data-name="Source">${text(a.source)}</td><td data-name="Time">${when(a.time)}</td>
      <td data-name="Joined as"><span>${a.relation}${a.reason ? html`<br><span class="quiet small">${plain(a.reason)}</span>` : nothing}</span></td><td data-name="Alike" class="number">${a.similarity === null || a.similarity === undefined ? "" : percent(a.similarity)}</td></tr>`)}</tbody></table></div>
  </section>`;
}

/** Other new statements of the same story that were grouped into this alert. */
export function parts({ parts: list, digest }) {
  return list?.length
    ? html`<section><h2>${digest ? "Held back before" : "Also new in this story"}</h2><ul class="readable">${list.map((p) => statementRow(p.sighting, p.why))}</ul></section>`
    : nothing;
}

export function followUps({ followUps: list }) {
  return list?.length
    ? html`<section><h2>What became of it</h2><ul class="rows">${list.map((f) => html`<li><b>${f.kind}</b> ${when(f.time)}<p class="words small" dir="auto">${plain(f.text)}</p></li>`)}</ul></section>`
    : nothing;
}
