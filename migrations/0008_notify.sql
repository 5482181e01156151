-- What people are told: one event for each thing that happened, one message for each account it concerns.
-- Texts are copies as they were then: a message keeps saying what it said.

CREATE TABLE event (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT event_kind_check CHECK (kind IN ('measure_accepted', 'measure_sent_back',
        'strike_off_applied', 'problem_struck_off', 'problem_sent_back', 'rows_assigned')),
    programme_id TEXT NOT NULL,
    programme_title TEXT NOT NULL,
    subject_kind TEXT NOT NULL,             -- measure, problem, import
    subject_id TEXT NOT NULL,
    subject_number BIGINT NOT NULL,         -- of a measure or problem; of an import, how many rows
    subject_text TEXT NOT NULL,             -- of a measure or problem; of an import, the file's name
    by_name TEXT NOT NULL,
    note TEXT NOT NULL                      -- why something was sent back
);

CREATE TABLE message (
    account_id TEXT NOT NULL REFERENCES account (id),
    event_id TEXT NOT NULL REFERENCES event (id),
    read_at BIGINT,
    PRIMARY KEY (account_id, event_id)
);
CREATE INDEX message_unread ON message (account_id, read_at);
