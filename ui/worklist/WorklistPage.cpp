#include "ui/worklist/WorklistPage.h"

#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/worklist/AssignDialog.h"
#include "ui/worklist/FilterBar.h"
#include "ui/worklist/ViewList.h"
#include "ui/worklist/WorklistModel.h"
#include "ui/worklist/WorklistTable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMetaMethod>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace reviewdesk {

namespace {

constexpr double crowded = 1.2; ///< text scale from which on buttons are icons

bool mayCreate(Role role)
{
    return actionsFor(Status::Draft, role).contains(Action::Edit);
}

} // namespace

WorklistPage::WorklistPage(Workshop &workshop, const Clock &clock, QWidget *parent)
    : PageFrame({216, 280}, parent), m_workshop(workshop), m_clock(clock), m_reading(workshop), m_exporting(workshop),
      m_usualColumns(WorklistTable::usualColumns()), m_views(new ViewList), m_filters(new FilterBar),
      m_search(new QLineEdit), m_filter(new QToolButton), m_columns(new QToolButton), m_order(new QToolButton),
      m_more(new QToolButton), m_new(makeButton(tr("&New review"), ButtonKind::Primary)), m_notice(new Notice),
      m_model(new WorklistModel(workshop.rulebook().zone, clock, this)), m_table(new WorklistTable(m_model)),
      m_empty(new QWidget), m_emptyWords(makeLabel({}, TextRole::Quiet)),
      m_wayOut(makeButton({}, ButtonKind::Link)), m_summary(makeLabel({}, TextRole::Small)),
      m_assign(makeButton(tr("&Assign…"), ButtonKind::Secondary)),
      m_print(makeButton(tr("&Print letters…"), ButtonKind::Secondary)), m_busy(nullptr)
{
    sidebar()->addWidget(m_views);
    content()->setSpacing(16);
    content()->addWidget(buildBar());
    content()->addWidget(m_filters);
    content()->addWidget(m_notice);
    buildTable();
    content()->addWidget(m_table, 1);
    content()->addWidget(buildEmptiness(), 1);
    content()->addWidget(buildFooter());
    m_busy = new BusyOverlay(contentArea());

    connect(&m_minute, &QTimer::timeout, m_model, &WorklistModel::refreshDue);
    connect(&m_minute, &QTimer::timeout, this, &WorklistPage::askCounts); // what is due changes by itself
    m_minute.start(60'000);
    connect(m_views, &ViewList::viewChanged, this, &WorklistPage::chooseView);
    connect(m_views, &ViewList::renameWanted, this, &WorklistPage::renameView);
    connect(m_views, &ViewList::dropWanted, this, &WorklistPage::dropView);
    connect(m_filters, &FilterBar::saveWanted, this, &WorklistPage::saveView);
    connect(m_filters, &FilterBar::changed, this, [this] {
        m_query.filter = m_filters->filter();
        ask(Place::Top);
    });
    connect(m_notice, &Notice::actionTriggered, this, &WorklistPage::refresh);
    followOthers();
    showRoleView();
    showEmptiness();
    loadOwnViews();
}

void WorklistPage::showRoleView()
{
    m_query.view = m_workshop.user().role == Role::Physician ? WorklistView::AwaitingPhysician
        : m_workshop.user().role == Role::Nurse              ? WorklistView::Mine
                                                             : WorklistView::All;
    const QSignalBlocker quiet(m_views);
    m_views->setView(m_query.view);
}

QWidget *WorklistPage::buildBar()
{
    auto *bar = new QWidget(contentArea());
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_search->setPlaceholderText(tr("Name, member ID, case number…   Ctrl+K"));
    m_search->setAccessibleName(tr("Search cases"));
    addClearButton(m_search);
    m_search->addAction(themedIcon(QStringLiteral("search"), ColorRole::Quiet), QLineEdit::LeadingPosition)
        ->setText(tr("Search")); // a screen reader finds a button there
    m_search->setMinimumWidth(Theme::scaled(200));
    m_search->setMaximumWidth(Theme::scaled(360));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_enterTable = m_openFirst = false; // who types on, stays
        if (std::exchange(m_query.search, text.trimmed()) != m_query.search)
            ask(Place::Top);
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (std::exchange(m_enterTable, true))
            m_openFirst = true;
        else
            ask(Place::Top);
    });
    row->addWidget(m_search, 8);
    const auto addMenu = [row](QToolButton *button, const QString &text, const QString &icon, QMenu *menu) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(text);
        if (Theme::textScale() < crowded) {
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            setLeadingIcon(button, icon);
        } else {
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
            button->setIcon(themedIcon(icon));
        }
        button->setPopupMode(QToolButton::InstantPopup);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMenu(menu);
        row->addWidget(button);
    };
    addMenu(m_filter, tr("Filter"), QStringLiteral("filter"), m_filters->makeMenu(m_filter));
    row->addStretch(1);
    addMenu(m_order, tr("Order"), QStringLiteral("order"), m_table->makeOrderMenu(m_order));
    addMenu(m_columns, tr("Columns"), QStringLiteral("columns"), m_table->makeColumnMenu(m_columns));
    addMenu(m_more, tr("More"), QStringLiteral("more"), makeMoreMenu(m_more));
    auto *newKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_N), m_new); // beside its underlined letter
    connect(newKey, &QShortcut::activated, m_new, &QPushButton::click);
    m_new->setToolTip(tr("Ctrl+N"));
    if (!mayCreate(m_workshop.user().role)) // never shown before it has its place: it would be a window
        m_new->hide();
    connect(m_new, &QPushButton::clicked, this, &WorklistPage::newReviewWanted);
    row->addWidget(m_new);
    return bar;
}

