// What every page needs: a place to draw, data that may not come, and an end.

import { html, render } from "./html.js";
import { trouble } from "./parts.js";

/** Draws, and forgets what comes too late: an answer for a page that was left. */
export class Page {
  #root;
  #left = new AbortController();

  constructor(root) {
    this.#root = root;
  }

  get signal() {
    return this.#left.signal;
  }

  get open() {
    return !this.#left.signal.aborted;
  }

  draw(template) {
    if (this.open) {
      render(template, this.#root);
    }
  }

  /** Draws what comes of a promise; a quiet word while it is awaited, a clear one where it fails. */
  async load(promise, template) {
    const waiting = setTimeout(() => this.draw(html`<p class="waiting" role="status">One moment …</p>`), 150);
    try {
      const value = await promise;
      clearTimeout(waiting);
      this.draw(template(value));
      return value;
    } catch (fault) {
      clearTimeout(waiting);
      if (fault.status === 401) {
        throw fault;
      }
      this.draw(trouble(fault));
      return null;
    }
  }

  close() {
    this.#left.abort();
  }
}

/** The value of a promise; what to show instead where the server does not know it or is not ready. */
export async function orElse(promise, otherwise) {
  try {
    return await promise;
  } catch (fault) {
    if (fault.status === 401 || fault.name === "AbortError") {
      throw fault;
    }
    return otherwise instanceof Function ? otherwise(fault) : otherwise;
  }
}
