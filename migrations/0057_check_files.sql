-- Files that a check brings back from the spot, at the rows of its sample: photographs, copies of papers. The bytes lie
-- with those of evidence. What was removed says since when and why.
CREATE TABLE check_file (
    id TEXT NOT NULL PRIMARY KEY,
    row_id TEXT NOT NULL REFERENCES check_row (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    kind TEXT NOT NULL,                     -- declared in src/evidence/evidence.hpp
    document_date TEXT,
    digest TEXT NOT NULL REFERENCES evidence_file (digest),
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    removed_at BIGINT,
    removed_by TEXT,
    removal_reason TEXT
);
CREATE INDEX check_file_row ON check_file (row_id, at);
CREATE INDEX check_file_digest ON check_file (digest);
