-- A wait begins with the letter that asks, and more time that was taken counts by its notice: the first of each is an event of the
-- clock, at the instant of its issue.
CREATE VIEW notices AS
SELECT case_id, round, wait, kind, issued_at AS at, issued_by AS user_id FROM (
    SELECT letters.case_id, letters.round, letters.wait,
        CASE letters.kind WHEN 'information_request' THEN 'noticed' ELSE 'extension_noticed' END AS kind, letters.issued_at, letters.issued_by,
        row_number() OVER (PARTITION BY letters.case_id, letters.round, letters.kind, letters.wait ORDER BY audit.sequence) AS place
    FROM letters JOIN audit ON audit.chain = letters.case_id AND audit.action = 'issue_letter' AND audit.content = letters.seal
    WHERE letters.kind IN ('information_request', 'extension_notice') AND letters.supersedes IS NULL) AS issued
WHERE place = 1;

CREATE TABLE clock_events_before AS SELECT case_id, round, sequence, kind, at, user_id FROM clock_events;
DROP TABLE clock_events;
CREATE TABLE clock_events (
    case_id  TEXT NOT NULL,
    round    INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('asked', 'noticed', 'answered', 'extended', 'extension_noticed')),
    at       INTEGER NOT NULL,
    user_id  TEXT NOT NULL REFERENCES users (id),
    PRIMARY KEY (case_id, round, sequence),
    FOREIGN KEY (case_id, round) REFERENCES rounds (case_id, number)
) STRICT, WITHOUT ROWID;

-- Of the letters that were issued: each right after what it is the notice of.
WITH steps AS (
    SELECT *, row_number() OVER (PARTITION BY case_id, round, kind ORDER BY sequence) AS place FROM clock_events_before
    WHERE kind IN ('asked', 'answered', 'extended'))
INSERT INTO clock_events (case_id, round, sequence, kind, at, user_id)
SELECT case_id, round, row_number() OVER (PARTITION BY case_id, round ORDER BY sequence, later), kind, at, user_id FROM (
    SELECT case_id, round, sequence, 0 AS later, kind, at, user_id FROM steps
    UNION ALL
    SELECT steps.case_id, steps.round, steps.sequence, 1, notices.kind, notices.at, notices.user_id
    FROM notices JOIN steps ON steps.case_id = notices.case_id AND steps.round = notices.round AND steps.place = notices.wait
        AND steps.kind = CASE notices.kind WHEN 'noticed' THEN 'asked' ELSE 'extended' END) AS happened;
DROP TABLE clock_events_before;

CREATE TRIGGER clock_events_in_order BEFORE INSERT ON clock_events
WHEN NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM clock_events WHERE case_id = NEW.case_id AND round = NEW.round), 0)
    OR (NEW.kind IN ('extended', 'extension_noticed')
        AND EXISTS (SELECT 1 FROM clock_events WHERE case_id = NEW.case_id AND round = NEW.round AND kind = NEW.kind)) BEGIN
    SELECT RAISE(ABORT, 'clock_events: appended in order; a round is extended once');
END;
CREATE TRIGGER clock_events_unchanged BEFORE UPDATE ON clock_events BEGIN
    SELECT RAISE(ABORT, 'clock_events: what happened is never changed');
END;
CREATE TRIGGER clock_events_kept BEFORE DELETE ON clock_events BEGIN
    SELECT RAISE(ABORT, 'clock_events: what happened is never deleted');
END;
CREATE TRIGGER clock_events_by_letter BEFORE INSERT ON clock_events
WHEN (NEW.kind = 'noticed' AND ((SELECT kind FROM clock_events WHERE case_id = NEW.case_id AND round = NEW.round
            AND kind IN ('asked', 'noticed', 'answered') ORDER BY sequence DESC LIMIT 1) IS NOT 'asked'
        OR NOT EXISTS (SELECT 1 FROM letters WHERE case_id = NEW.case_id AND round = NEW.round AND kind = 'information_request'
            AND supersedes IS NULL AND issued_at = NEW.at AND issued_by = NEW.user_id AND wait = (SELECT count(*) FROM clock_events
                WHERE case_id = NEW.case_id AND round = NEW.round AND kind = 'asked'))))
    OR (NEW.kind = 'extension_noticed' AND NOT EXISTS (SELECT 1 FROM letters WHERE case_id = NEW.case_id AND round = NEW.round
        AND kind = 'extension_notice' AND supersedes IS NULL AND issued_at = NEW.at AND issued_by = NEW.user_id)) BEGIN
    SELECT RAISE(ABORT, 'clock_events: a notice is a letter that was issued');
END;
-- When the open cases are due is worked out anew at the next opening (DueRenewal.cpp).
