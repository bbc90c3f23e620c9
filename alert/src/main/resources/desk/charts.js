// Small drawings: columns by day, a line of columns beside a name, a time line. Each stands beside its figures in
// words, so that readers of the screen lose nothing. Lengths are attributes of SVG: the page allows no styles inline.

import { html, nothing, svg } from "./html.js";
import { dayName, number, shortTime, plain } from "./words.js";

/** Columns without an axis, for a row of a table: [{ day, count, held }]. */
export function sparkline(days, words) {
  const width = 120;
  const height = 26;
  const most = Math.max(1, ...days.map((d) => d.count + (d.held || 0)));
  const step = width / Math.max(1, days.length);
  const column = (d, i) => {
    const all = ((d.count + (d.held || 0)) / most) * height;
    const rang = (d.count / most) * height;
    return svg`<rect class="held" x=${i * step} y=${height - all} width=${step * 0.76} height=${all - rang}></rect>
      <rect x=${i * step} y=${height - rang} width=${step * 0.76} height=${rang}></rect>`;
  };
  return html`<svg class="spark" role="img" aria-label=${words} viewBox="0 0 ${width} ${height}" width=${width} height=${height}>${days.map(column)}</svg>`;
}

const WIDEST = 44;

/** Columns by day with the largest and the ends named. */
export function columns(days, { label, unit }) {
  if (!days.length) {
    return nothing;
  }
  const width = 720;
  const height = 120;
  const most = Math.max(1, ...days.map((d) => d.count));
  const step = width / days.length;
  const wide = Math.min(step * 0.76, WIDEST);
  const column = (d, i) => svg`<g><title>${dayName(d.day)}: ${number(d.count)}</title>
    <rect class="ground" x=${i * step} y="0" width=${step} height=${height}></rect>
    <rect x=${i * step + (step - wide) / 2} y=${height - (d.count / most) * height} width=${wide} height=${(d.count / most) * height}></rect></g>`;
  const total = days.reduce((sum, d) => sum + d.count, 0);
  return html`<figure class="columns">
    <figcaption><b>${number(total)}</b> ${unit} in ${days.length} days, at most ${number(most)} a day</figcaption>
    <svg role="img" aria-label="${label}: ${number(total)} ${unit} in ${days.length} days" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${days.map(column)}</svg>
    <p class="ends"><span>${dayName(days[0].day)}</span><span>${dayName(days.at(-1).day)}</span></p>
  </figure>`;
}

/** Moments along a line: [{ time, name, kind }]. */
export function timeLine(moments) {
  const width = 720;
  const times = moments.map((m) => Date.parse(m.time));
  const first = Math.min(...times);
  const length = Math.max(1, Math.max(...times) - first);
  const place = (time) => 12 + ((time - first) / length) * (width - 24);
  return html`<figure class="time-line" aria-hidden="true">
    <svg viewBox="0 0 ${width} 40"><line x1="12" x2=${width - 12} y1="20" y2="20"></line>
      ${moments.map((m, i) => svg`<g data-relation=${m.kind}><title>${plain(m.name)}, ${shortTime(m.time)}</title><circle cx=${place(times[i])} cy="20" r=${i ? 6 : 8}></circle></g>`)}</svg>
    <p class="ends"><span>${shortTime(new Date(first).toISOString())}</span><span>${shortTime(new Date(first + length).toISOString())}</span></p>
  </figure>`;
}

/** A share of a whole as a bar. */
export function meter(value, whole, words) {
  const share = whole ? Math.min(1, value / whole) : 0;
  return html`<svg class="meter ${share >= 0.9 ? "full" : ""}" role="img" aria-label=${words} viewBox="0 0 100 6" width="100" height="6" preserveAspectRatio="none"
    ><rect class="ground" width="100" height="6"></rect><rect width=${share * 100} height="6"></rect></svg>`;
}
