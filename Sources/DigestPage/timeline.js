/** "May 2025" of "2025-05-09". */
const monthOf = (day) => `${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** Whether an event's time is that of a month or less, so that it has a place among months. */
const isExact = (relation) => relation.first !== undefined && Date.parse(relation.last) - Date.parse(relation.first) < 31 * 864e5;

/** The heading under which an event stands. */
function period(relation) {
  if (relation.first === undefined) return "No date";
  return isExact(relation) ? monthOf(relation.first) : relation.first.slice(0, 4);
}

/** The events that the timeline shows, by day; those without any date last. */
function timelineEvents() {
  const sections = ["meeting", "act", "project"];
  const shown = relations.filter((relation) => relation.isShown && sections.includes(relation.section) &&
    (relation.section !== "project" || relation.from));
  return shown.sort((a, b) => compare(a.first, b.first) || a.number - b.number);
}

/** One event on the line. */
function moment(relation) {
  return el(`li.kind-${relation.kind}.${stroke([relation.status])}`, {},
    el("span.when", {}, when(relation)),
    el("div", {}, link(words(relation.phrase), () => openRelations([relation.number])), " ", badge(relation),
      el("p.facts", {}, ...[relation.where, ...sources(relation)].filter(Boolean).flatMap((fact, place) => (place > 0 ? [" · ", words(fact)] : [words(fact)])))));
}

/** How many events each month has, or each day where all lie in a short time; a bar chooses its days. */
function bars(events) {
  const dated = events.filter(isExact);
  if (dated.length < 2) return undefined;
  const [first, last] = [dated[0].first, dated[dated.length - 1].first];
  const days = (Date.parse(last) - Date.parse(first)) / 864e5;
  // Bars of so many years would be too thin to see.
  if (days > 40 * 366) return undefined;
  const isDaily = days <= 62;
  const unit = (day) => (isDaily ? day : day.slice(0, 7));
  const numbers = new Map();
  for (const day of span(first, last)) numbers.set(unit(day), 0);
  for (const relation of dated) numbers.set(unit(relation.first), (numbers.get(unit(relation.first)) ?? 0) + 1);
  const most = Math.max(...numbers.values());
  const chart = svg("svg", { viewBox: `0 0 ${numbers.size} 24`, preserveAspectRatio: "none", role: "img", "aria-label": `Events from ${first} to ${last}` },
    ...[...numbers].map(([time, number], place) =>
      svg("rect", { x: place, y: 24 - (number / most) * 22, width: 0.86, height: (number / most) * 22,
        click: () => setDates(isDaily ? time : `${time}-01`, isDaily ? time : lastDay(time)) },
        svg("title", {}, `${isDaily ? dayInWords(time) : monthOf(`${time}-01`)}: ${count(number, "event")}`))));
  chart.style.width = `${numbers.size * 2.2}rem`;
  return el("figure.bars", {}, chart, el("figcaption", {}, el("span", {}, dayInWords(first)), el("span", {}, dayInWords(last))));
}

/** All days from one to another. */
function* span(first, last) {
  for (let time = Date.parse(first); time <= Date.parse(last); time += 864e5) yield new Date(time).toISOString().slice(0, 10);
}

/** The last day of a month. */
const lastDay = (month) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);

function redrawTimeline() {
  const events = timelineEvents();
  const groups = new Map();
  for (const relation of events.slice(0, timelineLimit)) {
    const name = period(relation);
    groups.set(name, [...(groups.get(name) ?? []), relation]);
  }
  const more = events.length - timelineLimit;
  byId("view-timeline").replaceChildren(
    el("h2", {}, "Timeline"),
    bars(events) ?? "",
    ...[...groups].flatMap(([name, group]) => [el("h3", {}, name), el("ol.timeline", {}, ...group.map(moment))]),
    more > 0 ? link(`Show ${more} more`, () => ((timelineLimit = Infinity), redrawTimeline())) : "",
    events.length === 0 ? el("p.empty", {}, "No event is shown.") : "");
}

let timelineLimit = 1000;
