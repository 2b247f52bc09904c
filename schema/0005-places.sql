-- A place where archives and materials lie: a room, a cabinet, a row, a slot, a box, a safe (S001-7-1).
-- What lies there says so by its code, in archive.location and material.place.
CREATE TABLE place (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('room', 'cabinet', 'row', 'slot', 'box', 'safe')),
  label TEXT,
  parent_id INTEGER REFERENCES place (id) CHECK (parent_id <> id),
  position INTEGER NOT NULL CHECK (position > 0),           -- within its parent: left to right, top to bottom
  capacity INTEGER CHECK (capacity > 0),                    -- null: as many as will go in
  keeper_id INTEGER REFERENCES staff (id),                  -- null: that of its parent
  levels TEXT CHECK (levels LIKE '[%')                      -- JSON: the levels that lie here apart; null: as its parent
) STRICT;
CREATE INDEX place_parent ON place (parent_id, position);
CREATE INDEX archive_location ON archive (location) WHERE location IS NOT NULL;
CREATE INDEX material_place ON material (place) WHERE place IS NOT NULL;

-- Somebody was in a store-room (S000-4.6-5).
CREATE TABLE place_visit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  place TEXT NOT NULL,                                      -- its code, also once the place is no more
  visitor TEXT NOT NULL CHECK (visitor <> ''),
  escort_id INTEGER REFERENCES staff (id),                  -- who went along; null: the visitor keeps the place
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  visited_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX place_visit_day ON place_visit (visited_on);

-- The card of an archive that lies on paper, and whether the archive has changed since (S002-2.3-4).
CREATE TABLE card (
  archive_id INTEGER PRIMARY KEY REFERENCES archive (id),
  version INTEGER NOT NULL CHECK (version > 0),             -- of the archive, as printed
  digest BLOB NOT NULL CHECK (length(digest) = 32),         -- keyed, of what the card says
  printed_on TEXT NOT NULL,
  printed_by INTEGER REFERENCES staff (id),
  is_behind INTEGER NOT NULL CHECK (is_behind IN (0, 1))
) STRICT;
CREATE INDEX card_behind ON card (archive_id) WHERE is_behind = 1;
