-- Somebody read an archive, or some of its materials, on the spot (查阅): a line of the register (S002-6.2-2).
CREATE TABLE consultation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- C12
  request_id INTEGER NOT NULL UNIQUE REFERENCES request (id),
  archive_id INTEGER NOT NULL,
  reader_id INTEGER REFERENCES staff (id),                  -- null: an outsider
  outsider_key TEXT,
  place TEXT,                                               -- of the policy (S002-6.2-3)
  identity TEXT,                                            -- by what it was seen who reads (S004-N-3.1)
  opened_on TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by INTEGER REFERENCES staff (id),
  closed_on TEXT CHECK (closed_on >= opened_on),
  closed_at TEXT,
  closed_by INTEGER REFERENCES staff (id),
  signed_by TEXT,                                           -- who signed the register at the end (S002-6.2-4)
  effect TEXT,                                              -- what came of it (利用效果)
  condition TEXT CHECK (condition IN ('intact', 'damaged', 'incomplete', 'lost')),
  remark TEXT,
  from_number TEXT,                                         -- before a merge
  CHECK ((reader_id IS NULL) = (outsider_key IS NOT NULL)),
  CHECK ((closed_on IS NULL) = (closed_at IS NULL)),
  CHECK ((closed_on IS NULL) = (condition IS NULL))
) STRICT;
CREATE INDEX consultation_archive ON consultation (archive_id);
CREATE INDEX consultation_open ON consultation (id) WHERE closed_on IS NULL;
CREATE INDEX consultation_day ON consultation (opened_on);

-- What is read.
CREATE TABLE consultation_item (
  consultation_id INTEGER NOT NULL REFERENCES consultation (id),
  position INTEGER NOT NULL CHECK (position > 0),
  material_id INTEGER,                                      -- null: the whole archive
  PRIMARY KEY (consultation_id, position)
) STRICT, WITHOUT ROWID;

-- Leave to copy, to hand an original to its customer, or to tell somebody outside of an archive.
CREATE TABLE permit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- P12
  kind TEXT NOT NULL CHECK (kind IN ('copy', 'excerpt', 'original', 'disclosure')),
  request_id INTEGER NOT NULL UNIQUE REFERENCES request (id),
  archive_id INTEGER NOT NULL,
  number TEXT UNIQUE,                                       -- the office's own; null: it numbers none
  issued_on TEXT NOT NULL,
  issued_by INTEGER REFERENCES staff (id),
  expires_on TEXT CHECK (expires_on >= issued_on),
  signed_by TEXT,                                           -- who signed for what was handed out (S004-Q-3.1)
  from_number TEXT                                          -- before a merge
) STRICT;
CREATE INDEX permit_archive ON permit (archive_id);

-- How far the office's numbers of permits have been counted: none is given twice.
CREATE TABLE permit_series (
  stem TEXT NOT NULL PRIMARY KEY,
  last INTEGER NOT NULL CHECK (last > 0)
) STRICT, WITHOUT ROWID;

-- One copy that was made, held like an original until it is accounted for (S003-7.4.2-3).
CREATE TABLE copy_holding (
  permit_id INTEGER NOT NULL REFERENCES permit (id),
  position INTEGER NOT NULL CHECK (position > 0),           -- P12/1
  archive_id INTEGER NOT NULL,
  material_id INTEGER,                                      -- null: of the whole archive
  accounted_on TEXT,
  outcome TEXT CHECK (outcome IN ('returned', 'destroyed', 'lost', 'given')), -- given: the customer's own now
  accounted_by INTEGER REFERENCES staff (id),
  remark TEXT,
  PRIMARY KEY (permit_id, position),
  CHECK ((accounted_on IS NULL) = (outcome IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_holding_out ON copy_holding (archive_id) WHERE accounted_on IS NULL;
