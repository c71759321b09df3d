#!/usr/bin/env python3
"""Checks `extract --format html` in a headless Chromium: what the page shows, does and survives.

    html_check.py EXTRACT [--pictures FOLDER]

Without a Chromium on the machine (see CHROMIUM) it says so and ends with 77.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import browser

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "Samples"

# Text that would do harm as markup, as script, as an attribute, or by its direction.
HOSTILE = (
    "</script><script>document.title='owned'</script> <img src=x onerror=\"document.title='owned'\"> "
    "<!-- ]]> & &lt; ' \" ` \u2028 \u2029 \u202e txet \u0007 \u0000 {{7*7}} ${7*7} \U0001f600 \u05e9\u05dc\u05d5\u05dd"
)


class Check:
    """Counts what was looked at and keeps what was wrong."""

    def __init__(self):
        self.count = 0
        self.faults = []

    def equal(self, name, found, wanted):
        self.count += 1
        if found != wanted:
            self.faults.append(f"{name}: found {found!r}, wanted {wanted!r}")

    def true(self, name, value):
        self.equal(name, bool(value), True)


def extract(binary, *arguments):
    """What the tool writes."""
    return subprocess.run([binary, *map(str, arguments)], check=True, capture_output=True).stdout


def wait(page, expression, seconds=5):
    """Waits until an expression holds; whether it did."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if page.run(f"Boolean({expression})"):
            return True
        time.sleep(0.05)
    return False


def clean(check, page, name):
    """Neither a word in the console nor a question to the network."""
    check.equal(f"{name}: console", page.log, [])
    check.equal(f"{name}: network", [u for u in page.requests if not u.startswith(("file:", "data:"))], [])


def shown(page, selector):
    """How many elements of a kind are not hidden."""
    return page.run(f"[...document.querySelectorAll({json.dumps(selector)})].filter((e) => !e.hasAttribute('hidden')).length")


def drawable(graph):
    """The lines that a picture of the graph has: its edges, and those of what did not happen."""
    return {(e["source"], e["target"], e["type"]) for e in graph["edges"]}


def check_counts(check, page, graph, name):
    """The page shows every edge once, and everything at an edge."""
    check.equal(f"{name}: edges", shown(page, ".line.edge"), len(drawable(graph)))
    ends = {end for edge in graph["edges"] for end in (edge["source"], edge["target"])}
    check.true(f"{name}: nodes", shown(page, ".node") >= len(ends))
    counts = page.run("document.getElementById('counts').textContent")
    for number, noun in ((len(graph["entities"]), "name"), (len(graph["relations"]), "statement"), (len(graph["edges"]), "edge")):
        check.true(f"{name}: '{counts}' says {number} {noun}", f"{number} {noun}" in counts)


def check_edges(check, page, graph):
    """A click on an edge shows its sentence, its trigger, its rule and who reported it."""
    number = page.run("[...document.querySelectorAll('.line')].findIndex((e) => e.classList.contains('edge'))")
    place = page.run(
        f"(() => {{ const path = document.querySelectorAll('.line')[{number}].querySelector('.area');"
        "const p = path.getPointAtLength(path.getTotalLength() * 0.3).matrixTransform(path.getScreenCTM());"
        "return [p.x, p.y]; })()")
    page.click(*place)
    check.true("edge: panel", wait(page, "!document.getElementById('details').hidden"))
    panel = page.run("document.getElementById('details').innerText")
    relation = next(
        (r for r in graph["relations"] if any(e["text"] in panel for e in r["evidence"])), {"evidence": []})
    check.true("edge: sentence", relation["evidence"])
    for evidence in relation["evidence"]:
        check.true(f"edge: sentence '{evidence['text']}'", evidence["text"] in panel)
        check.true("edge: rule", evidence["rule"] in panel)
    check.true("edge: trigger", page.run("document.querySelectorAll('#details mark.trigger').length"))
    check.true("edge: source", page.run("document.querySelectorAll('#details .source').length"))
    page.run("[...document.querySelectorAll('#details .link')].find((e) => e.textContent === 'show in the text').click()")
    check.true("edge: text", wait(page, "!document.getElementById('view-text').hidden && document.querySelector('.flash')"))
    page.key("Escape")
    check.true("edge: closed", wait(page, "document.getElementById('details').hidden"))


