// The difference of two texts by words: what both have stays, the rest is removed or added.

import { html } from "./html.js";
import { plain } from "./words.js";

const LONGEST = 600;

/** [{ kind: "same"|"removed"|"added", words }] by the longest common sequence. */
export function difference(from, to) {
  const a = words(from);
  const b = words(to);
  if (a.length > LONGEST || b.length > LONGEST) {
    return [{ kind: "removed", words: from }, { kind: "added", words: to }];
  }
  const common = lengths(a, b);
  const parts = [];
  const put = (kind, word) => {
    if (parts.at(-1)?.kind === kind) {
      parts.at(-1).words += word;
    } else {
      parts.push({ kind, words: word });
    }
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      put("same", a[i++]);
      j++;
    } else if (i < a.length && (j === b.length || common[i + 1][j] >= common[i][j + 1])) {
      put("removed", a[i++]);
    } else {
      put("added", b[j++]);
    }
  }
  return parts;
}

const words = (text) => String(text ?? "").match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) || [];

function lengths(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table;
}

export const shown = (from, to) => difference(from, to).map(({ kind, words: text }) =>
  kind === "same" ? plain(text) : kind === "added" ? html`<ins>${plain(text)}</ins>` : html`<del>${plain(text)}</del>`);