QWidget *WorklistPage::cases()
{
    return m_table->isVisible() ? static_cast<QWidget *>(m_table) : m_empty;
}

QWidget *WorklistPage::buildFooter()
{
    auto *footer = new QWidget(contentArea());
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_summary, 1);
    row->addWidget(m_assign);
    row->addWidget(m_print);
    m_assign->hide();
    m_print->hide();
    connect(m_assign, &QPushButton::clicked, this, [this] { withSelected(&WorklistPage::assign); });
    connect(m_print, &QPushButton::clicked, this, [this] { withSelected(&WorklistPage::print); });
    return footer;
}

void WorklistPage::buildTable()
{
    connect(m_table, &WorklistTable::opened, this, &WorklistPage::caseOpened);
    connect(m_table, &WorklistTable::looked, m_model, &WorklistModel::look);
    connect(m_table, &WorklistTable::columnsChosen, this, &WorklistPage::keepColumns);
    connect(m_table, &WorklistTable::arrangeWanted, this, &WorklistPage::arrangeColumns);
    connect(m_model, &WorklistModel::partWanted, this, &WorklistPage::askPart);
    connect(m_model, &WorklistModel::sortWanted, this, [this](WorklistColumn column, bool descending) {
        m_query.sort = column;
        m_query.descending = descending;
        ask(Place::Top);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        const QString caseId = now.data(WorklistModel::CaseIdRole).toString();
        if (!caseId.isEmpty())
            m_currentCase = caseId;
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WorklistPage::showSelection);
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
        const bool filtered = !m_query.filter.isEmpty() && m_views->ownView().isEmpty();
        const bool elsewhere = m_query.view != WorklistView::All || !m_views->ownView().isEmpty();
        focusSearch();
        if (filtered) {
            m_filters->setFilter({});
            m_query.filter = {};
            ask(Place::Top);
        } else if (elsewhere)
            m_views->setView(WorklistView::All);
        else
            m_search->clear();
    });
    return m_empty;
}

void WorklistPage::refresh()
{
    m_notice->clear();
    ask(Place::Kept);
    askCounts();
    loadChoices();
}

void WorklistPage::setView(WorklistView view)
{
    m_views->setView(view);
}

