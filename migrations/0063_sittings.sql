-- The life meeting itself: in which order people speak, who is there, where the sitting stands, what was said. Texts of
-- the record are sealed where the database seals; an entry bears the id that its recorder's page gave it.
CREATE TABLE life_sitting (
    life_meeting_id TEXT NOT NULL PRIMARY KEY REFERENCES life_meeting (id),
    opened_at BIGINT,
    opened_by TEXT NOT NULL,
    turn_id TEXT,
    turn_since BIGINT,
    closed_at BIGINT,
    closed_by TEXT NOT NULL,
    digest TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE TABLE life_turn (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    position BIGINT NOT NULL,
    topic TEXT NOT NULL,                    -- declared in src/sittings/agenda.hpp
    about_id TEXT REFERENCES life_participant (id),
    speaker_id TEXT REFERENCES life_participant (id),
    title TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    spent_ms BIGINT NOT NULL
);
CREATE INDEX life_turn_meeting ON life_turn (life_meeting_id, position);
CREATE TABLE life_presence (
    participant_id TEXT NOT NULL PRIMARY KEY REFERENCES life_participant (id),
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    state TEXT NOT NULL,                    -- declared in src/sittings/sitting.hpp
    arrived_at BIGINT,
    left_at BIGINT,
    reason TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    granted_by TEXT NOT NULL,
    granted_at BIGINT
);
CREATE INDEX life_presence_meeting ON life_presence (life_meeting_id);
CREATE TABLE life_entry (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    kind TEXT NOT NULL,                     -- declared in src/sittings/record_entry.hpp
    turn_id TEXT,
    position BIGINT NOT NULL,               -- of that turn when it was written
    speaker_id TEXT REFERENCES life_participant (id),
    about_id TEXT REFERENCES life_participant (id),
    example TEXT NOT NULL,
    words TEXT NOT NULL,
    suggestion TEXT NOT NULL,
    reply TEXT NOT NULL,
    read_out BIGINT NOT NULL CONSTRAINT life_entry_read_out_check CHECK (read_out IN (0, 1)),
    said_at BIGINT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE INDEX life_entry_meeting ON life_entry (life_meeting_id, position, said_at);
CREATE TABLE life_remark (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL
);
CREATE INDEX life_remark_meeting ON life_remark (life_meeting_id, at);

-- What follows it: lists of what was found and what is done about it, texts, what is sent to whom, what is made known,
-- the meetings of branches, the catalogue of the file.
CREATE TABLE life_list_item (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    owner_id TEXT REFERENCES life_participant (id),    -- NULL: the team
    position BIGINT NOT NULL,
    source TEXT NOT NULL,                   -- declared in src/sittings/list_item.hpp
    source_note TEXT NOT NULL,
    entry_id TEXT,                          -- the criticism that it comes from
    problem TEXT NOT NULL,
    measure TEXT NOT NULL,
    goal TEXT NOT NULL,
    leader_id TEXT REFERENCES life_participant (id),
    holder TEXT NOT NULL,
    due_on TEXT,
    problem_id TEXT,                        -- in the ledger, once it stands there
    version BIGINT NOT NULL
);
CREATE INDEX life_list_item_meeting ON life_list_item (life_meeting_id, position);
CREATE TABLE life_text (
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    kind TEXT NOT NULL,                     -- declared in src/sittings/life_text.hpp
    text TEXT NOT NULL,
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    issued_on TEXT,
    issued_by TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (life_meeting_id, kind)
);
CREATE TABLE life_package (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    recipient TEXT NOT NULL,                -- declared in src/sittings/follow_up.hpp
    name TEXT NOT NULL,
    contents TEXT NOT NULL,
    due_on TEXT NOT NULL,
    delivered_on TEXT,
    delivered_by TEXT NOT NULL,
    receipt TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX life_package_meeting ON life_package (life_meeting_id, due_on);
CREATE INDEX life_package_due ON life_package (due_on) WHERE delivered_on IS NULL;
CREATE TABLE life_publication (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    subject TEXT NOT NULL,
    scope TEXT NOT NULL,
    published_on TEXT NOT NULL,
    publisher TEXT NOT NULL,
    remark TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL
);
CREATE INDEX life_publication_meeting ON life_publication (life_meeting_id, published_on);
CREATE TABLE life_branch_meeting (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    branch TEXT NOT NULL,
    due_on TEXT NOT NULL,
    held_on TEXT,
    leaders TEXT NOT NULL,
    remark TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX life_branch_meeting_meeting ON life_branch_meeting (life_meeting_id, due_on);
CREATE TABLE life_archive_line (
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    material TEXT NOT NULL,                 -- declared in src/sittings/archive.hpp
    state TEXT NOT NULL,
    remark TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    PRIMARY KEY (life_meeting_id, material)
);
