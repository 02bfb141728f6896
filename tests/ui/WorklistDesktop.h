#pragma once

#include "PageDesktop.h"
#include "PageWords.h"

#include "ui/worklist/FilterBar.h"
#include "ui/worklist/ViewList.h"
#include "ui/worklist/WorklistPage.h"
#include "ui/worklist/WorklistTable.h"

#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace reviewdesk {

/// The worklist over a real workspace, as one person sees it.
class WorklistDesktop : public PageDesktop<WorklistPage> {
public:
    WorklistDesktop(StoreDesk &desk, const char *loginName)
        : PageDesktop(desk, loginName), opened(std::make_unique<QSignalSpy>(page.get(), &WorklistPage::caseOpened))
    {
        settle();
    }

    /// Waits for the newest answer.
    void settle()
    {
        QTest::qWait(200); // what is typed rests for a moment before it is asked
        require(QTest::qWaitFor([this] { return loaded->count() > 0; }, 10'000));
        pause();
        loaded->clear();
    }
    /// What is asked meanwhile without a question of rows: choices, counts.
    void pause()
    {
        workshop.drain();
        QTest::qWait(60);
    }

    WorklistTable *table() const { return page->findChild<WorklistTable *>(); }
    QLineEdit *search() const { return page->findChild<QLineEdit *>(); }
    FilterBar *filters() const { return page->findChild<FilterBar *>(); }
    ViewList *views() const { return page->findChild<ViewList *>(); }
    QStringList column(int section) const
    {
        QStringList words;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            words.append(table()->model()->index(row, section).data().toString());
        return words;
    }
    QStringList members() const { return column(1); }
    QPushButton *button(const QString &begins) const { return buttonOf(*page, begins); }
    QToolButton *menuButton(const QString &text) const
    {
        for (QToolButton *button : page->findChildren<QToolButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    QMenu *menu(const QString &text) const
    {
        const QToolButton *button = menuButton(text);
        return button ? button->menu() : nullptr;
    }
    bool says(const QString &words) const { return shows(*page, words); }

    std::unique_ptr<QSignalSpy> opened;
};

} // namespace reviewdesk
