// Puts the page together: navigation, sign-in, the live stream, and the page that the address names.

import * as api from "./api.js";
import { announce } from "./dialogs.js";
import { html, nothing, render } from "./html.js";
import { help } from "./help.js";
import { listenToKeys, useKeys } from "./keys.js";
import { follow } from "./live.js";
import { chooseTheme, useTheme } from "./theme.js";
import { go, here, address } from "./router.js";
import { signIn, who } from "./who.js";
import { useZone } from "./words.js";

// Key after "g", name, and where the code lies. What an editor opens rarely is loaded when it is opened.
const PAGES = {
  alerts: { key: "a", name: "Alerts", list: () => import("./pages/alerts.js"), one: () => import("./pages/alert.js") },
  watches: { key: "w", name: "Watches", list: () => import("./pages/watches.js"), one: () => import("./pages/watch.js") },
  statements: { key: "t", name: "Statements", list: () => import("./pages/statements.js") },
  speakers: { key: "p", name: "Speakers", list: () => import("./pages/speakers.js"), one: () => import("./pages/profile.js") },
  countries: { key: "c", name: "Countries", list: () => import("./pages/countries.js"), one: () => import("./pages/profile.js") },
  sources: { key: "s", name: "Sources", list: () => import("./pages/sources.js") },
  system: { key: "y", name: "System", list: () => import("./pages/system.js"), one: () => import("./pages/audit.js") },
};

const byId = (id) => document.getElementById(id);
let current = null;
let turn = 0;

async function show({ focus }) {
  const route = here();
  const entry = PAGES[route.page] || PAGES.alerts;
  const mine = ++turn;
  navigation(route);
  try {
    const module = await (route.id !== null && entry.one ? entry.one() : entry.list());
    if (mine !== turn) {
      return;
    }
    if (current?.follows?.(route)) {
      return ready();
    }
    current?.close();
    useKeys({});
    const root = document.createElement("div");
    root.className = `page ${route.page}`;
    byId("main").replaceChildren(root);
    current = module.open(root, route);
    document.title = `${entry.name} · Tocsin`;
    scrollTo(0, 0);
    await current.ready;
    ready();
    if (focus && mine === turn && document.activeElement === document.body) {
      (root.querySelector("h1") || byId("main")).focus({ preventScroll: true });
    }
  } catch (fault) {
    if (fault.status === 401) {
      signIn(begin);
    } else if (mine === turn) {
      byId("main").textContent = `This page could not be opened: ${fault.message}`;
    }
  }
}

/** For tests: everything that this address asks for is drawn. */
function ready() {
  byId("main").dataset.ready = location.hash;
}

function navigation(route) {
  render(html`<ul>${Object.entries(PAGES).map(([page, { name, key }]) => html`
    <li><a href=${address(page)} aria-current=${page === route.page ? "page" : nothing} aria-keyshortcuts="g ${key}">${name}</a></li>`)}</ul>`, byId("nav"));
  byId("nav").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
}

function tools() {
  render(html`${who(begin)}
    <button type="button" class="plain" @click=${theme} aria-label="Light or dark">◐</button>
    <button type="button" class="plain" @click=${() => help()} aria-keyshortcuts="?" aria-label="Keyboard help">?</button>`, byId("tools"));
}

function theme() {
  announce(`Colours: ${chooseTheme()}`);
}

const LIVE = { live: "Live", broken: "Reconnecting", waiting: "Connecting" };

function connection(state) {
  byId("connection").dataset.state = state;
  byId("connection-words").textContent = LIVE[state];
}

const stream = follow({
  onState: connection,
  onEvent: (name, data) => dispatchEvent(new CustomEvent(`desk-${name}`, { detail: data ? JSON.parse(data) : null })),
});
let streaming = false;

/** Where the stream is to begin: the position that a list was read at. Only the first one counts. */
addEventListener("desk-position", (event) => {
  if (!streaming) {
    streaming = true;
    stream(event.detail);
  }
});

async function begin() {
  try {
    useZone((await api.desk()).zone);
    const ready = await who.load();
    tools();
    if (!ready) {
      return signIn(begin);
    }
    await show({ focus: false });
    // A page without a list of alerts begins the stream where it is now.
    dispatchEvent(new CustomEvent("desk-position", { detail: null }));
  } catch (fault) {
    if (fault.status === 401) {
      return signIn(begin);
    }
    connection("broken");
    setTimeout(begin, 3_000);
  }
}

// A session ends at night; whatever notices it first asks for a new one.
const signInAgain = () => document.querySelector("dialog[open]") || signIn(begin);
addEventListener("desk-signed-out", signInAgain);
addEventListener("unhandledrejection", (event) => {
  if (event.reason?.status === 401) {
    event.preventDefault();
    signInAgain();
  }
});

byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});
addEventListener("hashchange", () => show({ focus: true }));
listenToKeys(
  { "?": () => help(), Escape: () => (here().id === null ? null : go(here().page)) },
  Object.fromEntries(Object.entries(PAGES).map(([page, { key }]) => [key, () => go(page)])));
useTheme();
begin();
