-- As the embedded step of this number.
ALTER TABLE cases ADD COLUMN wait_until bigint NOT NULL DEFAULT 253402300799999;
CREATE INDEX cases_waits ON cases (wait_until, seq) WHERE status = 'pended';
DROP FUNCTION cases_change_by_steps() CASCADE;
CALL rule('cases_change_by_steps', 'UPDATE ON cases', $$NEW.row_version = OLD.row_version AND (NEW.current_round, NEW.saved_at,
    NEW.member_name, NEW.member_folded, NEW.member_id, NEW.provider_name, NEW.procedure, NEW.outcome, NEW.outcome_tone, NEW.plan_words,
    NEW.expedited, NEW.due_at, NEW.wait_until, NEW.folded, NEW.line_of_business, NEW.plan_state, NEW.provider_folded)
    IS DISTINCT FROM (OLD.current_round, OLD.saved_at,
    OLD.member_name, OLD.member_folded, OLD.member_id, OLD.provider_name, OLD.procedure, OLD.outcome, OLD.outcome_tone, OLD.plan_words,
    OLD.expedited, OLD.due_at, OLD.wait_until, OLD.folded, OLD.line_of_business, OLD.plan_state, OLD.provider_folded)$$,
    'cases: a case is changed by a step of the workflow');
REVOKE ALL ON FUNCTION cases_change_by_steps() FROM PUBLIC;

ALTER TABLE sampled_cases ADD COLUMN row_version bigint NOT NULL DEFAULT 0;
CALL rule('sampled_cases_rise', 'UPDATE OF content, started_at, saved_at, finished_at, row_version ON sampled_cases',
    'NEW.row_version <> OLD.row_version + 1', 'sampled_cases: stale row version');
REVOKE ALL ON FUNCTION sampled_cases_rise() FROM PUBLIC;

ALTER TABLE cases ADD COLUMN unissued bigint NOT NULL DEFAULT 0;
UPDATE cases SET unissued = CASE WHEN letters > 0 AND status IN ('approved', 'denied', 'pended') THEN 2 - (
    SELECT count(DISTINCT recipient) FROM letters WHERE letters.case_id = cases.id AND letters.round = cases.current_round
        AND letters.kind = CASE cases.status WHEN 'approved' THEN 'approval' WHEN 'denied' THEN 'denial' ELSE 'information_request' END)
    ELSE 0 END
WHERE letters > 0;

DO $$
BEGIN
    EXECUTE format('GRANT UPDATE (wait_until, unissued) ON cases TO %I', group_of('staff'));
    EXECUTE format('GRANT UPDATE (row_version) ON sampled_cases TO %I', group_of('staff'));
END $$;
