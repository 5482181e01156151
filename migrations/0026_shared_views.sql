-- Views of the ledger that the office keeps for everybody who sees the programme. query: as in the address of the list.
CREATE TABLE shared_view (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL REFERENCES programme (id),
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (programme_id, name)
);
