"""The folder of JSON Lines by DuckDB, the database by SQLite itself: each has to give back the native JSON."""

import json
import sqlite3

import duckdb

from native import differences

TABLES = "documents items mentions entities figures changes relations arguments evidence edges".split()
# The type of each column that is no text; DuckDB has to find it out by itself wherever there is a value.
TYPES = {
    **dict.fromkeys("start end headline_start headline_end trigger_start trigger_end position weight".split(), "BIGINT"),
    **dict.fromkeys("value low high ratio difference".split(), "DOUBLE"),
    **dict.fromkeys("group aliases computed conflicts".split(), "VARCHAR[]"),
}


def rows(documents):
    """The rows of all tables, by the names of their columns."""
    tables = {name: [] for name in TABLES}
    for d in documents:
        info = d["document"]
        tables["documents"].append(
            {"document": info["id"]} | {k: info.get(k) for k in ("date", "language", "sha256", "offsets")}
            | {"version": d["producer"]["version"], "lexicons": d["producer"]["lexicons"], "icu": d["producer"]["icu"]})

        def add(table, value, *columns, **others):
            tables[table].append({"document": info["id"]} | {column: value.get(column) for column in columns} | others)

        for v in d["items"]:
            add("items", v, "id", "start", "end", "outlet", "reported", headline_start=v.get("headline", {}).get("start"))
        for v in d["mentions"]:
            add("mentions", v, *"id start end text type form entity country rule".split(), group=v.get("group", []))
        for v in d["entities"]:
            add("entities", v, *"id type subtype name country wikidata basis".split(), aliases=v.get("aliases", []))
        for v in d["figures"]:
            add("figures", v, *("id start end text kind timex edtf mod value low high bound unit ucum currency of equivalent"
                                " rule").split(), anchor_date=v.get("anchor", {}).get("date"))
        for v in d["changes"]:
            add("changes", v, *"id direction ratio difference computed measure rule".split(),
                from_figure=v.get("from"), to_figure=v.get("to"), by_figure=v.get("by"))
        for v in d["relations"]:
            add("relations", v, *"id type status reason confidence".split(), timex=v.get("time", {}).get("timex"),
                time_figure=v.get("time", {}).get("figure"), time=v.get("time", {}).get("edtf"),
                place=v.get("place", {}).get("entity"), conflicts=v.get("conflicts", []))
            for position, a in enumerate(v["arguments"]):
                add("arguments", a, *"role entity figure change text start end country".split(), relation=v["id"],
                    position=position)
            for position, e in enumerate(v["evidence"]):
                said = e.get("attribution", {})
                add("evidence", e, *"item start end text rule".split(), relation=v["id"], position=position,
                    outlet=said.get("outlet"), reported=said.get("date"), speaker=said.get("speaker"),
                    trigger_start=e.get("trigger", {}).get("start"), trigger_end=e.get("trigger", {}).get("end"))
        for v in d["edges"]:
            add("edges", v, *"source target type weight relations".split())
    return tables


def tables(native, folder):
    faults = []
    for name, wanted in rows(native.documents).items():
        path = f"{folder}/{name}.jsonl"
        if not wanted:
            if open(path).read():
                faults.append(f"{name} is not empty")
            continue
        try:
            relation = duckdb.sql(
                f"SELECT * FROM read_json('{path}', format='newline_delimited', maximum_object_size=100000000,"
                f" sample_size=-1, convert_strings_to_integers=false, dateformat='none', timestampformat='none')")
        except duckdb.Error as error:
            faults.append(f"{name}: {error}")
            continue
        types = dict(zip(relation.columns, map(str, relation.types)))
        found = [dict(zip(relation.columns, row)) for row in relation.fetchall()]
        for column, type in types.items():
            is_there = any(row[column] not in (None, []) for row in found)
            if is_there and type != TYPES.get(column, "VARCHAR[]" if column == "relations" else "VARCHAR"):
                faults.append(f"{name}.{column} is {type}")
        if len(found) != len(wanted):
            faults.append(f"{name} has {len(found)} rows, not {len(wanted)}")
        for number, (row, native_row) in enumerate(zip(found, wanted)):
            faults += differences(f"{name}, row {number + 1},", {key: row.get(key) for key in native_row}, native_row)
    return faults[:6]


