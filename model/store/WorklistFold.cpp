// How the worklist's kept tables are written and checked; see WorklistColumns.
#include "store/WorklistColumns.h"
#include "store/WorklistGrams.h"
#include "store/WorklistSql.h"

#include <QtEndian>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr qint64 chunkRows = 4096;
constexpr qint64 idsOfColumn = 65536;
constexpr std::size_t mostSteps = 65000;

constexpr char keepCodes[] = "INSERT OR REPLACE INTO worklist_codes (id, codes) VALUES (?, ?)";
constexpr char keepWord[] = "INSERT OR REPLACE INTO worklist_words (column, code, word) VALUES (?, ?, ?)";
constexpr char keepStep[] = "INSERT OR REPLACE INTO worklist_steps (column, code, value, seq) VALUES (?, ?, ?, ?)";
constexpr char nothingChanged[] = "DELETE FROM worklist_changed";
constexpr char nextGeneration[] = "UPDATE worklist_base SET generation = generation + 1, cases = ?";

} // namespace

Result<void> WorklistColumns::fold(qint64 mostInStep)
{
    m_columns = {};
    m_changed.clear();
    m_version = -1;
    const Result<Statement *> highest = m_statements.of(worklistSql::maxRow);
    const Result<Statement *> changed = m_statements.of(worklistSql::changed);
    const Result<Statement *> emptied = m_statements.of(nothingChanged);
    const Result<Statement *> raised = m_statements.of(nextGeneration);
    for (const Result<Statement *> *statement : {&highest, &changed, &emptied, &raised}) {
        if (!*statement)
            return statement->error();
    }
    Result<void> done = (*highest)->each({}, [&] {
        m_rows = (*highest)->integer(0);
        return true;
    });
    for (int which = 0; done && which < listedColumnCount; ++which)
        done = load(static_cast<ListedColumn>(which));
    if (!done)
        return done;
    WorklistGrams grams(m_statements);
    Result<void> worked;
    done = (*changed)->each({}, [&] {
        ListedRow row = listedRow(**changed);
        if (!(*changed)->isNull(19))
            row.before = (*changed)->bytes(19);
        apply(row);
        if (row.isFoundOtherwise())
            worked = grams.replace(row.row, row.before.value_or(QByteArray()), row.folded);
        return worked.ok();
    });
    if (done && worked)
        done = grams.keep();
    for (int which = 0; done && worked && which < listedColumnCount; ++which) {
        done = splitSteps(static_cast<ListedColumn>(which), mostInStep);
        if (done)
            done = keep(static_cast<ListedColumn>(which));
    }
    if (done && worked)
        done = (*emptied)->run({});
    if (done && worked)
        done = (*raised)->run({m_rows});
    m_columns = {};
    return worked ? done : worked;
}

Result<void> WorklistColumns::splitSteps(ListedColumn which, qint64 most)
{
    if (!isOrdered(which))
        return {};
    Column &column = at(which);
    std::vector<qint64> held(column.steps.size() + 1, 0);
    for (const quint16 code : column.codes)
        ++held.at(code);
    for (std::size_t position = column.steps.size(); position-- > 0;) { // from behind: what is added stands after it
        if (held.at(column.steps[position].code) <= most)
            continue;
        if (Result<void> done = split(which, column, position, most / 2); !done)
            return done;
    }
    settle(column);
    return {};
}

/// Into steps of `each` rows. `steps` stays in order but for what is added at its end.
Result<void> WorklistColumns::split(ListedColumn which, Column &column, std::size_t position, qint64 each)
{
    const bool number = which == ListedColumn::Due || which == ListedColumn::Saved;
    const ListedPlace from = column.steps[position].from;
    ListedPlace beyond = end();
    for (const Step &step : column.steps) { // also those that an earlier split has added
        if (from < step.from && step.from < beyond)
            beyond = step.from;
    }
    quint16 code = column.steps[position].code;
    qint64 met = 0;
    return walk(which, from, beyond, {}, [&](const Statement &values) {
        const qint64 row = values.integer(0);
        if (met > 0 && met % each == 0 && column.steps.size() < mostSteps) {
            code = static_cast<quint16>(column.steps.size() + 1);
            ListedPlace place{0, {}, row};
            if (number)
                place.number = values.integer(1);
            else
                place.text = values.bytes(1);
            column.steps.push_back({place, code});
        }
        ++met;
        quint16 &kept = column.codes[static_cast<std::size_t>(row)];
        if (kept != code) {
            kept = code;
            column.touched[static_cast<std::size_t>(row / chunkRows)] = true;
        }
        return true;
    });
}

