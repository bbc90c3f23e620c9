// The filters of the alerts: in the address, in a form, and as what the server is asked for.

import { html, live, nothing } from "../html.js";
import { SEVERITY } from "../parts.js";
import { countryCode, countryList, countryWords } from "../places.js";
import { dayEdge, languageName } from "../words.js";

const STATES = [["", "All"], ["open", "Open"], ["acknowledged", "Acknowledged"], ["dismissed", "Dismissed"]];
const WITHIN = [["", "Any time"], ["1", "Last hour"], ["24", "Last 24 hours"], ["168", "Last 7 days"], ["720", "Last 30 days"]];
const LANGUAGES = ["ar", "bg", "cs", "de", "en", "es", "fa", "fi", "fr", "hu", "it", "ja", "ko", "nl", "no", "pl", "pt", "ru", "sv", "tr", "uk", "zh"];

/** What the server is asked for. */
export function asked(parameters) {
  const hours = Number(parameters.get("within"));
  const one = (name) => parameters.get(name) || undefined;
  return {
    q: one("q"),
    watch: parameters.getAll("watch"),
    severity: parameters.getAll("severity"),
    country: one("country")?.toUpperCase(),
    speaker: one("speaker"),
    source: one("source"),
    language: one("language"),
    state: one("state"),
    assignee: one("assignee"),
    held: one("held"),
    from: hours ? new Date(Date.now() - hours * 3_600_000).toISOString() : one("from") && dayEdge(one("from")),
    to: one("to") && dayEdge(one("to"), true),
  };
}

/** Whether an alert that just rang belongs into the list; null where only the server can tell. */
export function belongs(alert, parameters) {
  const { q, speaker, source, watch, severity, country, language, state, assignee, held, from, to } = asked(parameters);
  if (q || speaker || source) {
    return null;
  }
  const any = (wanted, has) => !wanted?.length || [wanted].flat().includes(has);
  const { article, countries } = alert.sighting;
  return any(watch, alert.watch.id) && any(severity, alert.watch.severity) && any(language, article.language)
    && (!country || countries.some((c) => c.code === country))
    && any(state, alert.state?.state || "open") && any(assignee, alert.state?.assignee)
    && (held === "all" || Boolean(alert.held) === (held === "true"))
    && (!from || alert.rung >= from) && (!to || alert.rung < to);
}

export const anyFilter = (parameters) => [...parameters.keys()].some((name) => parameters.get(name));

export function filters(parameters, watches, change) {
  const value = (name) => parameters.get(name) || "";
  const set = (name) => (event) => change(name, [event.target.value.trim()]);
  const inUse = new Set([...parameters.keys()].filter((name) => name !== "q" && name !== "state")).size;
  const several = (name) => (event) =>
    change(name, [...event.target.closest("fieldset").querySelectorAll(":checked")].map((box) => box.value));
  const select = (name, label, options) => html`<label>${label}
    <select @change=${set(name)} .value=${live(value(name))}>${options.map(([key, words]) => html`<option value=${key} ?selected=${key === value(name)}>${words}</option>`)}</select></label>`;
  const field = (name, label, more = {}) => html`<label>${label}
    <input type=${more.type || "text"} .value=${live(value(name))} @change=${set(name)}
      maxlength="100" autocomplete="off" spellcheck="false"></label>`;
  return html`
    <search>
      <form class="filters" aria-label="Filter the alerts" @submit=${(e) => e.preventDefault()}>
        <label class="find">Search<input type="search" name="q" .value=${live(value("q"))} @change=${set("q")}
          placeholder="Words, names  ( / )" autocomplete="off" spellcheck="false" enterkeyhint="search"></label>
        <details ?open=${matchMedia("(min-width: 1000px)").matches}>
          <summary>Filters${inUse ? ` (${inUse})` : nothing}</summary><div class="fields">
          ${select("watch", "Watch", [["", "All"], ...watches.map((w) => [w.id, w.name])])}
          <fieldset><legend>Severity</legend><div class="ticks">${Object.entries(SEVERITY).map(([key, words]) => html`
            <label><input type="checkbox" value=${key} .checked=${live(parameters.getAll("severity").includes(key))} @change=${several("severity")}>${words}</label>`)}</div></fieldset>
          <label>Country <input list=${countryList()} .value=${live(countryWords(value("country")))} maxlength="60" autocomplete="off" spellcheck="false"
            @change=${(e) => change("country", [countryCode(e.target.value.trim())])}></label>
          ${field("speaker", "Speaker")}
          ${field("source", "Source")}
          ${select("language", "Language", [["", "All"], ...LANGUAGES.map((code) => [code, languageName(code)])])}
          ${field("assignee", "Assigned to")}
          ${select("within", "Rang", WITHIN)}
          <div class="pair">${field("from", "From", { type: "date" })}${field("to", "To", { type: "date" })}</div>
          ${select("held", "Held back", [["", "Only what rang"], ["all", "Show them too"], ["true", "Only those held back"]])}
          ${anyFilter(parameters) ? html`<p><a href="#/alerts">Clear the filters</a></p>` : nothing}
        </div></details>
      </form>
    </search>`;
}

export function stateTabs(parameters, href) {
  const now = parameters.get("state") || "";
  return html`<nav class="tabs" aria-label="State">${STATES.map(([key, words]) => html`
    <a href=${href("state", key)} aria-current=${key === now ? "true" : nothing}>${words}</a>`)}</nav>`;
}
