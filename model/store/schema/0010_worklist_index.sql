-- The worklist of a million cases. What is filtered and sorted by is kept beside the cases in columns of small numbers, a row a
-- place; it is a projection of `cases`, made and read by WorklistColumns. A change of a case only notes its row here; the notes are
-- worked in now and then, and every reader adds them to what it reads, so that an answer is always that of the cases as they are.
ALTER TABLE cases ADD COLUMN line_of_business TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN plan_state TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN provider_folded TEXT NOT NULL DEFAULT ''; -- the end of `folded`, as it is sorted

UPDATE cases SET
    line_of_business = coalesce((SELECT json_extract(content, '$.line_of_business') FROM rounds
        WHERE case_id = cases.id AND rounds.number = current_round), ''),
    plan_state = coalesce((SELECT json_extract(content, '$.state') FROM rounds
        WHERE case_id = cases.id AND rounds.number = current_round), ''),
    provider_folded = ltrim(substr(folded, instr(folded, lower(number)) + length(number)));

DROP INDEX cases_due_open_first;
DROP INDEX cases_due_last_open_first;
CREATE INDEX cases_member_id ON cases (member_id, seq);
CREATE INDEX cases_provider ON cases (provider_folded, seq);

-- The cases' codes, 4096 rows a chunk, two bytes each, little-endian; 0: no such row. id = column * 65536 + chunk.
CREATE TABLE worklist_codes (
    id    INTEGER PRIMARY KEY,
    codes BLOB NOT NULL
) STRICT;
-- What a code of a column with few words means.
CREATE TABLE worklist_words (
    column INTEGER NOT NULL,
    code   INTEGER NOT NULL,
    word   TEXT NOT NULL,
    PRIMARY KEY (column, code)
) STRICT, WITHOUT ROWID;
-- What a code of a column with many values means: the values from here, in the order of (value, row), to the next step.
CREATE TABLE worklist_steps (
    column INTEGER NOT NULL,
    code   INTEGER NOT NULL,
    value  ANY NOT NULL,
    seq    INTEGER NOT NULL,
    PRIMARY KEY (column, code)
) STRICT, WITHOUT ROWID;
-- Which rows hold a text of one or two characters: for what is too short for three letters at a time. id = the characters'
-- UTF-16 numbers, then the chunk of 32768 rows, 16 bits each. 4096 bytes: one bit a row; fewer: two bytes for each row that does.
CREATE TABLE worklist_grams (
    id      INTEGER PRIMARY KEY,
    members BLOB NOT NULL
) STRICT;
-- One row: what the tables above hold.
CREATE TABLE worklist_base (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    generation INTEGER NOT NULL, -- raised whenever they are written
    cases      INTEGER NOT NULL -- the highest row in them
) STRICT;
INSERT INTO worklist_base (one, generation, cases) VALUES (1, 1, 0);
-- Rows that were changed since, with the searched text as those tables know it; NULL: they do not know the row.
CREATE TABLE worklist_changed (
    seq    INTEGER PRIMARY KEY,
    folded TEXT
) STRICT;
INSERT INTO worklist_changed (seq, folded) SELECT seq, NULL FROM cases;

CREATE TRIGGER cases_listed AFTER INSERT ON cases BEGIN
    INSERT OR IGNORE INTO worklist_changed (seq, folded) VALUES (NEW.seq, NULL);
END;
CREATE TRIGGER cases_listed_anew AFTER UPDATE OF status, line_of_business, plan_state, expedited, procedure, outcome, outcome_tone,
    plan_words, prepared_by, assigned, letters, unprinted, due_at, saved_at, member_folded, member_id, provider_folded, folded ON cases
WHEN NOT EXISTS (SELECT 1 FROM worklist_changed WHERE seq = NEW.seq) BEGIN
    INSERT INTO worklist_changed (seq, folded) VALUES (NEW.seq, OLD.folded);
END;

-- Views that people make for themselves, and how each wants the worklist: no part of the record.
CREATE TABLE saved_views (
    id         TEXT PRIMARY KEY, -- UUIDv7
    user_id    TEXT NOT NULL REFERENCES users (id),
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    definition TEXT NOT NULL CHECK (json_valid(definition) AND length(CAST(definition AS BLOB)) <= 16384),
    UNIQUE (user_id, name)
) STRICT;
CREATE TABLE preferences (
    user_id TEXT NOT NULL REFERENCES users (id),
    name    TEXT NOT NULL,
    value   TEXT NOT NULL CHECK (json_valid(value) AND length(CAST(value AS BLOB)) <= 16384),
    PRIMARY KEY (user_id, name)
) STRICT, WITHOUT ROWID;
