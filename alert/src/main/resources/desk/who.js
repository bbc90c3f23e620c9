// Who sits at the desk: by sign-in where the server wants one, by a name of their own choice where it does not.

import * as api from "./api.js";
import { ask } from "./dialogs.js";
import { html, nothing } from "./html.js";
import { orElse } from "./page.js";

const NAME = "tocsin-name";
const OPEN = { name: null, role: "operator", signedIn: false };
let me = OPEN;
let fault = null;

export const myName = () => (me.signedIn ? me.name : localStorage.getItem(NAME) || "desk");

/** What a write says about its author; the server knows better where people sign in. */
export const by = () => (me.signedIn ? {} : { by: myName() });

const RANK = { reader: 0, editor: 1, operator: 2 };
export const may = (role) => (RANK[me.role] ?? 2) >= RANK[role];

export function who(again) {
  if (me.signedIn) {
    const leave = async () => {
      await orElse(api.signOut(), null);
      location.reload();
    };
    return html`<span class="me"><bdi>${me.name}</bdi> <span class="quiet">${me.role}</span></span>
      <button type="button" class="plain" @click=${leave}>Sign out</button>`;
  }
  return html`<button type="button" class="plain me" @click=${() => rename(again)} aria-label="You are ${myName()}: change your name"><span class="quiet">You:</span> ${myName()}</button>`;
}

/** Whether the server lets us in. */
who.load = async () => {
  try {
    me = await api.me();
  } catch (refused) {
    if (refused.status === 401) {
      return false;
    }
    me = OPEN; // a server that knows no roles
  }
  return true;
};

async function rename(again) {
  const name = await ask("Your name on this desk", html`
    <p>Others see it beside what you acknowledge, dismiss or note.</p>
    <label>Name <input name="name" required maxlength="60" autocomplete="nickname" value=${myName()}></label>`,
  { submit: "Keep", value: (form) => form.get("name").trim() });
  if (name) {
    localStorage.setItem(NAME, name);
    again();
  }
}

export async function signIn(again) {
  const token = await ask("Sign in to the desk", html`
    <p>The token stands in the desk’s configuration; whoever runs the desk has it.</p>
    ${fault ? html`<p class="trouble" role="alert">${fault}</p>` : nothing}
    <label>Token <input name="token" type="password" autocomplete="current-password" required></label>`,
  { submit: "Sign in", cancel: null, value: (form) => form.get("token") });
  try {
    if (token) {
      await api.signIn(token);
    }
    fault = null;
  } catch (refused) {
    fault = refused.status === 401 ? "That is not a token this desk knows." : refused.message;
  }
  again();
}
