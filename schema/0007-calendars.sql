-- A calendar of working days that was brought in: an office's own, or years that the program does not know by itself.
-- It is never changed; a later one of the same calendar wins for the years and days that it has.
CREATE TABLE calendar_import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  calendar TEXT NOT NULL CHECK (calendar <> ''),            -- mainland, taiwan, or the office's own name for it
  version TEXT NOT NULL CHECK (version <> ''),              -- kept with every due day reckoned by it
  file_name TEXT NOT NULL,
  years TEXT NOT NULL CHECK (years LIKE '[%'),              -- JSON: the years that it has as a whole
  imported_on TEXT NOT NULL,
  imported_by INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX calendar_import_name ON calendar_import (calendar, id);

-- A day on which work and weekend differ, or a weekend day with the name of a holiday.
CREATE TABLE calendar_day (
  import_id INTEGER NOT NULL REFERENCES calendar_import (id),
  day TEXT NOT NULL CHECK (length(day) = 10),
  kind TEXT NOT NULL CHECK (kind IN ('off', 'work')),
  name TEXT,
  PRIMARY KEY (import_id, day)
) STRICT, WITHOUT ROWID;
