#include "store/Messages.h"

#include "cases/CaseFile.h"
#include "cases/RequestTable.h"
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
    const QByteArray digest = QCryptographicHash::hash(message.content, QCryptographicHash::Sha256).toHex();
    const Result<void> kept = m_database.run(
        QStringLiteral("INSERT INTO messages (id, case_id, user_id, at, digest, content) VALUES (?, ?, ?, ?, ?, ?)"),
        {messageId, caseId, occasion.by.id, stored(occasion.at), QString::fromLatin1(digest), message.content});
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
        const Result<StoredCase> known = knownCase(message.keys, draft);
        if (!known)
            return known.error();
        if (!known->id.isEmpty())
            return ImportedCase{*known, true};
        const Occasion occasion = m_parts->occasion();
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
        CaseNote remark;
        remark.words = message.words;
        if (Result<void> noted = CaseNotes(*m_parts->database, audit, rulebook()).add(made->id, remark, occasion); !noted)
            return noted.error();
        return ImportedCase{*made, false};
    });
}

Result<StoredCase> Workspace::knownCase(const QStringList &keys, const ReviewCase &draft)
{
    const Result<QString> led = Messages(*m_parts->database).caseOf(keys);
    if (!led)
        return led.error();
    if (!led->isEmpty())
        return loadCase(*led);
    if (draft.number.isEmpty())
        return StoredCase();
    const Result<StoredCase> here = loadCaseByNumber(draft.number);
    if (!here)
        return here.error().code == QLatin1String("not_found") ? Result<StoredCase>(StoredCase()) : here;
    const bool same = isRequestOf(draft, here->reviewCase) ||
        toJson(here->reviewCase, rulebook().policy) == toJson(draft, rulebook().policy);
    return same ? *here : StoredCase();
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
