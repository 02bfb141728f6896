#pragma once

#include "ui/documents/AttachDialog.h"
#include "ui/documents/CaseRecord.h"
#include "ui/documents/DocumentRoom.h"
#include "ui/documents/RecordPane.h"
#include "ui/documents/RecordTexts.h"
#include "ui/documents/ScannerFolder.h"
#include "ui/documents/ScannerSetting.h"

#include <QObject>
#include <QPointer>

class QMimeData;

namespace reviewdesk {

/// The record of the case that is worked on: its documents, the thread that reads them, what is attached by dialog,
/// drop, paste and scanner, and the pane that shows it, made when it is first asked for.
class RecordDesk : public QObject {
    Q_OBJECT
public:
    /// `page`: the widget that dialogs stand over.
    RecordDesk(ReviewSession &session, QWidget *page);
    ~RecordDesk() override;

    CaseRecord &record() { return m_record; }
    RecordTexts &texts() { return m_texts; }
    ScannerFolder &scanner() { return m_scanner; }
    RecordPane *pane(); ///< whoever shows it takes it as a child
    bool mayAttach() const { return m_record.mayAttach(); }

    void chooseFiles();
    AttachDialog *attach(const QList<IncomingDocument> &incoming); ///< asks for titles and types
    static bool holdsDocuments(const QMimeData *data);
    void takeFrom(const QMimeData *data); ///< a drop, the clipboard
    void takeScans(); ///< those that have arrived
    void chooseScannerFolder();
    void stopScanner();

    /// A person says that the passage is right: the answer and its source are kept as confirmed.
    void confirm(const FoundPassage &passage);
    QString sourceOf(const FoundPassage &passage) const; ///< "Surgical consult, p. 2"

Q_SIGNALS:
    void openWanted(const reviewdesk::FoundPassage &passage);
    void sourceWanted(const reviewdesk::Evidence &evidence);
    void requestsGiven(const QStringList &paths); ///< requests or case files among what was brought: no documents

private:
    void takeFiles(const QStringList &files);

    ReviewSession &m_session;
    QWidget *m_page;
    CaseRecord m_record;
    DocumentRoom m_room;
    RecordTexts m_texts;
    ScannerFolder m_scanner;
    ScannerSetting m_scannerSetting;
    QPointer<RecordPane> m_pane;
};

} // namespace reviewdesk
