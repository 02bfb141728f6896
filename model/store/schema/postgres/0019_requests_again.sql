-- As the embedded step of this number.
ALTER TABLE letters ADD COLUMN wait bigint NOT NULL DEFAULT 1;
DROP FUNCTION letters_frozen() CASCADE;
UPDATE letters SET wait = (SELECT count(*) FROM audit AS issue JOIN audit AS asked
    ON asked.chain = issue.chain AND asked.action = 'pend' AND asked.sequence < issue.sequence
    WHERE issue.chain = letters.case_id AND issue.action = 'issue_letter' AND issue.content = letters.seal AND NOT EXISTS (
        SELECT 1 FROM audit AS begun WHERE begun.chain = issue.chain AND begun.action IN ('reopen', 'appeal')
            AND begun.sequence BETWEEN asked.sequence AND issue.sequence))
WHERE kind = 'information_request';
CALL rule('letters_frozen', 'UPDATE OF id, case_id, round, wait, kind, recipient, title, html, text, template_version, digest,
    policy_id, policy_version, policy_digest, case_number, sample, language, english_html, english_text, checklist, supersedes,
    correction_reason, issued_by, issued_by_name, issued_at, seal ON letters', 'true', 'letters: an issued letter is never changed');
REVOKE ALL ON FUNCTION letters_frozen() FROM PUBLIC;

DROP INDEX letters_first;
CREATE UNIQUE INDEX letters_first ON letters (case_id, round, kind, recipient, wait) WHERE supersedes IS NULL;
DROP FUNCTION letters_once() CASCADE;
CALL rule('letters_once', 'INSERT ON letters', $$NEW.printed <> 0 OR EXISTS (
    SELECT 1 FROM letters WHERE id = NEW.id OR (NEW.supersedes IS NULL AND case_id = NEW.case_id AND round = NEW.round
        AND kind = NEW.kind AND recipient = NEW.recipient AND wait = NEW.wait))$$,
    'letters: this letter was issued already');
REVOKE ALL ON FUNCTION letters_once() FROM PUBLIC;
DROP FUNCTION letters_corrected_in_line() CASCADE;
CALL rule('letters_corrected_in_line', 'INSERT ON letters', $$NEW.supersedes IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM letters WHERE id = NEW.supersedes AND case_id = NEW.case_id AND round = NEW.round AND kind = NEW.kind
        AND recipient = NEW.recipient AND wait = NEW.wait)$$,
    'letters: a correction is of the same kind for the same recipient');
REVOKE ALL ON FUNCTION letters_corrected_in_line() FROM PUBLIC;
CALL rule('letters_of_request', 'INSERT ON letters', $$(NEW.wait <> CASE NEW.kind WHEN 'information_request' THEN (
    SELECT count(*) FROM clock_events WHERE case_id = NEW.case_id AND round = NEW.round AND kind = 'asked') ELSE 1 END)$$,
    'letters: a letter is of the request that waits');
REVOKE ALL ON FUNCTION letters_of_request() FROM PUBLIC;

UPDATE cases SET
    unprinted = (SELECT count(*) FROM letters WHERE case_id = cases.id AND round = cases.current_round AND printed = 0
        AND (letters.kind <> 'information_request' OR wait = (
            SELECT count(*) FROM clock_events WHERE case_id = cases.id AND round = cases.current_round AND kind = 'asked'))
        AND NOT EXISTS (SELECT 1 FROM letters AS later WHERE later.supersedes = letters.id)),
    unissued = CASE status WHEN 'pended' THEN 2 - (
        SELECT count(DISTINCT recipient) FROM letters WHERE case_id = cases.id AND round = cases.current_round
            AND letters.kind = 'information_request' AND wait = (
                SELECT count(*) FROM clock_events WHERE case_id = cases.id AND round = cases.current_round AND kind = 'asked'))
        ELSE unissued END
WHERE letters > 0 AND EXISTS (SELECT 1 FROM clock_events WHERE case_id = cases.id AND round = cases.current_round
    AND kind = 'asked' AND sequence > 1);

-- How many cases hold a text is guessed from so many samples, where 100 know nothing of one that every thirtieth holds: then all that
-- hold it were fetched and sorted for the first page.
ALTER TABLE cases ALTER COLUMN folded SET STATISTICS 1000;
ALTER TABLE worklist_texts ALTER COLUMN folded SET STATISTICS 1000;
ANALYZE cases (folded), worklist_texts (folded);
