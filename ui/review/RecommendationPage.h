#pragma once

#include "ui/review/ReviewSession.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace reviewdesk {

class ApprovalEntries;
class Card;
class CriterionLinks;
class CriterionRow;
class DateField;
class Notice;

/// The last page: what the policy says of the case, why, what is open, and the steps that this person may take on the
/// draft; afterwards they are on the decision page. Nothing adverse is decided here.
class RecommendationPage : public QWidget {
    Q_OBJECT
public:
    RecommendationPage(ReviewSession &session, const CriterionLinks &links, QWidget *parent = nullptr);
    ~RecommendationPage() override;

    QPushButton *actionButton(Action action) const; ///< nullptr: not offered on this page
    QString reasonAgainst(Action action) const; ///< beside the button; empty while it is allowed
    void focusFirst();

Q_SIGNALS:
    void questionWanted(int fact);
    void fieldWanted(const QString &pointer);
    void documentsWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// A step of the workflow with its button, its entries and the reason while it is not allowed.
    struct Offer {
        Action action;
        QWidget *widget;
        QPushButton *button;
        QLabel *reason;
    };
    struct OpenItem {
        QString words;
        QString target; ///< a pointer of the case file
        friend bool operator==(const OpenItem &, const OpenItem &) = default;
    };

    QWidget *makeOutcome();
    QWidget *makeReasons();
    QWidget *makeOpen();
    QWidget *makeWords();
    QWidget *makeOffers();
    QVBoxLayout *addOffer(Card *card, Action action, const QString &words);
    QWidget *makePendEntries();
    QPlainTextEdit *addText(QVBoxLayout *layout, const QString &label, const QString &hint);

    void load();
    void restoreTyped();
    QList<QPair<QString, DateField *>> dates() const; ///< by their pointers
    void refresh();
    void refreshOutcome();
    void refreshOpen();
    void refreshOffers();
    QList<OpenItem> openItems() const;
    void follow(const QString &target);
    void storeDetermination();
    void act(Action action);
    QString refusal(Action action) const;

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
    QPlainTextEdit *m_plainReason = nullptr;
    QPlainTextEdit *m_rationale = nullptr;
    Card *m_offersCard = nullptr;
    QList<Offer> m_offers;
    QPlainTextEdit *m_note = nullptr;
    QLineEdit *m_withdrawnBy = nullptr;
    DateField *m_replyBy = nullptr;
    ApprovalEntries *m_approval = nullptr;
    Notice *m_refused = nullptr;
};

} // namespace reviewdesk
