-- The worklist of a million cases on a server: each order has an index, the numbers of cases are kept and not counted, and an
-- autosave, which changes nothing that the worklist filters by, touches no index of `cases` (it stays on its page: a HOT update).

-- By the time of the last save: beside the cases, since each autosave changes it.
CREATE TABLE worklist_saves (
    seq      bigint PRIMARY KEY, -- of the case
    saved_at bigint NOT NULL
);
CREATE FUNCTION cases_saved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO worklist_saves (seq, saved_at) VALUES (NEW.seq, NEW.saved_at)
        ON CONFLICT (seq) DO UPDATE SET saved_at = excluded.saved_at;
    RETURN NULL;
END $$;
CREATE TRIGGER cases_saved_first AFTER INSERT ON cases FOR EACH ROW EXECUTE FUNCTION cases_saved();
CREATE TRIGGER cases_saved_again AFTER UPDATE OF saved_at ON cases FOR EACH ROW WHEN (NEW.saved_at <> OLD.saved_at)
    EXECUTE FUNCTION cases_saved();

-- The searched texts, close together: how many hold a word is counted here, where a search asks nothing else.
CREATE TABLE worklist_texts (
    seq    bigint PRIMARY KEY, -- of the case
    folded text NOT NULL,
    closed bigint NOT NULL
);

-- When it was decided, for the workload: nothing as long as it is open, whenever that is saved.
ALTER TABLE cases ADD COLUMN decided_at bigint GENERATED ALWAYS AS (CASE WHEN status IN ('approved', 'denied') THEN saved_at END) STORED;
ALTER TABLE cases SET (fillfactor = 85);

DROP INDEX cases_saved, cases_closed_by_decider, cases_due_last_open_first, cases_counted, cases_prepared, cases_assigned;
CREATE INDEX cases_open_preparer ON cases (prepared_by, due_at, seq) WHERE closed = 0;
CREATE INDEX cases_open_assignee ON cases (assigned, due_at, seq) WHERE closed = 0;
CREATE INDEX cases_decided ON cases (decided_at, changed_by) WHERE decided_at IS NOT NULL;
CREATE INDEX cases_by_procedure ON cases (procedure, due_at, seq);
CREATE INDEX cases_by_outcome ON cases (outcome_tone, outcome, due_at, seq);
CREATE INDEX cases_by_plan ON cases (plan_words, due_at, seq);
CREATE INDEX cases_by_preparer ON cases (prepared_by, due_at, seq);
CREATE INDEX cases_by_assignee ON cases (coalesce(assigned, ''), due_at, seq);
CREATE INDEX cases_by_urgency ON cases (expedited, due_at, seq);
CREATE INDEX cases_by_business ON cases (line_of_business, due_at, seq);
CREATE INDEX cases_by_state ON cases (plan_state, due_at, seq);

-- How many cases there are of each kind, to be added up. The columns are named and asked as those of `cases`; letters, unprinted and
-- unissued say only whether. Each change adds rows to it and takes none away, so that nobody waits for anybody; they are added
-- together now and then. levels:
--   0  how often anything was changed that a case is filtered or sorted by, but for the time of its save: as long as the sum is the
--      same, so is every answer
--   1  by status and letters
--   2  and by people
--   3  and by all else that has few words, without people
--   4  open cases, by status and the day (UTC) in which they are due: due_at is its beginning
CREATE TABLE worklist_counts (
    level            smallint NOT NULL,
    status           text NOT NULL DEFAULT '',
    closed           bigint NOT NULL DEFAULT 0,
    letters          bigint NOT NULL DEFAULT 0,
    unprinted        bigint NOT NULL DEFAULT 0,
    unissued         bigint NOT NULL DEFAULT 0,
    prepared_by      text NOT NULL DEFAULT '',
    assigned         text NOT NULL DEFAULT '',
    line_of_business text NOT NULL DEFAULT '',
    plan_state       text NOT NULL DEFAULT '',
    expedited        bigint NOT NULL DEFAULT 0,
    procedure        text NOT NULL DEFAULT '',
    outcome_tone     bigint NOT NULL DEFAULT 0,
    outcome          text NOT NULL DEFAULT '',
    plan_words       text NOT NULL DEFAULT '',
    due_at           bigint NOT NULL DEFAULT 0,
    held             bigint NOT NULL,
    loose            boolean NOT NULL DEFAULT true, -- not added to others yet
    kind             bigint NOT NULL GENERATED ALWAYS AS (hashtextextended(level::text || status || letters::text || unprinted::text ||
        unissued::text || prepared_by || assigned || line_of_business || plan_state || expedited::text || procedure ||
        outcome_tone::text || outcome || plan_words || due_at::text, 0)) STORED
);
CREATE INDEX worklist_counts_level ON worklist_counts (level);
CREATE INDEX worklist_counts_loose ON worklist_counts (loose) WHERE loose;
CREATE INDEX worklist_counts_kind ON worklist_counts (kind) WHERE NOT loose;

