#include "ui/intake/IntakePage.h"

#include "cases/DateWords.h"
#include "ui/intake/IncomingList.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/intake/MessageView.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

constexpr int slowAfter = 300; // milliseconds

} // namespace

IntakePage::IntakePage(Workshop &workshop, IncomingRequests &incoming, QWidget *parent)
    : PageFrame({288, 360}, parent), m_workshop(workshop), m_incoming(incoming), m_run(workshop.sharedRulebook(), nullptr, ArrivalRun::Documents::Attached),
      m_table(workshop), m_list(new IncomingList), m_folder(makeLabel({}, TextRole::Small)),
      m_forget(makeButton(tr("Stop watching"), ButtonKind::Link)), m_notice(new Notice),
      m_view(new MessageView(workshop.rulebook().policy)), m_footerWords(makeLabel({}, TextRole::Quiet)),
      m_draft(makeButton(tr("&Make a draft"), ButtonKind::Primary))
{
    buildBar();
    buildSidebar();
    buildContent();
    QHBoxLayout *footer = makeFooter();
    footer->addWidget(m_footerWords, 1);
    footer->addWidget(m_draft);
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowAfter);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_stack->setCurrentWidget(m_waiting); });
    connect(&m_run, &ArrivalRun::read, this, &IntakePage::take);
    connect(m_list, &IncomingList::chosen, this, &IntakePage::choose);
    connect(&m_incoming, &IncomingRequests::changed, this, &IntakePage::showItems);
    connect(&m_incoming.folder(), &WatchedFolder::changed, this, &IntakePage::showFolder);
    connect(m_draft, &QPushButton::clicked, this, &IntakePage::makeDraft);
    connect(&m_table, &TableIntake::changed, this, &IntakePage::showTable);
    connect(&m_table, &TableIntake::failed, this, &IntakePage::showError);
    setFirstStop(m_list);
    showItems();
    showFolder();
    choose({});
}

void IntakePage::buildBar()
{
    QHBoxLayout *bar = makeBar(tr("Incoming requests"));
    auto *open = makeButton(tr("&Open a file…"), ButtonKind::Secondary);
    auto *openKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_O), open); // beside its underlined letter
    connect(openKey, &QShortcut::activated, open, &QPushButton::click);
    open->setToolTip(tr("Ctrl+O; or drop it on the window"));
    connect(open, &QPushButton::clicked, this, &IntakePage::askForFiles);
    bar->addWidget(open);
}

void IntakePage::buildSidebar()
{
    sidebar()->setSpacing(8);
    sidebar()->addWidget(m_list, 1);
    auto *inset = new QVBoxLayout;
    inset->setContentsMargins(8, 0, 8, 8);
    inset->setSpacing(4);
    inset->addWidget(makeLabel(tr("Watched folder"), TextRole::Group));
    inset->addWidget(m_folder);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(16);
    auto *chooseButton = makeButton(tr("Choose a folder…"), ButtonKind::Link);
    connect(chooseButton, &QPushButton::clicked, this, [this] { m_incoming.chooseFolder(this); });
    connect(m_forget, &QPushButton::clicked, this, [this] { m_incoming.setFolder({}); });
    buttons->addWidget(chooseButton);
    buttons->addWidget(m_forget);
    buttons->addStretch(1);
    inset->addLayout(buttons);
    sidebar()->addLayout(inset);
}

void IntakePage::buildContent()
{
    content()->setSpacing(8);
    content()->addWidget(m_notice);
    m_stack = new QStackedLayout;
    content()->addLayout(m_stack, 1); // before it shows anything
    m_stack->addWidget(m_view);
    m_waiting = buildWaiting();
    m_stack->addWidget(m_waiting);
    connect(m_notice, &Notice::actionTriggered, m_notice, &Notice::clear);
}

QWidget *IntakePage::buildWaiting()
{
    auto *waiting = new QWidget;
    auto *column = new QVBoxLayout(waiting);
    column->setSpacing(12);
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedWidth(Theme::scaled(280));
    bar->setAccessibleName(tr("Reading"));
    auto *stop = makeButton(tr("&Stop"), ButtonKind::Secondary);
    connect(stop, &QPushButton::clicked, this, &IntakePage::stopReading);
    QLabel *words = makeLabel(tr("Reading the message…"), TextRole::Quiet);
    words->setAlignment(Qt::AlignCenter);
    column->addStretch(2);
    column->addWidget(words);
    column->addWidget(bar, 0, Qt::AlignHCenter);
    column->addWidget(stop, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return waiting;
}

void IntakePage::showError(const Error &error)
{
    m_notice->showError(error, tr("&OK"));
}

void IntakePage::showEvent(QShowEvent *event)
{
    PageFrame::showEvent(event);
    m_incoming.lookThrough();
}

void IntakePage::open(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_notice->clear();
    m_incoming.open(paths);
    m_list->setCurrentPath(QFileInfo(paths.constFirst()).absoluteFilePath());
    m_list->setFocus(Qt::OtherFocusReason);
}

void IntakePage::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Open requests"), {}, tr("Requests, tables and case files (*.json *.csv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &IntakePage::open);
    dialog->open();
}

void IntakePage::showFolder()
{
    const WatchedFolder &folder = m_incoming.folder();
    const QString path = folder.folder();
    m_forget->setVisible(!path.isEmpty());
    if (path.isEmpty())
        m_folder->setText(tr("None. Files that come into a watched folder are listed here."));
    else if (folder.isThere())
        m_folder->setText(path);
    else
        m_folder->setText(tr("%1 cannot be read. Is it still there?").arg(path));
}

