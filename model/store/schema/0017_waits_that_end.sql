-- When the wait of a case that waits for information ends, so that those whose wait is over stand at the beginning of an index;
-- a projection of the case by cases/DueDate, 253402300799999 where nobody waits. Those that wait now are worked out when the
-- workspace is opened (DueRenewal.cpp).
ALTER TABLE cases ADD COLUMN wait_until INTEGER NOT NULL DEFAULT 253402300799999;
CREATE INDEX cases_waits ON cases (wait_until, seq) WHERE status = 'pended';

-- A second review is saved by who saw its last state; one that was saved elsewhere meanwhile is never overwritten. 0: not begun.
ALTER TABLE sampled_cases ADD COLUMN row_version INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER sampled_cases_rise BEFORE UPDATE OF content, started_at, saved_at, finished_at, row_version ON sampled_cases
WHEN NEW.row_version <> OLD.row_version + 1 BEGIN
    SELECT RAISE(ABORT, 'sampled_cases: stale row version');
END;

-- Of the letters that the status asks for, the member's and the provider's, those that were never issued while others of the round
-- were: such a case still has a letter to send, though every issued one is printed.
ALTER TABLE cases ADD COLUMN unissued INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER IF EXISTS cases_listed_anew;
CREATE TRIGGER cases_listed_anew AFTER UPDATE OF status, line_of_business, plan_state, expedited, procedure, outcome, outcome_tone,
    plan_words, prepared_by, assigned, letters, unprinted, unissued, due_at, saved_at, member_folded, member_id, provider_folded,
    folded ON cases
WHEN NOT EXISTS (SELECT 1 FROM worklist_changed WHERE seq = NEW.seq) BEGIN
    INSERT INTO worklist_changed (seq, folded) VALUES (NEW.seq, OLD.folded);
END;
UPDATE cases SET unissued = CASE WHEN letters > 0 AND status IN ('approved', 'denied', 'pended') THEN 2 - (
    SELECT count(DISTINCT recipient) FROM letters WHERE letters.case_id = cases.id AND letters.round = cases.current_round
        AND letters.kind = CASE cases.status WHEN 'approved' THEN 'approval' WHEN 'denied' THEN 'denial' ELSE 'information_request' END)
    ELSE 0 END
WHERE letters > 0;
