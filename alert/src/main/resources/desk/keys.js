// The keyboard: single letters, silent while somebody writes.

export function listenToKeys(actions) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const writing = event.target.closest("input, textarea, select");
    if (event.key === "Escape") {
      actions.Escape(event);
    } else if (!writing && !document.querySelector("dialog[open]") && actions[event.key]) {
      if (event.key === "Enter" && event.target.closest("button, a")) {
        return;
      }
      event.preventDefault();
      actions[event.key](event);
    }
  });
}
