-- The office's own templates of Word and Excel, with every version that was uploaded and what was found wrong with it.
-- The files lie among those of evidence. Versions never change; nothing is deleted.
CREATE TABLE template (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT template_kind_check CHECK (kind IN ('docx', 'xlsx')),
    used BIGINT NOT NULL,                   -- number of the version in use; 0: none
    withdrawn_at BIGINT,
    withdrawn_by TEXT,
    withdrawal_reason TEXT,
    version BIGINT NOT NULL,
    CONSTRAINT template_name_key UNIQUE (name)
);

CREATE TABLE template_version (
    template_id TEXT NOT NULL REFERENCES template (id),
    number BIGINT NOT NULL,                 -- from 1
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL REFERENCES evidence_file (digest),
    bytes BIGINT NOT NULL,
    marks BIGINT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (template_id, number)
);

CREATE TABLE template_fault (
    template_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    place TEXT NOT NULL,
    value TEXT NOT NULL,
    accepted TEXT NOT NULL,
    PRIMARY KEY (template_id, number, position),
    FOREIGN KEY (template_id, number) REFERENCES template_version (template_id, number)
);
