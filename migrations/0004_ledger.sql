-- The ledger: round and inspection, programme, area, problem, manifestation, measure, and what happened to them.
-- Columns marked "copy" are derived from other rows by the store that saves them, so that a page can filter,
-- sort and count in one index; everything else is said once.

CREATE TABLE round (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE inspection (
    id TEXT NOT NULL PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES round (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT inspection_kind_check CHECK (kind IN ('regular', 'special', 'look_back', 'mobile')),
    inspecting_body TEXT NOT NULL,
    UNIQUE (round_id, name, kind, inspecting_body)
);

CREATE TABLE programme (
    id TEXT NOT NULL PRIMARY KEY,
    inspection_id TEXT NOT NULL REFERENCES inspection (id),
    inspected_unit_id TEXT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    feedback_on TEXT,
    concentrated_end_on TEXT,
    immediate_days BIGINT NOT NULL,
    last_area BIGINT NOT NULL,
    last_problem BIGINT NOT NULL,
    last_measure BIGINT NOT NULL,
    last_slip BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX programme_unit ON programme (inspected_unit_id);

CREATE TABLE area (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    number BIGINT NOT NULL,
    printed_number TEXT NOT NULL,
    heading TEXT NOT NULL,
    UNIQUE (programme_id, number)
);

CREATE TABLE problem (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    area_id TEXT NOT NULL REFERENCES area (id),
    area_number BIGINT NOT NULL,            -- copy
    number BIGINT NOT NULL,
    printed_number TEXT NOT NULL,
    text TEXT NOT NULL,
    goal TEXT NOT NULL,
    status TEXT NOT NULL CONSTRAINT problem_status_check
        CHECK (status IN ('unclaimed', 'under_way', 'awaiting_review', 'sent_back', 'struck_off')),
    responsibility TEXT NOT NULL,
    deadline_kind TEXT NOT NULL,
    deadline_text TEXT NOT NULL,
    deadline_date TEXT,
    due_on TEXT,                            -- copy: the day that counts
    unit_label TEXT NOT NULL,               -- copy: the first responsible unit, for sorting
    applied_by TEXT,
    predecessor_id TEXT REFERENCES problem (id),
    source_document TEXT,
    source_first BIGINT,
    source_last BIGINT,
    imported BIGINT NOT NULL,
    version BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (programme_id, number)
);
CREATE INDEX problem_order ON problem (programme_id, area_number, number);
CREATE INDEX problem_due ON problem (status, due_on);
CREATE INDEX problem_predecessor ON problem (predecessor_id);

CREATE TABLE manifestation (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    problem_id TEXT NOT NULL REFERENCES problem (id),
    position BIGINT NOT NULL,
    printed_number TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (problem_id, position)
);

CREATE TABLE measure (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    problem_id TEXT NOT NULL REFERENCES problem (id),
    area_id TEXT NOT NULL,                  -- copy
    area_number BIGINT NOT NULL,            -- copy
    problem_number BIGINT NOT NULL,         -- copy
    number BIGINT NOT NULL,
    printed_number TEXT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL CONSTRAINT measure_status_check
        CHECK (status IN ('not_started', 'under_way', 'awaiting_review', 'sent_back', 'done', 'long_term')),
    responsibility TEXT NOT NULL,           -- '' : the problem's
    deadline_kind TEXT NOT NULL,            -- unspecified without text: the problem's
    deadline_text TEXT NOT NULL,
    deadline_date TEXT,
    kind TEXT NOT NULL,                     -- copy: the kind of deadline that counts
    due_on TEXT,                            -- copy: the day that counts
    unit_label TEXT NOT NULL,               -- copy
    percent BIGINT NOT NULL CONSTRAINT measure_percent_check CHECK (percent BETWEEN 0 AND 100),
    last_entry TEXT NOT NULL,               -- copy of the last report
    last_entry_at BIGINT,
    submitted_by TEXT,
    imported BIGINT NOT NULL,
    version BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (programme_id, number)
);
CREATE INDEX measure_order ON measure (programme_id, area_number, problem_number, number);
CREATE INDEX measure_problem ON measure (problem_id);
CREATE INDEX measure_due ON measure (status, kind, due_on, id);
CREATE INDEX measure_programme_due ON measure (programme_id, due_on, id);

-- Which other problems and which manifestations a measure serves (R44); its own problem stands in the row.
CREATE TABLE measure_service (
    programme_id TEXT NOT NULL REFERENCES programme (id),
    measure_id TEXT NOT NULL REFERENCES measure (id),
    problem_id TEXT NOT NULL REFERENCES problem (id),
    manifestation_id TEXT REFERENCES manifestation (id),
    UNIQUE (measure_id, problem_id, manifestation_id)
);
CREATE INDEX measure_service_problem ON measure_service (problem_id);

-- The measures a problem rests on: its own and those of others that serve it too.
CREATE VIEW problem_measure AS
    SELECT problem_id, id AS measure_id, status FROM measure
    UNION ALL
    SELECT DISTINCT s.problem_id, m.id, m.status FROM measure_service s JOIN measure m ON m.id = s.measure_id
    WHERE s.problem_id <> m.problem_id;

-- Which units hold a row in any role, inherited roles and the inspected unit itself included: what scope and
-- the unit filter read. A copy.
CREATE TABLE measure_unit (
    programme_id TEXT NOT NULL,
    measure_id TEXT NOT NULL REFERENCES measure (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    PRIMARY KEY (measure_id, unit_id)
);
CREATE INDEX measure_unit_unit ON measure_unit (unit_id, programme_id, measure_id);
CREATE TABLE problem_unit (
    programme_id TEXT NOT NULL,
    problem_id TEXT NOT NULL REFERENCES problem (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    PRIMARY KEY (problem_id, unit_id)
);
CREATE INDEX problem_unit_unit ON problem_unit (unit_id, programme_id, problem_id);

CREATE TABLE progress_entry (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    measure_id TEXT NOT NULL REFERENCES measure (id),
    at BIGINT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    text TEXT NOT NULL,
    percent BIGINT NOT NULL,
    evidence_note TEXT NOT NULL
);
CREATE INDEX progress_entry_measure ON progress_entry (measure_id, at);

CREATE TABLE result (
    entry_id TEXT NOT NULL REFERENCES progress_entry (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL,
    quantity BIGINT NOT NULL CONSTRAINT result_quantity_check CHECK (quantity > 0),
    PRIMARY KEY (entry_id, kind)
);

-- Every time something was sent back: kept for ever. subject_kind: measure or problem.
CREATE TABLE refusal (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    requirement TEXT NOT NULL
);
CREATE INDEX refusal_subject ON refusal (subject_id, at);

CREATE TABLE application (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    problem_id TEXT NOT NULL REFERENCES problem (id),
    at BIGINT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    summary TEXT NOT NULL,
    similar_check TEXT NOT NULL,
    pursuit TEXT NOT NULL CONSTRAINT application_pursuit_check CHECK (pursuit IN ('pursued', 'not_needed')),
    pursuit_note TEXT NOT NULL,
    lead_leader_name TEXT NOT NULL,
    lead_leader_on TEXT NOT NULL,
    principal_name TEXT NOT NULL,
    principal_on TEXT NOT NULL
);
CREATE INDEX application_problem ON application (problem_id, at);

-- One slip for each struck-off problem, and only one.
CREATE TABLE strike_off (
    problem_id TEXT NOT NULL PRIMARY KEY REFERENCES problem (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    slip_number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    applied_by_name TEXT NOT NULL,
    opinion TEXT NOT NULL,
    imported BIGINT NOT NULL,
    UNIQUE (programme_id, slip_number)
);

-- Every row as it was after each change: the ledger of any date.
CREATE TABLE ledger_history (
    subject_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    subject_kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    act TEXT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (subject_id, version)
);
CREATE INDEX ledger_history_programme ON ledger_history (programme_id, at);
