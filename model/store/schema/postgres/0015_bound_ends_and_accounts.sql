-- As the embedded step of this number; no cases were kept on a server before their texts were folded so.
ALTER TABLE chains ADD COLUMN bound bigint NOT NULL DEFAULT 0;
DROP FUNCTION chains_grow() CASCADE;
CALL rule('chains_grow', 'UPDATE OF chain, length, head, unsigned ON chains',
    $$NEW.chain <> OLD.chain OR NEW.length <> OLD.length + 1 OR NEW.unsigned <> OLD.unsigned$$, 'chains: a chain only grows');
CALL rule('chains_bound_on', 'UPDATE OF bound ON chains', $$NEW.bound < OLD.bound OR NEW.bound > NEW.length$$,
    'chains: what is bound stays bound');
CREATE INDEX chains_unbound ON chains (chain) WHERE bound < length;
CALL rule('users_keep_who', 'UPDATE OF id, login, login_folded, name, role, credential, specialty, npi, licence_state, created_at ON users',
    'true', 'users: an account stays whose it is');
REVOKE ALL ON FUNCTION chains_grow(), chains_bound_on(), users_keep_who() FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT UPDATE (bound) ON chains TO %I', group_of('staff')); END $$;
