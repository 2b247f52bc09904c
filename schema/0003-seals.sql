-- A seal or a signature that was seen on a material: a place that the policy names for its kind (S004-Q-2.2.1).
CREATE TABLE material_seal (
  material_id INTEGER NOT NULL REFERENCES material (id) ON DELETE CASCADE,
  seal TEXT NOT NULL CHECK (seal <> ''),
  seen_on TEXT NOT NULL,
  seen_by INTEGER REFERENCES staff (id),
  PRIMARY KEY (material_id, seal)
) STRICT, WITHOUT ROWID;
