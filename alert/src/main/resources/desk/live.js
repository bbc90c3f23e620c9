// Follows the stream of alerts over fetch, which, unlike EventSource, begins where a list ended and gives up a
// silent connection. Resumes with Last-Event-ID, so that nothing is lost or doubled.
//
// A browser opens six connections to a server and no more; an editor opens more tabs than that. So the tabs of
// one browser share a stream: one holds the lock and tells the others. Where there are no locks (plain HTTP on
// another machine), each tab has its own.

const SILENCE = 30_000;
const SHORTEST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;
const NAME = "tocsin-alerts";

/** Calls onEvent(name, data) and onState("live"|"broken"). Returns a function that says from where to follow. */
export function follow({ onEvent, onState }) {
  const channel = navigator.locks && globalThis.BroadcastChannel ? new BroadcastChannel(`${NAME} ${document.baseURI.split("#")[0]}`) : null;
  let last = null;

  const take = (message) => {
    if (message.state) {
      onState(message.state);
    } else {
      last = message.id || last;
      onEvent(message.name, message.data);
    }
  };
  const tell = (message) => {
    take(message);
    channel?.postMessage(message);
  };
  if (channel) {
    channel.onmessage = ({ data }) => (data.ask ? holder?.() : take(data));
  }
  let holder = null;

  return function begin(from) {
    last ??= from;
    const lead = () => lines({ last: () => last, tell, held: (say) => (holder = say) });
    if (channel) {
      channel.postMessage({ ask: true });
      navigator.locks.request(channel.name, lead).catch(() => onState("broken"));
    } else {
      lead();
    }
  };
}

async function lines({ last, tell, held }) {
  let state = "broken";
  let pause = SHORTEST_PAUSE;
  const say = (now) => tell({ state: (state = now) });
  held(() => tell({ state }));
  addEventListener("online", () => (pause = SHORTEST_PAUSE));
  for (;;) {
    try {
      await connect(last(), (event) => tell(event), () => {
        pause = SHORTEST_PAUSE;
        say("live");
      });
    } catch {
      // A broken connection is made anew below; the indicator shows it.
    }
    say("broken");
    await new Promise((resolve) => setTimeout(resolve, pause + Math.random() * 300));
    pause = Math.min(LONGEST_PAUSE, pause * 2);
  }
}

async function connect(from, onEvent, onOpen) {
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(), SILENCE);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(), SILENCE);
  };
  try {
    const response = await fetch("api/alerts/stream", {
      headers: { Accept: "text/event-stream", ...(from ? { "Last-Event-ID": from } : {}) },
      signal: abort.signal,
      cache: "no-store",
    });
    if (response.status === 401) {
      dispatchEvent(new CustomEvent("desk-signed-out"));
    }
    if (!response.ok) {
      throw new Error(`stream answered ${response.status}`);
    }
    onOpen();
    await read(response.body, alive, onEvent);
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
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
    const all = (rest + value).split("\n");
    rest = all.pop();
    for (const line of all) {
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
  switch (field) {
    case "event":
      return { ...event, name: value };
    case "id":
      return { ...event, id: value };
    case "data":
      return { ...event, data: event.data ? `${event.data}\n${value}` : value };
    default:
      return event;
  }
}
