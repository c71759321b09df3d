#include "DigestTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char countries[] = {
#if __has_embed("countries.tsv")
#embed "countries.tsv" suffix(, )
#endif
0};
static const unsigned char people[] = {
#if __has_embed("people.tsv")
#embed "people.tsv" suffix(, )
#endif
0};
static const unsigned char offices[] = {
#if __has_embed("offices.tsv")
#embed "offices.tsv" suffix(, )
#endif
0};
static const unsigned char positions[] = {
#if __has_embed("positions.tsv")
#embed "positions.tsv" suffix(, )
#endif
0};
static const unsigned char organizations[] = {
#if __has_embed("organizations.tsv")
#embed "organizations.tsv" suffix(, )
#endif
0};
static const unsigned char outlets[] = {
#if __has_embed("outlets.tsv")
#embed "outlets.tsv" suffix(, )
#endif
0};
static const unsigned char places[] = {
#if __has_embed("places.tsv")
#embed "places.tsv" suffix(, )
#endif
0};
static const unsigned char projects[] = {
#if __has_embed("projects.tsv")
#embed "projects.tsv" suffix(, )
#endif
0};
static const unsigned char awards[] = {
#if __has_embed("awards.tsv")
#embed "awards.tsv" suffix(, )
#endif
0};
static const unsigned char occasions[] = {
#if __has_embed("occasions.tsv")
#embed "occasions.tsv" suffix(, )
#endif
0};
static const unsigned char agreements[] = {
#if __has_embed("agreements.tsv")
#embed "agreements.tsv" suffix(, )
#endif
0};
static const unsigned char given_names[] = {
#if __has_embed("given-names.tsv")
#embed "given-names.tsv" suffix(, )
#endif
0};
static const unsigned char surnames[] = {
#if __has_embed("surnames.tsv")
#embed "surnames.tsv" suffix(, )
#endif
0};
static const unsigned char particles[] = {
#if __has_embed("particles.tsv")
#embed "particles.tsv" suffix(, )
#endif
0};
static const unsigned char abbreviations[] = {
#if __has_embed("abbreviations.tsv")
#embed "abbreviations.tsv" suffix(, )
#endif
0};
static const unsigned char words[] = {
#if __has_embed("words.tsv")
#embed "words.tsv" suffix(, )
#endif
0};
static const unsigned char verbs[] = {
#if __has_embed("verbs.tsv")
#embed "verbs.tsv" suffix(, )
#endif
0};
static const unsigned char nouns[] = {
#if __has_embed("nouns.tsv")
#embed "nouns.tsv" suffix(, )
#endif
0};
static const unsigned char frames[] = {
#if __has_embed("frames.tsv")
#embed "frames.tsv" suffix(, )
#endif
0};
static const unsigned char units[] = {
#if __has_embed("units.tsv")
#embed "units.tsv" suffix(, )
#endif
0};
static const unsigned char currencies[] = {
#if __has_embed("currencies.tsv")
#embed "currencies.tsv" suffix(, )
#endif
0};
static const unsigned char numbers[] = {
#if __has_embed("numbers.tsv")
#embed "numbers.tsv" suffix(, )
#endif
0};
static const unsigned char time_words[] = {
#if __has_embed("time-words.tsv")
#embed "time-words.tsv" suffix(, )
#endif
0};
static const unsigned char measures[] = {
#if __has_embed("measures.tsv")
#embed "measures.tsv" suffix(, )
#endif
0};

static const DGTable tables[] = {
    {"countries.tsv", countries, sizeof countries - 1},
    {"people.tsv", people, sizeof people - 1},
    {"offices.tsv", offices, sizeof offices - 1},
    {"positions.tsv", positions, sizeof positions - 1},
    {"organizations.tsv", organizations, sizeof organizations - 1},
    {"outlets.tsv", outlets, sizeof outlets - 1},
    {"places.tsv", places, sizeof places - 1},
    {"projects.tsv", projects, sizeof projects - 1},
    {"awards.tsv", awards, sizeof awards - 1},
    {"occasions.tsv", occasions, sizeof occasions - 1},
    {"agreements.tsv", agreements, sizeof agreements - 1},
    {"given-names.tsv", given_names, sizeof given_names - 1},
    {"surnames.tsv", surnames, sizeof surnames - 1},
    {"particles.tsv", particles, sizeof particles - 1},
    {"abbreviations.tsv", abbreviations, sizeof abbreviations - 1},
    {"words.tsv", words, sizeof words - 1},
    {"verbs.tsv", verbs, sizeof verbs - 1},
    {"nouns.tsv", nouns, sizeof nouns - 1},
    {"frames.tsv", frames, sizeof frames - 1},
    {"units.tsv", units, sizeof units - 1},
    {"currencies.tsv", currencies, sizeof currencies - 1},
    {"numbers.tsv", numbers, sizeof numbers - 1},
    {"time-words.tsv", time_words, sizeof time_words - 1},
    {"measures.tsv", measures, sizeof measures - 1},
};
const size_t dg_table_count = sizeof tables / sizeof tables[0];

const DGTable *dg_bundled_tables(void) { return tables; }
