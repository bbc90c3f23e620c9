// The way of an article through the stages, on demand.

import { html, nothing } from "../html.js";
import { plain } from "../words.js";

export function way(value, load) {
  return html`<section class="no-print"><h2>The article’s way</h2>
    ${value === null ? html`<p><button type="button" @click=${load}>Show the trace</button></p>` : nothing}
    ${value?.fault ?? nothing}
    ${value?.trace ? steps(value.trace) : nothing}</section>`;
}

function steps(trace) {
  return html`<ul class="rows">
    ${trace.received.map((p) => html`<li>received as record ${p.offset} of partition ${p.partition}</li>`)}
    ${trace.outcomes.map((o) => html`<li>${o.stage}: ${o.result}${o.reason ? html` <span class="quiet">${plain(o.reason)}</span>` : nothing}</li>`)}
    ${trace.story ? html`<li>story <code>${trace.story.id}</code>: ${trace.story.relation}${trace.story.of ? ` of ${trace.story.of}` : nothing}</li>` : nothing}
    ${trace.statements.map((s) => html`<li><bdi>${plain(s.text)}</bdi> <span class="quiet"><bdi>${plain(s.speaker || "speaker not known")}</bdi>, ${s.novelty}</span></li>`)}
    ${trace.alerts.map((a) => html`<li>${a.first ? "rang" : "was seen again by"} <bdi>${plain(a.watch)}</bdi></li>`)}
    ${trace.deadLetters.map((d) => html`<li>dead letter at ${d.stage}, ${d.step}: ${plain(d.message)}</li>`)}
  </ul>`;
}
