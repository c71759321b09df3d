// Embeds the tables. A new table needs an array and a row here, and its name in Package.swift and TableKind.
#include "DigestTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char abbreviations[] = {
#embed "abbreviations.tsv"
};
static const unsigned char agreements[] = {
#embed "agreements.tsv"
};
static const unsigned char awards[] = {
#embed "awards.tsv"
};
static const unsigned char countries[] = {
#embed "countries.tsv"
};
static const unsigned char currencies[] = {
#embed "currencies.tsv"
};
static const unsigned char frames[] = {
#embed "frames.tsv"
};
static const unsigned char given_names[] = {
#embed "given-names.tsv"
};
static const unsigned char measures[] = {
#embed "measures.tsv"
};
static const unsigned char nouns[] = {
#embed "nouns.tsv"
};
static const unsigned char numbers[] = {
#embed "numbers.tsv"
};
static const unsigned char occasions[] = {
#embed "occasions.tsv"
};
static const unsigned char offices[] = {
#embed "offices.tsv"
};
static const unsigned char organizations[] = {
#embed "organizations.tsv"
};
static const unsigned char outlets[] = {
#embed "outlets.tsv"
};
static const unsigned char particles[] = {
#embed "particles.tsv"
};
static const unsigned char people[] = {
#embed "people.tsv"
};
static const unsigned char places[] = {
#embed "places.tsv"
};
static const unsigned char positions[] = {
#embed "positions.tsv"
};
static const unsigned char projects[] = {
#embed "projects.tsv"
};
static const unsigned char surnames[] = {
#embed "surnames.tsv"
};
static const unsigned char time_words[] = {
#embed "time-words.tsv"
};
static const unsigned char units[] = {
#embed "units.tsv"
};
static const unsigned char variants[] = {
#embed "variants.tsv"
};
static const unsigned char verbs[] = {
#embed "verbs.tsv"
};
static const unsigned char words[] = {
#embed "words.tsv"
};

static const DGTable tables[] = {
    {"abbreviations.tsv", abbreviations, sizeof abbreviations},
    {"agreements.tsv", agreements, sizeof agreements},
    {"awards.tsv", awards, sizeof awards},
    {"countries.tsv", countries, sizeof countries},
    {"currencies.tsv", currencies, sizeof currencies},
    {"frames.tsv", frames, sizeof frames},
    {"given-names.tsv", given_names, sizeof given_names},
    {"measures.tsv", measures, sizeof measures},
    {"nouns.tsv", nouns, sizeof nouns},
    {"numbers.tsv", numbers, sizeof numbers},
    {"occasions.tsv", occasions, sizeof occasions},
    {"offices.tsv", offices, sizeof offices},
    {"organizations.tsv", organizations, sizeof organizations},
    {"outlets.tsv", outlets, sizeof outlets},
    {"particles.tsv", particles, sizeof particles},
    {"people.tsv", people, sizeof people},
    {"places.tsv", places, sizeof places},
    {"positions.tsv", positions, sizeof positions},
    {"projects.tsv", projects, sizeof projects},
    {"surnames.tsv", surnames, sizeof surnames},
    {"time-words.tsv", time_words, sizeof time_words},
    {"units.tsv", units, sizeof units},
    {"variants.tsv", variants, sizeof variants},
    {"verbs.tsv", verbs, sizeof verbs},
    {"words.tsv", words, sizeof words},
};
const size_t dg_table_count = sizeof tables / sizeof tables[0];

const DGTable *dg_bundled_tables(void) { return tables; }
