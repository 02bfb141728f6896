#pragma once

#include "policy/Policy.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace reviewdesk {

/// Codes of a request: those of the policy's list to tick, each with its descriptor, and any others to type, apart by
/// comma or space.
class CodesField : public QWidget {
    Q_OBJECT
public:
    /// `listed`: to tick; `known`: entries (or prefixes) whose descriptor is shown under what is typed.
    CodesField(
        const QString &name, const QList<CodeEntry> &listed, const QList<CodeEntry> &known, QWidget *parent = nullptr);

    QStringList codes() const; ///< upper case; ticked ones in the order of the list, then those typed
    void setCodes(const QStringList &codes);
    QLineEdit *lineEdit() const { return m_others; }

Q_SIGNALS:
    void edited(); ///< by a person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< a click on a descriptor is one on its box

private:
    void describe();

    QList<CodeEntry> m_known;
    QList<QCheckBox *> m_boxes;
    QList<QLabel *> m_boxWords; ///< their descriptors
    QStringList m_boxCodes;
    QLineEdit *m_others;
    QLabel *m_descriptors;
};

} // namespace reviewdesk
