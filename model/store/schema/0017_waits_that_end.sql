-- When the wait of a case that waits for information ends, so that those whose wait is over stand at the beginning of an index;
-- a projection of the case by cases/DueDate, 253402300799999 where nobody waits. Those that wait now are worked out when the
-- workspace is opened (DueRenewal.cpp).
ALTER TABLE cases ADD COLUMN wait_until INTEGER NOT NULL DEFAULT 253402300799999;
CREATE INDEX cases_waits ON cases (wait_until, seq) WHERE status = 'pended';
