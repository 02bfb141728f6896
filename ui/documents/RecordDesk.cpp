#include "ui/documents/RecordDesk.h"

#include "ui/documents/RecordPane.h"
#include "ui/intake/IncomingRequests.h"
#include "ui/review/ReviewSession.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImage>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>

namespace reviewdesk {

RecordDesk::RecordDesk(ReviewSession &session, QWidget *page)
    : m_session(session), m_page(page), m_record(session), m_room(session.workshop()), m_texts(m_record, m_room),
      m_scannerSetting(session.workshop())
{
    m_record.load();
    connect(&m_scannerSetting, &ScannerSetting::changed, this,
        [this] { m_scanner.setFolder(m_scannerSetting.folder()); });
    if (m_record.mayAttach())
        m_scannerSetting.load();
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
    takeFiles(files);
}

/// A request or a case file is a case of its own, never a document of this one.
void RecordDesk::takeFiles(const QStringList &files)
{
    QList<IncomingDocument> incoming;
    QStringList requests;
    for (const QString &file : files) {
        if (isRequestFile(file))
            requests.append(file);
        else
            incoming.append({file, {}});
    }
    if (!incoming.isEmpty())
        attach(incoming);
    if (!requests.isEmpty())
        Q_EMIT requestsGiven(requests);
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
    QStringList files;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    takeFiles(files);
    if (!files.isEmpty() || !data->hasImage())
        return;
    const QImage image = qvariant_cast<QImage>(data->imageData());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.isNull() && image.save(&buffer, "PNG"))
        attach({{tr("Picture from the clipboard"), bytes}});
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
    m_scannerSetting.choose(m_page);
}

void RecordDesk::stopScanner()
{
    m_scannerSetting.set({});
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
