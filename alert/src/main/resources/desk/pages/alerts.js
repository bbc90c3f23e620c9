// The alerts: a list that is live, filters in its address, and the keys to go through it.

import * as api from "../api.js";
import { announce } from "../dialogs.js";
import { html, nothing, repeat } from "../html.js";
import { useKeys } from "../keys.js";
import { orElse, Page } from "../page.js";
import { nothingHere, trouble } from "../parts.js";
import { address, go, stay } from "../router.js";
import { acknowledge, assign, assignToMe, dismiss, note, takeBack } from "../triage.js";
import { number, plain } from "../words.js";
import { card } from "./card.js";
import { anyFilter, asked, belongs, filters, stateTabs } from "./filters.js";

const MOST = 50;
const KEPT = 500;
const LATER = 400;

export function open(root, route) {
  return new AlertList(root, route.parameters);
}

class AlertList {
  #page;
  #parameters;
  #alerts = new Map(); // newest first
  #watches = [];
  #selected = null;
  #fresh = new Set();
  #grown = new Set();
  #total = null;
  #next = null;
  #fault = null;
  #loaded = false;
  #again = 0;
  #turn = 0;
  #during = null;

  constructor(root, parameters) {
    this.#page = new Page(root);
    this.#parameters = parameters;
    this.#listen();
    this.#keys();
    this.ready = this.#start();
  }

  /** Another address of this list is taken in without drawing the page anew. */
  follows(route) {
    if (route.page !== "alerts" || route.id !== null) {
      return false;
    }
    this.#parameters = route.parameters;
    this.#load();
    return true;
  }

  close() {
    this.#page.close();
  }