void IntakePage::showItems()
{
    m_list->setItems(m_incoming.items());
    const bool isGone = !m_path.isEmpty() && m_list->currentPath().isEmpty();
    if (isGone || (m_path.isEmpty() && m_list->count() > 0))
        choose({});
    else if (!m_path.isEmpty() && !m_reading && !m_run.isUnderWay())
        choose(m_path); // it may be whole by now
}

void IntakePage::choose(const QString &path)
{
    m_run.stop();
    m_slow.stop();
    m_reading.reset();
    m_table.begin(nullptr);
    m_list->setEnabled(true);
    m_known = {};
    m_path = path;
    m_stack->setCurrentWidget(m_view);
    bool isGrowing = false;
    for (const IncomingItem &each : m_incoming.items())
        isGrowing = isGrowing || (each.file.path == path && each.state == IncomingItem::State::Growing);
    if (path.isEmpty()) {
        m_view->clear(m_list->count() > 0
                ? tr("Choose a file at the left to see what it asks for.")
                : tr("Nothing has come in. Open a file (Ctrl+O), drop one on the window, or let a folder be watched."));
    } else if (isGrowing) {
        m_view->clear(tr("This file is still being written. It opens as soon as it is whole."));
    } else {
        m_slow.start();
        m_run.start([path] { return fhir::arrivalBytes(path); }, m_incoming.receivedAt(path));
    }
    showFooter();
}

void IntakePage::stopReading()
{
    m_list->setCurrentRow(-1);
    choose({});
    m_list->setFocus(Qt::OtherFocusReason);
}

void IntakePage::take(const std::shared_ptr<const fhir::ArrivalReading> &reading)
{
    m_slow.stop();
    m_reading = reading;
    m_stack->setCurrentWidget(m_view);
    if (reading->ok() && reading->table) {
        m_view->showTable(QFileInfo(m_path).fileName(), *reading->table, {});
        m_table.begin(reading);
    } else if (reading->ok()) {
        m_view->showArrival(*reading->arrival);
        askKnown();
    } else {
        m_view->showProblems(QFileInfo(m_path).fileName(), reading->problems);
        m_incoming.note(m_path, IncomingItem::State::Refused, reading->problems.constFirst().message);
    }
    showFooter();
}

/// The same message may have come before.
void IntakePage::askKnown()
{
    m_workshop.run(
        this,
        [reading = m_reading](Workspace &workspace) {
            const fhir::Arrival &arrival = *reading->arrival;
            return workspace.knownCase({arrival.keys, arrival.words, arrival.content, {}, arrival.mayBeNews()}, arrival.draft);
        },
        [this, path = m_path](const Result<ImportedCase> &known) {
            if (!known || path != m_path)
                return;
            m_known = *known;
            if (m_known.known && !m_known.changed)
                m_incoming.note(path, IncomingItem::State::Here, m_known.stored.reviewCase.number);
            showFooter();
        });
}

void IntakePage::showFooter()
{
    m_draft->setEnabled(!m_isMaking);
    if (m_table.table()) {
        showTableFooter();
        return;
    }
    const bool isRead = m_reading && m_reading->ok();
    const bool isHere = isRead && m_known.known;
    const bool isNews = isHere && m_known.changed;
    m_draft->setVisible(isRead);
    m_draft->setText(isNews ? tr("Add to the &case") : isHere ? tr("Open the &case") : tr("&Make a draft"));
    QString words;
    if (isNews)
        words = newsWords();
    else if (isHere)
        words = tr("This message is here already, as case %1.").arg(m_known.stored.reviewCase.number);
    else if (isRead && m_reading->arrival->isRequest())
        words =
            tr("Received %1, when it came to us; the clock runs from then. Nothing is an answer before you confirm it.")
                .arg(dayAndClockWords(m_reading->arrival->draft.request.receivedAt));
    else if (isRead && !m_reading->arrival->cells.isEmpty())
        words = tr("Received %1; the clock runs from then. What the row says waits for you to confirm it.")
                    .arg(dayAndClockWords(m_reading->arrival->draft.request.receivedAt));
    else if (isRead)
        words = tr("The draft takes over everything but the decision.");
    if (m_footerWords->text() != words)
        setTextAnnounced(m_footerWords, words);
}

/// A request that is here and came again with other content.
QString IntakePage::newsWords() const
{
    const QString number = m_known.stored.reviewCase.number;
    const bool expedites = m_reading->arrival->draft.request.urgency == Urgency::Expedited &&
        m_known.stored.reviewCase.request.urgency != Urgency::Expedited;
    return expedites
        ? tr("This request is here as case %1 and now asks for an expedited review. Add it, and look at the case at once.")
              .arg(number)
        : tr("This request is here as case %1 and says something else now. Adding it notes that in the case’s history.")
              .arg(number);
}

void IntakePage::makeDraft()
{
    if (!m_reading || !m_reading->ok() || m_isMaking)
        return;
    if (m_table.table()) {
        if (m_table.isMaking())
            m_table.stop();
        else
            m_table.makeDrafts();
        return;
    }
    if (m_known.known && !m_known.changed) {
        Q_EMIT caseOpened(m_known.stored.id);
        return;
    }
    m_isMaking = true;
    showFooter();
    m_workshop.run(
        this,
        [reading = m_reading](Workspace &workspace) {
            const fhir::Arrival &arrival = *reading->arrival;
            return workspace.importRequest({arrival.keys, arrival.words, arrival.content, arrival.attachments, arrival.mayBeNews()}, arrival.draft);
        },
        [this, path = m_path](const Result<ImportedCase> &made) {
            m_isMaking = false;
            if (!made) {
                showError(made.error());
                showFooter();
                return;
            }
            m_incoming.note(path, IncomingItem::State::Here, made->stored.reviewCase.number);
            m_known = {made->stored, true};
            showFooter();
            Q_EMIT caseOpened(made->stored.id);
        });
}

} // namespace reviewdesk
