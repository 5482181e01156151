-- Study before a life meeting: what is read until when, studying together with who was there, studying by oneself, and
-- notes, which nobody but their writer reads. Texts that an installation reads beside the usual ones stand in
-- study_title.
CREATE TABLE study_title (
    name TEXT NOT NULL PRIMARY KEY,
    added_by TEXT NOT NULL,
    added_at BIGINT NOT NULL
);

CREATE TABLE study_reading (
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    topic TEXT NOT NULL,                    -- '' : none
    finish_on TEXT NOT NULL,
    PRIMARY KEY (life_meeting_id, position)
);

CREATE TABLE study_session (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    held_on TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    form TEXT NOT NULL,
    place TEXT NOT NULL,
    host TEXT NOT NULL,
    topic TEXT NOT NULL,
    items TEXT NOT NULL,                    -- names with spaces between
    by_name TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX study_session_meeting ON study_session (life_meeting_id, held_on);

CREATE TABLE study_attendance (
    session_id TEXT NOT NULL REFERENCES study_session (id),
    participant_id TEXT NOT NULL REFERENCES life_participant (id),
    attended BIGINT NOT NULL,
    reason TEXT NOT NULL,                   -- why not
    PRIMARY KEY (session_id, participant_id)
);
CREATE INDEX study_attendance_participant ON study_attendance (participant_id);

CREATE TABLE study_own (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    participant_id TEXT NOT NULL REFERENCES life_participant (id),
    studied_on TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    what TEXT NOT NULL
);
CREATE INDEX study_own_meeting ON study_own (life_meeting_id, participant_id);

CREATE TABLE study_note (
    id TEXT NOT NULL PRIMARY KEY,
    life_meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    participant_id TEXT NOT NULL REFERENCES life_participant (id),
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX study_note_meeting ON study_note (life_meeting_id, participant_id);
