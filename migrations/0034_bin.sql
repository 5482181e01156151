-- What was entered by mistake and taken out of a ledger, kept for some time so that it can be put back.

-- One removal: a problem with what hung on it, or a measure. The rows themselves are gone from their tables.
CREATE TABLE bin (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    row_kind TEXT NOT NULL CONSTRAINT bin_removed_kind_check CHECK (row_kind IN ('problem', 'measure')),
    row_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    text TEXT NOT NULL,
    measures BIGINT NOT NULL,               -- that went with a problem
    guards BIGINT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    until_on TEXT NOT NULL                  -- the last day on which it can be put back
);
CREATE INDEX bin_programme ON bin (programme_id, at);
CREATE INDEX bin_until ON bin (until_on);

-- What was taken away, a record each, in the order in which it is put back.
CREATE TABLE bin_row (
    bin_id TEXT NOT NULL REFERENCES bin (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT bin_row_kind_check
        CHECK (kind IN ('problem', 'manifestation', 'measure', 'service', 'entry')),
    fields TEXT NOT NULL,
    PRIMARY KEY (bin_id, position)
);
CREATE INDEX handover_item_row ON handover_item (row_id);
