#include "store/BulkCases.h"

#include "cases/CaseFile.h"
#include "store/Folded.h"
#include "store/Stored.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <cstdio>

namespace reviewdesk {

namespace {

constexpr qint64 week = 7LL * 24 * 60 * 60 * 1000; // milliseconds
constexpr int weeksBack = 150;

constexpr char evaluationOf[] = "SELECT evaluation FROM rounds WHERE case_id = ? AND number = 1";
constexpr char historyOf[] = "SELECT action, comment, user_id, user_name, at, changes FROM audit"
                             " WHERE chain = ? AND action NOT IN ('issue_letter', 'print_letter') ORDER BY sequence";
constexpr char clockOf[] = "SELECT kind, at, user_id FROM clock_events WHERE case_id = ?"
                           " AND kind NOT IN ('noticed', 'extension_noticed') ORDER BY sequence"; // nor their letters
constexpr char lastNumber[] = "SELECT last FROM numbers WHERE name = ? AND year = ?";
constexpr char keepNumber[] = "INSERT INTO numbers (name, year, last) VALUES (?, ?, ?)"
                              " ON CONFLICT (name, year) DO UPDATE SET last = excluded.last";
constexpr char addCase[] =
    "INSERT INTO cases (id, number, status, row_version, current_round, prepared_by, page, created_at, saved_at,"
    " last_action, changed_by, member_name, member_folded, member_id, provider_name, procedure, outcome, outcome_tone,"
    " plan_words, expedited, due_at, folded, line_of_business, plan_state, provider_folded, wait_until, unissued)"
    " VALUES (?, ?, 'draft', 1, 1, ?, ?, ?, ?, 'create', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char addRound[] = "INSERT INTO rounds (id, case_id, number, kind, content, policy_id, policy_version,"
                            " policy_digest, evaluation, started_at) VALUES (?, ?, 1, 'first', ?, ?, ?, ?, ?, ?)";
constexpr char takeStep[] = "UPDATE cases SET status = ?, row_version = row_version + 1, saved_at = ?, last_action = ?,"
                            " changed_by = ? WHERE id = ?";
constexpr char addEntry[] = "INSERT INTO audit (chain, sequence, at, user_id, user_name, action, comment, changes,"
                            " content, hash, signer, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char addChain[] = "INSERT INTO chains (chain, length, head) VALUES (?, ?, ?)";
constexpr char addClock[] = "INSERT INTO clock_events (case_id, round, sequence, kind, at, user_id)"
                            " VALUES (?, 1, ?, ?, ?, ?)";

Statement::Text text(const QByteArray &utf8)
{
    return {utf8};
}

/// "2026-11-23" without QDate's words.
QByteArray isoDate(const QDate &date)
{
    int year = 0;
    int month = 0;
    int day = 0;
    date.getDate(&year, &month, &day);
    char words[16];
    std::snprintf(words, sizeof words, "%04d-%02d-%02d", year, month, day);
    return QByteArray(words, 10);
}

/// The status that a step's changes name; nothing: it stays.
QString statusAfter(const QByteArray &changes)
{
    static const QRegularExpression status(QStringLiteral("\"after\":\"([a-z]+)\",\"before\":\"[a-z]+\",\"field\":\"/status\""));
    const QRegularExpressionMatch match = status.match(QString::fromUtf8(changes));
    return match.hasMatch() ? match.captured(1) : QString();
}

} // namespace

BulkCases::BulkCases(
    Database &database, const Signers &signers, Uuid7 &uuids, const Rulebook &rulebook, quint32 seed)
    : m_database(database), m_signers(signers), m_statements(database), m_uuids(uuids), m_rulebook(rulebook), m_dice(seed)
{
}

Result<void> BulkCases::run(const char *sql, const Statement::Values &values)
{
    const Result<Statement *> statement = m_statements.of(sql);
    return statement ? (*statement)->run(values) : Result<void>(statement.error());
}

Result<void> BulkCases::learn(const QList<RecordedCase> &recorded)
{
    Result<SampleMaterial> material = readSampleMaterial(m_rulebook);
    if (!material)
        return material.error();
    m_material = std::move(material).value();
    for (const RecordedCase &one : recorded) {
        if (Result<void> learnt = learn(one); !learnt)
            return learnt;
    }
    if (m_open.empty() || m_closed.empty())
        return Error{QStringLiteral("invalid"), QStringLiteral("too few cases to make others of"), {}};
    return {};
}

Result<void> BulkCases::learn(const RecordedCase &recorded)
{
    Pattern pattern;
    pattern.stored = recorded.stored;
    const ReviewCase &reviewCase = recorded.stored.reviewCase;
    pattern.authorization = reviewCase.determination.authorizationNumber;
    pattern.summary = summaryOf(reviewCase, viewOf(reviewCase, m_rulebook, recorded.stored.clock), m_rulebook);
    const Result<Statement *> evaluation = m_statements.of(evaluationOf);
    const Result<Statement *> history = m_statements.of(historyOf);
    const Result<Statement *> clock = m_statements.of(clockOf);
    for (const Result<Statement *> *statement : {&evaluation, &history, &clock}) {
        if (!*statement)
            return statement->error();
    }
    const Statement::Text id = Statement::text(recorded.stored.id);
    Result<void> read = (*evaluation)->each({id}, [&] {
        pattern.evaluation = (*evaluation)->bytes(0);
        return true;
    });
    if (read)
        read = (*history)->each({id}, [&] {
            const auto at = static_cast<qsizetype>(pattern.steps.size());
            Step step{(*history)->string(0), (*history)->string(1), (*history)->string(2), (*history)->string(3),
                (*history)->integer(4), {}, {}};
            step.changes = templateOf((*history)->bytes(5), pattern);
            step.content = templateOf(recorded.contents.value(at), pattern);
            pattern.steps.push_back(std::move(step));
            return true;
        });
    if (read)
        read = (*clock)->each({id}, [&] {
            pattern.clock.emplace_back((*clock)->bytes(0), (*clock)->integer(1), (*clock)->bytes(2));
            return true;
        });
    if (!read)
        return read;
    if (static_cast<qsizetype>(pattern.steps.size()) != recorded.contents.size())
        return {}; // it was worked on otherwise: no pattern
    const bool closed = recorded.stored.status == Status::Approved || recorded.stored.status == Status::Denied ||
        recorded.stored.status == Status::Withdrawn;
    (closed ? m_closed : m_open).push_back(std::move(pattern));
    return {};
}

BulkCases::Template BulkCases::templateOf(const QByteArray &whole, const Pattern &pattern)
{
    using Slot = Template::Slot;
    const ReviewCase &reviewCase = pattern.stored.reviewCase;
    const std::pair<QString, Slot> names[]{{reviewCase.number, Slot::Number},
        {pattern.authorization, Slot::Authorization}, {reviewCase.provider.name, Slot::Provider},
        {reviewCase.member.name, Slot::Member}, {reviewCase.member.memberId, Slot::MemberId}};
    QString alternatives;
    for (const auto &[name, slot] : names) {
        if (!name.isEmpty())
            alternatives += QRegularExpression::escape(name) + QLatin1Char('|');
    }
    const QRegularExpression places(QLatin1Char('(') + alternatives + QLatin1String("(?<![\\w-])\\d{4}-\\d\\d-\\d\\d(?![\\d-]))"));
    const QString words = QString::fromUtf8(whole);
    Template made;
    qsizetype done = 0;
    QRegularExpressionMatchIterator matches = places.globalMatch(words);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString found = match.captured();
        Template::Piece piece{words.mid(done, match.capturedStart() - done).toUtf8(), Slot::Date,
            QDate::fromString(found, Qt::ISODate)};
        for (const auto &[name, slot] : names) {
            if (found == name)
                piece.then = slot;
        }
        if (piece.then == Slot::Date && !piece.date.isValid())
            continue;
        made.pieces.push_back(std::move(piece));
        done = match.capturedEnd();
    }
    made.pieces.push_back({words.mid(done).toUtf8(), Slot::End, {}});
    return made;
}

QByteArray BulkCases::filled(const Template &text, const Invented &invented)
{
    using Slot = Template::Slot;
    QByteArray whole;
    whole.reserve(8192);
    for (const Template::Piece &piece : text.pieces) {
        whole += piece.words;
        switch (piece.then) {
        case Slot::Number:
            whole += invented.number;
            break;
        case Slot::Authorization:
            whole += invented.authorization;
            break;
        case Slot::Member:
            whole += invented.member.toUtf8();
            break;
        case Slot::MemberId:
            whole += invented.memberId;
            break;
        case Slot::Provider:
            whole += invented.provider.toUtf8();
            break;
        case Slot::Date:
            whole += isoDate(piece.date.addDays(-7 * invented.weeks));
            break;
        case Slot::End:
            break;
        }
    }
    return whole;
}

/// A department's years: what is still open is recent.
const BulkCases::Pattern &BulkCases::choose(int position, int of)
{
    const bool recent = position > of - of / 6;
    const std::vector<Pattern> &patterns = recent && m_dice.chance(60) ? m_open : m_closed;
    return patterns.at(static_cast<std::size_t>(m_dice.between(0, static_cast<int>(patterns.size()) - 1)));
}

QString BulkCases::personName()
{
    if (m_dice.chance(4))
        return m_dice.pick(m_material.wholeNames);
    const QString given = m_dice.pick(m_material.given);
    const QString initial = m_dice.chance(60) ? QString(QChar(u'A' + m_dice.between(0, 25))) + QLatin1String(". ") : QString();
    const QString family = m_dice.pick(m_material.family);
    const QString second = m_dice.chance(15) ? QLatin1Char('-') + m_dice.pick(m_material.family) : QString();
    return given + QLatin1Char(' ') + initial + family + second;
}

BulkCases::Invented BulkCases::invent(const Pattern &pattern, int position, int of)
{
    Invented invented;
    const bool open = isOpen(pattern.stored.status);
    invented.weeks = open ? 0 : static_cast<int>(static_cast<qint64>(of - position) * weeksBack / of);
    invented.id = m_uuids.next(pattern.stored.createdAt.addMSecs(-week * invented.weeks));
    invented.member = personName();
    invented.memberId = QByteArray(1, static_cast<char>('A' + m_dice.between(0, 25))) +
        QByteArray::number(m_dice.between(10'000'000, 99'999'999));
    const QString second = m_dice.pick(m_material.family);
    invented.provider = m_dice.pick(m_material.given) + QLatin1Char(' ') + second + QLatin1String(", MD");
    return invented;
}

Result<QByteArray> BulkCases::nextNumber(const char *name, const char *prefix, const QDateTime &at)
{
    const int year = at.toTimeZone(m_rulebook.zone).date().year();
    const auto entry = m_numbers.try_emplace({QByteArray(name), year}, 0);
    auto &number = entry.first->second; // no structured binding: clang 14 captures none in a lambda
    if (entry.second) {
        const Result<Statement *> last = m_statements.of(lastNumber);
        if (!last)
            return last.error();
        const Result<void> read = (*last)->each({text(name), qint64(year)}, [&] {
            number = (*last)->integer(0);
            return false;
        });
        if (!read)
            return read.error();
    }
    return QStringLiteral("%1-%2-%3")
        .arg(QString::fromLatin1(prefix))
        .arg(year)
        .arg(++number, 6, 10, QLatin1Char('0')).toUtf8();
}

Result<void> BulkCases::keepNumbers()
{
    for (const auto &[name, last] : m_numbers) {
        if (Result<void> kept = run(keepNumber, {text(name.first), qint64(name.second), last}); !kept)
            return kept;
    }
    m_numbers.clear();
    return {};
}

Result<void> BulkCases::bringIn(int count, int done, int of)
{
    return m_database.transaction([&]() -> Result<void> {
        for (int i = 0; i < count; ++i) {
            const Pattern &pattern = choose(done + i, of);
            Invented invented = invent(pattern, done + i, of);
            const QDateTime created = pattern.stored.createdAt.addMSecs(-week * invented.weeks);
            const Result<QByteArray> number = nextNumber("case", "RD", created);
            if (!number)
                return number.error();
            invented.number = *number;
            if (!pattern.authorization.isEmpty()) {
                const QDateTime decided = pattern.stored.savedAt.addMSecs(-week * invented.weeks);
                const Result<QByteArray> authorization = nextNumber("authorization", "AUTH", decided);
                if (!authorization)
                    return authorization.error();
                invented.authorization = *authorization;
            }
            if (Result<void> inserted = insert(pattern, invented); !inserted)
                return inserted;
        }
        return keepNumbers();
    });
}

Result<void> BulkCases::insert(const Pattern &pattern, const Invented &invented)
{
    Request request = pattern.stored.reviewCase.request;
    request.receivedAt = request.receivedAt.addDays(-7 * invented.weeks);
    ClockEvents clock = pattern.stored.clock;
    for (ClockEvents::Wait &wait : clock.waits) {
        wait.from = wait.from.addMSecs(-week * invented.weeks);
        wait.noticedAt = {};
        if (wait.until.isValid())
            wait.until = wait.until.addMSecs(-week * invented.weeks);
    }
    const QList<DueEntry> due = dueDates(request, clock, m_rulebook.dueRules, m_rulebook.zone);
    Determination determination = pattern.stored.reviewCase.determination;
    determination.replyBy = determination.replyBy.addDays(-7 * invented.weeks);
    Result<void> done = insertCase(pattern, invented, due.isEmpty() ? QDateTime() : due.constFirst().due,
        waitEnd(determination, clock, due, m_rulebook.zone));
    const QByteArray id = invented.id.toUtf8();
    const qint64 earlier = week * invented.weeks;
    if (done)
        done = run(addRound,
            {Statement::text(m_uuids.next(pattern.stored.createdAt.addMSecs(-earlier))), text(id),
                text(filled(pattern.steps.back().content, invented)), Statement::text(m_rulebook.policy.id),
                Statement::text(m_rulebook.policy.version), Statement::text(m_rulebook.policy.digest),
                text(pattern.evaluation), pattern.stored.createdAt.toMSecsSinceEpoch() - earlier});
    if (done)
        done = insertHistory(pattern, invented);
    if (done)
        done = takeSteps(pattern, invented);
    qint64 sequence = 0;
    for (const auto &[kind, at, userId] : pattern.clock) {
        if (done)
            done = run(addClock, {text(id), ++sequence, text(kind), at - earlier, text(userId)});
    }
    return done;
}

Result<void> BulkCases::insertCase(
    const Pattern &pattern, const Invented &invented, const QDateTime &dueAt, const QDateTime &waitUntil)
{
    const StoredCase &stored_ = pattern.stored;
    const CaseSummary &summary = pattern.summary;
    const qint64 created = stored_.createdAt.toMSecsSinceEpoch() - week * invented.weeks;
    const Step &first = pattern.steps.front();
    const QStringList found{invented.member, QString::fromUtf8(invented.memberId), QString::fromUtf8(invented.number),
        invented.provider};
    const QString folded = foldedForSearch(found.join(QLatin1Char('\n')));
    const std::optional<LineOfBusiness> line = stored_.reviewCase.request.lineOfBusiness;
    return run(addCase,
        {Statement::text(invented.id), text(invented.number), Statement::text(first.userId),
            Statement::text(stored_.page), created, created, Statement::text(first.userId),
            Statement::text(invented.member), Statement::text(foldedForSearch(invented.member)),
            text(invented.memberId), Statement::text(invented.provider), Statement::text(summary.procedure),
            Statement::text(summary.outcome), qint64(summary.outcomeTone), Statement::text(summary.planWords),
            qint64(summary.expedited ? 1 : 0), storedDue(dueAt),
            Statement::text(folded), Statement::text(line ? toWord(*line) : QStringLiteral("")),
            Statement::text(stored_.reviewCase.request.state), Statement::text(foldedForSearch(invented.provider)), storedDue(waitUntil),
            qint64(isOpen(stored_.status) && stored_.status != Status::Pended ? 0 : 2)}); // the member's letter and the provider's
}

Result<void> BulkCases::insertHistory(const Pattern &pattern, const Invented &invented)
{
    const QByteArray id = invented.id.toUtf8();
    QByteArray hash(32, '\0');
    qint64 sequence = 0;
    for (const Step &step : pattern.steps) {
        const QByteArray changes = filled(step.changes, invented);
        const QString digest = CaseRepository::contentDigest(filled(step.content, invented));
        const qint64 at = step.at - week * invented.weeks;
        const AuditLog::Entry entry{invented.id, storedInstant(at), step.userId, step.userName, step.action,
            step.comment, changes, digest};
        hash = AuditLog::hashOf(hash, entry, ++sequence);
        const Result<Signers::Signature> signature = m_signers.sign(step.userId, hash);
        if (!signature)
            return signature.error();
        const Result<void> added = run(addEntry,
            {text(id), sequence, at, Statement::text(step.userId), Statement::text(step.userName),
                Statement::text(step.action), Statement::text(step.comment), text(changes), Statement::text(digest),
                Statement::Blob{hash}, signature->signer, Statement::Blob{signature->bytes}});
        if (!added)
            return added;
    }
    return run(addChain, {text(id), sequence, Statement::Blob{hash}});
}

Result<void> BulkCases::takeSteps(const Pattern &pattern, const Invented &invented)
{
    QString status = toWord(Status::Draft);
    for (std::size_t at = 1; at < pattern.steps.size(); ++at) {
        const Step &step = pattern.steps[at];
        const QString next = statusAfter(step.changes.pieces.back().words);
        status = next.isEmpty() ? status : next;
        const Result<void> taken = run(takeStep,
            {Statement::text(status), step.at - week * invented.weeks, Statement::text(step.action),
                Statement::text(step.userId), Statement::text(invented.id)});
        if (!taken)
            return taken;
    }
    if (status == toWord(pattern.stored.status))
        return {};
    return Error{QStringLiteral("invalid"), QStringLiteral("a pattern's steps do not lead where it stands"), {}};
}

} // namespace reviewdesk
