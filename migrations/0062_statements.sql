-- Statements of self-examination for a life meeting (the team's and one of each member) with every wording they had,
-- what was said of them on their way, and the criticisms that members prepare for each other.
CREATE TABLE statement_asked (
    meeting_id TEXT NOT NULL PRIMARY KEY REFERENCES life_meeting (id),
    reviewer_id TEXT REFERENCES life_participant (id),  -- who reviews the members' ones; NULL: the principal
    upward BIGINT NOT NULL,                 -- whether they go up for approval after the review
    aspects TEXT NOT NULL,                  -- what the speaker has to put in: "self duty thought work"
    declared TEXT NOT NULL,                 -- what each has to speak on besides: "family inquiry"
    causes TEXT NOT NULL,                   -- under which headings causes are looked for
    version BIGINT NOT NULL
);

CREATE TABLE statement (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    participant_id TEXT REFERENCES life_participant (id),  -- whose it is; NULL: the team's
    owner_key TEXT NOT NULL,                -- the same, 'team' for the team's
    state TEXT NOT NULL CONSTRAINT statement_state_check
        CHECK (state IN ('drafting', 'in_review', 'returned', 'reviewed', 'sent_up', 'approved')),
    edition BIGINT NOT NULL,                -- rises when it is begun anew after approval
    handed_in_at BIGINT,
    approved_at BIGINT,
    version BIGINT NOT NULL,
    UNIQUE (meeting_id, owner_key)
);

CREATE TABLE statement_section (
    statement_id TEXT NOT NULL REFERENCES statement (id),
    position BIGINT NOT NULL,
    part TEXT NOT NULL,
    heading TEXT NOT NULL,
    revision BIGINT NOT NULL,               -- which of its wordings holds
    handed_revision BIGINT,                 -- which one was handed in last, and is read by others
    approved_revision BIGINT,
    PRIMARY KEY (statement_id, position)
);

CREATE TABLE statement_wording (
    statement_id TEXT NOT NULL REFERENCES statement (id),
    position BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    PRIMARY KEY (statement_id, position, revision)
);

-- Who moved it where, with the words given to it.
CREATE TABLE statement_step (
    statement_id TEXT NOT NULL REFERENCES statement (id),
    number BIGINT NOT NULL,
    act TEXT NOT NULL,
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    PRIMARY KEY (statement_id, number)
);

-- Marked at a passage by somebody who reviews, and what the one who writes made of it.
CREATE TABLE statement_remark (
    id TEXT NOT NULL PRIMARY KEY,
    statement_id TEXT NOT NULL REFERENCES statement (id),
    position BIGINT NOT NULL,
    quote TEXT NOT NULL,
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    voice TEXT NOT NULL,                    -- as what they speak: 'reviewer', 'member', 'superior'
    adopted BIGINT,                         -- NULL: not answered
    answer TEXT NOT NULL,
    answered_at BIGINT
);
CREATE INDEX statement_remark_statement ON statement_remark (statement_id, at);

-- A hint that a reviewer looked at and did not share; a digest stands for the sentence.
CREATE TABLE statement_dismissal (
    statement_id TEXT NOT NULL REFERENCES statement (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    sentence TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (statement_id, position, kind, sentence)
);

CREATE TABLE criticism (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    author_id TEXT NOT NULL REFERENCES life_participant (id),
    about_id TEXT NOT NULL REFERENCES life_participant (id),
    matter TEXT NOT NULL,                   -- from which concrete matter
    problem TEXT NOT NULL,
    advice TEXT NOT NULL,                   -- kept apart, and never counted as criticism
    at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX criticism_author ON criticism (meeting_id, author_id, at);
CREATE INDEX criticism_about ON criticism (meeting_id, about_id, at);

-- What new statements are compared with: which texts, and the least hashes of each (see copy_check.hpp), which tell
-- nothing of what it says.
CREATE TABLE compared_text (
    number BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    source_id TEXT NOT NULL,
    part TEXT NOT NULL,
    UNIQUE (kind, source_id, part)
);
CREATE TABLE compared_hash (
    hash BIGINT NOT NULL,
    text_number BIGINT NOT NULL,
    PRIMARY KEY (hash, text_number)
);
CREATE INDEX compared_hash_text ON compared_hash (text_number);
