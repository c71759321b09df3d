#!/usr/bin/env python3
"""Times one rival on a corpus, and checks what it finds before it is timed.

    rival.py NAME FOLDER SECONDS

FOLDER holds what `make-corpus` writes. Prints a JSON object: name, megabytes of text a second of CPU time, what it found, bytes
read (it stops after SECONDS of wall time), seconds to load. Rivals that find names must find as many as stand in the texts;
with a rule of their own for what a word is, the difference is printed instead and stands in the table.
"""
import json
import sys
import time


def phrase_matcher(names):
    """spaCy's PhraseMatcher behind its tokenizer and sentencizer, with a cache that the names do not fill."""
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    nlp = spacy.blank("en")
    nlp.tokenizer.max_cache_size = 5_000_000
    nlp.add_pipe("sentencizer")
    matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
    matcher.add("name", [nlp.make_doc(name) for name in names])
    return (lambda text: len(matcher(nlp(text)))), (lambda text: len(filter_spans(matcher(nlp(text), as_spans=True))))


def entity_ruler(names):
    """spaCy's EntityRuler behind its tokenizer and sentencizer."""
    import spacy

    nlp = spacy.blank("en")
    nlp.tokenizer.max_cache_size = 5_000_000
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "name", "pattern": name} for name in names])
    return (lambda text: len(nlp(text).ents)), None


def aho_corasick(names):
    import ahocorasick_rs

    automaton = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return (lambda text: len(automaton.find_matches_as_indexes(text))), None


def daachorse(names):
    import daachorse as module

    automaton = module.DoubleArrayAhoCorasick([name.encode() for name in names], module.MATCH_KIND_LEFTMOST_LONGEST)
    return (lambda text: len(automaton.find(text.encode()))), None


def flashtext(names):
    from flashtext import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=True)
    for name in names:
        processor.add_keyword(name)
    return (lambda text: len(processor.extract_keywords(text))), None


def dateparser(names):
    from dateparser.search import search_dates

    return (lambda text: len(search_dates(text, languages=["en"]) or [])), None


def quantulum3(names):
    from quantulum3 import parser

    return (lambda text: len(parser.parse(text))), None


def stack(names):
    """What is wired together today: names by EntityRuler with its defaults, dates by dateparser, quantities by quantulum3."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "name", "pattern": name} for name in names])
    dates, _ = dateparser(names)
    quantities, _ = quantulum3(names)
    return (lambda text: len(nlp(text).ents) + dates(text) + quantities(text)), None


RIVALS = {
    "spaCy PhraseMatcher": (phrase_matcher, True),
    "spaCy EntityRuler": (entity_ruler, True),
    "ahocorasick_rs": (aho_corasick, True),
    "daachorse": (daachorse, True),
    "flashtext": (flashtext, True),
    "dateparser": (dateparser, False),
    "quantulum3": (quantulum3, False),
    "spaCy + dateparser + quantulum3": (stack, False),
}


def main():
    name, folder, budget = sys.argv[1], sys.argv[2], float(sys.argv[3])
    with open(f"{folder}/corpus.jsonl", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    with open(f"{folder}/names.txt", encoding="utf-8") as lines:
        names = lines.read().splitlines()
    expected = int(open(f"{folder}/expected.txt").read())
    make, finds_names = RIVALS[name]
    start = time.process_time()
    timed, counted = make(names)
    loading = time.process_time() - start
    found = None
    if finds_names:
        found = sum(map(counted or timed, texts))
        if abs(found - expected) > expected * 0.01:
            sys.exit(f"rival.py: {name} finds {found} of {expected} names: mend the comparison before timing it")
    timed(texts[0])
    rates, size = [], 0
    begin = time.monotonic()
    while len(rates) < 5 and time.monotonic() - begin < budget:
        size = 0
        start = time.process_time()
        for text in texts:
            timed(text)
            size += len(text.encode())
            if time.monotonic() - begin > budget:
                break
        rates.append(size / 1e6 / (time.process_time() - start))
    rate = sorted(rates)[len(rates) // 2]
    print(json.dumps({"name": name, "mbps": round(rate, 4), "found": found, "expected": expected if finds_names else None,
                      "bytes": size, "load": round(loading, 2)}))


if __name__ == "__main__":
    main()
