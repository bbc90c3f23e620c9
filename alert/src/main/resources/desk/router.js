// Addresses of the page: #/alerts?severity=high, #/alerts/ID, #/watches/ID. They stand behind the #, so that the
// page needs nothing of the server and works behind any path prefix.

/** Of #/watches/ports?day=1: { page: "watches", id: "ports", parameters }. */
export function here() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const [page, ...rest] = path.split("/");
  return { page: page || "alerts", id: decoded(rest.join("/")), parameters: new URLSearchParams(query || "") };
}

function decoded(text) {
  try {
    return decodeURIComponent(text) || null;
  } catch {
    return text;
  }
}

export function address(page, id = null, parameters = null) {
  const query = parameters ? parameters.toString() : "";
  return `#/${page}${id === null ? "" : `/${encodeURIComponent(id)}`}${query ? `?${query}` : ""}`;
}

export function go(page, id, parameters) {
  location.hash = address(page, id, parameters);
}

/** Changes the address without a step in the browser's history. */
export function stay(page, id, parameters) {
  history.replaceState(null, "", address(page, id, parameters));
}
