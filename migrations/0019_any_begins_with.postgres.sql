-- Whether one of the bar-separated `paths` ("|/1/|/1/4/|") begins with one of the bar-separated `parts` ("/1/4/|/1/9/"):
-- numbers and slashes only, so that the parts are the branches of an expression as they stand. Inlined by the planner.
-- Twin of 0019_any_begins_with.sqlite.sql.
CREATE FUNCTION any_begins_with(paths TEXT, parts TEXT) RETURNS BOOLEAN
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE AS $$ SELECT paths ~ ('\|(' || parts || ')') $$;
