-- Tasks are handed over with a post, too. SQLite cannot change a check, so the column of kinds is made anew.
ALTER TABLE handover_item ADD COLUMN kind_before TEXT NOT NULL DEFAULT '';
UPDATE handover_item SET kind_before = row_kind;
ALTER TABLE handover_item DROP COLUMN row_kind;
ALTER TABLE handover_item ADD COLUMN row_kind TEXT NOT NULL DEFAULT 'problem' CONSTRAINT handover_item_row_kind_check
    CHECK (row_kind IN ('problem', 'measure', 'task'));
UPDATE handover_item SET row_kind = kind_before;
ALTER TABLE handover_item DROP COLUMN kind_before;
CREATE INDEX task_person ON task (person_id, state);
