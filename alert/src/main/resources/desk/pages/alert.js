// One alert: why it rang, its article, who carried the statement on, and what was said before.

import * as api from "../api.js";
import { html, nothing } from "../html.js";
import { useKeys } from "../keys.js";
import { Page } from "../page.js";
import { countries, heading, link, said, severity, speaker, text, trouble, when, whenBoth, direction } from "../parts.js";
import { address } from "../router.js";
import { acknowledge, assign, assignToMe, dismiss, note, takeBack } from "../triage.js";
import { countryName, languageName, plain } from "../words.js";
import { may } from "../who.js";
import { HELD, outletsSince, stateLine } from "./card.js";
import { earlier, followUps, lineage, parts, story } from "./lineage.js";
import { legend, markedText, spans, stands } from "./marks.js";
import { way } from "./way.js";

export function open(root, route) {
  return new AlertPage(root, route.id);
}

class AlertPage {
  #page;
  #id;
  #alert = null;
  #more = null;
  #missing = null;
  #way = null;

  constructor(root, id) {
    this.#page = new Page(root);
    this.#id = id;
    const on = (name, act) => addEventListener(`desk-${name}`, (event) => act(event.detail), { signal: this.#page.signal });
    on("sighting", (alert) => this.#take(alert));
    on("state", (state) => this.#triaged(state));
    const act = (does) => () => this.#alert && does(this.#alert, (state) => this.#triaged(state));
    useKeys({
      a: act(acknowledge), d: act(dismiss), m: act(assignToMe), n: act(note), u: takeBack,
      s: () => document.querySelector(".source a")?.click(),
    });
    this.ready = this.#load();
  }

  close() {
    this.#page.close();
  }

  async #load() {
    await this.#page.load(this.#fetch(), () => this.#template());
  }

  async #fetch() {
    try {
      this.#more = await api.alertPage(this.#id);
      this.#alert = this.#more.alert;
    } catch (fault) {
      if (fault.status !== 404 && fault.status !== 503) {
        throw fault;
      }
      this.#missing = fault;
      this.#alert = await api.alert(this.#id);
    }
  }

  #take(alert) {
    if (alert.id === this.#id && this.#alert && alert.update >= this.#alert.update) {
      this.#alert = { ...alert, state: alert.state ?? this.#alert.state };
      this.#draw();
    }
  }

  #triaged(state) {
    if (state.alert === this.#id && this.#alert) {
      this.#alert = { ...this.#alert, state };
      this.#draw();
    }
  }

  #draw() {
    this.#page.draw(this.#template());
  }

  #template() {
    const { sighting, watch } = this.#alert;
    return html`<article class="one">
      <p class="crumbs no-print"><a href="#/alerts">Alerts</a></p>
      ${heading(plain(sighting.article.title || sighting.article.name))}
      <p class="source">${link(sighting.article.url, sighting.article.name)} · ${whenBoth(sighting.article.time, sighting.article.zone)}
        ${countries(sighting.countries, 6)}</p>
      <div class="halves of-alert">
        ${this.#statement()}
        <aside aria-label="About this alert">
          ${this.#triage()}
          <h2>Why it rang</h2>
          <p>${severity(watch.severity)} · <a href=${address("watches", watch.id)}><bdi>${plain(watch.name)}</bdi></a> <span class="quiet">version ${watch.version}</span> · ${when(this.#alert.rung)}</p>
          ${this.#alert.held ? html`<p class="held">${HELD[this.#alert.held] || this.#alert.held}</p>` : nothing}
          <ul class="rows">${this.#alert.why.map((r) => html`<li><mark><bdi>${plain(r.matched)}</bdi></mark> <span class="quiet">in ${r.field}, by</span> <code><bdi>${plain(r.clause)}</bdi></code></li>`)}</ul>
          ${facts(this.#alert)}
        </aside>
        <div>${this.#article()}</div>
      </div>
      ${parts(this.#alert)}${followUps(this.#alert)}
      ${lineage(this.#alert, this.#more?.lineage)}
      ${earlier(this.#more?.earlier, sighting)}
      ${story(this.#more?.story)}
      ${way(this.#way, () => this.#trace())}
      <p class="quiet small">Alert <code>${this.#id}</code></p>
    </article>`;
  }

  #statement() {
    const { sighting, why } = this.#alert;
    return html`<div class="quote">
      <p class="speaker" dir=${direction(sighting)}>${speaker(sighting)}</p>
      ${said(sighting, why)}
      <p class="quiet">${outletsSince(this.#alert)}</p></div>`;
  }

  #article() {
    if (!this.#more?.text) {
      const reason = this.#missing ? this.#missing.message : "It is no longer kept.";
      return html`<p class="hint">The article’s text is not at hand. ${reason}</p>`;
    }
    const { statement } = this.#alert.sighting;
    const inText = statement.in === "text";
    const all = inText ? spans(this.#more.article, statement, this.#more.text) : [];
    const changed = inText && !stands(statement, this.#more.text);
    return html`<h2>In the article</h2>
      ${changed ? html`<p class="hint">The article was changed since: the statement no longer stands where it was found.</p>` : nothing}
      ${inText ? nothing : html`<p class="hint">The statement stands in the title.</p>`}
      ${legend(all)}${markedText(this.#more.text, all, this.#alert.sighting.article.language || nothing, direction(this.#alert.sighting))}`;
  }

  #triage() {
    const on = (act) => () => act(this.#alert, (state) => this.#triaged(state));
    const open = (this.#alert.state?.state || "open") === "open";
    return html`<section class="triage" aria-label="Triage" aria-live="polite">
      ${stateLine(this.#alert.state)}
      ${may("editor") ? html`<p class="acts no-print">
        <button type="button" class="main" @click=${on(acknowledge)} aria-keyshortcuts="a">${open ? "Acknowledge" : "Open again"}</button>
        <button type="button" @click=${on(dismiss)} aria-keyshortcuts="d">Dismiss</button>
        <button type="button" @click=${on(assign)} aria-keyshortcuts="m">Assign</button>
        <button type="button" @click=${on(note)} aria-keyshortcuts="n">Note</button></p>` : nothing}</section>`;
  }

  async #trace() {
    try {
      this.#way = { trace: await api.trace(this.#alert.sighting.article.id) };
    } catch (fault) {
      this.#way = { fault: trouble(fault) };
    }
    this.#draw();
  }
}

function facts({ sighting }) {
  const { statement, article, actors } = sighting;
  const path = statement.speaker ? [...new Set([statement.speaker.name, ...(statement.speaker.path || []).toReversed()])] : [];
  const rows = [
    ["Said", statement.kind === "direct" ? "in quotation marks" : statement.kind === "mixed" ? "partly in quotation marks" : "without quotation marks"],
    ["Written as", statement.speaker ? text(statement.speaker.surface) : null],
    ["Resolved", path.length > 1 ? text(path.join(" ← ")) : null],
    ["Perhaps", statement.candidates?.length ? text(statement.candidates.join(", ")) : null],
    ["Countries", sighting.countries.map((c) => `${countryName(c.code)} (${c.role})`).join(", ")],
    ["Actors", actors.length ? actors.map((a, i) => html`${i ? ", " : ""}<a href=${address("speakers", a.id)}><bdi>${plain(a.name)}</bdi></a>`) : null],
    ["Language", languageName(article.language)],
  ];
  return html`<dl class="facts">${rows.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
