-- What is said about a case without changing it: remarks, assignments, talks with the provider, second opinions.
CREATE TABLE case_notes (
    case_id  TEXT NOT NULL,
    round    INTEGER NOT NULL,
    sequence INTEGER NOT NULL, -- in the case, from 1
    action   TEXT NOT NULL CHECK (action IN ('assign', 'comment', 'peer_to_peer', 'ask_opinion', 'give_opinion')),
    at       INTEGER NOT NULL,
    user_id  TEXT NOT NULL REFERENCES users (id),
    to_user  TEXT REFERENCES users (id), -- whose the case is from then on
    words    TEXT NOT NULL,
    talk     TEXT CHECK (talk IS NULL OR json_valid(talk)), -- of peer_to_peer: at, with, outcome
    PRIMARY KEY (case_id, sequence),
    FOREIGN KEY (case_id, round) REFERENCES rounds (case_id, number)
) STRICT, WITHOUT ROWID;

-- What the history tells of it already.
INSERT INTO case_notes (case_id, round, sequence, action, at, user_id, to_user, words, talk)
SELECT audit.chain, coalesce((SELECT max(number) FROM rounds WHERE rounds.case_id = audit.chain AND rounds.started_at <= audit.at), 1),
    row_number() OVER (PARTITION BY audit.chain ORDER BY audit.sequence), audit.action, audit.at, audit.user_id,
    (SELECT users.id FROM json_each(audit.changes) AS changed JOIN users ON users.name = json_extract(changed.value, '$.after')
        WHERE json_extract(changed.value, '$.field') = '/assigned_to' ORDER BY users.disabled, users.id LIMIT 1),
    audit.comment,
    iif(audit.action = 'peer_to_peer', json_object('at', audit.at,
        'outcome', (SELECT json_extract(value, '$.after') FROM json_each(audit.changes) WHERE json_extract(value, '$.field') = '/peer_to_peer/outcome'),
        'with', (SELECT json_extract(value, '$.after') FROM json_each(audit.changes) WHERE json_extract(value, '$.field') = '/peer_to_peer/with')), NULL)
FROM audit WHERE audit.action IN ('assign', 'comment', 'peer_to_peer', 'ask_opinion', 'give_opinion');

CREATE TRIGGER case_notes_in_order BEFORE INSERT ON case_notes
WHEN NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM case_notes WHERE case_id = NEW.case_id), 0)
    OR NEW.round <> (SELECT current_round FROM cases WHERE id = NEW.case_id) BEGIN
    SELECT RAISE(ABORT, 'case_notes: appended in order, nothing else');
END;
CREATE TRIGGER case_notes_follow_workflow BEFORE INSERT ON case_notes
WHEN NOT EXISTS (
    SELECT 1 FROM workflow JOIN users ON users.id = NEW.user_id AND users.disabled = 0 AND users.role = workflow.role
    JOIN cases ON cases.id = NEW.case_id AND cases.status = workflow.from_status
    WHERE workflow.action = NEW.action AND workflow.to_status = workflow.from_status) BEGIN
    SELECT RAISE(ABORT, 'case_notes: the workflow has no such step for this person');
END;
CREATE TRIGGER case_notes_to_staff BEFORE INSERT ON case_notes
WHEN (NEW.action IN ('assign', 'ask_opinion', 'give_opinion')) <> (NEW.to_user IS NOT NULL)
    OR (NEW.action = 'assign' AND NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.to_user AND disabled = 0 AND role <> 'supervisor'))
    OR (NEW.action = 'ask_opinion' AND (NEW.to_user = NEW.user_id
        OR NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.to_user AND disabled = 0 AND role = 'physician'))) BEGIN
    SELECT RAISE(ABORT, 'case_notes: a case goes to a nurse or a physician with an account, a question to another physician');
