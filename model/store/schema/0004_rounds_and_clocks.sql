-- A closed case may begin a new round, its earlier ones kept; what stopped or lengthened a round's clock is a row each.
ALTER TABLE rounds ADD COLUMN kind TEXT NOT NULL DEFAULT 'first' CHECK (kind IN ('first', 'reopened', 'appeal'));

CREATE TRIGGER rounds_in_order BEFORE INSERT ON rounds
WHEN NEW.number <> 1 + coalesce((SELECT max(number) FROM rounds WHERE case_id = NEW.case_id), 0) OR (NEW.number = 1) <> (NEW.kind = 'first') BEGIN
    SELECT RAISE(ABORT, 'rounds: one follows the other');
END;

CREATE TABLE clock_events (
    case_id  TEXT NOT NULL,
    round    INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('asked', 'answered', 'extended')),
    at       INTEGER NOT NULL,
    user_id  TEXT NOT NULL REFERENCES users (id),
    PRIMARY KEY (case_id, round, sequence),
    FOREIGN KEY (case_id, round) REFERENCES rounds (case_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO clock_events (case_id, round, sequence, kind, at, user_id)
SELECT chain, 1, row_number() OVER (PARTITION BY chain ORDER BY sequence), iif(action = 'pend', 'asked', 'answered'), at, user_id
FROM audit WHERE action IN ('pend', 'resume');

CREATE TRIGGER clock_events_in_order BEFORE INSERT ON clock_events
WHEN NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM clock_events WHERE case_id = NEW.case_id AND round = NEW.round), 0)
    OR (NEW.kind = 'extended' AND EXISTS (SELECT 1 FROM clock_events WHERE case_id = NEW.case_id AND round = NEW.round AND kind = 'extended')) BEGIN
    SELECT RAISE(ABORT, 'clock_events: appended in order; a round is extended once');
END;
CREATE TRIGGER clock_events_unchanged BEFORE UPDATE ON clock_events BEGIN
    SELECT RAISE(ABORT, 'clock_events: what happened is never changed');
END;
CREATE TRIGGER clock_events_kept BEFORE DELETE ON clock_events BEGIN
    SELECT RAISE(ABORT, 'clock_events: what happened is never deleted');
END;

CREATE TRIGGER cases_hear_by_another BEFORE UPDATE OF status ON cases
WHEN OLD.status = 'referred' AND NEW.status IN ('approved', 'denied')
    AND (SELECT kind FROM rounds WHERE case_id = OLD.id AND number = OLD.current_round) = 'appeal'
    AND EXISTS (SELECT 1 FROM audit WHERE chain = OLD.id AND action = 'deny' AND user_id = NEW.changed_by) BEGIN
    SELECT RAISE(ABORT, 'cases: nobody hears an appeal of their own denial');
END;

CREATE TRIGGER cases_assigned_to_staff BEFORE UPDATE OF assigned ON cases
WHEN NEW.assigned IS NOT NULL AND NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.assigned AND disabled = 0 AND role <> 'supervisor') BEGIN
    SELECT RAISE(ABORT, 'cases: a case is assigned to a nurse or a physician with an account');
END;
