-- Who has agreed to a statement since it was sent up: the superior, and the contact leader whom the plan of the meeting
-- names. NULL: not yet, or not asked.
ALTER TABLE statement ADD COLUMN superior_agreed_at BIGINT;
ALTER TABLE statement ADD COLUMN contact_agreed_at BIGINT;
-- Those approved before are the superior's.
UPDATE statement SET superior_agreed_at = approved_at WHERE state = 'approved';
