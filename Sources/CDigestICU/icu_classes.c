// The break classes as the linked ICU has them: what Scripts/make-classes writes into classes.c, and what the tests
// compare that table with.
#include "classes.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

/// Scripts that ICU's word rules hand to a dictionary, or join in ways that no class of ours expresses.
static int is_dictionary_script(UChar32 c) {
  if (c >= 0xAC00 && c <= 0xD7A3) return 1;
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return 1;
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

static uint8_t word_class(UChar32 c) {
  if (is_dictionary_script(c)) return WORD_COMPLEX;
  // ICU's rules take the colons out of MidLetter and make "@" a letter.
  if (c == ':' || c == 0xFE55 || c == 0xFF1A) return WORD_OTHER;
  if (c == '@') return WORD_LETTER;
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER: return WORD_LETTER;
    case U_WB_NUMERIC: return WORD_NUMERIC;
    case U_WB_EXTENDNUMLET: return WORD_EXTEND_NUM_LET;
    case U_WB_MIDLETTER: return WORD_MID_LETTER;
    case U_WB_MIDNUMLET: return WORD_MID_NUM_LET;
    case U_WB_MIDNUM: return WORD_MID_NUM;
    case U_WB_SINGLE_QUOTE: return WORD_SINGLE_QUOTE;
    case U_WB_WSEGSPACE: return WORD_SPACE;
    case U_WB_CR: return WORD_CR;
    case U_WB_LF: return WORD_LF;
    case U_WB_NEWLINE: return WORD_NEWLINE;
    case U_WB_EXTEND:
    case U_WB_FORMAT: return WORD_EXTEND;
    case U_WB_ZWJ:
    case U_WB_HEBREW_LETTER:
    case U_WB_KATAKANA:
    case U_WB_REGIONAL_INDICATOR: return WORD_COMPLEX;
    default: return WORD_OTHER;
  }
}

static uint8_t sentence_class(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
    case U_SB_CR: return SENTENCE_CR;
    case U_SB_LF: return SENTENCE_LF;
    case U_SB_SEP: return SENTENCE_SEP;
    case U_SB_EXTEND:
    case U_SB_FORMAT: return SENTENCE_EXTEND;
    case U_SB_SP: return SENTENCE_SPACE;
    case U_SB_LOWER: return SENTENCE_LOWER;
    case U_SB_UPPER: return SENTENCE_UPPER;
    case U_SB_OLETTER: return SENTENCE_LETTER;
    case U_SB_NUMERIC: return SENTENCE_NUMERIC;
    case U_SB_ATERM: return SENTENCE_A_TERM;
    case U_SB_SCONTINUE: return SENTENCE_CONTINUE;
    case U_SB_STERM: return SENTENCE_TERM;
    case U_SB_CLOSE: return SENTENCE_CLOSE;
    default: return SENTENCE_OTHER;
  }
}

uint8_t dg_icu_break_classes(uint32_t code_point) {
  return (uint8_t)(word_class((UChar32)code_point) | sentence_class((UChar32)code_point) << 4);
}
