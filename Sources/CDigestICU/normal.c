#include "CDigestICU.h"

#include <stdlib.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

int32_t dg_is_nfc(const uint8_t *text, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return -1;
  // No text has more UTF-16 units than UTF-8 bytes.
  UChar *units = malloc(sizeof(UChar) * ((size_t)length + 1));
  if (!units) return -1;
  int32_t count = 0;
  u_strFromUTF8(units, length + 1, &count, (const char *)text, length, &status);
  UBool normal = U_SUCCESS(status) && unorm2_isNormalized(nfc, units, count, &status);
  free(units);
  return U_FAILURE(status) ? -1 : normal;
}
