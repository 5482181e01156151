-- What a life meeting asked of the inspection office, reported to it, was guided in and checked on by it, and what the
-- office answered. Texts are sealed where the database seals.
CREATE TABLE life_consultation (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    number BIGINT NOT NULL,                 -- running within the meeting
    kind TEXT NOT NULL CONSTRAINT life_consultation_kind_check
        CHECK (kind IN ('ask', 'report', 'guidance', 'inspection')),
    held_on TEXT NOT NULL,
    words TEXT NOT NULL,
    person TEXT NOT NULL,                   -- who asked, reported, was guided
    entered_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    answer TEXT NOT NULL,                   -- '' : none yet
    answered_on TEXT,
    answered_by TEXT NOT NULL,
    answer_entered_by TEXT NOT NULL,        -- '' : by whoever answered, in the program
    answered_at BIGINT,
    CONSTRAINT life_consultation_meeting_id_number_key UNIQUE (meeting_id, number)
);
