// Follows the stream of alerts over fetch, which, unlike EventSource, can carry a token. Resumes
// with Last-Event-ID, so that nothing is lost or doubled, and gives up a silent connection.

import { headers } from "./api.js";

const SILENCE = 30_000;
const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

export function follow({ from, onEvent, onState }) {
  let last = from;
  let pause = SHORTEST_PAUSE;

  async function connect() {
    const abort = new AbortController();
    let timer = setTimeout(() => abort.abort(), SILENCE);
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), SILENCE);
    };
    try {
      const response = await fetch("/api/alerts/stream", {
        headers: headers({ Accept: "text/event-stream", "Last-Event-ID": last }),
        signal: abort.signal,
        cache: "no-store",
      });
      if (!response.ok) {
        throw new Error(`stream answered ${response.status}`);
      }
      onState("live");
      pause = SHORTEST_PAUSE;
      await read(response.body, alive, (event) => {
        if (event.id) {
          last = event.id;
        }
        onEvent(event.name, event.data);
      });
    } finally {
      clearTimeout(timer);
      abort.abort();
    }
  }

  async function run() {
    for (;;) {
      try {
        await connect();
      } catch {
        // A broken connection is made anew below; the indicator shows it.
      }
      onState("broken");
      await new Promise((resolve) => setTimeout(resolve, pause + Math.random() * 500));
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    }
  }

  run();
}

async function read(body, alive, emit) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let event = { name: "message", id: "", data: "" };
  for (;;) {
    const { value, done } = await reader.read();
    if (done) {
      return;
    }
    alive();
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      event = take(event, line.replace(/\r$/, ""), emit);
    }
  }
}

function take(event, line, emit) {
  if (line === "") {
    if (event.data) {
      emit(event);
    }
    return { name: "message", id: "", data: "" };
  }
  const colon = line.indexOf(":");
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
  if (field === "event") {
    return { ...event, name: value };
  }
  if (field === "id") {
    return { ...event, id: value };
  }
  if (field === "data") {
    return { ...event, data: event.data ? `${event.data}\n${value}` : value };
  }
  return event;
}
