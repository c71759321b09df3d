"""Projects, the countries they involve, and their figures."""

from .found import arguments, unit, value
from .match import assign
from .words import overlap, parse_value, same_unit, same_value, shorten, tokens

LEAST_OVERLAP = 0.5
DESCRIBING = {"name", "short-name", "acronym", "role"}


def likeness(wanted, name):
    """How much of a marked designation a name has; at least half where the name is a part of it: "wind farm"."""
    if len(tokens(name)) > 1 and overlap(name, wanted) == 1:
        return max(LEAST_OVERLAP, overlap(wanted, name))
    return overlap(wanted, name)


class Sites:
    """Which marked project each found project is."""

    def __init__(self, marking, graph):
        self.wanted = [line[0] for line in marking.of("project")]
        self.found = graph.of_type("project")
        self.graph = graph
        self.pairs = assign(self.wanted, self.found, self.points)
        self.marked = {self.found[right]["id"]: self.wanted[left] for left, right in self.pairs}
        # A second entity for a project is a false alarm; what is said of it is still said of the project.
        for entity in self.found:
            best = max(self.wanted, key=lambda wanted: self.points(wanted, entity) or (0, 0), default=None)
            if best and self.points(best, entity):
                self.marked.setdefault(entity["id"], best)

    def points(self, wanted, entity):
        names = [entity["name"], *(entity.get("aliases") or [])]
        names += [mention["text"] for mention in self.graph.mentions_of.get(entity["id"], [])
                  if mention["form"] in DESCRIBING]
        # Of names that share as much, the one that says least beyond it.
        best = max((likeness(wanted, name), overlap(name, wanted)) for name in names)
        return best if best[0] >= LEAST_OVERLAP else None

    def is_mere_name(self, entity):
        """Whether nothing is said of a project that is not marked: "from Vilnius airport"."""
        return entity["id"] not in self.marked and not any(
            argument.get("entity") == entity["id"] for relation in self.graph.relations
            for argument in arguments(relation, "project", "part", "whole", "subject"))

    def label(self, argument):
        """The marked designation of an argument, else its id; `None` where it has no entity."""
        entity = self.graph.entity(argument)
        return self.marked.get(entity["id"], entity["id"]) if entity else None


def score(marking, graph, tally):
    sites = Sites(marking, graph)
    tally.compare(
        "projects", sites.wanted, sites.found, sites.pairs, str, graph.words,
        # "The Belt and Road Initiative": a programme is an entity, but not marked as a project.
        lambda right: sites.found[right].get("subtype") == "programme" or sites.is_mere_name(sites.found[right]))
    countries(marking, graph, sites, tally)
    figures(marking, graph, sites, tally)


def countries(marking, graph, sites, tally):
    wanted, found, words = {}, {}, {}
    for project, code, part in marking.of("project-country"):
        wanted.setdefault((project, code), set()).add(part)
    for relation in graph.of("involves-country"):
        if relation["status"] == "negated":
            continue
        parts = {argument.get("text") for argument in arguments(relation, "part")}
        for project in arguments(relation, "project"):
            for argument in arguments(relation, "country"):
                entity = graph.entity(argument)
                key = sites.label(project), argument.get("country") or (graph.country(entity) if entity else None)
                if all(key):
                    found.setdefault(key, set()).update(parts)
                    words.setdefault(key, graph.sentence(relation))
    for key in list(wanted) + [key for key in found if key not in wanted]:
        about = " | ".join(key)
        if key not in found:
            tally.missed("project countries", f"{about} | {', '.join(sorted(wanted[key]))}")
        elif key not in wanted:
            tally.false("project countries", f"{about}: {shorten(words[key])}")
        else:
            tally.right("project countries")
            for part in sorted(wanted[key]):
                given = ", ".join(sorted(filter(None, found[key])))
                tally.share("project countries: part", part in found[key], f"{about}: {part}, not {given}")
    tally.kind("project countries")


class Measured:
    """A figure of a project."""

    def __init__(self, project, figure, words, is_sure):
        self.project, self.figure, self.words, self.is_sure = project, figure, words, is_sure
        self.value, self.unit = value(figure), unit(figure)


def figures(marking, graph, sites, tally):
    wanted = marking.of("project-figure")
    found, seen = [], set()
    for measured in found_figures(graph, sites):
        key = measured.project, measured.value, measured.unit
        if measured.value and key not in seen:
            seen.add(key)
            found.append(measured)
    matched = assign(wanted, found, figure_points)
    rights = {right for _, right in matched}
    known = {(found[right].project, found[right].figure["id"]) for right in rights}
    known |= {(found[right].project, found[right].figure.get("equivalent")) for right in rights}

    def is_ignored(right):
        given = found[right]
        figure = given.figure
        return not given.is_sure or (given.project, figure["id"]) in known or (
            figure.get("equivalent") and (given.project, figure["equivalent"]) in known)

    tally.compare("project figures", wanted, found, matched, " | ".join,
                  lambda given: f"{given.project}: {given.figure['text']} ({given.unit}): {shorten(given.words)}",
                  is_ignored)


def found_figures(graph, sites):
    """The figures of each project. What a change reached counts where it is marked, and is no false alarm elsewhere."""
    for sure in (True, False):
        for relation in graph.relations:
            projects = {label for argument in arguments(relation, "project", "subject")
                        if (entity := graph.entity(argument)) and entity["type"] == "project"
                        and (label := sites.label(argument))}
            for argument in relation["arguments"]:
                if sure:
                    figure = graph.figures.get(argument.get("figure"))
                else:
                    figure = graph.figures.get(graph.changes.get(argument.get("change"), {}).get("to"))
                if figure and figure["kind"] != "date":
                    for project in sorted(projects):
                        yield Measured(project, figure, graph.sentence(relation), sure)


def figure_points(line, given):
    project, _, marked_value, marked_unit = line
    if given.project != project or not same_value(parse_value(marked_value), given.value):
        return None
    if not same_unit(marked_unit, given.unit, given.figure.get("of"), lenient=True):
        return None
    return same_unit(marked_unit, given.unit, given.figure.get("of")) + given.is_sure
