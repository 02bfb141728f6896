#include "letter/LetterContent.h"

#include "letter/LetterheadSettings.h"
#include "letter/PageText.h"

namespace reviewdesk {

TemplateFields letterFields(const QList<ChecklistRule> &checklist, const LetterLanguage &language)
{
    TemplateFields fields;
    const QString texts = QStringLiteral("template_version title point_size small_size heading_size title_size "
                                         "large_print sample logo to_member to_provider expedited "
                                         "date member_name provider_name facility_name "
                                         "case_number procedure planned_on given_on policy_id policy_title policy_version "
                                         "policy_origin policy_effective contract_precedence "
                                         "outcome_label outcome_adverse denied_by_contract none_would_meet decided_on exception "
                                         "decider_name decider_credential decider_specialty "
                                         "decider_role authorization_number valid_from valid_to validity reply_by "
                                         "extension_reason extended_to contract_citation "
                                         "contract_text language_help correction_date correction_code "
                                         "correction_reason is_appeal denial_stands denied_on care_given outcome_open");
    const QStringList names = texts.split(u' ') + LetterheadSettings::names() + language.names();
    fields.names = QSet<QString>(names.begin(), names.end());
    for (const ChecklistRule &rule : checklist)
        fields.names.insert(QStringLiteral("show_") + rule.id);
    const auto list = [&fields](const char *name, const char *items) {
        const QStringList parts = QString::fromLatin1(items).split(u' ');
        fields.lists.insert(QString::fromLatin1(name), QSet<QString>(parts.begin(), parts.end()));
    };
    list("addressee", "line");
    list("re", "label value");
    list("procedures", "system code descriptor");
    list("diagnoses", "system code descriptor");
    list("criteria", "id words is_met is_not_met is_not_applicable is_unknown applies facts_sentence");
    list("reasons", "statement source");
    list("record", "statement source quote");
    list("recorded", "label value");
    list("readings", "text");
    list("not_shown", "whether criteria_ids");
    list("otherwise", "clause also_unknown");
    list("plain_reason", "line");
    list("plain_reason_english", "line");
    list("rationale", "line");
    list("asked_facts", "whether criteria_ids");
    list("asked_documents", "words criteria_ids");
    list("open_facts", "whether");
    const QStringList settings = LetterheadSettings::listNames();
    for (const QString &name : settings) {
        fields.names.remove(name);
        fields.lists.insert(name, {QStringLiteral("line")});
    }
    return fields;
}

QList<ChecklistRule> rulesFor(const LetterRequest &request, const QList<ChecklistRule> &checklist)
{
    const std::optional<LineOfBusiness> lineOfBusiness = request.reviewCase.request.lineOfBusiness;
    const LetterheadSettings settings(request.letterhead, lineOfBusiness);
    QList<ChecklistRule> rules;
    for (const ChecklistRule &rule : checklist) {
        if (rule.appliesTo(request.kind, request.recipient, lineOfBusiness) &&
            rule.fitsRound(request.appeal.has_value(), request.reviewCase.request.timing) &&
            (rule.whenSetting.isEmpty() || settings.isTrue(rule.whenSetting)))
            rules.append(rule);
    }
    return rules;
}

QString letterTitle(const LetterRequest &request, const LetterLanguage &language)
{
    const QString number = pageText(request.reviewCase.number);
    const QString kind = language.say(("title_" + toWord(request.kind).toLatin1()).constData());
    return number.isEmpty() ? kind : QStringLiteral("%1, %2").arg(kind, number);
}

} // namespace reviewdesk
