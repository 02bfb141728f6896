#include "ui/documents/AttachDialog.h"

#include "documents/Attachment.h"
#include "ui/documents/CaseRecord.h"
#include "ui/review/ReviewSession.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Field.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QScrollArea>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

namespace {

/// On any thread: reads the file, unless its bytes are here, and looks through them.
Result<NewDocument> looked(const IncomingDocument &incoming)
{
    if (!incoming.bytes.isEmpty())
        return examineDocument(incoming.bytes, incoming.name);
    QFile file(incoming.name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("unreadable"),
            AttachDialog::tr("The file cannot be opened: %1").arg(file.errorString()), incoming.name};
    constexpr qint64 most = AttachmentLimits{}.bytes;
    return examineDocument(file.read(most + 1), incoming.name);
}

} // namespace

AttachDialog::AttachDialog(CaseRecord &record, const QList<IncomingDocument> &incoming, QWidget *parent)
    : QDialog(parent), m_record(record), m_receivedOn(new DateField(tr("Received on"))), m_notice(new Notice),
      m_attach(makeButton(tr("&Attach"), ButtonKind::Primary)), m_cancel(makeButton(tr("Cancel"), ButtonKind::Secondary))
{
    setWindowTitle(tr("Attach documents"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(Theme::scaled(640));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(tr("Attach documents"), TextRole::Title));
    layout->addWidget(makeLabel(tr("They are kept encrypted in the workspace, each once."), TextRole::Quiet));
    layout->addWidget(m_notice);
    auto *list = new QWidget;
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->addWidget(makeLabel(tr("Title"), TextRole::Small), 0, 0);
    grid->addWidget(makeLabel(tr("What the policy asks for"), TextRole::Small), 0, 1);
    for (const IncomingDocument &one : incoming)
        addRow(grid, one);
    grid->setRowStretch(grid->rowCount(), 1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(list);
    area->setMinimumHeight(Theme::scaled(std::min(360, 40 + 64 * static_cast<int>(incoming.size()))));
    layout->addWidget(area, 1);
    m_receivedOn->setDate(record.session().today());
    auto *received = new Field(tr("Received on"), m_receivedOn, {});
    received->setMaximumWidth(Theme::scaled(220));
    layout->addWidget(received);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_attach);
    layout->addLayout(buttons);
    m_attach->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_attach, &QPushButton::clicked, this, &AttachDialog::attachAll);
    connect(m_receivedOn, &DateField::edited, this, &AttachDialog::refresh);
    connect(&record, &CaseRecord::attached, this, [this] {
        if (m_sending < 0)
            return;
        Row &row = m_rows[m_sending];
        row.progress = Row::Done;
        if (row.incoming.bytes.isEmpty())
            m_attached << row.incoming.name;
        sendNext();
    });
    connect(&record, &CaseRecord::failed, this, [this](const Error &error) {
        if (m_sending < 0)
            return;
        m_rows[m_sending].progress = Row::Ready;
        m_sending = -1;
        m_notice->showError(error);
        refresh();
    });
    for (qsizetype index = 0; index < m_rows.size(); ++index)
        lookThrough(index);
    if (!m_rows.isEmpty())
        m_rows.first().type->setFocus();
    refresh();
}

void AttachDialog::addRow(QGridLayout *grid, const IncomingDocument &incoming)
{
    const qsizetype index = m_rows.size();
    const QString name = QFileInfo(incoming.name).fileName();
    Row row;
    row.incoming = incoming;
    row.title = new QLineEdit(titleFromFileName(incoming.name));
    row.title->setMaxLength(200);
    row.title->setAccessibleName(tr("Title of %1").arg(name));
    auto *label = makeLabel(tr("Type of %1").arg(name), TextRole::Small);
    row.type = new QComboBox;
    row.type->addItem(tr("Choose…"));
    const QList<DocumentationItem> &items = m_record.session().policy().documentation;
    for (const DocumentationItem &item : items)
        row.type->addItem(item.label, item.id);
    label->setBuddy(row.type);
    label->hide();
    row.state = makeLabel(tr("%1: looking through it…").arg(name), TextRole::Small);
    const int at = grid->rowCount();
    grid->addWidget(row.title, at, 0);
    grid->addWidget(row.type, at, 1);
    grid->addWidget(row.state, at + 1, 0, 1, 2);
    grid->addWidget(label, at + 1, 1);
    connect(row.title, &QLineEdit::textChanged, this, &AttachDialog::refresh);
    connect(row.type, &QComboBox::activated, this, [this, index] { typeChosen(index); });
    m_rows.append(row);
}

