// One speaker or one country: what was said over the days, what rang, who and what stands beside.

import * as api from "../api.js";
import { columns } from "../charts.js";
import { html, nothing } from "../html.js";
import { orElse, Page } from "../page.js";
import { country, flag, heading, statementRow } from "../parts.js";
import { address } from "../router.js";
import { countryName, number, plain } from "../words.js";

const DAYS = 30;
const LATEST = 12;

export function open(root, route) {
  const page = new Page(root);
  const kind = KINDS[route.page];
  const id = route.page === "countries" ? route.id.toUpperCase() : route.id;
  return { ready: load(page, kind, id), close: () => page.close() };
}

const KINDS = {
  speakers: {
    crumb: "Speakers",
    page: "speakers",
    profile: (id) => api.speaker(id, DAYS),
    // An actor's id has no spaces; a speaker without one goes by name.
    statements: (id, name) => ({ speaker: name || id }),
    title: (profile) => html`<bdi>${plain(profile.name)}</bdi>`,
  },
  countries: {
    crumb: "Countries",
    page: "countries",
    profile: (id) => api.country(id, DAYS),
    statements: (id) => ({ country: id }),
    title: (profile, id) => html`${flag(id)}${countryName(id)}`,
  },
};

async function load(page, kind, id) {
  const profile = await page.load(kind.profile(id), (value) => template(kind, id, value, null));
  if (profile) {
    const filter = kind.statements(id, profile.name);
    const latest = await orElse(api.statements({ ...filter, limit: LATEST }, page.signal), null);
    page.draw(template(kind, id, profile, latest && { ...latest, filter }));
  }
}

function template(kind, id, profile, latest) {
  return html`
    <p class="crumbs no-print"><a href=${address(kind.page)}>${kind.crumb}</a></p>
    ${heading(kind.title(profile, id))}
    <div class="halves">
      <section>${columns(profile.days || [], { label: "Statements by day", unit: "statements" })}<h2>Latest statements</h2>
        ${latest === null ? nothing : latest.statements.length ? html`<ol>${latest.statements.map((s) => statementRow(s, [], nothing, id))}</ol>
          <p><a href=${address("statements", null, new URLSearchParams(latest.filter))}>All of them</a></p>` : html`<p class="quiet">None that is still kept.</p>`}</section>
      <aside aria-label="Beside it">
        ${list("Watches that rang", profile.watches, (w) => html`<a href=${address("watches", w.id)}><bdi>${plain(w.name)}</bdi></a>`)}
        ${list("Speakers", profile.speakers, person)}
        ${list("Countries", profile.countries, (c) => country(c.code))}
        ${list("Named beside", profile.actors, person)}
      </aside>
    </div>`;
}

const person = (actor) => html`<a href=${address("speakers", actor.id)}><bdi>${plain(actor.name)}</bdi></a>`;

function list(title, entries, name) {
  return entries?.length
    ? html`<h2>${title}</h2><ul class="counts">${entries.slice(0, 12).map((entry) => html`<li>${name(entry)} <span class="quiet">${number(entry.count)}</span></li>`)}</ul>`
    : nothing;
}
