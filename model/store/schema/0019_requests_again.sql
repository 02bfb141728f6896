-- A case may be asked about again once an answer came: each request for information is a letter of its own, corrected on its own. Of
-- which request a letter is follows from the history and is no part of its seal, so that earlier seals hold.
ALTER TABLE letters ADD COLUMN wait INTEGER NOT NULL DEFAULT 1;
DROP TRIGGER letters_frozen;
UPDATE letters SET wait = (SELECT count(*) FROM audit AS issue JOIN audit AS asked
    ON asked.chain = issue.chain AND asked.action = 'pend' AND asked.sequence < issue.sequence
    WHERE issue.chain = letters.case_id AND issue.action = 'issue_letter' AND issue.content = letters.seal AND NOT EXISTS (
        SELECT 1 FROM audit AS begun WHERE begun.chain = issue.chain AND begun.action IN ('reopen', 'appeal')
            AND begun.sequence BETWEEN asked.sequence AND issue.sequence))
WHERE kind = 'information_request';
CREATE TRIGGER letters_frozen BEFORE UPDATE OF id, case_id, round, wait, kind, recipient, title, html, text, template_version, digest,
    policy_id, policy_version, policy_digest, case_number, sample, language, english_html, english_text, checklist, supersedes,
    correction_reason, issued_by, issued_by_name, issued_at, seal ON letters BEGIN
    SELECT RAISE(ABORT, 'letters: an issued letter is never changed');
END;

DROP INDEX letters_first;
CREATE UNIQUE INDEX letters_first ON letters (case_id, round, kind, recipient, wait) WHERE supersedes IS NULL;
DROP TRIGGER letters_once;
CREATE TRIGGER letters_once BEFORE INSERT ON letters
WHEN NEW.printed <> 0 OR EXISTS (
    SELECT 1 FROM letters WHERE id = NEW.id OR (NEW.supersedes IS NULL AND case_id = NEW.case_id AND round = NEW.round
        AND kind = NEW.kind AND recipient = NEW.recipient AND wait = NEW.wait)) BEGIN
    SELECT RAISE(ABORT, 'letters: this letter was issued already');
END;
DROP TRIGGER letters_corrected_in_line;
CREATE TRIGGER letters_corrected_in_line BEFORE INSERT ON letters
WHEN NEW.supersedes IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM letters WHERE id = NEW.supersedes AND case_id = NEW.case_id AND round = NEW.round AND kind = NEW.kind
        AND recipient = NEW.recipient AND wait = NEW.wait) BEGIN
    SELECT RAISE(ABORT, 'letters: a correction is of the same kind for the same recipient');
END;
CREATE TRIGGER letters_of_request BEFORE INSERT ON letters
WHEN NEW.wait <> CASE NEW.kind WHEN 'information_request' THEN (
    SELECT count(*) FROM clock_events WHERE case_id = NEW.case_id AND round = NEW.round AND kind = 'asked') ELSE 1 END BEGIN
    SELECT RAISE(ABORT, 'letters: a letter is of the request that waits');
END;

-- What waits to be printed or issued, of the cases that were asked about more than once.
UPDATE cases SET
    unprinted = (SELECT count(*) FROM letters WHERE case_id = cases.id AND round = cases.current_round AND printed = 0
        AND (kind <> 'information_request' OR wait = (
            SELECT count(*) FROM clock_events WHERE case_id = cases.id AND round = cases.current_round AND kind = 'asked'))
        AND NOT EXISTS (SELECT 1 FROM letters AS later WHERE later.supersedes = letters.id)),
    unissued = CASE status WHEN 'pended' THEN 2 - (
        SELECT count(DISTINCT recipient) FROM letters WHERE case_id = cases.id AND round = cases.current_round
            AND kind = 'information_request' AND wait = (
                SELECT count(*) FROM clock_events WHERE case_id = cases.id AND round = cases.current_round AND kind = 'asked'))
        ELSE unissued END
WHERE letters > 0 AND EXISTS (SELECT 1 FROM clock_events WHERE case_id = cases.id AND round = cases.current_round
    AND kind = 'asked' AND sequence > 1);
