-- An appeal that was withdrawn was never heard: opened again, it is an appeal as before, and who denied does not decide it, from
-- whatever status.
DROP TRIGGER cases_hear_by_another;
CREATE TRIGGER cases_hear_by_another BEFORE UPDATE OF status ON cases
WHEN NEW.status IN ('approved', 'denied') AND OLD.status <> NEW.status
    AND (SELECT kind FROM rounds WHERE case_id = OLD.id AND number = OLD.current_round) = 'appeal'
    AND EXISTS (SELECT 1 FROM audit WHERE chain = OLD.id AND action = 'deny' AND user_id = NEW.changed_by) BEGIN
    SELECT RAISE(ABORT, 'cases: nobody hears an appeal of their own denial');
END;
CREATE TRIGGER rounds_appeal_goes_on BEFORE INSERT ON rounds
WHEN NEW.kind <> 'appeal' AND EXISTS (SELECT 1 FROM rounds WHERE case_id = NEW.case_id AND number = NEW.number - 1 AND kind = 'appeal'
    AND json_extract(content, '$.determination.decision') = 'withdrawn') BEGIN
    SELECT RAISE(ABORT, 'rounds: a withdrawn appeal that is opened again is an appeal');
END;

-- Those that are open as ordinary rounds now; when they are due is worked out anew at the next opening (DueRenewal.cpp).
UPDATE rounds SET kind = 'appeal'
WHERE kind = 'reopened' AND EXISTS (SELECT 1 FROM cases WHERE cases.id = rounds.case_id AND cases.current_round = rounds.number
        AND cases.status IN ('draft', 'submitted', 'pended', 'referred'))
    AND EXISTS (SELECT 1 FROM rounds AS heard WHERE heard.case_id = rounds.case_id AND heard.number < rounds.number AND heard.kind = 'appeal'
        AND NOT EXISTS (SELECT 1 FROM rounds AS since WHERE since.case_id = heard.case_id AND since.number >= heard.number
            AND since.number < rounds.number AND coalesce(json_extract(since.content, '$.determination.decision'), '') <> 'withdrawn'));
UPDATE settings SET value = '' WHERE name = 'due_rules' AND EXISTS (
    SELECT 1 FROM rounds JOIN round_facts ON round_facts.case_id = rounds.case_id AND round_facts.round = rounds.number
    WHERE round_facts.kind <> rounds.kind);
UPDATE round_facts SET kind = 'appeal' WHERE kind <> 'appeal' AND EXISTS (
    SELECT 1 FROM rounds WHERE rounds.case_id = round_facts.case_id AND rounds.number = round_facts.round AND rounds.kind = 'appeal');
