// Dialogs and the short notice at the foot of the page.

import { html, nothing, render } from "./html.js";

const place = () => document.getElementById("dialogs");

/** Shows a modal dialog; its value when it closes is what the button or the form says, "" where it was left. */
export function ask(title, body, { submit = "Go on", cancel = "Cancel", value = () => "yes", keys = {} } = {}) {
  return new Promise((resolve) => {
    const before = document.activeElement;
    let answer = "";
    const done = (event) => {
      event.preventDefault();
      answer = value(new FormData(event.target));
      event.target.closest("dialog").close();
    };
    const onKey = (event) => {
      if (keys[event.key] && !event.target.closest("textarea, input:not([type=radio])")) {
        event.preventDefault();
        keys[event.key](event.currentTarget);
      }
    };
    const closed = () => {
      render(nothing, place());
      before?.focus?.({ preventScroll: true });
      resolve(answer);
    };
    render(html`
      <dialog aria-labelledby="dialog-title" @close=${closed} @keydown=${onKey}>
        <form @submit=${done}>
          <h2 id="dialog-title">${title}</h2>
          ${body}
          <p class="acts">
            <button class="main">${submit}</button>
            ${cancel ? html`<button type="button" @click=${(e) => e.target.closest("dialog").close()}>${cancel}</button>` : nothing}
          </p>
        </form>
      </dialog>`, place());
    place().querySelector("dialog").showModal();
  });
}

let timer;

/** A notice that goes away by itself, with at most one thing to do about it. */
export function toast(words, act = null) {
  const node = document.getElementById("toast");
  clearTimeout(timer);
  const clear = () => render(nothing, node);
  const run = () => {
    clear();
    act.run();
  };
  render(html`<p>${words}${act ? html` <button type="button" @click=${run}>${act.words}</button>` : nothing}</p>`, node);
  timer = setTimeout(clear, act ? 8_000 : 4_000);
}

export function announce(words) {
  document.getElementById("announcer").textContent = words;
}
