#ifndef DIGEST_PAGE_H
#define DIGEST_PAGE_H

#include <stddef.h>

/// The body of the HTML page, in UTF-8; the script fills it.
const unsigned char *digest_page_markup(size_t *size);

/// The style sheet of the HTML page, in UTF-8.
const unsigned char *digest_page_style(size_t *size);

/// The script of the HTML page, in UTF-8: all files as one module.
const unsigned char *digest_page_script(size_t *size);

#endif
