-- Signing in with more than a password: how old passwords are, which were used before, second factors with their
-- recovery codes, and where each session comes from.

CREATE TABLE password_age (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
    set_at BIGINT NOT NULL,
    initial BIGINT NOT NULL CONSTRAINT password_age_initial_check CHECK (initial IN (0, 1))
);

-- Hashes that their owner may not choose again. number counts up for each account.
CREATE TABLE former_password (
    account_id TEXT NOT NULL REFERENCES account (id),
    number BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (account_id, number)
);

-- secret is encrypted with a key that is not in the database. last_step is the time step of the last code that
-- counted: a code counts once.
CREATE TABLE second_factor (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
    secret TEXT NOT NULL,
    confirmed BIGINT NOT NULL CONSTRAINT second_factor_confirmed_check CHECK (confirmed IN (0, 1)),
    last_step BIGINT NOT NULL
);

CREATE TABLE recovery_code (
    account_id TEXT NOT NULL REFERENCES account (id),
    digest TEXT NOT NULL,
    PRIMARY KEY (account_id, digest)
);

ALTER TABLE session ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN browser TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN code_given BIGINT NOT NULL DEFAULT 0;
