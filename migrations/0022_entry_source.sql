-- Where a report stood that came from a workbook somebody filled in; row 0: it was typed on the page.
ALTER TABLE progress_entry ADD COLUMN source_file TEXT NOT NULL DEFAULT '';
ALTER TABLE progress_entry ADD COLUMN source_digest TEXT NOT NULL DEFAULT '';
ALTER TABLE progress_entry ADD COLUMN source_sheet TEXT NOT NULL DEFAULT '';
ALTER TABLE progress_entry ADD COLUMN source_row BIGINT NOT NULL DEFAULT 0;
