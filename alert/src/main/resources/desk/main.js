// Puts the page together: the list, its filters, the side panel, the live stream.

import * as api from "./api.js";
import { card, updateCard } from "./cards.js";
import { detail } from "./detail.js";
import { listenToKeys } from "./keys.js";
import { follow } from "./live.js";
import { watchEditor, watchList } from "./watches.js";
import { el, plural, useZone } from "./words.js";

const MOST = 300;
const REFRESH = 15_000;
const RANK = { low: 0, medium: 1, high: 2 };
const byId = (id) => document.getElementById(id);

const state = { alerts: new Map(), watches: [], selected: null, open: null };

// The list

function order() {
  return [...state.alerts.values()].reverse();
}

function wanted(alert) {
  const watch = byId("filter-watch").value;
  const severity = byId("filter-severity").value;
  const text = byId("filter-text").value.trim().toLowerCase();
  return (
    (!watch || alert.watch.id === watch) &&
    (!severity || RANK[alert.watch.severity] >= RANK[severity]) &&
    (!text || haystack(alert).includes(text))
  );
}

function haystack(alert) {
  const { statement, article, context } = alert.sighting;
  const speaker = statement.speaker ? statement.speaker.name : "";
  return [context ? context.text : statement.text, speaker, article.name, article.title, alert.watch.name]
    .join("\n").toLowerCase();
}

function renderList() {
  byId("alerts").replaceChildren(...order().filter(wanted).map((alert) => card(alert, openAlert)));
  markSelected();
  renderEmpty();
}

function ring(alert) {
  const isNew = !state.alerts.has(alert.id);
  state.alerts.set(alert.id, alert);
  if (state.alerts.size > MOST) {
    const oldest = state.alerts.keys().next().value;
    state.alerts.delete(oldest);
    byId(`alert-${oldest}`)?.remove();
  }
  if (isNew && wanted(alert)) {
    const node = card(alert, openAlert);
    node.classList.add("rung");
    byId("alerts").prepend(node);
    const speaker = alert.sighting.statement.speaker;
    byId("announcer").textContent = `${alert.watch.name}: ${speaker ? speaker.name : "speaker not known"}`;
  }
  renderEmpty();
}

function sightingCame(alert) {
  const known = state.alerts.get(alert.id);
  if (!known || alert.update < known.update) {
    return; // older than what the list shows: an update never rings
  }
  state.alerts.set(alert.id, alert);
  const node = byId(`alert-${alert.id}`);
  if (node) {
    updateCard(node, alert);
  }
  if (state.open === alert.id) {
    showSide(detail(alert, closeSide), alert.id, false);
  }
}

async function renderEmpty() {
  const shown = byId("alerts").childElementCount;
  byId("empty").hidden = shown > 0;
  if (shown > 0) {
    return;
  }
  const filtered = state.alerts.size > 0;
  byId("empty-title").textContent = filtered ? "No alert fits the filters." : "All quiet.";
  byId("empty-words").textContent = filtered
    ? `${plural(state.alerts.size, "alert is", "alerts are")} hidden by them.`
    : state.watches.length
      ? "The desk is listening. The first new statement that matches a watch appears here the moment it is read."
      : "No watch is in force yet, so nothing can ring. Press w to write one.";
  byId("empty-facts").replaceChildren();
  if (!filtered) {
    await renderFacts();
  }
}

async function renderFacts() {
  try {
    const [sources, statements] = await Promise.all([api.sources(), api.statements(1000)]);
    const fact = (name, value) => el("div", {}, el("dt", {}, name), el("dd", {}, value));
    byId("empty-facts").replaceChildren(
      fact("watches", String(state.watches.length)),
      fact("sources", String(sources.length)),
      fact("statements read", statements.length < 1000 ? String(statements.length) : "1000+"));
  } catch {
    byId("empty-facts").replaceChildren();
  }
}

// Selection and the side panel

function markSelected() {
  for (const node of byId("alerts").children) {
    if (node.dataset.alert === state.selected) {
      node.setAttribute("aria-current", "true");
    } else {
      node.removeAttribute("aria-current");
    }
  }
}