def choose(page, menu, value, is_on):
    """Sets one box of a menu."""
    page.run(
        f"(() => {{ const box = [...document.querySelectorAll('#{menu} input')].find((b) => b.value === {json.dumps(value)});"
        f"if (box.checked !== {json.dumps(is_on)}) box.click(); }})()")


def check_filters(check, page, graph):
    """Type, status, outlet, date and words leave what fits, in every view."""
    page.run("location.hash = '#graph'")
    met = sum(e["type"] == "met-with" for e in graph["edges"])
    types = {r["type"] for r in graph["relations"]}
    page.run("[...document.querySelectorAll('#types .link')].find((e) => e.textContent === 'none').click()")
    check.equal("filter: nothing", (shown(page, ".line"), shown(page, ".node")), (0, 0))
    for name in types & {"met", "received", "called", "negotiated", "mediated", "visited"}:
        choose(page, "types", name, True)
    check.equal("filter: meetings", page.run(
        "[...document.querySelectorAll('.line.edge.kind-meeting')].filter((e) => !e.hasAttribute('hidden')).length"), met)
    for status in {r["status"] for r in graph["relations"]} - {"planned"}:
        choose(page, "statuses", status, False)
    page.run("location.hash = '#meetings'")
    planned = [r for r in graph["relations"] if r["status"] == "planned"
               and r["type"] in {"met", "received", "called", "negotiated", "mediated", "visited", "attended"} & types
               and r["type"] != "attended"]
    check.true("filter: table", wait(
        page, f"document.querySelectorAll('#view-meetings table:first-of-type tbody')[0].children.length === {len(planned)}"))
    page.run("document.getElementById('reset').click()")
    check.equal("filter: reset", page.run("document.getElementById('shown').textContent"), "")
    data = json.loads(page.run("document.getElementById('data').textContent"))["relations"]
    outlets = page.run("[...document.querySelectorAll('#outlets input')].map((b) => b.value)")
    page.run("[...document.querySelectorAll('#outlets .link')].find((e) => e.textContent === 'none').click()")
    choose(page, "outlets", outlets[0], True)
    left = page.run("Number(document.getElementById('shown').textContent.split(' ')[0])")
    wanted = sum(any(e.get("outlet", "no outlet") == outlets[0] for e in r["evidence"]) for r in data)
    check.equal(f"filter: outlet {outlets[0]}", left, wanted)
    page.run("document.getElementById('reset').click()")
    page.run("(() => { const from = document.getElementById('from'); from.value = '2025-06-01';"
             "from.dispatchEvent(new Event('change')); })()")
    left = page.run("Number(document.getElementById('shown').textContent.split(' ')[0])")
    check.equal("filter: from June", left, sum(last_day(r) >= "2025-06-01" for r in data))
    page.run("document.getElementById('reset').click()")
    page.run("location.hash = '#graph'")
    people = "[...document.querySelectorAll('.node.type-person')].filter((e) => !e.hasAttribute('hidden')).length"
    before = page.run(people)
    page.run("document.querySelector('#legend .type-person').click()")
    check.equal("legend: people are hidden", (before > 0, page.run(people)), (True, 0))
    page.run("document.querySelector('#legend .type-person').click()")
    check.equal("legend: and shown again", page.run(people), before)


def last_day(relation):
    """The last day of an event, or that of its first report; empty where neither is known."""
    reports = sorted(e["reported"] for e in relation["evidence"] if "reported" in e)
    return relation.get("to") or (reports or [""])[0]


