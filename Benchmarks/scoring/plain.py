"""Texts without politics: what was found there that is not there."""

from . import entities
from .events import MEETINGS
from .tally import Tally


class Noise:
    """False finds and the words of the texts that they were found in."""

    def __init__(self):
        self.words = 0
        self.counts = {kind: 0 for kind in ("persons", "countries", "organizations", "meetings", "projects")}
        self.errors = []

    def add(self, marking, graph):
        tally = Tally()
        tally.document = marking.id
        entities.score(marking, graph, entities.Cast(marking, graph), tally)
        self.words += len(marking.text.split())
        for kind, what, document, words in tally.errors:
            if what == "false":
                self.count("organizations" if kind == "outlets" else kind, document, words)
        for relation in graph.of(*MEETINGS):
            self.count("meetings", marking.id, graph.sentence(relation))
        for entity in graph.of_type("project"):
            self.count("projects", marking.id, graph.words(entity))

    def count(self, kind, document, words):
        self.counts[kind] += 1
        self.errors.append((kind, "false", document, words))

    def rates(self):
        """False finds per 1,000 words."""
        return {kind: 1000 * count / self.words for kind, count in self.counts.items()} if self.words else {}
