-- What somebody was given: a scope in parts, the guards they are cleared for, and every change of these as it was
-- asked for and decided. A change is never taken away.
CREATE TABLE account_scope (
    account_id TEXT NOT NULL REFERENCES account (id),
    position BIGINT NOT NULL,
    unit_id TEXT REFERENCES unit (id),              -- with the units below it; none: every unit
    programme_id TEXT REFERENCES programme (id),    -- none: every programme
    PRIMARY KEY (account_id, position)
);

CREATE TABLE account_clearance (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
    guards BIGINT NOT NULL
);

CREATE TABLE permission_change (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    state TEXT NOT NULL CONSTRAINT permission_change_state_check CHECK (state IN ('pending', 'applied', 'refused')),
    role TEXT NOT NULL,
    parts TEXT NOT NULL,                            -- one a line: unit, tab, programme
    guards BIGINT NOT NULL,
    reason TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_by_name TEXT NOT NULL,
    asked_by_manager BIGINT NOT NULL CONSTRAINT permission_change_asked_by_manager_check CHECK (asked_by_manager IN (0, 1)),
    asked_at BIGINT NOT NULL,
    decided_by_name TEXT NOT NULL,
    decided_at BIGINT,
    note TEXT NOT NULL
);
CREATE INDEX permission_change_state ON permission_change (state, asked_at);
CREATE INDEX permission_change_account ON permission_change (account_id, asked_at);
