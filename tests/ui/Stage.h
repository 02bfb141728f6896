#pragma once

#include "Wizard.h"

#include "letter/LetterComposer.h"
#include "ui/Appearance.h"

#include <functional>

namespace reviewdesk {

class Desk;
class LetterPage;
class ReviewPage;

/// What EveryPage opens pages on: a real workspace with a case in it, and a desk for whoever signs in; each page is handed to
/// somebody who looks at it while it is on the screen.
class Stage {
public:
    using Look = std::function<void(const QString &name, QWidget &page)>;

    Stage(Look look, int textPercent);

    void look(const QString &name, QWidget &page); ///< once what it asked for has come
    void show(const QString &name, std::unique_ptr<QWidget> page);
    std::unique_ptr<Desk> sit(); ///< of whoever signed in
    std::unique_ptr<Desk> sitAt(Workshop &workshop, const Clock &clock);
    void afterAnUpgrade(const QString &whose);
    ReviewPage *openReview(Desk &desk, const QString &caseId);
    LetterPage *openLetter(Desk &desk, const QString &name);
    void tourOf(Desk &desk, const QString &whose);

    static void settle(); ///< answers of the workspace's thread come in
    template <typename Seen> static void waitFor(const Seen &seen, const char *what)
    {
        constexpr int patience = 20'000; // milliseconds
        if (!QTest::qWaitFor(seen, patience))
            qFatal("never came: %s", what);
    }

    static constexpr QSize usual{1280, 800}; ///< the window that all has room in

private:
    Look m_look; // here, for what follows is made with its words

public:
    Wizard wizard;
    Appearance appearance;
    std::shared_ptr<const LetterComposer> composer;
    Letterhead letterhead;
};

} // namespace reviewdesk
