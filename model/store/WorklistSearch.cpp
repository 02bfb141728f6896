#include "store/WorklistSearch.h"

#include "cases/VerificationCode.h"
#include "store/Folded.h"
#include "store/WorklistGrams.h"
#include "store/WorklistSql.h"

#include <QRegularExpression>

#include <optional>

namespace reviewdesk {

namespace {

constexpr qsizetype trigram = 3;

qsizetype characters(const QString &word)
{
    return word.toUcs4().size();
}

Result<RowSet> byLetterCode(const QString &digest, Statements &statements, qint64 rows)
{
    RowSet found(rows);
    const Result<Statement *> statement = statements.of(worklistSql::letterCode);
    if (!statement)
        return statement.error();
    const QString beyond = digest + QLatin1Char('g'); // beyond all hexadecimal digits
    const Result<void> read = (*statement)->each({Statement::text(digest), Statement::text(beyond)}, [&] {
        found.add((*statement)->integer(0));
        return true;
    });
    if (!read)
        return read.error();
    return found;
}

/// All words of three letters and more at once, by the index of trigrams.
Result<RowSet> byTrigrams(const QStringList &words, Statements &statements, qint64 rows)
{
    RowSet found(rows);
    const Result<Statement *> statement = statements.of(worklistSql::trigrams);
    if (!statement)
        return statement.error();
    QStringList phrases;
    for (const QString &word : words)
        phrases.append(
            QLatin1Char('"') + QString(word).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"'));
    const Result<void> read = (*statement)->each({Statement::text(phrases.join(QLatin1String(" AND ")))}, [&] {
        found.add((*statement)->integer(0));
        return true;
    });
    if (!read)
        return read.error();
    return found;
}

/// Rows with every two characters of a word somewhere, save in the beginning of their number; what the kept tables do
/// not know yet is looked at here. Of a word of one or two characters that is the answer.
Result<RowSet> byGrams(const QString &word, Statements &statements, const WorklistColumns &columns)
{
    RowSet found = RowSet::whole(columns.rows());
    const qsizetype each = qMin<qsizetype>(2, word.size());
    for (qsizetype at = 0; at + each <= word.size(); ++at) {
        RowSet rows(columns.rows());
        if (Result<void> read = WorklistGrams(statements).find(word.mid(at, each), rows); !read)
            return read.error();
        found &= rows;
    }
    const QByteArray utf8 = word.toUtf8();
    for (const ListedRow &row : columns.changed()) {
        if (!row.isFoundOtherwise())
            continue;
        found.remove(row.row);
        if (row.folded.contains(utf8))
            found.add(row.row);
    }
    return found;
}

/// What a word says of case numbers, "RD-2026-000123": their beginning after "RD-"; nothing: it is no such word.
std::optional<QString> numberStart(const QString &word)
{
    static const QRegularExpression begun(QStringLiteral("^rd-(\\d{0,4}|\\d{4}-\\d*)$"));
    static const QRegularExpression year(QStringLiteral("^(\\d{4}(?:-\\d*)?)$"));
    for (const QRegularExpression *form : {&begun, &year}) {
        if (const QRegularExpressionMatch match = form->match(word); match.hasMatch())
            return match.captured(1);
    }
    return std::nullopt;
}

Result<RowSet> byNumber(const QString &start, Statements &statements, qint64 rows)
{
    const QString prefix = QLatin1String("RD-") + start;
    QString ends[2];
    int end = 0;
    for (const char *sql : {worklistSql::firstNumber, worklistSql::lastNumber}) {
        const Result<Statement *> statement = statements.of(sql);
        if (!statement)
            return statement.error();
        const Result<void> read = (*statement)->each({}, [&] {
            ends[end++] = (*statement)->string(0);
            return true;
        });
        if (!read)
            return read.error();
    }
    if (ends[0].startsWith(prefix) && ends[1].startsWith(prefix))
        return RowSet::whole(rows); // all of them: nothing to walk
    RowSet found(rows);
    const Result<Statement *> statement = statements.of(worklistSql::byNumber);
    if (!statement)
        return statement.error();
    const QString beyond = prefix + QChar(u'\x7f');
    const Result<void> read = (*statement)->each({Statement::text(prefix), Statement::text(beyond)}, [&] {
        found.add((*statement)->integer(0));
        return true;
    });
    if (!read)
        return read.error();
    return found;
}

/// A word that numbers begin with is in very many rows, and in few for another reason: those are read. The index of
/// trigrams would compare all of their places.
Result<RowSet> byNumberOrElse(
    const QString &word, const QString &start, Statements &statements, const WorklistColumns &columns)
{
    constexpr qint64 mostRead = 3'000;
    Result<RowSet> found = byNumber(start, statements, columns.rows());
    if (!found)
        return found;
    const Result<RowSet> maybe = byGrams(word, statements, columns);
    const Result<Statement *> folded = statements.of(worklistSql::foldedOf);
    if (!maybe || !folded)
        return maybe ? folded.error() : maybe.error();
    std::vector<qint64> others;
    maybe->each([&](qint64 row) {
        if (!found->contains(row))
            others.push_back(row);
    });
    if (static_cast<qint64>(others.size()) > mostRead)
        return byTrigrams({word}, statements, columns.rows());
    const QByteArray utf8 = word.toUtf8();
    for (const qint64 row : others) {
        const Result<void> read = (*folded)->each({row}, [&] {
            if ((*folded)->bytes(0).contains(utf8))
                found->add(row);
            return false;
        });
        if (!read)
            return read.error();
    }
    return found;
}

Result<RowSet> byWord(const QString &word, Statements &statements, const WorklistColumns &columns)
{
    if (QLatin1String("rd-").contains(word))
        return RowSet::whole(columns.rows()); // every number has it
    if (const std::optional<QString> start = numberStart(word))
        return byNumberOrElse(word, *start, statements, columns);
    return byGrams(word, statements, columns);
}

} // namespace

Result<RowSet> searchRows(const QString &typed, Statements &statements, const WorklistColumns &columns)
{
    const qint64 rows = columns.rows();
    if (const std::optional<QString> digest = digestStartFor(typed))
        return byLetterCode(*digest, statements, rows);
    RowSet found = RowSet::whole(rows);
    QStringList longer;
    for (const QString &word : searchWords(typed)) {
        if (characters(word) >= trigram && !QLatin1String("rd-").contains(word) && !numberStart(word)) {
            longer.append(word);
            continue;
        }
        const Result<RowSet> some = byWord(word, statements, columns);
        if (!some)
            return some;
        found &= *some;
    }
    if (longer.isEmpty())
        return found;
    const Result<RowSet> some = byTrigrams(longer, statements, rows);
    if (!some)
        return some;
    found &= *some;
    return found;
}

} // namespace reviewdesk
