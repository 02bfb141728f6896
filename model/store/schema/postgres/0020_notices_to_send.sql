-- As the embedded step of this number.
UPDATE cases SET unissued = counted.wanted FROM (
    SELECT id, (SELECT count(*) FROM (SELECT 'member' AS recipient UNION ALL SELECT 'provider') AS whom,
        (SELECT 'approval' AS kind, 'approved' AS status UNION ALL SELECT 'denial', 'denied'
            UNION ALL SELECT 'information_request', 'pended' UNION ALL SELECT 'withdrawal', 'withdrawn'
            UNION ALL SELECT 'extension_notice', 'extended') AS asked
        WHERE (asked.status = listed.status OR (asked.status = 'extended'
                AND listed.status IN ('draft', 'submitted', 'referred', 'pended') AND EXISTS (SELECT 1 FROM clock_events
                    WHERE case_id = listed.id AND round = listed.current_round AND kind = 'extended')))
            AND (listed.status <> 'withdrawn'
                OR trim(CASE whom.recipient WHEN 'member' THEN listed.member_name ELSE listed.provider_name END) <> '')
            AND NOT EXISTS (SELECT 1 FROM letters WHERE letters.case_id = listed.id AND letters.round = listed.current_round
                AND (letters.kind <> 'information_request' OR letters.wait = (SELECT count(*) FROM clock_events
                    WHERE case_id = listed.id AND round = listed.current_round AND kind = 'asked'))
                AND letters.kind = asked.kind AND letters.recipient = whom.recipient)) AS wanted
    FROM cases AS listed) AS counted
WHERE counted.id = cases.id AND counted.wanted <> cases.unissued;
