#include "store/Messages.h"

#include "cases/CaseFile.h"
#include "cases/RequestTable.h"
#include "cases/Workflow.h"
#include "store/CaseNotes.h"
#include "store/Stored.h"
#include "store/WorkspaceParts.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Messages)
};

QString digestOf(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

/// What a request that came again does to how urgent its case is.
enum class Expedite {
    NotAsked,
    Made, ///< a request to expedite binds; nobody has confirmed it yet
    Wanted, ///< the case cannot be edited now: a person must do it
};

Expedite expediteOf(const StoredCase &known, const ReviewCase &asked, Role role)
{
    const bool isNew = asked.request.urgency == Urgency::Expedited &&
        known.reviewCase.request.urgency != Urgency::Expedited;
    if (!isNew)
        return Expedite::NotAsked;
    if (known.onlyRead) // this program is too old to write the case
        return Expedite::Wanted;
    return actionsFor(known.status, role).contains(Action::Edit) ? Expedite::Made : Expedite::Wanted;
}

/// Of the history, like the message's own words; English, as they are.
QString wordsOf(Expedite expedite)
{
    const QString again = QStringLiteral("It came before and says something else now.");
    switch (expedite) {
    case Expedite::NotAsked:
        break;
    case Expedite::Made:
        return again + QStringLiteral(" It asks for an expedited review: the case was made expedited.");
    case Expedite::Wanted:
        return again + QStringLiteral(" It asks for an expedited review, and the case stands as standard: look at it now.");
    }
    return again;
}

StoredCase madeExpedited(StoredCase stored)
{
    const QString urgency = QStringLiteral("/urgency");
    stored.reviewCase.request.urgency = Urgency::Expedited;
    if (!stored.reviewCase.unconfirmed.contains(urgency))
        stored.reviewCase.unconfirmed.append(urgency);
    return stored;
}

} // namespace

Messages::Messages(Database &database) : m_database(database) { }

Result<QString> Messages::caseOf(const QStringList &keys)
{
    for (const QString &key : keys) {
        const Result<Database::Row> row = m_database.row(
            QStringLiteral("SELECT case_id FROM message_keys JOIN messages ON messages.id = message_id WHERE key = ?"),
            {stored(key)});
        if (!row)
            return row.error();
        if (!row->isEmpty())
            return row->at(0).toString();
    }
    return QString();
}

Result<void> Messages::keep(
    const IncomingMessage &message, const QString &caseId, const QString &messageId, const Occasion &occasion)
{
    const Result<void> kept = m_database.run(
        QStringLiteral("INSERT INTO messages (id, case_id, user_id, at, digest, content) VALUES (?, ?, ?, ?, ?, ?)"),
        {messageId, caseId, occasion.by.id, stored(occasion.at), digestOf(message.content), message.content});
    if (!kept)
        return kept;
    for (const QString &key : message.keys) {
        const Result<void> known = m_database.run(
            QStringLiteral("INSERT INTO message_keys (key, message_id) VALUES (?, ?) ON CONFLICT (key) DO NOTHING"),
            {stored(key), messageId});
        if (!known)
            return known;
    }
    return {};
}

Result<bool> Messages::has(const QString &caseId, const QByteArray &content)
{
    const Result<Database::Row> row =
        m_database.row(QStringLiteral("SELECT 1 FROM messages WHERE case_id = ? AND digest = ? LIMIT 1"),
            {caseId, digestOf(content)});
    if (!row)
        return row.error();
    return !row->isEmpty();
}

Result<QByteArray> Messages::ofCase(const QString &caseId)
{
    const Result<Database::Row> row = m_database.row(
        QStringLiteral("SELECT content FROM messages WHERE case_id = ? ORDER BY at DESC, id DESC LIMIT 1"), {caseId});
    if (!row)
        return row.error();
    return row->isEmpty() ? QByteArray() : row->at(0).toByteArray();
}

