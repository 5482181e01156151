-- Personal tokens for programs: who made one, what it may do, until when. The token itself is nowhere, only its digest.
CREATE TABLE token (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    digest TEXT NOT NULL CONSTRAINT token_digest_key UNIQUE,
    acts TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX token_account ON token (account_id, created_at);

-- When an account was last put into use again: from then on it counts how long nobody signs in to it.
ALTER TABLE account ADD COLUMN enabled_at BIGINT;
