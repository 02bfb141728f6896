#pragma once

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace reviewdesk {

class Notice;

/// Asks why a letter is corrected. The reason is printed at the head of the correction.
class CorrectionDialog : public QDialog {
    Q_OBJECT
public:
    explicit CorrectionDialog(QWidget *parent = nullptr);
    QString reason() const;
    void refuse(const QString &why); ///< stays open, with what is typed

Q_SIGNALS:
    void wanted(); ///< accept() or refuse() answers it

private:
    Notice *m_notice;
    QPlainTextEdit *m_reason;
    QPushButton *m_go;
};

} // namespace reviewdesk
