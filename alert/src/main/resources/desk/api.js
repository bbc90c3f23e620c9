// The desk's API. Every call carries the token, where the desk has one; a refusal is an ApiError.

const TOKEN = "tocsin-token";

export class ApiError extends Error {
  constructor(status, body) {
    super(body.error || `The server answered ${status}.`);
    this.status = status;
    this.position = body.position;
    this.suggestion = body.suggestion;
  }
}

export function keepToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

export function headers(more = {}) {
  const token = sessionStorage.getItem(TOKEN);
  return token ? { ...more, Authorization: `Bearer ${token}` } : more;
}

async function call(method, path, body, signal) {
  const options = { method, headers: headers(), signal };
  if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  const response = await fetch(path, options);
  const text = await response.text();
  let value = null;
  try {
    value = text ? JSON.parse(text) : null;
  } catch {
    value = { error: text.slice(0, 200) };
  }
  if (!response.ok) {
    throw new ApiError(response.status, value || {});
  }
  return value;
}

export const desk = () => call("GET", "/api/desk");
export const alerts = () => call("GET", "/api/alerts?limit=300");
export const watches = () => call("GET", "/api/watches");
export const sources = () => call("GET", "/api/sources");
export const statements = (limit) => call("GET", `/api/statements?limit=${limit}`);
export const trace = (id) => call("GET", `/api/articles/${encodeURIComponent(id)}/trace`);
export const putWatch = (id, watch) => call("PUT", `/api/watches/${encodeURIComponent(id)}`, watch);
export const removeWatch = (id) => call("DELETE", `/api/watches/${encodeURIComponent(id)}`);
export const tryWatch = (query, days, signal) => call("POST", "/api/watches/try", { query, days }, signal);