Result<ImportedCase> Workspace::importRequest(const IncomingMessage &message, const ReviewCase &draft)
{
    if (user().role == Role::Physician)
        return Error{QStringLiteral("role"), Say::tr("Requests are taken in by nurses and supervisors."), {}};
    return m_parts->database->transaction([&]() -> Result<ImportedCase> {
        if (Result<void> held = m_parts->database->hold(QStringLiteral("messages")); !held) // none is taken in twice
            return held.error();
        AuditLog audit(*m_parts->database, m_parts->signers);
        CaseRepository cases = m_parts->cases(audit);
        Messages messages(*m_parts->database);
        const Result<ImportedCase> known = knownCase(message, draft);
        if (!known || (known->known && !known->changed))
            return known;
        const Occasion occasion = m_parts->occasion();
        const auto note = [&](const QString &caseId, const QString &words) {
            CaseNote remark;
            remark.words = words;
            return CaseNotes(*m_parts->database, audit, rulebook()).add(caseId, remark, occasion);
        };
        if (known->changed) {
            const QString &caseId = known->stored.id;
            if (Result<void> kept = messages.keep(message, caseId, m_parts->uuids.next(occasion.at), occasion); !kept)
                return kept.error();
            const Expedite expedite = expediteOf(known->stored, draft, user().role);
            const bool mayAttach = actionsFor(known->stored.status, user().role).contains(Action::Attach);
            QString words = message.words + QLatin1Char(' ') + wordsOf(expedite);
            if (!message.documents.isEmpty() && !mayAttach)
                words += QStringLiteral(" Documents that came with it (%1) wait in the message: the case takes none now.")
                             .arg(message.documents.size());
            if (Result<void> noted = note(caseId, words); !noted)
                return noted.error();
            DocumentRepository documents = m_parts->documents(audit);
            for (const NewDocument &document : mayAttach ? message.documents : QList<NewDocument>()) {
                if (const Result<CaseDocument> kept = documents.attach(caseId, document, occasion); !kept)
                    return kept.error(); // what the case has already is answered as it is there
            }
            const Result<StoredCase> saved = expedite == Expedite::Made
                ? cases.saveDraft(madeExpedited(known->stored), occasion)
                : Result<StoredCase>(known->stored);
            return saved ? Result<ImportedCase>(ImportedCase{*saved, true, true}) : saved.error();
        }
        const Result<StoredCase> made = cases.create(draft, occasion, CaseRepository::Origin::Imported);
        if (!made)
            return made.error();
        if (Result<void> kept = messages.keep(message, made->id, m_parts->uuids.next(occasion.at), occasion); !kept)
            return kept.error();
        DocumentRepository documents = m_parts->documents(audit);
        for (const NewDocument &document : message.documents) {
            if (const Result<CaseDocument> kept = documents.attach(made->id, document, occasion); !kept)
                return kept.error();
        }
        if (Result<void> noted = note(made->id, message.words); !noted)
            return noted.error();
        return ImportedCase{*made, false};
    });
}

Result<ImportedCase> Workspace::knownCase(const IncomingMessage &message, const ReviewCase &draft)
{
    Messages messages(*m_parts->database);
    const Result<QString> led = messages.caseOf(message.keys);
    if (!led)
        return led.error();
    if (!led->isEmpty()) {
        const Result<StoredCase> here = loadCase(*led);
        if (!here)
            return here.error();
        const Result<bool> kept = message.isRequest ? messages.has(*led, message.content) : Result<bool>(true);
        return kept ? Result<ImportedCase>(ImportedCase{*here, true, !*kept}) : kept.error();
    }
    if (draft.number.isEmpty())
        return ImportedCase();
    const Result<StoredCase> here = loadCaseByNumber(draft.number);
    if (!here)
        return here.error().code == QLatin1String("not_found") ? Result<ImportedCase>(ImportedCase()) : here.error();
    const auto inOneZone = [this](const ReviewCase &told) {
        return toJson(toldIn(told, rulebook().zone), rulebook().policy);
    };
    const bool same = isRequestOf(draft, here->reviewCase) || inOneZone(here->reviewCase) == inOneZone(draft);
    return same ? ImportedCase{*here, true} : ImportedCase();
}

Result<QByteArray> Workspace::messageOf(const QString &caseId)
{
    return Messages(*m_parts->database).ofCase(caseId);
}

Result<StoredCase> Workspace::loadCaseByNumber(const QString &number)
{
    const Result<Database::Row> row =
        m_parts->database->row(QStringLiteral("SELECT id FROM cases WHERE number = ?"), {stored(number)});
    if (!row)
        return row.error();
    if (row->isEmpty())
        return Error{QStringLiteral("not_found"), Say::tr("There is no case %1 in the workspace.").arg(number), {}};
    return loadCase(row->at(0).toString());
}

} // namespace reviewdesk
