#include "store/CaseWalk.h"

#include "policy/JsonValue.h"
#include "store/Database.h"
#include "store/WorkspaceParts.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CaseWalk)
};

/// As the case file writes them: a text, true or false, null for not documented.
Result<QMap<QString, GivenAnswer>> factsIn(const QString &json, const QString &number)
{
    QMap<QString, GivenAnswer> facts;
    if (json.isEmpty())
        return facts;
    const Result<JsonValue> read = readJson(json.toUtf8());
    const JsonValue::Object *members = read ? read->asObject() : nullptr;
    if (!members)
        return Error{QStringLiteral("damaged"), Say::tr("The answers of a case cannot be read."), number};
    for (const auto &[name, value] : *members) {
        GivenAnswer answer;
        if (const QString *text = value.asString())
            answer.value = *text;
        else if (const bool *truth = value.asBool())
            answer.value = *truth ? QStringLiteral("true") : QStringLiteral("false");
        facts.insert(name, answer);
    }
    return facts;
}

const QString pageOfCases =
    QStringLiteral("SELECT cases.seq, cases.id, cases.number, cases.status, cases.member_name, cases.member_id,"
                   " json_extract(rounds.content, '$.facts')"
                   " FROM cases JOIN rounds ON rounds.case_id = cases.id AND rounds.number = cases.current_round"
                   " WHERE cases.seq > ? ORDER BY cases.seq LIMIT ?");

} // namespace

Result<void> walkCases(Database &database, const Workspace::CaseVisitor &visit, const Workspace::Progress &progress)
{
    constexpr int page = 250; // cases; a server sends no more at once, and nobody waits longer to stop it
    const Database::Snapshot snapshot(database);
    if (!snapshot.begun())
        return snapshot.begun().error();
    const Result<Database::Row> count = database.row(QStringLiteral("SELECT count(*) FROM cases"), {});
    if (!count)
        return count.error();
    const int all = count->at(0).toInt();
    int shown = 0;
    qint64 last = 0;
    for (bool more = true; more;) {
        if (progress && !progress(shown, all))
            return Error{QStringLiteral("stopped"), Say::tr("It was stopped."), {}};
        int found = 0;
        const Result<void> read =
            database.each(pageOfCases, {last, page}, [&](const Database::Row &row) -> Result<void> {
                ++found;
                last = row.at(0).toLongLong();
                WalkedCase one;
                one.caseId = row.at(1).toString();
                one.number = row.at(2).toString();
                one.status = statusFromWord(row.at(3).toString()).value_or(Status::Draft);
                one.memberName = row.at(4).toString();
                one.memberId = row.at(5).toString();
                Result<QMap<QString, GivenAnswer>> facts = factsIn(row.at(6).toString(), one.number);
                if (!facts)
                    return facts.error();
                one.facts = std::move(facts).value();
                visit(one);
                return {};
            });
        if (!read)
            return read;
        shown += found;
        more = found == page;
    }
    if (progress && !progress(shown, all))
        return Error{QStringLiteral("stopped"), Say::tr("It was stopped."), {}};
    return {};
}

Result<Workspace::CaseWalk> Workspace::caseWalk()
{
    if (user().role != Role::Supervisor)
        return Error{QStringLiteral("role"), Say::tr("What another policy would change is a supervisor's to see."), {}};
    return CaseWalk([open = m_parts->opener(Database::Mode::Inspect)](
                        const CaseVisitor &visit, const Progress &progress) -> Result<void> {
        const Result<std::unique_ptr<Database>> database = open();
        if (!database)
            return database.error();
        return walkCases(**database, visit, progress);
    });
}

} // namespace reviewdesk
