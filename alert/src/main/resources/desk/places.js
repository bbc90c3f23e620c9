// Countries as people write them: by name or by code.

import { countryName } from "./words.js";

const LIST = "country-names";
const MADE_UP = new Set(["EU", "EZ", "UN", "QO", "ZZ"]);
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

let known;

/** Name in lower case → code, of every country that this browser can name. */
function names() {
  known ??= new Map(LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(isCountry).map((code) => [countryName(code).toLowerCase(), code]));
  return known;
}

// A code that was given up stands for its successor, and has no name of its own.
const isCountry = (code) => countryName(code) !== code && (code === "XK" || !/^(X|Q[M-Z])/.test(code)) && !MADE_UP.has(code)
  && new Intl.Locale(`und-${code}`).region === code;

/** NO for "Norway", "no" and "NO"; what nobody knows stays as it was written. */
export function countryCode(written) {
  return names().get(written.toLowerCase()) ?? (written.length === 2 ? written.toUpperCase() : written);
}

export const countryWords = (code) => (code ? countryName(code) : "");

/** The id of a list to choose from, which is made when it is first asked for. */
export function countryList() {
  if (!document.getElementById(LIST)) {
    const list = document.createElement("datalist");
    list.id = LIST;
    list.append(...[...names().values()].map(countryName).sort((a, b) => a.localeCompare(b)).map((name) => new Option(name)));
    document.body.append(list);
  }
  return LIST;
}
