-- The phases of a programme in their order; their milestones are tasks that come from them.
CREATE TABLE phase (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    position BIGINT NOT NULL,               -- from 1
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    from_kind TEXT NOT NULL,
    from_text TEXT NOT NULL,
    from_date TEXT,
    until_kind TEXT NOT NULL,
    until_text TEXT NOT NULL,
    until_date TEXT,
    begins_on TEXT,                         -- copies: follow from the above and the programme's dates
    ends_on TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX phase_programme ON phase (programme_id, position);
CREATE INDEX phase_days ON phase (ends_on, begins_on);
