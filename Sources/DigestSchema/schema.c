// Embeds the published schema.
#include "DigestSchema.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char schema[] = {
#embed "digest-graph-1.schema.json"
};

const unsigned char *digest_graph_schema(size_t *size) {
  *size = sizeof schema;
  return schema;
}
