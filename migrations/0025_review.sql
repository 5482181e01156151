-- Who must agree, and in which order, before a problem is struck off: one line a stage, its quorum, its seats and its
-- name with tabs between; nothing: any one of those who check.
ALTER TABLE programme ADD COLUMN review_chain TEXT NOT NULL DEFAULT '';

-- Whoever signs in a stage of the chain does not sign on paper: SQLite cannot drop NOT NULL, so the days are made anew.
-- The applications of a problem are numbered, for moments may be equal or run backwards.
ALTER TABLE application ADD COLUMN lead_leader_day TEXT;
UPDATE application SET lead_leader_day = lead_leader_on;
ALTER TABLE application DROP COLUMN lead_leader_on;
ALTER TABLE application RENAME COLUMN lead_leader_day TO lead_leader_on;
ALTER TABLE application ADD COLUMN principal_day TEXT;
UPDATE application SET principal_day = principal_on;
ALTER TABLE application DROP COLUMN principal_on;
ALTER TABLE application RENAME COLUMN principal_day TO principal_on;
ALTER TABLE application ADD COLUMN nth BIGINT NOT NULL DEFAULT 1;
UPDATE application SET nth = (SELECT count(*) FROM application b WHERE b.problem_id = application.problem_id
                              AND (b.at < application.at OR (b.at = application.at AND b.id <= application.id)));

-- Every signature an application was asked for, in the order of asking. Nothing of it is ever deleted.
CREATE TABLE signing (
    application_id TEXT NOT NULL REFERENCES application (id),
    slot BIGINT NOT NULL,                   -- from 0
    problem_id TEXT NOT NULL REFERENCES problem (id),
    stage BIGINT NOT NULL,                  -- from 0
    round BIGINT NOT NULL,                  -- how often the stage was come to
    stage_name TEXT NOT NULL,
    quorum TEXT NOT NULL CONSTRAINT signing_quorum_check CHECK (quorum IN ('all', 'any')),
    seat TEXT,                              -- declared in src/base/actor.hpp
    person_id TEXT,                         -- only this one
    account_id TEXT,                        -- asked besides the seats
    named TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT signing_state_check
        CHECK (state IN ('waiting', 'open', 'agreed', 'returned', 'not_needed', 'superseded')),
    taken_by TEXT,
    taken_by_name TEXT NOT NULL,
    taken_on TEXT,
    decided_by TEXT,
    decided_by_name TEXT NOT NULL,
    decided_at BIGINT,
    opinion TEXT NOT NULL,
    PRIMARY KEY (application_id, slot)
);
CREATE INDEX signing_problem ON signing (problem_id, state);

-- What waits already waits as it did: for any one of those who check.
INSERT INTO signing (application_id, slot, problem_id, stage, round, stage_name, quorum, seat, named, asked_by, state,
                     taken_by_name, decided_by_name, opinion)
SELECT (SELECT a.id FROM application a WHERE a.problem_id = p.id ORDER BY a.nth DESC LIMIT 1),
       s.slot, p.id, 0, 1, '销号审核', 'any', s.seat, '', '', 'open', '', '', ''
FROM problem p
CROSS JOIN (SELECT 0 AS slot, 'rectification_office' AS seat
            UNION ALL SELECT 1, 'supervision_team'
            UNION ALL SELECT 2, 'discipline_office'
            UNION ALL SELECT 3, 'organisation_department'
            UNION ALL SELECT 4, 'inspection_office') s
WHERE p.status = 'awaiting_review' AND EXISTS (SELECT 1 FROM application a WHERE a.problem_id = p.id);

-- What proved a problem on the day it was struck off, as its slip lists it.
CREATE TABLE slip_evidence (
    problem_id TEXT NOT NULL REFERENCES problem (id),
    position BIGINT NOT NULL,               -- from 1
    row_kind TEXT NOT NULL CONSTRAINT slip_evidence_row_kind_check CHECK (row_kind IN ('problem', 'measure')),
    row_number BIGINT NOT NULL,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (problem_id, position)
);

-- To sign is an act of its own now; who could review could sign.
UPDATE custom_role SET acts = acts || ', sign' WHERE ', ' || acts || ',' LIKE '%, review,%';
