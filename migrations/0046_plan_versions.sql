-- The plan of a programme as a document: its versions, their sections with every wording they had, what was said of
-- them, the rounds of joint review, and the document as it stood when it went into each.
CREATE TABLE plan_version (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    number BIGINT NOT NULL,                 -- of the programme, from 1
    outline TEXT NOT NULL,                  -- of which kind of unit
    title TEXT NOT NULL,
    reason TEXT NOT NULL,                   -- why an issued plan is revised; '' of the first
    state TEXT NOT NULL CONSTRAINT plan_version_state_check
        CHECK (state IN ('draft', 'consultation', 'deliberated', 'joint_review', 'approved', 'issued')),
    consult_until TEXT,                     -- asked for comments until; it stays when the version comes back
    held_on TEXT,                           -- deliberated on that day by that body
    held_by TEXT NOT NULL,
    meeting_id TEXT REFERENCES meeting (id),
    conclusion TEXT NOT NULL,
    signed_by TEXT NOT NULL,                -- whose commitment it bears; '' : nobody's yet
    signed_on TEXT,
    round BIGINT NOT NULL,                  -- of joint review, the last one; 0: none
    document_number TEXT NOT NULL,
    number_key TEXT,                        -- the same, as numbers are compared
    issued_on TEXT,
    recipients TEXT NOT NULL,
    digest TEXT NOT NULL,                   -- of the document as issued, "sm3:…"
    issued_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (programme_id, number),
    UNIQUE (number_key)
);
CREATE INDEX plan_version_state ON plan_version (state, programme_id);

CREATE TABLE plan_section (
    version_id TEXT NOT NULL REFERENCES plan_version (id),
    part TEXT NOT NULL,
    heading TEXT NOT NULL,
    revision BIGINT NOT NULL,               -- which of its wordings holds
    PRIMARY KEY (version_id, part)
);

CREATE TABLE plan_wording (
    version_id TEXT NOT NULL REFERENCES plan_version (id),
    part TEXT NOT NULL,
    revision BIGINT NOT NULL,
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    PRIMARY KEY (version_id, part, revision)
);

CREATE TABLE plan_comment (
    id TEXT NOT NULL PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES plan_version (id),
    part TEXT NOT NULL,
    problem_id TEXT REFERENCES problem (id),
    text TEXT NOT NULL,
    inside BIGINT NOT NULL CONSTRAINT plan_comment_inside_check CHECK (inside IN (0, 1)),  -- the inspected unit
    unit_name TEXT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    adopted TEXT NOT NULL CONSTRAINT plan_comment_adopted_check CHECK (adopted IN ('', 'yes', 'no')),
    answer TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    answered_at BIGINT
);
CREATE INDEX plan_comment_version ON plan_comment (version_id, at);
CREATE INDEX plan_comment_problem ON plan_comment (problem_id);

-- A round of joint review. Whoever sits in it says yes or returns the plan, each for themselves.
CREATE TABLE plan_round (
    version_id TEXT NOT NULL REFERENCES plan_version (id),
    round BIGINT NOT NULL,
    variant TEXT NOT NULL,                  -- 三方, 四方, 五方
    opened_at BIGINT NOT NULL,
    opened_by TEXT NOT NULL,                -- the account that sent it in
    opened_by_name TEXT NOT NULL,
    due_on TEXT NOT NULL,
    ended_at BIGINT,
    outcome TEXT NOT NULL CONSTRAINT plan_round_outcome_check
        CHECK (outcome IN ('open', 'agreed', 'returned', 'taken_back')),
    reason TEXT NOT NULL,                   -- why it was taken back
    PRIMARY KEY (version_id, round)
);

CREATE TABLE plan_seat (
    version_id TEXT NOT NULL REFERENCES plan_version (id),
    round BIGINT NOT NULL,
    seat TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    result TEXT NOT NULL CONSTRAINT plan_seat_result_check CHECK (result IN ('', 'agreed', 'returned')),
    grade TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT,
    PRIMARY KEY (version_id, round, seat)
);
CREATE INDEX plan_seat_unit ON plan_seat (unit_id, version_id);

CREATE TABLE plan_check (
    version_id TEXT NOT NULL REFERENCES plan_version (id),
    round BIGINT NOT NULL,
    seat TEXT NOT NULL,
    item TEXT NOT NULL,
    met BIGINT NOT NULL CONSTRAINT plan_check_met_check CHECK (met IN (0, 1)),
    remark TEXT NOT NULL,
    PRIMARY KEY (version_id, round, seat, item)
);

-- The document as it stood when a round began, block by block; that of the round that agreed is what is issued.
CREATE TABLE plan_block (
    version_id TEXT NOT NULL REFERENCES plan_version (id),
    round BIGINT NOT NULL,
    position BIGINT NOT NULL,
    part TEXT NOT NULL,
    kind TEXT NOT NULL,
    row_id TEXT NOT NULL,                   -- the problem or measure it shows; '' : none
    guards BIGINT NOT NULL,                 -- of that row, at that moment
    text TEXT NOT NULL,
    PRIMARY KEY (version_id, round, position)
);
CREATE INDEX plan_block_row ON plan_block (row_id);
