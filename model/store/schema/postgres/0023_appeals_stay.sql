-- As the embedded step of this number.
DROP FUNCTION IF EXISTS rounds_appeal_goes_on(), cases_hear_by_another(), case_notes_to_another(), cases_assigned_to_another(),
    rounds_appeal_received(), cases_deny_apart() CASCADE;
CALL rule('rounds_appeal_goes_on', 'INSERT ON rounds',
    $$NEW.kind <> 'appeal' AND EXISTS (SELECT 1 FROM rounds WHERE case_id = NEW.case_id AND kind = 'appeal')$$,
    'rounds: an appeal that is opened again is an appeal');
CALL rule('cases_hear_by_another', 'UPDATE OF status ON cases', $$NEW.status IN ('approved', 'denied') AND OLD.status <> NEW.status
    AND (SELECT kind FROM rounds WHERE case_id = OLD.id AND number = OLD.current_round) = 'appeal'
    AND EXISTS (SELECT 1 FROM audit AS denial JOIN audit AS appeal ON appeal.chain = denial.chain AND appeal.sequence > denial.sequence
        WHERE denial.chain = OLD.id AND denial.action = 'deny' AND denial.user_id = NEW.changed_by AND appeal.action = 'appeal')$$,
    'cases: nobody hears an appeal of their own denial');
CALL rule('case_notes_to_another', 'INSERT ON case_notes', $$NEW.action IN ('assign', 'ask_opinion')
    AND (SELECT kind FROM rounds WHERE case_id = NEW.case_id AND number = NEW.round) = 'appeal'
    AND EXISTS (SELECT 1 FROM audit AS denial JOIN audit AS appeal ON appeal.chain = denial.chain AND appeal.sequence > denial.sequence
        WHERE denial.chain = NEW.case_id AND denial.action = 'deny' AND denial.user_id = NEW.to_user AND appeal.action = 'appeal')$$,
    'case_notes: nobody hears an appeal of their own denial');
CALL rule('cases_assigned_to_another', 'UPDATE OF assigned ON cases', $$NEW.assigned IS NOT NULL
    AND NEW.assigned IS DISTINCT FROM OLD.assigned
    AND (SELECT kind FROM rounds WHERE case_id = OLD.id AND number = OLD.current_round) = 'appeal'
    AND EXISTS (SELECT 1 FROM audit AS denial JOIN audit AS appeal ON appeal.chain = denial.chain AND appeal.sequence > denial.sequence
        WHERE denial.chain = OLD.id AND denial.action = 'deny' AND denial.user_id = NEW.assigned AND appeal.action = 'appeal')$$,
    'cases: nobody hears an appeal of their own denial');
CALL rule('rounds_appeal_received', 'INSERT ON rounds', $$NEW.kind = 'appeal' AND EXISTS (
    SELECT 1 FROM rounds WHERE case_id = NEW.case_id AND number = NEW.number - 1
        AND json_extract(content, '$.determination.decision') = 'denied'
        AND milliseconds(json_extract(NEW.content, '$.received_at'))
            NOT BETWEEN milliseconds(json_extract(content, '$.determination.at')) / 60000 * 60000 AND NEW.started_at)$$,
    'rounds: an appeal is received after the decision, and before it is entered');
CALL rule('cases_deny_apart', 'UPDATE OF status ON cases', $$NEW.status = 'denied' AND OLD.status <> 'denied' AND EXISTS (
    SELECT 1 FROM audit WHERE chain = OLD.id AND user_id = NEW.changed_by AND action IN ('create', 'edit', 'submit'))$$,
    'cases: nobody denies a case they prepared');
REVOKE ALL ON FUNCTION rounds_appeal_goes_on(), cases_hear_by_another(), case_notes_to_another(), cases_assigned_to_another(),
    rounds_appeal_received(), cases_deny_apart() FROM PUBLIC;

UPDATE rounds SET kind = 'appeal'
WHERE kind = 'reopened' AND EXISTS (SELECT 1 FROM cases WHERE cases.id = rounds.case_id AND cases.current_round = rounds.number
        AND cases.status IN ('draft', 'submitted', 'pended', 'referred'))
    AND EXISTS (SELECT 1 FROM rounds AS heard WHERE heard.case_id = rounds.case_id AND heard.number < rounds.number AND heard.kind = 'appeal');
UPDATE settings SET value = '' WHERE name = 'due_rules' AND EXISTS (
    SELECT 1 FROM rounds JOIN round_facts ON round_facts.case_id = rounds.case_id AND round_facts.round = rounds.number
    WHERE round_facts.kind <> rounds.kind);
UPDATE round_facts SET kind = 'appeal' WHERE kind <> 'appeal' AND EXISTS (
    SELECT 1 FROM rounds WHERE rounds.case_id = round_facts.case_id AND rounds.number = round_facts.round AND rounds.kind = 'appeal');
