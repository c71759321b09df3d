"""Turtle and JSON-LD by rdflib, JSON-LD by PyLD as well: both give the same statements, and those give back the native JSON."""

import json
import urllib.parse

import rdflib
from pyld import jsonld

from native import days, differences

DG = "urn:digest-graph:vocabulary:"
SCHEMA = "https://schema.org/"
PROV = "http://www.w3.org/ns/prov#"
XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
# PyLD takes long; it reads files up to this size.
PYLD_BYTES = 2_000_000


def name(kind, id):
    return f"urn:digest-graph:{kind}:" + urllib.parse.quote(id, safe="-._~:/")


def part(document, id):
    return name("document", document["id"]) + "#" + urllib.parse.quote(id, safe="-._~:/")


class Statements:
    """A graph by subject and property."""

    def __init__(self, graph):
        self.by_subject = {}
        for subject, predicate, value in graph:
            self.by_subject.setdefault(str(subject), {}).setdefault(str(predicate), []).append(value)

    def all(self, subject, predicate):
        return self.by_subject.get(subject, {}).get(predicate, [])

    def get(self, subject, predicate, datatype=None):
        values = self.all(subject, predicate)
        if not values:
            return None
        if len(values) > 1:
            return sorted(map(str, values))
        value = values[0]
        if datatype and str(value.datatype) != datatype:
            return f"{value!r} (not {datatype})"
        if datatype == XSD + "integer":
            return int(value)
        return float(value) if datatype == XSD + "double" else str(value)


def same(native, turtle, jsonld_path):
    """Both notations say the same."""
    first = rdflib.Graph().parse(turtle, format="turtle")
    second = rdflib.Graph().parse(jsonld_path, format="json-ld")
    faults = [f"only in Turtle: {s}" for s in sorted(set(first) - set(second))[:2]]
    faults += [f"only in JSON-LD: {s}" for s in sorted(set(second) - set(first))[:2]]
    if any(isinstance(term, rdflib.BNode) for statement in first for term in statement):
        faults.append("there are blank nodes")
    text = open(jsonld_path, encoding="utf-8").read()
    if len(text) <= PYLD_BYTES:
        third = jsonld.to_rdf(json.loads(text)).get("@default", [])
        found = {key(t["subject"], t["predicate"], t["object"]) for t in third}
        wanted = {rdflib_key(*statement) for statement in second}
        faults += [f"PyLD differs from rdflib: {s}" for s in sorted(found ^ wanted, key=str)[:2]]
    return faults + given_back(native, Statements(first))


def key(subject, predicate, value):
    datatype = value.get("datatype", "") if value["type"] == "literal" else "IRI"
    return subject["value"], predicate["value"], number(value["value"], datatype), datatype


def rdflib_key(subject, predicate, value):
    if isinstance(value, rdflib.URIRef):
        return str(subject), str(predicate), str(value), "IRI"
    datatype = str(value.datatype or XSD + "string")
    return str(subject), str(predicate), number(str(value), datatype), datatype


def number(value, datatype):
    """PyLD writes doubles with 15 digits."""
    return f"{float(value):.12e}" if datatype == XSD + "double" else value


def given_back(native, graph):
    faults = []
    for document in native.documents:
        faults += Document(document, graph).faults()
    return faults[:6]


