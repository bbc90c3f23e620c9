// Every statement, whether a watch asked for it or not: searched, and one page after another.

import * as api from "../api.js";
import { html, nothing } from "../html.js";
import { useKeys } from "../keys.js";
import { Page } from "../page.js";
import { heading, nothingHere, statementRow, trouble } from "../parts.js";
import { countryCode, countryList, countryWords } from "../places.js";
import { stay } from "../router.js";
import { number } from "../words.js";

const MOST = 40;
const FIELDS = [["speaker", "Speaker"], ["source", "Source"]];
const KINDS = [["", "All"], ["direct", "Direct"], ["mixed", "Mixed"], ["indirect", "Indirect"]];
const NOVELTY = [["", "All"], ["new", "New"], ["repeat", "Repeats"]];

export function open(root, route) {
  return new Statements(root, route.parameters);
}

class Statements {
  #page;
  #parameters;
  #found = [];
  #total = null;
  #next = null;
  #fault = null;
  #loaded = false;

  constructor(root, parameters) {
    this.#page = new Page(root);
    this.#parameters = parameters;
    useKeys({ "/": () => root.querySelector("input[type=search]")?.focus() });
    this.ready = this.#load();
  }

  close() {
    this.#page.close();
  }

  #asked(more = {}) {
    const asked = Object.fromEntries(this.#parameters);
    return { ...asked, country: asked.country?.toUpperCase(), limit: MOST, ...more };
  }

  async #load(cursor = undefined) {
    try {
      const { statements, total, next } = await api.statements(this.#asked({ cursor }), this.#page.signal);
      this.#found = cursor ? [...this.#found, ...statements] : statements;
      this.#total = total;
      this.#next = next;
      this.#fault = null;
    } catch (fault) {
      if (fault.status === 401) {
        throw fault;
      }
      this.#fault = fault;
    }
    this.#loaded = true;
    this.#draw();
  }

  #change(name, value) {
    if (value) {
      this.#parameters.set(name, value);
    } else {
      this.#parameters.delete(name);
    }
    stay("statements", null, this.#parameters);
    this.#load();
  }

  #draw() {
    const value = (name) => this.#parameters.get(name) || "";
    const set = (name) => (e) => this.#change(name, e.target.value.trim());
    const select = (name, label, options) => html`<label>${label} <select @change=${set(name)}>${options.map(([key, words]) => html`<option value=${key} ?selected=${key === value(name)}>${words}</option>`)}</select></label>`;
    this.#page.draw(html`
      ${heading("Statements", this.#total === null ? nothing : html`<span class="quiet" role="status">${number(this.#total)}</span>`)}
      <search><form class="find-line" @submit=${(e) => e.preventDefault()}>
        <label class="grow">Search <input type="search" .value=${value("q")} @change=${set("q")} autocomplete="off" spellcheck="false"></label>
        <label>Country <input list=${countryList()} .value=${countryWords(value("country"))} @change=${(e) => this.#change("country", countryCode(e.target.value.trim()))} size="12" maxlength="60" autocomplete="off"></label>
        ${FIELDS.map(([name, label]) => html`<label>${label} <input .value=${value(name)} @change=${set(name)} size="12" maxlength="100" autocomplete="off"></label>`)}
        ${select("kind", "Kind", KINDS)}${select("novelty", "Novelty", NOVELTY)}
      </form></search>
      ${this.#fault ? trouble(this.#fault) : nothing}
      <ol class="readable">${this.#found.map((sighting) => statementRow(sighting))}</ol>
      ${this.#loaded && !this.#fault && this.#found.length === 0 ? nothingHere("No statement fits.", "Try fewer words, or another spelling of the name.") : nothing}
      ${this.#next ? html`<p class="more"><button type="button" @click=${() => this.#load(this.#next)}>Show older ones</button></p>` : nothing}`);
  }
}
