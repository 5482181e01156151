-- Reports that the office writes about a programme: their parts with every wording they had, what was last read of the
-- figures in them, who has a part in hand; and their issued editions, which nothing changes any more.
CREATE TABLE narrative (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL CONSTRAINT narrative_kind_check
        CHECK (kind IN ('progress_report', 'principal_report', 'other_report')),
    title TEXT NOT NULL,
    principal TEXT NOT NULL,                -- whose doings the principal's report tells of; '' : nobody's
    begun_at BIGINT NOT NULL,
    begun_by TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX narrative_programme ON narrative (programme_id, begun_at);

CREATE TABLE narrative_section (
    narrative_id TEXT NOT NULL REFERENCES narrative (id),
    part TEXT NOT NULL,
    heading TEXT NOT NULL,
    revision BIGINT NOT NULL,               -- which of its wordings holds
    held_by TEXT,                           -- the account that has it in hand
    held_by_name TEXT NOT NULL,
    held_until BIGINT,
    PRIMARY KEY (narrative_id, part)
);

CREATE TABLE narrative_wording (
    narrative_id TEXT NOT NULL REFERENCES narrative (id),
    part TEXT NOT NULL,
    revision BIGINT NOT NULL,
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    PRIMARY KEY (narrative_id, part, revision)
);

CREATE TABLE narrative_figure (
    narrative_id TEXT NOT NULL REFERENCES narrative (id),
    part TEXT NOT NULL,
    name TEXT NOT NULL,
    value BIGINT NOT NULL,                  -- when the part was last saved or confirmed
    words TEXT NOT NULL,
    cleared BIGINT NOT NULL,                -- for what whoever read it was cleared
    PRIMARY KEY (narrative_id, part, name)
);

CREATE TABLE narrative_edition (
    id TEXT NOT NULL PRIMARY KEY,
    narrative_id TEXT NOT NULL REFERENCES narrative (id),
    programme_id TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL,
    number BIGINT NOT NULL,                 -- of the report, from 1
    title TEXT NOT NULL,
    document_number TEXT NOT NULL,
    number_key TEXT,                        -- the same, as numbers are compared
    issued_on TEXT NOT NULL,
    issuer TEXT NOT NULL,
    addressee TEXT NOT NULL,
    signer TEXT NOT NULL,
    digest TEXT NOT NULL,                   -- of all that stands in it, "sm3:…"
    guards BIGINT NOT NULL,                 -- of all that stands in it
    issued_by TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    UNIQUE (narrative_id, number),
    UNIQUE (number_key)
);
CREATE INDEX narrative_edition_programme ON narrative_edition (programme_id, issued_at);

CREATE TABLE edition_line (
    edition_id TEXT NOT NULL REFERENCES narrative_edition (id),
    position BIGINT NOT NULL,
    part TEXT NOT NULL,
    kind TEXT NOT NULL,                     -- 'heading' begins a part
    text TEXT NOT NULL,
    row_kind TEXT NOT NULL,
    row_id TEXT NOT NULL,
    guards BIGINT NOT NULL,
    PRIMARY KEY (edition_id, position)
);

CREATE TABLE edition_figure (
    edition_id TEXT NOT NULL REFERENCES narrative_edition (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    form TEXT NOT NULL,
    whole BIGINT NOT NULL,
    words TEXT NOT NULL,
    shares TEXT NOT NULL,                   -- "12:1 13:1": rows of edition_row and how much of each
    PRIMARY KEY (edition_id, position)
);

-- Each row that stands behind a figure, once, as it was.
CREATE TABLE edition_row (
    edition_id TEXT NOT NULL REFERENCES narrative_edition (id),
    position BIGINT NOT NULL,
    row_kind TEXT NOT NULL,
    row_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    text TEXT NOT NULL,
    guards BIGINT NOT NULL,
    PRIMARY KEY (edition_id, position)
);

-- What open pages are told has changed: a count that rises, never of what.
CREATE TABLE live_change (
    topic TEXT NOT NULL PRIMARY KEY,
    count BIGINT NOT NULL
);
