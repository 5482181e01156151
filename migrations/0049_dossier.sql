-- The dossier of a programme: what belongs into it beyond what the program brings, files that people put into it, and
-- the volumes that were sealed, with every piece and every file of theirs. Nothing is ever deleted.

-- What people said of a line of the list of materials. A line that the program brings has a row only when they did.
CREATE TABLE dossier_line (
    programme_id TEXT NOT NULL REFERENCES programme (id),
    key TEXT NOT NULL,                      -- the name of one that the program brings, or an id
    stage TEXT NOT NULL,
    name TEXT NOT NULL,                     -- '' : as the program calls it
    state TEXT NOT NULL CONSTRAINT dossier_line_state_check CHECK (state IN ('asked', 'not_applicable', 'dropped')),
    reason TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (programme_id, key)
);

CREATE TABLE dossier_file (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    line_key TEXT NOT NULL,
    title TEXT NOT NULL,
    responsible TEXT NOT NULL,              -- who made the document
    document TEXT NOT NULL,                 -- its number
    dated_on TEXT,
    pages BIGINT NOT NULL,                  -- 0: not said
    remark TEXT NOT NULL,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL REFERENCES evidence_file (digest),
    guards BIGINT NOT NULL,
    by_account TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    removed_at BIGINT,
    removed_by TEXT,
    removal_reason TEXT
);
CREATE INDEX dossier_file_line ON dossier_file (programme_id, line_key, at);

CREATE TABLE dossier_volume (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    number BIGINT NOT NULL,                 -- running within the programme
    title TEXT NOT NULL,                    -- of the programme, as it was
    sealed_at BIGINT NOT NULL,
    sealed_by TEXT NOT NULL,
    sealed_by_name TEXT NOT NULL,
    missing TEXT NOT NULL,                  -- names of lines for everybody that nothing filled, a line each
    reason TEXT NOT NULL,                   -- why it was sealed all the same
    algorithm TEXT NOT NULL,                -- of the digests of its files
    chain_sequence BIGINT NOT NULL,         -- where the programme's chain stood
    chain_hash TEXT NOT NULL,
    CONSTRAINT dossier_volume_programme_id_number_key UNIQUE (programme_id, number)
);

-- What the catalogue of a volume lists. A piece stands in one volume only.
CREATE TABLE dossier_piece (
    volume_id TEXT NOT NULL REFERENCES dossier_volume (id),
    number BIGINT NOT NULL,                 -- in the volume, from 1
    programme_id TEXT NOT NULL,
    piece TEXT NOT NULL,                    -- "minutes/018f…"
    stage TEXT NOT NULL,
    line_name TEXT NOT NULL,
    title TEXT NOT NULL,
    responsible TEXT NOT NULL,
    document TEXT NOT NULL,
    dated_on TEXT,
    pages BIGINT NOT NULL,
    remark TEXT NOT NULL,
    guards BIGINT NOT NULL,
    PRIMARY KEY (volume_id, number),
    CONSTRAINT dossier_piece_programme_id_piece_key UNIQUE (programme_id, piece)
);

CREATE TABLE dossier_volume_file (
    volume_id TEXT NOT NULL REFERENCES dossier_volume (id),
    position BIGINT NOT NULL,               -- from 1
    piece_number BIGINT NOT NULL,
    name TEXT NOT NULL,                     -- in the volume
    kept TEXT NOT NULL,                     -- under which digest its bytes are kept
    kept_in TEXT NOT NULL CONSTRAINT dossier_volume_file_kept_in_check CHECK (kept_in IN ('evidence', 'plans')),
    digest TEXT NOT NULL,                   -- in the algorithm of the volume
    bytes BIGINT NOT NULL,
    crc BIGINT NOT NULL,
    PRIMARY KEY (volume_id, position)
);

-- Which handovers speak of a programme.
CREATE INDEX handover_item_programme ON handover_item (programme_id);