void AttachDialog::lookThrough(qsizetype index)
{
    ++m_waiting;
    QThreadPool::globalInstance()->start([guard = QPointer(this), index, incoming = m_rows.at(index).incoming] {
        auto answer = std::make_shared<Result<NewDocument>>(looked(incoming));
        QMetaObject::invokeMethod(
            qApp,
            [guard, index, answer] {
                if (guard)
                    guard->take(index, *answer);
            },
            Qt::QueuedConnection);
    });
}

void AttachDialog::take(qsizetype index, const Result<NewDocument> &looked)
{
    --m_waiting;
    Row &row = m_rows[index];
    const QString name = QFileInfo(row.incoming.name).fileName();
    row.progress = looked ? Row::Ready : Row::Refused;
    row.title->setEnabled(looked.ok());
    row.type->setEnabled(looked.ok());
    if (looked) {
        row.document = *looked;
        const QString pages = looked->pages == 1 ? tr("1 page") : tr("%1 pages").arg(looked->pages);
        const bool known = m_record.document(documentDigest(looked->bytes)) != nullptr;
        setTextAnnounced(row.state,
            tr("%1: %2, %3, %4%5").arg(name, label(looked->kind), pages, QLocale().formattedDataSize(looked->bytes.size()),
                known ? tr("; this case has it already") : QString()));
    } else {
        setTextRole(row.state, TextRole::Error);
        setTextAnnounced(row.state, tr("%1: not attached. %2").arg(name, looked.error().message));
    }
    refresh();
}

/// Files that come together are mostly of one kind: those below that have no type yet follow.
void AttachDialog::typeChosen(qsizetype index)
{
    for (qsizetype below = index + 1; below < m_rows.size(); ++below) {
        if (m_rows.at(below).type->currentIndex() == 0)
            m_rows.at(below).type->setCurrentIndex(m_rows.at(index).type->currentIndex());
    }
    refresh();
}

void AttachDialog::refresh()
{
    const auto ready = std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.progress == Row::Ready; });
    const bool complete = std::all_of(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return row.progress != Row::Ready || (row.type->currentIndex() > 0 && !row.title->text().trimmed().isEmpty());
    });
    m_attach->setText(ready > 1 ? tr("&Attach %1 documents").arg(ready) : tr("&Attach"));
    m_attach->setEnabled(
        m_waiting == 0 && m_sending < 0 && ready > 0 && complete && m_receivedOn->isReadable());
    m_attach->setAccessibleDescription(complete ? QString() : tr("Choose a type for each document first"));
}

void AttachDialog::attachAll()
{
    m_notice->clear();
    m_sending = -1;
    sendNext();
}

void AttachDialog::sendNext()
{
    for (qsizetype index = 0; index < m_rows.size(); ++index) {
        Row &row = m_rows[index];
        if (row.progress != Row::Ready)
            continue;
        row.progress = Row::Sent;
        m_sending = index;
        setTextAnnounced(row.state, tr("%1: being attached…").arg(QFileInfo(row.incoming.name).fileName()));
        row.document.title = row.title->text().trimmed();
        row.document.type = row.type->currentData().toString();
        row.document.receivedOn = m_receivedOn->date();
        refresh();
        m_record.attach(row.document);
        return;
    }
    m_sending = -1;
    Q_EMIT attachedAll(m_attached);
    accept();
}

} // namespace reviewdesk
