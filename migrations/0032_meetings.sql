-- Meetings of a programme: series that say when the next one is held, the meetings themselves, who takes part, what is
-- on the agenda, what was said of it and decided.
CREATE TABLE meeting_series (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL CONSTRAINT meeting_series_kind_check
        CHECK (kind IN ('coordination', 'joint', 'push', 'mobilisation', 'leading_group')),
    title TEXT NOT NULL,
    every TEXT NOT NULL CONSTRAINT meeting_series_every_check
        CHECK (every IN ('week', 'half_month', 'month', 'dates')),
    day BIGINT NOT NULL,                    -- of the week 1 to 7, or of the month
    dates TEXT NOT NULL,                    -- "2024-07-05,2024-08-09"
    ended BIGINT NOT NULL CONSTRAINT meeting_series_ended_check CHECK (ended IN (0, 1)),
    version BIGINT NOT NULL
);
CREATE INDEX meeting_series_programme ON meeting_series (programme_id);

CREATE TABLE meeting (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    series_id TEXT REFERENCES meeting_series (id),
    kind TEXT NOT NULL CONSTRAINT meeting_kind_check
        CHECK (kind IN ('coordination', 'joint', 'push', 'mobilisation', 'leading_group')),
    title TEXT NOT NULL,
    held_on TEXT NOT NULL,
    begins_at TEXT NOT NULL,                -- "09:00"
    minutes BIGINT NOT NULL,                -- how long it lasts
    place TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT meeting_state_check
        CHECK (state IN ('planned', 'called', 'running', 'closed', 'cancelled')),
    sequence BIGINT NOT NULL,               -- how often it changed since it was called
    called_at BIGINT,
    opened_at BIGINT,
    closed_at BIGINT,
    closed_by TEXT NOT NULL,
    reason TEXT NOT NULL,                   -- why it was cancelled
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX meeting_programme ON meeting (programme_id, held_on, begins_at);
CREATE INDEX meeting_of_series ON meeting (series_id, held_on);

CREATE TABLE meeting_participant (
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,                     -- of the person or the unit, as invited
    person_id TEXT REFERENCES person (id),
    unit_id TEXT REFERENCES unit (id),
    standing TEXT NOT NULL CONSTRAINT meeting_participant_standing_check CHECK (standing IN ('attends', 'sits_in')),
    duty TEXT NOT NULL CONSTRAINT meeting_participant_duty_check CHECK (duty IN ('none', 'host', 'recorder')),
    attendance TEXT NOT NULL CONSTRAINT meeting_participant_attendance_check
        CHECK (attendance IN ('unanswered', 'coming', 'leave', 'proxy', 'present', 'absent')),
    reason TEXT NOT NULL,
    proxy TEXT NOT NULL,
    PRIMARY KEY (meeting_id, position)
);
CREATE INDEX meeting_participant_person ON meeting_participant (person_id, meeting_id);
CREATE INDEX meeting_participant_unit ON meeting_participant (unit_id, meeting_id);

-- The figures of the ledger as they stood when a meeting was opened.
CREATE TABLE meeting_figure (
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    name TEXT NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, name)
);

-- What is spoken of. Title, number, day, state and unit of a row are copies, as it stood when the meeting was opened.
CREATE TABLE agenda_item (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    position BIGINT NOT NULL,
    subject_kind TEXT NOT NULL CONSTRAINT agenda_item_subject_kind_check
        CHECK (subject_kind IN ('none', 'measure', 'problem', 'task')),
    subject_id TEXT NOT NULL,
    reasons TEXT NOT NULL,                  -- "overdue,sent_back"
    title TEXT NOT NULL,
    number BIGINT NOT NULL,
    due_on TEXT,
    status TEXT NOT NULL,
    percent BIGINT NOT NULL,
    unit_label TEXT NOT NULL,
    heard TEXT NOT NULL,                    -- the status that was heard
    discussion TEXT NOT NULL,
    moved_on BIGINT NOT NULL CONSTRAINT agenda_item_moved_on_check CHECK (moved_on IN (0, 1)),
    carried_from TEXT,                      -- the meeting it was moved on by
    carried_into TEXT,                      -- the meeting it stands on next
    version BIGINT NOT NULL
);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position);
CREATE INDEX agenda_item_subject ON agenda_item (subject_id);

CREATE TABLE decision (
    id TEXT NOT NULL PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES agenda_item (id),
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    position BIGINT NOT NULL,
    matter TEXT NOT NULL,
    unit_id TEXT REFERENCES unit (id),
    unit_name TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    person_name TEXT NOT NULL,
    due_on TEXT,
    task_id TEXT                            -- what it became when the meeting was closed
);
CREATE INDEX decision_meeting ON decision (meeting_id, position);

-- What was added to the minutes after they were closed.
CREATE TABLE meeting_remark (
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    position BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (meeting_id, position)
);

-- What a token is for: a program that asks by it, or a calendar that reads the meetings of its owner.
ALTER TABLE token ADD COLUMN purpose TEXT NOT NULL DEFAULT 'program'
    CONSTRAINT token_purpose_check CHECK (purpose IN ('program', 'calendar'));
