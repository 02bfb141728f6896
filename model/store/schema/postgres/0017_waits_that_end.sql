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
DO $$ BEGIN EXECUTE format('GRANT UPDATE (wait_until) ON cases TO %I', group_of('staff')); END $$;
