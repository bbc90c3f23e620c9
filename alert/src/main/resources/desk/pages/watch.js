// One watch: its query tried while it is written, how calm it is to be, and its versions.

import * as api from "../api.js";
import { ask, toast } from "../dialogs.js";
import { html, nothing } from "../html.js";
import { orElse, Page } from "../page.js";
import { heading, SEVERITY, trouble } from "../parts.js";
import { go } from "../router.js";
import { may, myName } from "../who.js";
import { plain } from "../words.js";
import { calmFields, calmOf } from "./calm.js";
import { Trial } from "./trial.js";
import { language, versions } from "./versions.js";
import { budget } from "./watches.js";

const NEW = { id: "", name: "", query: "", severity: "medium", enabled: true, note: "", calm: null, notifiers: [] };

export function open(root, route) {
  return new WatchEditor(root, route.id === "new" ? null : route.id);
}

class WatchEditor {
  #page;
  #id;
  #watch = null;
  #draft = null;
  #templates = [];
  #notifiers = [];
  #versions = [];
  #calm = null;
  #trial;
  #fault = null;

  constructor(root, id) {
    this.#page = new Page(root);
    this.#id = id;
    this.#trial = new Trial(() => this.#draw());
    this.ready = this.#load();
  }

  close() {
    this.#trial.close();
    this.#page.close();
  }

