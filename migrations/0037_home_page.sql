-- What waits for somebody is counted without looking into other rows: whether its problem lets a measure be worked on
-- stands with the measure (a copy), and the indexes hold all that is asked of them. Problems count their measures by
-- state, notices look for guarded rows among the few that are.
ALTER TABLE measure ADD COLUMN problem_open BIGINT NOT NULL DEFAULT 0;
UPDATE measure SET problem_open = 1
WHERE problem_id IN (SELECT id FROM problem WHERE status IN ('under_way', 'sent_back'));
DROP INDEX measure_waiting;
CREATE INDEX measure_waiting ON measure (status, due_on, id, guards, submitted_by, problem_open, last_entry_at);
DROP INDEX measure_problem;
CREATE INDEX measure_problem ON measure (problem_id, status);
CREATE INDEX measure_guarded ON measure (id) WHERE guards <> 0;
DROP INDEX problem_due;
CREATE INDEX problem_due ON problem (status, due_on, id, guards);
