#pragma once

#include "store/Workshop.h"
#include "ui/tour/Tour.h"

#include <QWidget>

namespace reviewdesk {

class Appearance;

/// What the window knows of the place that somebody works at behind the sign-in (Desk). It is made by a library of its own,
/// which is loaded while the passphrase is typed: so nothing in `signin/` nor the window includes what the desk is made of.
class Workplace : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual bool flush() = 0; ///< false: something could not be saved
    virtual bool mayLeave() = 0;
    virtual QString caption() const = 0; ///< for the window's title; empty on the worklist. Holds no name
    virtual QString helpTopic() const = 0; ///< of the page that is on the screen
    virtual bool goToWorklist() = 0; ///< false: the person stays on a page that is not saved
    virtual void focusSearch() = 0;
    virtual void lookAgain() = 0; ///< at the worklist, where no case is open over it
    /// Opens what was open at `before`, which this one, made in another size of text or language, takes the place of.
    virtual void openAsAt(const Workplace &before) = 0;
    virtual void gatherTour(std::function<void(const QList<TourStop> &)> ready) = 0;

Q_SIGNALS:
    void captionChanged();
    void lockWanted();
    void leaveWanted(); ///< to sign out
    void helpWanted();
    void guideWanted();
    void newsWanted();
    void tourWanted();
    void accountWanted(const QString &loginName);
};

/// `practice`: the accounts of the practice caseload, empty elsewhere. The workshop has signed somebody in.
using MakeWorkplace = std::function<Workplace *(
    Workshop &workshop, const QList<UserAccount> &practice, Appearance &appearance, const Clock &clock, QWidget *parent)>;

} // namespace reviewdesk
