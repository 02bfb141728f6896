#include "ui/intake/TableIntake.h"

#include <algorithm>
#include <utility>

namespace reviewdesk {

namespace {

constexpr qsizetype askedAtOnce = 100; // rows
constexpr qsizetype madeAtOnce = 10;

/// Of some rows: the cases they led to, and why it went no further.
struct Made {
    QList<std::pair<int, QString>> numbers; ///< row, case
    std::optional<Error> error;
};

} // namespace

TableIntake::TableIntake(Workshop &workshop, QObject *parent) : QObject(parent), m_workshop(workshop) { }

void TableIntake::begin(std::shared_ptr<const fhir::ArrivalReading> reading)
{
    m_reading = reading && reading->table ? std::move(reading) : nullptr;
    m_here.clear();
    m_made.clear();
    m_asked = false;
    m_isMaking = false;
    m_isStopped = false;
    if (m_reading)
        ask(0);
}

bool TableIntake::isReady(const RequestRow &row) const
{
    return row.ok() && row.sameAs == 0 && !m_here.contains(row.row);
}

int TableIntake::ready() const
{
    if (!table())
        return 0;
    return static_cast<int>(std::count_if(table()->rows.cbegin(), table()->rows.cend(),
        [this](const RequestRow &row) { return isReady(row); }));
}

int TableIntake::refused() const
{
    if (!table())
        return 0;
    return static_cast<int>(
        std::count_if(table()->rows.cbegin(), table()->rows.cend(), [](const RequestRow &row) { return !row.ok(); }));
}

Result<QHash<int, QString>> TableIntake::casesOf(
    Workspace &workspace, const RequestTable &table, qsizetype from, qsizetype count)
{
    QHash<int, QString> numbers;
    for (const RequestRow &row : table.rows.mid(from, count)) {
        if (!row.ok() || row.sameAs)
            continue;
        const fhir::Arrival arrival = fhir::arrivalOf(row, workspace.rulebook().policy);
        const Result<ImportedCase> known =
            workspace.knownCase({arrival.keys, arrival.words, arrival.content}, arrival.draft);
        if (!known)
            return known.error();
        if (known->known)
            numbers.insert(row.row, known->stored.reviewCase.number);
    }
    return numbers;
}

void TableIntake::ask(qsizetype from)
{
    m_workshop.run(
        this,
        [reading = m_reading, from](Workspace &workspace) {
            return casesOf(workspace, *reading->table, from, askedAtOnce);
        },
        [this, reading = m_reading, from](const Result<QHash<int, QString>> &numbers) {
            if (reading != m_reading || !numbers) // locked meanwhile: asked again when the file is chosen again
                return;
            m_here.insert(*numbers);
            m_asked = from + askedAtOnce >= table()->rows.size();
            if (m_asked)
                Q_EMIT changed();
            else
                ask(from + askedAtOnce);
        });
}

void TableIntake::makeDrafts()
{
    if (!m_asked || m_isMaking)
        return;
    m_made.clear();
    m_isMaking = true;
    m_isStopped = false;
    Q_EMIT changed();
    make();
}

void TableIntake::make()
{
    QList<RequestRow> rows;
    for (const RequestRow &row : table()->rows) {
        if (rows.size() < madeAtOnce && isReady(row))
            rows.append(row);
    }
    if (rows.isEmpty() || m_isStopped) {
        end();
        return;
    }
    m_workshop.run(
        this,
        [rows](Workspace &workspace) -> Result<Made> {
            Made made;
            for (const RequestRow &row : rows) {
                const fhir::Arrival arrival = fhir::arrivalOf(row, workspace.rulebook().policy);
                const Result<ImportedCase> imported =
                    workspace.importRequest({arrival.keys, arrival.words, arrival.content}, arrival.draft);
                if (!imported) {
                    made.error = imported.error();
                    break;
                }
                made.numbers.append({row.row, imported->stored.reviewCase.number});
            }
            return made;
        },
        [this, reading = m_reading](const Result<Made> &made) {
            if (reading != m_reading)
                return;
            if (made) {
                for (const auto &[row, number] : made->numbers) {
                    m_here.insert(row, number);
                    m_made.append(number);
                }
            }
            if (!made || made->error) {
                end();
                Q_EMIT failed(made ? *made->error : made.error());
                return;
            }
            Q_EMIT changed();
            make();
        });
}

void TableIntake::end()
{
    m_isMaking = false;
    Q_EMIT changed();
}

} // namespace reviewdesk
