-- The feedback of a programme: the document, its delivery and receipt, who was told, what the principal declared, and
-- its text in sentences, each of which is answered by problems of the ledger or by a reason why by none.
CREATE TABLE feedback (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    document TEXT NOT NULL,                 -- its number
    document_on TEXT,
    file_name TEXT NOT NULL,                -- of the file that the text was read from
    text TEXT NOT NULL,
    delivered_on TEXT,
    principal_told_on TEXT,                 -- when it was read out to the principal, and to the team
    team_told_on TEXT,
    received_by TEXT NOT NULL,
    received_on TEXT,
    on_paper BIGINT NOT NULL CONSTRAINT feedback_on_paper_check CHECK (on_paper IN (0, 1)),
    declared_by TEXT NOT NULL,
    declared_on TEXT,
    declaration TEXT NOT NULL,
    promises TEXT NOT NULL,                 -- a line each
    registered_by_name TEXT NOT NULL,
    registered_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX feedback_programme ON feedback (programme_id, state);

CREATE TABLE feedback_copy (
    feedback_id TEXT NOT NULL REFERENCES feedback (id),
    position BIGINT NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    told_on TEXT,
    received_by TEXT NOT NULL,
    received_on TEXT,
    PRIMARY KEY (feedback_id, position)
);

CREATE TABLE feedback_sentence (
    id TEXT NOT NULL PRIMARY KEY,
    feedback_id TEXT NOT NULL REFERENCES feedback (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    heading BIGINT NOT NULL CONSTRAINT feedback_sentence_heading_check CHECK (heading IN (0, 1)),
    answer TEXT NOT NULL,                   -- '' : by problems, or not yet
    reason TEXT NOT NULL,
    answered_by_name TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX feedback_sentence_place ON feedback_sentence (feedback_id, position);

-- A problem that is taken away takes its links along: the sentence waits for an answer again.
CREATE TABLE feedback_link (
    sentence_id TEXT NOT NULL REFERENCES feedback_sentence (id) ON DELETE CASCADE,
    problem_id TEXT NOT NULL REFERENCES problem (id) ON DELETE CASCADE,
    PRIMARY KEY (sentence_id, problem_id)
);
CREATE INDEX feedback_link_problem ON feedback_link (problem_id);

-- Clues that were handed over to be looked into. Seen only by those cleared for them; never deleted: what was recorded
-- wrongly is revoked with a reason.
CREATE TABLE clue (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    number BIGINT NOT NULL,                 -- running within the programme
    unit_id TEXT NOT NULL REFERENCES unit (id),
    mark TEXT NOT NULL,                     -- as the papers number it
    source TEXT NOT NULL,
    person TEXT NOT NULL,                   -- whom it is about
    matter TEXT NOT NULL,
    receiver TEXT NOT NULL,
    receiver_name TEXT NOT NULL,
    handed_on TEXT NOT NULL,
    months BIGINT NOT NULL,                 -- within which the result is to come back
    due_on TEXT NOT NULL,                   -- copy
    handler TEXT NOT NULL,
    way TEXT NOT NULL,
    result TEXT NOT NULL,
    result_text TEXT NOT NULL,
    concluded_on TEXT,
    returned_on TEXT,
    recorded_by_name TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    revoked_by_name TEXT NOT NULL,          -- '' : it holds
    revoked_at BIGINT,
    revocation TEXT NOT NULL,               -- why
    version BIGINT NOT NULL,
    UNIQUE (programme_id, number)
);
CREATE INDEX clue_due ON clue (due_on);

-- What a notice of something that is put right at once is about; '' of one about measures.
ALTER TABLE notice ADD COLUMN matter TEXT NOT NULL DEFAULT '';
