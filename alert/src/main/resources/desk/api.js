// The desk's API. Addresses are relative to the page, so that the desk works behind a path prefix. A refusal
// is an ApiError, whose message is meant for people.

export class ApiError extends Error {
  constructor(status, body) {
    super(body.error && !/^Endpoint /.test(body.error) ? body.error : wordsFor(status));
    this.status = status;
    this.position = body.position;
    this.suggestion = body.suggestion;
    this.answer = body;
  }
}

function wordsFor(status) {
  const words = {
    401: "The desk wants you to sign in.",
    403: "You may not do that with this sign-in.",
    404: "This server does not have it.",
    429: "The server is busy with the same question; try again in a moment.",
    503: "The server is still reading what it needs for this; try again in a moment.",
  };
  return words[status] || `The server answered ${status}.`;
}

async function call(method, path, { body, file, signal } = {}) {
  const options = { method, headers: {}, signal };
  if (method !== "GET") {
    options.headers["X-Tocsin"] = "desk"; // a page of others cannot send it
  }
  if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  if (file !== undefined) {
    options.headers["Content-Type"] = "application/yaml";
    options.body = file;
  }
  const response = await fetch(`api/${path}`, options);
  const text = await response.text();
  if (!response.ok) {
    throw new ApiError(response.status, parse(text));
  }
  return { value: text ? JSON.parse(text) : null, headers: response.headers };
}

function parse(text) {
  try {
    return JSON.parse(text) || {};
  } catch {
    return {};
  }
}

const get = async (path, signal) => (await call("GET", path, { signal })).value;
const send = async (method, path, body, signal) => (await call(method, path, { body, signal })).value;
const id = encodeURIComponent;

/** A query string; absent values are left out, lists repeated. */
export function query(parameters) {
  const all = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== "") {
        all.append(name, one);
      }
    }
  }
  const text = all.toString();
  return text ? `?${text}` : "";
}

export const desk = () => get("desk");
export const me = () => get("me");
export const alerts = (parameters, signal) => get(`alerts${query(parameters)}`, signal);
export const alert = (key) => get(`alerts/${id(key)}`);
export const alertPage = (key) => get(`alerts/${id(key)}/page`);
export const putState = (key, state) => send("PUT", `alerts/${id(key)}/state`, state);
export const trace = (key) => get(`articles/${id(key)}/trace`);
export const watches = () => get("watches");
export const watchFigures = (days) => get(`watches/figures?days=${days}`);
export const watchCalm = (key) => get(`watches/${id(key)}/calm`);
export const watchVersions = (key) => get(`watches/${id(key)}/versions`);
export const watchTemplates = () => get("watch-templates");
export const putWatch = (key, watch) => send("PUT", `watches/${id(key)}`, watch);
export const watchesFile = "api/watches.yaml";
export const importWatches = async (file, parameters) => (await call("PUT", `watches.yaml${query(parameters)}`, { file })).value;
export const removeWatch = (key) => send("DELETE", `watches/${id(key)}`);
export const snooze = (key, until) => send("POST", `watches/${id(key)}/snooze`, { until });
export const tryWatch = (body, signal) => send("POST", "watches/try", body, signal);
export const notifiers = () => get("notifiers");
export const speakers = (parameters, signal) => get(`speakers${query(parameters)}`, signal);
export const speaker = (key, days) => get(`speakers/${id(key)}?days=${days}`);
export const countries = (days) => get(`countries?days=${days}`);
export const country = (code, days) => get(`countries/${id(code)}?days=${days}`);
export const audit = (limit) => get(`audit?limit=${limit}`);
export const sources = () => get("sources");
export const system = () => get("system");
export const deadLetters = (limit) => get(`dead-letters?limit=${limit}`);
export const deadLetter = (key) => get(`dead-letters/${id(key)}`);
export const replayDeadLetter = (key) => send("POST", `dead-letters/${id(key)}/replay`);
export const world = async () => (await fetch("desk/world.json")).json();

/** Statements with their total number and the way to the next ones. */
export async function statements(parameters, signal) {
  const { value, headers: sent } = await call("GET", `statements${query(parameters)}`, { signal });
  const next = /[?&]cursor=([^&>]+)/.exec(sent.get("Link") || "");
  return {
    statements: value,
    total: sent.has("X-Total-Count") ? Number(sent.get("X-Total-Count")) : null,
    next: next ? decodeURIComponent(next[1]) : null,
  };
}

/** Signs in. The session is a cookie that no script can read. */
export const signIn = (token) => send("POST", "session", { token });
export const signOut = () => send("DELETE", "session");
