-- Opinions collected for a life meeting: by which channels and from whom, the sheets that came back, each opinion in
-- the words in which it was said, to whom it was given and who signed for it; the box of those who say it by a code,
-- which keeps nothing of when; and the problems gathered from all sources for leaders to take on.
CREATE TABLE opinion_collection (
    life_meeting_id TEXT NOT NULL PRIMARY KEY REFERENCES life_meeting (id),
    form_title TEXT NOT NULL,               -- how the unit calls its form
    finish_on TEXT NOT NULL,
    voices TEXT NOT NULL,                   -- from whom, names with spaces between
    version BIGINT NOT NULL
);

CREATE TABLE opinion_channel (
    life_meeting_id TEXT NOT NULL REFERENCES opinion_collection (life_meeting_id),
    channel TEXT NOT NULL,
    handed_out BIGINT NOT NULL,             -- forms, invitations; 0 : not counted
    PRIMARY KEY (life_meeting_id, channel)
);

-- What came back from one who was asked; without opinions when they had none.
CREATE TABLE opinion_sheet (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES opinion_collection (life_meeting_id),
    number BIGINT NOT NULL,                 -- running within the meeting
    channel TEXT NOT NULL,
    voice TEXT NOT NULL,
    origin TEXT NOT NULL,                   -- digest of the workbook it came in; '' : none
    entered_at BIGINT NOT NULL,             -- of what came by a code: when the box was opened
    entered_by TEXT NOT NULL,
    UNIQUE (life_meeting_id, number)
);
CREATE INDEX opinion_sheet_origin ON opinion_sheet (life_meeting_id, origin);

-- Nothing but sealing anew ever writes over a row.
CREATE TABLE opinion (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES opinion_collection (life_meeting_id),
    sheet_id TEXT NOT NULL REFERENCES opinion_sheet (id),
    number BIGINT NOT NULL,                 -- running within the meeting
    participant_id TEXT REFERENCES life_participant (id),  -- of whom it speaks; NULL : of the team
    text TEXT NOT NULL,                     -- as it was said
    digest TEXT NOT NULL,                   -- of the text, "sm3:…"
    UNIQUE (life_meeting_id, number)
);
CREATE INDEX opinion_sheet_id ON opinion (sheet_id);
CREATE INDEX opinion_participant ON opinion (life_meeting_id, participant_id);

-- Entered by mistake: stays, with the reason, and with what stands in its place.
CREATE TABLE opinion_strike (
    opinion_id TEXT NOT NULL PRIMARY KEY REFERENCES opinion (id),
    reason TEXT NOT NULL,
    replaced_by TEXT REFERENCES opinion (id),
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL
);

CREATE TABLE opinion_delivery (
    opinion_id TEXT NOT NULL REFERENCES opinion (id),
    participant_id TEXT NOT NULL REFERENCES life_participant (id),
    delivered_at BIGINT NOT NULL,
    received_at BIGINT,                     -- NULL : not signed for
    on_paper BIGINT NOT NULL,               -- 1 : signed on paper, noted by the office
    PRIMARY KEY (opinion_id, participant_id)
);
CREATE INDEX opinion_delivery_participant ON opinion_delivery (participant_id, received_at);

-- Codes that were printed: whether one was used, never when.
CREATE TABLE opinion_code (
    digest TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES opinion_collection (life_meeting_id),
    used BIGINT NOT NULL
);
CREATE INDEX opinion_code_meeting ON opinion_code (life_meeting_id, used);

-- The box: its ids are random, and whenever a ballot comes all of the meeting are laid down anew in the order of their
-- ids, so that neither id nor place tells which came first.
CREATE TABLE opinion_ballot (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES opinion_collection (life_meeting_id),
    voice TEXT NOT NULL
);
CREATE INDEX opinion_ballot_meeting ON opinion_ballot (life_meeting_id);

CREATE TABLE opinion_ballot_line (
    ballot_id TEXT NOT NULL REFERENCES opinion_ballot (id),
    position BIGINT NOT NULL,
    participant_id TEXT REFERENCES life_participant (id),
    text TEXT NOT NULL,
    PRIMARY KEY (ballot_id, position)
);

-- Problems to be taken on, from opinions and from what superiors found.
CREATE TABLE gathered_problem (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    number BIGINT NOT NULL,                 -- running within the meeting
    source TEXT NOT NULL,
    participant_id TEXT REFERENCES life_participant (id),  -- of whom; NULL : of the team
    problem_id TEXT REFERENCES problem (id),               -- of the ledger
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    UNIQUE (life_meeting_id, number)
);

CREATE TABLE gathered_opinion (
    gathered_id TEXT NOT NULL REFERENCES gathered_problem (id),
    opinion_id TEXT NOT NULL REFERENCES opinion (id),
    PRIMARY KEY (gathered_id, opinion_id)
);
CREATE INDEX gathered_opinion_opinion ON gathered_opinion (opinion_id);

CREATE TABLE gathered_claim (
    gathered_id TEXT NOT NULL REFERENCES gathered_problem (id),
    participant_id TEXT NOT NULL REFERENCES life_participant (id),
    given_at BIGINT NOT NULL,
    claimed_at BIGINT,                      -- NULL : not yet taken on
    PRIMARY KEY (gathered_id, participant_id)
);
CREATE INDEX gathered_claim_participant ON gathered_claim (participant_id);
