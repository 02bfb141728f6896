-- The first schema. Instants are UTC milliseconds; dates live inside the rounds' JSON; words are those of the case file.
-- No rule of time and no rule of the policy is here; what is here refuses what the program must never do, whoever asks.

CREATE TABLE migrations (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    digest TEXT NOT NULL -- SHA-256 of the file
) STRICT;

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    id            TEXT PRIMARY KEY, -- UUIDv7, the id of the key slot
    login         TEXT NOT NULL,
    login_folded  TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    role          TEXT NOT NULL CHECK (role IN ('nurse', 'physician', 'supervisor')),
    credential    TEXT NOT NULL,
    specialty     TEXT NOT NULL,
    npi           TEXT NOT NULL,
    licence_state TEXT NOT NULL,
    disabled      INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    created_at    INTEGER NOT NULL
) STRICT;

CREATE TRIGGER users_stay BEFORE DELETE ON users BEGIN
    SELECT RAISE(ABORT, 'users: an account is disabled, never deleted');
END;

-- Numbers that are given out once: "case" and "authorization", by year in the plan's time zone.
CREATE TABLE numbers (
    name TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (name, year)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER numbers_rise BEFORE UPDATE ON numbers
WHEN NEW.last <= OLD.last OR NEW.name <> OLD.name OR NEW.year <> OLD.year BEGIN
    SELECT RAISE(ABORT, 'numbers: a number is never given twice');
END;
CREATE TRIGGER numbers_stay BEFORE DELETE ON numbers BEGIN
    SELECT RAISE(ABORT, 'numbers: a number is never given twice');
END;

-- Filled from cases/Workflow at each start.
CREATE TABLE workflow (
    from_status TEXT NOT NULL,
    action      TEXT NOT NULL,
    role        TEXT NOT NULL,
    to_status   TEXT NOT NULL,
    PRIMARY KEY (from_status, action, role, to_status)
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
    seq           INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE, -- UUIDv7
    number        TEXT NOT NULL UNIQUE, -- RD-<year>-<six digits>
    status        TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'approved', 'pended', 'referred', 'denied', 'withdrawn')),
    row_version   INTEGER NOT NULL,
    current_round INTEGER NOT NULL,
    prepared_by   TEXT NOT NULL REFERENCES users (id),
    assigned      TEXT REFERENCES users (id),
    page          TEXT NOT NULL, -- wizard page it was left on
    created_at    INTEGER NOT NULL,
    saved_at      INTEGER NOT NULL,
    last_action   TEXT NOT NULL,
    changed_by    TEXT NOT NULL REFERENCES users (id),
    -- projections of the current round, rebuildable from it
    member_name   TEXT NOT NULL,
    member_folded TEXT NOT NULL,
    member_id     TEXT NOT NULL,
    provider_name TEXT NOT NULL,
    procedure     TEXT NOT NULL,
    outcome       TEXT NOT NULL,
    outcome_tone  INTEGER NOT NULL,
    plan_words    TEXT NOT NULL,
    expedited     INTEGER NOT NULL,
    due_at        INTEGER NOT NULL, -- 253402300799999: no rule of time fits yet
    folded        TEXT NOT NULL, -- name, member id, number, provider: case and accents folded, for the search
    letters       INTEGER NOT NULL DEFAULT 0, -- issued in the current round
    unprinted     INTEGER NOT NULL DEFAULT 0 -- of these, never printed
) STRICT;

CREATE INDEX cases_due ON cases (due_at, seq);
CREATE INDEX cases_status ON cases (status, due_at, seq);
CREATE INDEX cases_member ON cases (member_folded, seq);
CREATE INDEX cases_saved ON cases (saved_at, seq);
CREATE INDEX cases_prepared ON cases (prepared_by, status);
CREATE INDEX cases_assigned ON cases (assigned, status) WHERE assigned IS NOT NULL;
CREATE INDEX cases_letters ON cases (unprinted, seq) WHERE unprinted > 0;

CREATE TRIGGER cases_begin_as_draft BEFORE INSERT ON cases
WHEN NEW.status <> 'draft' OR NEW.row_version <> 1 OR NEW.current_round <> 1
    OR EXISTS (SELECT 1 FROM cases WHERE id = NEW.id OR number = NEW.number OR seq = NEW.seq) BEGIN
    SELECT RAISE(ABORT, 'cases: a case begins as a draft of its own');
