-- As the embedded step of this number.
DROP FUNCTION users_keep_who() CASCADE;
CALL rule('users_keep_who', 'UPDATE OF id, login, login_folded, role, created_at ON users', 'true', 'users: an account stays whose it is');
CALL rule('users_have_names', 'UPDATE OF name ON users', $$trim(NEW.name) = ''$$, 'users: an account has a name');
REVOKE ALL ON FUNCTION users_keep_who(), users_have_names() FROM PUBLIC;
DO $$ BEGIN
    EXECUTE format('GRANT UPDATE (name, credential, specialty, npi, licence_state) ON users TO %I', group_of('supervisor'));
END $$;
