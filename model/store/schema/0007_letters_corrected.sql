-- A correction stands beside the letter that it supersedes; a letter keeps its checklist, its language and the English
-- beside it. The seal of an earlier letter holds as it is: what it does not have is not in it.
CREATE TABLE letters_kept (
    id                TEXT PRIMARY KEY, -- UUIDv7
    case_id           TEXT NOT NULL REFERENCES cases (id),
    round             INTEGER NOT NULL,
    kind              TEXT NOT NULL,
    recipient         TEXT NOT NULL,
    title             TEXT NOT NULL,
    html              TEXT NOT NULL,
    text              TEXT NOT NULL,
    template_version  TEXT NOT NULL,
    digest            TEXT NOT NULL, -- what the letter itself carries
    policy_id         TEXT NOT NULL,
    policy_version    TEXT NOT NULL,
    policy_digest     TEXT NOT NULL,
    case_number       TEXT NOT NULL,
    sample            INTEGER NOT NULL CHECK (sample IN (0, 1)),
    language          TEXT NOT NULL DEFAULT '', -- of html and text; '': from before it was kept
    english_html      TEXT NOT NULL DEFAULT '', -- the English beside a letter in another language
    english_text      TEXT NOT NULL DEFAULT '',
    checklist         TEXT NOT NULL DEFAULT '', -- canonical JSON; '': from before it was kept
    supersedes        TEXT UNIQUE REFERENCES letters (id), -- the letter that this one corrects
    correction_reason TEXT NOT NULL DEFAULT '' CHECK ((supersedes IS NULL) = (correction_reason = '')),
    issued_by         TEXT NOT NULL REFERENCES users (id),
    issued_by_name    TEXT NOT NULL,
    issued_at         INTEGER NOT NULL,
    seal              TEXT NOT NULL UNIQUE, -- SHA-256 over all of the above; the audit chain holds it too
    printed           INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (case_id, round) REFERENCES rounds (case_id, number)
) STRICT;

INSERT INTO letters_kept (id, case_id, round, kind, recipient, title, html, text, template_version, digest, policy_id, policy_version,
    policy_digest, case_number, sample, issued_by, issued_by_name, issued_at, seal, printed)
SELECT id, case_id, round, kind, recipient, title, html, text, template_version, digest, policy_id, policy_version,
    policy_digest, case_number, sample, issued_by, issued_by_name, issued_at, seal, printed
FROM letters;
DROP TABLE letters;
ALTER TABLE letters_kept RENAME TO letters;

CREATE UNIQUE INDEX letters_first ON letters (case_id, round, kind, recipient) WHERE supersedes IS NULL;
CREATE INDEX letters_of_case ON letters (case_id);
CREATE INDEX letters_by_digest ON letters (digest);

CREATE TRIGGER letters_once BEFORE INSERT ON letters
WHEN NEW.printed <> 0 OR EXISTS (
    SELECT 1 FROM letters WHERE id = NEW.id OR (NEW.supersedes IS NULL
        AND case_id = NEW.case_id AND round = NEW.round AND kind = NEW.kind AND recipient = NEW.recipient)) BEGIN
    SELECT RAISE(ABORT, 'letters: this letter was issued already');
END;
CREATE TRIGGER letters_corrected_in_line BEFORE INSERT ON letters
WHEN NEW.supersedes IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM letters WHERE id = NEW.supersedes
        AND case_id = NEW.case_id AND round = NEW.round AND kind = NEW.kind AND recipient = NEW.recipient) BEGIN
    SELECT RAISE(ABORT, 'letters: a correction is of the same kind for the same recipient');
END;
CREATE TRIGGER letters_frozen BEFORE UPDATE OF id, case_id, round, kind, recipient, title, html, text, template_version, digest, policy_id,
    policy_version, policy_digest, case_number, sample, language, english_html, english_text, checklist, supersedes, correction_reason,
    issued_by, issued_by_name, issued_at, seal ON letters BEGIN
    SELECT RAISE(ABORT, 'letters: an issued letter is never changed');
END;
CREATE TRIGGER letters_prints_rise BEFORE UPDATE OF printed ON letters WHEN NEW.printed <> OLD.printed + 1 BEGIN
    SELECT RAISE(ABORT, 'letters: prints are counted one by one');
END;
CREATE TRIGGER letters_kept_whole BEFORE DELETE ON letters BEGIN
    SELECT RAISE(ABORT, 'letters: an issued letter is never deleted');
END;

-- It went with the former table.
CREATE TRIGGER round_facts_notified AFTER INSERT ON letters WHEN NEW.kind IN ('approval', 'denial') BEGIN
    UPDATE round_facts SET notified_at = NEW.issued_at WHERE case_id = NEW.case_id AND round = NEW.round AND notified_at IS NULL;
END;
