-- How far each history is bound by the workspace's, so that none is left out, however many were saved at a time.
ALTER TABLE chains ADD COLUMN bound INTEGER NOT NULL DEFAULT 0; -- of its entries
DROP TRIGGER chains_grow;
CREATE TRIGGER chains_grow BEFORE UPDATE OF chain, length, head, unsigned ON chains
WHEN NEW.chain <> OLD.chain OR NEW.length <> OLD.length + 1 OR NEW.unsigned <> OLD.unsigned BEGIN
    SELECT RAISE(ABORT, 'chains: a chain only grows');
END;
CREATE TRIGGER chains_bound_on BEFORE UPDATE OF bound ON chains WHEN NEW.bound < OLD.bound OR NEW.bound > NEW.length BEGIN
    SELECT RAISE(ABORT, 'chains: what is bound stays bound');
END;
CREATE INDEX chains_unbound ON chains (chain) WHERE bound < length;

-- Who somebody is stands in the history from the day the account was made; an account is disabled or enabled, nothing else.
CREATE TRIGGER users_keep_who BEFORE UPDATE OF id, login, login_folded, name, role, credential, specialty, npi, licence_state,
    created_at ON users BEGIN
    SELECT RAISE(ABORT, 'users: an account stays whose it is');
END;

-- Letters that have no accent to fold, apostrophes and hyphens of other kinds: found as they are typed (Folded.cpp).
UPDATE cases SET
    member_folded = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(member_folded, 'ł', 'l'), 'ø', 'o'), 'đ', 'd'), 'ħ', 'h'), 'ı', 'i'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ð', 'd'), '‘', ''''), '’', ''''), 'ʼ', ''''), 'ʹ', ''''), '`', ''''), '‐', '-'), '‒', '-'), '–', '-'), '—', '-'), '―', '-'),
    folded = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(folded, 'ł', 'l'), 'ø', 'o'), 'đ', 'd'), 'ħ', 'h'), 'ı', 'i'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ð', 'd'), '‘', ''''), '’', ''''), 'ʼ', ''''), 'ʹ', ''''), '`', ''''), '‐', '-'), '‒', '-'), '–', '-'), '—', '-'), '―', '-'),
    provider_folded = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(provider_folded, 'ł', 'l'), 'ø', 'o'), 'đ', 'd'), 'ħ', 'h'), 'ı', 'i'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ð', 'd'), '‘', ''''), '’', ''''), 'ʼ', ''''), 'ʹ', ''''), '`', ''''), '‐', '-'), '‒', '-'), '–', '-'), '—', '-'), '―', '-')
WHERE folded GLOB '*[łøđħıæœþð‘’ʼʹ`‐‒–—―]*';
