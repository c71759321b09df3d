#!/usr/bin/env python3
"""Writes Sources/CDigestICU/folding.c: which letters folding for matching changes, and into what.

Run it from the top folder. The result is committed; a test compares it with the linked ICU.
"""
import unicodedata

# Letters that Unicode does not decompose but that news spells without their stroke or ligature.
LETTERS = dict(zip("æøđðłıħŧŋəɓɗƙƴɵŀƶɣſĸŉ", "ae o d d l i h t n a b d k y o l z g s k n".split()))
LETTERS |= {"ß": "ss", "þ": "th", "œ": "oe"}
RANGES = [(0xC0, 0x2B0), (0x370, 0x530), (0x1E00, 0x1F00)]


def fold(letter):
    base = "".join(c for c in unicodedata.normalize("NFD", letter) if unicodedata.category(c) != "Mn")
    return "".join(LETTERS.get(c, c) for c in base.casefold())


rows = []
for first, last in RANGES:
    for point in range(first, last):
        letter = chr(point)
        folded = fold(letter) if unicodedata.category(letter).startswith("L") else letter
        if folded != letter and 1 <= len(folded) <= 2:
            rows.append("  {0x%04X, 0x%04X, 0x%04X}," % (point, ord(folded[0]), ord(folded[1]) if folded[1:] else 0))

with open("Sources/CDigestICU/folding.c", "w", encoding="utf-8") as out:
    out.write(
        f"// Made by Scripts/make-folding.py from Unicode {unicodedata.unidata_version}: each letter that folding changes, and the\n"
        "// one or two code points that replace it (lower case, marks dropped). Sorted. Do not edit.\n"
        '#include "CDigestICU.h"\n\nstatic const uint32_t folding[][3] = {\n'
        + "\n".join(rows)
        + "\n};\nconst int32_t dg_folding_count = sizeof folding / sizeof folding[0];\n"
        "const uint32_t *dg_folding_row(int32_t index) { return folding[index]; }\n"
    )
