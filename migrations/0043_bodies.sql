-- The bodies of a programme (组织机构): leading group, office, supervision teams and others; who belongs to them in which
-- role from when to when, and which units a member leads in. Days stand as "2024-06-30".
CREATE TABLE body (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL CONSTRAINT body_kind_check
        CHECK (kind IN ('leading_group', 'office', 'supervision_team', 'other')),
    name TEXT NOT NULL,
    unit_id TEXT REFERENCES unit (id),      -- the one it sits in, or that leads it
    duties TEXT NOT NULL,
    formed_on TEXT,
    dissolved_on TEXT,                      -- the last day
    version BIGINT NOT NULL
);
CREATE INDEX body_programme ON body (programme_id, id);

CREATE TABLE body_member (
    body_id TEXT NOT NULL REFERENCES body (id),
    position BIGINT NOT NULL,
    role TEXT NOT NULL CONSTRAINT body_member_role_check
        CHECK (role IN ('head', 'deputy', 'member', 'recorder', 'support', 'sits_in')),
    name TEXT NOT NULL,                     -- of the person, or of the unit that supports
    post TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    unit_id TEXT REFERENCES unit (id),
    duties TEXT NOT NULL,                   -- of somebody who sits in: as what
    from_on TEXT,
    until_on TEXT,                          -- the last day
    PRIMARY KEY (body_id, position)
);

-- The units that a member leads in (分管).
CREATE TABLE body_portfolio (
    body_id TEXT NOT NULL,
    position BIGINT NOT NULL,               -- of the member
    unit_id TEXT NOT NULL REFERENCES unit (id),
    PRIMARY KEY (body_id, position, unit_id),
    CONSTRAINT body_portfolio_member_fkey FOREIGN KEY (body_id, position) REFERENCES body_member (body_id, position)
);
