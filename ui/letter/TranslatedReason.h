#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace reviewdesk {

/// The reason in plain words in the language of the member's letter. Empty: the letter says what the program drafts, and
/// quotes the English beside it.
class TranslatedReason : public QWidget {
    Q_OBJECT
public:
    explicit TranslatedReason(const QString &written, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &written); ///< without edited()
    /// What the evaluation says by itself in the language; where that is never told, it is not offered.
    void setDrafted(const QString &drafted);

Q_SIGNALS:
    void edited();

private:
    void showReading();

    QPlainTextEdit *m_edit;
    QLabel *m_reading;
    QPushButton *m_useDrafted;
    QString m_drafted;
};

} // namespace reviewdesk
