-- One inspection of how archives are kept (保管检查), opened once for its period and place.
CREATE TABLE inspection (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- I3
  period TEXT NOT NULL CHECK (period <> ''),                -- 2026H2
  last_day TEXT NOT NULL CHECK (length(last_day) = 10),     -- of the period: by then it is to be closed
  place TEXT,                                               -- its code, also once it is no more; null: all places
  opened_on TEXT NOT NULL,
  opened_by INTEGER REFERENCES staff (id),
  closed_on TEXT CHECK (closed_on >= opened_on),
  closed_by INTEGER REFERENCES staff (id),
  signers TEXT CHECK (signers LIKE '[%'),                   -- JSON: names of those who inspected and signed
  dropped_because TEXT,                                     -- it was opened by mistake
  audit_run INTEGER REFERENCES audit_run (id),              -- in which its findings were kept
  CHECK (closed_on IS NOT NULL OR (signers IS NULL AND dropped_because IS NULL))
) STRICT;
CREATE UNIQUE INDEX inspection_once ON inspection (period, ifnull(place, '')) WHERE dropped_because IS NULL;

-- One line of an inspection's checklist, as the policy had it when it was opened, and the answer.
CREATE TABLE inspection_item (
  inspection_id INTEGER NOT NULL REFERENCES inspection (id),
  item TEXT NOT NULL CHECK (item <> ''),                    -- a key of the policy's inspection.items
  position INTEGER NOT NULL CHECK (position > 0),
  answer TEXT CHECK (answer IN ('ok', 'bad', 'na')),        -- null: not looked at yet
  reading TEXT,                                             -- a decimal number, in the item's unit
  note TEXT,
  owner_id INTEGER REFERENCES staff (id),                   -- who puts it right
  due_on TEXT,
  answered_on TEXT,
  answered_by INTEGER REFERENCES staff (id),
  PRIMARY KEY (inspection_id, item),
  CHECK ((answer IS NULL) = (answered_on IS NULL))
) STRICT, WITHOUT ROWID;

-- What is the matter with an archive or a paper of it (字迹变色、破损), and its repair (S001-15-1).
CREATE TABLE defect (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- P2
  archive_id INTEGER NOT NULL,
  material_id INTEGER,                                      -- null: the whole archive, or it is gone
  inspection_id INTEGER REFERENCES inspection (id),         -- in which it was seen
  state TEXT NOT NULL CHECK (state <> ''),                  -- a key of the policy's inspection.states
  note TEXT,
  seen_on TEXT NOT NULL,
  seen_by INTEGER REFERENCES staff (id),
  wants_repair INTEGER NOT NULL CHECK (wants_repair IN (0, 1)),
  due_on TEXT CHECK (due_on IS NULL OR wants_repair = 1),
  repaired_on TEXT CHECK (repaired_on >= seen_on),
  repairer TEXT CHECK (repairer IS NULL OR repaired_on IS NOT NULL),
  repair_note TEXT CHECK (repair_note IS NULL OR repaired_on IS NOT NULL),
  from_number TEXT                                          -- before a merge
) STRICT;
CREATE INDEX defect_archive ON defect (archive_id);
CREATE INDEX defect_due ON defect (due_on) WHERE wants_repair = 1 AND repaired_on IS NULL;

-- One comparison of the shelves with the register (清点). What is expected is settled when it is opened.
CREATE TABLE stocktake (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- C2
  place TEXT,                                               -- only what lies there; null: everywhere
  type TEXT,                                                -- only this type of archives
  percent REAL CHECK (percent > 0 AND percent <= 100),      -- a sample; null: all
  seed INTEGER CHECK ((seed IS NULL) = (percent IS NULL)),
  opened_on TEXT NOT NULL,
  opened_by INTEGER REFERENCES staff (id),
  expected INTEGER NOT NULL CHECK (expected >= 0),
  closed_on TEXT CHECK (closed_on >= opened_on),
  closed_by INTEGER REFERENCES staff (id),
  counters TEXT CHECK (counters LIKE '[%'),                 -- JSON: names of those who counted and signed
  witness TEXT,
  counts TEXT CHECK (counts LIKE '{%'),                     -- JSON: how many came out how
  dropped_because TEXT,                                     -- it was opened by mistake
  audit_run INTEGER REFERENCES audit_run (id),
  CHECK ((closed_on IS NULL) = (counters IS NULL AND dropped_because IS NULL))
) STRICT;
CREATE UNIQUE INDEX stocktake_open ON stocktake (ifnull(place, ''), ifnull(type, '')) WHERE closed_on IS NULL;

-- An archive in a stocktake: expected, seen, or both.
CREATE TABLE stocktake_item (
  stocktake_id INTEGER NOT NULL REFERENCES stocktake (id),
  archive_id INTEGER NOT NULL,
  is_expected INTEGER NOT NULL CHECK (is_expected IN (0, 1)), -- 0: seen, though not on the list
  is_out INTEGER NOT NULL CHECK (is_out IN (0, 1)),         -- lent when the list was made; once closed: then
  place TEXT,                                               -- where the register had it when the list was made
  seen_place TEXT,                                          -- where it was seen last
  seen_on TEXT,
  seen_by INTEGER REFERENCES staff (id),
  times INTEGER NOT NULL CHECK (times >= 0),                -- how often it was counted
  result TEXT CHECK (result IN ('present', 'missing', 'misplaced', 'onLoan', 'moved', 'merged')),
  PRIMARY KEY (stocktake_id, archive_id),
  CHECK ((times > 0) = (seen_on IS NOT NULL)),
  CHECK (is_expected = 1 OR times > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX stocktake_item_archive ON stocktake_item (archive_id);

-- What was counted and is no archive of ours: numbers that nobody knows, that are void, or of what was destroyed.
CREATE TABLE stocktake_stray (
  stocktake_id INTEGER NOT NULL REFERENCES stocktake (id),
  text TEXT NOT NULL CHECK (text <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('unknown', 'void', 'purged')),
  seen_place TEXT,
  seen_on TEXT NOT NULL,
  times INTEGER NOT NULL CHECK (times > 0),
  PRIMARY KEY (stocktake_id, text)
) STRICT, WITHOUT ROWID;
