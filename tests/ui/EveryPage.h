#pragma once

#include "Wizard.h"

#include "letter/LetterComposer.h"
#include "ui/Appearance.h"

#include <functional>

namespace reviewdesk {

class Desk;
class LetterPage;
class ReviewPage;

/// Opens every page and every dialog of the program over a real workspace, as nurse, physician and supervisor, with a
/// second review and what came of it, and each role's tour; lets each be looked at while it is on the screen.
class EveryPage {
public:
    using Look = std::function<void(const QString &name, QWidget &page)>;

    /// `textPercent`: the size of text, as a person sets it.
    explicit EveryPage(Look look, int textPercent = 100);

    Wizard &wizard() { return m_wizard; }
    static QString message(); ///< the file of the request that comes in
    static QStringList namesOfMerge(); ///< of the member, as two people enter it
    void walk();

private:
    void entrance();
    void nurse();
    void afterAnUpgrade();
    void emptyWorklist(Desk &desk);
    LetterPage *letterOf(Desk &desk, const QString &name);
    void reviewOf(Desk &desk);
    void overTheReview(ReviewPage &review);
    void incoming(Desk &desk);
    void merging(Desk &desk);
    void physician();
    void issuing(Desk &desk);
    void secondReview(); ///< of the case that the physician decided, sampled
    void supervisor();
    void policyOf(Desk &desk);
    void reportsOf(Desk &desk);
    void casesBehindANumber(Desk &desk);
    void tourOf(Desk &desk, const QString &whose);
    void help();

    std::unique_ptr<Desk> sit();
    ReviewPage *openReview(Desk &desk, const QString &caseId);
    void look(const QString &name, std::unique_ptr<QWidget> page);
    static void settle();

    Look m_look;
    Wizard m_wizard;
    Appearance m_appearance;
    std::shared_ptr<const LetterComposer> m_composer;
    Letterhead m_letterhead;
};

} // namespace reviewdesk
