// The system: how fresh each stage is, how much goes through, and what could not be processed.

import * as api from "../api.js";
import { ask, toast } from "../dialogs.js";
import { html, nothing } from "../html.js";
import { orElse, Page } from "../page.js";
import { heading, text, trouble, when } from "../parts.js";
import { address } from "../router.js";
import { may } from "../who.js";
import { bytes, number, plain, span } from "../words.js";

const LETTERS = 50;
const AGAIN = 5_000;

export function open(root) {
  const page = new Page(root);
  const state = { system: null, letters: null, missing: null };
  const draw = () => page.draw(template(state, (letter) => show(letter), (letter) => replay(letter)));
  const load = async () => {
    state.system = await orElse(api.system(), (fault) => ((state.missing = fault), null));
    state.letters = await orElse(api.deadLetters(LETTERS), []);
    draw();
  };
  const timer = setInterval(() => document.hidden || load().catch(() => null), AGAIN);
  const replay = async (letter) => {
    try {
      await api.replayDeadLetter(key(letter));
      toast("Sent again. What becomes of it stands in the article’s trace.");
      await load();
    } catch (fault) {
      toast(`Not sent: ${fault.message}`);
    }
  };
  const show = async (letter) => {
    const whole = await orElse(api.deadLetter(key(letter)), (fault) => ({ fault }));
    const canReplay = may("operator") && whole.replayable !== false;
    const again = await ask("Dead letter", body(letter, whole), { submit: canReplay ? "Replay" : "Close", cancel: canReplay ? "Close" : null });
    if (again && canReplay) {
      await replay(letter);
    }
  };
  return {
    ready: load(),
    close() {
      clearInterval(timer);
      page.close();
    },
  };
}

const key = (letter) => letter.id || `${letter.partition}-${letter.offset}`;

function template({ system, letters, missing }, show, replay) {
  return html`
    ${heading("System", may("operator") ? html`<a class="button" href=${address("system", "audit")}>Who changed what</a>` : nothing)}
    ${system ? figures(system) : missing ? trouble(missing) : nothing}
    <h2>Dead letters</h2>
    ${letters?.length ? html`<table class="stack"><thead><tr><th scope="col">What was wrong</th><th scope="col">Where</th><th scope="col">Time</th><th scope="col" class="number">Size</th><th scope="col"><span class="hidden">Acts</span></th></tr></thead>
      <tbody>${letters.map((letter) => html`<tr>
        <td>${plain(letter.message)}<br><span class="quiet small">${letter.reason}${letter.origin ? html`, ${text(letter.origin)}` : nothing}</span></td>
        <td data-name="Where">${letter.stage}, ${letter.step}</td><td data-name="Time">${when(letter.time)}</td><td data-name="Size" class="number">${bytes(letter.bytes)}</td>
        <td class="number"><button type="button" class="plain" @click=${() => show(letter)}>View<span class="hidden"> ${key(letter)}</span></button>
          ${may("operator") ? html`<button type="button" class="plain" @click=${() => replay(letter)}>Replay<span class="hidden"> ${key(letter)}</span></button>` : nothing}</td></tr>`)}</tbody></table>`
    : html`<p class="quiet">None. Whatever cannot be processed is kept here with its reason.</p>`}`;
}

function figures({ stages, deadLetters, statements, alerts, disk, streams }) {
  const rows = [["statements", number(statements)], ["alerts", number(alerts)], ["dead letters", number(deadLetters)], ["on disk", bytes(disk)], ["desks connected", number(streams)]];
  return html`<dl class="figures">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    <table class="narrow"><thead><tr><th scope="col">Stage</th><th scope="col" class="number">A second</th><th scope="col" class="number">Lag</th><th scope="col" class="number">Freshness</th></tr></thead>
    <tbody>${stages.map((stage) => html`<tr><td>${stage.name}</td><td class="number">${number(Math.round(stage.rate * 10) / 10)}</td>
      <td class="number">${number(stage.lag)}</td><td class="number">${typeof stage.freshness === "number" ? span(stage.freshness) : "–"}</td></tr>`)}</tbody></table>
    <p class="quiet small">Lag is the number of records that wait; freshness is how long the oldest of them has waited.</p>`;
}

function body(letter, whole) {
  return html`<p>${plain(letter.message)}</p>
    <p class="quiet small">${letter.stage}, ${letter.step} · ${letter.topic ? html`topic ${letter.topic}` : text(letter.origin || "")} · ${when(letter.time)} · ${bytes(letter.bytes)}</p>
    ${whole.fault ? trouble(whole.fault) : html`<pre tabindex="0" dir="auto">${plain(whole.text ?? "")}</pre>${whole.whole === false ? html`<p class="quiet">It goes on; this is its beginning.</p>` : nothing}`}`;
}
