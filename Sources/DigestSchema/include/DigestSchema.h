#ifndef DIGEST_SCHEMA_H
#define DIGEST_SCHEMA_H

#include <stddef.h>

/// The JSON Schema (2020-12) of `digest-graph/1`, in UTF-8.
const unsigned char *digest_graph_schema(size_t *size);

#endif
