// The worklist's page: views and columns that people make for themselves, and what is done with many cases at once.
#include "policy/FileContent.h"
#include "store/SavedViews.h"
#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/Notice.h"
#include "ui/worklist/AssignDialog.h"
#include "ui/worklist/ColumnsDialog.h"
#include "ui/worklist/FilterBar.h"
#include "ui/worklist/ViewList.h"
#include "ui/worklist/WorklistExport.h"
#include "ui/worklist/WorklistModel.h"
#include "ui/worklist/WorklistPage.h"

#include <QFileDevice>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>
#include <QSignalBlocker>

namespace reviewdesk {

namespace {

const QString preferenceName = QStringLiteral("worklist");

} // namespace

QMenu *WorklistPage::makeMoreMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->addAction(tr("Save as &view…"), this, &WorklistPage::saveView);
    QAction *update = menu->addAction(tr("&Keep changes in this view"), this, [this] { updateView(m_views->ownView()); });
    QAction *rename = menu->addAction(tr("&Rename this view…"), this, [this] { renameView(m_views->ownView()); });
    QAction *drop = menu->addAction(tr("&Delete this view…"), this, [this] { dropView(m_views->ownView()); });
    menu->addSeparator();
    QAction *file = menu->addAction(tr("&Export as CSV…"), this, &WorklistPage::exportView);
    connect(menu, &QMenu::aboutToShow, this, [this, update, rename, drop, file] {
        const bool own = !m_views->ownView().isEmpty();
        for (QAction *action : {update, rename, drop})
            action->setEnabled(own);
        file->setEnabled(m_model->rowCount() > 0);
    });
    return menu;
}

void WorklistPage::loadOwnViews()
{
    if (!m_workshop.isOpen())
        return;
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.preference(preferenceName); },
        [this](const Result<QByteArray> &kept) {
            const std::optional<SavedView> wanted = kept ? viewFromDefinition(*kept) : std::nullopt;
            if (!wanted || wanted->columns.isEmpty())
                return;
            m_usualColumns = wanted->columns;
            m_table->showColumns(m_usualColumns);
        });
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.savedViews(); },
        [this](const Result<QList<SavedView>> &views) {
            if (views)
                showOwnViews(*views);
        });
}

void WorklistPage::showOwnViews(const QList<SavedView> &views)
{
    m_ownViews = views;
    m_views->setOwnViews(views);
    if (!views.isEmpty())
        askCounts();
}

void WorklistPage::chooseView()
{
    const QString own = m_views->ownView();
    m_query.filter = {};
    m_query.view = m_views->view();
    QList<WorklistColumn> columns = m_usualColumns;
    for (const SavedView &view : std::as_const(m_ownViews)) {
        if (view.id != own)
            continue;
        m_query.view = view.view;
        m_query.filter = view.filter;
        m_query.search = view.search;
        m_query.sort = view.sort;
        m_query.descending = view.descending;
        const QSignalBlocker quiet(m_search);
        m_search->setText(view.search);
        m_table->showSorting(view.sort, view.descending);
        if (!view.columns.isEmpty())
            columns = view.columns;
    }
    m_filters->setFilter(m_query.filter);
    if (m_table->shownColumns() != columns)
        m_table->showColumns(columns);
    ask(Place::Top);
}

SavedView WorklistPage::asView() const
{
    SavedView view;
    view.view = m_query.view;
    view.filter = m_query.filter;
    view.search = m_query.search;
    view.sort = m_query.sort;
    view.descending = m_query.descending;
    view.columns = m_table->shownColumns();
    return view;
}

void WorklistPage::askName(
    const QString &title, const QString &name, const std::function<void(const QString &)> &use)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the view:"));
    dialog->setTextValue(name);
    connect(dialog, &QInputDialog::textValueSelected, this, use);
    dialog->open();
}

void WorklistPage::saveView()
{
    askName(tr("Save as view"), QString(), [this](const QString &name) {
        SavedView view = asView();
        view.name = name;
        keepView(view);
    });
}

void WorklistPage::updateView(const QString &viewId)
{
    for (const SavedView &known : std::as_const(m_ownViews)) {
        if (known.id != viewId)
            continue;
        SavedView view = asView();
        view.id = known.id;
        view.name = known.name;
        keepView(view);
        return;
    }
}

void WorklistPage::renameView(const QString &viewId)
{
    for (const SavedView &known : std::as_const(m_ownViews)) {
        if (known.id == viewId)
            askName(tr("Rename view"), known.name, [this, view = known](const QString &name) mutable {
                view.name = name;
                keepView(view);
            });
    }
}

void WorklistPage::keepView(const SavedView &view)
{
    struct Kept {
        SavedView view;
        QList<SavedView> all;
    };
    m_workshop.run(
        this,
        [view](Workspace &workspace) -> Result<Kept> {
            const Result<SavedView> kept = workspace.keepView(view);
            if (!kept)
                return kept.error();
            const Result<QList<SavedView>> all = workspace.savedViews();
            if (!all)
                return all.error();
            return Kept{*kept, *all};
        },
        [this](const Result<Kept> &kept) {
            if (!kept) {
                showError(kept.error());
                return;
            }
            showOwnViews(kept->all);
            m_views->setOwnView(kept->view.id);
            if (m_model->rowCount() > 0)
                showSummary();
        });
}

