-- Scope in one index: rows carry the paths of the units that hold them and the guards of their problem. Copies,
-- written by the store that saves the row. Twin of 0008_scope.sqlite.sql: only how paths are put together differs.
ALTER TABLE problem ADD COLUMN holder_paths TEXT NOT NULL DEFAULT '|';
ALTER TABLE problem ADD COLUMN guards BIGINT NOT NULL DEFAULT 0;
ALTER TABLE problem_unit ADD COLUMN guards BIGINT NOT NULL DEFAULT 0;
ALTER TABLE measure ADD COLUMN holder_paths TEXT NOT NULL DEFAULT '|';
ALTER TABLE measure ADD COLUMN guards BIGINT NOT NULL DEFAULT 0;
ALTER TABLE measure_unit ADD COLUMN guards BIGINT NOT NULL DEFAULT 0;

UPDATE problem SET holder_paths = COALESCE((
    SELECT '|' || string_agg(u.path, '|') || '|' FROM problem_unit h JOIN unit u ON u.id = h.unit_id
    WHERE h.problem_id = problem.id), '|');
UPDATE measure SET holder_paths = COALESCE((
    SELECT '|' || string_agg(u.path, '|') || '|' FROM measure_unit h JOIN unit u ON u.id = h.unit_id
    WHERE h.measure_id = measure.id), '|');

-- The paths stay out of the index: an entry of more than 2,700 bytes is refused, and a row may have many holders.
DROP INDEX measure_due;
CREATE INDEX measure_due ON measure (status, kind, due_on, id, guards);
