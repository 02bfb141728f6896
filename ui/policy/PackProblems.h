#pragma once

#include "support/Result.h"

#include <QDialog>

class QTableWidget;

namespace reviewdesk {

/// Every problem of a file that is no policy pack, with its place.
class PackProblems : public QDialog {
    Q_OBJECT
public:
    static constexpr int mostShown = 1'000;

    PackProblems(const QString &file, const QList<Error> &problems, QWidget *parent = nullptr);

    QTableWidget *table() const { return m_table; }

private:
    QTableWidget *m_table;
};

} // namespace reviewdesk
