#pragma once

#include "support/Clock.h"
#include "tests/ui/DeskOf.h"
#include "ui/review/ReviewPage.h"

#include <functional>

namespace reviewdesk {

/// Lets the window do what it has to until `seen`.
void waitFor(const std::function<bool()> &seen, const char *what);

/// Presses the button with this text, which is shown.
void pressIn(const QWidget &page, const QString &text);

/// One person's window on the workspace of the pictures, signed in; without a login name at its entrance.
class Visit {
public:
    Visit(Start start, const Clock &clock, const QString &loginName);

    MainWindow &window() { return m_window; }
    Desk &desk() { return *deskOf(m_window); }
    void open(const QString &caseId);
    ReviewPage &review() { return *qobject_cast<ReviewPage *>(desk().casePage()); }

private:
    void signIn(const QString &loginName);

    MainWindow m_window;
};

} // namespace reviewdesk