def check_words(check, page, graph):
    """Search goes without case and accents, over names and sentences."""
    page.run("(() => { const box = document.getElementById('words'); box.value = 'JOAO lourenco';"
             "box.dispatchEvent(new Event('input')); })()")
    wanted = sum("João Lourenço" in json.dumps(r, ensure_ascii=False) or any(
        a.get("entity") == "person:joao-lourenco" for a in r["arguments"]) for r in graph["relations"])
    found = page.run("Number(document.getElementById('shown').textContent.split(' ')[0])")
    check.true(f"search: {found} of at least {wanted}", found >= wanted > 0)
    page.run("document.getElementById('reset').click()")


def check_hands(check, page):
    """Dragging moves a thing, the wheel zooms, keys go from name to name and view to view, tables sort."""
    page.run("location.hash = '#graph'")
    where = ("(() => { const b = document.querySelector('.node:not([hidden])').getBoundingClientRect();"
             "return [b.x + b.width / 2, b.y + b.height / 2]; })()")
    wait(page, "!document.getElementById('view-graph').hidden")
    x, y = page.run(where)
    page.mouse("mousePressed", x, y, button="left", buttons=1, clickCount=1)
    page.mouse("mouseMoved", x + 30, y + 20, button="left", buttons=1)
    page.mouse("mouseMoved", x + 60, y + 40, button="left", buttons=1)
    page.mouse("mouseReleased", x + 60, y + 40, button="left", clickCount=1)
    moved = page.run(where)
    check.true(f"drag from {x, y} to {moved}", abs(moved[0] - x - 60) < 3 and abs(moved[1] - y - 40) < 3)
    check.true("drag is no click", page.run("document.getElementById('details').hidden"))
    width = "Number(document.getElementById('picture').getAttribute('viewBox').split(' ')[2])"
    before = page.run(width)
    page.mouse("mouseWheel", x, y, deltaX=0, deltaY=-300)
    check.true("wheel", wait(page, f"{width} < {before}"))
    page.run("document.getElementById('picture').focus()")
    page.key("0")
    page.key("ArrowRight")
    check.true("arrow", wait(page, "document.querySelector('.node.chosen')"))
    page.key("Enter")
    check.true("enter", wait(page, "!document.getElementById('details').hidden"))
    page.key("Escape")
    page.key("3", "3")
    check.true("key 3", wait(page, "!document.getElementById('view-meetings').hidden"))
    column = "[...document.querySelectorAll('#view-meetings table')[0].querySelectorAll('td[data-label=What] .link')].map((e) => e.textContent)"
    page.run("document.querySelectorAll('#view-meetings table')[0].querySelectorAll('th button')[1].click()")
    names = page.run(column)
    page.run("document.querySelectorAll('#view-meetings table')[0].querySelectorAll('th button')[1].click()")
    check.equal("sorting twice turns the order", page.run(column)[::-1] == names or len(set(names)) < len(names), True)


def check_samples(check, page, binary, folder):
    graph = json.loads(extract(binary, "--format", "json", SAMPLES))["graph"]
    path = folder / "samples.html"
    path.write_bytes(extract(binary, "--format", "html", SAMPLES))
    page.open(path)
    check_counts(check, page, graph, "samples")
    check_edges(check, page, graph)
    check_filters(check, page, graph)
    check_words(check, page, graph)
    check_hands(check, page)
    for view in ("graph", "text", "meetings", "projects", "timeline", "names"):
        page.run(f"location.hash = '#{view}'")
        check.true(f"view {view}", wait(page, f"!document.getElementById('view-{view}').hidden"))
        wide = "document.documentElement.scrollWidth"
        page.screen(390, 844, 2, phone=True)
        check.equal(f"view {view} fits a phone", page.run(wide), 390)
        page.screen(1280, 900)
    texts = page.run("[...document.querySelectorAll('#document option')].length")
    check.equal("documents", texts, len(list(SAMPLES.glob("*.txt"))))
    clean(check, page, "samples")


