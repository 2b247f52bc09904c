-- One audit (检查): over what it went, and what came of it.
CREATE TABLE audit_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- A3
  run_on TEXT NOT NULL,
  run_by INTEGER REFERENCES staff (id),                     -- null: the program itself
  scope TEXT NOT NULL CHECK (json_valid(scope)),            -- JSON: checks, sample, seed, period
  archives INTEGER NOT NULL CHECK (archives >= 0),          -- that it went through
  hidden INTEGER NOT NULL CHECK (hidden >= 0),              -- that the auditor may not read
  counts TEXT NOT NULL CHECK (json_valid(counts)),          -- JSON: findings by severity, and new, standing, fixed
  policy_version INTEGER NOT NULL REFERENCES policy_version (version),
  signed_on TEXT CHECK (signed_on >= run_on),
  signed_by INTEGER REFERENCES staff (id),
  note TEXT,
  CHECK ((signed_on IS NULL) = (signed_by IS NULL))
) STRICT;

-- What audits found (问题), each once; keys and ids, never a value of the customer (SPEC 15.5).
CREATE TABLE finding (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- F3
  check_code TEXT NOT NULL,
  archive_id INTEGER NOT NULL,                              -- 0: the office itself
  object TEXT NOT NULL,                                     -- which of several: L3, #17; '' where there is one
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info', 'manual')),
  found_on TEXT NOT NULL,
  first_run INTEGER NOT NULL REFERENCES audit_run (id),
  last_run INTEGER NOT NULL REFERENCES audit_run (id),
  fixed_run INTEGER REFERENCES audit_run (id),              -- the first that did not find it any more
  owner_id INTEGER REFERENCES staff (id),                   -- who puts it right
  due_on TEXT,                                              -- until when
  resolved_on TEXT,                                         -- somebody says that it is put right
  resolved_by INTEGER REFERENCES staff (id),
  note TEXT,
  UNIQUE (check_code, archive_id, object)
) STRICT;
CREATE INDEX finding_archive ON finding (archive_id);
CREATE INDEX finding_due ON finding (due_on)
  WHERE due_on IS NOT NULL AND fixed_run IS NULL AND resolved_on IS NULL;

-- One round of reviews (定期审核), opened once for its period.
CREATE TABLE review_round (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  period TEXT NOT NULL UNIQUE CHECK (period <> ''),         -- 2025Q3
  last_day TEXT NOT NULL CHECK (length(last_day) = 10),
  opened_on TEXT NOT NULL,
  opened_by INTEGER REFERENCES staff (id)                   -- null: the program itself
) STRICT;

-- An archive that is to be reviewed in a round, and what came of it.
CREATE TABLE review_item (
  round_id INTEGER NOT NULL REFERENCES review_round (id),
  archive_id INTEGER NOT NULL,
  owner TEXT,                                               -- whose it was when the round was opened
  due_on TEXT NOT NULL,
  confirmed_on TEXT,
  confirmed_by INTEGER REFERENCES staff (id),
  with_customer INTEGER CHECK (with_customer IN (0, 1)),
  PRIMARY KEY (round_id, archive_id),
  CHECK ((confirmed_on IS NULL) = (with_customer IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX review_item_archive ON review_item (archive_id);
