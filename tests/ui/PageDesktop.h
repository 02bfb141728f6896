#pragma once

#include "StoreDesk.h"

#include "store/Workshop.h"

#include <QSignalSpy>
#include <QtTest>

namespace reviewdesk {

/// A page of many cases over a real workspace, on the screen of one person; it says when its answer is loaded.
template <typename Page> class PageDesktop {
public:
    PageDesktop(StoreDesk &desk, const char *loginName)
    {
        const QString name = QString::fromLatin1(loginName);
        require(workshop.open([&desk, name] { return desk.tryOpen(name, name.toUtf8()); }).ok());
        page = std::make_unique<Page>(workshop, desk.clock);
        loaded = std::make_unique<QSignalSpy>(page.get(), &Page::loaded);
        page->resize(1280, 800);
        page->show();
        page->activateWindow();
        require(QTest::qWaitForWindowActive(page.get()));
        page->refresh();
    }

    Workshop workshop;
    std::unique_ptr<Page> page;
    std::unique_ptr<QSignalSpy> loaded;
};

} // namespace reviewdesk
