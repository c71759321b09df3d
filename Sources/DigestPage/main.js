const redrawers = { graph: redrawGraph, text: redrawText, meetings: redrawMeetings, projects: redrawProjects, timeline: redrawTimeline, names: redrawNames };
const viewNames = Object.keys(redrawers);
/** The views that don't show the present filters yet. */
const stale = new Set();

/** Whether the graph was brought into sight once. */
let hasBeenSeen = false;

/** The view that the address names. */
const viewNow = () => (viewNames.includes(location.hash.slice(1)) ? location.hash.slice(1) : lines.length > 0 ? "graph" : "text");

/** Shows the view that the address names, up to date. */
function showView() {
  const now = viewNow();
  for (const name of viewNames) byId(`view-${name}`).hidden = name !== now;
  for (const tab of document.querySelectorAll("nav a")) {
    tab.hash === `#${now}` ? tab.setAttribute("aria-current", "page") : tab.removeAttribute("aria-current");
  }
  if (stale.delete(now)) redrawers[now]();
  if (now === "graph") hasBeenSeen ? look() : showWhole();
  hasBeenSeen ||= now === "graph";
}

/** Shows the filters' result: the open view at once, the others when they are opened. */
function redraw() {
  viewNames.forEach((name) => stale.add(name));
  showView();
}

const keys = [
  ["1 – 6", "views"], ["/", "search"], ["Esc", "close"], ["+  −  0", "graph: zoom in, out, everything"],
  ["← ↑ → ↓", "graph: from name to name"], ["Shift ← ↑ → ↓", "graph: move"], ["Enter", "open"], ["?", "these keys"],
];

function openKeys() {
  byId("keys").replaceChildren(
    el("h2", {}, "Keys"),
    el("dl", {}, ...keys.flatMap(([key, meaning]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, meaning)])),
    el("button", { type: "button", click: () => byId("keys").close() }, "Close"));
  byId("keys").showModal();
}

function pageKey(event) {
  if (event.key === "Escape" && !byId("keys").open) {
    const menu = document.querySelector(".menu[open]");
    menu ? (menu.open = false) : closePanel();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.key === "/") (event.preventDefault(), byId("words").focus());
  else if (event.key === "?") openKeys();
  else if (/^[1-6]$/.test(event.key)) location.hash = viewNames[event.key - 1];
}

function start() {
  const edges = data.edges ?? 0;
  byId("title").append(words(data.title));
  byId("counts").textContent = [count(entities.length, "name"),
    count(relations.length, "statement"), count(edges, "edge"), data.producer].filter(Boolean).join(" · ");
  startFilters();
  startText();
  startTables();
  startGraph();
  refilter();
  addEventListener("hashchange", showView);
  addEventListener("keydown", pageKey);
  addEventListener("beforeprint", () => {
    for (const name of [...stale]) (stale.delete(name), redrawers[name]());
    lookOnPaper();
  });
  addEventListener("afterprint", look);
  byId("help").addEventListener("click", openKeys);
}

start();
