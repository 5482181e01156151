-- Heart-to-heart talks (谈心谈话) before a life meeting: which kinds are asked for and until when, who outside the team
-- is to be talked with, the talks themselves, what either side wrote down and that both signed. Which pairs must talk
-- is derived from the first two and never stored.
CREATE TABLE talk_plan (
    meeting_id TEXT NOT NULL PRIMARY KEY REFERENCES life_meeting (id),
    version BIGINT NOT NULL
);

CREATE TABLE talk_rule (
    meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    kind TEXT NOT NULL CONSTRAINT talk_rule_kind_check
        CHECK (kind IN ('principal_member', 'member_member', 'section_head', 'branch_delegate', 'contact_head',
                        'staff', 'unit_head', 'asked')),
    due_on TEXT NOT NULL,
    PRIMARY KEY (meeting_id, kind)
);

CREATE TABLE talk_partner (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,                     -- of talk_rule, those with somebody outside the team
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    left_on TEXT,
    left_reason TEXT NOT NULL
);
CREATE INDEX talk_partner_meeting ON talk_partner (meeting_id, position);
CREATE INDEX talk_partner_person ON talk_partner (person_id, meeting_id);

-- Who of the team is to talk with them.
CREATE TABLE talk_charge (
    partner_id TEXT NOT NULL REFERENCES talk_partner (id),
    participant_id TEXT NOT NULL REFERENCES life_participant (id),
    PRIMARY KEY (partner_id, participant_id)
);

CREATE TABLE talk (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES life_meeting (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL,
    member_id TEXT NOT NULL REFERENCES life_participant (id),
    other_id TEXT REFERENCES life_participant (id),     -- either this one
    partner_id TEXT REFERENCES talk_partner (id),       -- or that
    state TEXT NOT NULL CONSTRAINT talk_state_check
        CHECK (state IN ('asked', 'proposed', 'agreed', 'recorded', 'done', 'cancelled')),
    form TEXT NOT NULL CONSTRAINT talk_form_check CHECK (form IN ('face_to_face', 'remote', 'several')),
    held_on TEXT,
    begins_at TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    place TEXT NOT NULL,
    confirmed_by_member BIGINT NOT NULL,
    confirmed_by_other BIGINT NOT NULL,
    proposed_by TEXT NOT NULL,
    reason TEXT NOT NULL,                   -- why it was cancelled
    sequence BIGINT NOT NULL,               -- of the appointment, for calendars
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT talk_other_check CHECK ((other_id IS NULL) <> (partner_id IS NULL))
);
CREATE INDEX talk_meeting ON talk (meeting_id);
CREATE INDEX talk_member ON talk (member_id);
CREATE INDEX talk_other ON talk (other_id);
CREATE INDEX talk_partner_of ON talk (partner_id);

-- One talk as one side wrote it down; nobody but the two reads it.
CREATE TABLE talk_record (
    talk_id TEXT NOT NULL REFERENCES talk (id),
    side TEXT NOT NULL CONSTRAINT talk_record_side_check CHECK (side IN ('member', 'other')),
    theme TEXT NOT NULL,
    own TEXT NOT NULL,
    others TEXT NOT NULL,                   -- a criticism a line
    work TEXT NOT NULL,
    thought TEXT NOT NULL,
    suggestions TEXT NOT NULL,
    commitments TEXT NOT NULL,
    follow_up TEXT NOT NULL,
    criticisms BIGINT NOT NULL,             -- how many lines
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (talk_id, side)
);

CREATE TABLE talk_signature (
    talk_id TEXT NOT NULL REFERENCES talk (id),
    side TEXT NOT NULL CONSTRAINT talk_signature_side_check CHECK (side IN ('member', 'other')),
    on_paper BIGINT NOT NULL,               -- of somebody without an account, noted by the office
    name TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    note TEXT NOT NULL,                     -- where the paper or its scan lies
    noted_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (talk_id, side)
);