END;
CREATE TRIGGER cases_stay BEFORE DELETE ON cases BEGIN
    SELECT RAISE(ABORT, 'cases: a case is never deleted');
END;
CREATE TRIGGER cases_keep_identity BEFORE UPDATE OF seq, id, number, created_at ON cases BEGIN
    SELECT RAISE(ABORT, 'cases: id and number are never changed');
END;
CREATE TRIGGER cases_rise BEFORE UPDATE OF row_version ON cases
WHEN NEW.row_version <> OLD.row_version + 1 BEGIN
    SELECT RAISE(ABORT, 'cases: stale row version');
END;
CREATE TRIGGER cases_follow_workflow BEFORE UPDATE OF status, row_version, last_action, changed_by, prepared_by ON cases
WHEN NOT EXISTS (
    SELECT 1 FROM workflow JOIN users ON users.id = NEW.changed_by AND users.disabled = 0 AND users.role = workflow.role
    WHERE workflow.from_status = OLD.status AND workflow.action = NEW.last_action AND workflow.to_status = NEW.status) BEGIN
    SELECT RAISE(ABORT, 'cases: the workflow has no such step for this person');
END;
CREATE TRIGGER cases_deny_by_another BEFORE UPDATE OF status ON cases
WHEN NEW.status = 'denied' AND OLD.status <> 'denied' AND NEW.changed_by IN (OLD.prepared_by, NEW.prepared_by) BEGIN
    SELECT RAISE(ABORT, 'cases: nobody denies a case they prepared');
END;

-- One round's content: canonical JSON of the case file's members, saved whole.
CREATE TABLE rounds (
    id             TEXT PRIMARY KEY, -- UUIDv7
    case_id        TEXT NOT NULL REFERENCES cases (id),
    number         INTEGER NOT NULL,
    content        TEXT NOT NULL CHECK (json_valid(content)),
    policy_id      TEXT NOT NULL,
    policy_version TEXT NOT NULL,
    policy_digest  TEXT NOT NULL, -- SHA-256 of the pack's canonical JSON
    evaluation     TEXT NOT NULL CHECK (json_valid(evaluation)), -- what the policy answered to this content
    started_at     INTEGER NOT NULL,
    UNIQUE (case_id, number)
) STRICT;

CREATE TRIGGER rounds_stay BEFORE DELETE ON rounds BEGIN
    SELECT RAISE(ABORT, 'rounds: a round is never deleted');
END;
CREATE TRIGGER rounds_closed BEFORE UPDATE ON rounds
WHEN EXISTS (SELECT 1 FROM cases WHERE id = OLD.case_id AND (status IN ('approved', 'denied', 'withdrawn') OR current_round <> OLD.number))
    OR NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.number <> OLD.number OR NEW.started_at <> OLD.started_at BEGIN
    SELECT RAISE(ABORT, 'rounds: a decided round is never changed');
END;

-- What a person has half written on a case before acting on it. No part of the record: replaced and dropped freely.
CREATE TABLE decision_drafts (
    case_id  TEXT NOT NULL REFERENCES cases (id),
    user_id  TEXT NOT NULL REFERENCES users (id),
    content  TEXT NOT NULL CHECK (json_valid(content) AND length(CAST(content AS BLOB)) <= 262144),
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER decision_drafts_lead_to_a_step BEFORE INSERT ON decision_drafts
WHEN NOT EXISTS (
    SELECT 1 FROM cases JOIN users ON users.id = NEW.user_id AND users.disabled = 0
    JOIN workflow ON workflow.from_status = cases.status AND workflow.role = users.role
    WHERE cases.id = NEW.case_id AND workflow.action NOT IN ('edit', 'issue_letter')) BEGIN
    SELECT RAISE(ABORT, 'decision_drafts: there is no step this person could take');
END;

-- One chain a case and one of the workspace (chain ''). hash = SHA-256 (previous hash, canonical entry); see AuditLog.h.
CREATE TABLE audit (
    chain     TEXT NOT NULL,
    sequence  INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    user_id   TEXT NOT NULL,
    user_name TEXT NOT NULL,
    action    TEXT NOT NULL,
    comment   TEXT NOT NULL,
    changes   TEXT NOT NULL,
    content   TEXT NOT NULL, -- SHA-256 of the round's content after it, or of the letter; '' when there is none
    hash      BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (chain, sequence)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_in_order BEFORE INSERT ON audit
WHEN NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM audit WHERE chain = NEW.chain), 0) BEGIN
    SELECT RAISE(ABORT, 'audit: entries are appended, nothing else');
