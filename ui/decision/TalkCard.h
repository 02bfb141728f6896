#pragma once

#include "cases/CaseNote.h"
#include "ui/widgets/Card.h"

#include <QTimeZone>

class QPushButton;

namespace reviewdesk {

/// The talks with the provider and the second opinions of this round, in a line or two each, and the way to the sheet
/// where more is said.
class TalkCard : public Card {
    Q_OBJECT
public:
    explicit TalkCard(QTimeZone zone, QWidget *parent = nullptr);

    void showNotes(const QList<CaseNote> &notes, int round);
    QStringList lines() const { return m_lines; }

Q_SIGNALS:
    void sheetWanted();

private:
    QTimeZone m_zone;
    QStringList m_lines;
    QVBoxLayout *m_list;
};

} // namespace reviewdesk
