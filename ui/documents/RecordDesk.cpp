#include "ui/documents/RecordDesk.h"

#include "ui/documents/RecordPane.h"
#include "ui/review/ReviewSession.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>

namespace reviewdesk {

namespace {

const QString scannerPreference = QStringLiteral("scanner");
const QString folderMember = QStringLiteral("folder");

} // namespace

RecordDesk::RecordDesk(ReviewSession &session, QWidget *page)
    : m_session(session), m_page(page), m_record(session), m_room(session.workshop()), m_texts(m_record, m_room)
{
    m_record.load();
    if (m_record.mayAttach())
        loadScannerFolder();
}

RecordDesk::~RecordDesk()
{
    delete m_pane; // it reads through the room
}

RecordPane *RecordDesk::pane()
{
    if (!m_pane) {
        m_pane = new RecordPane(m_record, m_room, m_texts, m_page);
        connect(m_pane, &RecordPane::attachWanted, this, &RecordDesk::chooseFiles);
    }
    return m_pane;
}

void RecordDesk::chooseFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(m_page, tr("Attach documents"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
        tr("Documents (*.pdf *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)"));
    QList<IncomingDocument> incoming;
    for (const QString &file : files)
        incoming.append({file, {}});
    if (!incoming.isEmpty())
        attach(incoming);
}

AttachDialog *RecordDesk::attach(const QList<IncomingDocument> &incoming)
{
    auto *dialog = new AttachDialog(m_record, incoming, m_page);
    dialog->open();
    return dialog;
}

bool RecordDesk::holdsDocuments(const QMimeData *data)
{
    if (!data)
        return false;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            return true;
    }
    return data->hasImage();
}

void RecordDesk::takeFrom(const QMimeData *data)
{
    if (!mayAttach() || !data)
        return;
    QList<IncomingDocument> incoming;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            incoming.append({url.toLocalFile(), {}});
    }
    if (incoming.isEmpty() && data->hasImage()) {
        const QImage image = qvariant_cast<QImage>(data->imageData());
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (!image.isNull() && image.save(&buffer, "PNG"))
            incoming.append({tr("Picture from the clipboard"), bytes});
    }
    if (!incoming.isEmpty())
        attach(incoming);
}

void RecordDesk::takeScans()
{
    QList<IncomingDocument> incoming;
    const QStringList files = m_scanner.arrived();
    for (const QString &file : files)
        incoming.append({file, {}});
    if (incoming.isEmpty())
        return;
    connect(attach(incoming), &AttachDialog::attachedAll, &m_scanner, &ScannerFolder::putAside);
}

void RecordDesk::chooseScannerFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(
        m_page, tr("Folder that the scanner or fax server fills"), m_scanner.folder());
    if (!folder.isEmpty())
        keepScannerFolder(folder);
}

void RecordDesk::stopScanner()
{
    keepScannerFolder({});
}

void RecordDesk::loadScannerFolder()
{
    m_session.workshop().run(
        this, [](Workspace &workspace) { return workspace.preference(scannerPreference); },
        [this](const Result<QByteArray> &kept) {
            if (kept)
                m_scanner.setFolder(
                    QJsonDocument::fromJson(*kept).object().value(folderMember).toString());
        });
}

void RecordDesk::keepScannerFolder(const QString &folder)
{
    m_scanner.setFolder(folder);
    const QByteArray json = QJsonDocument(QJsonObject{{folderMember, folder}}).toJson(QJsonDocument::Compact);
    m_session.workshop().run(
        this, [json](Workspace &workspace) { return workspace.keepPreference(scannerPreference, json); },
        [](const Result<void> &) { /* it is watched now all the same */ });
}

QString RecordDesk::sourceOf(const FoundPassage &passage) const
{
    const CaseDocument *document = m_record.document(passage.digest);
    return document ? tr("%1, p. %2").arg(m_record.titleOf(*document)).arg(passage.page) : QString();
}

void RecordDesk::confirm(const FoundPassage &passage)
{
    const CaseDocument *document = m_record.document(passage.digest);
    if (!document || passage.passage.option < 0 || !m_session.editable())
        return;
    Evidence evidence;
    evidence.document = m_record.titleOf(*document);
    evidence.digest = passage.digest;
    evidence.page = passage.page;
    evidence.quote = passage.quote;
    evidence.origin = AnswerOrigin::Suggested;
    m_session.setAnswer(passage.passage.fact, passage.passage.option);
    m_session.setEvidence(passage.passage.fact, evidence);
    m_room.ask(
        DocumentRoom::Urgency::Now, this,
        [passage](Shelf &shelf) { return shelf.places(passage.digest, passage.page, passage.passage.sentence); },
        [this, fact = passage.passage.fact, evidence](const Result<QList<PagePlace>> &places) {
            if (!places || m_session.evidence(fact) != evidence)
                return; // a person went on meanwhile
            Evidence placed = evidence;
            placed.places = *places;
            m_session.setEvidence(fact, placed);
        });
}

} // namespace reviewdesk
