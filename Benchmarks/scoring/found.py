"""What `extract` found: one document of `digest-graph/1`."""

import re

from . import Trouble
from .words import fold_name, parse_duration

NAMING = {"name", "short-name", "acronym"}
GOVERNMENT = re.compile(r"\b(ministry|government|cabinet)\b", re.IGNORECASE)


class Graph:
    """One document's result, with the look-ups that scoring needs."""

    def __init__(self, wire, text):
        if wire.get("schema") != "digest-graph/1":
            raise Trouble(f"schema is '{wire.get('schema')}': this scorer reads digest-graph/1")
        self.text = text
        self.entities = {entity["id"]: entity for entity in wire["entities"]}
        self.figures = {figure["id"]: figure for figure in wire["figures"]}
        self.changes = {change["id"]: change for change in wire["changes"]}
        self.items = {item["id"]: item for item in wire["items"]}
        self.mentions = wire["mentions"]
        self.relations = wire["relations"]
        self.offset = offset_map(text, wire["document"].get("offsets", "scalar"))
        self.mentions_of = {}
        for mention in self.mentions:
            if mention.get("entity"):
                self.mentions_of.setdefault(mention["entity"], []).append(mention)
        self.links = set(links(self.relations))

    def entity(self, argument):
        """The entity of an argument, a mention or a place; `None` where there is none."""
        return self.entities.get((argument or {}).get("entity"))

    def of_type(self, type):
        return [entity for entity in self.entities.values() if entity["type"] == type]

    def is_named(self, entity):
        """Whether the text itself names the entity, not only a role or a pronoun."""
        return any(mention["form"] in NAMING for mention in self.mentions_of.get(entity["id"], []))

    def names(self, entity, forms=NAMING):
        """All names of an entity, folded, with how good each is: its name, an alias or full mention, a short mention."""
        names = {}
        for mention in self.mentions_of.get(entity["id"], []):
            if mention["form"] in forms:
                names.setdefault(fold_name(mention["text"]), 2 if mention["form"] == "name" else 1)
        for alias in entity.get("aliases") or []:
            names[fold_name(alias)] = 2
        names[fold_name(entity["name"])] = 3
        return names

    def words(self, entity):
        """The entity as an error list shows it."""
        mentions = sorted({mention["text"] for mention in self.mentions_of.get(entity["id"], [])})
        return f"{entity['name']} ({entity['id']}; {', '.join(mentions[:4])})"

    def is_government(self, entity):
        """Governments and ministries, which are not marked."""
        return entity.get("subtype") == "government" or GOVERNMENT.search(entity["name"]) is not None

    def country(self, entity):
        """The code of a country entity."""
        return entity["id"].removeprefix("country:") if entity["id"].startswith("country:") else entity.get("country")

    def of(self, *types):
        return [relation for relation in self.relations if relation["type"] in types]

    def are_linked(self, one, other):
        """Whether two relations are one event told differently, or one is a part of the other."""
        return frozenset((one["id"], other["id"])) in self.links

    def sentence(self, relation):
        evidence = relation.get("evidence") or [{}]
        return evidence[0].get("text", "")

    def span(self, thing):
        """The half-open range of a thing in code points; `None` where it has none."""
        if thing.get("start") is None or thing.get("end") is None:
            return None
        return self.offset(thing["start"]), self.offset(thing["end"])


def links(relations):
    for relation in relations:
        for other in relation.get("conflicts") or []:
            yield frozenset((relation["id"], other))
        if relation["type"] == "part-of":
            for part in arguments(relation, "part"):
                for whole in arguments(relation, "whole"):
                    yield frozenset((part.get("entity"), whole.get("entity")))


def arguments(relation, *roles):
    return [argument for argument in relation["arguments"] if argument["role"] in roles]


def time(relation):
    """The EDTF value of a relation's time."""
    return (relation.get("time") or {}).get("edtf")


def value(figure):
    """The (low, high) of a figure; `None` where it has no value."""
    if figure.get("low") is not None and figure.get("high") is not None:
        return figure["low"], figure["high"]
    if figure.get("value") is not None:
        return figure["value"], figure["value"]
    if duration := parse_duration(figure.get("timex")):
        return duration[0], duration[0]
    return None


def unit(figure):
    """The unit of a figure, in the spelling of the marking: money by its currency, a rate behind it."""
    unit, currency = figure.get("unit") or "", figure.get("currency")
    if currency:
        if unit.startswith(currency):
            return unit
        return f"{currency}-{unit}" if unit.startswith("per-") else f"{currency}-per-{unit}" if unit else currency
    if unit:
        return unit
    if figure["kind"] == "percent":
        return "percent"
    if duration := parse_duration(figure.get("timex")):
        return duration[1]
    return ""


def offset_map(text, unit):
    """A function from an offset in `unit` to one in code points."""
    if unit == "scalar":
        return lambda offset: offset
    position, offsets = 0, {}
    for index, character in enumerate(text):
        offsets[position] = index
        position += len(character.encode("utf-8")) if unit == "utf8" else 1 + (ord(character) > 0xFFFF)
    offsets[position] = len(text)
    return lambda offset: offsets.get(offset, len(text))
