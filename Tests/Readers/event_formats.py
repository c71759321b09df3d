"""FollowTheMoney by its own package, PLOVER by the tables of its manual, Web Annotations by their texts; each compared with
the native JSON, and the native JSON with its published schema by jsonschema."""

import json
import re

import jsonschema
from followthemoney import model

from native import days, differences

ACTUAL = {"happened", "ongoing"}
FTM_EVENTS = set(
    "met received visited called negotiated mediated attended invited agreed signed issued upgraded-relations awarded"
    " appointed milestone".split()
)
FTM_PLAYERS = set(
    "participant host guest visitor party mediator attendee inviter invitee conferrer recipient appointer appointee officiant"
    " destination".split()
)
# The relation types with an event in PLOVER: category, code in CAMEO, the roles that must have an actor.
PLOVER = {
    "met": ("CONSULT", "040"), "attended": ("CONSULT", "040"), "received": ("CONSULT", "043"),
    "visited": ("CONSULT", "042"), "called": ("CONSULT", "041"), "negotiated": ("CONSULT", "046"),
    "mediated": ("CONSULT", "045"), "invited": ("AGREE", "036"), "agreed": ("AGREE", "030"), "signed": ("SUPPORT", "057"),
    "upgraded-relations": ("SUPPORT", "050"), "awarded": ("SUPPORT", "051"), "involves-country": ("COOPERATE", "061"),
    "built-by": ("COOPERATE", "061"), "financed-by": ("COOPERATE", "061"), "owned-by": ("COOPERATE", "061"),
    "operated-by": ("COOPERATE", "061"),
}
INTENT = {"CONSULT": "036", "COOPERATE": "0311", "SUPPORT": "030"}
PLOVER_FIELDS = set(
    "id date enddate source recipient event event_loc event_text quad_code mode context text text_info cite_info".split()
) | set("date_from cameo status confidence".split())
ACTOR_FIELDS = set("code sector actor_text identifier_id identifier_text entity".split())


def lines(path):
    return [json.loads(line) for line in open(path, encoding="utf-8", newline="\n")]


def native_json(native, path):
    """The indented object and the lines against the schema."""
    validator = jsonschema.Draft202012Validator(native.schema)
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:120]}"
        for value in (lines(path) if path.endswith(".jsonl") else [json.load(open(path, encoding="utf-8"))])
        for error in validator.iter_errors(value)
    ][:3] + same_json(native, path)


def same_json(native, path):
    found = lines(path) if path.endswith(".jsonl") else json.load(open(path, encoding="utf-8"))
    if isinstance(found, dict):
        if found["schema"] == "digest-graph-set/1" and found["graph"] != native.merged:
            return ["the merged graph differs"]
        found = found.get("documents", [found])
    key = lambda d: d["document"]["id"]
    return [] if sorted(found, key=key) == sorted(native.documents, key=key) else ["the documents differ"]


def ftm(native, path):
    faults, merged = [], {}
    for record in lines(path):
        schema = model.get(record["schema"])
        if schema is None or schema.abstract:
            return [f"no schema is called {record['schema']}"]
        try:
            schema.validate(record)
        except Exception as error:
            faults.append(f"{record['id']}: {error}")
        proxy = model.get_proxy(record)
        unknown = [name for name in record["properties"] if schema.get(name) is None]
        if unknown:
            faults.append(f"{record['id']}: {record['schema']} has no {unknown}")
        for name, values in record["properties"].items():
            prop = schema.get(name)
            for value in values:
                if prop is None:
                    continue
                if prop.type.name in ("date", "country", "identifier", "entity", "language") and not prop.type.validate(value):
                    faults.append(f"{record['id']}: {name} is {value!r}")
                if len(value) > prop.type.max_length and prop.type.name not in ("text", "string", "name", "address"):
                    faults.append(f"{record['id']}: {name} is too long")
        missing = [name for name in schema.required if not record["properties"].get(name)]
        if missing:
            faults.append(f"{record['id']}: no {missing}")
        merged[record["id"]] = merged[record["id"]].merge(proxy) if record["id"] in merged else proxy
    for proxy in merged.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                if value not in merged:
                    faults.append(f"{proxy.id}: {prop.name} leads nowhere: {value}")
                elif not merged[value].schema.is_a(prop.range):
                    faults.append(f"{proxy.id}: {prop.name} is a {merged[value].schema.name}, not a {prop.range.name}")
    return faults[:6] or ftm_same(native, merged)


def ftm_id(id):
    """An id as the exporter writes it, where it does not get too long."""
    text = "dg-" + "".join(
        chr(b) if re.match(rb"[A-Za-z0-9-]", bytes([b])) else ".-" if b == 0x3A else f".{b:02X}" for b in id.encode())
    return text + ".0" if text.endswith("-") else text


