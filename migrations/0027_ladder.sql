-- What is done as a day comes near and passes: the ladder of a programme that changed its own; the others have the
-- one that the program brings.
CREATE TABLE ladder (
    programme_id TEXT NOT NULL PRIMARY KEY REFERENCES programme (id),
    mark_pattern TEXT NOT NULL,             -- of notices: 巡整{类}〔{年}〕{号}号
    version BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL
);
CREATE TABLE notice_kind (
    programme_id TEXT NOT NULL REFERENCES ladder (programme_id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,               -- as it stands in a mark
    requirement TEXT NOT NULL,              -- what a new notice of this kind asks for
    reply_days BIGINT NOT NULL,             -- working days
    PRIMARY KEY (programme_id, position)
);
CREATE TABLE rung (
    programme_id TEXT NOT NULL REFERENCES ladder (programme_id),
    position BIGINT NOT NULL,
    cause TEXT NOT NULL CONSTRAINT rung_cause_check
        CHECK (cause IN ('before_due', 'overdue', 'sent_back', 'stalled')),
    amount BIGINT NOT NULL,                 -- days, or how often something was sent back
    day_count TEXT NOT NULL CONSTRAINT rung_day_count_check CHECK (day_count IN ('calendar', 'working')),
    recipients TEXT NOT NULL,               -- "reporters,unit_head"
    notice TEXT NOT NULL,                   -- the name of the kind that is proposed, or ''
    since TEXT,                             -- rows that stood on it before this day are left alone
    PRIMARY KEY (programme_id, position)
);

-- Which rung was told of a measure. anchor: the due day, the moment of the last report, or ''.
CREATE TABLE rung_told (
    measure_id TEXT NOT NULL REFERENCES measure (id),
    anchor TEXT NOT NULL,
    rung TEXT NOT NULL,                     -- "before_due 20 calendar"
    at BIGINT NOT NULL,
    PRIMARY KEY (measure_id, anchor, rung)
);
INSERT INTO rung_told (measure_id, anchor, rung, at)
    SELECT measure_id, due_on,
           CASE WHEN step = 0 THEN 'overdue 1 calendar' ELSE 'before_due ' || step || ' calendar' END, at
    FROM reminder;
DROP TABLE reminder;

-- Notices of supervision: proposed by the ladder or by the office, issued under a number, signed for, answered, closed.
CREATE TABLE notice (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    unit_id TEXT NOT NULL REFERENCES unit (id),
    kind TEXT NOT NULL,                     -- its name
    rung TEXT NOT NULL,                     -- that proposed it; '' : the office
    colour TEXT NOT NULL CONSTRAINT notice_colour_check CHECK (colour IN ('blue', 'yellow', 'red')),
    state TEXT NOT NULL CONSTRAINT notice_state_check
        CHECK (state IN ('proposed', 'issued', 'signed_for', 'answered', 'closed', 'dismissed')),
    number BIGINT NOT NULL,                 -- running within programme and kind; 0 before it is issued
    mark TEXT NOT NULL,
    basis TEXT NOT NULL,
    requirement TEXT NOT NULL,
    contact TEXT NOT NULL,
    reply_by TEXT,
    helped BIGINT NOT NULL CONSTRAINT notice_helped_check CHECK (helped IN (0, 1)),
    made_at BIGINT NOT NULL,
    stepped_at BIGINT NOT NULL,             -- copy: of the last step
    version BIGINT NOT NULL
);
CREATE INDEX notice_programme ON notice (programme_id, state);
CREATE INDEX notice_unit ON notice (unit_id, state);

-- The measures a notice is about, as they stood when it was issued.
CREATE TABLE notice_item (
    notice_id TEXT NOT NULL REFERENCES notice (id),
    measure_id TEXT NOT NULL REFERENCES measure (id),
    anchor TEXT NOT NULL,
    number BIGINT NOT NULL,
    text TEXT NOT NULL,
    deadline_text TEXT NOT NULL,
    due_on TEXT,
    status TEXT NOT NULL,
    responsible TEXT NOT NULL,              -- leaders and handlers: "陈立新、李强"
    PRIMARY KEY (notice_id, measure_id)
);
CREATE INDEX notice_item_measure ON notice_item (measure_id);

CREATE TABLE notice_step (
    notice_id TEXT NOT NULL REFERENCES notice (id),
    position BIGINT NOT NULL,
    act TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (notice_id, position)
);

-- What goes on for long: the target of this stage, how often it is looked at again, and when next.
ALTER TABLE measure ADD COLUMN stage_target TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN review_months BIGINT NOT NULL DEFAULT 0;
ALTER TABLE measure ADD COLUMN next_review_on TEXT;

-- SQLite cannot change a check, so the column of kinds is made anew, without one: what kinds there are is said once, in
-- the program.
ALTER TABLE event ADD COLUMN kind_before TEXT NOT NULL DEFAULT '';
UPDATE event SET kind_before = kind;
ALTER TABLE event DROP COLUMN kind;
ALTER TABLE event ADD COLUMN kind TEXT NOT NULL DEFAULT '';
UPDATE event SET kind = kind_before;
ALTER TABLE event DROP COLUMN kind_before;
