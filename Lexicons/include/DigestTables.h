// The bundled tables, embedded in the binary: a copied binary needs no file beside it.
#pragma once
#include <stddef.h>

typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} DGTable;

const DGTable *_Nonnull dg_bundled_tables(void);
extern const size_t dg_table_count;
