-- One row: what this archive file is.
CREATE TABLE registry (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uuid TEXT NOT NULL,
  created_at TEXT NOT NULL,
  digest_key BLOB NOT NULL CHECK (length(digest_key) = 32), -- keys the digests of imported rows (SPEC 15.4)
  terms_version TEXT NOT NULL                               -- folding and pinyin tables of the search index (15.14)
) STRICT;

-- One adopted version of the office's policy: the document as written, and merged as JSON.
CREATE TABLE policy_version (
  version INTEGER PRIMARY KEY CHECK (version > 0),
  effective_from TEXT,                                      -- null: from the beginning of time
  document TEXT NOT NULL,
  policy TEXT NOT NULL CHECK (json_valid(policy)),
  reason TEXT,
  adopted_on TEXT NOT NULL
) STRICT;

-- One person of the office, and the operating-system account that acts for them.
CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  post TEXT,
  department TEXT,
  clearance TEXT NOT NULL CHECK (clearance IN ('none', 'secret', 'confidential', 'topSecret')),
  os_account TEXT,
  joined_on TEXT NOT NULL,
  left_on TEXT CHECK (left_on >= joined_on)
) STRICT;
CREATE UNIQUE INDEX staff_account ON staff (os_account) WHERE left_on IS NULL AND os_account IS NOT NULL;

-- One run of serials: a pattern with everything but the serial filled in, such as YG2025XH01-{serial:4}.
CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  stem TEXT NOT NULL UNIQUE,
  last INTEGER NOT NULL CHECK (last >= 0),
  given_before INTEGER NOT NULL DEFAULT 0 CHECK (given_before <= last) -- serials up to here may have been given out before us
) STRICT;

