-- The bytes of one electronic file of an archive, and its fixity register. Of the same bytes an
-- archive keeps one. Until registered (or once given up) it is nobody's: the next `attach` sweeps it out.
CREATE TABLE file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  archive_id INTEGER NOT NULL REFERENCES archive (id),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 BLOB CHECK (length(sha256) = 32),
  registered_at TEXT,                                       -- null: being written, or being erased
  verified_at TEXT,                                         -- when its bytes were last compared with the hash
  is_sound INTEGER CHECK (is_sound IN (0, 1)),              -- what came of it; null: not compared yet
  writer TEXT,                                              -- the process that writes or erases it
  touched_at TEXT NOT NULL,                                 -- when that process was last heard of
  CHECK (registered_at IS NULL OR sha256 IS NOT NULL)
) STRICT;
CREATE INDEX file_archive ON file (archive_id, sha256);
CREATE INDEX file_unregistered ON file (id) WHERE registered_at IS NULL;

-- A piece of a file; all but the last are of one length.
CREATE TABLE file_chunk (
  file_id INTEGER NOT NULL REFERENCES file (id),
  at INTEGER NOT NULL CHECK (at >= 0),                      -- its place, counted from 0
  content BLOB NOT NULL,
  UNIQUE (file_id, at)
) STRICT;

-- One document of an archive, on paper, as a file, or both: a line of its in-volume list (S003-15.4-2).
CREATE TABLE material (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  archive_id INTEGER NOT NULL REFERENCES archive (id),
  seq INTEGER NOT NULL CHECK (seq > 0),
  title TEXT NOT NULL CHECK (title <> ''),
  kind TEXT,                                                -- of the policy
  document_number TEXT,                                     -- its own, or derived from the archive's
  part TEXT,                                                -- of the policy where it has parts
  position INTEGER CHECK (position > 0),                    -- within its part
  pages INTEGER CHECK (pages > 0),                          -- covers counted
  copies INTEGER NOT NULL CHECK (copies >= 0),                -- 0: all were handed out (S004-Q-3.1)
  form TEXT NOT NULL CHECK (form IN ('original', 'copy', 'scan', 'duplicate')),
  counterpart_id INTEGER REFERENCES material (id) ON DELETE SET NULL,
  medium TEXT NOT NULL,
  dated_on TEXT,
  secrecy TEXT CHECK (secrecy IN ('none', 'secret', 'confidential', 'topSecret')), -- null: the archive's
  place TEXT,                                               -- null: with the archive
  keeper TEXT,
  received_from TEXT,
  is_annex INTEGER NOT NULL CHECK (is_annex IN (0, 1)),     -- the customer's own, to be collected (S003-15.4-7)
  file_id INTEGER REFERENCES file (id),
  file_name TEXT,
  file_type TEXT,
  recorded_by INTEGER REFERENCES staff (id),
  recorded_on TEXT NOT NULL,
  from_number TEXT,                                         -- the number under which it came in, before a merge
  UNIQUE (archive_id, seq),
  CHECK ((file_id IS NULL) = (file_name IS NULL))
) STRICT;
CREATE INDEX material_file ON material (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX material_counterpart ON material (counterpart_id) WHERE counterpart_id IS NOT NULL;

-- How far an archive's materials have been counted, in all ('') and of one kind: none is given twice.
CREATE TABLE material_series (
  archive_id INTEGER NOT NULL REFERENCES archive (id),
  kind TEXT NOT NULL,
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (archive_id, kind)
) STRICT, WITHOUT ROWID;

-- What materials are found by: titles and numbers.
CREATE VIRTUAL TABLE material_terms USING fts5 (terms, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
INSERT INTO material_terms (material_terms, rank) VALUES ('secure-delete', 1);
INSERT INTO material_terms (material_terms, rank) VALUES ('hashsize', 8000000), ('automerge', 16), ('crisismerge', 64);
