-- Somebody hands over what they answer for (移交): to whoever takes their place, or for a department to the archive.
CREATE TABLE handover (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- H1
  because TEXT NOT NULL CHECK (because IN ('leave', 'transfer', 'department')),
  giver_id INTEGER NOT NULL REFERENCES staff (id),
  receiver_id INTEGER NOT NULL REFERENCES staff (id) CHECK (receiver_id <> giver_id),
  department TEXT,                                          -- that hands over; null: the giver alone
  opened_on TEXT NOT NULL,
  opened_by INTEGER REFERENCES staff (id),
  give_by TEXT NOT NULL CHECK (give_by >= opened_on),       -- the last day for the giver
  receive_by TEXT NOT NULL CHECK (receive_by >= give_by),   -- and for the receiver
  calendar TEXT,                                            -- by which they were reckoned; null: natural days
  calendar_version TEXT,
  policy_version INTEGER NOT NULL REFERENCES policy_version (version),
  ended_on TEXT CHECK (ended_on >= opened_on),
  ended_by INTEGER REFERENCES staff (id),
  outcome TEXT CHECK (outcome IN ('closed', 'withdrawn')),
  CHECK ((ended_on IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX handover_open ON handover (receive_by) WHERE ended_on IS NULL;

-- One thing that is handed over, as it was listed, and whether it was found.
CREATE TABLE handover_item (
  handover_id INTEGER NOT NULL REFERENCES handover (id),
  position INTEGER NOT NULL CHECK (position > 0),
  kind TEXT NOT NULL CHECK (
    kind IN ('archive', 'material', 'loan', 'request', 'finding', 'review', 'place')
  ),
  archive_id INTEGER CHECK (archive_id IS NOT NULL OR kind IN ('finding', 'review', 'place')),
  subject_id INTEGER,                                       -- of the material, loan, request, finding, round or place
  count INTEGER NOT NULL CHECK (count >= 0),                -- materials of an archive, copies of a material, reviews of a round
  pages INTEGER,                                            -- as listed; null: nobody counted
  answer TEXT CHECK (answer IN ('found', 'incomplete', 'missing', 'takenOver')),
  pages_found INTEGER CHECK (pages_found >= 0),
  answered_on TEXT,
  answered_by INTEGER REFERENCES staff (id),
  note TEXT,
  from_number TEXT,                                         -- before a merge
  PRIMARY KEY (handover_id, position),
  CHECK ((answer IS NULL) = (answered_on IS NULL)),
  CHECK (answer IS NOT NULL OR (pages_found IS NULL AND note IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX handover_item_archive ON handover_item (archive_id) WHERE archive_id IS NOT NULL;

-- Who signed a handover, in which role.
CREATE TABLE handover_signature (
  handover_id INTEGER NOT NULL REFERENCES handover (id),
  role TEXT NOT NULL CHECK (role IN ('giver', 'receiver', 'supervisor')),
  signer_id INTEGER NOT NULL REFERENCES staff (id),
  signed_on TEXT NOT NULL,
  form_number TEXT,                                         -- of the paper that they signed; null: in the tool
  entered_by INTEGER REFERENCES staff (id),
  PRIMARY KEY (handover_id, role),
  UNIQUE (handover_id, signer_id)
) STRICT, WITHOUT ROWID;

-- Somebody in charge gave more time (S003-15.4-9).
CREATE TABLE handover_extension (
  handover_id INTEGER NOT NULL REFERENCES handover (id),
  position INTEGER NOT NULL CHECK (position > 0),
  days INTEGER NOT NULL CHECK (days > 0),                   -- in the unit of the policy's extension
  reason TEXT NOT NULL CHECK (reason <> ''),
  approved_by INTEGER NOT NULL REFERENCES staff (id),
  form_number TEXT,
  extended_on TEXT NOT NULL,
  entered_by INTEGER REFERENCES staff (id),
  before TEXT NOT NULL,                                     -- the receiver's last day until then
  PRIMARY KEY (handover_id, position)
) STRICT, WITHOUT ROWID;


-- Somebody was trained (培训; S000-5-7, S004-B-5).
CREATE TABLE training (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- T3
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  subject TEXT NOT NULL CHECK (subject <> ''),
  held_on TEXT NOT NULL,
  hours TEXT,                                               -- a decimal text; null: nobody counted
  score TEXT,
  next_due TEXT CHECK (next_due > held_on),                 -- to be trained again by then; null: not again
  entered_by INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX training_staff ON training (staff_id, subject);
CREATE INDEX training_due ON training (next_due) WHERE next_due IS NOT NULL;

-- Somebody broke a rule (违规), what it costs, and what became of an appeal (S003-10.3, S004-J).
CREATE TABLE violation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- V3
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  code TEXT NOT NULL CHECK (code <> ''),                    -- a key of the policy's violations
  happened_on TEXT NOT NULL,
  text TEXT,
  amount TEXT NOT NULL,                                     -- yuan, as the policy said on that day
  entered_on TEXT NOT NULL CHECK (entered_on >= happened_on),
  entered_by INTEGER REFERENCES staff (id),
  appeal_by TEXT CHECK (appeal_by >= entered_on),           -- the last day for an appeal; null: none is foreseen
  appealed_on TEXT CHECK (appealed_on >= entered_on),
  appeal TEXT,
  decide_by TEXT CHECK (decide_by >= appealed_on),
  decided_on TEXT CHECK (decided_on >= appealed_on),
  decided_by INTEGER REFERENCES staff (id),
  decision TEXT CHECK (decision IN ('upheld', 'reduced', 'cancelled')),
  final_amount TEXT,                                        -- after the appeal
  form_number TEXT,                                         -- of the paper that the decider signed
  note TEXT,
  CHECK ((appealed_on IS NULL) = (appeal IS NULL)),
  CHECK ((decided_on IS NULL) = (decision IS NULL)),
  CHECK (decided_on IS NULL OR appealed_on IS NOT NULL)
) STRICT;
CREATE INDEX violation_staff ON violation (staff_id);
CREATE INDEX violation_open ON violation (decide_by) WHERE appealed_on IS NOT NULL AND decided_on IS NULL;
