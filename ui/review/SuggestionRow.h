#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace reviewdesk {

class Chip;

/// A value that somebody suggests, who says so, and the button by which a person makes it theirs. It is no answer
/// before that.
class SuggestionRow : public QWidget {
    Q_OBJECT
public:
    /// `about`: what it is suggested for, for the button's accessible name.
    explicit SuggestionRow(const QString &about, QWidget *parent = nullptr);

    /// `place`: where the source says so. `mayConfirm` false: only said.
    void showSuggestion(const QString &value, const QString &reason, const QString &place, bool mayConfirm);
    bool mayBeConfirmed() const; ///< and the button for it is in sight
    QPushButton *button() const { return m_confirm; } ///< null until something was suggested
    QString words() const;

Q_SIGNALS:
    void confirmed();

private:
    void make();

    QString m_about;
    Chip *m_value = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_confirm = nullptr;
};

} // namespace reviewdesk
