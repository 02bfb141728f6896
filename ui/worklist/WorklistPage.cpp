#include "ui/worklist/WorklistPage.h"

#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/worklist/ViewList.h"
#include "ui/worklist/WorklistModel.h"
#include "ui/worklist/WorklistTable.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace reviewdesk {

namespace {

constexpr int typingPause = 120; // milliseconds

bool mayCreate(Role role)
{
    return actionsFor(Status::Draft, role).contains(Action::Edit);
}

} // namespace

WorklistPage::WorklistPage(Workshop &workshop, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_clock(clock), m_views(new ViewList), m_search(new QLineEdit),
      m_columns(new QToolButton), m_order(new QToolButton), m_new(makeButton(tr("&New review"), ButtonKind::Primary)),
      m_notice(new Notice), m_model(new WorklistModel(workshop.rulebook().zone, clock, this)),
      m_table(new WorklistTable(m_model)), m_empty(new QWidget), m_emptyWords(makeLabel({}, TextRole::Quiet)),
      m_wayOut(makeButton({}, ButtonKind::Link)), m_summary(makeLabel({}, TextRole::Small)), m_busy(nullptr)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildSidebar());
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(16);
    column->addWidget(buildBar());
    column->addWidget(m_notice);
    buildTable();
    column->addWidget(m_table, 1);
    column->addWidget(buildEmptiness(), 1);
    column->addWidget(m_summary);
    row->addWidget(content, 1);
    m_busy = new BusyOverlay(content);

    m_typed.setSingleShot(true);
    m_typed.setInterval(typingPause);
    connect(&m_typed, &QTimer::timeout, this, [this] { ask(0); });
    connect(&m_minute, &QTimer::timeout, m_model, &WorklistModel::refreshDue);
    m_minute.start(60'000);
    connect(m_views, &ViewList::viewChanged, this, [this](WorklistView view) {
        m_query.view = view;
        ask(0);
    });
    connect(m_notice, &Notice::actionTriggered, this, &WorklistPage::refresh);
    m_query.view = workshop.user().role == Role::Physician ? WorklistView::AwaitingPhysician
        : workshop.user().role == Role::Nurse              ? WorklistView::Mine
                                                           : WorklistView::All;
    const QSignalBlocker quiet(m_views);
    m_views->setView(m_query.view);
    showEmptiness();
}

QWidget *WorklistPage::buildSidebar()
{
    auto *sidebar = new QFrame;
    setPanel(sidebar, "sidebar");
    sidebar->setFixedWidth(Theme::scaled(216));
    auto *column = new QVBoxLayout(sidebar);
    column->setContentsMargins(10, 10, 10, 10);
    column->addWidget(m_views);
    return sidebar;
}

QWidget *WorklistPage::buildBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_search->setPlaceholderText(tr("Name, member ID, case number…   Ctrl+K"));
    m_search->setAccessibleName(tr("Search cases"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search"), ColorRole::Quiet), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(Theme::scaled(200));
    m_search->setMaximumWidth(Theme::scaled(360));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_query.search = text.trimmed();
        m_typed.start();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_typed.stop();
        m_enterTable = true;
        ask(0);
    });
    row->addWidget(m_search, 8);
    row->addStretch(1);
    const auto addMenu = [row](QToolButton *button, const QString &text, const QString &icon, QMenu *menu) {
        button->setText(text);
        button->setIcon(themedIcon(icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setPopupMode(QToolButton::InstantPopup);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMenu(menu);
        row->addWidget(button);
    };
    addMenu(m_order, tr("Order"), QStringLiteral("order"), m_table->makeOrderMenu(m_order));
    addMenu(m_columns, tr("Columns"), QStringLiteral("columns"), m_table->makeColumnMenu(m_columns));
    m_new->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    m_new->setToolTip(tr("Ctrl+N"));
    if (!mayCreate(m_workshop.user().role)) // never shown before it has its place: it would be a window
        m_new->hide();
    connect(m_new, &QPushButton::clicked, this, &WorklistPage::newReviewWanted);
    row->addWidget(m_new);
    return bar;
}

void WorklistPage::buildTable()
{
    connect(m_table, &WorklistTable::opened, this, &WorklistPage::caseOpened);
    connect(m_model, &WorklistModel::sortWanted, this, [this](WorklistColumn column, bool descending) {
        m_query.sort = column;
        m_query.descending = descending;
        ask(0);
    });
    connect(m_model, &WorklistModel::moreWanted, this, &WorklistPage::ask);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            m_currentCase = now.data(WorklistModel::CaseIdRole).toString();
    });
}

QWidget *WorklistPage::buildEmptiness()
{
    auto *column = new QVBoxLayout(m_empty);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_emptyWords->setAlignment(Qt::AlignCenter);
    column->addStretch(2);
    column->addWidget(m_emptyWords);
    column->addWidget(m_wayOut, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_wayOut, &QPushButton::clicked, this, [this] {
        const bool elsewhere = m_query.view != WorklistView::All;
        focusSearch();
        if (elsewhere)
            m_views->setView(WorklistView::All);
        else
            m_search->clear();
    });
    return m_empty;
}

