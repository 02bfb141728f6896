// The histories walked from end to end.
#include "store/AuditLog.h"

#include "policy/JsonValue.h"
#include "store/SignatureChecks.h"
#include "store/SigningKeys.h"
#include "store/Stored.h"
#include "store/UserRepository.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(AuditLog)
};

Error broken(const QString &chain, qint64 sequence, const QString &why)
{
    const QString place = chain.isEmpty() ? QStringLiteral("workspace history, entry %1").arg(sequence)
                                          : QStringLiteral("history of case %1, entry %2").arg(chain).arg(sequence);
    return {QStringLiteral("damaged"), Say::tr("The history is broken (%1): %2.").arg(place, why), place};
}

/// SELECT of whole entries, in this order.
enum Column { Chain, Sequence, At, UserId, UserName, ActionWord, Comment, Changes, Content, Hash, Signer, Signature };

AuditLog::Entry entryOf(const Database::Row &row)
{
    return {row.at(Chain).toString(), storedInstant(row.at(At)), row.at(UserId).toString(), row.at(UserName).toString(),
        row.at(ActionWord).toString(), row.at(Comment).toString(), row.at(Changes).toString().toUtf8(),
        row.at(Content).toString()};
}

/// One walk over all entries, chain by chain; the workspace's own, which introduces the keys, comes first.
class Walk {
public:
    Walk(Database &database, AuditLog::Check check, const Database::Progress &progress)
        : m_database(database), m_check(check), m_progress(progress)
    {
    }

    Result<void> start()
    {
        // The backup before a migration is verified in the schema that it has.
        const Result<bool> there = m_database.hasTable(QStringLiteral("signing_keys"));
        if (!there)
            return there.error();
        m_signed = *there;
        if (m_progress) {
            const Result<Database::Row> all = m_database.row(QStringLiteral("SELECT coalesce(sum(length), 0) FROM chains"));
            if (!all)
                return all.error();
            m_entries = all->at(0).toLongLong();
        }
        if (!m_signed)
            return {};
        Result<QHash<qint64, SigningKeys::Row>> keys = SigningKeys(m_database).all();
        if (!keys)
            return keys.error();
        m_keys = std::move(keys).value();
        return {};
    }

    Result<void> walk()
    {
        const QString columns = m_signed ? QStringLiteral("signer, signature") : QStringLiteral("NULL, NULL");
        const Result<void> walked = m_database.each(
            QStringLiteral("SELECT chain, sequence, at, user_id, user_name, action, comment, changes, content, hash, %1"
                           " FROM audit ORDER BY chain, sequence")
                .arg(columns),
            {}, [this](const Database::Row &row) { return visit(row); });
        if (const std::optional<SignatureChecks::Claim> wrong = m_signatures.finish()) // it stands before what else is
            return falselySigned(*wrong);
        return walked ? closeChain() : walked;
    }

    /// Chains that have no entries at all, keys that nobody introduced.
    Result<void> lookForLost()
    {
        const Result<Database::Row> lost =
            m_database.row(QStringLiteral("SELECT chain, length FROM chains WHERE NOT EXISTS (SELECT 1 FROM audit "
                                          "WHERE audit.chain = chains.chain) LIMIT 1"));
        if (!lost)
            return lost.error();
        if (!lost->isEmpty())
            return broken(lost->at(0).toString(), 1, Say::tr("all entries are missing"));
        for (auto key = m_keys.cbegin(); key != m_keys.cend(); ++key) {
            if (!m_introduced.contains(key->publicKey))
                return Error{QStringLiteral("damaged"), Say::tr("A key that signs was introduced by nobody."),
                    QStringLiteral("signing_keys, row %1").arg(key.key())};
        }
        return {};
    }

    /// Every account is whose the history says it became; roles decide who may sign for what.
    Result<void> checkAccounts()
    {
        const Result<QList<UserAccount>> accounts = UserRepository(m_database).all();
        if (!accounts)
            return accounts.error();
        for (const UserAccount &account : *accounts) {
            const Account made = m_accounts.value(account.id);
            const bool same = made.login == account.loginName && made.role == toWord(account.role) &&
                (made.who.isNull() || made.who == UserRepository::whoInWords(account));
            if (!same)
                return Error{QStringLiteral("damaged"),
                    Say::tr("An account is not what the workspace's history says (%1).").arg(account.loginName),
                    QStringLiteral("users, %1").arg(account.loginName)};
        }
        return {};
    }

