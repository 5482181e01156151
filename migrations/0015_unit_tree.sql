-- Units are renamed, moved, merged and closed, never deleted: when one was closed, and which one it became part of.
-- (merged_into names a unit without a foreign key: two units may come to stand in any order, and none is deleted.)
-- SQLite cannot change a check, so the column of kinds is made anew.
ALTER TABLE unit ADD COLUMN closed_at BIGINT;
ALTER TABLE unit ADD COLUMN merged_into TEXT;
ALTER TABLE unit ADD COLUMN kind_before TEXT NOT NULL DEFAULT 'other';
UPDATE unit SET kind_before = kind;
ALTER TABLE unit DROP COLUMN kind;
ALTER TABLE unit ADD COLUMN kind TEXT NOT NULL DEFAULT 'other' CONSTRAINT unit_kind_check
    CHECK (kind IN ('party_organisation', 'party_committee', 'party_group', 'department', 'school', 'hospital',
                    'enterprise', 'township', 'village', 'branch', 'section', 'group', 'other'));
UPDATE unit SET kind = kind_before;
ALTER TABLE unit DROP COLUMN kind_before;
