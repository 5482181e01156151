-- What waits for somebody is counted in one index: the one by last report alone drew questions to it that it does not
-- cover. Notices are listed by their last step.
DROP INDEX measure_stalled;
CREATE INDEX measure_waiting ON measure (status, due_on, id, guards, submitted_by, problem_id, last_entry_at);
CREATE INDEX notice_state ON notice (state, stepped_at, id);
