-- What was attached to cases. The same bytes are kept once, however often they came; a document that is taken out of the record stays,
-- with who took it out, when and why.
CREATE TABLE document_contents (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 64), -- SHA-256 of the bytes, lower-case hex
    kind   TEXT NOT NULL CHECK (kind IN ('pdf', 'png', 'jpeg', 'tiff')),
    size   INTEGER NOT NULL CHECK (size > 0) -- bytes
) STRICT;

CREATE TABLE document_chunks (
    digest   TEXT NOT NULL REFERENCES document_contents (digest),
    position INTEGER NOT NULL CHECK (position >= 0), -- from 0
    bytes    BLOB NOT NULL, -- 256 KiB, the last one what is left
    PRIMARY KEY (digest, position)
) STRICT;

CREATE TABLE documents (
    id          TEXT PRIMARY KEY, -- UUIDv7
    case_id     TEXT NOT NULL,
    round       INTEGER NOT NULL, -- that it came in
    digest      TEXT NOT NULL REFERENCES document_contents (digest),
    type        TEXT NOT NULL, -- item of the policy's required documentation
    title       TEXT NOT NULL CHECK (trim(title) <> ''),
    pages       INTEGER NOT NULL CHECK (pages > 0),
    received_on TEXT NOT NULL, -- ISO date; '': not said
    user_id     TEXT NOT NULL REFERENCES users (id),
    at          INTEGER NOT NULL,
    removed_by  TEXT REFERENCES users (id),
    removed_at  INTEGER,
    removed_why TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (case_id, round) REFERENCES rounds (case_id, number),
    CHECK ((removed_by IS NULL) = (removed_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX documents_of_case ON documents (case_id, digest) WHERE removed_at IS NULL;
CREATE INDEX documents_by_case ON documents (case_id, at, id);
CREATE INDEX documents_by_content ON documents (digest);

-- The text of a page, read from it or recognised in its picture: worked out of the bytes, no part of the record.
CREATE TABLE document_texts (
    digest  TEXT NOT NULL REFERENCES document_contents (digest),
    page    INTEGER NOT NULL CHECK (page > 0),
    content TEXT NOT NULL CHECK (json_valid(content)),
    PRIMARY KEY (digest, page)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER document_contents_unchanged BEFORE UPDATE ON document_contents BEGIN
    SELECT RAISE(ABORT, 'document_contents: what was attached is never changed');
END;
CREATE TRIGGER document_contents_kept BEFORE DELETE ON document_contents BEGIN
    SELECT RAISE(ABORT, 'document_contents: what was attached is never deleted');
END;
CREATE TRIGGER document_chunks_unchanged BEFORE UPDATE ON document_chunks BEGIN
    SELECT RAISE(ABORT, 'document_chunks: what was attached is never changed');
END;
CREATE TRIGGER document_chunks_kept BEFORE DELETE ON document_chunks BEGIN
    SELECT RAISE(ABORT, 'document_chunks: what was attached is never deleted');
END;
CREATE TRIGGER documents_follow_workflow BEFORE INSERT ON documents
WHEN NEW.removed_at IS NOT NULL OR NEW.round <> (SELECT current_round FROM cases WHERE id = NEW.case_id) OR NOT EXISTS (
    SELECT 1 FROM workflow JOIN users ON users.id = NEW.user_id AND users.disabled = 0 AND users.role = workflow.role
    JOIN cases ON cases.id = NEW.case_id AND cases.status = workflow.from_status WHERE workflow.action = 'attach') BEGIN
    SELECT RAISE(ABORT, 'documents: the workflow has no such step for this person');
END;
CREATE TRIGGER documents_removed_once BEFORE UPDATE ON documents
WHEN OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL OR trim(NEW.removed_why) = ''
    OR NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.round <> OLD.round OR NEW.digest <> OLD.digest OR NEW.type <> OLD.type
    OR NEW.title <> OLD.title OR NEW.pages <> OLD.pages OR NEW.received_on <> OLD.received_on OR NEW.user_id <> OLD.user_id
    OR NEW.at <> OLD.at OR NOT EXISTS (
    SELECT 1 FROM workflow JOIN users ON users.id = NEW.removed_by AND users.disabled = 0 AND users.role = workflow.role
    JOIN cases ON cases.id = NEW.case_id AND cases.status = workflow.from_status WHERE workflow.action = 'attach') BEGIN
    SELECT RAISE(ABORT, 'documents: one is taken out once, while its case is open, and says why');
END;
CREATE TRIGGER documents_kept BEFORE DELETE ON documents BEGIN
    SELECT RAISE(ABORT, 'documents: what was attached is never deleted');
END;

-- A half-written decision leads to a step that takes its words: attaching a document is none.
DROP TRIGGER decision_drafts_lead_to_a_step;
CREATE TRIGGER decision_drafts_lead_to_a_step BEFORE INSERT ON decision_drafts
WHEN NOT EXISTS (
    SELECT 1 FROM cases JOIN users ON users.id = NEW.user_id AND users.disabled = 0
    JOIN workflow ON workflow.from_status = cases.status AND workflow.role = users.role
    WHERE cases.id = NEW.case_id
        AND workflow.action NOT IN ('edit', 'issue_letter', 'assign', 'comment', 'attach', 'peer_to_peer', 'second_review')) BEGIN
    SELECT RAISE(ABORT, 'decision_drafts: there is no step this person could take');
END;
