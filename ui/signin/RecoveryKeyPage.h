#pragma once

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QPushButton;

namespace reviewdesk {

/// Shows the recovery key once: to be printed or written down, and confirmed. Copying is offered for a minute, and what
/// was copied leaves the clipboard a minute later.
class RecoveryKeyPage : public QWidget {
    Q_OBJECT
public:
    RecoveryKeyPage(
        const QString &recoveryKey, const QString &organisation, const QString &loginName, QWidget *parent = nullptr);
    ~RecoveryKeyPage() override;

Q_SIGNALS:
    void confirmed();

private:
    void print();
    void copy();

    QString m_key;
    QString m_organisation;
    QString m_loginName;
    QPushButton *m_copy;
    QCheckBox *m_kept;
    QPushButton *m_go;
    QTimer m_offer;
};

} // namespace reviewdesk