    /// Every end that the workspace's chain bound is still there.
    Result<void> checkBound()
    {
        return m_database.each(
            QStringLiteral("SELECT sequence, changes FROM audit WHERE chain = '' AND action = 'bind' ORDER BY sequence"),
            {}, [this](const Database::Row &row) -> Result<void> {
                const qint64 binding = row.at(0).toLongLong();
                const Result<JsonValue> changes = readJson(row.at(1).toString().toUtf8());
                const JsonValue::Array *list = changes ? changes->asArray() : nullptr;
                if (!list)
                    return broken({}, binding, Say::tr("it binds nothing"));
                for (const JsonValue &bound : *list) {
                    if (Result<void> kept = checkEnd(bound, binding); !kept)
                        return kept;
                }
                return {};
            });
    }

private:
    /// As its first entry says, and what corrected it since.
    struct Account {
        QString login;
        QString role;
        QString who; ///< null: made before that was noted
    };

    Result<void> checkEnd(const JsonValue &bound, qint64 binding)
    {
        const QString chain = bound.text(u"field").section(QLatin1Char('/'), 2);
        const QStringList end = bound.text(u"after").split(QLatin1Char(' '));
        const qint64 length = end.value(0).toLongLong();
        const Result<Database::Row> row = m_database.row(
            QStringLiteral("SELECT hash FROM audit WHERE chain = ? AND sequence = ?"), {stored(chain), length});
        if (!row)
            return row.error();
        if (!row->isEmpty() && row->at(0).toByteArray().toHex() == end.value(1).toLatin1())
            return {};
        return broken(chain, length, Say::tr("it is not what the workspace's history (entry %1) bound").arg(binding));
    }

    Result<void> visit(const Database::Row &row)
    {
        const AuditLog::Entry entry = entryOf(row);
        if (m_sequence == 0 || entry.chain != m_chain) {
            if (Result<void> closed = closeChain(); !closed)
                return closed;
            if (Result<void> begun = beginChain(entry.chain); !begun)
                return begun;
        }
        if (!goOn())
            return Error{QStringLiteral("stopped"), Say::tr("It was stopped before its end."), {}};
        ++m_sequence;
        if (row.at(Sequence).toLongLong() != m_sequence)
            return broken(m_chain, m_sequence, Say::tr("an entry is missing"));
        m_hash = AuditLog::hashOf(m_hash, entry, m_sequence);
        if (m_hash != row.at(Hash).toByteArray())
            return broken(m_chain, m_sequence, Say::tr("the entry is not what was written"));
        if (m_chain.isEmpty() && entry.action == QLatin1String("add_user"))
            seeAccount(entry);
        else if (m_chain.isEmpty() && entry.action == QLatin1String("correct_user") && isSupervisor(entry.userId))
            seeCorrection(entry);
        return m_signed ? checkSignature(row, entry) : Result<void>();
    }

    /// Says how far it is, now and then.
    bool goOn()
    {
        constexpr qint64 between = 1000;
        ++m_visited;
        if (!m_progress || m_visited % between != 0)
            return true;
        return m_progress(static_cast<int>(std::min(m_visited, m_entries)), static_cast<int>(m_entries));
    }

    static Error falselySigned(const SignatureChecks::Claim &claim)
    {
        return broken(claim.chain, claim.sequence, Say::tr("the signature is not that of the person it names"));
    }

    Result<void> beginChain(const QString &chain)
    {
        m_chain = chain;
        m_sequence = 0;
        m_unsigned = 0;
        m_hash = QByteArray(32, '\0');
        if (!m_signed)
            return {};
        const Result<Database::Row> row =
            m_database.row(QStringLiteral("SELECT unsigned FROM chains WHERE chain = ?"), {stored(chain)});
        if (!row)
            return row.error();
        m_unsigned = row->value(0).toLongLong();
        return {};
    }

    Result<void> closeChain()
    {
        if (m_sequence == 0)
            return {};
        const Result<Database::Row> end =
            m_database.row(QStringLiteral("SELECT length, head FROM chains WHERE chain = ?"), {stored(m_chain)});
        if (!end)
            return end.error();
        if (end->isEmpty() || end->at(0).toLongLong() != m_sequence || end->at(1).toByteArray() != m_hash)
            return broken(m_chain, m_sequence, Say::tr("it does not end where the chain's end was noted"));
        return {};
    }

