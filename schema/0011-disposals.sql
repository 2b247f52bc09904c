-- What is proposed for destruction, and how far that has come (销毁, SPEC section 10). A row outlives
-- its archives and holds nothing of a customer.
CREATE TABLE disposal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- D1
  request_id INTEGER NOT NULL UNIQUE REFERENCES request (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  appraisal TEXT,                                           -- what the archives are still worth (S002-9.1-1)
  proposed_on TEXT NOT NULL,
  policy_version INTEGER NOT NULL REFERENCES policy_version (version),
  -- Each step can be done again; a destruction that was interrupted goes on from here.
  stage TEXT NOT NULL CHECK (
    stage IN ('proposed', 'destroying', 'deleted', 'rewritten', 'truncated', 'verified')
  ),
  executor_id INTEGER REFERENCES staff (id),                -- null: an outsider, or nobody yet
  executor TEXT,                                            -- their name, an outsider's with the unit
  witness_id INTEGER REFERENCES staff (id),
  witness TEXT,
  method TEXT,                                              -- a key of disposal.methods; null: nothing on paper
  place TEXT,
  form_number TEXT,                                         -- the paper on which executor and witness signed
  begun_on TEXT,
  executed_on TEXT,
  archives_searched INTEGER,                                -- of so many the values were searched for afterwards
  values_searched INTEGER,
  values_shared INTEGER,                                    -- found, and also held by archives that stay
  journal_seq INTEGER REFERENCES journal (seq),             -- the entry that closed it
  CHECK ((stage = 'proposed') = (begun_on IS NULL)),
  CHECK ((begun_on IS NULL) = (executor IS NULL)),
  CHECK ((executor IS NULL) = (witness IS NULL)),
  CHECK ((stage = 'verified') = (executed_on IS NOT NULL))
) STRICT;
CREATE INDEX disposal_pending ON disposal (id) WHERE stage IN ('destroying', 'deleted', 'rewritten', 'truncated');

-- An archive that a disposal is of, as it stood when it was proposed; counts, never contents.
CREATE TABLE disposal_item (
  disposal_id INTEGER NOT NULL REFERENCES disposal (id),
  position INTEGER NOT NULL CHECK (position > 0),
  archive_id INTEGER NOT NULL REFERENCES archive (id),
  because TEXT NOT NULL CHECK (because LIKE '[%'),          -- JSON: codes, days and clauses
  retain_until TEXT,
  materials INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  journal_seq INTEGER REFERENCES journal (seq),             -- the entry that destroyed it; null: it is there
  PRIMARY KEY (disposal_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX disposal_item_archive ON disposal_item (archive_id);
