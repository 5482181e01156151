-- What happened outside the system and belongs into the chronology of a programme; everything else in it is found where
-- it is stored. Every version of an entry is kept.
CREATE TABLE chronicle_entry (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    day TEXT NOT NULL,
    at BIGINT NOT NULL,                     -- copy: the first moment of the day, for sorting
    person TEXT NOT NULL,                   -- who did it
    text TEXT NOT NULL,
    evidence TEXT NOT NULL,                 -- what proves it, and where that is
    part BIGINT NOT NULL CONSTRAINT chronicle_entry_part_check CHECK (part BETWEEN 0 AND 6),
                                            -- of the principal's own report; 0: none
    removed BIGINT NOT NULL CONSTRAINT chronicle_entry_removed_check CHECK (removed IN (0, 1)),
    version BIGINT NOT NULL
);
CREATE INDEX chronicle_entry_programme ON chronicle_entry (programme_id, at);

CREATE TABLE chronicle_version (
    entry_id TEXT NOT NULL REFERENCES chronicle_entry (id),
    version BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    day TEXT NOT NULL,
    person TEXT NOT NULL,
    text TEXT NOT NULL,
    evidence TEXT NOT NULL,
    part BIGINT NOT NULL,
    reason TEXT NOT NULL,                   -- of a removal; else ''
    PRIMARY KEY (entry_id, version)
);

-- Which item of its unit's ordinary work plan a measure or a task serves. No row, or one without words: none.
CREATE TABLE work_plan_link (
    row_kind TEXT NOT NULL CONSTRAINT work_plan_link_row_kind_check CHECK (row_kind IN ('measure', 'task')),
    row_id TEXT NOT NULL,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    plan TEXT NOT NULL,                     -- its title: 财政局2024年工作要点
    item TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (row_kind, row_id)
);
CREATE INDEX work_plan_link_programme ON work_plan_link (programme_id, plan, item);