  async #load() {
    await this.#page.load(this.#fetch(), () => this.#template());
    if (this.#draft?.query && may("editor")) {
      this.#trial.of(this.#draft.query, this.#id);
    }
    [this.#templates, this.#notifiers, this.#versions, this.#calm] = await Promise.all([
      this.#id ? [] : orElse(api.watchTemplates(), []),
      orElse(api.notifiers(), []),
      this.#id ? orElse(api.watchVersions(this.#id), []) : [],
      this.#id ? orElse(api.watchCalm(this.#id), null) : null,
    ]);
    this.#draw();
  }

  async #fetch() {
    const known = this.#id ? (await api.watches()).find((w) => w.id === this.#id) : NEW;
    if (!known) {
      throw new Error("There is no watch of this name (any more).");
    }
    this.#watch = this.#id ? known : null;
    this.#draft = { ...NEW, ...known, note: "" };
  }

  #draw() {
    if (this.#draft) {
      this.#page.draw(this.#template());
    }
  }

  #set(name, value) {
    this.#draft = { ...this.#draft, [name]: value };
    if (name === "query" && may("editor")) {
      this.#trial.of(value, this.#id);
    }
    this.#draw();
  }

  #template() {
    return html`
      <p class="crumbs no-print"><a href="#/watches">Watches</a></p>
      ${heading(this.#watch ? html`<bdi>${plain(this.#watch.name)}</bdi>` : "New watch", this.#snooze())}
      ${this.#calm && budget(this.#calm).length ? html`<div class="find-line">${budget(this.#calm)}</div>` : nothing}
      <div class="workbench">
        <form class="editor" @submit=${(e) => this.#save(e)}>${this.#form()}</form>
        <section class="trial" aria-label="Tried on the past">${this.#trial.results() ?? (this.#draft.query.trim() && may("editor") ? html`<p class="quiet">It is being tried …</p>` : language(true))}</section>
      </div>
      ${versions(this.#versions, (old) => this.#bringBack(old))}
      ${this.#trial.results() ? language(false) : nothing}`;
  }

  #form() {
    const draft = this.#draft;
    const text = (name) => (e) => this.#set(name, e.target.value);
    return html`
      ${this.#templates.length ? html`<label>Begin with <select @change=${(e) => this.#begin(e.target.value)}>
        <option value="">an empty watch</option>${this.#templates.map((t) => html`<option value=${t.id}>${t.name}: ${t.about}</option>`)}</select></label>` : nothing}
      <label>Query <textarea class="query" name="query" rows=${Math.min(14, Math.max(4, Math.ceil(draft.query.length / 50)))} required maxlength="2000" dir="ltr" spellcheck="false" autocomplete="off"
        aria-describedby="verdict" .value=${draft.query} @input=${text("query")} @keydown=${submitOnEnter}></textarea></label>
      <div id="verdict" aria-live="polite">${this.#trial.verdict()}</div>
      <div class="pair">
        <label>Name <input name="name" required maxlength="100" dir="auto" .value=${draft.name} @input=${(e) => this.#name(e.target.value)}></label>
        <label>Id <input name="id" required pattern="[a-z0-9][a-z0-9\\-]{0,63}" ?disabled=${Boolean(this.#watch)} .value=${draft.id} @input=${text("id")}></label></div>
      <div class="pair">
        <label>Severity <select name="severity" .value=${draft.severity} @change=${text("severity")}>${Object.entries(SEVERITY).map(([key, words]) => html`<option value=${key} ?selected=${key === draft.severity}>${words}</option>`)}</select></label>
        <label>Why this change <input name="note" maxlength="300" dir="auto" .value=${draft.note} @input=${text("note")}></label></div>
      ${calmFields(draft, this.#notifiers)}
      <label class="tick"><input type="checkbox" name="enabled" .checked=${draft.enabled} @change=${(e) => this.#set("enabled", e.target.checked)}> In force</label>
      ${this.#fault ? trouble(this.#fault) : nothing}
      ${may("editor") ? html`<p class="acts">
        <button class="main" ?disabled=${this.#trial.refused}>Save</button>
        ${this.#watch ? html`<button type="button" class="plain push" @click=${() => this.#remove()}>Remove</button>` : nothing}</p>`
      : html`<p class="hint">Your sign-in reads only: a query is tried and saved by editors.</p>`}`;
  }

  #name(name) {
    const slug = (words) => words.toLowerCase().normalize("NFD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 64);
    const follows = !this.#watch && this.#draft.id === slug(this.#draft.name);
    this.#draft = { ...this.#draft, name, id: follows ? slug(name) : this.#draft.id };
    this.#draw();
  }

  #begin(id) {
    const template = this.#templates.find((t) => t.id === id);
    if (template) {
      const { name, query, severity } = template;
      this.#draft = { ...this.#draft, name, query, severity, id };
      this.#trial.of(query, null);
      this.#draw();
    }
  }

  #bringBack({ name, query, severity, calm, notifiers, version }) {
    this.#draft = { ...this.#draft, name, query, severity, calm: calm ?? null, notifiers: notifiers ?? [], note: `As in version ${version}` };
    this.#trial.of(query, this.#id);
    this.#draw();
    toast(`Version ${version} is in the editor; it is not saved yet.`);
  }

  async #save(event) {
    event.preventDefault();
    const { id, name, query, severity, enabled, note } = this.#draft;
    try {
      const { calm, notifiers } = calmOf(new FormData(event.target));
      await api.putWatch(id, { name, query, severity, enabled, note: note || null, author: myName(), calm, notifiers, snoozedUntil: this.#draft.snoozedUntil ?? null, version: this.#watch?.version ?? 0 });
      toast(`${name} is saved${enabled ? " and in force" : ", but not in force"}.`);
      go("watches");
    } catch (fault) {
      this.#fault = Number.isInteger(fault.position) ? null : fault;
      this.#watch = fault.answer?.current ?? this.#watch; // who saves again has been told of the other change
      this.#trial.refuse(fault);
      this.#draw();
    }
  }

  async #remove() {
    if (await ask(`Remove ${this.#watch.name}?`, html`<p>It stops ringing at once. What rang stays; its versions can be brought back.</p>`, { submit: "Remove" })) {
      try {
        await api.removeWatch(this.#id);
        go("watches");
      } catch (fault) {
        this.#fault = fault;
        this.#draw();
      }
    }
  }

  #snooze() {
    if (!this.#watch || !may("editor")) {
      return nothing;
    }
    const until = this.#watch.snoozedUntil;
    const snoozed = until && Date.parse(until) > Date.now();
    const set = async (hours) => {
      const to = hours ? new Date(Date.now() + hours * 3_600_000).toISOString() : null;
      try {
        this.#watch = await api.snooze(this.#id, to);
        this.#draft = { ...this.#draft, snoozedUntil: to };
        toast(to ? `Snoozed for ${hours} hours; what rings is held back.` : "Awake again.");
      } catch (fault) {
        toast(`Not done: ${fault.message}`);
      }
      this.#draw();
    };
    return snoozed
      ? html`<button type="button" @click=${() => set(0)}>Wake it up</button>`
      : html`<span class="acts no-print"><button type="button" @click=${() => set(2)}>Snooze 2 h</button><button type="button" @click=${() => set(12)}>Snooze 12 h</button></span>`;
  }
}

function submitOnEnter(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.target.form.requestSubmit();
  }
}
