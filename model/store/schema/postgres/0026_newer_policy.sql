-- As the embedded step of this number.
ALTER TABLE rounds ADD COLUMN policy_begins text NOT NULL DEFAULT '';
DO $$ BEGIN EXECUTE format('GRANT UPDATE (policy_begins) ON rounds TO %I', group_of('staff')); END $$;
