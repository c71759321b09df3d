// libicu behind thin C functions. Only opaque types stand here: see Sources/CSystemICU/module.modulemap.
#pragma once
#include <stdint.h>

#pragma clang assume_nonnull begin

typedef enum : int32_t { DGBreakWord = 0, DGBreakSentence = 1 } DGBreakKind;

/// An ICU break iterator with the rules of one kind for one locale. Not for use by two threads at once.
typedef struct DGBreaker DGBreaker;

/// Opens an iterator, or returns null where ICU's data is missing. `locale` is an ICU identifier ("en"; "" = root).
DGBreaker *_Nullable dg_breaker_open(DGBreakKind kind, const char *locale);
void dg_breaker_close(DGBreaker *breaker);

/// Writes the boundaries of `text` after 0, ascending, as UTF-8 byte offsets; the last is `length`.
/// `boundaries` must have room for `length` entries. Returns their number, or -1 where ICU reports an error.
int32_t dg_breaker_boundaries(DGBreaker *breaker, const uint8_t *text, int32_t length, int32_t *boundaries);

/// The letters that folding for matching changes: code point, then one or two that replace it; ascending.
extern const int32_t dg_folding_count;
const uint32_t *dg_folding_row(int32_t index);

/// The version of the linked ICU, such as "72.1", and of its Unicode data.
const char *dg_icu_version(void);
const char *dg_unicode_version(void);

#pragma clang assume_nonnull end
