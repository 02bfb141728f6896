-- Which transactions went through, for a program that lost the answer to its COMMIT. Each says a random number of its own at its end;
-- nobody reads or writes the table but by these two. What is older than an hour is forgotten.
CREATE TABLE commits (
    number  uuid PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT now(),
    through boolean NOT NULL, -- false: it was asked for first, and can be said no more
    asked   bigint NOT NULL DEFAULT 0
);
CREATE INDEX commits_at ON commits (at);
CREATE FUNCTION said(which uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO commits (number, through) VALUES (which, true);
    IF random() < 0.01 THEN -- each takes a few of the old ones along, and waits for nobody who does so too
        DELETE FROM commits WHERE number IN (
            SELECT number FROM commits WHERE at < now() - interval '1 hour' ORDER BY at LIMIT 400 FOR UPDATE SKIP LOCKED);
    END IF;
    RETURN true;
END $$;
-- Asked on another connection. It waits for a transaction that is still about to end, and what it answers stays so: one that comes
-- later fails. It always writes, so that its own commit waits for the standbys that the one asked about has to be on.
CREATE FUNCTION heard(which uuid) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO commits (number, through) VALUES (which, false)
    ON CONFLICT (number) DO UPDATE SET asked = commits.asked + 1 RETURNING through
$$;
REVOKE ALL ON FUNCTION said(uuid), heard(uuid) FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION said(uuid), heard(uuid) TO %I', group_of('staff')); END $$;

-- What is heard at once by every program that listens: which case was changed, which was opened or closed; its id, nothing else. A
-- save that neither the worklist shows nor anybody else has open is told once a minute: telling is in a line, for the whole server.
CREATE FUNCTION cases_tell() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM pg_notify('cases_changed', NEW.id);
    ELSIF (NEW.status, NEW.current_round, NEW.prepared_by, NEW.assigned, NEW.member_name, NEW.member_id, NEW.provider_name, NEW.procedure,
            NEW.outcome, NEW.outcome_tone, NEW.plan_words, NEW.expedited, NEW.due_at, NEW.letters, NEW.unprinted, NEW.line_of_business,
            NEW.plan_state, NEW.saved_at / 60000)
        IS DISTINCT FROM (OLD.status, OLD.current_round, OLD.prepared_by, OLD.assigned, OLD.member_name, OLD.member_id, OLD.provider_name,
            OLD.procedure, OLD.outcome, OLD.outcome_tone, OLD.plan_words, OLD.expedited, OLD.due_at, OLD.letters, OLD.unprinted,
            OLD.line_of_business, OLD.plan_state, OLD.saved_at / 60000)
        OR EXISTS (SELECT 1 FROM presence WHERE case_id = NEW.id OFFSET 1) THEN
        PERFORM pg_notify('cases_changed', NEW.id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER cases_tell AFTER INSERT OR UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION cases_tell();
CREATE FUNCTION told_with_its_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('cases_changed', NEW.case_id);
    RETURN NULL;
END $$;
CREATE TRIGGER case_notes_tell AFTER INSERT ON case_notes FOR EACH ROW EXECUTE FUNCTION told_with_its_case();
CREATE TRIGGER documents_tell AFTER INSERT OR UPDATE ON documents FOR EACH ROW EXECUTE FUNCTION told_with_its_case();
CREATE FUNCTION presence_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' OR NEW.user_id <> OLD.user_id THEN -- else it is only still there
        PERFORM pg_notify('cases_entered', coalesce(NEW.case_id, OLD.case_id));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER presence_tell AFTER INSERT OR UPDATE OR DELETE ON presence FOR EACH ROW EXECUTE FUNCTION presence_tell();
REVOKE ALL ON FUNCTION cases_tell(), told_with_its_case(), presence_tell() FROM PUBLIC;

-- What the numbers of the views are counted by, without the cases themselves.
CREATE INDEX cases_counted ON cases (letters, unprinted, status);
