-- The worklist's words were kept in the language of whoever saved: one case was listed apart from its like, and in words that its
-- reader had not chosen. They are English now, and told in each reader's language.
UPDATE cases SET outcome = CASE
    WHEN outcome = '1 por responder' THEN '1 answer left'
    WHEN substr(outcome, -14) = ' por responder' THEN substr(outcome, 1, length(outcome) - 14) || ' answers left'
    WHEN substr(outcome, -4) = ': sí' THEN substr(outcome, 1, length(outcome) - 4) || ' met'
    ELSE substr(outcome, 1, length(outcome) - 4) || ' not met' END
WHERE substr(outcome, -14) = ' por responder' OR substr(outcome, -4) IN (': sí', ': no');
UPDATE cases SET plan_words = CASE plan_words WHEN 'Autofinanciado' THEN 'Self-funded' ELSE 'Commercial' || substr(plan_words, 10) END
WHERE plan_words IN ('Autofinanciado', 'Comercial') OR substr(plan_words, 1, 10) = 'Comercial ';
