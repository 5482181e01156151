-- Who was called to account for what was not rectified, and how. Seen only by those cleared for it; nothing is ever
-- deleted: what was recorded wrongly is revoked with a reason.
CREATE TABLE accountability (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    number BIGINT NOT NULL,                 -- running within the programme
    problem_id TEXT REFERENCES problem (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    of_unit BIGINT NOT NULL CONSTRAINT accountability_of_unit_check CHECK (of_unit IN (0, 1)),
    person TEXT NOT NULL,                   -- '' where it is the unit itself
    post TEXT NOT NULL,                     -- that the person held
    triggers TEXT NOT NULL,                 -- "overdue,false_evidence"
    form TEXT NOT NULL,
    stage BIGINT NOT NULL,                  -- of the four ways of discipline, 1 to 4; 0: none
    double_inquiry BIGINT NOT NULL CONSTRAINT accountability_double_check CHECK (double_inquiry IN (0, 1)),
    facts TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    document TEXT NOT NULL,                 -- the number of the decision
    recorded_by TEXT NOT NULL,
    recorded_by_name TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    revoked_by_name TEXT NOT NULL,          -- '' : it holds
    revoked_at BIGINT,
    revocation TEXT NOT NULL,               -- why
    version BIGINT NOT NULL,
    UNIQUE (programme_id, number)
);
CREATE INDEX accountability_day ON accountability (programme_id, decided_on, number);
CREATE INDEX accountability_problem ON accountability (problem_id);
