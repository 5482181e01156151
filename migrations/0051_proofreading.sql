-- The dictionary of wordings that texts are read with, as far as a house changed or added to what the program brings
-- along: every version of each entry, the last one counts.
CREATE TABLE wording_version (
    entry_id TEXT NOT NULL,                 -- c001: of the program's own table; else a UUID
    version BIGINT NOT NULL,
    wrong_words TEXT NOT NULL,
    right_words TEXT NOT NULL,              -- '': there is no one way to put it right
    reason TEXT NOT NULL,
    exceptions TEXT NOT NULL,               -- longer words in which it is right, a line each
    word_group TEXT NOT NULL CONSTRAINT wording_version_group_check
        CHECK (word_group IN ('character', 'formulation', 'title', 'outdated', 'own')),
    severity TEXT NOT NULL CONSTRAINT wording_version_severity_check CHECK (severity IN ('must', 'should', 'hint')),
    in_force BIGINT NOT NULL CONSTRAINT wording_version_in_force_check CHECK (in_force IN (0, 1)),
    by_name TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (entry_id, version)
);

-- Findings that somebody looked at and left as they are, by the digest of the text they stand in: the same text read
-- again shows them as settled. Nothing of the text is kept.
CREATE TABLE finding_set_aside (
    programme_id TEXT NOT NULL REFERENCES programme (id),
    digest TEXT NOT NULL,
    finding TEXT NOT NULL,                  -- its key within the text
    reason TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (programme_id, digest, finding)
);
