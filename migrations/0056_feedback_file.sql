-- The file of a feedback as it came, who registered it, and which registered unit is told of it. Tasks of campaigns say
-- that they are.
ALTER TABLE feedback ADD COLUMN registered_by TEXT NOT NULL DEFAULT '';   -- the account; '' : not known any more
ALTER TABLE feedback ADD COLUMN kept_name TEXT NOT NULL DEFAULT '';       -- of the file; '' : none is kept
ALTER TABLE feedback ADD COLUMN digest TEXT REFERENCES evidence_file (digest);
ALTER TABLE feedback_copy ADD COLUMN unit_id TEXT REFERENCES unit (id);
UPDATE task SET origin_kind = 'campaign' WHERE origin_kind = 'office' AND origin_id IN (SELECT id FROM campaign);
