// What people make of an alert: acknowledged, dismissed with a verdict, assigned, noted. One step can be taken back.

import * as api from "./api.js";
import { ask, toast } from "./dialogs.js";
import { html } from "./html.js";
import { by, may, myName } from "./who.js";

export const VERDICTS = {
  "wrong-speaker": "Wrong speaker",
  "wrong-country": "Wrong country",
  "not-new": "Not new",
  "off-topic": "Off topic",
  "not-news": "Not news",
};

let undo = null;

/** Writes a state; changed(state) is called with what the server made of it. */
async function write(alert, change, words, changed) {
  if (!may("editor")) {
    return toast("Your sign-in reads only.");
  }
  const before = alert.state || { state: "open", verdict: null, assignee: null, note: null };
  let version = before.version ?? 0;
  const put = async ({ state, verdict = null, assignee = null, note = null }) => {
    try {
      const now = await api.putState(alert.id, { state, verdict, assignee, note, version, ...by() });
      version = now.version;
      changed(now);
      return true;
    } catch (fault) {
      if (fault.status === 409 && fault.answer.current) {
        changed(fault.answer.current);
      }
      toast(`Not saved: ${fault.message}`);
      return false;
    }
  };
  const saved = put({ ...before, ...change });
  // At once: the stream may show the change before the answer does, and it is this step that "u" means then.
  const step = async () => {
    undo = null;
    if (!(await saved)) {
      return;
    }
    // What was dismissed must be opened before it is acknowledged.
    const open = change.state !== "dismissed" || before.state !== "acknowledged" || (await put({ ...before, state: "open" }));
    if (open && (await put(before))) {
      toast("Taken back.");
    }
  };
  undo = step;
  if (await saved) {
    toast(words, { words: "Undo (u)", run: takeBack });
  } else if (undo === step) {
    undo = null;
  }
}

export const takeBack = () => (undo ? undo() : toast("There is nothing to take back."));

export function acknowledge(alert, changed) {
  const open = (alert.state?.state || "open") === "open";
  return open
    ? write(alert, { state: "acknowledged", verdict: null }, "Acknowledged.", changed)
    : write(alert, { state: "open", verdict: null }, "Open again.", changed);
}

export async function dismiss(alert, changed) {
  if (!may("editor")) {
    return toast("Your sign-in reads only.");
  }
  const entries = Object.entries(VERDICTS);
  const choose = (place) => (dialog) => {
    const box = dialog.querySelectorAll("input[type=radio]")[place];
    box.checked = true;
    box.focus();
  };
  const answer = await ask("Dismiss: what is wrong with it?", html`
    <fieldset class="verdicts"><legend class="hidden">Verdict</legend>${entries.map(([key, words], i) => html`
      <label><input type="radio" name="verdict" value=${key} required ?checked=${i === 0} ?autofocus=${i === 0}><kbd>${i + 1}</kbd> ${words}</label>`)}</fieldset>
    <label>Note <input name="note" maxlength="500" autocomplete="off" value=${alert.state?.note || ""}></label>`,
  {
    submit: "Dismiss",
    value: (form) => ({ verdict: form.get("verdict"), note: form.get("note").trim() || null }),
    keys: Object.fromEntries(entries.map((_, i) => [String(i + 1), choose(i)])),
  });
  return answer ? write(alert, { state: "dismissed", ...answer }, `Dismissed: ${VERDICTS[answer.verdict].toLowerCase()}.`, changed) : null;
}

/** To me; where it is mine already, to nobody. */
export function assignToMe(alert, changed) {
  const mine = alert.state?.assignee === myName();
  return write(alert, { assignee: mine ? null : myName() }, mine ? "Assigned to nobody." : "Assigned to you.", changed);
}

export async function assign(alert, changed) {
  const name = await ask("Who looks after it?", html`
    <label>Name <input name="name" maxlength="60" autocomplete="off" autofocus value=${alert.state?.assignee || myName()}></label>
    <p class="quiet">Nobody, where it is left empty.</p>`, { submit: "Assign", value: (form) => ({ name: form.get("name").trim() || null }) });
  return name ? write(alert, { assignee: name.name }, name.name ? `Assigned to ${name.name}.` : "Assigned to nobody.", changed) : null;
}

export async function note(alert, changed) {
  const answer = await ask("Note", html`
    <label>For the desk <textarea name="note" rows="3" maxlength="500" autofocus .value=${alert.state?.note || ""}></textarea></label>`,
  { submit: "Keep", value: (form) => ({ note: form.get("note").trim() || null }) });
  return answer ? write(alert, answer, answer.note ? "Noted." : "Note removed.", changed) : null;
}
