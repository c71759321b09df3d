// Folding as the linked ICU does it: what the tests compare the table in folding.c with.
#include "CDigestICU.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

enum { ROOM = 64 };

/// Copies `text` without its non-spacing marks; returns the length that is left.
static int32_t drop_marks(const UChar *text, int32_t length, UChar *left) {
  int32_t count = 0;
  for (int32_t i = 0; i < length;) {
    UChar32 c;
    U16_NEXT(text, i, length, c);
    if (u_charType(c) != U_NON_SPACING_MARK) U16_APPEND_UNSAFE(left, count, c);
  }
  return count;
}

int32_t dg_icu_fold_letter(uint32_t code_point, uint32_t *folded, int32_t room) {
  if (!u_isalpha((UChar32)code_point)) return 0;
  UErrorCode status = U_ZERO_ERROR;
  UChar letter[2], decomposed[ROOM], base[ROOM], lower[ROOM];
  int32_t length = 0;
  U16_APPEND_UNSAFE(letter, length, code_point);
  length = unorm2_normalize(unorm2_getNFDInstance(&status), letter, length, decomposed, ROOM, &status);
  length = drop_marks(decomposed, U_SUCCESS(status) ? length : 0, base);
  length = u_strFoldCase(lower, ROOM, base, length, U_FOLD_CASE_DEFAULT, &status);
  int32_t count = 0;
  u_strToUTF32((UChar32 *)folded, room, &count, lower, U_SUCCESS(status) ? length : 0, &status);
  return U_SUCCESS(status) ? count : 0;
}
