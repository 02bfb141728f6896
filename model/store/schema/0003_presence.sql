-- Who has a case open, by window. No part of the record: rows come and go freely, and one not renewed for a minute counts for nothing.
CREATE TABLE presence (
    case_id TEXT NOT NULL REFERENCES cases (id),
    session TEXT NOT NULL, -- one opening of the workspace
    user_id TEXT NOT NULL REFERENCES users (id),
    since   INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (case_id, session)
) STRICT, WITHOUT ROWID;
