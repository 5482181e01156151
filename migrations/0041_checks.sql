-- Checks on the spot: what is to be checked, by whom, at which units, on which days, and what came of it. Unannounced
-- ones are kept from the units until they are concluded.
CREATE TABLE site_check (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL CONSTRAINT site_check_kind_check CHECK (kind IN ('site_check', 'look_back', 'reverse_check')),
    subject TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    announced BIGINT NOT NULL CONSTRAINT site_check_announced_check CHECK (announced IN (0, 1)),
    state TEXT NOT NULL CONSTRAINT site_check_state_check
        CHECK (state IN ('planned', 'under_way', 'concluded', 'cancelled')),
    planned_by_name TEXT NOT NULL,
    reason TEXT NOT NULL,                   -- why it was cancelled
    conclusion TEXT NOT NULL,
    concluded_by_name TEXT NOT NULL,
    concluded_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX site_check_programme ON site_check (programme_id, begins_on, id);

CREATE TABLE site_check_member (
    check_id TEXT NOT NULL REFERENCES site_check (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    leads BIGINT NOT NULL CONSTRAINT site_check_member_leads_check CHECK (leads IN (0, 1)),
    PRIMARY KEY (check_id, position)
);
CREATE INDEX site_check_member_person ON site_check_member (person_id, check_id);

CREATE TABLE site_check_unit (
    check_id TEXT NOT NULL REFERENCES site_check (id),
    position BIGINT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    PRIMARY KEY (check_id, position)
);
CREATE INDEX site_check_unit_unit ON site_check_unit (unit_id, check_id);

-- What is asked of every row that is checked.
CREATE TABLE site_check_item (
    check_id TEXT NOT NULL REFERENCES site_check (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (check_id, position)
);
