#pragma once

#include "ui/review/ReviewSession.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace reviewdesk {

class Card;
class CriterionLinks;
class CriterionRow;
class NextStepCard;
class Notice;

/// The last page: what the policy says of the case, why, what is open, and the steps that this person may take on the
/// draft; afterwards they are on the decision page. Nothing adverse is decided here.
class RecommendationPage : public QWidget {
    Q_OBJECT
public:
    RecommendationPage(ReviewSession &session, const CriterionLinks &links, QWidget *parent = nullptr);

    NextStepCard *nextStep() const { return m_nextStep; }
    void focusFirst();

Q_SIGNALS:
    void questionWanted(int fact);
    void fieldWanted(const QString &pointer);
    void documentsWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct OpenItem {
        QString words;
        QString target; ///< a pointer of the case file
        friend bool operator==(const OpenItem &, const OpenItem &) = default;
    };

    QWidget *makeOutcome();
    QWidget *makeReasons();
    QWidget *makeOpen();
    QWidget *makeWords();
    QPlainTextEdit *addText(QVBoxLayout *layout, const QString &label, const QString &hint);

    void load();
    void refresh();
    void refreshOutcome();
    void refreshOpen();
    void refreshWords();
    QList<OpenItem> openItems() const;
    void follow(const QString &target);
    void storeWords();
    void takeWordsFor();

    ReviewSession &m_session;
    const CriterionLinks &m_links;
    bool m_outdated = false;
    bool m_loading = false;

    QLabel *m_headline = nullptr;
    QLabel *m_sentence = nullptr;
    Card *m_reasonsCard = nullptr;
    QList<CriterionRow *> m_reasons; ///< one for each criterion; those cited show
    Card *m_openCard = nullptr;
    QVBoxLayout *m_openList = nullptr;
    QList<OpenItem> m_openShown;
    QList<QWidget *> m_openRows;
    Card *m_wordsCard = nullptr;
    Notice *m_otherwise = nullptr; ///< the words were written for another letter
    enum class Letter { Approval, Denial, Request };
    Letter letter() const; ///< the one that the outcome leads to
    std::optional<Letter> m_wordsFor; ///< as it was when they were last typed or loaded; nothing: there are none
    QPlainTextEdit *m_plainReason = nullptr;
    QPlainTextEdit *m_rationale = nullptr;
    NextStepCard *m_nextStep = nullptr;
};

} // namespace reviewdesk
