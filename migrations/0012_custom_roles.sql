-- Roles that an installation makes for itself: a fixed role with fewer acts. Acts are their names with ", " between.
CREATE TABLE custom_role (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL CONSTRAINT custom_role_name_key_key UNIQUE,
    base TEXT NOT NULL,
    acts TEXT NOT NULL,
    closed BIGINT NOT NULL CONSTRAINT custom_role_closed_check CHECK (closed IN (0, 1)),
    version BIGINT NOT NULL
);

ALTER TABLE account ADD COLUMN custom_role_id TEXT REFERENCES custom_role (id);
ALTER TABLE permission_change ADD COLUMN custom_role_id TEXT REFERENCES custom_role (id);
