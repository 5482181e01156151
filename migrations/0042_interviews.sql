-- Records of interviews: who was talked to by whom about what, what was said and what is asked of them by when. Never
-- changed; one that is wrong is revoked with a reason.
CREATE TABLE interview (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    number BIGINT NOT NULL,                 -- running within the programme
    held_on TEXT NOT NULL,
    begins_at TEXT NOT NULL,                -- "09:00"
    place TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES unit (id),
    person TEXT NOT NULL,
    post TEXT NOT NULL,
    interviewers TEXT NOT NULL,
    recorder TEXT NOT NULL,
    cause TEXT NOT NULL,
    problem TEXT NOT NULL,
    answer TEXT NOT NULL,
    requirement TEXT NOT NULL,
    due_on TEXT,
    signed BIGINT NOT NULL CONSTRAINT interview_signed_check CHECK (signed IN (0, 1)),
    unsigned_reason TEXT NOT NULL,
    task_id TEXT REFERENCES task (id),      -- that the requirement became
    recorded_by_name TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    revoked_by_name TEXT NOT NULL,          -- '' : it holds
    revoked_at BIGINT,
    revocation TEXT NOT NULL,               -- why
    version BIGINT NOT NULL,
    CONSTRAINT interview_programme_id_number_key UNIQUE (programme_id, number)
);
CREATE INDEX interview_day ON interview (programme_id, held_on, number);