def sqlite(native, path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    faults = [f"integrity: {row[0]}" for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
    faults += [f"foreign key: {tuple(row)}" for row in database.execute("PRAGMA foreign_key_check")][:3]
    if faults:
        return faults

    def read(table, key):
        rows = (dict(row) for row in database.execute(f'SELECT * FROM "{table}"'))
        return {tuple(row[k] for k in key): row for row in rows}

    def check(table, key, wanted):
        found = read(table, key)
        wanted = {tuple(row[k] for k in key): row for row in wanted}
        columns = next(iter(wanted.values()), {}).keys()
        found = {k: {c: row[c] for c in columns} for k, row in found.items()}
        faults.extend(differences(table, found, wanted))

    # SQLite's texts end at a NUL, so there is another character in its place.
    native = json.loads(json.dumps(vars(native), default=str).replace("\\u0000", "\ufffd"))
    native_rows = rows(native["documents"])
    merged_graph = native["merged"]

    def pick(table, *columns):
        return [{column: row[column] for column in columns} for row in native_rows[table]]

    check("document", ["id"], [
        {"id": r["document"], "sha256": r["sha256"], "date": r["date"], "offsets": r["offsets"]} for r in native_rows["documents"]])
    merged = {e["id"]: e for e in merged_graph["entities"]}
    check("entity", ["id"], [
        {k: e.get(k) for k in "id type subtype name country wikidata basis".split()} for e in merged.values()])
    check("alias", ["entity", "name"], [
        {"entity": e["id"], "name": a} for e in merged.values() for a in e.get("aliases", [])])
    check("item", ["document", "id"], pick("items", "document", "id", "start", "end", "headline_start"))
    check("mention", ["document", "id"], pick("mentions", *"document id start end text type form entity country rule".split()))
    check("figure", ["document", "id"], pick("figures", *(
        "document id start end text kind timex edtf mod value low high bound unit ucum currency of equivalent anchor_date"
        " rule").split()))
    check("change", ["document", "id"], pick("changes", *(
        "document id direction ratio difference measure from_figure to_figure by_figure rule").split()))
    check("relation", ["document", "id"], pick("relations", *"document id type status time place reason confidence".split()))
    relations = {(r["document"], r["id"]) for r in native_rows["relations"]}
    arguments = pick("arguments", *"document relation position role figure change text start end country entity".split())
    for argument in arguments:
        # An argument that names a relation has it in a column of its own.
        is_relation = (argument["document"], argument["entity"]) in relations
        argument["other"] = argument["entity"] if is_relation else None
        argument["entity"] = None if is_relation else argument["entity"]
    check("argument", ["document", "relation", "position"], arguments)
    found = [tuple(row) for row in database.execute(
        'SELECT e.document, relation, item, start, "end", text, trigger_start, trigger_end, outlet, date, speaker, rule'
        " FROM evidence e LEFT JOIN source s ON s.id = e.source ORDER BY e.id")]
    wanted = [tuple(r[k] for k in ("document relation item start end text trigger_start trigger_end outlet reported speaker"
                                   " rule").split()) for r in native_rows["evidence"]]
    faults.extend(differences("evidence", count(found), count(wanted)))
    check("event", ["id"], [
        {"id": r["id"], "type": r["type"], "status": r["status"]} for r in merged_graph["relations"]])
    check("edge", ["source", "target", "type"], [
        {k: e[k] for k in ("source", "target", "type", "weight")} for e in merged_graph["edges"]])
    faults.extend(differences(
        "edge_event", count(map(tuple, database.execute("SELECT source, target, type, event FROM edge_event"))),
        count((e["source"], e["target"], e["type"], r) for e in merged_graph["edges"] for r in set(e["relations"]))))
    if native_rows["evidence"] and not database.execute("SELECT count(*) FROM sentence WHERE sentence MATCH 'met OR the'").fetchone()[0]:
        faults.append("the search over sentences finds nothing")
    database.close()
    return faults[:6]


def count(rows):
    counts = {}
    for row in rows:
        counts[row] = counts.get(row, 0) + 1
    return counts
