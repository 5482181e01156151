-- Roles are declared in src/accounts/role.cpp, and offices make roles of their own: the database no longer lists
-- them. SQLite cannot drop a check, so the column is made anew.
ALTER TABLE account ADD COLUMN role_name TEXT NOT NULL DEFAULT 'unassigned';
UPDATE account SET role_name = role;
ALTER TABLE account DROP COLUMN role;
ALTER TABLE account RENAME COLUMN role_name TO role;
