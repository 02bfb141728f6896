#include "ui/worklist/WorklistPage.h"

#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/worklist/ViewList.h"
#include "ui/worklist/WorklistDelegate.h"
#include "ui/worklist/WorklistModel.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

constexpr int typingPause = 120; // milliseconds

const QString hiddenColumnsKey = QStringLiteral("worklist/hiddenColumns");

bool mayCreate(Role role)
{
    return actionsFor(Status::Draft, role).contains(Action::Edit);
}

} // namespace

WorklistPage::WorklistPage(Workshop &workshop, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_clock(clock), m_views(new ViewList), m_search(new QLineEdit),
      m_columns(new QToolButton), m_new(makeButton(tr("&New review"), ButtonKind::Primary)), m_notice(new Notice),
      m_model(new WorklistModel(workshop.rulebook().zone, clock, this)), m_table(new QTableView),
      m_empty(makeLabel({}, TextRole::Quiet)), m_summary(makeLabel({}, TextRole::Small)), m_busy(nullptr)
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
    column->addWidget(m_empty, 1);
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
        ask(0);
        m_table->setFocus();
    });
    row->addWidget(m_search, 1);
    row->addStretch(1);
    m_columns->setText(tr("Columns"));
    m_columns->setIcon(themedIcon(QStringLiteral("columns")));
    m_columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(m_columns);
    m_new->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    m_new->setToolTip(tr("Ctrl+N"));
    m_new->setVisible(mayCreate(m_workshop.user().role));
    connect(m_new, &QPushButton::clicked, this, &WorklistPage::newReviewWanted);
    row->addWidget(m_new);
    return bar;
}

void WorklistPage::buildTable()
{
    m_table->setAccessibleName(tr("Cases"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new WorklistDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::scaled(38));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(Theme::scaled(64));
    header->setFixedHeight(Theme::scaled(37));
    header->setSortIndicator(0, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (!m_fitting && QApplication::mouseButtons().testFlag(Qt::LeftButton))
            m_ownWidths = true;
    });
    connect(m_table, &QAbstractItemView::doubleClicked, this, &WorklistPage::openCurrent);
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
    buildColumnMenu();
    restoreColumns();
}

void WorklistPage::buildColumnMenu()
{
    auto *menu = new QMenu(m_columns);
    const QList<WorklistColumn> columns = WorklistModel::columns();
    for (int section = 0; section < columns.size(); ++section) {
        QAction *action = menu->addAction(WorklistModel::columnTitle(columns.at(section)));
        action->setCheckable(true);
        action->setChecked(true);
        action->setEnabled(columns.at(section) != WorklistColumn::Member); // a row must always name its case
        connect(action, &QAction::toggled, this, [this, section](bool shown) {
            m_table->setColumnHidden(section, !shown);
            keepColumns();
        });
    }
    m_columns->setMenu(menu);
}

void WorklistPage::restoreColumns()
{
    const QStringList hidden = QSettings().value(hiddenColumnsKey, QStringList{QStringLiteral("7")}).toStringList();
    const QList<QAction *> actions = m_columns->menu()->actions();
    for (int section = 0; section < actions.size(); ++section) {
        const QSignalBlocker quiet(actions.at(section));
        const bool shown = !hidden.contains(QString::number(section)) || !actions.at(section)->isEnabled();
        actions.at(section)->setChecked(shown);
        m_table->setColumnHidden(section, !shown);
    }
}

void WorklistPage::keepColumns()
{
    QStringList hidden;
    for (int section = 0; section < m_model->columnCount(); ++section) {
        if (m_table->isColumnHidden(section))
            hidden.append(QString::number(section));
    }
    QSettings().setValue(hiddenColumnsKey, hidden);
    fitColumns();
}

void WorklistPage::fitColumns()
{
    // Wide enough for what is shown now, and all of it in sight: names, plans and outcomes give way before words that
    // tell cases apart only as a whole. A person's own widths stay.
    if (m_ownWidths || m_model->rowCount() == 0)
        return;
    m_fitting = true;
    m_table->resizeColumnsToContents();
    int excess = -m_table->viewport()->width();
    for (int section = 0; section < m_model->columnCount(); ++section) {
        if (!m_table->isColumnHidden(section))
            excess += m_table->columnWidth(section);
    }
    const struct {
        WorklistColumn column;
        int least;
    } yielding[]{{WorklistColumn::Member, 152}, {WorklistColumn::Plan, 104}, {WorklistColumn::Outcome, 136},
        {WorklistColumn::Procedure, 128}, {WorklistColumn::Member, 104}};
    for (const auto &[column, least] : yielding) {
        const int section = static_cast<int>(WorklistModel::columns().indexOf(column));
        if (excess <= 0 || m_table->isColumnHidden(section))
            continue;
        const int width = m_table->columnWidth(section);
        const int taken = qBound(0, width - Theme::scaled(least), excess);
        m_table->setColumnWidth(section, width - taken);
        excess -= taken;
    }
    m_fitting = false;
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
        fitColumns();
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
    m_table->setVisible(rows > 0);
    m_empty->setVisible(rows == 0);
    m_empty->setAlignment(Qt::AlignCenter);
    m_summary->setVisible(rows > 0);
    const QString place = ViewList::title(m_query.view);
    if (rows > 0) {
        const bool more = m_model->canFetchMore({});
        m_summary->setText(more ? tr("%1 · the first %2, more as you scroll · Enter opens").arg(place).arg(rows)
                                : tr("%1 · cases: %2 · Enter opens").arg(place).arg(rows));
        return;
    }
    QString words;
    if (m_question == 0)
        words = tr("Looking for cases…");
    else if (!m_query.search.isEmpty())
        words = tr("No case in “%1” has “%2” in its name, member ID, number or provider.").arg(place, m_query.search);
    else if (m_new->isVisibleTo(this))
        words = tr("No cases in “%1”. New review starts one (Ctrl+N).").arg(place);
    else
        words = tr("No cases in “%1”.").arg(place);
    setTextAnnounced(m_empty, words);
}

void WorklistPage::openCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        Q_EMIT caseOpened(current.data(WorklistModel::CaseIdRole).toString());
}

bool WorklistPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_table && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            openCurrent();
            return true;
        }
        if (watched == m_search && key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (watched == m_search && key == Qt::Key_Down) {
            m_table->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace reviewdesk
