-- Which issued edition of a report a text that goes public was taken from. No row: from none.
CREATE TABLE release_edition (
    release_id TEXT NOT NULL PRIMARY KEY REFERENCES public_release (id),
    edition_id TEXT NOT NULL REFERENCES narrative_edition (id)
);
CREATE INDEX release_edition_edition ON release_edition (edition_id);
