-- Who somebody is can be corrected, a name after a wedding, another licence, once the correction stands in the workspace's history, as its
-- last entry and by a supervisor. Which account it is and what it may do stays.
DROP TRIGGER IF EXISTS users_keep_who;
CREATE TRIGGER users_keep_who BEFORE UPDATE OF id, login, login_folded, role, created_at ON users BEGIN
    SELECT RAISE(ABORT, 'users: an account stays whose it is');
END;
CREATE TRIGGER users_corrected_as_noted BEFORE UPDATE OF name, credential, specialty, npi, licence_state ON users
WHEN trim(NEW.name) = '' OR NOT EXISTS (
    SELECT 1 FROM chains JOIN audit ON audit.chain = chains.chain AND audit.sequence = chains.length
    JOIN users AS supervisor ON supervisor.id = audit.user_id AND supervisor.role = 'supervisor' AND supervisor.disabled = 0
    WHERE chains.chain = '' AND audit.action = 'correct_user'
        AND json_extract(audit.changes, '$[0].field') = '/users/' || NEW.id || '/who'
        AND json_extract(audit.changes, '$[0].after') = NEW.name || char(10) || NEW.credential || char(10) || NEW.specialty || char(10)
            || NEW.npi || char(10) || NEW.licence_state) BEGIN
    SELECT RAISE(ABORT, 'users: who somebody is changes as the history says');
END;
