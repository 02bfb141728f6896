#include "store/WorklistSearch.h"

#include "cases/VerificationCode.h"
#include "store/Folded.h"
#include "store/WorklistGrams.h"
#include "store/WorklistSql.h"

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

/// A word of one or two characters. What the kept tables do not know yet is looked at here.
Result<RowSet> byGrams(const QString &word, Statements &statements, const WorklistColumns &columns)
{
    RowSet found = RowSet::whole(columns.rows());
    for (qsizetype at = 0; at + qMin<qsizetype>(2, word.size()) <= word.size(); ++at) { // a character may be two units
        RowSet rows(columns.rows());
        if (Result<void> read = WorklistGrams(statements).find(word.mid(at, 2), rows); !read)
            return read.error();
        found &= rows;
        if (word.size() <= 2)
            break;
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

} // namespace

Result<RowSet> searchRows(const QString &typed, Statements &statements, const WorklistColumns &columns)
{
    const qint64 rows = columns.rows();
    if (const std::optional<QString> digest = digestStartFor(typed))
        return byLetterCode(*digest, statements, rows);
    RowSet found = RowSet::whole(rows);
    QStringList longer;
    for (const QString &word : searchWords(typed)) {
        if (characters(word) >= trigram) {
            longer.append(word);
            continue;
        }
        const Result<RowSet> some = byGrams(word, statements, columns);
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
