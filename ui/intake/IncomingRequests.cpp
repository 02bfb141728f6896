#include "ui/intake/IncomingRequests.h"

#include "ui/intake/TableIntake.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace reviewdesk {

namespace {

const QString folderKey = QStringLiteral("intake/folder"); // a place on this computer, no member's data

/// The same content as far as a disk tells.
bool isSame(const IncomingFile &one, const IncomingFile &other)
{
    return one.path == other.path && one.size == other.size && one.changed == other.changed;
}

} // namespace

bool isRequestFile(const QString &path)
{
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ||
        path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
}

IncomingRequests::IncomingRequests(Workshop &workshop, const Clock &clock, QObject *parent)
    : QObject(parent), m_workshop(workshop), m_clock(clock), m_run(workshop.sharedRulebook())
{
    connect(&m_folder, &WatchedFolder::changed, this, [this] {
        gather();
        lookThrough();
    });
    connect(&m_run, &ArrivalRun::read, this, &IncomingRequests::lookedThrough);
    m_folder.watch(QSettings().value(folderKey).toString());
}

int IncomingRequests::waiting() const
{
    return static_cast<int>(std::count_if(m_items.cbegin(), m_items.cend(),
        [](const IncomingItem &each) { return !each.isOpened && each.state == IncomingItem::State::Arrived; }));
}

void IncomingRequests::setFolder(const QString &folder)
{
    if (folder.isEmpty())
        QSettings().remove(folderKey);
    else
        QSettings().setValue(folderKey, folder);
    m_folder.watch(folder);
}

void IncomingRequests::chooseFolder(QWidget *over)
{
    auto *dialog = new QFileDialog(over, tr("Watch a folder"), m_folder.folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &IncomingRequests::setFolder);
    dialog->open();
}

void IncomingRequests::open(const QStringList &paths)
{
    for (const QString &path : paths) {
        const QFileInfo file(path);
        const QString absolute = file.absoluteFilePath();
        m_opened.removeIf([&absolute](const IncomingFile &each) { return each.path == absolute; });
        m_opened.prepend({absolute, file.size(), file.lastModified().toUTC(), m_clock.now().toUTC(), true});
    }
    gather();
}

QDateTime IncomingRequests::receivedAt(const QString &path) const
{
    const QDateTime now = m_clock.now().toUTC();
    for (const IncomingItem &each : m_items) {
        if (each.file.path == path && !each.isOpened && each.file.cameAt.isValid())
            return qMin(each.file.cameAt, now);
    }
    return now;
}

void IncomingRequests::note(const QString &path, IncomingItem::State state, const QString &words)
{
    for (const IncomingItem &each : std::as_const(m_items)) {
        if (each.file.path == path)
            m_known.insert(path, {each.file, state, words});
    }
    gather();
}

IncomingItem IncomingRequests::itemOf(const IncomingFile &file) const
{
    if (!file.isWhole)
        return {file, IncomingItem::State::Growing, {}, false};
    const auto known = m_known.constFind(file.path);
    if (known != m_known.cend() && isSame(known->file, file))
        return {file, known->state, known->words, false};
    return {file, IncomingItem::State::Arrived, {}, false};
}

void IncomingRequests::gather()
{
    QList<IncomingItem> items;
    for (const IncomingFile &file : std::as_const(m_opened)) {
        items.append(itemOf(file));
        items.last().isOpened = true;
    }
    for (const IncomingFile &file : m_folder.files()) {
        const bool isListed = std::any_of(m_opened.cbegin(), m_opened.cend(),
            [&file](const IncomingFile &opened) { return opened.path == file.path; });
        if (!isListed)
            items.append(itemOf(file));
    }
    if (items == m_items)
        return;
    m_items = std::move(items);
    Q_EMIT changed();
}

void IncomingRequests::lookThrough()
{
    if (!m_looking.path.isEmpty() || !m_workshop.isOpen())
        return;
    for (const IncomingItem &each : std::as_const(m_items)) {
        const bool isKnown = m_known.contains(each.file.path) && isSame(m_known.value(each.file.path).file, each.file);
        if (each.isOpened || !each.file.isWhole || isKnown)
            continue;
        m_looking = each.file;
        m_run.start([path = each.file.path] { return fhir::arrivalBytes(path); }, each.file.cameAt);
        return;
    }
}

void IncomingRequests::lookedThrough(const std::shared_ptr<const fhir::ArrivalReading> &reading)
{
    const auto learnt = [this](IncomingItem::State state, const QString &words) {
        m_known.insert(m_looking.path, {m_looking, state, words});
        m_looking = {};
        gather();
        lookThrough();
    };
    if (!reading->ok()) {
        learnt(IncomingItem::State::Refused, reading->problems.constFirst().message);
        return;
    }
    if (reading->table) {
        m_workshop.run(
            this,
            [reading](Workspace &workspace) {
                return TableIntake::casesOf(workspace, *reading->table, 0, reading->table->rows.size());
            },
            [this, learnt, reading](const Result<QHash<int, QString>> &here) {
                const auto waits = [&here](const RequestRow &row) { // also until it is corrected
                    return !row.ok() || (row.sameAs == 0 && !here->contains(row.row));
                };
                const QList<RequestRow> &rows = reading->table->rows;
                if (!here)
                    m_looking = {};
                else if (std::any_of(rows.cbegin(), rows.cend(), waits))
                    learnt(IncomingItem::State::Arrived, {});
                else
                    learnt(IncomingItem::State::Here, tr("%1 cases").arg(here->size()));
            });
        return;
    }
    m_workshop.run(
        this,
        [reading](Workspace &workspace) {
            const fhir::Arrival &arrival = *reading->arrival;
            return workspace.knownCase({arrival.keys, arrival.words, arrival.content, {}, arrival.mayBeNews()}, arrival.draft);
        },
        [this, learnt](const Result<ImportedCase> &known) {
            if (!known)
                m_looking = {}; // the workspace is locked: once more when it is open
            else if (!known->known || known->changed)
                learnt(IncomingItem::State::Arrived, {}); // what says something new is not done with
            else
                learnt(IncomingItem::State::Here, known->stored.reviewCase.number);
        });
}

} // namespace reviewdesk
