-- Somebody undertook to keep secret what they learn from archives (保密协议).
CREATE TABLE agreement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- A3
  kind TEXT NOT NULL CHECK (kind <> ''),                    -- a key of the policy's agreements
  staff_id INTEGER REFERENCES staff (id),                   -- null: an outsider
  outsider TEXT CHECK (outsider LIKE '{%'),                 -- JSON: name, unit
  outsider_key TEXT,                                        -- name and unit as compared
  number TEXT,                                              -- that of the paper
  signed_on TEXT NOT NULL,
  until TEXT CHECK (until >= signed_on),                    -- its last day; null: without end
  ended_on TEXT CHECK (ended_on >= signed_on),              -- from this day on it holds no more
  end_reason TEXT,
  entered_by INTEGER REFERENCES staff (id),
  CHECK ((staff_id IS NULL) = (outsider IS NOT NULL)),
  CHECK ((outsider IS NULL) = (outsider_key IS NULL)),
  CHECK (end_reason IS NULL OR ended_on IS NOT NULL)
) STRICT;
CREATE INDEX agreement_staff ON agreement (staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX agreement_outsider ON agreement (outsider_key) WHERE outsider_key IS NOT NULL;

-- Something befell what is kept (事故): a leak, a loss, damage, a fire. Its words belong to its archive.
CREATE TABLE incident (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- I3
  kind TEXT NOT NULL CHECK (kind <> ''),                    -- a key of the policy's incidents
  archive_id INTEGER,                                       -- null: of no archive in particular
  material_id INTEGER CHECK (material_id IS NULL OR archive_id IS NOT NULL),
  loan_id INTEGER REFERENCES loan (id),                     -- the loan from which it came back so
  is_suspected INTEGER NOT NULL CHECK (is_suspected IN (0, 1)),
  found_on TEXT NOT NULL,
  finder_id INTEGER REFERENCES staff (id),
  finder TEXT,                                              -- an outsider's name
  text TEXT,                                                -- null: erased with its archive
  liable_id INTEGER REFERENCES staff (id),
  liable TEXT,                                              -- an outsider's name
  opened_on TEXT NOT NULL CHECK (opened_on >= found_on),
  opened_by INTEGER REFERENCES staff (id),
  closed_on TEXT CHECK (closed_on >= opened_on),
  closed_by INTEGER REFERENCES staff (id),
  result TEXT CHECK (result IS NULL OR closed_on IS NOT NULL),
  liability TEXT CHECK (liability IS NULL OR closed_on IS NOT NULL),
  compensation TEXT CHECK (compensation IS NULL OR closed_on IS NOT NULL), -- yuan
  merit TEXT CHECK (merit IS NULL OR closed_on IS NOT NULL), -- of whoever found or limited it (S003-7.5-1)
  from_number TEXT                                          -- before a merge
) STRICT;
CREATE INDEX incident_archive ON incident (archive_id) WHERE archive_id IS NOT NULL;
CREATE INDEX incident_open ON incident (id) WHERE closed_on IS NULL;

-- Who must be told of an incident, or was told, and when.
CREATE TABLE incident_report (
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  position INTEGER NOT NULL CHECK (position > 0),
  post TEXT,                                                -- a key of the policy's posts
  person_id INTEGER REFERENCES staff (id),                  -- who was told
  due_on TEXT,                                              -- the last day in time; null: nobody asked for it
  reported_on TEXT,
  reported_by INTEGER REFERENCES staff (id),
  PRIMARY KEY (incident_id, position),
  CHECK (post IS NOT NULL OR person_id IS NOT NULL),
  CHECK (due_on IS NOT NULL OR reported_on IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_report_due ON incident_report (due_on) WHERE reported_on IS NULL;

-- What was done against an incident.
CREATE TABLE incident_remedy (
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  position INTEGER NOT NULL CHECK (position > 0),
  text TEXT NOT NULL CHECK (text <> ''),
  done_on TEXT NOT NULL,
  recorded_by INTEGER REFERENCES staff (id),
  PRIMARY KEY (incident_id, position)
) STRICT, WITHOUT ROWID;

-- Nothing of an archive may be destroyed while it stands (暂停销毁).
CREATE TABLE hold (
  id INTEGER PRIMARY KEY AUTOINCREMENT,                     -- H2
  archive_id INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  authority TEXT NOT NULL CHECK (authority <> ''),          -- who ordered it: a court, a post
  allows_lending INTEGER NOT NULL CHECK (allows_lending IN (0, 1)),
  placed_on TEXT NOT NULL,
  placed_by INTEGER REFERENCES staff (id),
  until TEXT CHECK (until >= placed_on),                    -- its last day; null: until it is released
  released_on TEXT CHECK (released_on >= placed_on),
  released_by INTEGER REFERENCES staff (id),
  release_reason TEXT,
  from_number TEXT,                                         -- before a merge
  CHECK ((released_on IS NULL) = (release_reason IS NULL))
) STRICT;
CREATE INDEX hold_archive ON hold (archive_id);
