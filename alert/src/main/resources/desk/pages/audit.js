// Who changed what, on any service: for operators.

import * as api from "../api.js";
import { html, nothing } from "../html.js";
import { useKeys } from "../keys.js";
import { Page } from "../page.js";
import { heading, nothingHere, when } from "../parts.js";
import { address } from "../router.js";
import { number, plain } from "../words.js";

const MOST = 500;

/** An editor tries a query at every word: whoever wants to see that searches for it. */
const TRIES = "/api/watches/try";

// What was asked for, in words; the part in brackets names the thing.
const WORDS = [
  [/^PUT \/api\/alerts\/([^/]+)\/state$/, "triaged an alert", "alerts"],
  [/^PUT \/api\/watches\.yaml$/, "imported watches"],
  [/^PUT \/api\/watches\/([^/]+)$/, "saved the watch", "watches"],
  [/^DELETE \/api\/watches\/([^/]+)$/, "removed the watch", "watches"],
  [/^POST \/api\/watches\/([^/]+)\/snooze$/, "snoozed or woke the watch", "watches"],
  [/^POST \/api\/watches\/try$/, "tried a query"],
  [/^POST \/api\/session$/, "signed in"],
  [/^DELETE \/api\/session$/, "signed out"],
  [/^POST \/api\/dead-letters\/([^/]+)\/replay$/, "sent a dead letter again"],
  [/^POST \/api\/notifiers\/([^/]+)\/test$/, "tested the notifier"],
  [/^POST \/api\/deliveries\/(.+)\/resend$/, "sent a delivery again"],
  [/^POST \/api\/articles$/, "pushed articles"],
];

export function open(root) {
  const page = new Page(root);
  const state = { entries: [], q: "" };
  const draw = () => page.draw(template(state, search));
  const search = (event) => {
    state.q = event.target.value.trim().toLowerCase();
    draw();
  };
  useKeys({ "/": () => root.querySelector("input[type=search]")?.focus() });
  return {
    ready: page.load(api.audit(MOST), (entries) => template(Object.assign(state, { entries }), search)),
    close: () => page.close(),
  };
}

function template({ entries, q }, search) {
  const found = entries.filter((entry) => (q ? JSON.stringify(entry).toLowerCase().includes(q) : entry.path !== TRIES));
  return html`
    <p class="crumbs no-print"><a href=${address("system")}>System</a></p>
    ${heading("Who changed what", html`<span class="quiet" role="status">${number(found.length)}${entries.length === MOST ? " of the latest" : nothing}</span>`)}
    <search class="find-line"><label class="grow">Search <input type="search" @input=${search} autocomplete="off" spellcheck="false"></label></search>
    ${found.length === 0 ? nothingHere("Nothing.", q ? "No entry has these words." : "Nobody has changed anything yet.") : html`
    <table class="stack"><thead><tr><th scope="col">What</th><th scope="col">Who</th><th scope="col">Service</th><th scope="col">Time</th><th scope="col">Answer</th></tr></thead>
      <tbody>${found.map(row)}</tbody></table>`}`;
}

const row = (entry) => html`<tr>
  <td>${what(entry)}${entry.what ? html`<br><span class="quiet small"><bdi>${plain(entry.what)}</bdi></span>` : nothing}</td>
  <td data-name="Who"><span><bdi>${plain(entry.who)}</bdi> <span class="quiet small">${entry.role}</span></span></td>
  <td data-name="Service">${entry.service}</td><td data-name="Time">${when(entry.time)}</td>
  <td data-name="Answer">${answer(entry.status)}</td></tr>`;

function what({ method, path }) {
  const asked = `${method} ${path}`;
  const known = WORDS.find(([pattern]) => pattern.test(asked));
  if (!known) {
    return html`<code><bdi>${plain(asked)}</bdi></code>`;
  }
  const [pattern, words, page] = known;
  const id = decoded(pattern.exec(asked)[1]);
  return html`${words.charAt(0).toUpperCase()}${words.slice(1)}${id === null ? nothing : page ? html` <a href=${address(page, id)}><bdi>${plain(id)}</bdi></a>` : html` <code><bdi>${plain(id)}</bdi></code>`}`;
}

function decoded(part) {
  try {
    return part === undefined ? null : decodeURIComponent(part);
  } catch {
    return part;
  }
}

const answer = (status) => (status < 300 ? "done" : status === 403 ? html`<span class="held">not allowed</span>` : html`<span class="held">refused (${status})</span>`);
