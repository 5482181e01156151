-- Rounds as they are registered, the teams of a round, and which units each team inspects, from when to when. What a
-- programme says of its inspection stands in the same rows.
ALTER TABLE round ADD COLUMN term TEXT NOT NULL DEFAULT '';           -- of the committee: 五届云岭区委
ALTER TABLE round ADD COLUMN leading_office TEXT NOT NULL DEFAULT '';
ALTER TABLE round ADD COLUMN begins_on TEXT;
ALTER TABLE round ADD COLUMN ends_on TEXT;
ALTER TABLE round ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE inspection ADD COLUMN head TEXT NOT NULL DEFAULT '';      -- of the team
ALTER TABLE inspection ADD COLUMN members TEXT NOT NULL DEFAULT '';
ALTER TABLE inspection ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

CREATE TABLE inspected_unit (
    inspection_id TEXT NOT NULL REFERENCES inspection (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    begins_on TEXT,
    ends_on TEXT,
    version BIGINT NOT NULL,
    PRIMARY KEY (inspection_id, unit_id)
);
CREATE INDEX inspected_unit_unit ON inspected_unit (unit_id);
CREATE INDEX programme_inspection ON programme (inspection_id);