  async #start() {
    orElse(api.watches(), []).then((watches) => {
      this.#watches = watches;
      this.#draw();
    });
    await this.#load();
  }

  async #load() {
    const mine = ++this.#turn;
    const during = (this.#during = []);
    try {
      const answer = await api.alerts({ ...asked(this.#parameters), limit: MOST }, this.#page.signal);
      if (mine !== this.#turn) {
        return; // other filters were asked for meanwhile
      }
      this.#during = null;
      this.#alerts = new Map(answer.alerts.map((alert) => [alert.id, alert]));
      this.#takeEnd(answer);
      during.forEach((again) => again());
      this.#fault = null;
      dispatchEvent(new CustomEvent("desk-position", { detail: answer.position }));
    } catch (fault) {
      if (fault.status === 401) {
        throw fault;
      }
      this.#fault = fault.name === "AbortError" ? null : fault;
    }
    this.#loaded = true;
    this.#draw();
  }

  async #more() {
    const answer = await api.alerts({ ...asked(this.#parameters), limit: MOST, cursor: this.#next }, this.#page.signal);
    answer.alerts.forEach((alert) => this.#alerts.set(alert.id, alert));
    this.#takeEnd(answer);
    this.#draw();
  }

  #takeEnd({ total = null, next = null }) {
    this.#total = total;
    this.#next = next;
  }

  // What the stream brings

  #listen() {
    const on = (name, act) => addEventListener(`desk-${name}`, ({ detail }) => {
      act(detail);
      this.#during?.push(() => act(detail)); // the list that is on its way may be older
    }, { signal: this.#page.signal });
    on("alert", (alert) => this.#rang(alert));
    on("sighting", (alert) => this.#grew(alert));
    on("state", (state) => this.#triaged(state));
    addEventListener("desk-gap", () => this.#load(), { signal: this.#page.signal });
  }

  #rang(alert) {
    const known = this.#alerts.get(alert.id);
    const fits = belongs(alert, this.#parameters);
    if (known) {
      this.#grew(alert);
    } else if (fits === null) {
      clearTimeout(this.#again);
      this.#again = setTimeout(() => this.#load(), LATER);
    } else if (fits) {
      this.#alerts = new Map([[alert.id, { ...alert, state: alert.state ?? null }], ...this.#alerts]);
      if (this.#alerts.size > KEPT) {
        this.#alerts.delete([...this.#alerts.keys()].at(-1));
      }
      this.#total = this.#total === null ? null : this.#total + 1;
      this.#fresh.add(alert.id);
      announce(`${plain(alert.watch.name)}: ${plain(alert.sighting.statement.speaker?.name || "speaker not known")}`);
      this.#draw();
    }
  }

  #grew(alert) {
    const known = this.#alerts.get(alert.id);
    if (known && alert.update >= known.update) {
      this.#alerts.set(alert.id, { ...alert, state: alert.state ?? known.state });
      if (alert.sightings > known.sightings) {
        this.#grown.add(alert.id);
      }
      this.#draw();
    }
  }

  // A triaged alert stays where it is, though a filter would hide it: it must not vanish under the hand.
  #triaged(state) {
    const known = this.#alerts.get(state.alert);
    if (known && !(known.state?.updated > state.updated)) {
      this.#alerts.set(state.alert, { ...known, state });
      this.#draw();
    }
  }

  // Keys

  #keys() {
    const on = (act) => () => {
      const alert = this.#alerts.get(this.#selected);
      return alert && act(alert, (state) => this.#triaged(state));
    };
    const open = on((alert) => go("alerts", alert.id));
    useKeys({
      j: () => this.#move(1),
      k: () => this.#move(-1),
      o: open,
      Enter: open,
      a: on(acknowledge),
      d: on(dismiss),
      m: on(assignToMe),
      n: on(note),
      u: takeBack,
      s: () => document.getElementById(`alert-${this.#selected}`)?.querySelector(".outlet a")?.click(),
      "/": () => document.querySelector("input[type=search]")?.focus(),
    });
  }

  #move(step) {
    const ids = [...this.#alerts.keys()];
    if (ids.length) {
      const at = ids.indexOf(this.#selected);
      this.#select(ids[Math.min(ids.length - 1, Math.max(0, at < 0 ? 0 : at + step))]);
      const node = document.getElementById(`alert-${this.#selected}`);
      node.focus({ preventScroll: true });
      node.scrollIntoView({ block: "nearest" });
    }
  }

  #select(id) {
    if (id !== this.#selected) {
      this.#selected = id;
      this.#draw();
    }
  }

  // Drawing

  #href(name, value) {
    const parameters = new URLSearchParams(this.#parameters);
    parameters.delete(name);
    [value].flat().filter(Boolean).forEach((one) => parameters.append(name, one));
    return address("alerts", null, parameters);
  }

  #change(name, values) {
    stay("alerts", null, new URLSearchParams(this.#href(name, values).split("?")[1]));
    this.follows({ page: "alerts", id: null, parameters: new URLSearchParams(location.hash.split("?")[1]) });
  }

  #draw() {
    this.#page.draw(html`
      <h1 class="hidden" tabindex="-1">Alerts</h1>
      ${filters(this.#parameters, this.#watches, (name, values) => this.#change(name, values))}
      <section class="list" aria-label="Alerts">
        <p class="count">${stateTabs(this.#parameters, (name, value) => this.#href(name, value))}
          <span role="status">${this.#total === null ? nothing : html`${number(this.#total)} ${this.#total === 1 ? "alert" : "alerts"}`}</span></p>
        ${this.#parameters.get("q") ? html`<p class="small"><a href=${address("statements", null, new URLSearchParams({ q: this.#parameters.get("q") }))}>Search all statements, too</a></p>` : nothing}
        ${this.#fault ? trouble(this.#fault) : nothing}
        <ol id="alerts" class="alerts" aria-label="Alerts, newest first">
          ${repeat(this.#alerts.values(), (alert) => alert.id, (alert) => this.#card(alert))}
        </ol>
        ${this.#loaded && !this.#fault && this.#alerts.size === 0 ? this.#empty() : nothing}
        ${this.#next ? html`<p class="more"><button type="button" @click=${() => this.#more()}>Show older ones</button></p>` : nothing}
      </section>`);
  }

  #card(alert) {
    const on = (act) => () => act(this.#alerts.get(alert.id), (state) => this.#triaged(state));
    return card(alert, {
      selected: alert.id === this.#selected,
      rung: this.#fresh.has(alert.id),
      grew: this.#grown.has(alert.id),
      acts: {
        select: () => this.#select(alert.id),
        open: () => go("alerts", alert.id),
        acknowledge: on(acknowledge),
        dismiss: on(dismiss),
        assign: on(assign),
        note: on(note),
      },
    });
  }

  #empty() {
    if (this.#parameters.get("held") === "true") {
      return nothingHere("Nothing was held back.", html`That fits the search and the filters. <a href="#/alerts">Show what rang</a>.`);
    }
    if (anyFilter(this.#parameters)) {
      return nothingHere("No alert fits.", html`Nothing that rang fits the search and the filters. <a href="#/alerts">Clear them</a>.`);
    }
    return this.#watches.length
      ? nothingHere("All quiet.", "The desk is listening. The first new statement that matches a watch appears here the moment it is read.")
      : nothingHere("No watch yet.", html`So nothing can ring. <a href="#/watches/new">Write the first one</a>.`);
  }
}
