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

-- Where somebody wants to be written to, and how often. Only what happened since then is written about.
CREATE TABLE mail_box (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
    address TEXT NOT NULL,                  -- '' : none
    rhythm TEXT NOT NULL CONSTRAINT mail_box_rhythm_check CHECK (rhythm IN ('never', 'half_hour', 'day')),
    since BIGINT NOT NULL,
    version BIGINT NOT NULL
);

-- Mails on their way. Whoever takes one moves next_at on before sending, so that no other copy of the program does.
CREATE TABLE mail (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT mail_state_check CHECK (state IN ('pending', 'sent', 'failed')),
    made_at BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    done_at BIGINT,
    error TEXT NOT NULL
);
CREATE INDEX mail_due ON mail (state, next_at);

CREATE TABLE message (
    account_id TEXT NOT NULL REFERENCES account (id),
    event_id TEXT NOT NULL REFERENCES event (id),
    read_at BIGINT,
    mail_id TEXT REFERENCES mail (id),      -- the mail that spoke of it
    PRIMARY KEY (account_id, event_id)
);
CREATE INDEX message_unread ON message (account_id, read_at);
