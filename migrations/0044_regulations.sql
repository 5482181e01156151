-- The register of regulations (制度): what a programme makes, revises or abolishes, how far each is, and which rows it
-- answers. What is being drafted never counts as done. Days stand as "2024-06-30".
CREATE TABLE regulation (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    number BIGINT NOT NULL,                 -- running within the programme
    change TEXT NOT NULL CONSTRAINT regulation_change_check CHECK (change IN ('made', 'revised', 'abolished')),
    kind TEXT NOT NULL,                     -- declared in src/regulations/regulation.hpp
    title TEXT NOT NULL,
    replaces TEXT NOT NULL,                 -- what was in force before
    unit_id TEXT NOT NULL REFERENCES unit (id),
    due_on TEXT,
    state TEXT NOT NULL CONSTRAINT regulation_state_check
        CHECK (state IN ('drafting', 'in_review', 'issued', 'in_force', 'repealed', 'given_up')),
    document TEXT NOT NULL,                 -- the number under which it was issued; '' before
    submitted_on TEXT,
    issued_on TEXT,
    effective_on TEXT,
    repealed_on TEXT,
    version BIGINT NOT NULL,
    UNIQUE (programme_id, number)
);
CREATE INDEX regulation_state ON regulation (programme_id, state, number);
CREATE INDEX regulation_due ON regulation (unit_id, state, due_on);

CREATE TABLE regulation_problem (
    regulation_id TEXT NOT NULL REFERENCES regulation (id),
    problem_id TEXT NOT NULL REFERENCES problem (id),
    PRIMARY KEY (regulation_id, problem_id)
);
CREATE INDEX regulation_problem_problem ON regulation_problem (problem_id);
CREATE TABLE regulation_measure (
    regulation_id TEXT NOT NULL REFERENCES regulation (id),
    measure_id TEXT NOT NULL REFERENCES measure (id),
    PRIMARY KEY (regulation_id, measure_id)
);
CREATE INDEX regulation_measure_measure ON regulation_measure (measure_id);

CREATE TABLE regulation_step (
    regulation_id TEXT NOT NULL REFERENCES regulation (id),
    position BIGINT NOT NULL,
    act TEXT NOT NULL,
    on_day TEXT NOT NULL,
    document TEXT NOT NULL,                 -- what shows it: a document's number, minutes
    note TEXT NOT NULL,                     -- of what goes back, ends or is given up: why
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (regulation_id, position)
);

-- What was studied of rules that are in force elsewhere (学习的法规制度).
CREATE TABLE study (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    title TEXT NOT NULL,
    studied_on TEXT NOT NULL,
    occasion TEXT NOT NULL,                 -- 党组理论学习中心组学习 …
    unit_id TEXT NOT NULL REFERENCES unit (id),
    persons BIGINT NOT NULL,                -- who took part; 0: not counted
    by_name TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX study_programme ON study (programme_id, studied_on, id);
