// The keyboard: single letters, silent while somebody writes. The page that is open says which keys it knows;
// "g" and a letter go to a page.

let ofPage = {};
let always = {};
let prefixed = {};
let awaiting = false;

export function useKeys(actions) {
  ofPage = actions || {};
}

export function listenToKeys(actions, afterG) {
  always = actions;
  prefixed = afterG;
  document.addEventListener("keydown", onKey);
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
    return;
  }
  const writing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
  if (writing) {
    if (event.key === "Escape") {
      event.target.blur();
    }
    return;
  }
  if (event.key === "Enter" && event.target.closest("button, a, summary")) {
    return;
  }
  const action = awaiting ? prefixed[event.key] : ofPage[event.key] || always[event.key];
  awaiting = !awaiting && event.key === "g";
  if (action) {
    event.preventDefault();
    action(event);
  }
}
