-- Changes of many rows at once, each row's outcome, and the history they belong to; leaders to count rows by.
-- Twin of 0028_batches.sqlite.sql: only how a name is cut out of a responsibility differs.

CREATE TABLE batch (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    row_kind TEXT NOT NULL CONSTRAINT batch_row_kind_check CHECK (row_kind IN ('problem', 'measure')),
    at BIGINT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    asked TEXT NOT NULL,                    -- what of every row, field by field
    undoes TEXT UNIQUE REFERENCES batch (id)
);
CREATE INDEX batch_programme ON batch (programme_id, at);

-- How each row came out. version: the row's after the change; of one that was left, what it was then.
CREATE TABLE batch_row (
    batch_id TEXT NOT NULL REFERENCES batch (id),
    position BIGINT NOT NULL,
    row_id TEXT NOT NULL,
    outcome TEXT NOT NULL CONSTRAINT batch_row_outcome_check
        CHECK (outcome IN ('changed', 'unchanged', 'refused', 'changed_meanwhile')),
    version BIGINT NOT NULL,
    refusal TEXT NOT NULL,                  -- the code
    changes TEXT NOT NULL,                  -- what was asked for and changed: each field as it was, then as it became
    fields TEXT NOT NULL,                   -- of a changed row: what it said before, to put it back
    PRIMARY KEY (batch_id, position)
);
CREATE INDEX batch_row_row ON batch_row (row_id);

ALTER TABLE ledger_history ADD COLUMN batch_id TEXT REFERENCES batch (id);

-- The first lead leader of the row, its problem's where it names none: what rows are counted by. A copy.
ALTER TABLE problem ADD COLUMN leader_label TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN leader_label TEXT NOT NULL DEFAULT '';
UPDATE problem SET leader_label = substr(chr(10) || responsibility,
    strpos(chr(10) || responsibility, chr(10) || 'lead_leader' || chr(9)) + length(chr(10) || 'lead_leader' || chr(9)))
WHERE strpos(chr(10) || responsibility, chr(10) || 'lead_leader' || chr(9)) > 0;
UPDATE problem SET leader_label = substr(leader_label, 1, strpos(leader_label, chr(9)) - 1)
WHERE leader_label <> '';
UPDATE measure SET leader_label = substr(chr(10) || responsibility,
    strpos(chr(10) || responsibility, chr(10) || 'lead_leader' || chr(9)) + length(chr(10) || 'lead_leader' || chr(9)))
WHERE strpos(chr(10) || responsibility, chr(10) || 'lead_leader' || chr(9)) > 0;
UPDATE measure SET leader_label = substr(leader_label, 1, strpos(leader_label, chr(9)) - 1)
WHERE leader_label <> '';
UPDATE measure SET leader_label = (SELECT p.leader_label FROM problem p WHERE p.id = measure.problem_id)
WHERE responsibility = '';
