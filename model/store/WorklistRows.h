#pragma once

#include "store/Statement.h"
#include "store/WorklistQuery.h"

#include <QHash>

#include <array>
#include <optional>

namespace reviewdesk {

/// Reads the worklist's rows as they are shown. Most of a row's words stand in thousands of others, too: those are made
/// once and shared.
class WorklistRows {
public:
    explicit WorklistRows(Statements &statements) : m_statements(statements) { }

    /// The accounts as they are now; `revision` differs when anything was written since.
    Result<void> refresh(quint64 revision);
    QString nameOf(const QString &userId) const { return m_names.value(userId); }
    Result<WorklistRow> read(qint64 row);
    /// Of a statement that is at a row, what is shown of it from a column on.
    void fill(WorklistRow &entry, const Statement &cells, int first);

private:
    struct Shared {
        QByteArray stored;
        QString text;
        std::optional<Status> status; ///< if it is the word of one
        std::optional<LineOfBusiness> line;
    };
    using SharedTexts = std::array<Shared, 256>;
    static constexpr std::size_t mostColumns = 20;
    const Shared &shared(const Statement &cells, int column);
    const QString &name(const Statement &cells, int column);
    static Shared &slotOf(SharedTexts &texts, QByteArrayView stored);

    Statements &m_statements;
    QHash<QString, QString> m_names; ///< of the accounts, by id
    quint64 m_revision = 0;
    SharedTexts m_texts;
    SharedTexts m_shownNames;
    std::array<Shared *, mostColumns> m_before{}; ///< by column: what the row before had, which the next one often has too
};

} // namespace reviewdesk
