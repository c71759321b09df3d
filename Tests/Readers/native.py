"""The native JSON, read by Python's own reader: what all other formats have to give back."""

import datetime
import json
import re
import subprocess

MUTUAL = {"met-with", "agreed-with", "signed-with"}


class Native:
    """The documents of a file of results, and their merged graph."""

    def __init__(self, extract, path, texts=None):
        self.path = path
        self.documents = [json.loads(line) for line in run(extract, "convert", path, "--format", "jsonl").splitlines()]
        self.merged = json.loads(run(extract, "merge", path))["graph"]
        # The texts of the documents, by id, where they are at hand.
        self.texts = texts or {}

    def nodes(self):
        """The nodes of the merged graph by id, with their columns as plain text."""
        nodes = {}
        for entity in self.merged["entities"]:
            nodes[entity["id"]] = {"name": entity["name"]} | {
                key: entity[key] for key in ("type", "subtype", "country", "wikidata", "basis") if key in entity
            }
            if entity.get("aliases"):
                nodes[entity["id"]]["aliases"] = entity["aliases"]
        for edge in self.merged["edges"]:
            for end in (edge["source"], edge["target"]):
                nodes.setdefault(end, {"name": end, "type": kind(end), "basis": "text"})
        return nodes

    def edges(self):
        """The edges of the merged graph by source, target and type, with their columns."""
        relations = {relation["id"]: relation for relation in self.merged["relations"]}
        edges = {}
        for edge in self.merged["edges"]:
            behind = [relations[id] for id in edge["relations"] if id in relations]
            spans = [days(r["time"]["edtf"]) for r in behind if "time" in r]
            spans = sorted({span for span in spans if span})
            evidence = [e for relation in behind for e in relation["evidence"]]
            columns = {
                "weight": edge["weight"],
                "mutual": edge["type"] in MUTUAL,
                "first": spans[0][0] if spans else None,
                "last": max(span[1] for span in spans) if spans else None,
                "spells": spans,
                "status": unique(r["status"] for r in behind),
                "relations": edge["relations"],
                "documents": unique(e["document"] for e in evidence if "document" in e),
                "outlets": unique(e["attribution"]["outlet"] for e in evidence if e.get("attribution", {}).get("outlet")),
                "sentence": evidence[0]["text"] if evidence else None,
            }
            edges[(edge["source"], edge["target"], edge["type"])] = {
                key: value for key, value in columns.items() if value not in (None, [], "")
            }
        return edges


def run(*arguments):
    """What a command writes; one that fails stops the tests."""
    return subprocess.run([str(a) for a in arguments], check=True, capture_output=True).stdout.decode()


def kind(id):
    """The type of an entity that only its id tells."""
    types = "person country organization place project agreement award occasion position".split()
    return id.split(":")[0] if id.split(":")[0] in types else "occasion"


def unique(values):
    """The values in order, each once."""
    return list(dict.fromkeys(values))


def joined(values):
    """A list as it stands in a cell."""
    return "|".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)


def days(edtf):
    """The first and the last day of a date or an interval of EDTF; None where an end is open or unknown."""
    ends = edtf.split("/")
    spans = [span(end) for end in (ends[0], ends[-1])]
    if len(ends) > 2 or None in spans or spans[0][0] > spans[1][1]:
        return None
    return spans[0][0], spans[1][1]


def span(date):
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?", date.split("T")[0])
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if day:
        return f"{year:04}-{month:02}-{day:02}", f"{year:04}-{month:02}-{day:02}"
    if month is None:
        months = (1, 12)
    elif month <= 12:
        months = (month, month)
    elif month == 24:
        months = (12, 12)
    elif 21 <= month <= 23:
        months = ((month - 21) * 3 + 3, (month - 21) * 3 + 5)
    elif 33 <= month <= 36:
        months = ((month - 33) * 3 + 1, (month - 33) * 3 + 3)
    elif 40 <= month <= 41:
        months = ((month - 40) * 6 + 1, (month - 40) * 6 + 6)
    else:
        return None
    after = datetime.date(year + months[1] // 12, months[1] % 12 + 1, 1)
    return f"{year:04}-{months[0]:02}-01", (after - datetime.timedelta(days=1)).isoformat()


def differences(name, found, wanted, limit=3):
    """How two dictionaries differ, in a few lines."""
    faults = [f"{name} {key!r} is missing" for key in wanted.keys() - found.keys()]
    faults += [f"{name} {key!r} is too many" for key in found.keys() - wanted.keys()]
    for key in found.keys() & wanted.keys():
        if found[key] != wanted[key]:
            faults.append(f"{name} {key!r} is {found[key]!r}, not {wanted[key]!r}")
    return faults[:limit]
