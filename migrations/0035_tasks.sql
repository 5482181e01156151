-- Tasks: dated duties of a programme that are no measures. Their numbers run within the programme.
ALTER TABLE programme ADD COLUMN last_task BIGINT NOT NULL DEFAULT 0;
CREATE TABLE task (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    number BIGINT NOT NULL,
    origin_kind TEXT NOT NULL,              -- declared in src/ledger/task.hpp
    origin_id TEXT,                         -- of what it comes from; none: the office asked for it
    text TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    person_id TEXT,
    person_name TEXT NOT NULL,              -- as written; '' : nobody in particular
    deadline_kind TEXT NOT NULL,
    deadline_text TEXT NOT NULL,
    deadline_date TEXT,
    due_on TEXT,                            -- copy: follows from the deadline and the programme's dates
    state TEXT NOT NULL CONSTRAINT task_state_check
        CHECK (state IN ('open', 'reported', 'sent_back', 'confirmed', 'dropped')),
    report TEXT NOT NULL,                   -- what was done
    reported_by TEXT,
    reported_by_name TEXT NOT NULL,
    reported_at BIGINT,
    remark TEXT NOT NULL,                   -- of whoever confirmed it, sent it back, dropped it
    decided_by_name TEXT NOT NULL,
    decided_at BIGINT,
    guards BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT task_programme_id_number_key UNIQUE (programme_id, number)
);
CREATE INDEX task_waiting ON task (state, due_on, unit_id, guards);
CREATE INDEX task_unit ON task (unit_id, programme_id, guards);
CREATE INDEX task_origin ON task (origin_id, number);
