-- By due date the open cases come first, in either direction, and the closed ones last: nothing is due on them any more.
ALTER TABLE cases ADD COLUMN closed INTEGER NOT NULL GENERATED ALWAYS AS (status IN ('approved', 'denied', 'withdrawn')) VIRTUAL;

CREATE INDEX cases_due_open_first ON cases (closed, due_at, seq);
CREATE INDEX cases_due_last_open_first ON cases (closed, due_at DESC, seq DESC);
