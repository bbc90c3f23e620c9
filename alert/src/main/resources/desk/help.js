// The keys, for those who ask.

import { ask } from "./dialogs.js";
import { html } from "./html.js";

const KEYS = [
  ["Alerts", [
    ["j k", "next, previous alert"],
    ["o Enter", "open the alert"],
    ["a", "acknowledge; once more: open again"],
    ["d", "dismiss with a verdict"],
    ["m", "assign to me; once more: to nobody"],
    ["n", "note"],
    ["s", "open the source in a new tab"],
    ["u", "take the last step back"],
    ["/", "search"],
  ]],
  ["Everywhere", [
    ["g a", "alerts"],
    ["g w", "watches"],
    ["g t", "statements"],
    ["g p", "speakers"],
    ["g c", "countries"],
    ["g s", "sources"],
    ["g y", "system"],
    ["Esc", "back, close"],
    ["?", "this help"],
  ]],
];

export function help() {
  ask("Keys", html`<div class="keys">${KEYS.map(([title, rows]) => html`
    <section><h3>${title}</h3><dl>${rows.map(([keys, words]) => html`
      <div><dt>${keys.split(" ").map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${words}</dd></div>`)}</dl></section>`)}</div>`,
  { submit: "Close", cancel: null });
}
