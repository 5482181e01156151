-- Who holds which post in which unit, from when to when; what is handed over when a post is left; who stands in for
-- whom during an absence. Days stand as "2024-06-30".

-- from_on: none, when the post was held before anybody wrote it down; until_on: the last day, none while it is held.
CREATE TABLE post (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    head BIGINT NOT NULL CONSTRAINT post_head_check CHECK (head IN (0, 1)),
    from_on TEXT,
    until_on TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX post_unit ON post (unit_id);
CREATE INDEX post_person ON post (person_id);

-- What stands in person.post is a copy from now on: the posts held today.
INSERT INTO post (id, person_id, unit_id, title, head, from_on, until_on, version)
    SELECT id, id, unit_id, post, 0, NULL, NULL, 1 FROM person WHERE unit_id IS NOT NULL AND post <> '';

CREATE TABLE handover (
    id TEXT NOT NULL PRIMARY KEY,
    post_id TEXT NOT NULL REFERENCES post (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    giver_id TEXT NOT NULL REFERENCES person (id),
    taker_id TEXT REFERENCES person (id),
    taker_post_id TEXT REFERENCES post (id),
    witness_unit TEXT NOT NULL,
    risk_note TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT handover_state_check CHECK (state IN ('open', 'completed', 'taken_back')),
    list_digest TEXT NOT NULL,              -- of the list, from the first signature on
    opened_at BIGINT NOT NULL,
    opened_by TEXT NOT NULL,
    opened_by_name TEXT NOT NULL,
    due_on TEXT NOT NULL,
    ended_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX handover_open ON handover (state, opened_at);
CREATE INDEX handover_post ON handover (post_id);

-- The rows as they stood when the list was made. roles: the giver's own in the row, '' when the row was the unit's.
CREATE TABLE handover_item (
    handover_id TEXT NOT NULL REFERENCES handover (id),
    position BIGINT NOT NULL,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    row_kind TEXT NOT NULL CONSTRAINT handover_item_row_kind_check CHECK (row_kind IN ('problem', 'measure')),
    row_id TEXT NOT NULL,
    row_number BIGINT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL,
    deadline_kind TEXT NOT NULL,
    due_on TEXT,
    percent BIGINT,
    roles TEXT NOT NULL,
    kept BIGINT NOT NULL CONSTRAINT handover_item_kept_check CHECK (kept IN (0, 1)),
    PRIMARY KEY (handover_id, position)
);

CREATE TABLE handover_signature (
    handover_id TEXT NOT NULL REFERENCES handover (id),
    part TEXT NOT NULL CONSTRAINT handover_signature_part_check CHECK (part IN ('giver', 'taker', 'witness')),
    at BIGINT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    on_paper BIGINT NOT NULL CONSTRAINT handover_signature_on_paper_check CHECK (on_paper IN (0, 1)),
    signed_on TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (handover_id, part)
);

CREATE TABLE delegation (
    id TEXT NOT NULL PRIMARY KEY,
    from_account_id TEXT NOT NULL REFERENCES account (id),
    to_account_id TEXT NOT NULL REFERENCES account (id),
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    ended_at BIGINT,
    ended_by_name TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX delegation_from ON delegation (from_account_id);
CREATE INDEX delegation_to ON delegation (to_account_id);

-- SQLite cannot change a check, so the column of kinds is made anew.
ALTER TABLE event ADD COLUMN kind_before TEXT NOT NULL DEFAULT '';
UPDATE event SET kind_before = kind;
ALTER TABLE event DROP COLUMN kind;
ALTER TABLE event ADD COLUMN kind TEXT NOT NULL DEFAULT 'rows_assigned' CONSTRAINT event_kind_check
    CHECK (kind IN ('measure_accepted', 'measure_sent_back', 'strike_off_applied', 'problem_struck_off',
                    'problem_sent_back', 'rows_assigned', 'handover_to_sign', 'handover_completed'));
UPDATE event SET kind = kind_before;
ALTER TABLE event DROP COLUMN kind_before;