-- Where a case is counted, a row a level.
CREATE FUNCTION worklist_shares(one cases) RETURNS TABLE (level smallint, status text, closed bigint, letters bigint, unprinted bigint,
    unissued bigint, prepared_by text, assigned text, line_of_business text, plan_state text, expedited bigint, procedure text,
    outcome_tone bigint, outcome text, plan_words text, due_at bigint) LANGUAGE sql IMMUTABLE AS $$
    SELECT at::smallint, one.status, one.closed, CASE WHEN at < 4 THEN least(one.letters, 1) ELSE 0 END,
        CASE WHEN at < 4 THEN least(one.unprinted, 1) ELSE 0 END, CASE WHEN at < 4 THEN least(one.unissued, 1) ELSE 0 END,
        CASE at WHEN 2 THEN one.prepared_by ELSE '' END, CASE at WHEN 2 THEN coalesce(one.assigned, '') ELSE '' END,
        CASE at WHEN 3 THEN one.line_of_business ELSE '' END, CASE at WHEN 3 THEN one.plan_state ELSE '' END,
        CASE at WHEN 3 THEN one.expedited ELSE 0 END, CASE at WHEN 3 THEN one.procedure ELSE '' END,
        CASE at WHEN 3 THEN one.outcome_tone ELSE 0 END, CASE at WHEN 3 THEN one.outcome ELSE '' END,
        CASE at WHEN 3 THEN one.plan_words ELSE '' END,
        CASE at WHEN 4 THEN one.due_at - ((one.due_at % 86400000) + 86400000) % 86400000 ELSE 0 END
    FROM generate_series(1, 4) AS at WHERE at < 4 OR one.closed = 0
$$;
-- Adds some of what is loose to the rest; whoever does so at the same time takes others.
CREATE FUNCTION worklist_gather() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH taken AS (
        DELETE FROM worklist_counts WHERE ctid = ANY (ARRAY(SELECT ctid FROM worklist_counts WHERE loose LIMIT 2000 FOR UPDATE SKIP LOCKED))
        RETURNING *
    ), same AS (
        DELETE FROM worklist_counts WHERE ctid = ANY (ARRAY(SELECT ctid FROM worklist_counts WHERE NOT loose
            AND kind IN (SELECT kind FROM taken) FOR UPDATE SKIP LOCKED))
        RETURNING *
    )
    INSERT INTO worklist_counts (level, status, closed, letters, unprinted, unissued, prepared_by, assigned, line_of_business,
        plan_state, expedited, procedure, outcome_tone, outcome, plan_words, due_at, held, loose)
    SELECT level, status, closed, letters, unprinted, unissued, prepared_by, assigned, line_of_business,
        plan_state, expedited, procedure, outcome_tone, outcome, plan_words, due_at, sum(held), false
    FROM (SELECT * FROM taken UNION ALL SELECT * FROM same) AS both_
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 HAVING sum(held) <> 0
$$;
CREATE FUNCTION cases_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO worklist_counts (level, held) VALUES (0, 1);
    IF TG_OP = 'INSERT' THEN
        INSERT INTO worklist_texts (seq, folded, closed) VALUES (NEW.seq, NEW.folded, NEW.closed);
        INSERT INTO worklist_counts (level, status, closed, letters, unprinted, unissued, prepared_by, assigned, line_of_business,
            plan_state, expedited, procedure, outcome_tone, outcome, plan_words, due_at, held)
        SELECT *, 1 FROM worklist_shares(NEW);
    ELSE
        UPDATE worklist_texts SET folded = NEW.folded, closed = NEW.closed
            WHERE seq = NEW.seq AND (folded, closed) <> (NEW.folded, NEW.closed);
        INSERT INTO worklist_counts (level, status, closed, letters, unprinted, unissued, prepared_by, assigned, line_of_business,
            plan_state, expedited, procedure, outcome_tone, outcome, plan_words, due_at, held)
        SELECT level, status, closed, letters, unprinted, unissued, prepared_by, assigned, line_of_business,
            plan_state, expedited, procedure, outcome_tone, outcome, plan_words, due_at, sum(by)
        FROM (SELECT *, 1 AS by FROM worklist_shares(NEW) UNION ALL SELECT *, -1 FROM worklist_shares(OLD)) AS both_
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 HAVING sum(by) <> 0;
    END IF;
    IF random() < 0.005 THEN
        PERFORM worklist_gather();
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER cases_counted_first AFTER INSERT ON cases FOR EACH ROW EXECUTE FUNCTION cases_counted();
CREATE TRIGGER cases_counted_again AFTER UPDATE ON cases FOR EACH ROW WHEN ((NEW.status, NEW.letters, NEW.unprinted, NEW.unissued,
        NEW.prepared_by, NEW.line_of_business, NEW.plan_state, NEW.expedited, NEW.procedure, NEW.outcome_tone, NEW.outcome,
        NEW.plan_words, NEW.due_at, NEW.wait_until, NEW.member_folded, NEW.member_id, NEW.provider_folded, NEW.folded)
    <> (OLD.status, OLD.letters, OLD.unprinted, OLD.unissued,
        OLD.prepared_by, OLD.line_of_business, OLD.plan_state, OLD.expedited, OLD.procedure, OLD.outcome_tone, OLD.outcome,
        OLD.plan_words, OLD.due_at, OLD.wait_until, OLD.member_folded, OLD.member_id, OLD.provider_folded, OLD.folded)
    OR NEW.assigned IS DISTINCT FROM OLD.assigned) EXECUTE FUNCTION cases_counted();

