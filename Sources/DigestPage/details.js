/** What the panel showed before, so that one can go back. */
const shownBefore = [];
let shownNow;

/** Opens the panel with what `make` gives. */
function open(make) {
  if (shownNow) shownBefore.push(shownNow);
  shownNow = make;
  fillPanel();
}

function fillPanel() {
  const panel = byId("details");
  const back = () => ((shownNow = shownBefore.pop()), fillPanel());
  panel.replaceChildren(
    el("div.bar", {},
      shownBefore.length > 0 && el("button", { type: "button", click: back }, "← Back"),
      el("button.close", { type: "button", "aria-label": "Close", title: "Close (Esc)", click: closePanel }, "×")),
    ...shownNow());
  panel.hidden = false;
  panel.scrollTop = 0;
  if (!matchMedia("(pointer: coarse)").matches) panel.focus({ preventScroll: true });
}

function closePanel() {
  byId("details").hidden = true;
  shownBefore.length = 0;
  shownNow = undefined;
  select({});
}

/** One relation with all that supports it. */
function card(relation) {
  const facts = [relation.when, relation.where].filter(Boolean).map((fact) => words(fact));
  if (!relation.when && relation.first) facts.push(`reported ${dayInWords(relation.first)}`);
  if (relation.reason) facts.push(el("span", {}, "reason: ", words(relation.reason)));
  if (relation.confidence !== "high") facts.push(`${relation.confidence} confidence`);
  return el(`div.card.kind-${relation.kind}`, {},
    el("h3", {}, words(relation.phrase), " ", badge(relation)),
    facts.length > 0 && el("p.facts", {}, ...facts.flatMap((fact, place) => (place > 0 ? [" · ", fact] : [fact]))),
    el("dl", {}, ...relation.arguments.flatMap((argument) => [el("dt", {}, spaced(argument.role)), el("dd", {}, filler(argument))])),
    ...relation.evidence.map(support),
    ...others("Part of", relation.wholes), ...others("Includes", relation.parts),
    ...others("Another report", relation.conflicts ?? []),
    el("p.ids", {}, `${spaced(relation.type)}, ${relation.id}`));
}

/** Other relations, each with what it is to this one. */
function others(name, numbers) {
  return numbers.map((number) => el("p.other", {}, `${name}: `, link(words(relations[number].phrase), () => openRelations([number]))));
}

/** Who or what plays a part. */
function filler(argument) {
  if (argument.entity !== undefined) return link(words(argument.words), () => openEntity(argument.entity));
  if (argument.relation !== undefined) {
    return link(words(relations[argument.relation].phrase), () => openRelations([argument.relation]));
  }
  return words(argument.words);
}

/** A sentence with its source and the rule that read it. */
function support(evidence) {
  const name = documents.length > 1 && documents[evidence.document]?.title;
  return el("figure.support", {},
    el("blockquote", { dir: "auto" }, quoted(evidence)),
    el("figcaption", {},
      evidence.source && el("span.source", {}, words(evidence.source)),
      name && el("span", {}, words(name)),
      el("span", {}, "rule ", el("code", {}, evidence.rule)),
      evidence.at && link("show in the text", () => showInText(evidence))));
}

/** Opens relations, by number. */
function openRelations(numbers) {
  open(() => numbers.map((number) => card(relations[number])));
}

/** Opens what a line of the graph stands for. */
function openLine(line) {
  const [source, target] = line.ends.map((end) => entities[nodes[end].entity]);
  select({ line });
  open(() => [
    el("h2", {}, words(source.name), ` ${line.isMutual ? "–" : "→"} `, words(target.name)),
    el("p.facts", {}, caption(line)),
    ...line.relations.filter((number) => relations[number].isShown).map((number) => card(relations[number])),
  ]);
}

/** Opens all that is said of a thing. */
function openEntity(number) {
  const entity = entities[number];
  select({ node: nodes.find((node) => node.entity === number) });
  open(() => [
    el("h2", {}, words(entity.name)),
    el("p.facts", {}, el(`span.tag.type-${entity.type}`, {}, entity.subtype ?? entity.type),
      entity.country && entity.type !== "country" && el("span", {}, " ", words(entity.country)),
      /^Q\d+$/.test(entity.wikidata ?? "") && el("span", {}, " ",
        el("a", { href: `https://www.wikidata.org/wiki/${entity.wikidata}`, rel: "noreferrer" }, entity.wikidata))),
    entity.aliases && el("p.facts", {}, "also ", ...entity.aliases.flatMap((alias, place) => (place > 0 ? [", ", words(alias)] : [words(alias)]))),
    ...relationsOf[number].filter((other) => relations[other].isShown).map((other) => brief(relations[other])),
    el("p.ids", {}, entity.id),
  ]);
}

/** A relation in one line that opens it. */
function brief(relation) {
  const facts = [relation.when, relation.where].filter(Boolean).join(" · ");
  return el(`div.brief.kind-${relation.kind}`, {},
    link(words(relation.phrase), () => openRelations([relation.number])), " ", badge(relation),
    facts && el("p.facts", {}, words(facts)));
}

/** Opens a figure of a text. */
function openFigure(figure, text) {
  open(() => [
    el("h2", {}, words(text)),
    el("dl", {}, el("dt", {}, "kind"), el("dd", {}, figure.kind), el("dt", {}, "reads"), el("dd", {}, words(figure.words)),
      ...(figure.value ? [el("dt", {}, "value"), el("dd", {}, el("code", {}, figure.value))] : []),
      el("dt", {}, "rule"), el("dd", {}, el("code", {}, figure.rule))),
  ]);
}

/** Opens words that refer to something that was not found out. */
function openMention(mention, text) {
  open(() => [
    el("h2", {}, words(text)),
    el("p.facts", {}, `${mention.type}, ${spaced(mention.form)}; not resolved`),
    el("p.facts", {}, "rule ", el("code", {}, mention.rule)),
  ]);
}
