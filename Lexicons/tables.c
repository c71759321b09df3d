// Embeds the compiled tables; Scripts/make-lexicon makes the image of them.
#include "DigestTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const _Alignas(64) unsigned char image[] = {
#embed "lexicon.image"
};

const size_t dg_lexicon_image_size = sizeof image;

const unsigned char *dg_lexicon_image(void) { return image; }
