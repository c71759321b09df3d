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

/// The break classes of all code points as `Scripts/make-classes` found them in ICU `dg_class_icu_version()`: those of
/// code point c are `dg_classes()[dg_class_index()[c >> 7] * 128 + (c & 127)]`. The first 128 bytes are ASCII's.
const char *dg_class_icu_version(void);
const uint16_t *dg_class_index(void);
const uint8_t *dg_classes(void);

/// The break classes of a code point as the linked ICU has them. Slow: for making and testing the table.
uint8_t dg_icu_break_classes(uint32_t code_point);

/// The index, from `from` on, of the next byte that may end a sentence (`.` `!` `?` LF CR, or the first of a character
/// beyond ASCII); `length` where there is none. The portable twin finds the same, byte by byte.
intptr_t dg_next_terminator(const uint8_t *text, intptr_t from, intptr_t length);
intptr_t dg_next_terminator_portable(const uint8_t *text, intptr_t from, intptr_t length);

/// The index of the next byte that may end a line or start a character that does: LF, CR, 0xC2, 0xE2.
intptr_t dg_next_line_end(const uint8_t *text, intptr_t from, intptr_t length);
intptr_t dg_next_line_end_portable(const uint8_t *text, intptr_t from, intptr_t length);

/// What 64 bytes are, one bit a byte, the first the lowest: ASCII signs, and bytes of characters beyond ASCII.
typedef struct {
  uint64_t letter;        // and "@", which ICU's rules count among them
  uint64_t digit;
  uint64_t underscore;
  uint64_t stop;          // . '
  uint64_t comma;         // , ;
  uint64_t space;
  uint64_t carriage_return;
  uint64_t line_feed;
  uint64_t wide;          // 0x80 and above
  uint64_t continuation;  // 0x80 to 0xBF
} DGWordMasks;

/// Whether this machine makes the masks faster than words are broken byte by byte.
int32_t dg_has_word_masks(void);

/// Makes the masks of the first 64 of `length` bytes; bits beyond `length` have no meaning but are never set for 0 bytes.
void dg_word_masks(const uint8_t *text, intptr_t length, DGWordMasks *masks);

/// The letters that folding for matching changes: code point, then one or two that replace it; ascending.
extern const int32_t dg_folding_count;
const uint32_t *dg_folding_row(int32_t index);

/// Writes what the linked ICU makes of a letter: canonically decomposed, marks dropped, case folded. Returns the number
/// of code points; 0 where it is no letter. Slow: for testing the table.
int32_t dg_icu_fold_letter(uint32_t code_point, uint32_t *folded, int32_t room);

/// Whether valid UTF-8 is in normal form C: 1, 0, or -1 where ICU reports an error.
int32_t dg_is_nfc(const uint8_t *text, int32_t length);

/// The version of the linked ICU, such as "72.1", and of its Unicode data.
const char *dg_icu_version(void);
const char *dg_unicode_version(void);

#pragma clang assume_nonnull end
