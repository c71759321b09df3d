/** What the page shows; HTMLData.swift writes it. Things, relations and documents refer to each other by number. */
const data = JSON.parse(document.getElementById("data").textContent);
const { documents = [], entities = [], relations = [], projects = [], graph } = data;
const { nodes = [], lines = [] } = graph;

/** The numbers of the relations in which each thing plays a part. */
const relationsOf = entities.map(() => []);

relations.forEach((relation, number) => {
  relation.number = number;
  relation.arguments ??= [];
  relation.evidence ??= [];
  // An event without a date of its own has that of the first report.
  const reports = relation.evidence.map((evidence) => evidence.reported).filter(Boolean).sort();
  relation.first = relation.from ?? reports[0];
  relation.last = relation.to ?? reports[0];
  relation.wholes = [];
  relation.parts = [];
  const parts = new Set(relation.arguments.map((argument) => argument.entity));
  for (const entity of parts) if (entity !== undefined) relationsOf[entity].push(number);
});

// An event may be a part of another: a reception of a visit.
for (const relation of relations) {
  const end = (role) => relation.arguments.find((argument) => argument.role === role)?.relation;
  if (relation.type !== "part-of" || end("part") === undefined || end("whole") === undefined) continue;
  relation.joins = true;
  relations[end("part")].wholes.push(end("whole"));
  relations[end("whole")].parts.push(end("part"));
}

/** The lines at each node. */
nodes.forEach((node) => (node.lines = []));
lines.forEach((line, number) => {
  line.number = number;
  line.relations ??= [];
  for (const end of line.ends) nodes[end].lines.push(line);
});

/** Whether a status says that the event took place. */
const isActual = (status) => status === "happened" || status === "ongoing";

/** The stroke of a line for events with these statuses: what took place is drawn whole. */
function stroke(statuses) {
  if (statuses.length === 0 || statuses.some(isActual)) return "actual";
  return statuses.every((status) => status === "negated" || status === "cancelled") ? "denied" : "open";
}

/** The words of a piece of evidence. */
function sentence(evidence) {
  if (evidence.text !== undefined) return evidence.text;
  const [piece, start, end] = evidence.at;
  return documents[evidence.document].pieces[piece].text.slice(start, end);
}

/** Where the reports of a relation come from, each once. */
function sources(relation) {
  return [...new Set(relation.evidence.map((evidence) => evidence.source).filter(Boolean))];
}

/** "2 documents", "1 edge". */
const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** Text as it is searched: without case and accents. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "6 May 2025" of "2025-05-06". */
function dayInWords(day) {
  const [year, month, number] = day.split("-").map(Number);
  return `${number} ${monthNames[month - 1].slice(0, 3)} ${year}`;
}

/** A type as people read it: "built-by" is "built by". */
const spaced = (type) => type.replaceAll("-", " ");
