-- An entry is corrected, never removed: its first version and every other stand in the journal.
ALTER TABLE entry ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE entry ADD COLUMN import_id INTEGER;             -- the import that made it
ALTER TABLE entry ADD COLUMN digest INTEGER;                -- of the imported row, keyed (SPEC 15.4)
CREATE UNIQUE INDEX entry_digest ON entry (digest) WHERE digest IS NOT NULL;

-- A product, a batch … of an entry, by a hash of field and value as they are compared: by it all its
-- buyers are found (S004-A-1). The hash only finds; whether an entry has the value, the entry tells.
CREATE TABLE entry_trace (
  key INTEGER NOT NULL,
  entry_id INTEGER NOT NULL,
  PRIMARY KEY (key, entry_id)
) STRICT, WITHOUT ROWID;

-- What an import takes in; and, of a stretch of one of entries, the run of their ids.
ALTER TABLE import ADD COLUMN content TEXT NOT NULL DEFAULT 'archives' CHECK (content = 'archives' OR content = 'entries');
ALTER TABLE import_stretch ADD COLUMN first_entry_id INTEGER;
ALTER TABLE import_stretch ADD COLUMN last_entry_id INTEGER;
