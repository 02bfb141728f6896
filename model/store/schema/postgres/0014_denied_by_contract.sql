-- As the embedded step of this number.
DROP FUNCTION cases_deny_when_adverse() CASCADE;
CALL rule('cases_deny_when_adverse', 'UPDATE OF status ON cases',
    $$NEW.status = 'denied' AND OLD.status <> 'denied' AND NEW.outcome_tone <> -1 AND NOT (NEW.outcome_tone = 1 AND EXISTS (
        SELECT 1 FROM rounds WHERE case_id = NEW.id AND number = NEW.current_round
            AND trim(coalesce(json_extract(content, '$.determination.contract_provision.citation'), '')) <> ''
            AND trim(coalesce(json_extract(content, '$.determination.contract_provision.text'), '')) <> ''))$$,
    'cases: denied only when the outcome is decided and adverse, or by a contract provision');
REVOKE ALL ON FUNCTION cases_deny_when_adverse() FROM PUBLIC;
