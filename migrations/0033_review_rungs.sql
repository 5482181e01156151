-- Rungs of the ladder that count how long a review lies: of a measure, or of an application at its stage.

-- Programmes that are at work keep the ladder they had; the one the program brings now has more rungs.
INSERT INTO ladder (programme_id, mark_pattern, version, updated_at, updated_by)
    SELECT g.id, '巡整{类}〔{年}〕{号}号', 1, 0, '' FROM programme g
    WHERE NOT EXISTS (SELECT 1 FROM ladder l WHERE l.programme_id = g.id);
INSERT INTO notice_kind (programme_id, position, name, short_name, requirement, reply_days)
    SELECT l.programme_id, k.position, k.name, k.short_name, k.requirement, k.reply_days
    FROM ladder l
    CROSS JOIN (
        SELECT 1 AS position, '提醒函' AS name, '提' AS short_name,
               '请对照完成时限抓紧办理，并书面回复办理情况和预计完成时间。' AS requirement, 5 AS reply_days
        UNION ALL SELECT 2, '督办通知单', '督', '请立即研究整改，明确专人负责，限期办结并书面回复办理结果。', 5
        UNION ALL SELECT 3, '督查指导书', '导', '请主要负责人组织分析退回原因，按要求补充整改，并书面回复。', 7
        UNION ALL SELECT 4, '告诫书', '诫', '请主要负责人说明逾期原因，重新明确完成日期，限期办结并书面回复。', 3
        UNION ALL SELECT 5, '问责建议书', '责', '请说明逾期未改的原因和责任，提请领导小组研究问责。', 3) k
    WHERE l.updated_at = 0;
INSERT INTO rung (programme_id, position, cause, amount, day_count, recipients, notice)
    SELECT l.programme_id, r.position, r.cause, r.amount, 'calendar', r.recipients, r.notice
    FROM ladder l
    CROSS JOIN (
        SELECT 1 AS position, 'before_due' AS cause, 20 AS amount, 'reporters' AS recipients, '' AS notice
        UNION ALL SELECT 2, 'before_due', 10, 'reporters,unit_head', ''
        UNION ALL SELECT 3, 'before_due', 3, 'reporters,unit_head,row_leaders', ''
        UNION ALL SELECT 4, 'overdue', 1, 'reporters,unit_head,office', '提醒函'
        UNION ALL SELECT 5, 'overdue', 10, 'unit_head,row_leaders,office', '督办通知单'
        UNION ALL SELECT 6, 'overdue', 20, 'unit_head,row_leaders,office,supervision', '告诫书'
        UNION ALL SELECT 7, 'sent_back', 2, 'unit_head,office', '督查指导书'
        UNION ALL SELECT 8, 'stalled', 30, 'reporters,office', '') r
    WHERE l.updated_at = 0;

-- SQLite cannot change a check, so the column of causes is made anew, without one: what causes there are is said once,
-- in the program.
ALTER TABLE rung ADD COLUMN cause_before TEXT NOT NULL DEFAULT '';
UPDATE rung SET cause_before = cause;
ALTER TABLE rung DROP COLUMN cause;
ALTER TABLE rung ADD COLUMN cause TEXT NOT NULL DEFAULT '';
UPDATE rung SET cause = cause_before;
ALTER TABLE rung DROP COLUMN cause_before;

-- Problems are told of, too. anchor: the due day, the moment of the last report or since which a review lies, or ''.
CREATE TABLE told_before (
    row_id TEXT NOT NULL,
    anchor TEXT NOT NULL,
    rung TEXT NOT NULL,
    at BIGINT NOT NULL
);
INSERT INTO told_before (row_id, anchor, rung, at) SELECT measure_id, anchor, rung, at FROM rung_told;
DROP TABLE rung_told;
CREATE TABLE rung_told (
    row_id TEXT NOT NULL,
    anchor TEXT NOT NULL,
    rung TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (row_id, anchor, rung)
);
INSERT INTO rung_told (row_id, anchor, rung, at) SELECT row_id, anchor, rung, at FROM told_before;
DROP TABLE told_before;
