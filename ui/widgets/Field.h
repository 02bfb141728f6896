#pragma once

#include "cases/Finding.h"
#include "ui/widgets/Styling.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace reviewdesk {

/// A labelled entry of a form with room for what is to say about it: "needed", or a finding with its reason under it.
class Field : public QWidget {
    Q_OBJECT
public:
    /// `pointer`: JSON pointers of the case file that this entry holds, the first its own.
    Field(const QString &label, QWidget *entry, const QStringList &pointers, QWidget *parent = nullptr);

    QWidget *entry() const { return m_entry; }
    const QString &pointer() const { return m_pointers.constFirst(); } ///< its own
    bool isAbout(const QString &pointer) const;
    /// Shows the worst of `findings` that are about this entry; `ownProblem` (what was typed cannot be read) goes
    /// before.
    void showFindings(const QList<Finding> &findings, const QString &ownProblem = {});
    QString message() const;
    bool isNeeded() const; ///< "needed" is shown
    /// It is a part of another entry's value (the time of a date): "needed" while that one is missing.
    void setNeededFor(const QString &pointer) { m_neededFor = pointer; }
    void setHint(const QString &hint); ///< quiet words under the entry while there is no finding
    /// It stands as a message gave it, at `place` there, and waits for somebody to confirm it.
    void setSent(bool sent, const QString &place = {});
    QPushButton *confirmButton() const { return m_confirm; } ///< nullptr: it was never sent

Q_SIGNALS:
    void confirmed();

private:
    void showMessage(const QString &text, TextRole role);

    QStringList m_pointers;
    QString m_neededFor;
    QString m_hint;
    QString m_label;
    QWidget *m_entry;
    QHBoxLayout *m_head;
    QLabel *m_caption;
    QLabel *m_needed;
    QPushButton *m_confirm = nullptr; ///< made when something was sent
    bool m_sent = false;
    QLabel *m_message;
};

} // namespace reviewdesk
