-- Measures that nobody reported on for long, for the home page and the list behind its figure.
CREATE INDEX measure_stalled ON measure (status, last_entry_at);
