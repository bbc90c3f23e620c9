// Building blocks of the page: elements whose text is always text, times, countries, statements.

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      node.addEventListener(name.slice(2), value);
    } else {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

let zone;

export function useZone(name) {
  zone = name || undefined;
}

const formats = new Map();

function format(options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(undefined, { ...options, timeZone: zone }));
  }
  return formats.get(key);
}

export function time(iso) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) {
    return el("span", {}, "");
  }
  const clock = { hour: "2-digit", minute: "2-digit" };
  const day = format({ dateStyle: "medium" });
  const today = day.format(date) === day.format(new Date());
  const shown = format(today ? clock : { day: "numeric", month: "short", ...clock }).format(date);
  const whole = format({ dateStyle: "full", timeStyle: "long" }).format(date);
  return el("time", { datetime: iso, title: `${whole} · ${iso}` }, shown);
}

const regions = (() => {
  try {
    return new Intl.DisplayNames(undefined, { type: "region" });
  } catch {
    return { of: (code) => code };
  }
})();

export function countryName(code) {
  try {
    return regions.of(code) || code;
  } catch {
    return code;
  }
}

export function countries(list, most) {
  const about = list.filter((c) => c.role === "about");
  const shown = (about.length ? about : list).slice(0, most);
  return shown.map((c) => el("span", { class: "country" }, el("b", {}, c.code), ` ${countryName(c.code)}`));
}

// A link only where the address is one for a browser; an article may claim any address.
export function link(url, words, attributes = {}) {
  return /^https?:\/\//i.test(url || "")
    ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer", ...attributes }, words)
    : el("span", {}, words);
}

// The statement inside its sentence, the words that matched marked.
export function statement(sighting, why) {
  const { text, start } = sighting.statement;
  const context = sighting.context || { text, start };
  const at = start - context.start;
  const inside = at >= 0 && context.text.startsWith(text, at);
  const node = el("p", { class: "words", dir: "auto", lang: language(sighting) });
  if (inside) {
    node.append(context.text.slice(0, at));
  }
  node.append(el("span", { class: "said" }, ...marked(text, why)));
  if (inside) {
    node.append(context.text.slice(at + text.length));
  }
  return node;
}

function language(sighting) {
  const code = sighting.article.language;
  return code && code !== "und" ? code : null;
}

export function marked(text, why) {
  const spans = (why || [])
    .filter((r) => Number.isInteger(r.start) && r.start < r.end && r.end <= text.length)
    .sort((a, b) => a.start - b.start);
  const parts = [];
  let at = 0;
  for (const span of spans) {
    if (span.end > at) {
      const from = Math.max(at, span.start);
      parts.push(text.slice(at, from), el("mark", {}, text.slice(from, span.end)));
      at = span.end;
    }
  }
  parts.push(text.slice(at));
  return parts;
}

export function speakerLine(sighting) {
  const { speaker, cue } = sighting.statement;
  return speaker
    ? el("p", { class: "speaker", dir: "auto" }, speaker.name, cue ? el("span", { class: "cue" }, ` ${cue}`) : null)
    : el("p", { class: "speaker unknown" }, "Speaker not known");
}

export function plural(number, one, many) {
  return `${new Intl.NumberFormat().format(number)} ${number === 1 ? one : many}`;
}

export function outletsSince(alert) {
  const more = alert.sightings - 1;
  return more === 0 ? "first sighting" : `+${plural(more, "sighting", "sightings")} since`;
}
