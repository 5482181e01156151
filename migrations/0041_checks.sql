-- Checks on the spot: what is to be checked, by whom, at which units, on which days, and what came of it. Unannounced
-- ones are kept from the units until they are concluded.
CREATE TABLE site_check (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL CONSTRAINT site_check_kind_check CHECK (kind IN ('site_check', 'look_back', 'reverse_check')),
    subject TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    announced BIGINT NOT NULL CONSTRAINT site_check_announced_check CHECK (announced IN (0, 1)),
    state TEXT NOT NULL CONSTRAINT site_check_state_check
        CHECK (state IN ('planned', 'under_way', 'concluded', 'cancelled')),
    planned_by_name TEXT NOT NULL,
    reason TEXT NOT NULL,                   -- why it was cancelled
    conclusion TEXT NOT NULL,
    concluded_by_name TEXT NOT NULL,
    concluded_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX site_check_programme ON site_check (programme_id, begins_on, id);

CREATE TABLE site_check_member (
    check_id TEXT NOT NULL REFERENCES site_check (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    leads BIGINT NOT NULL CONSTRAINT site_check_member_leads_check CHECK (leads IN (0, 1)),
    PRIMARY KEY (check_id, position)
);
CREATE INDEX site_check_member_person ON site_check_member (person_id, check_id);

CREATE TABLE site_check_unit (
    check_id TEXT NOT NULL REFERENCES site_check (id),
    position BIGINT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    PRIMARY KEY (check_id, position)
);
CREATE INDEX site_check_unit_unit ON site_check_unit (unit_id, check_id);

-- What is asked of every row that is checked.
CREATE TABLE site_check_item (
    check_id TEXT NOT NULL REFERENCES site_check (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (check_id, position)
);

-- What a check looks at. A draw keeps its seed and the list it was drawn from, so that anybody can draw again.
CREATE TABLE check_draw (
    id TEXT NOT NULL PRIMARY KEY,
    check_id TEXT NOT NULL REFERENCES site_check (id),
    number BIGINT NOT NULL,                 -- within the check
    pool TEXT NOT NULL CONSTRAINT check_draw_pool_check CHECK (pool IN ('reported', 'struck_off', 'both')),
    unit_id TEXT REFERENCES unit (id),
    area_id TEXT REFERENCES area (id),
    method TEXT NOT NULL CONSTRAINT check_draw_method_check CHECK (method IN ('even', 'weighted')),
    size BIGINT NOT NULL,
    seed TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    pool_size BIGINT NOT NULL,
    pool_digest TEXT NOT NULL,
    pool_list TEXT NOT NULL,                -- "M40 3" a line: a row and how many lots it had
    guards BIGINT NOT NULL,                 -- of all rows in the list
    drawn_by_name TEXT NOT NULL,
    drawn_at BIGINT NOT NULL,
    CONSTRAINT check_draw_check_id_number_key UNIQUE (check_id, number)
);

CREATE TABLE check_row (
    id TEXT NOT NULL PRIMARY KEY,
    check_id TEXT NOT NULL REFERENCES site_check (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    position BIGINT NOT NULL,
    measure_id TEXT REFERENCES measure (id),
    problem_id TEXT REFERENCES problem (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    draw_number BIGINT NOT NULL,            -- 0: added by hand
    why TEXT NOT NULL,                      -- it was added by hand
    reasons TEXT NOT NULL,                  -- "overdue,sent_back": what it was weighed by
    asked TEXT NOT NULL,
    looked_at TEXT NOT NULL,
    result TEXT NOT NULL CONSTRAINT check_row_result_check
        CHECK (result IN ('', 'genuine', 'partly', 'paper', 'unrectified')),
    finding TEXT NOT NULL,
    filled_by_name TEXT NOT NULL,
    filled_at BIGINT,
    version BIGINT NOT NULL,
    CONSTRAINT check_row_check_id_position_key UNIQUE (check_id, position),
    CONSTRAINT check_row_check_id_measure_id_key UNIQUE (check_id, measure_id),
    CONSTRAINT check_row_check_id_problem_id_key UNIQUE (check_id, problem_id)
);
CREATE INDEX check_row_measure ON check_row (measure_id);
CREATE INDEX check_row_problem ON check_row (problem_id);
CREATE INDEX check_row_unit ON check_row (programme_id, unit_id);

CREATE TABLE check_answer (
    row_id TEXT NOT NULL REFERENCES check_row (id),
    position BIGINT NOT NULL,
    answer TEXT NOT NULL CONSTRAINT check_answer_answer_check CHECK (answer IN ('yes', 'no', 'not_applicable')),
    remark TEXT NOT NULL,
    PRIMARY KEY (row_id, position)
);

-- What a finding led to: a row of the ledger, a task, a notice, a record of accountability.
CREATE TABLE check_consequence (
    id TEXT NOT NULL PRIMARY KEY,
    row_id TEXT NOT NULL REFERENCES check_row (id),
    kind TEXT NOT NULL CONSTRAINT check_consequence_kind_check
        CHECK (kind IN ('sent_back', 'supplement', 'successor', 'task', 'notice', 'accountability')),
    led_to TEXT NOT NULL,                   -- the id of what it led to
    number BIGINT NOT NULL,                 -- and its number, 0 where it has none
    text TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX check_consequence_row ON check_consequence (row_id, at);
CREATE INDEX check_consequence_led_to ON check_consequence (led_to);
