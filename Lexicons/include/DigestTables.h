// The compiled tables, embedded in the binary and used where they stand: a copied binary needs no file beside it.
#pragma once
#include <stddef.h>

// Aligned to 64 bytes.
const unsigned char *_Nonnull dg_lexicon_image(void);
extern const size_t dg_lexicon_image_size;
