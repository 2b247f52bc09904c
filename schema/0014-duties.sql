-- How far a duty that is done unattended has come (`daily`): one row each.
CREATE TABLE duty (
  name TEXT NOT NULL PRIMARY KEY CHECK (name IN ('daily', 'journal', 'files')),
  done_on TEXT NOT NULL CHECK (length(done_on) = 10),       -- the day it was last done
  position INTEGER NOT NULL CHECK (position >= 0)           -- the last entry, or file, that was compared; 0: from the beginning
) STRICT, WITHOUT ROWID;

-- What falls due is looked up by day, with all that decides whose it is and who may read it.
CREATE INDEX archive_review_due ON archive (next_review_on, owner, secrecy)
  WHERE status = 'active' AND next_review_on IS NOT NULL;
CREATE INDEX archive_retain_until ON archive (retain_until, owner, secrecy)
  WHERE status <> 'destroyed' AND retain_until IS NOT NULL;
CREATE INDEX archive_pending ON archive (opened_on, owner, secrecy) WHERE status = 'pending';
CREATE INDEX request_expiring ON request (expires_on)
  WHERE settled_on IS NULL AND expires_on IS NOT NULL;
CREATE INDEX hold_until ON hold (until) WHERE until IS NOT NULL AND released_on IS NULL;
CREATE INDEX permit_expiring ON permit (expires_on) WHERE expires_on IS NOT NULL;
CREATE INDEX journal_backup ON journal (seq) WHERE action = 'registry.backup';
CREATE INDEX file_unsound ON file (id) WHERE is_sound = 0;