function move(step) {
  const nodes = [...byId("alerts").children];
  if (nodes.length === 0) {
    return;
  }
  const at = nodes.findIndex((node) => node.dataset.alert === state.selected);
  const next = nodes[Math.min(nodes.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
  state.selected = next.dataset.alert;
  markSelected();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  if (state.open && state.alerts.has(state.open)) {
    openAlert(state.selected, false);
  }
}

function openAlert(id, focus = true) {
  const alert = state.alerts.get(id);
  if (alert) {
    state.selected = id;
    markSelected();
    showSide(detail(alert, closeSide), id, focus);
  }
}

function showSide(content, open, focus = true) {
  const side = byId("side");
  side.replaceChildren(content);
  side.hidden = false;
  state.open = open;
  byId("open-watches").setAttribute("aria-expanded", String(open === "watches"));
  if (focus) {
    side.scrollTop = 0;
    side.querySelector("h2")?.focus({ preventScroll: true });
  }
}

function closeSide() {
  byId("side").hidden = true;
  byId("side").replaceChildren();
  byId("open-watches").setAttribute("aria-expanded", "false");
  state.open = null;
  if (state.selected) {
    byId(`alert-${state.selected}`)?.focus({ preventScroll: true });
  }
}

// Watches

async function loadWatches() {
  state.watches = await api.watches();
  byId("watch-count").textContent = String(state.watches.filter((w) => w.enabled).length);
  const select = byId("filter-watch");
  const chosen = select.value;
  select.replaceChildren(
    el("option", { value: "" }, "All"),
    ...state.watches.map((watch) => el("option", { value: watch.id }, watch.name)));
  select.value = chosen;
}

async function openWatches() {
  try {
    await loadWatches();
    showSide(watchList(state.watches, closeSide, editWatch), "watches");
  } catch (fault) {
    showSide(el("p", {}, fault.message), "watches");
  }
}

function editWatch(watch) {
  showSide(watchEditor(watch, () => openWatches()), "watches");
}

// Start

function connection(how) {
  const words = { live: "Live", broken: "Reconnecting", waiting: "Connecting" };
  byId("connection").dataset.state = how;
  byId("connection-words").textContent = words[how];
}

async function load() {
  const page = await api.alerts();
  state.alerts = new Map([...page.alerts].reverse().map((alert) => [alert.id, alert]));
  await loadWatches();
  renderList();
  return page.position;
}

// What the stream does not carry: watches changed elsewhere, and the figures of an empty desk.
function refresh() {
  loadWatches().then(() => (state.alerts.size === 0 ? renderEmpty() : null)).catch(() => null);
}

function onEvent(name, data) {
  if (name === "alert") {
    ring(JSON.parse(data));
  } else if (name === "sighting") {
    sightingCame(JSON.parse(data));
  } else if (name === "gap") {
    load().catch(() => connection("broken"));
  }
}

async function start() {
  try {
    useZone((await api.desk()).zone);
    const from = await load();
    follow({ from, onEvent, onState: connection });
    setInterval(refresh, REFRESH);
  } catch (fault) {
    if (fault.status === 401) {
      byId("token").showModal();
    } else {
      connection("broken");
      setTimeout(start, 3_000);
    }
  }
}

byId("token-form").addEventListener("submit", () => {
  api.keepToken(byId("token-value").value);
  start();
});
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("filters").addEventListener("input", renderList);
byId("open-watches").addEventListener("click", () => (state.open === "watches" ? closeSide() : openWatches()));
byId("open-help").addEventListener("click", () => byId("help").showModal());

listenToKeys({
  j: () => move(1),
  k: () => move(-1),
  o: () => openAlert(state.selected),
  Enter: () => openAlert(state.selected),
  s: () => byId(`alert-${state.selected}`)?.querySelector(".outlet a")?.click(),
  w: () => openWatches(),
  "/": () => byId("filter-text").focus(),
  "?": () => byId("help").showModal(),
  Escape: (event) => {
    if (event.target.closest("input[type=search]")) {
      event.target.blur();
    } else if (state.open) {
      closeSide();
    }
  },
});

start();
