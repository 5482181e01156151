-- Requests for a later deadline, what each level said of them, and how often a row was granted one (a copy).
CREATE TABLE extension (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    row_kind TEXT NOT NULL CONSTRAINT extension_row_kind_check CHECK (row_kind IN ('problem', 'measure')),
    row_id TEXT NOT NULL,
    nth BIGINT NOT NULL,
    old_text TEXT NOT NULL,                 -- the deadline as it was written
    old_due_on TEXT NOT NULL,
    wanted_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    leader_name TEXT NOT NULL,              -- of the unit, who agreed that it is asked for
    leader_on TEXT NOT NULL,
    supervised BIGINT NOT NULL CONSTRAINT extension_supervised_check CHECK (supervised IN (0, 1)),
    state TEXT NOT NULL CONSTRAINT extension_state_check
        CHECK (state IN ('pending', 'approved', 'refused', 'withdrawn')),
    asked_by TEXT NOT NULL,
    asked_by_name TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX extension_row ON extension (row_id, nth);
CREATE INDEX extension_pending ON extension (state, programme_id);

CREATE TABLE extension_opinion (
    extension_id TEXT NOT NULL REFERENCES extension (id),
    level TEXT NOT NULL CONSTRAINT extension_opinion_level_check CHECK (level IN ('office', 'supervision')),
    agreed BIGINT NOT NULL CONSTRAINT extension_opinion_agreed_check CHECK (agreed IN (0, 1)),
    at BIGINT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (extension_id, level)
);

ALTER TABLE problem ADD COLUMN extensions BIGINT NOT NULL DEFAULT 0;
ALTER TABLE measure ADD COLUMN extensions BIGINT NOT NULL DEFAULT 0;

-- Which step of the ladder of reminders was told for which day of a measure; 0: that it was over.
CREATE TABLE reminder (
    measure_id TEXT NOT NULL REFERENCES measure (id),
    due_on TEXT NOT NULL,
    step BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (measure_id, due_on, step)
);

-- SQLite cannot change a check, so the column of kinds is made anew.
ALTER TABLE event ADD COLUMN kind_before TEXT NOT NULL DEFAULT '';
UPDATE event SET kind_before = kind;
ALTER TABLE event DROP COLUMN kind;
ALTER TABLE event ADD COLUMN kind TEXT NOT NULL DEFAULT 'rows_assigned' CONSTRAINT event_kind_check
    CHECK (kind IN ('measure_accepted', 'measure_sent_back', 'strike_off_applied', 'problem_struck_off',
                    'problem_sent_back', 'rows_assigned', 'handover_to_sign', 'handover_completed',
                    'extension_asked', 'extension_decided', 'rows_due_soon', 'rows_overdue'));
UPDATE event SET kind = kind_before;
ALTER TABLE event DROP COLUMN kind_before;
