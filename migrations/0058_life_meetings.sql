-- Special democratic life meetings (专题民主生活会): the plan, who takes part and in which order they speak, the steps
-- before and after the day, the days the meeting was moved from, what superiors said of the plan.
CREATE TABLE life_meeting (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    title TEXT NOT NULL,
    theme TEXT NOT NULL,
    basis TEXT NOT NULL,                    -- the notice or regulation that it is held by
    focus TEXT NOT NULL,                    -- what is to be examined, a line each
    held_on TEXT NOT NULL,
    begins_at TEXT NOT NULL,                -- "09:00"
    length TEXT NOT NULL CONSTRAINT life_meeting_length_check CHECK (length IN ('half_day', 'whole_day')),
    sessions TEXT NOT NULL,                 -- of a whole day, a line each
    place TEXT NOT NULL,
    contact_leader TEXT NOT NULL,
    contact_person_id TEXT REFERENCES person (id),
    study_hours_min BIGINT NOT NULL,
    criticisms_each_min BIGINT NOT NULL,
    plan_days BIGINT NOT NULL,              -- before the meeting, for the plan
    drafts_days BIGINT NOT NULL,            -- before the meeting, for materials
    report_days BIGINT NOT NULL,            -- after the meeting, for the report
    state TEXT NOT NULL CONSTRAINT life_meeting_state_check
        CHECK (state IN ('planning', 'submitted', 'approved', 'called', 'running', 'closed', 'cancelled')),
    edition BIGINT NOT NULL,                -- of the plan, from 1
    edition_reason TEXT NOT NULL,           -- why an approved plan is changed; '' of the first
    round BIGINT NOT NULL,                  -- of review, the last one; 0: none
    submitted_by TEXT,                      -- the account
    submitted_at BIGINT,
    cancelled_reason TEXT NOT NULL,
    begun_by TEXT NOT NULL,
    begun_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX life_meeting_programme ON life_meeting (programme_id, held_on);
CREATE INDEX life_meeting_state ON life_meeting (state, held_on);

CREATE TABLE life_participant (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    position BIGINT NOT NULL,               -- in the order of speaking
    part TEXT NOT NULL CONSTRAINT life_participant_part_check
        CHECK (part IN ('principal', 'member', 'sits_in', 'guide', 'recorder')),
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    left_on TEXT,
    left_reason TEXT NOT NULL
);
CREATE INDEX life_participant_meeting ON life_participant (meeting_id, position);
CREATE INDEX life_participant_person ON life_participant (person_id, meeting_id);

-- Who drafts, notifies, records, invites, compiles, publishes, supports.
CREATE TABLE life_duty (
    meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    PRIMARY KEY (meeting_id, kind)
);

CREATE TABLE life_step (
    meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    position BIGINT NOT NULL,               -- never given again
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    days BIGINT NOT NULL,                   -- from the day of the meeting; before it: negative
    counting TEXT NOT NULL CONSTRAINT life_step_counting_check CHECK (counting IN ('natural', 'working')),
    due_on TEXT NOT NULL,
    done_on TEXT,
    done_by TEXT NOT NULL,
    remark TEXT NOT NULL,
    PRIMARY KEY (meeting_id, position)
);

-- Each day the meeting was moved from, with the reason.
CREATE TABLE life_moved_day (
    meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    position BIGINT NOT NULL,
    held_on TEXT NOT NULL,
    moved_to TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    PRIMARY KEY (meeting_id, position)
);

-- What each seat said of the plan in a round of review.
CREATE TABLE life_review (
    meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    round BIGINT NOT NULL,
    seat TEXT NOT NULL CONSTRAINT life_review_seat_check
        CHECK (seat IN ('office', 'contact_leader', 'inspection_office', 'organisation_department',
                        'discipline_office')),
    edition BIGINT NOT NULL,
    verdict TEXT NOT NULL CONSTRAINT life_review_verdict_check CHECK (verdict IN ('agreed', 'returned')),
    words TEXT NOT NULL,
    said_by TEXT NOT NULL,
    entered_by TEXT NOT NULL,               -- whoever entered it for somebody without an account
    at BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, round, seat)
);
