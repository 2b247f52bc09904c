-- The last day on which an archive has its level (S003-7.3.4); null: until somebody says otherwise.
ALTER TABLE archive ADD COLUMN secrecy_until TEXT CHECK (length(secrecy_until) = 10);
CREATE INDEX archive_secrecy_until ON archive (secrecy_until) WHERE secrecy_until IS NOT NULL;

-- Somebody who was named a reader of an archive (S003-7.4.1). Stays through a merge and its undoing:
-- ids of archives are never given out again.
CREATE TABLE archive_reader (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  archive_id INTEGER NOT NULL,
  named_on TEXT NOT NULL,
  named_by INTEGER REFERENCES staff (id),                   -- for whom it was entered
  PRIMARY KEY (staff_id, archive_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX archive_reader_archive ON archive_reader (archive_id);
