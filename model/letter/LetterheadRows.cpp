#include "letter/LetterheadRows.h"

#include <QCoreApplication>
#include <QStringList>

namespace reviewdesk {

const std::vector<SettingGroup> &settingGroups()
{
    static const std::vector<SettingGroup> all{
        {QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "The plan"),
            {{"plan_name", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Name of the plan"), 1},
                {"department", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Department"), 1},
                {"address", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Address, a line each"), 3},
                {"phone", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Phone"), 1},
                {"tty", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "TTY"), 1},
                {"fax", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Fax"), 1},
                {"website", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Website"), 1}}},
        {QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Where information is sent"),
            {{"submission_fax", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Fax for records"), 1},
                {"submission_portal", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Portal"), 1},
                {"submission_address", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Mail for records"), 1}}},
        {QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Talk with a physician reviewer"),
            {{"peer_to_peer_phone", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Phone for peer-to-peer"), 1},
                {"peer_to_peer_hours", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Hours for peer-to-peer"), 1}}},
        {QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Appeals"),
            {{"appeal_limit", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Time to appeal, such as “180 days”"), 1},
                {"appeal_counts_from",
                    QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage",
                        "The time runs from, unless it is the day the letter was received"),
                    1},
                {"appeal_address", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Address for appeals"), 1},
                {"appeal_phone", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Phone for appeals"), 1},
                {"appeal_fax", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Fax for appeals"), 1},
                {"appeal_decision", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "An appeal is decided within"), 1},
                {"expedited_appeal_phone", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Phone for fast appeals"),
                    1},
                {"expedited_appeal_decision",
                    QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "A fast appeal is decided within"), 1},
                {"external_review",
                    QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "External review and how to start it"), 4},
                {"fair_hearing", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "State fair hearing (Medicaid)"), 4},
                {"continued_benefits",
                    QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Care that goes on during an appeal (Medicaid)"),
                    4}}},
        {QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "What a denial rests on"),
            {{"benefit_section", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Section of the contract"), 3},
                {"denial_code", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Denial code"), 1},
                {"denial_code_meaning", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "What the denial code means"),
                    2},
                {"contract_denial_code",
                    QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Denial code by contract language"), 1},
                {"contract_denial_code_meaning",
                    QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "What the code by contract language means"), 2},
                {"cms_form_text",
                    QT_TRANSLATE_NOOP(
                        "reviewdesk::LetterheadPage", "Text of form CMS-10003 (Medicare Advantage), as it is"),
                    8}}},
        {QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Help and notices"),
            {{"consumer_assistance", QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Consumer assistance"), 4},
                {"language_line",
                    QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Language assistance, in all languages"), 4},
                {"nondiscrimination_notice",
                    QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Nondiscrimination notice"), 6}}},
    };
    return all;
}

const OnceTitles &onceTitles()
{
    static const OnceTitles all{QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "Logo, PNG or JPEG"),
        QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "&Days to answer a request for information"),
        QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage", "&Hours to answer when it is urgent"),
        QT_TRANSLATE_NOOP("reviewdesk::LetterheadPage",
            "The plan receives &federal funds:\nthe nondiscrimination notice is required")};
    return all;
}

QString letterheadTitle(const QString &setting)
{
    const QString name = setting.section(u' ', 0, 0);
    for (const SettingGroup &group : settingGroups()) {
        for (const SettingRow &row : group.rows) {
            if (name != QLatin1String(row.name))
                continue;
            const QString title = QCoreApplication::translate("reviewdesk::LetterheadPage", row.title);
            return name == setting
                ? title
                : QCoreApplication::translate("reviewdesk::LetterheadPage", "%1 (in Spanish)").arg(title);
        }
    }
    return setting;
}

QString letterheadWords()
{
    QStringList words;
    const auto add = [&words](const char *title) {
        words.append(QCoreApplication::translate("reviewdesk::LetterheadPage", title));
    };
    const OnceTitles &once = onceTitles();
    for (const char *title : {once.logo, once.days, once.hours, once.federalFunds})
        add(title);
    for (const SettingGroup &group : settingGroups()) {
        add(group.title);
        for (const SettingRow &row : group.rows)
            add(row.title);
    }
    return words.join(u' ');
}

} // namespace reviewdesk
