#pragma once

#include "FhirDesk.h"
#include "Wizard.h"

#include "ui/intake/IncomingList.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/intake/IntakePage.h"
#include "ui/intake/MessageView.h"

#include <QFile>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTreeWidget>

namespace reviewdesk {

inline QString requestFile(const char *name)
{
    return QStringLiteral(TEST_DATA "/fhir/requests/%1.json").arg(QLatin1String(name));
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        qFatal("%s", qPrintable(path));
}

/// All rows of the message as they are shown: "what | value | place".
inline QStringList rowsOf(const MessageView *view)
{
    QStringList rows;
    for (int group = 0; group < view->tree()->topLevelItemCount(); ++group) {
        const QTreeWidgetItem *item = view->tree()->topLevelItem(group);
        for (int row = 0; row < item->childCount(); ++row) {
            const QTreeWidgetItem *each = item->child(row);
            rows << each->text(0) + QStringLiteral(" | ") + each->text(1) + QStringLiteral(" | ") + each->text(2);
        }
    }
    return rows;
}

inline bool hasRow(const MessageView *view, const QString &part)
{
    return !rowsOf(view).filter(part).isEmpty();
}

/// The page of what came in, over the wizard's workspace.
class IntakeDesk {
protected:
    void begin();
    void sitDown();
    void leave();
    /// Opens the request and makes a draft of it by keyboard; the case.
    QString draftOf(const QString &name);
    StoredCase load(const QString &caseId);
    int cases();

    QTemporaryDir m_settings;
    std::unique_ptr<Wizard> m_wizard;
    std::unique_ptr<IncomingRequests> m_incoming;
    std::unique_ptr<IntakePage> m_page;
};

inline void IntakeDesk::begin()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

inline void IntakeDesk::sitDown()
{
    QSettings().clear();
    m_wizard = std::make_unique<Wizard>();
    m_incoming = std::make_unique<IncomingRequests>(*m_wizard->workshop, m_wizard->clock());
    m_incoming->folder().setPace(20, 300);
    m_page = std::make_unique<IntakePage>(*m_wizard->workshop, *m_incoming);
    showFor(*m_page);
}

inline void IntakeDesk::leave()
{
    m_page.reset();
    m_incoming.reset();
    m_wizard.reset();
}

inline QString IntakeDesk::draftOf(const QString &name)
{
    QSignalSpy opened(m_page.get(), &IntakePage::caseOpened);
    m_page->open({requestFile(name.toLatin1().constData())});
    if (!QTest::qWaitFor([this] { return m_page->draftButton()->isVisible(); }))
        qFatal("%s was not read", qPrintable(name));
    m_page->draftButton()->setFocus();
    QTest::keyClick(m_page->draftButton(), Qt::Key_Space);
    if (!QTest::qWaitFor([&opened] { return !opened.isEmpty(); }))
        qFatal("no draft of %s", qPrintable(name));
    return opened.first().first().toString();
}

inline StoredCase IntakeDesk::load(const QString &caseId)
{
    auto future = m_wizard->workshop->run([caseId](Workspace &workspace) { return workspace.loadCase(caseId); });
    future.waitForFinished();
    const Result<StoredCase> answer = future.result();
    require(answer.ok());
    return *answer;
}

inline int IntakeDesk::cases()
{
    auto future = m_wizard->workshop->run([](Workspace &workspace) { return workspace.worklist({}); });
    future.waitForFinished();
    return static_cast<int>(future.result().value().size());
}

} // namespace reviewdesk