void WorklistPage::dropView(const QString &viewId)
{
    QString name;
    for (const SavedView &known : std::as_const(m_ownViews)) {
        if (known.id == viewId)
            name = known.name;
    }
    if (name.isEmpty())
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Delete view"),
        tr("Delete the view “%1”? Its cases stay as they are.").arg(name), QMessageBox::NoButton, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *yes = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("&Keep it"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::buttonClicked, this, [this, yes, viewId](const QAbstractButton *button) {
        if (button != yes)
            return;
        m_workshop.run(
            this,
            [viewId](Workspace &workspace) -> Result<QList<SavedView>> {
                if (const Result<void> dropped = workspace.dropView(viewId); !dropped)
                    return dropped.error();
                return workspace.savedViews();
            },
            [this, viewId](const Result<QList<SavedView>> &left) {
                if (!left) {
                    showError(left.error());
                    return;
                }
                if (m_views->ownView() == viewId)
                    m_views->setView(WorklistView::All);
                showOwnViews(*left);
            });
    });
    box->open();
}

void WorklistPage::keepColumns()
{
    if (!m_views->ownView().isEmpty())
        return; // of that view: kept with it
    m_usualColumns = m_table->shownColumns();
    SavedView wanted;
    wanted.columns = m_usualColumns;
    m_workshop.run(
        this,
        [json = definitionOf(wanted)](Workspace &workspace) { return workspace.keepPreference(preferenceName, json); },
        [this](const Result<void> &kept) {
            if (!kept)
                showError(kept.error());
        });
}

void WorklistPage::arrangeColumns()
{
    auto *dialog = new ColumnsDialog(m_table->shownColumns(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_table->showColumns(dialog->shown());
        keepColumns();
    });
    dialog->open();
}

/// The ids of the selected cases, also of those that are not here, by the answer that is on the screen.
void WorklistPage::withSelected(IdsUse use)
{
    const int selected = m_table->selectedCount();
    if (selected == 0)
        return;
    if (selected > AssignDialog::mostCases) {
        m_notice->showMessage(Tone::Warn,
            tr("At most %1 cases at once; %2 are selected. Select fewer.")
                .arg(QLocale().toString(AssignDialog::mostCases), QLocale().toString(selected)));
        return;
    }
    struct Ids {
        QStringList ids;
        quint64 revision = 0;
    };
    m_busy->start(tr("Gathering the cases…"));
    m_reading.ask(
        this,
        [query = m_query, ranges = m_table->selectedRanges()](WorklistReader &reader) -> Result<Ids> {
            Ids ids;
            for (const RowRange &range : ranges) {
                const Result<QStringList> some = reader.caseIds(query, range.first, range.last - range.first + 1);
                if (!some)
                    return some.error();
                ids.ids += *some;
            }
            WorklistQuery none = query;
            none.limit = 0;
            const Result<WorklistPart> now = reader.part(none);
            if (!now)
                return now.error();
            ids.revision = now->revision;
            return ids;
        },
        [this, use](const Result<Ids> &ids) {
            m_busy->stop();
            if (!ids) {
                showError(ids.error());
            } else if (ids->revision != m_revision) {
                m_notice->showMessage(
                    Tone::Warn, tr("Somebody changed cases meanwhile, and rows may have moved. Select them again."));
                ask(Place::Kept);
            } else {
                (this->*use)(ids->ids);
            }
        });
}

void WorklistPage::assign(const QStringList &caseIds)
{
    auto *dialog = new AssignDialog(m_workshop, caseIds, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AssignDialog::assigned, this, [this](int cases, const QString &name) {
        refresh();
        m_notice->showMessage(Tone::Ok, tr("Assigned to %1: %2.").arg(name, QLocale().toString(cases)));
    });
    dialog->open();
}

void WorklistPage::print(const QStringList &caseIds)
{
    Q_EMIT printWanted(caseIds);
}

void WorklistPage::exportView()
{
    auto *dialog = new QFileDialog(this, tr("Export as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(tr("CSV files (*.csv)"));
    dialog->selectFile(QStringLiteral("worklist.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &WorklistPage::writeExport);
    dialog->open();
}

void WorklistPage::writeExport(const QString &file)
{
    auto *progress = new QProgressDialog(tr("Writing the cases…"), tr("Stop"), 0, qMax(1, m_model->rowCount()), this);
    progress->setWindowTitle(tr("Export as CSV"));
    progress->setWindowModality(Qt::WindowModal);
    progress->setAutoClose(false);
    progress->setAutoReset(false);
    progress->setMinimumDuration(300);
    progress->setValue(0);
    const auto stopped = std::make_shared<std::atomic<bool>>(false);
    connect(progress, &QProgressDialog::canceled, this, [stopped] { stopped->store(true); });
    const WorklistExport order{m_query, m_table->shownColumns(), m_clock.now(), m_workshop.rulebook().zone};
    const QPointer<QProgressDialog> bar(progress);
    m_exporting.ask(
        this,
        [order, file, stopped, bar, page = this](WorklistReader &reader) -> Result<int> {
            int done = 0;
            const Result<void> written = writeWhole(file, [&](QFileDevice &to) -> Result<void> {
                to.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
                const Result<int> rows = order.write(reader, to, [&](int soFar, int) {
                    QMetaObject::invokeMethod(page, [bar, soFar] { if (bar) bar->setValue(soFar); }, Qt::QueuedConnection);
                    return !stopped->load();
                });
                done = rows ? *rows : 0;
                return rows ? Result<void>() : Result<void>(rows.error());
            });
            return written ? Result<int>(done) : Result<int>(written.error());
        },
        [this, bar, file](const Result<int> &rows) {
            if (bar)
                bar->deleteLater();
            if (rows)
                m_notice->showMessage(Tone::Ok,
                    tr("Cases written to %1: %2. The file is not encrypted: keep it as you keep records.")
                        .arg(file, QLocale().toString(*rows)));
            else if (rows.error().code == QLatin1String("export_stopped"))
                m_notice->showMessage(Tone::Neutral, tr("The export was stopped; no file was written."));
            else
                m_notice->showError(rows.error());
        });
}

} // namespace reviewdesk
