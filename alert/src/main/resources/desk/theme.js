// Light or dark: as the system has it until somebody chooses.

const KEY = "tocsin-colours";
const NEXT = { auto: "light", light: "dark", dark: "auto" };

const chosen = () => (NEXT[localStorage.getItem(KEY)] ? localStorage.getItem(KEY) : "auto");

export function useTheme() {
  document.documentElement.dataset.colours = chosen();
}

/** The next of the three; its name. */
export function chooseTheme() {
  const next = NEXT[chosen()];
  localStorage.setItem(KEY, next);
  useTheme();
  return next === "auto" ? "as the system" : next;
}
