-- Documents on their way into a ledger: what was read, what people made of it, and what became of it.

CREATE TABLE import (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,                   -- of the file as it came; the file stands under this name
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT import_state_check CHECK (state IN ('read', 'confirmed', 'undone')),
    uploaded_at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX import_programme ON import (programme_id, uploaded_at);

-- The document as a list of paragraphs and table rows. cells is "column TAB columns TAB continued TAB text" a line.
CREATE TABLE import_block (
    import_id TEXT NOT NULL REFERENCES import (id),
    number BIGINT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT import_block_kind_check CHECK (kind IN ('paragraph', 'table_row')),
    text TEXT NOT NULL,
    outline_level BIGINT NOT NULL,
    table_number BIGINT NOT NULL,
    table_name TEXT NOT NULL,
    header BIGINT NOT NULL,
    cells TEXT NOT NULL,
    PRIMARY KEY (import_id, number)
);

-- The draft: rows in depth-first order, each under the nearest row above it of a higher level.
CREATE TABLE import_row (
    import_id TEXT NOT NULL REFERENCES import (id),
    position BIGINT NOT NULL,
    level TEXT NOT NULL CONSTRAINT import_row_level_check
        CHECK (level IN ('area', 'problem', 'manifestation', 'measure')),
    number TEXT NOT NULL,
    text TEXT NOT NULL,
    responsibility TEXT NOT NULL,
    deadline_kind TEXT NOT NULL,
    deadline_text TEXT NOT NULL,
    deadline_date TEXT,
    status TEXT NOT NULL,
    progress TEXT NOT NULL,
    source_first BIGINT NOT NULL,
    source_last BIGINT NOT NULL,
    shares TEXT NOT NULL,                   -- numbers of siblings served by the same measures, one a line
    dropped BIGINT NOT NULL,
    PRIMARY KEY (import_id, position)
);

-- What a confirmed import did to which row, at which version: as long as they all stand there, it can be undone.
CREATE TABLE import_effect (
    import_id TEXT NOT NULL REFERENCES import (id),
    position BIGINT NOT NULL,
    effect TEXT NOT NULL CONSTRAINT import_effect_check CHECK (effect IN ('created', 'changed')),
    subject_kind TEXT NOT NULL,             -- area, problem, manifestation, measure, unit
    subject_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    before TEXT NOT NULL,                   -- of a changed row: the fields that were taken over, as they were
    PRIMARY KEY (import_id, position)
);
CREATE INDEX import_effect_subject ON import_effect (subject_id);
