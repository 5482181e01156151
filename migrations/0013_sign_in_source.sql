-- Who recognises the owner of an account: we by a password, the directory of the house, or its identity provider.
ALTER TABLE account ADD COLUMN source TEXT NOT NULL DEFAULT 'local'
    CONSTRAINT account_source_check CHECK (source IN ('local', 'ldap', 'oidc'));
