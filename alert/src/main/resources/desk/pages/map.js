// A map of the world, coloured by a number a country. The shapes are drawn beforehand (world.json, see its first
// line); five steps, each reaching as far above the last as news does: by powers.

import { html, nothing, svg } from "../html.js";
import { address } from "../router.js";
import { number } from "../words.js";

const STEPS = 5;

/** counts: code → number. The table beside it says the same, so the links of the map are not stops of the tab key. */
export function map(world, counts, words) {
  const most = Math.max(...counts.values());
  const edges = Array.from({ length: STEPS }, (_, i) => Math.max(1, Math.round(most ** ((i + 1) / STEPS))));
  const step = (count) => edges.findIndex((edge) => count <= edge) + 1;
  const shape = ([code, path]) => {
    const count = counts.get(code);
    return count
      ? svg`<a href=${address("countries", code)} data-code=${code} data-step=${step(count)} tabindex="-1"><title>${words(code, count)}</title><path d=${path}></path></a>`
      : svg`<path d=${path}></path>`;
  };
  return html`<figure class="map">
    <svg viewBox="0 0 ${world.width} ${world.height}" aria-hidden="true">
      ${Object.entries(world.paths).map(shape)}${world.rest.map((path) => svg`<path d=${path}></path>`)}</svg>
    <figcaption class="scale">${edges.map((edge, i) => (i && edge === edges[i - 1] ? nothing : html`
      <span><svg viewBox="0 0 10 10" aria-hidden="true"><g data-step=${i + 1}><path d="M0 0h10v10H0z"></path></g></svg>${range(i ? edges[i - 1] + 1 : 1, edge)}</span>`))}</figcaption>
  </figure>`;
}

const range = (from, to) => (from >= to ? number(to) : `${number(from)}–${number(to)}`);
