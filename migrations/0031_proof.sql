-- Why a report's percentage was set otherwise than by rule; nothing where it was not.
ALTER TABLE progress_entry ADD COLUMN percent_reason TEXT NOT NULL DEFAULT '';

-- Kinds of evidence that must stand at a measure before it is handed in, and at a problem before its strike-off is
-- applied for, with commas between; nothing: none is asked for.
ALTER TABLE programme ADD COLUMN measure_evidence TEXT NOT NULL DEFAULT '';
ALTER TABLE programme ADD COLUMN problem_evidence TEXT NOT NULL DEFAULT '';

-- How many of each a plan says it has that was taken over into the ledger; NULL where it does not say.
CREATE TABLE declared_total (
    programme_id TEXT NOT NULL REFERENCES programme (id),
    source TEXT NOT NULL,                   -- the import it came by
    at BIGINT NOT NULL,
    areas BIGINT,
    problems BIGINT,
    measures BIGINT,
    PRIMARY KEY (programme_id, source)
);
