// The byte searches that segmentation spends its time in: 16 bytes a step where the machine has SSE2, which every
// x86-64 has, and byte by byte elsewhere.
#include "CDigestICU.h"

#include <string.h>

static int is_terminator(uint8_t byte) {
  return byte >= 0xC0 || byte == '.' || byte == '!' || byte == '?' || byte == '\n' || byte == '\r';
}

static int starts_line_end(uint8_t byte) { return byte == '\n' || byte == '\r' || byte == 0xC2 || byte == 0xE2; }

intptr_t dg_next_terminator_portable(const uint8_t *text, intptr_t from, intptr_t length) {
  while (from < length && !is_terminator(text[from])) from++;
  return from;
}

intptr_t dg_next_line_end_portable(const uint8_t *text, intptr_t from, intptr_t length) {
  while (from < length && !starts_line_end(text[from])) from++;
  return from;
}

#if defined(__SSE2__)
#include <emmintrin.h>

typedef __m128i bytes;

static inline bytes load(const uint8_t *text) { return _mm_loadu_si128((const bytes *)text); }
static inline bytes equal(bytes x, char value) { return _mm_cmpeq_epi8(x, _mm_set1_epi8(value)); }
static inline bytes either(bytes a, bytes b) { return _mm_or_si128(a, b); }
static inline unsigned bits(bytes x) { return (unsigned)_mm_movemask_epi8(x); }

/// first <= x <= first + span, unsigned.
static inline bytes between(bytes x, char first, char span) {
  bytes above = _mm_sub_epi8(x, _mm_set1_epi8(first));
  return _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8(span)), above);
}

static inline unsigned terminators(bytes x) {
  bytes stops = either(equal(x, '.'), either(equal(x, '!'), equal(x, '?')));
  bytes ends = either(equal(x, '\n'), equal(x, '\r'));
  return bits(either(between(x, (char)0xC0, 0x3F), either(stops, ends)));
}

static inline unsigned line_ends(bytes x) {
  return bits(either(either(equal(x, '\n'), equal(x, '\r')), either(equal(x, (char)0xC2), equal(x, (char)0xE2))));
}

#define SEARCH(name, masks)                                                          \
  intptr_t name(const uint8_t *text, intptr_t from, intptr_t length) {               \
    for (; from + 16 <= length; from += 16) {                                        \
      unsigned found = masks(load(text + from));                                     \
      if (found) return from + __builtin_ctz(found);                                 \
    }                                                                                \
    return name##_portable(text, from, length);                                      \
  }
SEARCH(dg_next_terminator, terminators)
SEARCH(dg_next_line_end, line_ends)

int32_t dg_has_word_masks(void) { return 1; }

void dg_word_masks(const uint8_t *text, intptr_t length, DGWordMasks *masks) {
  uint8_t rest[64] = {0};
  if (length < 64) text = memcpy(rest, text, (size_t)length);
  memset(masks, 0, sizeof *masks);
  for (int at = 0; at < 64; at += 16) {
    bytes x = load(text + at);
    bytes letters = between(_mm_or_si128(x, _mm_set1_epi8(0x20)), 'a', 25);
#define ADD(mask, found) masks->mask |= (uint64_t)bits(found) << at
    ADD(letter, either(letters, equal(x, '@')));
    ADD(digit, between(x, '0', 9));
    ADD(underscore, equal(x, '_'));
    ADD(stop, either(equal(x, '.'), equal(x, '\'')));
    ADD(comma, either(equal(x, ','), equal(x, ';')));
    ADD(space, equal(x, ' '));
    ADD(carriage_return, equal(x, '\r'));
    ADD(line_feed, equal(x, '\n'));
    ADD(wide, x);
    ADD(continuation, _mm_cmplt_epi8(x, _mm_set1_epi8((char)0xC0)));
#undef ADD
  }
}

#else

intptr_t dg_next_terminator(const uint8_t *text, intptr_t from, intptr_t length) {
  return dg_next_terminator_portable(text, from, length);
}

intptr_t dg_next_line_end(const uint8_t *text, intptr_t from, intptr_t length) {
  return dg_next_line_end_portable(text, from, length);
}

int32_t dg_has_word_masks(void) { return 0; }

void dg_word_masks(const uint8_t *text, intptr_t length, DGWordMasks *masks) {}

#endif
