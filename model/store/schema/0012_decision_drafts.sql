-- A half-written decision leads to a step that takes its words: not to a remark, an assignment or a second review, which everybody has.
DROP TRIGGER decision_drafts_lead_to_a_step;
CREATE TRIGGER decision_drafts_lead_to_a_step BEFORE INSERT ON decision_drafts
WHEN NOT EXISTS (
    SELECT 1 FROM cases JOIN users ON users.id = NEW.user_id AND users.disabled = 0
    JOIN workflow ON workflow.from_status = cases.status AND workflow.role = users.role
    WHERE cases.id = NEW.case_id
        AND workflow.action NOT IN ('edit', 'issue_letter', 'assign', 'comment', 'peer_to_peer', 'second_review')) BEGIN
    SELECT RAISE(ABORT, 'decision_drafts: there is no step this person could take');
END;
