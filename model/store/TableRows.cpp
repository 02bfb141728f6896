#include "store/TableRows.h"

#include <QSqlError>

namespace reviewdesk {

/// Without what is worked out of other columns.
Result<TableShape> TableShape::of(Database &embedded, const QString &name)
{
    TableShape shape{name, {}, {}};
    const Result<void> read = embedded.each(
        QStringLiteral("SELECT name, pk FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid"), {name},
        [&](const Database::Row &row) -> Result<void> {
            shape.columns.append(row.at(0).toString());
            if (row.at(1).toInt() > 0)
                shape.key.append(row.at(0).toString());
            return {};
        });
    if (!read)
        return read.error();
    return shape;
}

QString TableShape::select() const
{
    return QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
        .arg(columns.join(QLatin1String(", ")), name, key.join(QLatin1String(", ")));
}

QString TableShape::insert() const
{
    QStringList places;
    places.fill(QStringLiteral("?"), columns.size());
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
        .arg(name, columns.join(QLatin1String(", ")), places.join(QLatin1String(", ")));
}

TableRows::~TableRows()
{
    if (m_query)
        m_query->finish();
    else if (m_begun)
        (void)m_database.script("CLOSE copied");
}

Result<void> TableRows::begin()
{
    m_begun = true;
    if (m_database.dialect() == Database::Dialect::Postgres)
        return m_database.script("DECLARE copied NO SCROLL CURSOR FOR " + m_shape.select().toUtf8());
    Result<std::shared_ptr<QSqlQuery>> asked = m_database.query(m_shape.select(), {});
    if (!asked)
        return asked.error();
    m_query = std::move(asked).value();
    return {};
}

Result<void> TableRows::fetch()
{
    Result<Database::Rows> some = m_database.fetched(QStringLiteral("FETCH 500 FROM copied"));
    if (!some)
        return some.error();
    m_rows = std::move(some).value();
    m_at = 0;
    return {};
}

Result<std::optional<Database::Row>> TableRows::next()
{
    using Next = std::optional<Database::Row>;
    if (!m_begun) {
        if (Result<void> begun = begin(); !begun)
            return begun.error();
    }
    if (m_query) {
        if (!m_query->next()) {
            if (m_query->lastError().isValid())
                return m_database.errorOf(m_query->lastError());
            return Next();
        }
        Database::Row row;
        for (qsizetype column = 0; column < m_shape.columns.size(); ++column)
            row.append(m_query->value(static_cast<int>(column)));
        return Next(row);
    }
    if (m_at == m_rows.size()) {
        if (Result<void> fetched = fetch(); !fetched)
            return fetched.error();
        if (m_rows.isEmpty())
            return Next();
    }
    return Next(m_rows.at(m_at++));
}

} // namespace reviewdesk
