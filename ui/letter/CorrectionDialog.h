#pragma once

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace reviewdesk {

/// Asks why a letter is corrected. The reason is printed at the head of the correction.
class CorrectionDialog : public QDialog {
    Q_OBJECT
public:
    explicit CorrectionDialog(QWidget *parent = nullptr);
    QString reason() const;

private:
    QPlainTextEdit *m_reason;
    QPushButton *m_go;
};

} // namespace reviewdesk
