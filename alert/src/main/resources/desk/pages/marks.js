// An article's text with everything that was found in it marked where it stands. Spans may overlap: the text is cut
// at every edge, and each piece carries the kinds of all spans that cover it.

import { html, nothing } from "../html.js";
import { countryName, plain } from "../words.js";

export const KINDS = { said: "Statement", other: "Other statement", speaker: "Speaker", cue: "Cue", actor: "Actor", country: "Country" };
const FAR = 160;

/** Whether the words stand where they were found: an article may have been changed since. */
export const stands = (m, text) => text.slice(m.start, m.end) === (m.surface ?? m.text);

/** The spans of one part of an article: [{ start, end, kind, title }]. */
export function spans(article, statement, text) {
  const own = (m) => m.in === statement.in && m.start < m.end && stands(m, text);
  const all = [];
  if (own(statement)) {
    all.push({ ...statement, kind: "said", title: `Statement, ${statement.kind}` }, ...cue(statement, text));
  }
  if (statement.speaker && own(statement.speaker)) {
    all.push({ ...statement.speaker, kind: "speaker", title: `Speaker: ${statement.speaker.name}` });
  }
  for (const other of article?.statements || []) {
    if (other.id !== statement.id && own(other)) {
      all.push({ ...other, kind: "other", title: `Also said${other.speaker ? ` by ${other.speaker.name}` : ""}` });
    }
  }
  for (const actor of article?.actors || []) {
    all.push(...actor.mentions.filter(own).map((m) => ({ ...m, kind: "actor", title: actor.name })));
  }
  for (const tag of article?.countries || []) {
    all.push(...tag.mentions.filter(own).map((m) => ({ ...m, kind: "country", title: `${countryName(tag.code)} (${tag.role})` })));
  }
  return all.map(({ start, end, kind, title }) => ({ start, end, kind, title }));
}

// A cue has no offsets: it is the one nearest to the statement.
function cue({ cue: word, start, end }, text) {
  if (!word) {
    return [];
  }
  const before = text.lastIndexOf(word, start - word.length);
  const after = text.indexOf(word, end);
  const near = [before, after].filter((at) => at >= 0 && at >= start - FAR && at <= end + FAR);
  const distance = (at) => (at < start ? start - at : at - end);
  return near.sort((a, b) => distance(a) - distance(b)).slice(0, 1)
    .map((at) => ({ start: at, end: at + word.length, kind: "cue", title: "Cue" }));
}

/** The text in paragraphs. */
export function markedText(text, all, language, direction) {
  const paragraphs = [];
  const edge = /\n\s*\n/g;
  let from = 0;
  for (let gap = edge.exec(text); gap; gap = edge.exec(text)) {
    paragraphs.push([from, gap.index]);
    from = gap.index + gap[0].length;
  }
  paragraphs.push([from, text.length]);
  return html`<div class="article-text ${wrapped(text) ? "wrapped" : ""}" lang=${language} dir=${direction}>${paragraphs
    .filter(([start, end]) => start < end)
    .map(([start, end]) => html`<p dir="auto">${pieces(text, start, end, all)}</p>`)}</div>`;
}

const SHORTEST_LINE = 40;
const LONGEST_LINE = 100;

/** Whether lines end where a column was full, as wires and mails write them, and not where a thought does. */
export function wrapped(text) {
  const lines = [...text.matchAll(/([^\n]*[^\s])[^\S\n]*\n(?=[^\S\n]*\S)/g)].map((m) => m[1].length);
  const full = lines.filter((length) => length >= SHORTEST_LINE && length <= LONGEST_LINE);
  return lines.length > 1 && full.length >= 0.8 * lines.length;
}

function pieces(text, start, end, all) {
  const inside = all.filter((s) => s.start < end && s.end > start);
  const edges = [...new Set([start, end, ...inside.flatMap((s) => [s.start, s.end])])]
    .filter((at) => at >= start && at <= end)
    .sort((a, b) => a - b);
  return edges.slice(1).map((to, i) => {
    const words = plain(text.slice(edges[i], to));
    const over = inside.filter((s) => s.start < to && s.end > edges[i]);
    return over.length
      ? html`<span class="m ${over.map((s) => `m-${s.kind}`).join(" ")}" title=${over.map((s) => plain(s.title)).join(" · ")}>${words}</span>`
      : words;
  });
}

export function legend(all) {
  const kinds = new Set(all.map((s) => s.kind));
  return kinds.size ? html`<p class="legend">${Object.entries(KINDS).filter(([kind]) => kinds.has(kind))
    .map(([kind, words]) => html`<span class="m m-${kind}">${words}</span>`)}</p>` : nothing;
}
