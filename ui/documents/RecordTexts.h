#pragma once

#include "documents/Recognition.h"
#include "documents/Suggestions.h"
#include "ui/documents/DocumentRoom.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace reviewdesk {

class CaseRecord;

/// A passage of the record that speaks of a fact, with where it stands.
struct FoundPassage {
    QString digest;
    int page = 0;
    FactPassage passage;
    QString quote;
    int confidence = 100; ///< per cent, of a recognised page

    friend bool operator==(const FoundPassage &, const FoundPassage &) = default;
};

/// A place where the words that were looked for stand.
struct SearchHit {
    QString digest;
    int page = 0;
    TextRange range;
    QString around; ///< the words there in one line

    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

/// Reads all pages of a case's documents in the background: their text is kept beside them, scanned pages are recognised
/// where Tesseract is installed, and passages that speak of a fact are collected. No widgets.
class RecordTexts : public QObject {
    Q_OBJECT
public:
    RecordTexts(CaseRecord &record, DocumentRoom &room, QObject *parent = nullptr);
    ~RecordTexts() override;

    /// In the order of the documents and pages; what speaks for something comes before what leaves it open.
    QList<FoundPassage> passagesOf(int fact) const;
    /// How far reading is. Recognition takes seconds a page, so it can be stopped.
    struct Progress {
        int read = 0; ///< pages whose text is known
        int pages = 0;
        int scanned = 0; ///< pages without a text of their own
        int recognised = 0; ///< of these
        bool recognising = false;
        bool canRecognise = false; ///< Tesseract is installed
    };
    Progress progress() const;
    bool isRecognised(const QString &digest, int page) const { return m_confidence.value(digest).contains(page); }
    int confidence(const QString &digest, int page) const { return m_confidence.value(digest).value(page); }
    void stopRecognition();
    void recogniseRest(); ///< goes on after a stop

    /// Looks through all documents, or one; hits() grow while it goes on. Empty words end it.
    void search(const QString &words, const QString &onlyDigest = {});
    const QList<SearchHit> &hits() const { return m_hits; }
    bool isSearching() const { return m_searching; }
    static constexpr qsizetype mostHits = 1000;

Q_SIGNALS:
    void passagesChanged();
    void progressChanged();
    void hitsChanged();
    void pageRead(const QString &digest, int page); ///< recognised just now

private:
    struct Slice {
        int next = 0; ///< page to go on with; 0: the document is read
        QMap<int, QByteArray> fresh; ///< texts to be kept, as JSON
        QList<FoundPassage> passages;
        QList<int> scanned; ///< pages without any text
        QMap<int, int> confidence; ///< of recognised pages
    };
    static Result<Slice> readSlice(Shelf &shelf, const Suggestions &suggestions, const QString &digest, int from);
    static QList<FoundPassage> passagesIn(
        const Suggestions &suggestions, const QString &digest, int page, const DocumentText &text);

    void followRecord();
    void readOn(const QString &digest, int from);
    void take(const QString &digest, int from, const Result<Slice> &slice);
    void keep(const QString &digest, const QMap<int, QByteArray> &texts);
    void recogniseNext();
    void recognise(const QString &digest, int page, const QImage &image);
    void takeRecognised(const QString &digest, int page, const Result<DocumentText> &text);
    void searchOn(const QString &digest, int from);

    CaseRecord &m_record;
    DocumentRoom &m_room;
    std::shared_ptr<const Suggestions> m_suggestions;
    Recognition m_recognition;
    QThreadPool m_recognising; ///< one page at a time
    std::shared_ptr<std::atomic<bool>> m_stop;
    bool m_stopped = false; ///< by a person
    bool m_underWay = false; ///< a page is being recognised
    QSet<QString> m_begun; ///< digests
    QHash<QString, int> m_read; ///< pages read so far
    QHash<QString, QList<int>> m_scanned; ///< pages still to recognise
    QHash<QString, QMap<int, int>> m_confidence; ///< of recognised pages
    QHash<QString, QList<FoundPassage>> m_passages;
    QString m_wanted;
    QStringList m_toSearch;
    QList<SearchHit> m_hits;
    bool m_searching = false;
    DocumentRoom::Question m_search;
};

} // namespace reviewdesk