    Result<void> checkSignature(const Database::Row &row, const AuditLog::Entry &entry)
    {
        if (m_sequence <= m_unsigned)
            return {}; // from before entries were signed
        if (row.at(Signature).isNull())
            return broken(m_chain, m_sequence, Say::tr("it is not signed"));
        const auto key = m_keys.constFind(row.at(Signer).toLongLong());
        if (key == m_keys.cend() || key->userId != entry.userId)
            return broken(m_chain, m_sequence, Say::tr("it is not signed by the person it names"));
        if (m_chain.isEmpty()) {
            if (Result<void> seen = seeWorkspaceEntry(entry, *key); !seen)
                return seen;
        }
        if (!m_introduced.contains(key->publicKey))
            return broken(m_chain, m_sequence, Say::tr("nobody introduced the key that signed it"));
        if (m_check == AuditLog::Check::Hashes)
            return {};
        const std::optional<SignatureChecks::Claim> wrong =
            m_signatures.add({m_chain, m_sequence, row.at(Signature).toByteArray(), m_hash, key->publicKey});
        return wrong ? Result<void>(falselySigned(*wrong)) : Result<void>();
    }

    void seeAccount(const AuditLog::Entry &entry)
    {
        const Result<JsonValue> changes = readJson(entry.changes);
        const JsonValue::Array *list = changes ? changes->asArray() : nullptr;
        if (!list)
            return;
        for (const JsonValue &each : *list) {
            const QStringList place = each.text(u"field").split(QLatin1Char('/')); // "", "users", id, what
            if (place.value(1) != QLatin1String("users") || place.size() > 4)
                continue;
            Account &account = m_accounts[place.value(2)];
            const QString words = each.text(u"after");
            if (place.size() == 3 && account.login.isNull()) {
                account.login = words.section(QLatin1Char(' '), 0, -2);
                account.role = words.section(QLatin1Char(' '), -1);
            } else if (place.value(3) == QLatin1String("who") && account.who.isNull()) {
                account.who = words;
            }
        }
    }

    void seeCorrection(const AuditLog::Entry &entry)
    {
        const Result<JsonValue> changes = readJson(entry.changes);
        const JsonValue::Array *list = changes ? changes->asArray() : nullptr;
        for (const JsonValue &each : list ? *list : JsonValue::Array()) {
            const QStringList place = each.text(u"field").split(QLatin1Char('/'));
            if (place.size() == 4 && place.at(1) == QLatin1String("users") && place.at(3) == QLatin1String("who") &&
                m_accounts.contains(place.at(2)))
                m_accounts[place.at(2)].who = each.text(u"after");
        }
    }

    bool isSupervisor(const QString &userId) const
    {
        return m_accounts.value(userId).role == toWord(Role::Supervisor);
    }

    /// What the workspace's chain says of keys and of other chains.
    Result<void> seeWorkspaceEntry(const AuditLog::Entry &entry, const SigningKeys::Row &signer)
    {
        if (m_introduced.isEmpty()) {
            const Result<QString> before = SigningKeys(m_database).unsignedDigest();
            if (!before)
                return before.error();
            if (entry.content != *before)
                return broken(m_chain, m_sequence, Say::tr("what was unsigned then is not what is unsigned now"));
        }
        for (const SigningKeys::Row &fresh : SigningKeys::introducedIn(entry.changes)) {
            const bool itself = fresh.publicKey == signer.publicKey;
            const bool may = itself
                ? !m_haveKeys.contains(fresh.userId) ||
                    (entry.action == QLatin1String("recover") && isSupervisor(fresh.userId))
                : m_introduced.contains(signer.publicKey) && isSupervisor(entry.userId);
            if (!may)
                return broken(m_chain, m_sequence, Say::tr("a key was introduced by somebody who may not"));
            m_introduced.insert(fresh.publicKey);
            m_haveKeys.insert(fresh.userId);
        }
        return {};
    }

    Database &m_database;
    AuditLog::Check m_check;
    const Database::Progress &m_progress;
    SignatureChecks m_signatures;
    qint64 m_entries = 0; ///< in all
    qint64 m_visited = 0;
    bool m_signed = false; ///< this schema has signatures
    QHash<qint64, SigningKeys::Row> m_keys;
    QHash<QString, Account> m_accounts; ///< by user
    QSet<QByteArray> m_introduced; ///< public keys
    QSet<QString> m_haveKeys; ///< users
    QString m_chain;
    qint64 m_sequence = 0;
    qint64 m_unsigned = 0;
    QByteArray m_hash;
};

} // namespace

Result<void> AuditLog::verify(Check check, const Database::Progress &progress)
{
    Walk walk(m_database, check, progress);
    if (Result<void> started = walk.start(); !started)
        return started;
    if (Result<void> walked = walk.walk(); !walked)
        return walked;
    if (Result<void> lost = walk.lookForLost(); !lost)
        return lost;
    if (Result<void> accounts = walk.checkAccounts(); !accounts)
        return accounts;
    return walk.checkBound();
}

} // namespace reviewdesk
