#include "ui/documents/RecordTexts.h"

#include "ui/documents/CaseRecord.h"
#include "ui/review/ReviewSession.h"

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr int pagesAtOnce = 8; ///< short enough that a page to be shown hardly waits
constexpr int pagesSearchedAtOnce = 40;
constexpr int leastConfidence = 40; ///< per cent: below, what was recognised suggests nothing

using When = DocumentRoom::Urgency;

} // namespace

RecordTexts::RecordTexts(CaseRecord &record, DocumentRoom &room, QObject *parent)
    : QObject(parent), m_record(record), m_room(room),
      m_suggestions(std::make_shared<const Suggestions>(record.session().policy())),
      m_stop(std::make_shared<std::atomic<bool>>(false))
{
    m_recognising.setMaxThreadCount(1);
    connect(&record, &CaseRecord::changed, this, &RecordTexts::followRecord);
    followRecord();
}

RecordTexts::~RecordTexts()
{
    m_stop->store(true);
    m_recognising.waitForDone();
}

void RecordTexts::followRecord()
{
    for (const CaseDocument &document : m_record.documents()) {
        if (m_begun.contains(document.digest))
            continue;
        m_begun.insert(document.digest);
        readOn(document.digest, 1);
    }
    Q_EMIT progressChanged();
    Q_EMIT passagesChanged(); // those of a document that was taken out are gone
}

QList<FoundPassage> RecordTexts::passagesIn(
    const Suggestions &suggestions, const QString &digest, int page, const DocumentText &text)
{
    QList<FoundPassage> found;
    const int confidence = text.recognised ? text.confidence() : 100;
    if (confidence < leastConfidence)
        return found;
    const QList<FactPassage> passages = suggestions.passages(text.text);
    for (const FactPassage &passage : passages)
        found.append({digest, page, passage, quoteOf(text.text, passage.sentence), confidence});
    return found;
}

/// On the room's thread: some pages of a document, from those that are kept where they are.
Result<RecordTexts::Slice> RecordTexts::readSlice(
    Shelf &shelf, const Suggestions &suggestions, const QString &digest, int from)
{
    const Result<QMap<int, DocumentText> *> kept = shelf.keptTexts(digest);
    if (!kept)
        return kept.error();
    const Result<DocumentPages *> pages = shelf.pages(digest);
    if (!pages)
        return pages.error();
    Slice slice;
    const int last = std::min((*pages)->count(), from + pagesAtOnce - 1);
    for (int page = from; page <= last; ++page) {
        DocumentText text = (*kept)->value(page);
        if (!(*kept)->contains(page)) {
            text = (*pages)->text(page);
            shelf.learn(digest, page, text);
            slice.fresh.insert(page, toJson(text));
        }
        if (text.recognised)
            slice.confidence.insert(page, text.confidence());
        else if (text.isBlank())
            slice.scanned.append(page);
        slice.passages += passagesIn(suggestions, digest, page, text);
    }
    slice.next = last < (*pages)->count() ? last + 1 : 0;
    return slice;
}

void RecordTexts::readOn(const QString &digest, int from)
{
    m_room.ask(
        When::Sometime, this,
        [digest, from, suggestions = m_suggestions](
            Shelf &shelf) { return readSlice(shelf, *suggestions, digest, from); },
        [this, digest, from](const Result<Slice> &slice) { take(digest, from, slice); });
}

void RecordTexts::take(const QString &digest, int from, const Result<Slice> &slice)
{
    if (!slice) {
        m_begun.remove(digest); // it is tried again when the record is looked at next
        return;
    }
    keep(digest, slice->fresh);
    m_passages[digest] += slice->passages;
    m_scanned[digest] += slice->scanned;
    for (auto page = slice->confidence.cbegin(); page != slice->confidence.cend(); ++page)
        m_confidence[digest].insert(page.key(), page.value());
    const CaseDocument *document = m_record.document(digest);
    m_read[digest] = slice->next > 0 ? slice->next - 1 : document ? document->pages : from;
    if (slice->next > 0)
        readOn(digest, slice->next);
    else
        recogniseNext();
    Q_EMIT progressChanged();
    if (!slice->passages.isEmpty())
        Q_EMIT passagesChanged();
}

void RecordTexts::keep(const QString &digest, const QMap<int, QByteArray> &texts)
{
    if (texts.isEmpty())
        return;
    m_record.session().workshop().run(
        this, [digest, texts](Workspace &workspace) { return workspace.keepDocumentTexts(digest, texts); },
        [](const Result<void> &) { /* not kept, it is read again another time */ });
}

QList<FoundPassage> RecordTexts::passagesOf(int fact) const
{
    QList<FoundPassage> found;
    for (const CaseDocument &document : m_record.documents()) {
        for (const FoundPassage &passage : m_passages.value(document.digest)) {
            if (passage.passage.fact == fact)
                found.append(passage);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const FoundPassage &one, const FoundPassage &other) {
        return one.passage.option >= 0 && other.passage.option < 0;
    });
    return found;
}