void WorklistPage::refresh()
{
    m_notice->clear();
    ask(0);
}

void WorklistPage::setView(WorklistView view)
{
    m_views->setView(view);
}

void WorklistPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void WorklistPage::setBusy(const QString &words)
{
    m_busy->start(words);
}

void WorklistPage::setIdle()
{
    m_busy->stop();
}

void WorklistPage::showError(const Error &error)
{
    m_notice->showError(error, tr("&Try again"));
}

void WorklistPage::ask(int offset)
{
    if (!m_workshop.isOpen() || (offset > 0 && m_freshAsked))
        return;
    m_freshAsked = offset == 0;
    const int question = ++m_question;
    WorklistQuery query = m_query;
    query.offset = offset;
    if (offset == 0)
        m_busy->start(tr("Looking for cases…"));
    m_workshop.run(
        this, [query](Workspace &workspace) { return workspace.worklist(query); },
        [this, question, offset](const Result<QList<WorklistRow>> &rows) { answer(question, offset, rows); });
    if (offset == 0)
        askCounts();
}

void WorklistPage::answer(int question, int offset, const Result<QList<WorklistRow>> &rows)
{
    if (question != m_question)
        return;
    m_freshAsked = false;
    m_busy->stop();
    if (!rows) {
        showError(rows.error());
        Q_EMIT loaded();
        return;
    }
    m_notice->clear();
    const bool more = rows->size() >= m_query.limit;
    if (offset > 0) {
        m_model->appendRows(*rows, more);
    } else {
        const QString current = m_currentCase;
        m_model->setRows(*rows, more);
        const int row = qMax(0, m_model->rowOf(current));
        if (m_model->rowCount() > 0) {
            m_table->setCurrentIndex(m_model->index(row, 1));
            m_table->scrollTo(m_model->index(row, 1));
        }
    }
    showEmptiness();
    if (offset == 0)
        m_table->fitColumns();
    if (std::exchange(m_enterTable, false) && m_model->rowCount() > 0)
        m_table->setFocus();
    Q_EMIT loaded();
}

void WorklistPage::askCounts()
{
    const int question = ++m_countQuestion;
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.worklistCounts(); },
        [this, question](const Result<QMap<WorklistView, int>> &counts) {
            if (question == m_countQuestion && counts)
                m_views->setCounts(*counts);
        });
}

void WorklistPage::showEmptiness()
{
    const int rows = m_model->rowCount();
    const bool lost = m_table->hasFocus() && rows == 0;
    m_table->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
    m_summary->setVisible(rows > 0);
    if (lost) // with the rows; whoever works by keyboard stands at the way on
        focusSearch();
    if (rows > 0)
        showSummary(rows);
    else
        showWayOut();
}

void WorklistPage::showSummary(int rows)
{
    const QString place = ViewList::title(m_query.view);
    const QString order = tr("by %1, %2")
                              .arg(WorklistModel::columnTitle(m_query.sort).toLower(),
                                  WorklistModel::orderWords(m_query.sort, m_query.descending));
    const QString words = m_model->canFetchMore({})
        ? tr("%1 · %2 · the first %3, more as you scroll · Enter opens").arg(place, order).arg(rows)
        : tr("%1 · %2 · cases: %3 · Enter opens").arg(place, order).arg(rows);
    if (m_summary->text() != words)
        setTextAnnounced(m_summary, words);
}

void WorklistPage::showWayOut()
{
    const QString place = ViewList::title(m_query.view);
    const bool everywhere = m_query.view == WorklistView::All;
    const bool searched = !m_query.search.isEmpty();
    const bool asked = m_question > 0;
    QString words;
    if (!asked)
        words = tr("Looking for cases…");
    else if (searched && everywhere)
        words = tr("No case has “%1” in its name, member ID, number or provider.\nCheck the spelling, or type less.")
                    .arg(m_query.search);
    else if (searched)
        words = tr("No case in “%1” has “%2” in its name, member ID, number or provider.\nIt may be in another view.")
                    .arg(place, m_query.search);
    else if (m_new->isVisibleTo(this))
        words = tr("No cases in “%1”.\nNew review starts one (Ctrl+N).").arg(place);
    else if (everywhere)
        words = tr("There are no cases yet.\nA nurse starts one with New review.");
    else
        words = tr("No cases in “%1”.").arg(place);
    m_wayOut->setVisible(asked && (searched || !everywhere));
    m_wayOut->setText(searched && everywhere ? tr("&Clear the search")
            : searched                       ? tr("Search &all cases")
                                             : tr("Show &all cases"));
    setTextAnnounced(m_emptyWords, words);
}

bool WorklistPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Down && m_table->isVisible()) {
            m_table->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace reviewdesk
