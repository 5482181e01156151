-- What a lead unit will do about its part of the ledger, in its own words; one for each unit of a programme.
CREATE TABLE sub_plan (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    goals TEXT NOT NULL,                    -- what will be there in the end
    text TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT sub_plan_state_check CHECK (state IN ('submitted', 'returned', 'accepted')),
    submitted_by TEXT NOT NULL,
    submitted_by_name TEXT NOT NULL,
    submitted_at BIGINT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at BIGINT,
    reason TEXT NOT NULL,                   -- why it was returned
    version BIGINT NOT NULL,
    UNIQUE (programme_id, unit_id)
);