Result<void> WorklistColumns::keep(ListedColumn which)
{
    Column &column = at(which);
    const Result<Statement *> chunk = m_statements.of(keepCodes);
    const Result<Statement *> word = m_statements.of(keepWord);
    const Result<Statement *> step = m_statements.of(keepStep);
    for (const Result<Statement *> *statement : {&chunk, &word, &step}) {
        if (!*statement)
            return statement->error();
    }
    const auto number = static_cast<qint64>(which);
    for (std::size_t at = 0; at < column.touched.size(); ++at) {
        if (!column.touched[at])
            continue;
        const std::size_t from = at * chunkRows;
        const std::size_t count = std::min<std::size_t>(chunkRows, column.codes.size() - from);
        QByteArray bytes(static_cast<qsizetype>(count) * 2, Qt::Uninitialized);
        qToLittleEndian<quint16>(column.codes.data() + from, static_cast<qsizetype>(count), bytes.data());
        if (Result<void> done =
                (*chunk)->run({number * idsOfColumn + static_cast<qint64>(at), Statement::Blob{bytes}});
            !done)
            return done;
    }
    for (std::size_t code = std::max<std::size_t>(1, column.kept); code < column.words.size(); ++code) {
        if (Result<void> done = (*word)->run({number, static_cast<qint64>(code), Statement::Text{column.words[code]}});
            !done)
            return done;
    }
    for (const Step &each : column.steps) {
        if (each.code < column.kept)
            continue;
        const bool isNumber = which == ListedColumn::Due || which == ListedColumn::Saved;
        const Statement::Value value =
            isNumber ? Statement::Value(each.from.number) : Statement::Value(Statement::Text{each.from.text});
        if (Result<void> done = (*step)->run({number, static_cast<qint64>(each.code), value, each.from.row}); !done)
            return done;
    }
    return {};
}

Result<QString> WorklistColumns::firstWrong()
{
    const Result<Statement *> rows = m_statements.of(worklistSql::unchangedRows);
    const Result<Statement *> numberOf = m_statements.of(worklistSql::row);
    if (!rows || !numberOf)
        return rows ? numberOf.error() : rows.error();
    for (int which = 0; which < listedColumnCount; ++which) {
        if (const Result<void> ready = makeReady(static_cast<ListedColumn>(which)); !ready)
            return ready.error();
    }
    WorklistGrams grams(m_statements);
    qint64 wrong = 0;
    Result<void> compared;
    const Result<void> read = (*rows)->each({qint64(1), m_rows}, [&] {
        const ListedRow row = listedRow(**rows);
        for (int which = 0; which < listedColumnCount; ++which) {
            Column &kept = at(static_cast<ListedColumn>(which));
            const std::size_t known = kept.words.size();
            if (kept.codes[static_cast<std::size_t>(row.row)] != codeFor(row, static_cast<ListedColumn>(which), kept) ||
                kept.words.size() != known)
                wrong = row.row;
        }
        if (wrong == 0) {
            const Result<bool> found = grams.hold(row.row, row.folded);
            if (!found)
                compared = found.error();
            else if (!*found)
                wrong = row.row;
        }
        return wrong == 0 && compared.ok();
    });
    if (!read)
        return read.error();
    if (!compared)
        return compared.error();
    QString number;
    if (wrong > 0) {
        const Result<void> named = (*numberOf)->each({wrong}, [&] {
            number = (*numberOf)->string(1);
            return false;
        });
        if (!named)
            return named.error();
    }
    return number;
}

} // namespace reviewdesk
