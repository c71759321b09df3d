"""GraphML and GEXF by networkx and lxml, DOT by Graphviz, CSV and Neo4j's CSV by Python's reader, Cypher by the lexer of
openCypher (ANTLR). Each has to give back the nodes, edges and columns of the merged graph."""

import csv
import json
import re
import subprocess

import antlr4
import networkx
from antlr4_cypher import CypherLexer
from lxml import etree

from native import differences, joined

LISTS = ("aliases", "status", "relations", "documents", "outlets")


def xml(value):
    """What XML 1.0 can't hold is replaced."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", value) if isinstance(value, str) else value


def flat(columns, skip=()):
    """Columns as the XML formats hold them: lists joined, empty texts left out."""
    columns = {k: xml(joined(v) if k in LISTS else v) for k, v in columns.items() if k not in skip}
    return {key: value for key, value in columns.items() if value != ""}


def parsed(path, namespace):
    """The root element, read by libxml2 without recovery, entities or network."""
    root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)).getroot()
    return root if root.tag.startswith("{" + namespace) else None


def graphml(native, path):
    root = parsed(path, "http://graphml.graphdrawing.org/xmlns")
    if root is None:
        return ["the root element is not GraphML's"]
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = {key.get("id"): key.get("for") for key in root.iter(space + "key")}
    faults = [
        f"key {data.get('key')} is not declared for a {data.getparent().tag}"
        for data in root.iter(space + "data")
        if space + keys.get(data.get("key"), "") != data.getparent().tag
    ]
    graph = networkx.read_graphml(path, force_multigraph=True)
    names = {id: data.pop("entity") for id, data in graph.nodes(data=True)}
    nodes = {names[id]: {"name": data.pop("label", "")} | data for id, data in graph.nodes(data=True)}
    edges = {(names[a], names[b], data.pop("type")): data for a, b, data in graph.edges(data=True)}
    return faults + compare(nodes, edges, native, skip=("spells",))


def gexf(native, path):
    root = parsed(path, "http://gexf.net/1.3")
    if root is None or root.get("version") != "1.3":
        return ["the root element is not that of GEXF 1.3"]
    faults = []
    space = "{http://gexf.net/1.3}"
    declared = {(a.getparent().get("class"), a.get("id")) for a in root.iter(space + "attribute")}
    for value in root.iter(space + "attvalue"):
        if (value.getparent().getparent().tag.removeprefix(space), value.get("for")) not in declared:
            faults.append(f"attribute {value.get('for')} is not declared")
    for spell in root.iter(space + "spell"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", spell.get("start")) or spell.get("start") > spell.get("end"):
            faults.append(f"spell {spell.attrib} is no range of days")
    graph = networkx.read_gexf(path)
    nodes = {}
    for id, data in graph.nodes(data=True):
        if data.pop("viz", None) is None:
            faults.append(f"node {id} has no colour")
        nodes[id] = {"name": data.pop("label")} | data
    # networkx keeps one of several edges between two nodes, so edges are read from the tree.
    edges = {}
    for edge in root.iter(space + "edge"):
        if edge.get("label") != edge.get("kind"):
            faults.append("an edge's label is not its kind")
        data = {v.get("for"): v.get("value") for v in edge.iter(space + "attvalue")}
        data["mutual"] = data["mutual"] == "true"
        data["weight"] = int(edge.get("weight"))
        data["spells"] = [(s.get("start"), s.get("end")) for s in edge.iter(space + "spell")]
        edges[(edge.get("source"), edge.get("target"), edge.get("kind"))] = data
    if {(a, b) for a, b in graph.edges()} != {(a, b) for a, b, _ in edges}:
        faults.append("networkx reads other edges than libxml2")
    return faults + compare(nodes, edges, native)


def compare(nodes, edges, native, skip=()):
    """What the XML formats gave, against the native JSON."""
    wanted_nodes = {xml(id): flat(columns) for id, columns in native.nodes().items()}
    wanted_edges = {tuple(map(xml, key)): flat(columns, skip) for key, columns in native.edges().items()}

    def clean(columns):
        return {key: value for key, value in columns.items() if value not in ("", [])}

    return differences("node", {k: clean(v) for k, v in nodes.items()}, wanted_nodes) + differences(
        "edge", {k: clean(v) for k, v in edges.items()}, wanted_edges
    )


def dot(native, path):
    result = subprocess.run(["dot", "-Tdot_json", path], capture_output=True)
    complaints = [line for line in result.stderr.decode().splitlines() if line and "size too small for label" not in line]
    if result.returncode or complaints:
        return [f"dot: {complaints[:2]}"]
    graph = json.loads(result.stdout.decode("utf-8", "replace"), strict=False)

    def plain(text):
        """As it stands in DOT: in a quoted text only the quote is escaped, the backslash stays with what follows."""
        text = re.sub("[\x00-\x09\x0b-\x1f\x7f-\x9f]", "\ufffd", text)
        return text.replace("\\", "\\\\").replace("\n", "\\n")

    used = {end for source, target, _ in native.edges() for end in (source, target)}
    wanted = {}
    for entity in native.merged["entities"]:
        if entity["id"] in used:
            tip = [entity["name"], entity.get("subtype", entity["type"]), entity.get("country")]
            wanted[plain(entity["id"])] = (entity["type"], plain(", ".join(part for part in tip if part is not None))[:900])
    objects = graph.get("objects", [])
    nodes = {n["name"]: (n.get("type"), n.get("tooltip", "")[:900]) for n in objects if n["name"] in wanted}
    found = {
        (objects[e["tail"]]["name"], objects[e["head"]]["name"], e["type"]): int(e["events"]) for e in graph.get("edges", [])
    }
    names = {plain(entity["id"]): entity["name"] or entity["id"] for entity in native.merged["entities"]}
    for node in objects:
        # A label is the name in lines; a long one is cut.
        label = letters(node.get("label", ""))
        if node["name"] in names and "…" not in node.get("label", "") and label not in letters(names[node["name"]]):
            nodes[node["name"]] = ("label", node["label"])
    edges = {(plain(a), plain(b), plain(type)): c["weight"] for (a, b, type), c in native.edges().items()}
    return differences("node", nodes, wanted) + differences("edge", found, edges)


def letters(text):
    """What is left of a name in any escaping."""
    return "".join(re.findall("[A-Za-z0-9]", text.replace("\\n", "")))


def cell(value):
    """A cell as a reader gets it: control characters replaced, a cell that could start a formula behind an apostrophe."""
    value = joined(value) if isinstance(value, list) else str(value).lower() if isinstance(value, bool) else str(value)
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", value)


def unquoted(value):
    """The cell without the apostrophe that says text."""
    return value[1:] if value.startswith("'") else value


def table(path, encoding):
    with open(path, encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, strict=True))


def csv_files(native, folder):
    csv.field_size_limit(1 << 30)
    nodes, edges = table(f"{folder}/nodes.csv", "utf-8-sig"), table(f"{folder}/edges.csv", "utf-8-sig")
    faults = []
    for row in nodes + edges:
        for value in row.values():
            if re.match(r"^[\s\u200b-\u200f\u202a-\u202e\ufeff\x00-\x1f\x7f]*[=+\-@＝＋－＠]", value):
                faults.append(f"the cell {value!r} starts a formula")
    found_nodes = {unquoted(row.pop("id")): {k: unquoted(v) for k, v in row.items() if v} for row in nodes}
    found_edges = {}
    for row in edges:
        key = tuple(unquoted(row.pop(k)) for k in ("source", "target", "type"))
        ends = (unquoted(row.pop("source_name")), unquoted(row.pop("target_name")))
        row.pop("id")
        if ends != tuple(found_nodes[end].get("name", "") for end in key[:2]):
            faults.append(f"the edge {key} has the names {ends}")
        found_edges[key] = {k: unquoted(v) for k, v in row.items() if v}
    def plain(columns):
        cells = {k: cell(v) for k, v in columns.items() if k != "spells"}
        return {key: value for key, value in cells.items() if value}

    wanted_nodes = {cell(id): plain(c) for id, c in native.nodes().items()}
    wanted_edges = {tuple(map(cell, key)): plain(c) for key, c in native.edges().items()}
    return faults + differences("node", found_nodes, wanted_nodes) + differences("edge", found_edges, wanted_edges)


def neo4j(native, folder):
    csv.field_size_limit(1 << 30)
    nodes, edges = table(f"{folder}/nodes.csv", "utf-8"), table(f"{folder}/edges.csv", "utf-8")
    faults = []
    command = open(f"{folder}/import.sh").read()
    for option in ("database import full", "--nodes=nodes.csv", "--relationships=edges.csv", "--array-delimiter=U+001F"):
        if option not in command:
            faults.append(f"import.sh has no {option}")
    if subprocess.run(["sh", "-n", f"{folder}/import.sh"]).returncode:
        faults.append("import.sh is no shell script")

    def values(row):
        columns = {}
        for name, value in row.items():
            name, _, type = name.partition(":")
            if value == "" or not name:
                continue
            if type == "string[]":
                value = value.split("\x1f")
            elif type == "boolean":
                value = value == "true"
            elif type == "long":
                value = int(value)
            columns[name] = value
        return columns

    found_nodes, found_edges = {}, {}
    for row in nodes:
        labels = row.pop(":LABEL").split("\x1f")
        columns = values({k.removesuffix(":ID"): v for k, v in row.items()})
        if labels != ["Entity", columns["type"].capitalize()]:
            faults.append(f"{columns['id']!r} has the labels {labels}")
        found_nodes[columns.pop("id")] = columns
    for row in edges:
        type = row.pop(":TYPE").lower().replace("_", "-")
        key = (row.pop(":START_ID"), row.pop(":END_ID"), type)
        columns = values(row)
        columns.pop("id")
        found_edges[key] = columns

    def clean(value):
        if isinstance(value, list):
            return [clean(v) for v in value]
        return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", value) if isinstance(value, str) else value

    def plain(columns):
        return {k: clean(v) for k, v in columns.items() if k != "spells" and v not in ("", [""])}

    wanted_nodes = {clean(id): plain(c) for id, c in native.nodes().items()}
    wanted_edges = {tuple(map(clean, key)): plain(c) for key, c in native.edges().items()}
    return faults + differences("node", found_nodes, wanted_nodes) + differences("edge", found_edges, wanted_edges)


class Complaints(antlr4.error.ErrorListener.ErrorListener):
    """Keeps what the lexer complains of."""

    def __init__(self):
        super().__init__()
        self.faults = []

    def syntaxError(self, recognizer, symbol, line, column, message, error):
        self.faults.append(f"line {line}: {message[:200]}")


class Cypher:
    """Statements of the exporter's two forms, from the tokens of openCypher's lexer."""

    NODE = re.compile(r"MERGE\(n:Entity\{id:row\.id\}\)SETn:([A-Z][a-z]+)SETn\+=row\.set;")
    EDGE = re.compile(
        r"MATCH\(a:Entity\{id:row\.source\}\),\(b:Entity\{id:row\.target\}\)"
        r"MERGE\(a\)-\[r:([A-Z][A-Z0-9_]*)\]->\(b\)SETr\+=row\.set;"
    )

    def __init__(self, tokens):
        self.tokens = tokens
        self.place = 0
        self.nodes, self.edges, self.faults = {}, {}, []
        while self.place < len(tokens):
            self.statement()

    def take(self, wanted=None):
        token = self.tokens[self.place]
        if wanted and token != wanted:
            raise ValueError(f"{token!r} stands where {wanted!r} should")
        self.place += 1
        return token

    def statement(self):
        self.take("UNWIND")
        rows = self.value()
        self.take("AS")
        self.take("row")
        words = ""
        while not words.endswith(";"):
            words += self.take()
        if match := self.NODE.fullmatch(words):
            for row in rows:
                if row["set"].get("type", "").capitalize() != match[1]:
                    self.faults.append(f"{row['id']!r} has the label {match[1]}")
                self.nodes[row["id"]] = row["set"]
        elif match := self.EDGE.fullmatch(words):
            for row in rows:
                self.edges[(row["source"], row["target"], match[1].lower().replace("_", "-"))] = row["set"]
        else:
            self.faults.append(f"an unexpected statement: {words[:200]}")

    def value(self):
        token = self.take()
        if token == "[":
            values = []
            while self.tokens[self.place] != "]":
                values.append(self.value())
                if self.tokens[self.place] == ",":
                    self.take()
            self.take("]")
            return values
        if token == "{":
            values = {}
            while self.tokens[self.place] != "}":
                name = self.take()
                self.take(":")
                values[name] = self.value()
                if self.tokens[self.place] == ",":
                    self.take()
            self.take("}")
            return values
        if token == "date":
            self.take("(")
            value = self.value()
            self.take(")")
            return value
        if token in ("true", "false"):
            return token == "true"
        if token.isdigit():
            return int(token)
        if not re.fullmatch(r"'.*'", token, re.S):
            raise ValueError(f"{token!r} is no value")
        value = re.sub(r"\\(.)", lambda m: {"n": "\n", "r": "\r", "t": "\t"}.get(m[1], m[1]), token[1:-1], flags=re.S)
        if self.tokens[self.place] == "+":
            self.take()
            return value + self.value()
        return value


def cypher(native, path):
    text = open(path, encoding="utf-8", newline="").read()
    # The grammar has no clause for constraints.
    first, _, rest = text.partition("\n")
    if first != "CREATE CONSTRAINT digest_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;":
        return [f"the constraint is {first!r}"]
    # Neo4j reads \\uHHHH before it reads anything else.
    rest = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), rest)
    complaints = Complaints()
    lexer = CypherLexer(antlr4.InputStream(rest))
    lexer.removeErrorListeners()
    lexer.addErrorListener(complaints)
    stream = antlr4.CommonTokenStream(lexer)
    stream.fill()
    if complaints.faults:
        return complaints.faults
    try:
        read = Cypher([t.text for t in stream.tokens if t.text.strip() and t.type != antlr4.Token.EOF])
    except (ValueError, IndexError, KeyError) as error:
        return [f"no statement of the known form: {error}"]
    nodes = {id: {k: v for k, v in c.items() if k != "spells"} for id, c in native.nodes().items()}
    edges = {key: {k: v for k, v in c.items() if k != "spells"} for key, c in native.edges().items()}

    def clean(columns):
        return {key: value for key, value in columns.items() if value != ""}

    return (
        read.faults
        + differences("node", {k: clean(v) for k, v in read.nodes.items()}, {k: clean(v) for k, v in nodes.items()})
        + differences("edge", {k: clean(v) for k, v in read.edges.items()}, {k: clean(v) for k, v in edges.items()})
    )
