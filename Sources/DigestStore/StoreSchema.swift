#if SQLite
  /// The tables of the database, in the order in which they depend on each other.
  ///
  /// Ids of items, mentions, figures, changes and relations are unique in their document only, so they stand behind its
  /// id in every key. Offsets count what `document.offsets` says. Dates are EDTF, units CLDR, money ISO 4217.
  enum StoreSchema {
    static let tables = """
      CREATE TABLE document (
        id TEXT PRIMARY KEY, title TEXT, date TEXT, language TEXT NOT NULL, sha256 TEXT NOT NULL, offsets TEXT NOT NULL,
        version TEXT NOT NULL, lexicons TEXT NOT NULL, as_of TEXT NOT NULL, icu TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE diagnostic (
        document TEXT NOT NULL REFERENCES document(id), position INTEGER NOT NULL, code TEXT NOT NULL,
        message TEXT NOT NULL, start INTEGER, "end" INTEGER,
        PRIMARY KEY (document, position)
      ) WITHOUT ROWID;
      CREATE TABLE entity (
        id TEXT PRIMARY KEY, type TEXT NOT NULL, subtype TEXT, name TEXT NOT NULL, country TEXT, wikidata TEXT,
        basis TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE alias (
        entity TEXT NOT NULL REFERENCES entity(id), name TEXT NOT NULL,
        PRIMARY KEY (entity, name)
      ) WITHOUT ROWID;
      CREATE TABLE source (
        id INTEGER PRIMARY KEY, outlet TEXT REFERENCES entity(id), date TEXT, speaker TEXT REFERENCES entity(id)
      );
      CREATE TABLE item (
        document TEXT NOT NULL REFERENCES document(id), id TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        headline_start INTEGER, headline_end INTEGER, source INTEGER REFERENCES source(id),
        PRIMARY KEY (document, id)
      ) WITHOUT ROWID;
      CREATE TABLE mention (
        document TEXT NOT NULL REFERENCES document(id), id TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        text TEXT NOT NULL, type TEXT NOT NULL, form TEXT NOT NULL, entity TEXT REFERENCES entity(id), country TEXT,
        rule TEXT NOT NULL,
        PRIMARY KEY (document, id)
      ) WITHOUT ROWID;
      CREATE TABLE group_member (
        document TEXT NOT NULL, mention TEXT NOT NULL, entity TEXT NOT NULL REFERENCES entity(id),
        PRIMARY KEY (document, mention, entity), FOREIGN KEY (document, mention) REFERENCES mention(document, id)
      ) WITHOUT ROWID;
      CREATE TABLE figure (
        document TEXT NOT NULL REFERENCES document(id), id TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        text TEXT NOT NULL, kind TEXT NOT NULL, timex TEXT, edtf TEXT, mod TEXT, anchor_date TEXT, anchor_from TEXT,
        value REAL, low REAL, high REAL, bound TEXT, unit TEXT, ucum TEXT, currency TEXT, "of" TEXT, equivalent TEXT,
        rule TEXT NOT NULL,
        PRIMARY KEY (document, id)
      ) WITHOUT ROWID;
      CREATE TABLE change (
        document TEXT NOT NULL REFERENCES document(id), id TEXT NOT NULL, from_figure TEXT, to_figure TEXT,
        by_figure TEXT, direction TEXT NOT NULL, ratio REAL, difference REAL, is_ratio_computed INTEGER NOT NULL,
        is_difference_computed INTEGER NOT NULL, measure TEXT, rule TEXT NOT NULL,
        PRIMARY KEY (document, id),
        FOREIGN KEY (document, from_figure) REFERENCES figure(document, id),
        FOREIGN KEY (document, to_figure) REFERENCES figure(document, id),
        FOREIGN KEY (document, by_figure) REFERENCES figure(document, id)
      ) WITHOUT ROWID;
      CREATE TABLE event (
        id TEXT PRIMARY KEY, type TEXT NOT NULL, status TEXT NOT NULL, time TEXT, place TEXT REFERENCES entity(id),
        reason TEXT, confidence TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE relation (
        document TEXT NOT NULL REFERENCES document(id), id TEXT NOT NULL, event TEXT REFERENCES event(id),
        type TEXT NOT NULL, status TEXT NOT NULL, time TEXT, timex TEXT, time_figure TEXT,
        place TEXT REFERENCES entity(id), place_start INTEGER, place_end INTEGER, reason TEXT, confidence TEXT NOT NULL,
        PRIMARY KEY (document, id), FOREIGN KEY (document, time_figure) REFERENCES figure(document, id)
      ) WITHOUT ROWID;
      CREATE TABLE argument (
        document TEXT NOT NULL, relation TEXT NOT NULL, position INTEGER NOT NULL, role TEXT NOT NULL,
        entity TEXT REFERENCES entity(id), other TEXT, figure TEXT, change TEXT, text TEXT, start INTEGER, "end" INTEGER,
        country TEXT,
        PRIMARY KEY (document, relation, position),
        FOREIGN KEY (document, relation) REFERENCES relation(document, id),
        FOREIGN KEY (document, other) REFERENCES relation(document, id),
        FOREIGN KEY (document, figure) REFERENCES figure(document, id),
        FOREIGN KEY (document, change) REFERENCES change(document, id)
      ) WITHOUT ROWID;
      CREATE TABLE evidence (
        id INTEGER PRIMARY KEY, document TEXT NOT NULL, relation TEXT NOT NULL, item TEXT, start INTEGER NOT NULL,
        "end" INTEGER NOT NULL, text TEXT NOT NULL, trigger_start INTEGER, trigger_end INTEGER,
        source INTEGER REFERENCES source(id), rule TEXT NOT NULL,
        FOREIGN KEY (document, relation) REFERENCES relation(document, id),
        FOREIGN KEY (document, item) REFERENCES item(document, id)
      );
      CREATE TABLE conflict (
        event TEXT NOT NULL REFERENCES event(id), other TEXT NOT NULL REFERENCES event(id),
        PRIMARY KEY (event, other)
      ) WITHOUT ROWID;
      CREATE TABLE edge (
        source TEXT NOT NULL REFERENCES entity(id), target TEXT NOT NULL REFERENCES entity(id), type TEXT NOT NULL,
        weight INTEGER NOT NULL,
        PRIMARY KEY (source, target, type)
      ) WITHOUT ROWID;
      CREATE TABLE edge_event (
        source TEXT NOT NULL, target TEXT NOT NULL, type TEXT NOT NULL, event TEXT NOT NULL REFERENCES event(id),
        PRIMARY KEY (source, target, type, event),
        FOREIGN KEY (source, target, type) REFERENCES edge(source, target, type)
      ) WITHOUT ROWID;
      """

    static let indexes = """
      CREATE INDEX mention_entity ON mention(entity);
      CREATE INDEX figure_unit ON figure(kind, unit, currency);
      CREATE INDEX relation_type ON relation(type, status, time);
      CREATE INDEX relation_event ON relation(event);
      CREATE INDEX argument_entity ON argument(entity, role);
      CREATE INDEX argument_country ON argument(country);
      CREATE INDEX evidence_relation ON evidence(document, relation);
      CREATE INDEX event_type ON event(type, status, time);
      CREATE INDEX edge_target ON edge(target);
      CREATE INDEX alias_name ON alias(name);
      CREATE VIRTUAL TABLE sentence USING fts5(text, content='evidence', content_rowid='id', tokenize='unicode61');
      INSERT INTO sentence(sentence) VALUES ('rebuild');
      """
  }
#endif
