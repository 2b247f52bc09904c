-- An application (申请) that may need approval. Its words are erased when the last of its archives is destroyed.
CREATE TABLE request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- R12
  kind TEXT NOT NULL CHECK (
    kind IN ('consult', 'borrow', 'renew', 'copy', 'disclose', 'purge', 'report', 'change')
  ),
  applicant_id INTEGER REFERENCES staff (id),               -- null: an outsider
  department TEXT,                                          -- the applicant's, when it was made
  outsider TEXT CHECK (outsider LIKE '{%'),                 -- JSON: name, unit, credential shown
  outsider_key TEXT,                                        -- name and unit as compared
  purpose TEXT NOT NULL,
  wish TEXT NOT NULL CHECK (json_valid(wish)),              -- what its kind needs besides: a due day, a place, a recipient
  status TEXT NOT NULL CHECK (
    status IN ('pending', 'approved', 'refused', 'withdrawn', 'used', 'expired')
  ),
  made_on TEXT NOT NULL,
  made_by INTEGER REFERENCES staff (id),
  expires_on TEXT,                                          -- the last day on which it can be decided or used
  settled_on TEXT,
  reason TEXT,                                              -- why it was refused or withdrawn
  policy_version INTEGER NOT NULL REFERENCES policy_version (version),
  nonce BLOB NOT NULL CHECK (length(nonce) = 16),           -- in the text that approvers sign
  journal_seq INTEGER REFERENCES journal (seq),             -- the entry that made it
  CHECK ((applicant_id IS NULL) = (outsider_key IS NOT NULL)),
  CHECK ((settled_on IS NULL) = (status IN ('pending', 'approved')))
) STRICT;
CREATE INDEX request_open ON request (status, id) WHERE settled_on IS NULL;
CREATE INDEX request_applicant ON request (applicant_id) WHERE applicant_id IS NOT NULL;

-- What is asked for: an archive, or one of its materials, and its level when it was asked for.
CREATE TABLE request_item (
  request_id INTEGER NOT NULL REFERENCES request (id),
  position INTEGER NOT NULL CHECK (position > 0),
  archive_id INTEGER NOT NULL,
  material_id INTEGER,                                      -- null: the whole archive
  secrecy TEXT NOT NULL CHECK (secrecy IN ('none', 'secret', 'confidential', 'topSecret')),
  from_number TEXT,                                         -- before a merge
  PRIMARY KEY (request_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_item_archive ON request_item (archive_id);

-- One step of a request's chain: who may decide it, and who did, with what proof.
CREATE TABLE request_step (
  request_id INTEGER NOT NULL REFERENCES request (id),
  step INTEGER NOT NULL CHECK (step > 0),
  rule TEXT NOT NULL CHECK (json_valid(rule)),              -- as the policy had it when the request was made
  decision TEXT CHECK (decision IN ('approved', 'refused')),
  decided_by INTEGER REFERENCES staff (id),                 -- null: somebody who is not in the register
  decider TEXT,                                             -- their name
  decider_post TEXT,
  decided_on TEXT,
  entered_by INTEGER REFERENCES staff (id),                 -- who says so, where it is attested
  evidence TEXT CHECK (evidence IN ('inTool', 'paper', 'signature')),
  form_number TEXT,
  scan_id INTEGER,                                          -- the material that is the scanned form
  note TEXT,
  signed_text TEXT,
  signature TEXT,
  signer TEXT,                                              -- the principal of the allowed signers
  PRIMARY KEY (request_id, step),
  CHECK ((decision IS NULL) = (decided_on IS NULL)),
  CHECK ((decision IS NULL) = (evidence IS NULL)),
  CHECK ((evidence IS 'signature') = (signature IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- One archive, or some of its materials, taken out until a day (借阅).
CREATE TABLE loan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- L12
  request_id INTEGER NOT NULL REFERENCES request (id),
  archive_id INTEGER NOT NULL,
  borrower_id INTEGER REFERENCES staff (id),                -- null: an outsider
  outsider_key TEXT,
  lent_on TEXT NOT NULL,
  lent_by INTEGER REFERENCES staff (id),
  due_on TEXT NOT NULL CHECK (due_on >= lent_on),
  calendar TEXT,                                            -- by which the due day was reckoned; null: natural days
  calendar_version TEXT,
  is_provisional INTEGER NOT NULL CHECK (is_provisional IN (0, 1)),
  agreement TEXT,                                           -- the number of the loan agreement (S002-6.4-3)
  recalled_on TEXT,
  due_before_recall TEXT,
  returned_on TEXT CHECK (returned_on >= lent_on),
  outcome TEXT CHECK (outcome IN ('returned', 'lost')),
  from_number TEXT,                                         -- before a merge
  CHECK ((borrower_id IS NULL) = (outsider_key IS NOT NULL)),
  CHECK ((returned_on IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX loan_archive ON loan (archive_id);
CREATE INDEX loan_due ON loan (due_on, id) WHERE returned_on IS NULL;
CREATE INDEX loan_borrower ON loan (borrower_id) WHERE returned_on IS NULL;
CREATE INDEX loan_outsider ON loan (outsider_key) WHERE returned_on IS NULL;
CREATE UNIQUE INDEX loan_request ON loan (request_id);

-- What was handed over, and how it came back.
CREATE TABLE loan_item (
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  position INTEGER NOT NULL CHECK (position > 0),
  archive_id INTEGER NOT NULL,
  material_id INTEGER,                                      -- null: the whole archive
  pages INTEGER,
  copies INTEGER NOT NULL CHECK (copies > 0),
  returned_on TEXT,
  condition TEXT CHECK (condition IN ('intact', 'damaged', 'incomplete', 'lost')),
  remark TEXT,
  pages_back INTEGER,
  PRIMARY KEY (loan_id, position),
  CHECK ((returned_on IS NULL) = (condition IS NULL))
) STRICT, WITHOUT ROWID;
-- An archive, or a material of it, is out at most once at a time (SPEC section 8).
CREATE UNIQUE INDEX loan_item_out ON loan_item (archive_id, ifnull(material_id, 0)) WHERE returned_on IS NULL;
CREATE TRIGGER loan_item_whole BEFORE INSERT ON loan_item
WHEN EXISTS (
  SELECT 1 FROM loan_item
  WHERE archive_id = NEW.archive_id AND returned_on IS NULL
    AND (material_id IS NULL) <> (NEW.material_id IS NULL)
)
BEGIN SELECT RAISE(ABORT, 'part of what is out'); END;

-- A loan was prolonged (续借).
CREATE TABLE loan_renewal (
  loan_id INTEGER NOT NULL REFERENCES loan (id),
  count INTEGER NOT NULL CHECK (count > 0),
  request_id INTEGER NOT NULL UNIQUE REFERENCES request (id),
  renewed_on TEXT NOT NULL,
  due_before TEXT NOT NULL,
  due_on TEXT NOT NULL CHECK (due_on > due_before),
  PRIMARY KEY (loan_id, count)
) STRICT, WITHOUT ROWID;
