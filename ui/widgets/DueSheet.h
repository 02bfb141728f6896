#pragma once

#include "cases/DueDate.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace reviewdesk {

/// When a case is due, and why: every rule that fits with its sum and its source, the one that binds first; what
/// stopped or lengthened the clock; and, where it may be, the step that takes more time.
class DueSheet : public QDialog {
    Q_OBJECT
public:
    struct Clockwork {
        QList<DueEntry> due; ///< earliest first
        ClockEvents events;
        QTimeZone zone;
        QDateTime now;
        QDateTime receivedAt = {}; ///< what was before it does not count
    };
    /// What there is to say about more time on this case.
    struct Extension {
        bool offered = false; ///< to this person at all
        QString refusal; ///< why not now; empty: it can be taken
        QDateTime due; ///< what it would become
    };

    DueSheet(const Clockwork &clock, const Extension &extension, QWidget *parent = nullptr);

    QPlainTextEdit *reason() const { return m_reason; } ///< nullptr: more time is not offered
    QPushButton *extendButton() const { return m_extend; }
    /// All that stands on the sheet, a line each.
    QStringList lines() const;

Q_SIGNALS:
    void extensionWanted(const QString &reason);

private:
    QWidget *makeRules(const Clockwork &clock);
    QWidget *makeRule(const DueEntry &entry, bool binds, const Clockwork &clock);
    QWidget *makeEvents(const Clockwork &clock);
    QWidget *makeExtension(const Extension &extension, const QTimeZone &zone);
    void refresh();

    QPlainTextEdit *m_reason = nullptr;
    QPushButton *m_extend = nullptr;
};

} // namespace reviewdesk
