-- What reports count, one row a round: made from the round's content and evaluation in the transaction that writes these, and
-- rebuildable from them (the view). A year of 100,000 cases is read without opening one document.
CREATE TABLE round_facts (
    case_id          TEXT NOT NULL,
    round            INTEGER NOT NULL,
    kind             TEXT NOT NULL,
    received_at      INTEGER,
    line_of_business TEXT,
    urgency          TEXT,
    timing           TEXT,
    decision         TEXT,
    exception        INTEGER NOT NULL,
    decided_at       INTEGER,
    outcome          TEXT NOT NULL,
    basis            TEXT NOT NULL, -- JSON: criteria that the outcome cites
    unmet            TEXT NOT NULL, -- JSON: criteria not met
    due_at           INTEGER, -- of this round, as its clock last stood
    notified_at      INTEGER, -- its first approval or denial letter was issued
    PRIMARY KEY (case_id, round)
) STRICT, WITHOUT ROWID;

CREATE VIEW round_facts_of AS
SELECT case_id, number AS round, kind,
    CAST(round(unixepoch(content ->> '$.received_at', 'subsec') * 1000) AS INTEGER) AS received_at,
    content ->> '$.line_of_business' AS line_of_business, content ->> '$.urgency' AS urgency, content ->> '$.timing' AS timing,
    content ->> '$.determination.decision' AS decision, coalesce(content ->> '$.determination.exception', 0) AS exception,
    CAST(round(unixepoch(content ->> '$.determination.at', 'subsec') * 1000) AS INTEGER) AS decided_at,
    coalesce(evaluation ->> '$.outcome', '') AS outcome, coalesce(evaluation -> '$.basis', '[]') AS basis,
    coalesce(evaluation -> '$.unmet', '[]') AS unmet
FROM rounds;

-- Each time a case began to wait for information, and for which facts the provider was asked.
CREATE TABLE pends (
    case_id  TEXT NOT NULL,
    round    INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    asked    TEXT, -- JSON: facts; NULL: from before this was kept
    PRIMARY KEY (case_id, round, sequence)
) STRICT, WITHOUT ROWID;

INSERT INTO round_facts
SELECT facts.*, (SELECT due_at FROM cases WHERE id = facts.case_id AND current_round = facts.round),
    (SELECT min(issued_at) FROM letters WHERE letters.case_id = facts.case_id AND letters.round = facts.round AND letters.kind IN ('approval', 'denial'))
FROM round_facts_of AS facts;

INSERT INTO pends SELECT case_id, round, row_number() OVER (PARTITION BY case_id, round ORDER BY sequence), at, NULL
FROM clock_events WHERE kind = 'asked';

CREATE TRIGGER round_facts_begin AFTER INSERT ON rounds BEGIN
    INSERT INTO round_facts SELECT facts.*, (SELECT due_at FROM cases WHERE id = NEW.case_id), NULL
    FROM round_facts_of AS facts WHERE facts.case_id = NEW.case_id AND facts.round = NEW.number;
END;
CREATE TRIGGER round_facts_follow AFTER UPDATE OF content, evaluation ON rounds BEGIN
    UPDATE round_facts SET (received_at, line_of_business, urgency, timing, decision, exception, decided_at, outcome, basis, unmet) =
        (SELECT received_at, line_of_business, urgency, timing, decision, exception, decided_at, outcome, basis, unmet
         FROM round_facts_of AS facts WHERE facts.case_id = NEW.case_id AND facts.round = NEW.number)
    WHERE case_id = NEW.case_id AND round = NEW.number;
END;
CREATE TRIGGER round_facts_due AFTER UPDATE OF due_at, current_round ON cases BEGIN
    UPDATE round_facts SET due_at = NEW.due_at WHERE case_id = NEW.id AND round = NEW.current_round AND due_at IS NOT NEW.due_at;
END;
CREATE TRIGGER round_facts_notified AFTER INSERT ON letters WHEN NEW.kind IN ('approval', 'denial') BEGIN
    UPDATE round_facts SET notified_at = NEW.issued_at WHERE case_id = NEW.case_id AND round = NEW.round AND notified_at IS NULL;
END;
CREATE TRIGGER pends_begin AFTER UPDATE OF status ON cases WHEN NEW.status = 'pended' AND OLD.status <> 'pended' BEGIN
    INSERT INTO pends SELECT case_id, number,
        (SELECT 1 + count(*) FROM pends WHERE case_id = NEW.id AND round = NEW.current_round), NEW.saved_at, evaluation -> '$.asked'
    FROM rounds WHERE case_id = NEW.id AND number = NEW.current_round;
END;
