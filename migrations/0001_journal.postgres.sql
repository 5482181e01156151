-- What happened. Twin of 0001_journal.sqlite.sql: the same tables; triggers are written differently.
-- A trigger that refuses says "append_only <table>"; the program reads it as <table>_append_only.
CREATE TABLE journal_entry (
    chain TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    happened_at BIGINT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    act TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    payload_digest TEXT NOT NULL,
    previous TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT journal_entry_pkey PRIMARY KEY (chain, sequence),
    CONSTRAINT journal_entry_sequence_check CHECK (sequence > 0)
);
CREATE INDEX journal_entry_subject_index ON journal_entry (subject_id, subject_kind, chain, sequence);

-- The last entry of each chain, sealed with the key.
CREATE TABLE journal_head (
    chain TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    hash TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    seal TEXT NOT NULL,
    CONSTRAINT journal_head_pkey PRIMARY KEY (chain)
);

-- Apart from the entry, so that it can be erased; the salt goes with it.
CREATE TABLE journal_payload (
    chain TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    salt TEXT NOT NULL,
    payload TEXT NOT NULL,
    CONSTRAINT journal_payload_pkey PRIMARY KEY (chain, sequence),
    CONSTRAINT journal_payload_chain_sequence_fkey FOREIGN KEY (chain, sequence)
        REFERENCES journal_entry (chain, sequence)
);

-- Which payloads were erased lawfully, and the entry that says so.
CREATE TABLE journal_erasure (
    chain TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    erased_by BIGINT NOT NULL,
    CONSTRAINT journal_erasure_pkey PRIMARY KEY (chain, sequence),
    CONSTRAINT journal_erasure_chain_sequence_fkey FOREIGN KEY (chain, sequence)
        REFERENCES journal_entry (chain, sequence),
    CONSTRAINT journal_erasure_chain_erased_by_fkey FOREIGN KEY (chain, erased_by)
        REFERENCES journal_entry (chain, sequence)
);

-- Up to where each chain has been written into the installation's chain. A note for the program, not
-- evidence: the anchors themselves are entries.
CREATE TABLE journal_anchored (
    chain TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    anchored_at BIGINT NOT NULL,
    CONSTRAINT journal_anchored_pkey PRIMARY KEY (chain)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append_only %', TG_TABLE_NAME USING ERRCODE = 'ZG001';
END $$;

CREATE TRIGGER journal_entry_no_update BEFORE UPDATE OR DELETE ON journal_entry
FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_entry_no_truncate BEFORE TRUNCATE ON journal_entry
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER journal_head_only_forward BEFORE UPDATE ON journal_head
FOR EACH ROW WHEN (new.chain <> old.chain OR new.sequence <= old.sequence)
EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_head_no_delete BEFORE DELETE ON journal_head
FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_head_no_truncate BEFORE TRUNCATE ON journal_head
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_delete_unless_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM journal_erasure e WHERE e.chain = old.chain AND e.sequence = old.sequence) THEN
        RETURN old;
    END IF;
    RAISE EXCEPTION 'append_only %', TG_TABLE_NAME USING ERRCODE = 'ZG001';
END $$;
CREATE TRIGGER journal_payload_no_update BEFORE UPDATE ON journal_payload
FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_payload_delete_when_erased BEFORE DELETE ON journal_payload
FOR EACH ROW EXECUTE FUNCTION refuse_delete_unless_erased();
CREATE TRIGGER journal_payload_no_truncate BEFORE TRUNCATE ON journal_payload
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER journal_erasure_no_update BEFORE UPDATE OR DELETE ON journal_erasure
FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_erasure_no_truncate BEFORE TRUNCATE ON journal_erasure
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
