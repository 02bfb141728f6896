-- Who somebody is can be corrected, a name after a wedding, another licence: each correction stands in the history, and `verify` holds
-- the account against the last of them. Which account it is and what it may do stays.
DROP TRIGGER IF EXISTS users_keep_who;
CREATE TRIGGER users_keep_who BEFORE UPDATE OF id, login, login_folded, role, created_at ON users BEGIN
    SELECT RAISE(ABORT, 'users: an account stays whose it is');
END;
CREATE TRIGGER users_have_names BEFORE UPDATE OF name ON users WHEN trim(NEW.name) = '' BEGIN
    SELECT RAISE(ABORT, 'users: an account has a name');
END;
