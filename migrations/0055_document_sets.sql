-- Sets of documents that are made together, kept under a name: one's own, or shared by the office with everybody who
-- sees the programme. kinds: names of documents, joined by commas.
CREATE TABLE document_set (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    name TEXT NOT NULL,
    kinds TEXT NOT NULL,
    period TEXT NOT NULL CONSTRAINT document_set_period_check CHECK (period IN ('week', 'month')),
    as_pdf BIGINT NOT NULL CONSTRAINT document_set_as_pdf_check CHECK (as_pdf IN (0, 1)),
    workbooks BIGINT NOT NULL CONSTRAINT document_set_workbooks_check CHECK (workbooks IN (0, 1)),
    shared BIGINT NOT NULL CONSTRAINT document_set_shared_check CHECK (shared IN (0, 1)),
    owner_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX document_set_programme ON document_set (programme_id, shared, owner_id);