END;
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'audit: an entry is never changed');
END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'audit: an entry is never deleted');
END;

-- Where each chain ends, so that a shortened one is seen.
CREATE TABLE chains (
    chain  TEXT PRIMARY KEY,
    length INTEGER NOT NULL,
    head   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER chains_grow BEFORE UPDATE ON chains
WHEN NEW.chain <> OLD.chain OR NEW.length <> OLD.length + 1 BEGIN
    SELECT RAISE(ABORT, 'chains: a chain only grows');
END;
CREATE TRIGGER chains_kept BEFORE DELETE ON chains BEGIN
    SELECT RAISE(ABORT, 'chains: a chain only grows');
END;

-- Frozen when issued; only `printed` may rise.
CREATE TABLE letters (
    id               TEXT PRIMARY KEY, -- UUIDv7
    case_id          TEXT NOT NULL REFERENCES cases (id),
    round            INTEGER NOT NULL,
    kind             TEXT NOT NULL,
    recipient        TEXT NOT NULL,
    title            TEXT NOT NULL,
    html             TEXT NOT NULL,
    text             TEXT NOT NULL,
    template_version TEXT NOT NULL,
    digest           TEXT NOT NULL, -- what the letter itself carries
    policy_id        TEXT NOT NULL,
    policy_version   TEXT NOT NULL,
    policy_digest    TEXT NOT NULL,
    case_number      TEXT NOT NULL,
    sample           INTEGER NOT NULL CHECK (sample IN (0, 1)),
    issued_by        TEXT NOT NULL REFERENCES users (id),
    issued_by_name   TEXT NOT NULL,
    issued_at        INTEGER NOT NULL,
    seal             TEXT NOT NULL UNIQUE, -- SHA-256 over all of the above; the audit chain holds it too
    printed          INTEGER NOT NULL DEFAULT 0,
    UNIQUE (case_id, round, kind, recipient),
    FOREIGN KEY (case_id, round) REFERENCES rounds (case_id, number)
) STRICT;

CREATE TRIGGER letters_once BEFORE INSERT ON letters
WHEN NEW.printed <> 0 OR EXISTS (
    SELECT 1 FROM letters WHERE id = NEW.id
        OR (case_id = NEW.case_id AND round = NEW.round AND kind = NEW.kind AND recipient = NEW.recipient)) BEGIN
    SELECT RAISE(ABORT, 'letters: this letter was issued already');
END;
CREATE TRIGGER letters_frozen BEFORE UPDATE OF id, case_id, round, kind, recipient, title, html, text, template_version, digest, policy_id,
    policy_version, policy_digest, case_number, sample, issued_by, issued_by_name, issued_at, seal ON letters BEGIN
    SELECT RAISE(ABORT, 'letters: an issued letter is never changed');
END;
CREATE TRIGGER letters_prints_rise BEFORE UPDATE OF printed ON letters WHEN NEW.printed <> OLD.printed + 1 BEGIN
    SELECT RAISE(ABORT, 'letters: prints are counted one by one');
END;
CREATE TRIGGER letters_kept BEFORE DELETE ON letters BEGIN
    SELECT RAISE(ABORT, 'letters: an issued letter is never deleted');
END;

-- Search by any part of a word: three letters at a time.
CREATE VIRTUAL TABLE case_search USING fts5 (folded, content = 'cases', content_rowid = 'seq', tokenize = 'trigram case_sensitive 1');

CREATE TRIGGER cases_found AFTER INSERT ON cases BEGIN
    INSERT INTO case_search (rowid, folded) VALUES (NEW.seq, NEW.folded);
END;
CREATE TRIGGER cases_found_anew AFTER UPDATE OF folded ON cases WHEN NEW.folded IS NOT OLD.folded BEGIN
    INSERT INTO case_search (case_search, rowid, folded) VALUES ('delete', OLD.seq, OLD.folded);
    INSERT INTO case_search (rowid, folded) VALUES (NEW.seq, NEW.folded);
END;