def check_hostile(check, page, binary, folder):
    """Words of a text are shown as they are, and do nothing."""
    sentence = "Peru’s President Dina Boluarte met Chile’s President Gabriel Boric in Lima on June 10, 2025"
    line = {"id": "a" + HOSTILE, "title": "T" + HOSTILE, "text": f"{sentence}, {HOSTILE} said. {HOSTILE}\n\n{HOSTILE}"}
    source = folder / "hostile.jsonl"
    source.write_text(json.dumps(line) + "\n")
    path = folder / "hostile.html"
    path.write_bytes(extract(binary, "--input", "jsonl", "--format", "html", source))
    page.open(path, "#text")
    title = page.run("document.title")
    check.true(f"hostile: title {title!r}", title.startswith("T") and "owned" != title)
    check.equal("hostile: elements", page.run("document.querySelectorAll('img, script:not([type])').length"), 0)
    text = page.run("document.getElementById('pieces').textContent")
    check.true("hostile: words are shown", "</script><script>document.title='owned'</script>" in text and "{{7*7}}" in text)
    check.true("hostile: an edge", page.run("document.querySelectorAll('.line.edge').length"))
    # Even markup that were let in could do nothing: the policy forbids it.
    page.log.clear()
    page.run("document.body.insertAdjacentHTML('beforeend', '<img src=http://127.0.0.1:1/x onerror=\"document.title=`owned`\">')")
    page.run("document.body.append(Object.assign(document.createElement('script'), {textContent: 'document.title = `owned`'}))")
    time.sleep(0.2)
    check.true("hostile: the policy holds", page.run("document.title") == title and page.log)


def check_results(check, page, binary, folder):
    """Results without their texts are shown by their sentences; no document at all is no fault."""
    results = folder / "results.jsonl"
    results.write_bytes(extract(binary, "--format", "jsonl", SAMPLES))
    graph = json.loads(extract(binary, "--format", "json", SAMPLES))["graph"]
    path = folder / "results.html"
    path.write_bytes(extract(binary, "convert", results, "--format", "html"))
    page.open(path)
    check_counts(check, page, graph, "results")
    check_edges(check, page, graph)
    clean(check, page, "results")
    empty = folder / "empty.txt"
    empty.write_text("")
    path.write_bytes(extract(binary, "--format", "html", empty))
    page.open(path)
    check.equal("empty: edges", shown(page, ".line"), 0)
    clean(check, page, "empty")


def take_pictures(page, folder, pages):
    """Pictures to look at: wide, dark, phone, paper."""
    for path in pages:
        for view in ("graph", "text", "meetings", "projects", "timeline", "names"):
            for name, screen in (("wide", (1360, 860)), ("dark", (1360, 860)), ("phone", (390, 844, 2))):
                page.screen(*screen, phone=name == "phone", dark=name == "dark")
                page.open(path, f"#{view}")
                page.picture(folder / f"{path.stem}-{view}-{name}.png")
        page.paper(folder / f"{path.stem}.pdf")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--pictures", type=pathlib.Path)
    options = parser.parse_args()
    chromium = browser.find()
    if not chromium:
        print("html_check: no Chromium on this machine: install chromium, or name one in CHROMIUM", file=sys.stderr)
        return 77
    check = Check()
    with tempfile.TemporaryDirectory() as name, browser.Browser(chromium) as page:
        folder = pathlib.Path(name)
        check_samples(check, page, options.binary, folder)
        check_hostile(check, page, options.binary, folder)
        check_results(check, page, options.binary, folder)
        if options.pictures:
            options.pictures.mkdir(parents=True, exist_ok=True)
            take_pictures(page, options.pictures, [folder / "samples.html"])
    for fault in check.faults:
        print(f"html_check: {fault}", file=sys.stderr)
    print(f"html_check: {check.count} checks, {len(check.faults)} faults")
    return 1 if check.faults else 0


if __name__ == "__main__":
    sys.exit(main())
