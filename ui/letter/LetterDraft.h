#pragma once

#include "store/Workshop.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace reviewdesk {

class TranslatedReason;

/// The texts of a letter that a person writes, while the case may still be edited; hidden when it may not. Keeps the
/// case's draft within 300 ms of the last change, again after a failure, and together with what somebody else kept
/// meanwhile, unless that is the same words.
class LetterDraft : public QWidget {
    Q_OBJECT
public:
    LetterDraft(Workshop &workshop, StoredCase stored, QWidget *parent = nullptr);

    const StoredCase &stored() const { return m_stored; } ///< with what is typed
    bool mayWrite() const { return m_mayWrite; }
    void setClock(const ClockEvents &clock) { m_stored.clock = clock; } ///< after a letter that changed it
    /// Keeps what is typed now; blocks until it is done.
    void flush();
    /// Takes over what somebody else kept since: broughtTogether() follows, or notSaved() where the case has taken a step.
    void look();
    /// A newer program took the case up: the entries are for reading from now on.
    void setOnlyRead(const Error &why);
    bool hasUnsaved() const { return m_dirty || m_saving; }
    void focusPlainReason();
    /// What the evaluation says by itself, to start from and to compare with.
    void setDrafted(const QString &plainReason);
    /// The same in the language of the member's letter, where that is not English; empty where it is.
    void setDraftedTranslation(const QString &plainReason);
    /// What the letter puts beside abbreviations of the two texts.
    void showExplained(const QStringList &explanations);
    /// Words that look like abbreviations and that the member's letter would not explain.
    void showUnexplained(const QStringList &words);
    void focusRationale();

Q_SIGNALS:
    void edited(); ///< at once
    void changed(); ///< after a pause in typing
    void broughtTogether(); ///< with what somebody else kept: stored() holds more than what was typed
    void saved(const QDateTime &at);
    void notSaved(const reviewdesk::Error &error);

private:
    void addWords(QVBoxLayout *column, const QString &title, QPlainTextEdit *edit, const QString &text);
    void addReading(QVBoxLayout *column);
    void showReading();
    void takeWords();
    void save();
    void answer(const Result<StoredCase> &answer);
    void adopt(const StoredCase &kept);

    Workshop &m_workshop;
    StoredCase m_stored;
    ReviewCase m_base; ///< as it was last kept
    Determination m_sent; ///< the words of the save under way
    QPlainTextEdit *m_plainReason;
    QPlainTextEdit *m_rationale;
    QLabel *m_grade; ///< of the reason in plain words
    TranslatedReason *m_translated;
    QLabel *m_abbreviations;
    QLabel *m_explained; ///< what is printed besides what is typed
    QLabel *m_changes; ///< against m_drafted
    QPushButton *m_useDrafted;
    QPushButton *m_showChanges;
    QString m_drafted;
    QMap<LineOfBusiness, int> m_readingLimits; ///< the plan's own
    bool m_mayWrite;
    bool m_isUntranslated = false; ///< it was said that the member's letter needs no other language
    bool m_dirty = false;
    bool m_saving = false;
    QTimer m_typed;
    QTimer m_retry;
};

} // namespace reviewdesk
