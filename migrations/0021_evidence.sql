-- Files that prove progress. The bytes lie beside the database under their digest; here stands what they are, who
-- brought them, and at which rows they stand. Nothing of it is ever deleted: what is removed says since when and why.
CREATE TABLE evidence_file (
    digest TEXT NOT NULL PRIMARY KEY,
    algorithm TEXT NOT NULL CONSTRAINT evidence_file_algorithm_check CHECK (algorithm IN ('sha256', 'sm3')),
    bytes BIGINT NOT NULL,
    type TEXT NOT NULL,                     -- by content: pdf, jpeg, docx …
    made_on TEXT,                           -- what the file says of itself
    modified_on TEXT,
    author TEXT NOT NULL,
    last_modified_by TEXT NOT NULL,
    at BIGINT NOT NULL
);

-- One version a row. The versions of one piece of evidence carry the id of the first.
CREATE TABLE evidence (
    id TEXT NOT NULL PRIMARY KEY,
    series_id TEXT NOT NULL REFERENCES evidence (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT evidence_kind_check
        CHECK (kind IN ('system_document', 'minutes', 'circular', 'voucher', 'photograph', 'decision', 'other')),
    document_date TEXT,                     -- claimed
    digest TEXT NOT NULL REFERENCES evidence_file (digest),
    version BIGINT NOT NULL,
    replaces TEXT REFERENCES evidence (id),
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    removed_at BIGINT,
    removed_by TEXT,
    removal_reason TEXT,
    UNIQUE (series_id, version)
);
CREATE INDEX evidence_programme ON evidence (programme_id, at);
CREATE INDEX evidence_digest ON evidence (digest);
CREATE INDEX evidence_replaces ON evidence (replaces);

-- At which rows a piece of evidence stands: evidence_id is that of its first version. subject_kind: measure or problem.
CREATE TABLE evidence_link (
    evidence_id TEXT NOT NULL REFERENCES evidence (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    subject_kind TEXT NOT NULL CONSTRAINT evidence_link_subject_kind_check CHECK (subject_kind IN ('measure', 'problem')),
    subject_id TEXT NOT NULL,
    linked_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    removed_at BIGINT,
    removed_by TEXT,
    removal_reason TEXT,
    PRIMARY KEY (evidence_id, subject_id, at)
);
CREATE INDEX evidence_link_subject ON evidence_link (subject_id, at);
