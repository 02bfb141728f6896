#pragma once

#include "fhir/Arrival.h"
#include "store/Workshop.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace reviewdesk {

/// A table of requests on its way in: which of its rows are here already, and drafts of the others, made a few at a
/// time so that the rest of the program goes on. What is made stays made when it is stopped or fails.
class TableIntake : public QObject {
    Q_OBJECT
public:
    explicit TableIntake(Workshop &workshop, QObject *parent = nullptr);

    /// Asks which rows are here; nullptr: there is no table any more.
    void begin(std::shared_ptr<const fhir::ArrivalReading> reading);
    const RequestTable *table() const { return m_reading ? &*m_reading->table : nullptr; }
    bool isAsked() const { return m_asked; } ///< which rows are here is known
    const QHash<int, QString> &here() const { return m_here; } ///< case numbers by row
    int ready() const; ///< rows that can be taken in and are not here
    int refused() const; ///< rows with cells to correct
    bool isMaking() const { return m_isMaking; }
    QStringList made() const { return m_made; } ///< numbers of the drafts, in the rows' order
    void makeDrafts();
    void stop() { m_isStopped = true; } ///< after those that are being made

    /// The cases of these rows that are here, by row; `count` rows from the one at `from`.
    static Result<QHash<int, QString>> casesOf(
        Workspace &workspace, const RequestTable &table, qsizetype from, qsizetype count);

Q_SIGNALS:
    void changed();
    void failed(const reviewdesk::Error &error);

private:
    bool isReady(const RequestRow &row) const;
    void ask(qsizetype from);
    void make();
    void end();

    Workshop &m_workshop;
    std::shared_ptr<const fhir::ArrivalReading> m_reading;
    QHash<int, QString> m_here;
    QStringList m_made;
    bool m_asked = false;
    bool m_isMaking = false;
    bool m_isStopped = false;
};

} // namespace reviewdesk
