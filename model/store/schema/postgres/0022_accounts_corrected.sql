-- As the embedded step of this number.
DROP FUNCTION users_keep_who() CASCADE;
CALL rule('users_keep_who', 'UPDATE OF id, login, login_folded, role, created_at ON users', 'true', 'users: an account stays whose it is');
CALL rule('users_corrected_as_noted', 'UPDATE OF name, credential, specialty, npi, licence_state ON users', $$trim(NEW.name) = '' OR NOT EXISTS (
    SELECT 1 FROM chains JOIN audit ON audit.chain = chains.chain AND audit.sequence = chains.length
    JOIN users AS supervisor ON supervisor.id = audit.user_id AND supervisor.role = 'supervisor' AND supervisor.disabled = 0
    WHERE chains.chain = '' AND audit.action = 'correct_user'
        AND audit.changes::json -> 0 ->> 'field' = '/users/' || NEW.id || '/who'
        AND audit.changes::json -> 0 ->> 'after' = NEW.name || chr(10) || NEW.credential || chr(10)
            || NEW.specialty || chr(10) || NEW.npi || chr(10) || NEW.licence_state)$$,
    'users: who somebody is changes as the history says');
REVOKE ALL ON FUNCTION users_keep_who(), users_corrected_as_noted() FROM PUBLIC;
DO $$ BEGIN
    EXECUTE format('GRANT UPDATE (name, credential, specialty, npi, licence_state) ON users TO %I', group_of('supervisor'));
END $$;