def ftm_same(native, merged):
    """Every person, organisation, state, place and project by name, and every event by who took part and when."""
    wanted, events = {}, {}
    kinds = {"person": "Person", "place": "Address", "project": "Project", "position": "Position", "country": "PublicBody"}
    for document in native.documents:
        entities = {entity["id"]: entity for entity in document["entities"]}
        for entity in entities.values():
            id = ftm_id(entity["id"])
            if len(id) > 200 or not entity["name"].strip(" \t\n\r\x0b\x0c") or not re.search(r"[^\x00-\x20]", entity["name"]):
                continue
            if entity["type"] in ("agreement", "award", "occasion"):
                continue
            if entity["type"] == "organization":
                group = entity.get("subtype")
                schema = "Company" if group in ("company", "bank", "fund") else (
                    "PublicBody" if group in ("government", "military") else "Organization")
            else:
                schema = kinds[entity["type"]]
            value = wanted.setdefault(id, (schema, set(), set(), set()))
            value[1].add(entity["name"][:384])
            value[3].update(name[:384] for name in entity.get("aliases", []) if re.search(r"[^\x00-\x20]", name))
            if entity.get("wikidata"):
                value[2].add(entity["wikidata"])
        proof = ftm_id("document:" + document["document"]["id"])
        for relation in document["relations"]:
            if relation["type"] in FTM_EVENTS and relation["status"] in ACTUAL:
                players = {
                    ftm_id(a["entity"]) for a in relation["arguments"]
                    if a["role"] in FTM_PLAYERS and a.get("entity") in entities
                    and entities[a["entity"]]["type"] in ("person", "organization", "country")
                }
                span = days(relation.get("time", {}).get("edtf", ""))
                if players:
                    events[(proof, frozenset(players), relation["type"], relation["evidence"][0]["text"])] = span
    found = {
        p.id: (p.schema.name, set(p.get("name")), set(p.get("wikidataId")), set(p.get("alias")))
        for p in merged.values() if p.id in wanted
    }
    seen = {}
    for proxy in merged.values():
        if proxy.schema.name == "Event":
            dates = sorted(proxy.get("date") * 2 + proxy.get("startDate") + proxy.get("endDate"))
            span = tuple(dates) if dates else None
            for text in proxy.get("summary"):
                seen[(proxy.first("proof"), frozenset(proxy.get("involved")), proxy.first("keywords"), text)] = span
    short = {key: value for key, value in events.items() if all(len(id) <= 200 for id in key[1] | {key[0]})
             and re.search(r"[^\x00-\x20]", key[3])}
    return differences("entity", found, wanted) + differences("event", {k: seen.get(k, "missing") for k in short}, short)


def plover(native, path):
    faults, found = [], {}
    for record in lines(path):
        found[record["id"]] = record
        if record.keys() - PLOVER_FIELDS:
            faults.append(f"{record['id']}: unknown fields {record.keys() - PLOVER_FIELDS}")
        for field in ("id", "date", "source", "event"):
            if not record.get(field):
                faults.append(f"{record['id']}: no {field}")
        for field in ("date", "enddate"):
            if field in record and not re.fullmatch(r"\d{4}-\d\d-\d\d", record[field]):
                faults.append(f"{record['id']}: {field} is {record[field]!r}")
        for actor in record["source"] + record.get("recipient", []):
            if actor.keys() - ACTOR_FIELDS or not re.fullmatch(r"[A-Z]{3}", actor.get("code", "AAA")):
                faults.append(f"{record['id']}: the actor {actor}")
        if {a["entity"] for a in record["source"]} & {a["entity"] for a in record.get("recipient", [])}:
            faults.append(f"{record['id']}: acts toward itself")
        if record["event"] == ["COOPERATE"] and not record.get("recipient"):
            faults.append(f"{record['id']}: no recipient")
    wanted = {}
    for document in native.documents:
        entities = {e["id"]: e for e in document["entities"]}
        dated = days(document["document"].get("date", "")) is not None
        for relation in document["relations"]:
            id = f"{document['document']['id']}#{relation['id']}"
            if relation["type"] not in PLOVER or relation["status"] not in ACTUAL | {"planned", "expected"}:
                continue
            event, code = PLOVER[relation["type"]]
            if relation["status"] not in ACTUAL:
                event, code = "AGREE", INTENT.get(event, code)
            report = [days(e.get("attribution", {}).get("date", "")) for e in relation["evidence"]]
            span = days(relation.get("time", {}).get("edtf", ""))
            if not span and not any(report) and not dated:
                continue
            players = {
                role: [a["entity"] for a in relation["arguments"] if a["role"] == role and a.get("entity") in entities
                       and entities[a["entity"]]["type"] in ("person", "country", "organization")]
                for role in {a["role"] for a in relation["arguments"]}
            }
            actors = {
                "received": "guest", "visited": "visitor", "mediated": "mediator", "attended": "attendee", "invited": "inviter",
                "awarded": "conferrer",
            }.get(relation["type"])
            others = {"received": "host", "mediated": "party", "invited": "invitee", "awarded": "recipient"}
            if event == "COOPERATE" or code == "0311":
                # Who cooperates with whom follows from several relations: what is there must be right, see above.
                if id in found:
                    wanted[id] = ([event], code, None, *shown(relation, found[id], document, span))
                continue
            sources = set(players.get(actors, []) if actors else players.get("participant", []) + players.get("party", []))
            if not sources and actors and relation["type"] in others and relation["type"] in ("received", "mediated"):
                sources = set(players.get(others[relation["type"]], []))
            if not sources:
                if id in found and relation["type"] == "visited":
                    wanted[id] = ([event], code, None, *shown(relation, found[id], document, span))
                continue
            wanted[id] = ([event], code, sources, *shown(relation, found.get(id), document, span))
    seen = {}
    for id, record in found.items():
        sources = {a["entity"] for a in record["source"]}
        actors = [(a.get("actor_text"), a.get("identifier_text"), a.get("identifier_id"))
                  for a in record["source"] + record.get("recipient", [])]
        seen[id] = (
            record["event"], record["cameo"], sources if wanted.get(id, [0] * 3)[2] else None, record["text"],
            record["event_text"], record["status"], record["confidence"],
            (record["date"], record.get("enddate", record["date"])) if record["date_from"] == "event" else None, actors,
            record["cite_info"].get("publication"), record["cite_info"]["citation"],
            record.get("event_loc", {}).get("name"),
        )
    return faults[:6] or differences("event", seen, wanted)


