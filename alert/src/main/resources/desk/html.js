// The one door to lit-html. What a template is given becomes text or an attribute's value, never markup;
// the directives that would make markup of it are not served (see DeskPage).

export { html, svg, nothing, render } from "./lib/lit-html/lit-html.js";
export { repeat } from "./lib/lit-html/directives/repeat.js";
export { live } from "./lib/lit-html/directives/live.js";
