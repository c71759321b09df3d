// What word and sentence breaking see of a code point, one byte each: the word class in the low half, the sentence
// class in the high half. `Sources/DigestText/BreakClasses.swift` has the same numbers.
#pragma once
#include "CDigestICU.h"

enum {
  WORD_OTHER = 0,
  WORD_LETTER = 1,
  WORD_NUMERIC = 2,
  WORD_EXTEND_NUM_LET = 3,
  WORD_MID_LETTER = 4,
  WORD_MID_NUM_LET = 5,
  WORD_MID_NUM = 6,
  WORD_SINGLE_QUOTE = 7,
  WORD_SPACE = 8,
  WORD_CR = 9,
  WORD_LF = 10,
  WORD_NEWLINE = 11,
  WORD_EXTEND = 12,
  // Only ICU itself breaks what holds one of these: dictionary scripts, Hebrew, Katakana, flags, joined emoji.
  WORD_COMPLEX = 13,
};

enum {
  SENTENCE_OTHER = 0,
  SENTENCE_CR = 1,
  SENTENCE_LF = 2,
  SENTENCE_SEP = 3,
  SENTENCE_EXTEND = 4,
  SENTENCE_SPACE = 5,
  SENTENCE_LOWER = 6,
  SENTENCE_UPPER = 7,
  SENTENCE_LETTER = 8,
  SENTENCE_NUMERIC = 9,
  SENTENCE_A_TERM = 10,
  SENTENCE_CONTINUE = 11,
  SENTENCE_TERM = 12,
  SENTENCE_CLOSE = 13,
};

enum {
  CODE_POINTS = 0x110000,
  CLASS_BLOCK = 128,
  CLASS_BLOCKS = CODE_POINTS / CLASS_BLOCK,
};
