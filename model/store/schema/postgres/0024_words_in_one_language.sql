-- As the embedded step of this number. No step of the workflow: the rule that asks for one rests meanwhile.
ALTER TABLE cases DISABLE TRIGGER cases_change_by_steps;
UPDATE cases SET outcome = CASE
    WHEN outcome = '1 por responder' THEN '1 answer left'
    WHEN right(outcome, 14) = ' por responder' THEN left(outcome, -14) || ' answers left'
    WHEN right(outcome, 4) = ': sí' THEN left(outcome, -4) || ' met'
    ELSE left(outcome, -4) || ' not met' END
WHERE right(outcome, 14) = ' por responder' OR right(outcome, 4) IN (': sí', ': no');
UPDATE cases SET plan_words = CASE plan_words WHEN 'Autofinanciado' THEN 'Self-funded' ELSE 'Commercial' || substr(plan_words, 10) END
WHERE plan_words IN ('Autofinanciado', 'Comercial') OR left(plan_words, 10) = 'Comercial ';
ALTER TABLE cases ENABLE TRIGGER cases_change_by_steps;