END;
CREATE TRIGGER case_notes_answer_a_question BEFORE INSERT ON case_notes
WHEN NEW.action = 'give_opinion' AND (SELECT action FROM case_notes WHERE case_id = NEW.case_id AND round = NEW.round
    AND ((action = 'ask_opinion' AND to_user = NEW.user_id) OR (action = 'give_opinion' AND user_id = NEW.user_id))
    ORDER BY sequence DESC LIMIT 1) IS NOT 'ask_opinion' BEGIN
    SELECT RAISE(ABORT, 'case_notes: an opinion answers a question');
END;
CREATE TRIGGER case_notes_say_something BEFORE INSERT ON case_notes
WHEN NEW.action <> 'assign' AND trim(NEW.words) = '' BEGIN
    SELECT RAISE(ABORT, 'case_notes: a note needs its words');
END;
CREATE TRIGGER case_notes_talk BEFORE INSERT ON case_notes
WHEN (NEW.action = 'peer_to_peer') <> (NEW.talk IS NOT NULL)
    OR (NEW.talk IS NOT NULL AND json_extract(NEW.talk, '$.outcome') = 'held'
        AND NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.user_id AND role = 'physician')) BEGIN
    SELECT RAISE(ABORT, 'case_notes: a peer-to-peer talk is held by a physician');
END;
CREATE TRIGGER case_notes_unchanged BEFORE UPDATE ON case_notes BEGIN
    SELECT RAISE(ABORT, 'case_notes: what was said is never changed');
END;
CREATE TRIGGER case_notes_kept BEFORE DELETE ON case_notes BEGIN
    SELECT RAISE(ABORT, 'case_notes: what was said is never deleted');
END;

CREATE TRIGGER cases_assigned_by_note BEFORE UPDATE OF assigned ON cases
WHEN NEW.assigned IS NOT OLD.assigned AND NEW.assigned IS NOT (
    SELECT to_user FROM case_notes WHERE case_id = OLD.id AND to_user IS NOT NULL ORDER BY sequence DESC LIMIT 1) BEGIN
    SELECT RAISE(ABORT, 'cases: an assignment is noted first');
END;

-- A step that is taken on somebody's word says whose, in the history.
CREATE TRIGGER audit_says_why BEFORE INSERT ON audit
WHEN NEW.chain <> '' AND trim(NEW.comment) = '' AND NEW.action IN ('withdraw', 'return_to_nurse', 'extend', 'reopen', 'appeal') BEGIN
    SELECT RAISE(ABORT, 'audit: this step needs its reason');
END;

-- What the policy answered to the content in this very row rules what may be decided on it.
CREATE TRIGGER cases_approve_when_met BEFORE UPDATE OF status ON cases
WHEN NEW.status = 'approved' AND OLD.status <> 'approved'
    AND ((NEW.last_action = 'approve' AND NEW.outcome_tone <> 1) OR (NEW.last_action = 'approve_exception' AND NEW.outcome_tone = 1)) BEGIN
    SELECT RAISE(ABORT, 'cases: approved when the criteria are met, else as an exception');
END;
CREATE TRIGGER cases_deny_when_adverse BEFORE UPDATE OF status ON cases
WHEN NEW.status = 'denied' AND OLD.status <> 'denied' AND NEW.outcome_tone <> -1 BEGIN
    SELECT RAISE(ABORT, 'cases: denied only when the outcome is decided and adverse');
END;

CREATE TRIGGER letters_follow_workflow BEFORE INSERT ON letters
WHEN NOT EXISTS (
    SELECT 1 FROM workflow JOIN users ON users.id = NEW.issued_by AND users.disabled = 0 AND users.role = workflow.role
    JOIN cases ON cases.id = NEW.case_id AND cases.status = workflow.from_status WHERE workflow.action = 'issue_letter')
    OR (NEW.kind <> 'extension_notice' AND (SELECT status FROM cases WHERE id = NEW.case_id) IN ('draft', 'submitted', 'referred')) BEGIN
    SELECT RAISE(ABORT, 'letters: the workflow has no such step for this person');
END;
CREATE TRIGGER letters_notice_of_extension BEFORE INSERT ON letters
WHEN NEW.kind = 'extension_notice' AND NOT EXISTS (
    SELECT 1 FROM clock_events WHERE case_id = NEW.case_id AND round = NEW.round AND kind = 'extended') BEGIN
    SELECT RAISE(ABORT, 'letters: the time of this case was not extended');
