-- Requests that came as messages, as they came, each with the keys by which the same message is known again.
CREATE TABLE messages (
    id      TEXT PRIMARY KEY, -- UUIDv7
    case_id TEXT NOT NULL REFERENCES cases (id),
    user_id TEXT NOT NULL REFERENCES users (id), -- who took it in
    at      INTEGER NOT NULL,
    digest  TEXT NOT NULL, -- SHA-256 of the content
    content BLOB NOT NULL
) STRICT;

CREATE TABLE message_keys (
    key        TEXT PRIMARY KEY,
    message_id TEXT NOT NULL REFERENCES messages (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX messages_of_case ON messages (case_id, at);

CREATE TRIGGER messages_unchanged BEFORE UPDATE ON messages BEGIN
    SELECT RAISE(ABORT, 'messages: what came is never changed');
END;
CREATE TRIGGER messages_kept BEFORE DELETE ON messages BEGIN
    SELECT RAISE(ABORT, 'messages: what came is never deleted');
END;
CREATE TRIGGER message_keys_unchanged BEFORE UPDATE ON message_keys BEGIN
    SELECT RAISE(ABORT, 'message_keys: what came is never changed');
END;
CREATE TRIGGER message_keys_kept BEFORE DELETE ON message_keys BEGIN
    SELECT RAISE(ABORT, 'message_keys: what came is never deleted');
END;
