// Watches from a file, as one was exported or somebody wrote it: what it would change is shown before anything does.

import * as api from "../api.js";
import { ask, toast } from "../dialogs.js";
import { html, nothing } from "../html.js";
import { plain, plural } from "../words.js";

/** Lets somebody choose a file; done() is called once its watches are in force. */
export function chooseFile(done) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".yaml,.yml,.json";
  input.addEventListener("change", () => input.files[0] && take(input.files[0], done));
  input.click();
}

async function take(file, done) {
  const text = await file.text();
  try {
    const trial = await api.importWatches(text, { file: file.name, dryRun: true });
    const answer = await ask(`Watches from ${file.name}`, difference(trial), {
      submit: "Import",
      value: (form) => ({ prune: form.has("prune") }),
    });
    if (answer) {
      const { added, changed, removed, pruned } = await api.importWatches(text, { file: file.name, prune: answer.prune });
      toast(`${plural(added.length, "watch", "watches")} added, ${changed.length} changed, ${pruned ? removed.length : 0} removed.`);
      done();
    }
  } catch (fault) {
    await ask(`${file.name} was not taken`, refusals(fault), { submit: "Close", cancel: null });
  }
}

function difference({ added, changed, removed, unchanged }) {
  const ids = (list) => list.map((id, i) => html`${i ? ", " : ""}<code><bdi>${plain(id)}</bdi></code>`);
  return html`
    <ul class="rows">
      ${added.length ? html`<li><b>${plural(added.length, "new watch", "new watches")}</b>: ${ids(added)}</li>` : nothing}
      ${changed.map((change) => html`<li><b>Changed</b>: ${ids([change.id])}${change.fields.map(turn)}</li>`)}
      <li class="quiet">${plural(unchanged, "watch stays", "watches stay")} as ${unchanged === 1 ? "it is" : "they are"}.</li>
    </ul>
    ${removed.length ? html`<label class="tick"><input type="checkbox" name="prune"> Remove ${plural(removed.length, "watch", "watches")} that the file does not have: ${ids(removed)}</label>` : nothing}`;
}

const said = (value) => (value === null || value === undefined ? "none" : typeof value === "string" ? value : JSON.stringify(value));

const turn = ({ field, from, to }) => html`<br><span class="small">${field}: <del><bdi>${plain(said(from))}</bdi></del> → <ins><bdi>${plain(said(to))}</bdi></ins></span>`;

function refusals(fault) {
  const refused = fault.answer?.refused || [];
  return refused.length === 0 ? html`<p>${fault.message}</p>` : html`
    <p>Nothing was changed. ${plural(refused.length, "watch is", "watches are")} not in order:</p>
    <ul class="rows">${refused.map((r) => html`<li><code><bdi>${plain(r.id)}</bdi></code>, line ${r.line}: ${plain(r.error)} <span class="quiet">${plain(r.suggestion)}</span></li>`)}</ul>`;
}