class Document:
    """One native document against the statements."""

    def __init__(self, native, graph):
        self.native, self.graph, self.info = native, graph, native["document"]
        self.relations = {relation["id"] for relation in native["relations"]}

    def thing(self, id):
        return part(self.info, id) if id in self.relations else name("entity", id)

    def faults(self):
        found, wanted = {}, {}

        def check(subject, fields):
            for predicate, (value, datatype) in fields.items():
                if isinstance(value, list):
                    value = sorted(set(value))
                    value = None if not value else value[0] if len(value) == 1 else value
                wanted[(subject, predicate)] = value
                found[(subject, predicate)] = self.graph.get(subject, predicate, datatype)

        info = self.info
        check(name("document", info["id"]), {
            DG + "id": (info["id"], None), DG + "sha256": (info["sha256"], None), DG + "date": (info.get("date"), EDTF),
            DG + "offsets": (info["offsets"], None), SCHEMA + "inLanguage": (info["language"], None),
        })
        for item in self.native["items"]:
            check(part(info, item["id"]), self.spans(item) | {
                DG + "headlineStart": (item.get("headline", {}).get("start"), XSD + "integer"),
                DG + "headlineEnd": (item.get("headline", {}).get("end"), XSD + "integer"),
                DG + "outlet": (self.entity(item.get("outlet")), None), DG + "reported": (item.get("reported"), EDTF),
                SCHEMA + "isPartOf": (name("document", info["id"]), None),
            })
        for entity in self.native["entities"]:
            wikidata = entity.get("wikidata")
            check(name("entity", entity["id"]), {
                DG + "type": (entity["type"], None), SCHEMA + "name": (entity["name"], None),
                DG + "countryCode": (entity.get("country"), None), DG + "basis": (entity["basis"], None),
                SCHEMA + "alternateName": (entity.get("aliases", []), None), DG + "subtype": (entity.get("subtype"), None),
                "http://www.w3.org/2002/07/owl#sameAs":
                    (wikidata and "http://www.wikidata.org/entity/" + wikidata, None),
            } if self.is_alone(entity) else {DG + "type": (entity["type"], None)})
        for mention in self.native["mentions"]:
            check(part(info, mention["id"]), self.spans(mention) | {
                DG + "text": (mention["text"], None), DG + "form": (mention["form"], None),
                DG + "refersTo": (self.entity(mention.get("entity")), None), DG + "rule": (mention["rule"], None),
                DG + "member": ([name("entity", id) for id in mention.get("group", [])], None),
                DG + "countryCode": (mention.get("country"), None),
            })
        for figure in self.native["figures"]:
            texts = "text kind timex mod bound unit ucum currency of rule".split()
            check(part(info, figure["id"]), self.spans(figure)
                | {DG + key: (figure.get(key), None) for key in texts}
                | {DG + key: (figure.get(key), XSD + "double") for key in ("value", "low", "high")}
                | {DG + "edtf": (figure.get("edtf"), EDTF), DG + "anchorDate": (figure.get("anchor", {}).get("date"), EDTF),
                   DG + "equivalent": (figure.get("equivalent") and part(info, figure["equivalent"]), None)})
        for change in self.native["changes"]:
            check(part(info, change["id"]), {
                DG + key: (change.get(key) and part(info, change[key]), None) for key in ("from", "to", "by")
            } | {DG + key: (change.get(key), XSD + "double") for key in ("ratio", "difference")} | {
                DG + "direction": (change["direction"], None), DG + "measure": (change.get("measure"), None),
                DG + "computed": (change["computed"], None),
            })
        for relation in self.native["relations"]:
            self.relation(relation, check)
        for position, edge in enumerate(self.native["edges"]):
            source, target = self.thing(edge["source"]), self.thing(edge["target"])
            check(part(info, f"edge-{position + 1}"), {
                DG + "source": (source, None), DG + "target": (target, None), DG + "type": (edge["type"], None),
                DG + "weight": (edge["weight"], XSD + "integer"),
                DG + "relation": ([part(info, id) for id in edge["relations"]], None),
            })
            if target not in map(str, self.graph.all(source, name("edge", edge["type"]))):
                found[(source, edge["type"])] = f"no link to {target}"
        return differences("statement", found, wanted)

    def relation(self, relation, check):
        info, subject = self.info, part(self.info, relation["id"])
        time, place = relation.get("time", {}), relation.get("place", {})
        is_event = rdflib.URIRef(SCHEMA + "Event") in self.graph.all(subject, rdflib.RDF.type.toPython())
        bounds = days(time["edtf"]) if time and is_event else None
        roles = {}
        for argument in relation["arguments"]:
            if "entity" in argument:
                roles.setdefault(argument["role"], []).append(self.thing(argument["entity"]))
        pieces = lambda kind: [f"{subject}.{kind}-{i + 1}" for i in range(len(relation[kind if kind == "evidence" else "arguments"]))]
        check(subject, {
            DG + "type": (relation["type"], None), DG + "status": (relation["status"], None),
            DG + "confidence": (relation["confidence"], None), DG + "reason": (relation.get("reason"), None),
            DG + "edtf": (time.get("edtf"), EDTF), DG + "timex": (time.get("timex"), None),
            SCHEMA + "startDate": (bounds and bounds[0], XSD + "date"),
            SCHEMA + "endDate": (bounds and bounds[1], XSD + "date"),
            SCHEMA + "location": (place.get("entity") and self.thing(place["entity"]), None),
            DG + "conflictsWith": ([part(info, id) for id in relation.get("conflicts", [])], None),
            DG + "argument": (pieces("argument"), None), PROV + "wasDerivedFrom": (pieces("evidence"), None),
            PROV + "wasGeneratedBy": (part(info, "extraction"), None),
        } | {f"urn:digest-graph:role:{role}": (players, None) for role, players in roles.items()})
        for piece, argument in zip(pieces("argument"), relation["arguments"]):
            check(piece, {
                DG + "role": (argument["role"], None), DG + "text": (argument.get("text"), None),
                DG + "entity": (argument.get("entity") and self.thing(argument["entity"]), None),
                DG + "figure": (argument.get("figure") and part(info, argument["figure"]), None),
                DG + "change": (argument.get("change") and part(info, argument["change"]), None),
                DG + "countryCode": (argument.get("country"), None),
                DG + "start": (argument.get("start"), XSD + "integer"), DG + "end": (argument.get("end"), XSD + "integer"),
            })
        for piece, evidence in zip(pieces("evidence"), relation["evidence"]):
            said = evidence.get("attribution", {})
            source = name("document", info["id"])
            check(piece, self.spans(evidence) | {
                DG + "text": (evidence["text"], None), DG + "rule": (evidence["rule"], None),
                DG + "triggerStart": (evidence.get("trigger", {}).get("start"), XSD + "integer"),
                DG + "triggerEnd": (evidence.get("trigger", {}).get("end"), XSD + "integer"),
                DG + "outlet": (self.entity(said.get("outlet")), None), DG + "reported": (said.get("date"), EDTF),
                DG + "speaker": (self.entity(said.get("speaker")), None),
                PROV + "wasQuotedFrom":
                    ([source] + ([part(info, evidence["item"])] if "item" in evidence else []), None),
            })

    def is_alone(self, entity):
        """Whether no other document says something else of it."""
        return len(self.graph.all(name("entity", entity["id"]), SCHEMA + "name")) == 1 and entity["id"].startswith("text:")

    def entity(self, id):
        return id and name("entity", id)

    @staticmethod
    def spans(value):
        return {DG + "start": (value["start"], XSD + "integer"), DG + "end": (value["end"], XSD + "integer")}
