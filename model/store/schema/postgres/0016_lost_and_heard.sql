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
