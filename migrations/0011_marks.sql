-- The mark of a programme and whom it keeps out, and the mark that a document bears in its head.
ALTER TABLE programme ADD COLUMN classification TEXT NOT NULL DEFAULT 'internal'
    CONSTRAINT programme_classification_check CHECK (classification IN ('open', 'internal', 'secret', 'confidential'));
ALTER TABLE programme ADD COLUMN guards BIGINT NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN mark TEXT NOT NULL DEFAULT '';
