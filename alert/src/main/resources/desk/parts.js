// Building blocks that several pages share: times, links, countries, statements in their sentences.

import { html, nothing } from "./html.js";
import { address } from "./router.js";
import { countryName, longTime, originalTime, plain, sameClock, shortTime, valid } from "./words.js";

/** In the desk's zone; who points at it sees that of the outlet, too. */
export function when(iso, zone = null) {
  return valid(iso) ? html`<time datetime=${iso} title="${longTime(iso)} · ${originalTime(iso, zone)}">${shortTime(iso)}</time>` : nothing;
}

/** The time in the desk's zone and, where that is another, in the outlet's. */
export function whenBoth(iso, zone) {
  return valid(iso)
    ? html`${when(iso, zone)}${sameClock(iso, zone) ? nothing : html` <span class="quiet">(<span class="hidden">at the outlet: </span>${originalTime(iso, zone)})</span>`}`
    : nothing;
}

/** Text of others, kept apart from the direction of what stands around it. */
export const text = (words) => html`<bdi>${plain(words)}</bdi>`;

/** A link only where the address is one for a browser; an article may claim any address. */
export function link(url, words) {
  return /^https?:\/\//i.test(url || "")
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer"><bdi>${plain(words)}</bdi></a>`
    : text(words);
}

export function flag(code) {
  return /^[A-Z]{2}$/.test(code)
    ? html`<img class="flag" src="desk/flags/${code.toLowerCase()}.svg" alt="" width="20" height="15" loading="lazy" @error=${hide}>`
    : nothing;
}

const hide = (event) => (event.target.hidden = true);

export const country = (code) => html`<a class="country" href=${address("countries", code)}>${flag(code)}${countryName(code)}</a>`;

/** What an article is about; all it names where it is about nothing in particular. One may be wanted in any case. */
export function countries(list, most, wanted = null) {
  const about = list.filter((c) => c.role === "about" || c.code === wanted);
  const shown = about.length ? about : list;
  const rest = shown.length - most;
  return html`${shown.slice(0, most).map((c) => country(c.code))}${rest > 0 ? html`<span class="quiet">and ${rest} more</span>` : nothing}`;
}

export const speakerId = (speaker) => speaker.actor || speaker.name;

export function speaker(sighting) {
  const { speaker: who, cue } = sighting.statement;
  return who
    ? html`<a href=${address("speakers", speakerId(who))}><bdi>${plain(who.name)}</bdi></a>${cue ? html` <bdi class="cue">${plain(cue)}</bdi>` : nothing}`
    : html`<span class="unknown">Speaker not known</span>`;
}

export const language = (sighting) => (sighting.article.language && sighting.article.language !== "und" ? sighting.article.language : nothing);

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

/** Of a line whose parts are kept apart, and which therefore shows no direction of its own. */
export const direction = (sighting) => (RIGHT_TO_LEFT.has(sighting.article.language) ? "rtl" : "auto");

/** The statement inside its sentence, the words that matched marked. */
export function said(sighting, why = []) {
  const { text: words, start } = sighting.statement;
  const context = sighting.context || { text: words, start };
  const at = start - context.start;
  const inside = at >= 0 && context.text.startsWith(words, at);
  return html`<p class="words" dir="auto" lang=${language(sighting)}
    >${inside ? plain(context.text.slice(0, at)) : nothing}<span class="said">${marked(words, why)}</span
    >${inside ? plain(context.text.slice(at + words.length)) : nothing}</p>`;
}

export function marked(words, why = []) {
  const spans = why
    .filter((r) => Number.isInteger(r.start) && r.start < r.end && r.end <= words.length)
    .sort((a, b) => a.start - b.start);
  const parts = [];
  let at = 0;
  for (const span of spans) {
    if (span.end > at) {
      const from = Math.max(at, span.start);
      parts.push(plain(words.slice(at, from)), html`<mark>${plain(words.slice(from, span.end))}</mark>`);
      at = span.end;
    }
  }
  return [...parts, plain(words.slice(at))];
}

/** A statement among others: who, what, where, when. */
export function statementRow(sighting, why = [], more = nothing, wanted = null) {
  return html`<li class="statement">
    <p class="over" dir=${direction(sighting)}><span class="speaker">${speaker(sighting)}</span>${when(sighting.article.time, sighting.article.zone)}</p>
    ${said(sighting, why)}
    <p class="under"><span class="outlet">${link(sighting.article.url, sighting.article.name)}</span>${countries(sighting.countries, 3, wanted)}${more}</p>
  </li>`;
}

export const SEVERITY = { high: "High", medium: "Medium", low: "Low" };
export const severity = (level) => html`<span class="severity" data-severity=${level}>${SEVERITY[level] || level}</span>`;

export const heading = (words, ...beside) => html`<header class="heading"><h1 tabindex="-1" dir="auto">${words}</h1>${beside}</header>`;
export const nothingHere = (title, words) => html`<section class="empty"><h2>${title}</h2><p>${words}</p></section>`;
export const trouble = (fault) => html`<p class="trouble" role="alert">${fault.message}</p>`;
