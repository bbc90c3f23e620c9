// How calm a watch is to be: the fields of the editor, and what they say.

import { html } from "../html.js";

const TIMES = [["", "none"], ["PT10M", "10 minutes"], ["PT30M", "30 minutes"], ["PT1H", "1 hour"], ["PT2H", "2 hours"], ["PT6H", "6 hours"], ["PT12H", "12 hours"], ["PT24H", "1 day"]];

export function calmFields({ calm, notifiers }, known) {
  const quiet = calm?.quiet;
  const times = (name, label, about) => html`<label>${label} <select name=${name} title=${about}>${withOwn(calm?.[name]).map(([key, words]) =>
    html`<option value=${key} ?selected=${key === (calm?.[name] || "")}>${words}</option>`)}</select></label>`;
  const count = (name, label) => html`<label>${label} <input name=${name} type="number" min="1" max="100000" inputmode="numeric" placeholder="no limit" value=${calm?.[name] ?? ""}></label>`;
  return html`<details ?open=${Object.values(calm ?? {}).some((value) => value !== null)}><summary>Calm: how often it may ring, and when</summary>
    <div class="pair">${times("coolDown", "Cool-down", "After an alert, hold back the next ones of the same speaker and story for")}${times("group", "Group the story for", "Other new statements of the same story join the alert")}</div>
    <div class="pair">${count("perHour", "At most in an hour")}${count("perDay", "At most in a day")}</div>
    <div class="pair"><label>Quiet from <input name="quietFrom" type="time" value=${quiet?.from ?? ""}></label><label>until <input name="quietTo" type="time" value=${quiet?.to ?? ""}></label></div>
    <label>Time zone of the quiet hours <input name="zone" value=${quiet?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone} maxlength="60" spellcheck="false"></label>
    <label class="tick"><input type="checkbox" name="urgent" ?checked=${quiet?.urgent}> High severity rings in quiet hours, too</label>
    ${known.length ? html`<fieldset><legend>Told by</legend>${known.map(({ id }) => html`
      <label class="tick"><input type="checkbox" name="notifiers" value=${id} ?checked=${notifiers?.includes(id)}> ${id}</label>`)}
      <p class="quiet small">None ticked: every notifier that takes this watch.</p></fieldset>`
    : (notifiers || []).map((id) => html`<input type="hidden" name="notifiers" value=${id}>`)}</details>`;
}

// A duration that another tool wrote stays as it is.
const withOwn = (value) => (!value || TIMES.some(([key]) => key === value) ? TIMES : [...TIMES, [value, value.replace("PT", "").toLowerCase()]]);

/** { calm, notifiers } of the form; calm is null where nothing is asked for. */
export function calmOf(form) {
  const own = (name) => form.get(name) || null;
  const whole = (name) => (own(name) === null ? null : Number(own(name)));
  const quiet = own("quietFrom") && own("quietTo") ? { from: own("quietFrom"), to: own("quietTo"), zone: own("zone"), urgent: form.has("urgent") } : null;
  const calm = { coolDown: own("coolDown"), perHour: whole("perHour"), perDay: whole("perDay"), quiet, group: own("group") };
  return { calm: Object.values(calm).some((value) => value !== null) ? calm : null, notifiers: form.getAll("notifiers") };
}