def shown(relation, record, document, span):
    """What a record repeats of its relation and of its actors."""
    entities = {entity["id"]: entity for entity in document["entities"]}
    words = {}
    for mention in document["mentions"]:
        words.setdefault(mention.get("entity"), mention["text"])
    actors = []
    for actor in (record["source"] + record.get("recipient", [])) if record else []:
        entity = entities.get(actor["entity"], {})
        actors.append((words.get(actor["entity"]), entity.get("name"), entity.get("wikidata")))
    texts = [evidence["text"] for evidence in relation["evidence"]]
    outlets = [e["attribution"]["outlet"] for e in relation["evidence"] if e.get("attribution", {}).get("outlet")]
    outlet = entities.get(outlets[0], {}).get("name", outlets[0]) if outlets else None
    places = {a["role"]: a["entity"] for a in reversed(relation["arguments"]) if "entity" in a}
    place = relation.get("place", {}).get("entity") or places.get("destination") or places.get("place")
    return (
        texts[0], texts, relation["status"], relation["confidence"], span, actors, outlet, document["document"]["id"],
        entities.get(place, {}).get("name"),
    )


def annotations(native, path):
    collection = json.load(open(path, encoding="utf-8"))
    faults = []
    if collection["@context"] != "http://www.w3.org/ns/anno.jsonld" or collection["type"] != "AnnotationCollection":
        faults.append("no collection of Web Annotations")
    items = collection["first"]["items"]
    if collection["total"] != len(items) or len({item["id"] for item in items}) != len(items):
        faults.append("the total is wrong, or ids come twice")
    found = {}
    for item in items:
        if item["type"] != "Annotation" or item["motivation"] not in ("identifying", "describing", "tagging"):
            faults.append(f"{item['id']}: {item['type']}, {item['motivation']}")
        source = item["target"]["source"]
        selectors = {selector["type"]: selector for selector in item["target"]["selector"]}
        quote, position = selectors["TextQuoteSelector"], selectors.get("TextPositionSelector")
        text = native.texts.get(source)
        if text is not None:
            start, end = position["start"], position["end"]
            if text[start:end] != quote["exact"]:
                faults.append(f"{item['id']}: {quote['exact']!r} does not stand at {start}")
            if not (text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])):
                faults.append(f"{item['id']}: other words around the quote")
        names = {b["source"] for b in item["body"] if b["type"] == "SpecificResource"}
        tags = [b["value"] for b in item["body"] if b["purpose"] == "tagging"]
        place = (position["start"], position["end"]) if position else None
        key = (source, quote["exact"], place, tuple(tags), frozenset(names))
        found[key] = found.get(key, 0) + 1
    wanted = {}
    import rdf_formats as rdf

    for document in native.documents:
        info = document["document"]
        source = rdf.name("document", info["id"])

        def add(value, tags, names):
            place = (value["start"], value["end"]) if info["offsets"] == "scalar" else None
            key = (source, value["text"], place, tuple(tags), frozenset(names))
            wanted[key] = wanted.get(key, 0) + 1

        for m in document["mentions"]:
            ids = ([m["entity"]] if "entity" in m else []) + m.get("group", [])
            add(m, [m["type"], m["form"]], [rdf.name("entity", id) for id in ids])
        for f in document["figures"]:
            add(f, [f["kind"]], [])
        for r in document["relations"]:
            for e in r["evidence"]:
                add(e, [r["type"], r["status"]], [rdf.part(info, r["id"])])
    return faults[:6] or differences("annotation", found, wanted)
