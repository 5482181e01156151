-- Who may come in: units in a tree, persons in units, accounts of persons, their sessions and preferences.
-- Columns ending in _key hold the name as it is compared: without white space, width and case.

-- The last running number given to a unit. Numbers are never reused, and paths are made of them.
CREATE TABLE unit_number (
    only_row BIGINT NOT NULL PRIMARY KEY CONSTRAINT unit_number_only_row_check CHECK (only_row = 1),
    last BIGINT NOT NULL
);

INSERT INTO unit_number (only_row, last) VALUES (1, 0);

CREATE TABLE unit (
    id TEXT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    short_name TEXT NOT NULL,
    short_key TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT unit_kind_check
        CHECK (kind IN ('party_organisation', 'department', 'township', 'section', 'group', 'other')),
    parent_id TEXT REFERENCES unit (id),
    path TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL
);
CREATE INDEX unit_parent ON unit (parent_id);

CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    unit_id TEXT REFERENCES unit (id),
    post TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX person_name ON person (name_key);
CREATE INDEX person_unit ON person (unit_id);

CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL UNIQUE REFERENCES person (id),
    role TEXT NOT NULL CONSTRAINT account_role_check
        CHECK (role IN ('system_admin', 'rectification_office', 'responsible_unit')),
    password_hash TEXT NOT NULL,
    disabled BIGINT NOT NULL CONSTRAINT account_disabled_check CHECK (disabled IN (0, 1)),
    must_change_password BIGINT NOT NULL
        CONSTRAINT account_must_change_password_check CHECK (must_change_password IN (0, 1)),
    failed_count BIGINT NOT NULL,
    locked_until BIGINT,
    last_sign_in_at BIGINT,
    version BIGINT NOT NULL
);

-- Only the digest of the token stands here: whoever reads the table cannot sign in with it.
CREATE TABLE session (
    token_digest TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    csrf TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_account ON session (account_id);

CREATE TABLE preference (
    account_id TEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (account_id, name)
);