END;

-- Whose work a case is, for the numbers by person.
CREATE INDEX cases_open_by_owner ON cases (coalesce(assigned, prepared_by), due_at) WHERE status IN ('draft', 'submitted', 'pended', 'referred');
CREATE INDEX cases_closed_by_decider ON cases (changed_by, saved_at) WHERE status IN ('approved', 'denied');

-- Quality samples: which decided rounds were drawn by which seed, and what the second, blind review answered. No part of the cases.
CREATE TABLE samples (
    id         TEXT PRIMARY KEY, -- UUIDv7
    seed       INTEGER NOT NULL,
    wanted     INTEGER NOT NULL CHECK (wanted > 0),
    nurse      TEXT REFERENCES users (id), -- whose cases; NULL: everybody's
    outcome    TEXT NOT NULL CHECK (outcome IN ('', 'approved', 'denied')),
    from_at    INTEGER NOT NULL, -- decided from
    until_at   INTEGER NOT NULL, -- and before
    reviewer   TEXT NOT NULL REFERENCES users (id),
    population INTEGER NOT NULL, -- cases that could have been drawn
    drawn_by   TEXT NOT NULL REFERENCES users (id),
    drawn_at   INTEGER NOT NULL
) STRICT;

CREATE TRIGGER samples_by_supervisors BEFORE INSERT ON samples
WHEN NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.drawn_by AND disabled = 0 AND role = 'supervisor') BEGIN
    SELECT RAISE(ABORT, 'samples: a supervisor draws them');
END;
CREATE TRIGGER samples_unchanged BEFORE UPDATE ON samples BEGIN
    SELECT RAISE(ABORT, 'samples: a sample is never changed');
END;
CREATE TRIGGER samples_kept BEFORE DELETE ON samples BEGIN
    SELECT RAISE(ABORT, 'samples: a sample is never deleted');
END;

CREATE TABLE sampled_cases (
    sample_id   TEXT NOT NULL REFERENCES samples (id),
    position    INTEGER NOT NULL, -- in the order of the draw, from 1
    case_id     TEXT NOT NULL,
    round       INTEGER NOT NULL,
    content     TEXT CHECK (content IS NULL OR json_valid(content)), -- of the second review; NULL: not begun
    page        TEXT NOT NULL DEFAULT '',
    started_at  INTEGER,
    saved_at    INTEGER,
    finished_at INTEGER,
    PRIMARY KEY (sample_id, position),
    UNIQUE (sample_id, case_id),
    FOREIGN KEY (case_id, round) REFERENCES rounds (case_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sampled_cases_are_closed BEFORE INSERT ON sampled_cases
WHEN NOT EXISTS (
    SELECT 1 FROM samples JOIN users ON users.id = samples.reviewer AND users.disabled = 0
    JOIN cases ON cases.id = NEW.case_id AND cases.current_round = NEW.round AND cases.prepared_by <> samples.reviewer
    JOIN workflow ON workflow.from_status = cases.status AND workflow.role = users.role AND workflow.action = 'second_review'
    WHERE samples.id = NEW.sample_id) OR NEW.content IS NOT NULL OR NEW.finished_at IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'sampled_cases: a decided case, reviewed by another than who prepared it');
END;
CREATE TRIGGER sampled_cases_end BEFORE UPDATE ON sampled_cases
WHEN OLD.finished_at IS NOT NULL OR NEW.sample_id <> OLD.sample_id OR NEW.position <> OLD.position OR NEW.case_id <> OLD.case_id
    OR NEW.round <> OLD.round OR (NEW.finished_at IS NOT NULL AND NEW.content IS NULL) BEGIN
    SELECT RAISE(ABORT, 'sampled_cases: a finished review is never changed');
END;
CREATE TRIGGER sampled_cases_kept BEFORE DELETE ON sampled_cases BEGIN
    SELECT RAISE(ABORT, 'sampled_cases: a sample is never deleted');
END;
