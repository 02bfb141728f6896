-- Once appealed, a case that is opened again is an appeal as before, also after its appeal was decided. Who may not hear it are those
-- whose denial was appealed, by the history: those who denied before the last appeal; who decided that one may correct it.
DROP TRIGGER IF EXISTS rounds_appeal_goes_on;
CREATE TRIGGER rounds_appeal_goes_on BEFORE INSERT ON rounds
WHEN NEW.kind <> 'appeal' AND EXISTS (SELECT 1 FROM rounds WHERE case_id = NEW.case_id AND kind = 'appeal') BEGIN
    SELECT RAISE(ABORT, 'rounds: an appeal that is opened again is an appeal');
END;
DROP TRIGGER IF EXISTS cases_hear_by_another;
CREATE TRIGGER cases_hear_by_another BEFORE UPDATE OF status ON cases
WHEN NEW.status IN ('approved', 'denied') AND OLD.status <> NEW.status
    AND (SELECT kind FROM rounds WHERE case_id = OLD.id AND number = OLD.current_round) = 'appeal'
    AND EXISTS (SELECT 1 FROM audit AS denial JOIN audit AS appeal ON appeal.chain = denial.chain AND appeal.sequence > denial.sequence
        WHERE denial.chain = OLD.id AND denial.action = 'deny' AND denial.user_id = NEW.changed_by AND appeal.action = 'appeal') BEGIN
    SELECT RAISE(ABORT, 'cases: nobody hears an appeal of their own denial');
END;
-- Neither is it given to them, nor are they asked about it.
DROP TRIGGER IF EXISTS case_notes_to_another;
CREATE TRIGGER case_notes_to_another BEFORE INSERT ON case_notes
WHEN NEW.action IN ('assign', 'ask_opinion')
    AND (SELECT kind FROM rounds WHERE case_id = NEW.case_id AND number = NEW.round) = 'appeal'
    AND EXISTS (SELECT 1 FROM audit AS denial JOIN audit AS appeal ON appeal.chain = denial.chain AND appeal.sequence > denial.sequence
        WHERE denial.chain = NEW.case_id AND denial.action = 'deny' AND denial.user_id = NEW.to_user AND appeal.action = 'appeal') BEGIN
    SELECT RAISE(ABORT, 'case_notes: nobody hears an appeal of their own denial');
END;
DROP TRIGGER IF EXISTS cases_assigned_to_another;
CREATE TRIGGER cases_assigned_to_another BEFORE UPDATE OF assigned ON cases
WHEN NEW.assigned IS NOT NULL AND NEW.assigned IS NOT OLD.assigned
    AND (SELECT kind FROM rounds WHERE case_id = OLD.id AND number = OLD.current_round) = 'appeal'
    AND EXISTS (SELECT 1 FROM audit AS denial JOIN audit AS appeal ON appeal.chain = denial.chain AND appeal.sequence > denial.sequence
        WHERE denial.chain = OLD.id AND denial.action = 'deny' AND denial.user_id = NEW.assigned AND appeal.action = 'appeal') BEGIN
    SELECT RAISE(ABORT, 'cases: nobody hears an appeal of their own denial');
END;
-- An appeal came after the decision that it appeals, whose minute is its own, and not later than it was entered.
DROP TRIGGER IF EXISTS rounds_appeal_received;
CREATE TRIGGER rounds_appeal_received BEFORE INSERT ON rounds
WHEN NEW.kind = 'appeal' AND EXISTS (SELECT 1 FROM rounds WHERE case_id = NEW.case_id AND number = NEW.number - 1
    AND json_extract(content, '$.determination.decision') = 'denied'
    AND unixepoch(json_extract(NEW.content, '$.received_at'))
        NOT BETWEEN unixepoch(json_extract(content, '$.determination.at')) / 60 * 60 AND NEW.started_at / 1000) BEGIN
    SELECT RAISE(ABORT, 'rounds: an appeal is received after the decision, and before it is entered');
END;
-- Who took part in preparing a case does not deny it, whoever did so last; to have referred it is no preparing.
DROP TRIGGER IF EXISTS cases_deny_apart;
CREATE TRIGGER cases_deny_apart BEFORE UPDATE OF status ON cases
WHEN NEW.status = 'denied' AND OLD.status <> 'denied' AND EXISTS (
    SELECT 1 FROM audit WHERE chain = OLD.id AND user_id = NEW.changed_by AND action IN ('create', 'edit', 'submit')) BEGIN
    SELECT RAISE(ABORT, 'cases: nobody denies a case they prepared');
END;

-- Those that are open as ordinary rounds now; when they are due is worked out anew at the next opening (DueRenewal.cpp).
UPDATE rounds SET kind = 'appeal'
WHERE kind = 'reopened' AND EXISTS (SELECT 1 FROM cases WHERE cases.id = rounds.case_id AND cases.current_round = rounds.number
        AND cases.status IN ('draft', 'submitted', 'pended', 'referred'))
    AND EXISTS (SELECT 1 FROM rounds AS heard WHERE heard.case_id = rounds.case_id AND heard.number < rounds.number AND heard.kind = 'appeal');
UPDATE settings SET value = '' WHERE name = 'due_rules' AND EXISTS (
    SELECT 1 FROM rounds JOIN round_facts ON round_facts.case_id = rounds.case_id AND round_facts.round = rounds.number
    WHERE round_facts.kind <> rounds.kind);
UPDATE round_facts SET kind = 'appeal' WHERE kind <> 'appeal' AND EXISTS (
    SELECT 1 FROM rounds WHERE rounds.case_id = round_facts.case_id AND rounds.number = round_facts.round AND rounds.kind = 'appeal');
