// Prints Sources/CDigestICU/classes.c; see Scripts/make-classes.
#include "classes.h"

#include <stdio.h>
#include <string.h>

static uint8_t blocks[CLASS_BLOCKS][CLASS_BLOCK];
static uint16_t block_of[CLASS_BLOCKS];

/// Gives each block of code points the number of the first that is equal. Returns how many differ.
static int number_blocks(void) {
  int count = 0;
  for (int block = 0; block < CLASS_BLOCKS; block++) {
    uint8_t *next = blocks[count];
    for (int i = 0; i < CLASS_BLOCK; i++) next[i] = dg_icu_break_classes((uint32_t)(block * CLASS_BLOCK + i));
    int found = 0;
    while (memcmp(blocks[found], next, CLASS_BLOCK) != 0) found++;
    block_of[block] = (uint16_t)found;
    if (found == count) count++;
  }
  return count;
}

static void print_row(int i, unsigned value) { printf("%s%u,", i % 32 == 0 ? "\n  " : "", value); }

int main(void) {
  int count = number_blocks();
  printf("// Made by Scripts/make-classes from ICU %s (Unicode %s): the word class (low half of a byte) and the sentence\n",
         dg_icu_version(), dg_unicode_version());
  printf("// class (high half) of all code points, in blocks of %d. The numbers stand in classes.h. Do not edit.\n",
         CLASS_BLOCK);
  printf("#include \"classes.h\"\n\nstatic const char version[] = \"%s\";\n\n", dg_icu_version());
  printf("/// The number of the block that holds a code point.\nstatic const uint16_t index[CLASS_BLOCKS] = {");
  for (int i = 0; i < CLASS_BLOCKS; i++) print_row(i, block_of[i]);
  printf("\n};\n\n/// The different blocks; the first is ASCII.\nstatic const uint8_t classes[%d * CLASS_BLOCK] = {", count);
  for (int i = 0; i < count * CLASS_BLOCK; i++) print_row(i, blocks[i / CLASS_BLOCK][i % CLASS_BLOCK]);
  printf("\n};\n\nconst char *dg_class_icu_version(void) { return version; }\n");
  printf("const uint16_t *dg_class_index(void) { return index; }\n");
  printf("const uint8_t *dg_classes(void) { return classes; }\n");
  return 0;
}
