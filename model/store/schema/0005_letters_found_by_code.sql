-- The code at the foot of a letter is the start of its digest.
CREATE INDEX letters_by_digest ON letters (digest);
