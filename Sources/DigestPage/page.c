// Embeds the page of --format html. A new script needs a line here, and its name in Package.swift.
#include "DigestPage.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char markup[] = {
#embed "page.html"
};

static const unsigned char style[] = {
#embed "page.css"
};

// The order is free but for `main`, which comes last: it starts the page.
static const unsigned char script[] = {
    '\n',
#embed "data.js"
    ,
#embed "dom.js"
    ,
#embed "filters.js"
    ,
#embed "details.js"
    ,
#embed "graph.js"
    ,
#embed "pointer.js"
    ,
#embed "text.js"
    ,
#embed "tables.js"
    ,
#embed "timeline.js"
    ,
#embed "main.js"
};

const unsigned char *digest_page_markup(size_t *size) {
  *size = sizeof markup;
  return markup;
}

const unsigned char *digest_page_style(size_t *size) {
  *size = sizeof style;
  return style;
}

const unsigned char *digest_page_script(size_t *size) {
  *size = sizeof script;
  return script;
}
