-- Who knows the password of an account: we, or the directory of the house.
ALTER TABLE account ADD COLUMN source TEXT NOT NULL DEFAULT 'local'
    CONSTRAINT account_source_check CHECK (source IN ('local', 'ldap'));
