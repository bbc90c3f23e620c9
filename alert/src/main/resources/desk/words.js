// What the page says in words: times in the desk's zone, numbers, names of countries and languages.

let zone;

export function useZone(name) {
  zone = name || undefined;
}

const formats = new Map();

function format(options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(undefined, { timeZone: zone, ...options }));
  }
  return formats.get(key);
}

const CLOCK = { hour: "2-digit", minute: "2-digit" };

/** 14:05 today, 3 Mar, 14:05 on another day, with the year where it is another. */
export function shortTime(iso) {
  const date = new Date(iso);
  const day = format({ dateStyle: "short" });
  if (day.format(date) === day.format(new Date())) {
    return format(CLOCK).format(date);
  }
  const year = { year: "numeric" };
  const same = format(year).format(date) === format(year).format(new Date());
  return format({ day: "numeric", month: "short", ...(same ? {} : year), ...CLOCK }).format(date);
}

/** The whole of it, in the desk's zone. */
export const longTime = (iso) => format({ dateStyle: "full", timeStyle: "long" }).format(new Date(iso));

/** As the outlet wrote it: 14:05 UTC+02:00; where nobody knows its offset, as the record has it: 12:05 UTC. */
export const originalTime = (iso, zone) =>
  `${new Date(Date.parse(iso) + zoneOffset(zone)).toISOString().slice(11, 16)} UTC${zoneOffset(zone) ? zone.slice(0, 6) : ""}`;

/** Whether the clock of the desk stood at that moment as the outlet's. */
export const sameClock = (iso, zone) => offset(Math.floor(Date.parse(iso) / 1_000) * 1_000) === zoneOffset(zone);

/** Milliseconds of an offset such as +02:00; 0 for Z and for none. */
function zoneOffset(zone) {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(zone || "") || [];
  return sign ? (sign === "-" ? -60_000 : 60_000) * (60 * hours + Number(minutes)) : 0;
}

export const valid = (iso) => Boolean(iso) && !Number.isNaN(Date.parse(iso));

/** Monday 3 March, for a day such as 2031-03-03. */
export const dayName = (day) => format({ weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));

/** The moment at which a day such as 2031-03-03 begins in the desk's zone, or ends. */
export function dayEdge(day, end = false) {
  const noonless = Date.parse(`${day}T00:00:00Z`) + (end ? 86_400_000 : 0);
  if (Number.isNaN(noonless)) {
    return null;
  }
  return new Date(noonless - offset(noonless)).toISOString();
}

function offset(millis) {
  const parts = Object.fromEntries(
    format({ hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" })
      .formatToParts(new Date(millis))
      .map((p) => [p.type, p.value]));
  return Date.UTC(+parts.year, +parts.month - 1, +parts.day, +parts.hour, +parts.minute, +parts.second) - millis;
}

const numbers = new Intl.NumberFormat();
export const number = (value) => numbers.format(value);
export const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;
export const percent = (share) => new Intl.NumberFormat(undefined, { style: "percent" }).format(share);

/** 90 s, 12 min, 3 h, 2 days. */
export function span(seconds) {
  if (seconds < 120) {
    return `${number(Math.round(seconds * 10) / 10)} s`;
  }
  if (seconds < 7_200) {
    return `${number(Math.round(seconds / 60))} min`;
  }
  return seconds < 172_800 ? `${number(Math.round(seconds / 3_600))} h` : `${number(Math.round(seconds / 86_400))} days`;
}

export function bytes(count) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const step = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log10(count) / 3));
  return `${number(Math.round((count / 1_000 ** step) * 10) / 10)} ${units[step]}`;
}

const display = (type) => {
  const names = new Intl.DisplayNames(undefined, { type });
  return (code) => {
    try {
      return names.of(code) || code;
    } catch {
      return code;
    }
  };
};

export const countryName = display("region");
export const languageName = display("language");

// Characters that would act instead of standing there: controls, and overrides of the writing direction. Each is
// replaced by one that is as long, so that offsets stay right.
const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e\ufff9-\ufffb]/g;

/** Text of others, made harmless to look at. */
export const plain = (text) => String(text ?? "").replace(ACTING, "\ufffd");
