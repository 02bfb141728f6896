#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace reviewdesk {

/// One setting of a letterhead: its name, its text, and in words what holds while there is none.
class LetterheadField : public QWidget {
    Q_OBJECT
public:
    /// `lines`: 1 for a line, more for a text of that height.
    LetterheadField(const QString &name, const QString &title, int lines, QWidget *parent = nullptr);

    const QString &name() const { return m_name; }
    QString text() const;
    void setText(const QString &text); ///< without edited()
    /// What stands under it; `missing`: letters that need it are held.
    void setState(const QString &words, bool missing);
    void focus();

Q_SIGNALS:
    void edited();

private:
    QString m_name;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_state;
};

} // namespace reviewdesk
