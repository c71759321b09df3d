"""Persons, organisations, outlets and countries; and which participant an argument stands for."""

from .found import NAMING
from .match import assign
from .words import fold, fold_name

COUNTRY_FORMS = NAMING | {"demonym"}


class Cast:
    """Who is who: the marked participant behind each entity."""

    def __init__(self, marking, graph):
        self.graph = graph
        self.participants = marking.participants()
        self.marked = {}
        people = [(fold_name(name),) for name, *_ in marking.of("person")]
        bodies = [(fold_name(name), fold(acronym)) for name, acronym, *_ in marking.of("organization")]
        names = [line[0] for line in marking.of("person")], [line[0] for line in marking.of("organization")]
        for type, forms, name in (("person", people, names[0]), ("organization", bodies, names[1])):
            for left, entity in self.pairs(forms, graph.of_type(type)):
                self.marked[entity["id"]] = name[left]

    def pairs(self, marked, entities):
        """The entities that bear the marked names, one each."""
        names = [self.graph.names(entity) for entity in entities]

        def score(forms, given):
            return max((points for form in forms if form and (points := given.get(form))), default=None)

        return [(left, entities[right]) for left, right in assign(marked, names, score)]

    def labels(self, argument):
        """The marked participants that an argument may stand for; empty where nobody can say who it is."""
        entity, country = self.graph.entity(argument), argument.get("country")
        if entity is None:
            return {country} if country else set()
        if entity["type"] in ("country", "place"):
            return {code for code in (self.graph.country(entity), country) if code}
        if entity["id"] in self.marked:
            return {self.marked[entity["id"]]}
        names = self.graph.names(entity)
        labels = {marked for name, marked in self.participants.items() if name in names}
        # "The Chinese President", resolved to a person whom the text does not name: marked by the country's code.
        if not self.graph.is_named(entity) or self.graph.is_government(entity):
            labels |= {code for code in (entity.get("country"), country) if code}
        return labels or {entity["id"]}


def score(marking, graph, cast, tally):
    persons(marking, graph, cast, tally)
    organizations(marking, graph, cast, tally)
    countries(marking, graph, tally)


def persons(marking, graph, cast, tally):
    lines = marking.of("person")
    authors = {line[0] for line in lines if len(line) > 2}
    wanted = [line[0] for line in lines if line[0] not in authors]
    found = [entity for entity in graph.of_type("person") if graph.is_named(entity)]
    author_names = {fold_name(name) for name in authors}
    count_named("persons", wanted, found, graph, cast, tally,
                lambda entity: cast.marked.get(entity["id"]) in authors or not author_names.isdisjoint(graph.names(entity)))


def organizations(marking, graph, cast, tally):
    lines = marking.of("organization")
    outlets = {line[0] for line in lines if len(line) > 2}
    sources = used_as_sources(graph)
    found = {"organizations": [], "outlets": []}
    for entity in graph.of_type("organization"):
        marked = cast.marked.get(entity["id"])
        if marked is None and not graph.is_named(entity) and entity["id"] not in sources:
            continue
        is_outlet = marked in outlets if marked else entity["id"] in sources or entity.get("subtype") == "media"
        found["outlets" if is_outlet else "organizations"].append(entity)
    for kind, wanted in (("organizations", [line[0] for line in lines if line[0] not in outlets]),
                         ("outlets", [line[0] for line in lines if line[0] in outlets])):
        count_named(kind, wanted, found[kind], graph, cast, tally, graph.is_government)


def used_as_sources(graph):
    """The entities that the graph itself treats as outlets."""
    sources = {item.get("outlet") for item in graph.items.values()}
    for relation in graph.relations:
        for evidence in relation.get("evidence") or []:
            sources.add((evidence.get("attribution") or {}).get("outlet"))
        if relation["type"] == "reported-by":
            sources |= {argument.get("entity") for argument in relation["arguments"] if argument["role"] == "outlet"}
    return sources - {None}


def count_named(kind, wanted, found, graph, cast, tally, is_ignored):
    marked = [cast.marked.get(entity["id"]) for entity in found]
    pairs = [(wanted.index(name), right) for right, name in enumerate(marked) if name in wanted]
    tally.compare(kind, wanted, found, pairs, str, graph.words, lambda right: is_ignored(found[right]))


def countries(marking, graph, tally):
    wanted = {line[0] for line in marking.of("country")}
    found = {}
    for mention in graph.mentions:
        if mention["type"] == "country" and mention["form"] in COUNTRY_FORMS:
            entity = graph.entity(mention)
            code = mention.get("country") or (graph.country(entity) if entity else None)
            if code:
                found.setdefault(code, set()).add(mention["text"])
    for code in sorted(wanted | found.keys()):
        if code in wanted and code in found:
            tally.right("countries")
        elif code in wanted:
            tally.missed("countries", code)
        else:
            tally.false("countries", f"{code} ({', '.join(sorted(found[code])[:4])})")
    tally.kind("countries")
