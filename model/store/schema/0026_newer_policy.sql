-- From when the version of the policy holds that a round was last worked on by: a program that does not have it, and whose own
-- begins earlier, is the older one and leaves the round alone. Empty: not known.
ALTER TABLE rounds ADD COLUMN policy_begins TEXT NOT NULL DEFAULT '';
