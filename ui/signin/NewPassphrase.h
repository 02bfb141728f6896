#pragma once

#include <QStringList>
#include <QWidget>

class QFormLayout;
class QLabel;

namespace reviewdesk {

class PassphraseEdit;

/// A new passphrase typed twice, with its quality in words; rows for a form.
class NewPassphrase : public QObject {
    Q_OBJECT
public:
    explicit NewPassphrase(QObject *parent = nullptr);

    /// Adds the rows; the form's window owns them.
    void addTo(QFormLayout &form);
    void setPersonalWords(const QStringList &words);
    /// Empty, or why it may not be taken.
    QString problem() const;
    void focusProblem();
    bool isEmpty() const;
    QByteArray take();

Q_SIGNALS:
    void changed();

private:
    void judge();

    PassphraseEdit *m_first = nullptr;
    PassphraseEdit *m_second = nullptr;
    QLabel *m_words = nullptr;
    QStringList m_personal;
};

} // namespace reviewdesk
