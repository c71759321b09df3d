"""Pairing what is marked with what was found."""

import re


def assign(marked, found, score):
    """Pairs one to one, best first: a list of (index of marked, index of found).

    `score(marked, found)` is `None` where two cannot be the same. Of equal scores the earlier ones pair.
    """
    pairs = []
    for left, wanted in enumerate(marked):
        for right, given in enumerate(found):
            if (points := score(wanted, given)) is not None:
                pairs.append((points, -left, -right))
    pairs.sort(reverse=True)
    taken_left, taken_right, result = set(), set(), []
    for _, left, right in pairs:
        if left not in taken_left and right not in taken_right:
            taken_left.add(left)
            taken_right.add(right)
            result.append((-left, -right))
    return sorted(result)


def occurrences(text, words):
    """The ranges at which words stand in a text, whatever the white space between them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    before = r"(?<![^\W_])(?<!\d[.,])" if re.match(r"[^\W_]", words) else ""
    after = r"(?![^\W_])(?![.,]\d)" if re.search(r"[^\W_]$", words) else ""
    return [match.span() for match in re.finditer(before + pattern + after, text)]


def locate(text, marked, prefers=None):
    """Where marked words stand, given that they are listed in the order of the text: a range each, or `None`.

    Words that occur several times leave a choice; `prefers(index, range)` says how well a range suits.
    """
    places = [occurrences(text, words) for words in marked]
    latest, limit = [len(text)] * len(places), len(text)
    for index in range(len(places) - 1, -1, -1):
        fitting = [span for span in places[index] if span[1] <= limit]
        if fitting:
            limit = fitting[-1][0]
        latest[index] = limit
    result, lower = [], 0
    for index, spans in enumerate(places):
        choice = [span for span in spans if lower <= span[0] <= latest[index]]
        if not choice:
            result.append(None)
            continue
        best = max(choice, key=lambda span: (prefers(index, span) if prefers else 0, -span[0]))
        result.append(best)
        lower = best[1]
    return result


def overlaps(left, right):
    return left[0] < right[1] and right[0] < left[1]
