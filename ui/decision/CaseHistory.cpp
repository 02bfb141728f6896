#include "ui/decision/CaseHistory.h"

#include "cases/DateWords.h"
#include "ui/widgets/Styling.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListWidget>
#include <QMap>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

namespace {

/// The answer a history entry names, as the question offers it.
QString answerOf(const Fact &fact, const QJsonObject &change)
{
    if (!change.contains(QStringLiteral("after")))
        return CaseHistory::tr("taken back");
    const QString value = change.value(QStringLiteral("after")).toVariant().toString();
    for (const FactOption &option : fact.options) {
        if (option.value == value)
            return option.label;
    }
    return CaseHistory::tr("not documented");
}

/// The part of the case that a pointer leads into; empty: the step itself says it.
QString partOf(const QString &head)
{
    static const QMap<QString, const char *> parts{
        {QStringLiteral("member"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "member")},
        {QStringLiteral("provider"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "provider")},
        {QStringLiteral("facility"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "facility")},
        {QStringLiteral("service"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "service")},
        {QStringLiteral("documents"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "documents")},
        {QStringLiteral("recorded"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "recorded items")},
        {QStringLiteral("nurse_note"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "nurse's note")},
        {QStringLiteral("determination"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "decision and its reasons")},
        {QStringLiteral("status"), nullptr}, {QStringLiteral("letters"), nullptr},
        {QStringLiteral("attached"), nullptr}};
    const auto part = parts.constFind(head);
    if (part == parts.cend())
        return CaseHistory::tr("request");
    return *part ? CaseHistory::tr(*part) : QString();
}

} // namespace

CaseHistory::CaseHistory(ReviewSession &session, QWidget *parent)
    : Card(tr("Decision and history"), parent), m_session(session), m_list(new QListWidget)
{
    addDetermination();
    body()->addWidget(makeLabel(tr("History"), TextRole::Strong));
    m_list->setAccessibleName(tr("History of the case"));
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(m_list, 1);
    load();
}

void CaseHistory::load()
{
    m_session.workshop().run(
        this, [caseId = m_session.stored().id](Workspace &workspace) { return workspace.history(caseId); },
        [this](const Result<QList<AuditEntry>> &history) { show(history); });
}

void CaseHistory::addDetermination()
{
    const Determination &decided = m_session.content().determination;
    body()->addWidget(makeLabel(label(m_session.stored().status), TextRole::Strong));
    if (decided.at.isValid()) {
        const QDateTime at = decided.at.toTimeZone(m_session.rulebook().zone);
        body()->addWidget(makeLabel(tr("%1, by %2").arg(dayAndClockWords(at), decided.by.name)));
    }
    const auto add = [this](const QString &caption, const QString &text) {
        if (text.trimmed().isEmpty())
            return;
        body()->addWidget(makeLabel(caption, TextRole::Quiet));
        body()->addWidget(makeLabel(text));
    };
    add(tr("Reason in plain words"), decided.plainReason);
    add(tr("Clinical rationale"), decided.rationale);
    if (decided.contractProvision)
        add(tr("Contract provision"),
            tr("%1: “%2”").arg(decided.contractProvision->citation, decided.contractProvision->text));
}

void CaseHistory::show(const Result<QList<AuditEntry>> &history)
{
    if (!history) {
        m_list->addItem(tr("The history cannot be read: %1").arg(history.error().message));
        return;
    }
    m_list->clear();
    QList<AuditEntry> entries = history.value();
    std::reverse(entries.begin(), entries.end());
    for (const AuditEntry &entry : std::as_const(entries))
        m_list->addItem(entryInWords(entry));
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

/// "Progressive disease: Yes", "source of Progressive disease", "member"
QString CaseHistory::changeInWords(const QJsonObject &change) const
{
    const QStringList path = change.value(QStringLiteral("field")).toString().mid(1).split(QLatin1Char('/'));
    const int fact = path.size() > 1 ? m_session.policy().factIndex(path.at(1)) : -1;
    if (fact >= 0 && path.first() == QLatin1String("facts"))
        return tr("%1: %2").arg(
            m_session.policy().facts.at(fact).label, answerOf(m_session.policy().facts.at(fact), change));
    if (fact >= 0 && path.first() == QLatin1String("evidence"))
        return tr("source of %1").arg(m_session.policy().facts.at(fact).label);
    if (path.first() == QLatin1String("assigned_to"))
        return tr("to %1").arg(change.value(QStringLiteral("after")).toString());
    if (path.first() == QLatin1String("peer_to_peer"))
        return {}; // the note itself says it
    return partOf(path.first());
}

QString CaseHistory::entryInWords(const AuditEntry &entry) const
{
    static const QMap<QString, const char *> otherSteps{
        {QStringLiteral("create"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "Begin")},
        {QStringLiteral("assign"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "Assign")},
        {QStringLiteral("comment"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "Remark")},
        {QStringLiteral("print_letter"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "Print the letter")},
        {QStringLiteral("remove_document"), QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "Remove a document")}};
    const std::optional<Action> action = actionFromWord(entry.action);
    const QString did = action
        ? label(*action)
        : tr(otherSteps.value(entry.action, QT_TRANSLATE_NOOP("reviewdesk::CaseHistory", "Other step")));
    QStringList parts;
    const QJsonArray changes = QJsonDocument::fromJson(entry.changes).array();
    for (const QJsonValue &change : changes) {
        const QString words = changeInWords(change.toObject());
        if (!words.isEmpty() && !parts.contains(words))
            parts << words;
    }
    const QDateTime at = entry.at.toTimeZone(m_session.rulebook().zone);
    QString words = tr("%1  %2: %3").arg(dayAndClockWords(at), entry.userName, did);
    if (!entry.comment.isEmpty())
        words += tr(", “%1”").arg(entry.comment);
    if (!parts.isEmpty()) {
        constexpr qsizetype most = 5;
        words += tr(" (%1%2)").arg(
            parts.mid(0, most).join(QStringLiteral(", ")), parts.size() > most ? QStringLiteral(" …") : QString());
    }
    return words;
}

} // namespace reviewdesk
