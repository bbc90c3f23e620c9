// One alert in the list.

import { countries, el, link, outletsSince, speakerLine, statement, time } from "./words.js";

const SEVERITY = { high: "High", medium: "Medium", low: "Low" };

export function card(alert, open) {
  const { sighting, watch } = alert;
  const speaker = sighting.statement.speaker;
  return el(
    "li",
    {
      class: "alert",
      id: `alert-${alert.id}`,
      "data-alert": alert.id,
      "data-severity": watch.severity,
      tabindex: "-1",
      "aria-label": `${SEVERITY[watch.severity]}: ${watch.name}, ${speaker ? speaker.name : "speaker not known"}`,
      onclick: (event) => {
        if (!event.target.closest("a") && !String(getSelection())) {
          open(alert.id);
        }
      },
    },
    el("p", { class: "over" },
      el("span", { class: "severity" }, SEVERITY[watch.severity] || watch.severity),
      el("span", { class: "watch-name", dir: "auto" }, watch.name),
      time(alert.rung)),
    speakerLine(sighting),
    statement(sighting, alert.why),
    el("p", { class: "under" },
      el("span", { class: "outlet", dir: "auto" }, link(sighting.article.url, sighting.article.name)),
      ...countries(sighting.countries, 4),
      el("span", { class: "since" }, outletsSince(alert))),
  );
}

export function updateCard(node, alert) {
  const since = node.querySelector(".since");
  since.textContent = outletsSince(alert);
  since.classList.add("grew");
  setTimeout(() => since.classList.remove("grew"), 4_000);
}