RecordTexts::Progress RecordTexts::progress() const
{
    Progress progress;
    progress.canRecognise = m_recognition.isInstalled();
    progress.recognising = m_underWay;
    for (const CaseDocument &document : m_record.documents()) {
        progress.pages += document.pages;
        progress.read += m_read.value(document.digest);
        const int recognised = static_cast<int>(m_confidence.value(document.digest).size());
        progress.recognised += recognised;
        progress.scanned += recognised + static_cast<int>(m_scanned.value(document.digest).size());
    }
    return progress;
}

void RecordTexts::stopRecognition()
{
    m_stopped = true;
    m_stop->store(true);
}

void RecordTexts::recogniseRest()
{
    m_stopped = false;
    recogniseNext();
}

void RecordTexts::recogniseNext()
{
    if (m_underWay || m_stopped || !m_recognition.isInstalled())
        return;
    for (const CaseDocument &document : m_record.documents()) {
        const QList<int> waiting = m_scanned.value(document.digest);
        if (waiting.isEmpty())
            continue;
        m_underWay = true;
        m_stop = std::make_shared<std::atomic<bool>>(false);
        const QString digest = document.digest;
        const int page = waiting.first();
        m_room.ask(
            When::Sometime, this,
            [digest, page](Shelf &shelf) -> Result<QImage> {
                const Result<DocumentPages *> pages = shelf.pages(digest);
                if (!pages)
                    return pages.error();
                const QSizeF inches = (*pages)->pointSize(page) / 72.0;
                constexpr double longest = 20; // inches: a poster would fill the memory
                const double scale =
                    Recognition::resolution * std::min(1.0, longest / std::max(inches.width(), inches.height()));
                return (*pages)->render(page, (inches * scale).toSize());
            },
            [this, digest, page](const Result<QImage> &image) {
                if (image && !image->isNull())
                    recognise(digest, page, *image);
                else
                    takeRecognised(digest, page, Error{QStringLiteral("failed"), {}, {}});
            });
        break;
    }
    Q_EMIT progressChanged();
}

void RecordTexts::recognise(const QString &digest, int page, const QImage &image)
{
    m_recognising.start([this, digest, page, image, stop = m_stop, recognition = m_recognition] {
        const Result<DocumentText> text = recognition.read(image, stop.get());
        QMetaObject::invokeMethod(
            this, [this, digest, page, text] { takeRecognised(digest, page, text); }, Qt::QueuedConnection);
    });
}

void RecordTexts::takeRecognised(const QString &digest, int page, const Result<DocumentText> &text)
{
    m_underWay = false;
    if (!text && text.error().code == QLatin1String("stopped")) {
        Q_EMIT progressChanged();
        return;
    }
    m_scanned[digest].removeOne(page); // a page that cannot be read is not tried again and again
    if (text) {
        m_confidence[digest].insert(page, text->confidence());
        keep(digest, {{page, toJson(*text)}});
        m_room.ask(
            When::Soon, this,
            [digest, page, text = *text](Shelf &shelf) -> Result<void> {
                shelf.learn(digest, page, text);
                return {};
            },
            [this, digest, page](const Result<void> &) { Q_EMIT pageRead(digest, page); });
        const QList<FoundPassage> passages = passagesIn(*m_suggestions, digest, page, *text);
        m_passages[digest] += passages;
        if (!passages.isEmpty())
            Q_EMIT passagesChanged();
    }
    recogniseNext();
    Q_EMIT progressChanged();
}

void RecordTexts::search(const QString &words, const QString &onlyDigest)
{
    m_search.stop();
    m_hits.clear();
    m_toSearch.clear();
    m_wanted = words.simplified();
    if (!m_wanted.isEmpty()) {
        for (const CaseDocument &document : m_record.documents()) {
            if (onlyDigest.isEmpty() || document.digest == onlyDigest)
                m_toSearch.append(document.digest);
        }
    }
    m_searching = !m_toSearch.isEmpty();
    Q_EMIT hitsChanged();
    if (m_searching)
        searchOn(m_toSearch.takeFirst(), 1);
}

void RecordTexts::searchOn(const QString &digest, int from)
{
    struct Part {
        QList<SearchHit> hits;
        int next = 0;
    };
    m_search = m_room.ask(
        When::Soon, this,
        [digest, from, wanted = m_wanted](Shelf &shelf) -> Result<Part> {
            const Result<DocumentPages *> pages = shelf.pages(digest);
            if (!pages)
                return pages.error();
            Part part;
            const int last = std::min((*pages)->count(), from + pagesSearchedAtOnce - 1);
            for (int page = from; page <= last; ++page) {
                const Result<DocumentText> text = shelf.text(digest, page);
                if (!text)
                    return text.error();
                const QList<TextRange> found = findIn(text->text, wanted);
                for (const TextRange &range : found)
                    part.hits.append(
                        {digest, page, range, quoteOf(text->text, sentenceAround(text->text, range, 160))});
            }
            part.next = last < (*pages)->count() ? last + 1 : 0;
            return part;
        },
        [this, digest](const Result<Part> &part) {
            if (part)
                m_hits += part->hits;
            const bool full = m_hits.size() >= mostHits;
            if (part && part->next > 0 && !full) {
                Q_EMIT hitsChanged();
                searchOn(digest, part->next);
                return;
            }
            m_searching = !m_toSearch.isEmpty() && !full;
            Q_EMIT hitsChanged();
            if (m_searching)
                searchOn(m_toSearch.takeFirst(), 1);
        });
}

} // namespace reviewdesk