void WorklistPage::showFiltered(WorklistView view, const WorklistFilter &filter)
{
    {
        const QSignalBlocker quiet(m_views);
        m_views->setView(view);
        const QSignalBlocker unsaid(m_search);
        m_search->clear();
    }
    m_query.view = view;
    m_query.filter = filter;
    m_query.search.clear();
    m_filters->setFilter(filter);
    ask(Place::Top);
}

void WorklistPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void WorklistPage::showError(const Error &error)
{
    m_notice->showError(error, tr("&Try again"));
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
        showSummary();
    else
        showWayOut();
    showSelection();
}

QString WorklistPage::placeWords() const
{
    const QString own = m_views->ownView();
    for (const SavedView &view : m_ownViews) {
        if (view.id == own)
            return view.name;
    }
    return ViewList::title(m_query.view);
}

void WorklistPage::showSummary()
{
    const QString order = tr("by %1, %2")
                              .arg(WorklistModel::columnTitle(m_query.sort).toLower(),
                                  WorklistModel::orderWords(m_query.sort, m_query.descending));
    const int selected = m_table->selectedCount();
    if (m_model->isLeftUncounted()) {
        const QString words = tr("%1 · %2 · how many cases is not known").arg(placeWords(), order);
        if (m_summary->text() != words)
            setTextAnnounced(m_summary, words);
        return;
    }
    if (!m_model->isCounted()) { // said aloud once it is
        m_summary->setText(tr("%1 · %2 · counting the cases…").arg(placeWords(), order));
        return;
    }
    const QString cases = tr("%1 · %2 · cases: %3").arg(placeWords(), order, QLocale().toString(m_model->rowCount()));
    const bool many = selected > AssignDialog::mostCases && !m_assign->isHidden();
    const QString words = many ? tr("%1 · selected: %2, more than the %3 that are assigned or printed at once")
                                     .arg(cases, QLocale().toString(selected), QLocale().toString(AssignDialog::mostCases))
        : selected > 1         ? tr("%1 · selected: %2").arg(cases, QLocale().toString(selected))
                               : tr("%1 · Enter opens").arg(cases);
    if (m_summary->text() != words)
        setTextAnnounced(m_summary, words);
}

void WorklistPage::showSelection()
{
    const bool some = m_model->rowCount() > 0;
    const bool supervisor = m_workshop.user().role == Role::Supervisor;
    const bool selected = some && m_table->selectionModel()->hasSelection();
    m_assign->setVisible(some && supervisor);
    m_assign->setEnabled(selected);
    m_print->setVisible(some && supervisor && isSignalConnected(QMetaMethod::fromSignal(&WorklistPage::printWanted)));
    m_print->setEnabled(selected);
    if (some)
        showSummary();
}

void WorklistPage::showWayOut()
{
    const QString place = placeWords();
    const bool everywhere = m_query.view == WorklistView::All && m_views->ownView().isEmpty();
    const bool searched = !m_query.search.isEmpty();
    const bool filtered = !m_query.filter.isEmpty() && m_views->ownView().isEmpty();
    const bool asked = m_asked;
    QString words;
    if (!asked)
        words = tr("Looking for cases…");
    else if (filtered)
        words = tr("No case in “%1” fits the filters%2.\nTake one away, or clear them.")
                    .arg(place, searched ? tr(" and “%1”").arg(m_query.search) : QString());
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
    m_wayOut->setVisible(asked && (filtered || searched || !everywhere));
    m_wayOut->setText(filtered           ? tr("&Clear all filters")
            : searched && everywhere ? tr("&Clear the search")
            : searched                       ? tr("Search &all cases")
                                             : tr("Show &all cases"));
    setTextAnnounced(m_emptyWords, words);
}

void WorklistPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showSelection(); // somebody may listen to printWanted by now
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
        if (key == Qt::Key_Down) // as soon as there are rows
            m_enterTable = m_busy->isBusy();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_enterTable && static_cast<QKeyEvent *>(event)->isAutoRepeat())
            return true; // held down, it is pressed once
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace reviewdesk
