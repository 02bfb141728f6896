#pragma once

#include "ui/documents/DocumentRoom.h"
#include "ui/documents/RecordTexts.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace reviewdesk {

class CaseRecord;
class Notice;
class PageThumbnails;
class PageView;
class RecordSearch;

/// The record beside the questions: the case's documents, one of them open, with search, thumbnails, and the passage
/// that becomes the source of the question one is at.
class RecordPane : public QFrame {
    Q_OBJECT
public:
    RecordPane(CaseRecord &record, DocumentRoom &room, RecordTexts &texts, QWidget *parent = nullptr);

    PageView *pages() const { return m_pages; }
    RecordSearch *searchRow() const { return m_search; }
    QPushButton *useButton() const { return m_use; }
    void setQuestion(int fact); ///< that a selection becomes the source of; -1: none
    int question() const { return m_question; }
    /// Opens a document at a page, with the places marked that an answer rests on.
    void open(const QString &digest, int page = 1, const QList<PagePlace> &source = {});
    /// Opens the page that a source names; false: its document is not attached.
    bool openSource(const Evidence &evidence);
    void openPassage(const FoundPassage &passage);
    void useAsSource();
    void focusPages();

Q_SIGNALS:
    void closeWanted();
    void attachWanted();
    void sourceKept(int fact); ///< the session has it

private:
    QWidget *makeBar();
    QWidget *makeBody();
    QWidget *makeFoot();
    void makeShortcuts();
    void refreshDocuments();
    void refreshSelection();
    void refreshReading();
    void showPage(int page);
    void showHit(const SearchHit &hit);
    void markHits();
    void openIndex(int index);

    CaseRecord &m_record;
    DocumentRoom &m_room;
    RecordTexts &m_texts;
    QComboBox *m_documents = nullptr;
    QLineEdit *m_page = nullptr;
    QLabel *m_of = nullptr;
    QPushButton *m_zoom = nullptr;
    QToolButton *m_thumbs = nullptr;
    RecordSearch *m_search = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_nothing = nullptr;
    QWidget *m_reader = nullptr;
    PageThumbnails *m_thumbnails = nullptr;
    PageView *m_pages = nullptr;
    Notice *m_notice = nullptr;
    QLabel *m_selection = nullptr;
    QPushButton *m_use = nullptr;
    QLabel *m_reading = nullptr;
    QPushButton *m_readingStop = nullptr;
    int m_question = -1;
    DocumentRoom::Question m_marking;
};

} // namespace reviewdesk
