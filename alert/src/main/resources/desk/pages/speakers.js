// Who said how much lately.

import * as api from "../api.js";
import { html, nothing } from "../html.js";
import { useKeys } from "../keys.js";
import { Page } from "../page.js";
import { heading, nothingHere, trouble, when } from "../parts.js";
import { address, stay } from "../router.js";
import { number, plain } from "../words.js";

const DAYS = 30;
const MOST = 200;
const WAIT = 200;

export function open(root, route) {
  const page = new Page(root);
  let q = route.parameters.get("q") || "";
  let timer;
  const search = (event) => {
    q = event.target.value.trim();
    clearTimeout(timer);
    timer = setTimeout(() => {
      stay("speakers", null, q ? new URLSearchParams({ q }) : null);
      load();
    }, WAIT);
  };
  const load = async () => {
    const asked = q;
    try {
      const speakers = await api.speakers({ q, days: DAYS, limit: MOST }, page.signal);
      if (asked === q) {
        page.draw(template(speakers, q, search, null));
      }
    } catch (fault) {
      if (fault.status === 401) {
        throw fault;
      }
      page.draw(template([], q, search, fault));
    }
  };
  useKeys({ "/": () => root.querySelector("input[type=search]")?.focus() });
  return { ready: load(), close: () => page.close() };
}

function template(speakers, q, search, fault) {
  return html`
    ${heading("Speakers")}
    <search class="find-line"><label class="grow">Search <input type="search" .value=${q} @input=${search} autocomplete="off" spellcheck="false"></label></search>
    ${fault ? trouble(fault) : speakers.length === 0 ? nothingHere("Nobody.", q ? "No speaker of this name in the last 30 days." : "No statement with a speaker in the last 30 days.") : html`
    <table class="narrow"><thead><tr><th scope="col">Speaker</th><th scope="col" class="number">Statements in ${DAYS} days</th><th scope="col" class="number">Last</th></tr></thead>
      <tbody>${speakers.map((s) => html`<tr><td><a href=${address("speakers", s.id)}><bdi>${plain(s.name)}</bdi></a></td>
        <td class="number">${number(s.statements)}</td><td class="number">${s.last ? when(s.last) : nothing}</td></tr>`)}</tbody></table>`}`;
}