-- All of it from the cases, where they came past the triggers.
CREATE FUNCTION worklist_anew() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM worklist_saves;
    INSERT INTO worklist_saves (seq, saved_at) SELECT seq, saved_at FROM cases;
    DELETE FROM worklist_texts;
    INSERT INTO worklist_texts (seq, folded, closed) SELECT seq, folded, closed FROM cases;
    DELETE FROM worklist_counts WHERE level > 0;
    INSERT INTO worklist_counts (level, status, closed, letters, unprinted, unissued, prepared_by, assigned, line_of_business,
        plan_state, expedited, procedure, outcome_tone, outcome, plan_words, due_at, held, loose)
    SELECT shares.*, count(*), false FROM cases, worklist_shares(cases) AS shares
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16;
    INSERT INTO worklist_counts (level, held) VALUES (0, 1);
$$;
SELECT worklist_anew();
CREATE INDEX worklist_saves_in_order ON worklist_saves (saved_at, seq);
CREATE INDEX worklist_texts_found ON worklist_texts USING gin (folded trigrams.gin_trgm_ops);
-- What is kept wrong: nothing, or how many kinds.
CREATE FUNCTION worklist_wrong() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (SELECT count(*) FROM (
        SELECT 1 FROM (
            SELECT level, status, closed, letters, unprinted, unissued, prepared_by, assigned, line_of_business, plan_state, expedited,
                procedure, outcome_tone, outcome, plan_words, due_at, held FROM worklist_counts WHERE level > 0
            UNION ALL
            SELECT shares.*, -1 FROM cases, worklist_shares(cases) AS shares) AS both_
        GROUP BY level, status, closed, letters, unprinted, unissued, prepared_by, assigned, line_of_business, plan_state, expedited,
            procedure, outcome_tone, outcome, plan_words, due_at
        HAVING sum(held) <> 0) AS kinds)
    + (SELECT count(*) FROM cases FULL JOIN worklist_saves USING (seq) WHERE cases.saved_at IS DISTINCT FROM worklist_saves.saved_at)
    + (SELECT count(*) FROM cases FULL JOIN worklist_texts USING (seq) WHERE (cases.folded, cases.closed) IS DISTINCT FROM (worklist_texts.folded, worklist_texts.closed))
$$;
REVOKE ALL ON FUNCTION cases_saved(), worklist_shares(cases), worklist_gather(), cases_counted(), worklist_anew(), worklist_wrong() FROM PUBLIC;
DO $$
BEGIN
    EXECUTE format('GRANT SELECT ON worklist_saves, worklist_texts, worklist_counts TO %I', group_of('staff'));
    EXECUTE format('GRANT EXECUTE ON FUNCTION worklist_wrong() TO %I', group_of('staff'));
END $$;
