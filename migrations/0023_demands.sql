-- Kinds of counted results a measure must show before it is handed in for review (R49): "regulations,campaigns".
ALTER TABLE measure ADD COLUMN demands TEXT NOT NULL DEFAULT '';
