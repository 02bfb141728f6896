-- As the embedded step of this number.
CREATE VIEW notices AS
SELECT case_id, round, wait, kind, issued_at AS at, issued_by AS user_id FROM (
    SELECT letters.case_id, letters.round, letters.wait,
        CASE letters.kind WHEN 'information_request' THEN 'noticed' ELSE 'extension_noticed' END AS kind, letters.issued_at, letters.issued_by,
        row_number() OVER (PARTITION BY letters.case_id, letters.round, letters.kind, letters.wait ORDER BY audit.sequence) AS place
    FROM letters JOIN audit ON audit.chain = letters.case_id AND audit.action = 'issue_letter' AND audit.content = letters.seal
    WHERE letters.kind IN ('information_request', 'extension_notice') AND letters.supersedes IS NULL) AS issued
WHERE place = 1;
DO $$ BEGIN EXECUTE format('GRANT SELECT ON notices TO %I', group_of('staff')); END $$;

ALTER TABLE clock_events DROP CONSTRAINT clock_events_kind_check;
ALTER TABLE clock_events ADD CONSTRAINT clock_events_kind_check
    CHECK (kind IN ('asked', 'noticed', 'answered', 'extended', 'extension_noticed'));

CREATE TABLE clock_events_before AS SELECT case_id, round, sequence, kind, at, user_id FROM clock_events;
ALTER TABLE clock_events DISABLE TRIGGER USER;
DELETE FROM clock_events;
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
ALTER TABLE clock_events ENABLE TRIGGER USER;
DROP TABLE clock_events_before;

DROP FUNCTION clock_events_in_order() CASCADE;
CALL rule('clock_events_in_order', 'INSERT ON clock_events',
    $$NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM clock_events WHERE case_id = NEW.case_id AND round = NEW.round), 0)
    OR (NEW.kind IN ('extended', 'extension_noticed') AND EXISTS (
        SELECT 1 FROM clock_events WHERE case_id = NEW.case_id AND round = NEW.round AND kind = NEW.kind))$$,
    'clock_events: appended in order; a round is extended once');
CALL rule('clock_events_by_letter', 'INSERT ON clock_events',
    $$(NEW.kind = 'noticed' AND ((SELECT kind FROM clock_events WHERE case_id = NEW.case_id AND round = NEW.round
            AND kind IN ('asked', 'noticed', 'answered') ORDER BY sequence DESC LIMIT 1) IS DISTINCT FROM 'asked'
        OR NOT EXISTS (SELECT 1 FROM letters WHERE case_id = NEW.case_id AND round = NEW.round AND kind = 'information_request'
            AND supersedes IS NULL AND issued_at = NEW.at AND issued_by = NEW.user_id AND wait = (SELECT count(*) FROM clock_events
                WHERE case_id = NEW.case_id AND round = NEW.round AND kind = 'asked'))))
    OR (NEW.kind = 'extension_noticed' AND NOT EXISTS (SELECT 1 FROM letters WHERE case_id = NEW.case_id AND round = NEW.round
        AND kind = 'extension_notice' AND supersedes IS NULL AND issued_at = NEW.at AND issued_by = NEW.user_id))$$,
    'clock_events: a notice is a letter that was issued');

-- When a case is due, and its wait ends, changes with a step or with the letter that is a notice.
DROP FUNCTION cases_change_by_steps() CASCADE;
CALL rule('cases_change_by_steps', 'UPDATE ON cases', $$NEW.row_version = OLD.row_version AND ((NEW.current_round, NEW.saved_at,
    NEW.member_name, NEW.member_folded, NEW.member_id, NEW.provider_name, NEW.procedure, NEW.outcome, NEW.outcome_tone, NEW.plan_words,
    NEW.expedited, NEW.folded, NEW.line_of_business, NEW.plan_state, NEW.provider_folded)
    IS DISTINCT FROM (OLD.current_round, OLD.saved_at,
    OLD.member_name, OLD.member_folded, OLD.member_id, OLD.provider_name, OLD.procedure, OLD.outcome, OLD.outcome_tone, OLD.plan_words,
    OLD.expedited, OLD.folded, OLD.line_of_business, OLD.plan_state, OLD.provider_folded)
    OR ((NEW.due_at, NEW.wait_until) IS DISTINCT FROM (OLD.due_at, OLD.wait_until) AND (NEW.letters <> OLD.letters + 1 OR NOT EXISTS (
        SELECT 1 FROM clock_events WHERE case_id = NEW.id AND round = NEW.current_round AND kind IN ('noticed', 'extension_noticed')
            AND (user_id = me() OR i_own()) AND sequence = (SELECT max(sequence) FROM clock_events WHERE case_id = NEW.id AND round = NEW.current_round)))))$$,
    'cases: a case is changed by a step of the workflow');
REVOKE ALL ON FUNCTION clock_events_in_order(), clock_events_by_letter(), cases_change_by_steps() FROM PUBLIC;
