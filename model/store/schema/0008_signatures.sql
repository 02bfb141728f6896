-- Every entry of a history is signed by the person it names. The private halves are in the key file; a public one is introduced by an
-- entry of the workspace's own chain: see AuditLog.h. What is older than this step has no signature; how far that goes in each chain is
-- kept, and the first signed entry holds a digest of it.
CREATE TABLE signing_keys (
    id      INTEGER PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    public  BLOB NOT NULL UNIQUE CHECK (length(public) = 32) -- Ed25519
) STRICT;

CREATE TRIGGER signing_keys_unchanged BEFORE UPDATE ON signing_keys BEGIN
    SELECT RAISE(ABORT, 'signing_keys: a key is never changed');
END;
CREATE TRIGGER signing_keys_kept BEFORE DELETE ON signing_keys BEGIN
    SELECT RAISE(ABORT, 'signing_keys: a key is never deleted');
END;

ALTER TABLE audit ADD COLUMN signer INTEGER; -- of signing_keys; NULL: from before this step
ALTER TABLE audit ADD COLUMN signature BLOB CHECK (signature IS NULL OR length(signature) = 64);
ALTER TABLE chains ADD COLUMN unsigned INTEGER NOT NULL DEFAULT 0; -- entries from before this step

DROP TRIGGER chains_grow;
UPDATE chains SET unsigned = length;
CREATE TRIGGER chains_grow BEFORE UPDATE ON chains
WHEN NEW.chain <> OLD.chain OR NEW.length <> OLD.length + 1 OR NEW.unsigned <> OLD.unsigned BEGIN
    SELECT RAISE(ABORT, 'chains: a chain only grows');
END;
CREATE TRIGGER chains_begin_signed BEFORE INSERT ON chains WHEN NEW.unsigned <> 0 BEGIN
    SELECT RAISE(ABORT, 'chains: every new entry is signed');
END;

CREATE TRIGGER audit_signed BEFORE INSERT ON audit
WHEN NEW.signature IS NULL OR NOT EXISTS (SELECT 1 FROM signing_keys WHERE id = NEW.signer AND user_id = NEW.user_id) BEGIN
    SELECT RAISE(ABORT, 'audit: an entry is signed by the person it names');
END;
