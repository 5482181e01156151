-- Twin of 0029_sealing.sqlite.sql: triggers are written differently.
-- How far texts and files are sealed, and under which key: so that nobody starts without it, or with another one.
CREATE TABLE sealing (
    only_row BIGINT NOT NULL PRIMARY KEY CONSTRAINT sealing_only_row_check CHECK (only_row = 1),
    state TEXT NOT NULL CONSTRAINT sealing_state_check CHECK (state IN ('off', 'partly', 'whole')),
    key_name TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);
INSERT INTO sealing (only_row, state, key_name, changed_at) VALUES (1, 'off', '', 0);

-- A payload may change its form, never its place: what it says is under the digest of its entry.
DROP TRIGGER journal_payload_no_update ON journal_payload;
CREATE TRIGGER journal_payload_no_update BEFORE UPDATE ON journal_payload
FOR EACH ROW WHEN (new.chain <> old.chain OR new.sequence <> old.sequence
    OR (substr(new.payload, 1, 5) <> chr(2) || 'zg1:' AND substr(old.payload, 1, 5) <> chr(2) || 'zg1:'
        AND new.payload <> old.payload)
    OR (substr(new.salt, 1, 5) <> chr(2) || 'zg1:' AND substr(old.salt, 1, 5) <> chr(2) || 'zg1:'
        AND new.salt <> old.salt))
EXECUTE FUNCTION refuse_change();

-- Whether a program that knows viruses looked at the file when it came.
ALTER TABLE evidence_file ADD COLUMN scan TEXT NOT NULL DEFAULT 'none'
    CONSTRAINT evidence_file_scan_check CHECK (scan IN ('none', 'clean', 'missed'));