-- One customer's archive; once destroyed, its stub. Its checks say OR, and compare: for IN and LIKE
-- SQLite builds a table and calls a function at every row, which an import would feel.
CREATE TABLE archive (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- never given out again: journal, aliases and undo speak of it
  number TEXT NOT NULL UNIQUE,
  series_id INTEGER REFERENCES series (id),                 -- null: a foreign number, outside any series
  serial INTEGER CHECK (serial > 0),
  type TEXT NOT NULL,
  year INTEGER NOT NULL,
  org_code TEXT,
  status TEXT NOT NULL CHECK (
    status = 'active' OR status = 'pending' OR status = 'closed' OR status = 'destroyed'
  ),
  name TEXT,
  stage TEXT,
  industry TEXT,
  region TEXT,
  secrecy TEXT NOT NULL CHECK (
    secrecy = 'none' OR secrecy = 'secret' OR secrecy = 'confidential' OR secrecy = 'topSecret'
  ),
  importance TEXT,
  owner TEXT,
  phone TEXT,
  email TEXT,
  address TEXT,
  opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
  formed_on TEXT,
  closed_on TEXT,
  next_review_on TEXT,
  retention_class TEXT,
  retain_until TEXT,                                        -- null: permanent, or its start has not come
  location TEXT,
  channel TEXT,                                             -- how the information came in
  contacts TEXT NOT NULL CHECK (contacts >= '[' AND contacts < '\'), -- JSON; not parsed at every row of an import
  fields TEXT NOT NULL CHECK (fields >= '{' AND fields < '|'),
  version INTEGER NOT NULL CHECK (version > 0),
  collected_by INTEGER REFERENCES staff (id),
  verified_by INTEGER REFERENCES staff (id),
  verified_on TEXT,
  import_id INTEGER,
  acted_on TEXT NOT NULL,                                   -- effective date of the last act (15.13)
  name_key TEXT,                                            -- the name as compared for duplicates
  phone_key TEXT,                                           -- its digits
  identity TEXT,                                            -- idCard or uscc
  business_key TEXT,
  CHECK ((series_id IS NULL) = (serial IS NULL)),
  CHECK ((status = 'destroyed') = (name IS NULL)),
  CHECK (status <> 'closed' OR closed_on IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX archive_serial ON archive (series_id, serial) WHERE series_id IS NOT NULL;
CREATE INDEX archive_name ON archive (name_key) WHERE name_key IS NOT NULL;
CREATE INDEX archive_phone ON archive (phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX archive_identity ON archive (identity) WHERE identity IS NOT NULL;
CREATE INDEX archive_business ON archive (business_key) WHERE business_key IS NOT NULL;
CREATE INDEX archive_secrecy ON archive (secrecy) WHERE secrecy <> 'none';

-- A number that no archive carries as its own: reserved for labels, or void for ever.
CREATE TABLE number_ledger (
  number TEXT PRIMARY KEY,
  series_id INTEGER REFERENCES series (id),
  serial INTEGER,
  fate TEXT NOT NULL CHECK (fate IN ('reserved', 'void')),
  reason TEXT,
  decided_on TEXT NOT NULL
) STRICT;
CREATE INDEX number_ledger_serial ON number_ledger (series_id, serial);

-- A former number that still leads to the archive.
CREATE TABLE alias (
  number TEXT PRIMARY KEY,
  archive_id INTEGER NOT NULL REFERENCES archive (id),
  because TEXT NOT NULL CHECK (because IN ('renumbered', 'merged')),
  former_id INTEGER,                                        -- the archive that was merged into this one
  series_id INTEGER REFERENCES series (id),
  serial INTEGER,
  since TEXT NOT NULL
) STRICT;
CREATE INDEX alias_archive ON alias (archive_id);
CREATE INDEX alias_serial ON alias (series_id, serial);

-- A number is never used twice, whatever the program believes (S002-2.3-2). No trigger stands on
-- INSERT of archive: it would cost every imported row a statement journal and a flush of the index.
CREATE TRIGGER archive_number_kept BEFORE UPDATE OF number ON archive
WHEN EXISTS (SELECT 1 FROM number_ledger WHERE number = NEW.number)
  OR EXISTS (SELECT 1 FROM alias WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'number is reserved, void or an alias'); END;
CREATE TRIGGER number_ledger_free BEFORE INSERT ON number_ledger
WHEN EXISTS (SELECT 1 FROM archive WHERE number = NEW.number)
  OR EXISTS (SELECT 1 FROM alias WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'number is in use'); END;
CREATE TRIGGER alias_free BEFORE INSERT ON alias
WHEN EXISTS (SELECT 1 FROM archive WHERE number = NEW.number)
  OR EXISTS (SELECT 1 FROM number_ledger WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'number is in use'); END;
CREATE TRIGGER number_void_for_ever BEFORE DELETE ON number_ledger WHEN OLD.fate = 'void'
BEGIN SELECT RAISE(ABORT, 'a void number stays void'); END;
CREATE TRIGGER number_not_revived BEFORE UPDATE ON number_ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is written once'); END;

-- A dated fact about a customer: communication, transaction, service, feedback …
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  archive_id INTEGER NOT NULL REFERENCES archive (id),
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  text TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (fields >= '{' AND fields < '|'),
  recorded_by INTEGER REFERENCES staff (id),
  recorded_on TEXT NOT NULL,
  from_number TEXT                                          -- the number under which it was recorded, before a merge
) STRICT;
CREATE INDEX entry_archive ON entry (archive_id, happened_on);

-- What is searched: terms of names, contacts, address, phones; and of entries' text. Written in large
-- pieces that are merged late: that halves the cost of an import; an import ends by optimizing.
CREATE VIRTUAL TABLE archive_terms USING fts5 (terms, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
INSERT INTO archive_terms (archive_terms, rank) VALUES ('secure-delete', 1);
INSERT INTO archive_terms (archive_terms, rank) VALUES ('hashsize', 8000000), ('automerge', 16), ('crisismerge', 64);
CREATE VIRTUAL TABLE entry_terms USING fts5 (terms, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
INSERT INTO entry_terms (entry_terms, rank) VALUES ('secure-delete', 1);
INSERT INTO entry_terms (entry_terms, rank) VALUES ('hashsize', 8000000), ('automerge', 16), ('crisismerge', 64);

-- One file taken in.
CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file_name TEXT NOT NULL,
  encoding TEXT NOT NULL,
  delimiter TEXT NOT NULL,
  started_at TEXT NOT NULL,
  started_on TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  status TEXT NOT NULL CHECK (status IN ('running', 'done', 'undone')),
  read INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  first_number TEXT,
  last_number TEXT,
  seconds REAL
) STRICT;

-- One committed stretch of an import: the archives it made, and its journal entry.
CREATE TABLE import_stretch (
  import_id INTEGER NOT NULL REFERENCES import (id),
  journal_seq INTEGER NOT NULL,
  first_archive_id INTEGER,
  last_archive_id INTEGER,
  PRIMARY KEY (import_id, journal_seq)
) STRICT, WITHOUT ROWID;

-- An archive that an import changed, and the version it left.
CREATE TABLE import_update (
  import_id INTEGER NOT NULL REFERENCES import (id),
  archive_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (import_id, archive_id, version)
) STRICT, WITHOUT ROWID;

-- A row that an import would not take: where and why, never the value (15.5).
CREATE TABLE import_reject (
  import_id INTEGER NOT NULL REFERENCES import (id),
  line INTEGER NOT NULL,
  field TEXT NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (import_id, line, field, code)
) STRICT, WITHOUT ROWID;

-- A row of a file that is already in: a keyed digest of it, erased with its archive (15.4).
CREATE TABLE row_digest (
  digest INTEGER PRIMARY KEY,
  archive_id INTEGER NOT NULL,
  import_id INTEGER NOT NULL
) STRICT;
CREATE INDEX row_digest_archive ON row_digest (archive_id);

-- The append-only account of every act. Holds nothing of a customer (15.2).
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,                                         -- the real instant
  effective_on TEXT NOT NULL,
  staff_id INTEGER,                                         -- for whom; null: system, or nobody known
  account TEXT NOT NULL,                                    -- the operator's account
  action TEXT NOT NULL,
  object TEXT NOT NULL,                                     -- a number, B7, policy 2 …; '' when many
  policy_version INTEGER NOT NULL,
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
-- Which versions of the policy have taken effect: asked at every write, among millions of entries.
CREATE INDEX journal_applied ON journal (object) WHERE action = 'policy.apply';

-- What an entry says of one archive (0: of the office), sealed.
CREATE TABLE journal_part (
  seq INTEGER NOT NULL REFERENCES journal (seq),
  archive_id INTEGER NOT NULL,
  seal BLOB NOT NULL CHECK (length(seal) = 32),
  PRIMARY KEY (seq, archive_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_part_archive ON journal_part (archive_id, seq);

-- The words under the seal; destroyed with their archive, never changed.
CREATE TABLE journal_detail (
  seq INTEGER NOT NULL,
  archive_id INTEGER NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 32),
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  PRIMARY KEY (seq, archive_id),
  FOREIGN KEY (seq, archive_id) REFERENCES journal_part (seq, archive_id)
) STRICT;
CREATE INDEX journal_detail_archive ON journal_detail (archive_id, seq);

CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'the journal is written in order'); END;
CREATE TRIGGER journal_not_updated BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_not_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_part_not_updated BEFORE UPDATE ON journal_part
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_part_not_deleted BEFORE DELETE ON journal_part
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_detail_not_updated BEFORE UPDATE ON journal_detail
BEGIN SELECT RAISE(ABORT, 'details are erased, never changed'); END;
