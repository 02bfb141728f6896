#pragma once

#include "store/Workshop.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QTableWidget;

namespace reviewdesk {

class Notice;

/// What changed between two rounds of a case, field by field, in words.
class RoundsSheet : public QDialog {
    Q_OBJECT
public:
    RoundsSheet(Workshop &workshop, const QString &caseId, QWidget *parent = nullptr);

    QComboBox *earlier() const { return m_earlier; }
    QComboBox *later() const { return m_later; }
    QTableWidget *table() const { return m_table; }

private:
    void showRounds(const Result<QList<KeptRound>> &rounds);
    void compare();
    QString title(const KeptRound &round) const;

    std::shared_ptr<const Rulebook> m_rulebook;
    QList<KeptRound> m_rounds;
    QComboBox *m_earlier;
    QComboBox *m_later;
    QTableWidget *m_table;
    QLabel *m_summary;
    Notice *m_notice;
};

} // namespace reviewdesk
