// A query tried on the past while it is written: what it would have rung for, or where it is wrong.

import * as api from "../api.js";
import { columns } from "../charts.js";
import { html, nothing } from "../html.js";
import { statementRow } from "../parts.js";
import { number, plain, plural } from "../words.js";

const DAYS = 14;
const WAIT = 300;
const SAMPLES = 8;

export class Trial {
  #changed;
  #timer = 0;
  #running = new AbortController();
  #query = "";
  #result = null;
  #fault = null;

  constructor(changed) {
    this.#changed = changed;
  }

  close() {
    clearTimeout(this.#timer);
    this.#running.abort();
  }

  get refused() {
    return this.#fault?.status === 400;
  }

  refuse(fault) {
    this.#fault = fault;
  }

  of(query, id) {
    this.close();
    this.#query = query;
    this.#timer = setTimeout(() => this.#run(query, id), WAIT);
  }

  async #run(query, id) {
    if (!query.trim()) {
      this.#result = this.#fault = null;
      return this.#changed();
    }
    this.#running = new AbortController();
    try {
      this.#result = await api.tryWatch({ query, days: DAYS, ...(id ? { id } : {}) }, this.#running.signal);
      this.#fault = null;
    } catch (fault) {
      if (fault.name === "AbortError") {
        return undefined;
      }
      this.#fault = fault;
    }
    return this.#changed();
  }

  /** In one line, under the query. */
  verdict() {
    if (this.#fault) {
      return this.#refusal();
    }
    if (!this.#result) {
      return html`<p class="verdict quiet">The query is tried on the last ${DAYS} days as you write.</p>`;
    }
    const { count, statements, alertsPerDay } = this.#result;
    const perDay = Math.round(alertsPerDay * 10) / 10;
    return html`<p class="verdict"><b>${plural(count, "alert")}</b> among ${plural(statements, "new statement")} of the last ${DAYS} days, about ${number(perDay)} a day.</p>`;
  }

  #refusal() {
    const { message, position: at, suggestion } = this.#fault;
    const query = this.#query;
    const words = message.charAt(0).toUpperCase() + message.slice(1) + (/[.!?]$/.test(message) ? "" : ".");
    if (!Number.isInteger(at)) {
      return html`<p class="verdict bad">${words}</p>`;
    }
    const end = at + Math.max(1, (query.slice(at).match(/^\S+/) || [" "])[0].length);
    return html`<p class="verdict bad">${words}${suggestion ? html` Perhaps: <code>${suggestion}</code>` : nothing}
      <code class="where" dir="ltr">${plain(query.slice(0, at))}<mark>${plain(query.slice(at, end)) || "▁"}</mark>${plain(query.slice(end))}</code></p>`;
  }

  /** What it would have rung for; null while nothing has been tried. */
  results() {
    if (!this.#result) {
      return null;
    }
    const { days, hits, nearMisses, missed, saved } = this.#result;
    return html`<h2>Tried on the last ${DAYS} days</h2>
      ${columns(days, { label: "Alerts it would have rung by day", unit: "alerts" })}
      ${saved && saved.added + saved.removed ? html`<p class="hint">Against version ${saved.version} in force: <ins>${plural(saved.added, "alert")} more</ins>, <del>${plural(saved.removed, "alert")} fewer</del>.</p>` : nothing}
      <h3>It would have rung for</h3>
      ${hits.length ? html`<ul>${hits.slice(0, SAMPLES).map((hit) => statementRow(hit.sighting, hit.why))}</ul>` : html`<p class="quiet">Nothing.</p>`}
      ${missed?.length ? html`<h3>One clause short</h3><ul class="chips">${missed.slice(0, 6).map((m) => html`<li><code><bdi>${plain(m.clause)}</bdi></code> <span class="quiet">kept out ${plural(m.count, "statement")}</span></li>`)}</ul>` : nothing}
      ${nearMisses?.length ? html`<h3>Just missed</h3><ul>${nearMisses.slice(0, 4).map((miss) => statementRow(miss.sighting, [], html`<span>lacks <code><bdi>${plain(miss.missing)}</bdi></code></span>`))}</ul>` : nothing}`;
  }
}
