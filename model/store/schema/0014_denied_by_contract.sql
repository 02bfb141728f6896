-- Contract language outranks the policy: a physician may deny what meets the criteria, where a provision stands in the round with
-- its citation and its words. Still never while the outcome is open.
DROP TRIGGER IF EXISTS cases_deny_when_adverse;
CREATE TRIGGER cases_deny_when_adverse BEFORE UPDATE OF status ON cases
WHEN NEW.status = 'denied' AND OLD.status <> 'denied' AND NEW.outcome_tone <> -1
    AND NOT (NEW.outcome_tone = 1 AND EXISTS (
        SELECT 1 FROM rounds WHERE case_id = NEW.id AND number = NEW.current_round
            AND trim(coalesce(content ->> '$.determination.contract_provision.citation', '')) <> ''
            AND trim(coalesce(content ->> '$.determination.contract_provision.text', '')) <> '')) BEGIN
    SELECT RAISE(ABORT, 'cases: denied only when the outcome is decided and adverse, or by a contract provision');
END;
