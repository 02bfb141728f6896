#include "ui/documents/RecordPane.h"

#include "cases/NumberWords.h"
#include "ui/documents/CaseRecord.h"
#include "ui/documents/PageThumbnails.h"
#include "ui/documents/PageView.h"
#include "ui/documents/RecordSearch.h"
#include "ui/review/ReviewSession.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

namespace reviewdesk {

namespace {

QToolButton *quietButton(const QString &name, const QString &text)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setProperty("kind", QStringLiteral("quiet"));
    return button;
}

/// A line that shows as much of the words as there is room for, and reads whole.
void setElided(QLabel *label, const QString &text)
{
    constexpr qsizetype most = 200;
    setTextAnnounced(label, text.size() > most ? text.left(most) + QChar(0x2026) : text);
    label->setToolTip(text);
}

} // namespace

RecordPane::RecordPane(CaseRecord &record, DocumentRoom &room, RecordTexts &texts, QWidget *parent)
    : QFrame(parent), m_record(record), m_room(room), m_texts(texts)
{
    setPanel(this, "aside");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    m_notice = new Notice;
    layout->addWidget(m_notice);
    layout->addWidget(makeBody(), 1);
    makeShortcuts();
    connect(&record, &CaseRecord::changed, this, &RecordPane::refreshDocuments);
    connect(&record.session(), &ReviewSession::viewChanged, this, &RecordPane::refreshSelection);
    connect(&texts, &RecordTexts::progressChanged, this, &RecordPane::refreshReading);
    connect(&texts, &RecordTexts::pageRead, this, [this](const QString &digest, int page) {
        if (digest == m_pages->digest())
            m_pages->forgetPage(page);
    });
    refreshDocuments();
    refreshSelection();
    refreshReading();
}

QWidget *RecordPane::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(4);
    auto *label = makeLabel(tr("Document"), TextRole::Small);
    m_documents = new QComboBox;
    m_documents->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_documents->setMinimumContentsLength(10);
    label->setBuddy(m_documents);
    label->hide(); // assistive technology names the list by it; the eye sees what it is
    m_page = new QLineEdit;
    m_page->setAccessibleName(tr("Page"));
    m_page->setToolTip(tr("Go to page (Ctrl+G)"));
    m_page->setFixedWidth(Theme::scaled(52));
    m_page->setAlignment(Qt::AlignRight);
    m_page->setProperty("ownUndo", true);
    m_page->setValidator(new QIntValidator(1, 99999, m_page));
    m_of = makeLabel({}, TextRole::Small);
    m_of->setWordWrap(false);
    auto *smaller = quietButton(tr("Smaller (−)"), QStringLiteral("−"));
    auto *larger = quietButton(tr("Larger (+)"), QStringLiteral("+"));
    m_zoom = makeButton({}, ButtonKind::Link);
    m_zoom->setToolTip(tr("Fit the width (0)"));
    m_thumbs = quietButton(tr("Small pictures of the pages"), {});
    m_thumbs->setIcon(themedIcon(QStringLiteral("pages")));
    m_thumbs->setCheckable(true);
    auto *attach = quietButton(tr("Attach more to the record"), {});
    attach->setIcon(themedIcon(QStringLiteral("plus")));
    auto *close = quietButton(tr("Close the record (F8)"), {});
    close->setIcon(themedIcon(QStringLiteral("close")));
    row->addWidget(label);
    row->addWidget(m_documents, 1);
    row->addWidget(attach);
    row->addSpacing(4);
    row->addWidget(m_page);
    row->addWidget(m_of);
    row->addSpacing(4);
    row->addWidget(smaller);
    row->addWidget(m_zoom);
    row->addWidget(larger);
    row->addWidget(m_thumbs);
    row->addWidget(close);
    attach->setEnabled(m_record.mayAttach());
    connect(attach, &QToolButton::clicked, this, &RecordPane::attachWanted);
    connect(close, &QToolButton::clicked, this, &RecordPane::closeWanted);
    connect(m_documents, &QComboBox::activated, this, &RecordPane::openIndex);
    connect(smaller, &QToolButton::clicked, this, [this] { m_pages->setZoom(m_pages->zoom() * 4 / 5); });
    connect(larger, &QToolButton::clicked, this, [this] { m_pages->setZoom(m_pages->zoom() * 5 / 4); });
    connect(m_zoom, &QPushButton::clicked, this, [this] { m_pages->setZoom(0); });
    connect(m_page, &QLineEdit::returnPressed, this, [this] {
        m_pages->goToPage(m_page->text().toInt());
        focusPages();
    });
    return bar;
}

QWidget *RecordPane::makeBody()
{
    m_search = new RecordSearch(m_texts);
    m_thumbnails = new PageThumbnails(m_room);
    m_thumbnails->hide();
    m_pages = new PageView(m_room);
    m_reader = new QWidget;
    auto *layout = new QVBoxLayout(m_reader);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_search);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_thumbnails);
    row->addWidget(m_pages, 1);
    layout->addLayout(row, 1);
    layout->addWidget(makeFoot());

    m_nothing = new QWidget;
    auto *empty = new QVBoxLayout(m_nothing);
    empty->setContentsMargins(24, 24, 24, 24);
    empty->addStretch(1);
    auto *none = makeLabel(tr("No document is attached yet."), TextRole::Heading);
    none->setAlignment(Qt::AlignHCenter);
    empty->addWidget(none);
    auto *how = makeLabel(
        tr("Drop files on this window, paste a picture, or attach PDF, PNG, JPEG and TIFF files."), TextRole::Quiet);
    how->setAlignment(Qt::AlignHCenter);
    empty->addWidget(how);
    auto *attach = makeButton(tr("Attach files…"), ButtonKind::Secondary);
    attach->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (!m_record.mayAttach())
        attach->hide(); // shown, it would be a window of its own for now
    connect(attach, &QPushButton::clicked, this, &RecordPane::attachWanted);
    empty->addWidget(attach, 0, Qt::AlignHCenter);
    empty->addStretch(2);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_reader);

    connect(m_thumbs, &QToolButton::toggled, m_thumbnails, &QWidget::setVisible);
    connect(m_thumbnails, &PageThumbnails::pageWanted, m_pages, &PageView::goToPage);
    connect(m_pages, &PageView::pageChanged, this, &RecordPane::showPage);
    connect(m_pages, &PageView::zoomChanged, this, [this] { m_zoom->setText(percentWords(m_pages->zoom())); });
    connect(m_pages, &PageView::selectionChanged, this, &RecordPane::refreshSelection);
    connect(m_pages, &PageView::sourceWanted, this, &RecordPane::useAsSource);
    connect(m_pages, &PageView::failed, m_notice, [this](const Error &error) { m_notice->showError(error); });
    connect(m_search, &RecordSearch::hitWanted, this, &RecordPane::showHit);
    connect(m_search, &RecordSearch::hitsChanged, this, &RecordPane::markHits);
    return m_stack;
}

QWidget *RecordPane::makeFoot()
{
    auto *foot = new QFrame;
    setPanel(foot, "footer");
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    m_selection = makeLabel({});
    m_use = makeButton({}, ButtonKind::Primary);
    m_use->setToolTip(tr("Ctrl+Enter"));
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_selection, 1);
    row->addWidget(m_use, 0, Qt::AlignBottom);
    layout->addLayout(row);
    m_reading = makeLabel({}, TextRole::Small);
    m_readingStop = makeButton({}, ButtonKind::Link);
    auto *status = new QHBoxLayout;
    status->addWidget(m_reading, 1);
    status->addWidget(m_readingStop);
    layout->addLayout(status);
    connect(m_use, &QPushButton::clicked, this, &RecordPane::useAsSource);
    connect(m_readingStop, &QPushButton::clicked, this, [this] {
        if (m_texts.progress().recognising)
            m_texts.stopRecognition();
        else
            m_texts.recogniseRest();
    });
    return foot;
}

void RecordPane::makeShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto does) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, does);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_F), [this] { m_search->focusWords(); });
    add(QKeySequence(Qt::Key_F3), [this] { m_search->step(1); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { m_search->step(-1); });
    add(QKeySequence(Qt::CTRL | Qt::Key_G), [this] {
        m_page->setFocus(Qt::ShortcutFocusReason);
        m_page->selectAll();
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { useAsSource(); });
}

void RecordPane::refreshDocuments()
{
    const QString open = m_pages->digest();
    m_documents->clear();
    for (const CaseDocument &document : m_record.documents()) {
        const QString pages = document.pages == 1 ? tr("1 page") : tr("%1 pages").arg(document.pages);
        m_documents->addItem(tr("%1 (%2)").arg(m_record.titleOf(document), pages), document.digest);
    }
    m_stack->setCurrentWidget(m_record.documents().isEmpty() ? m_nothing : m_reader);
    m_documents->setEnabled(!m_record.documents().isEmpty());
    const int index = m_documents->findData(open);
    if (index >= 0)
        m_documents->setCurrentIndex(index);
    else
        openIndex(m_record.documents().isEmpty() ? -1 : 0);
}

void RecordPane::openIndex(int index)
{
    const QString digest = index >= 0 ? m_documents->itemData(index).toString() : QString();
    const CaseDocument *document = m_record.document(digest);
    m_notice->clear();
    m_pages->setDocument(digest, document ? document->pages : 0);
    m_thumbnails->setDocument(digest, document ? document->pages : 0);
    m_search->setDocument(digest);
    m_documents->setCurrentIndex(index);
    m_of->setText(tr("of %1").arg(m_pages->pageCount()));
    m_zoom->setText(percentWords(m_pages->zoom()));
    showPage(m_pages->currentPage());
    markHits();
}

void RecordPane::showPage(int page)
{
    if (!m_page->hasFocus())
        m_page->setText(page > 0 ? QString::number(page) : QString());
    m_thumbnails->setCurrentPage(page);
}

void RecordPane::setQuestion(int fact)
{
    m_question = fact;
    refreshSelection();
}

void RecordPane::refreshSelection()
{
    const PageView::Selected &selected = m_pages->selected();
    const bool any = selected.page > 0;
    if (m_pages->isFraming())
        setElided(m_selection,
            m_pages->frameWords() + u' ' +
                tr("Arrows move it, Shift with arrows sizes it, Enter takes it, Esc drops it."));
    else if (!any)
        setElided(m_selection, tr("Drag over a passage, or select with Shift+↓. Alt+drag or Enter marks a rectangle."));
    else if (selected.selection.quote.isEmpty())
        setElided(m_selection, tr("A part of page %1, without words").arg(selected.page));
    else
        setElided(m_selection, tr("Page %1: “%2”").arg(selected.page).arg(selected.selection.quote));
    setTextRole(m_selection, any || m_pages->isFraming() ? TextRole::Body : TextRole::Small);
    const bool asked = m_question >= 0;
    m_use->setText(asked ? tr("&Use as source of: %1").arg(m_record.session().policy().facts.at(m_question).label)
                         : tr("&Use as source"));
    m_use->setEnabled(asked && any && m_record.session().editable());
    m_use->setAccessibleDescription(asked ? QString() : tr("Go to a question first"));
}

void RecordPane::useAsSource()
{
    const PageView::Selected &selected = m_pages->selected();
    const CaseDocument *document = m_record.document(m_pages->digest());
    if (!document || !m_use->isEnabled())
        return;
    Evidence evidence = m_record.session().evidence(m_question);
    if (evidence.digest != document->digest)
        evidence.date = {}; // that of another document
    evidence.document = m_record.titleOf(*document);
    evidence.digest = document->digest;
    evidence.page = selected.page;
    constexpr qsizetype longest = 1000; // as the quote's entry takes
    evidence.quote = selected.selection.quote.left(longest);
    evidence.places = selected.selection.places;
    evidence.origin = AnswerOrigin::Entered;
    const int page = selected.page;
    const int fact = m_question;
    m_record.session().setEvidence(fact, evidence);
    m_pages->setMarks(PageView::Mark::Source, {{page, evidence.places}});
    m_pages->clearSelection();
    setElided(m_selection, tr("Kept as the source of: %1").arg(m_record.session().policy().facts.at(fact).label));
    Q_EMIT sourceKept(fact);
}

void RecordPane::open(const QString &digest, int page, const QList<PagePlace> &source)
{
    openIndex(m_documents->findData(digest));
    m_pages->setMarks(PageView::Mark::Source, {{page, source}});
    if (source.isEmpty())
        m_pages->goToPage(page);
    else
        m_pages->showPlace(page, source.first());
}

bool RecordPane::openSource(const Evidence &evidence)
{
    const CaseDocument *document = m_record.documentOf(evidence);
    if (!document)
        return false;
    open(document->digest, std::max(1, evidence.page), evidence.places);
    return true;
}

void RecordPane::openPassage(const FoundPassage &passage)
{
    open(passage.digest, passage.page);
    m_pages->selectText(passage.page, passage.passage.sentence);
}

void RecordPane::showHit(const SearchHit &hit)
{
    if (hit.digest != m_pages->digest())
        openIndex(m_documents->findData(hit.digest));
    m_marking.stop();
    m_marking = m_room.ask(
        DocumentRoom::Urgency::Now, this,
        [hit](Shelf &shelf) { return shelf.places(hit.digest, hit.page, hit.range); },
        [this, hit](const Result<QList<PagePlace>> &places) {
            if (!places)
                return;
            m_pages->setMarks(PageView::Mark::Current, {{hit.page, *places}});
            m_pages->showPlace(hit.page, places->isEmpty() ? PagePlace{} : places->first());
        });
}

void RecordPane::markHits()
{
    if (!m_search->current())
        m_pages->setMarks(PageView::Mark::Current, {});
}

void RecordPane::refreshReading()
{
    const RecordTexts::Progress progress = m_texts.progress();
    const int waiting = progress.scanned - progress.recognised;
    QString words;
    QString action;
    if (progress.read < progress.pages) {
        words = tr("Reading the record: %1 of %2 pages").arg(progress.read).arg(progress.pages);
    } else if (waiting > 0 && !progress.canRecognise) {
        words = tr("%1 scanned pages have no text here: Tesseract, which reads them, is not installed.").arg(waiting);
    } else if (waiting > 0) {
        words = tr("Reading scanned pages: %1 of %2").arg(progress.recognised).arg(progress.scanned);
        action = progress.recognising ? tr("Stop") : tr("Go on");
    } else if (progress.recognised > 0) {
        const int page = m_pages->currentPage();
        if (m_texts.isRecognised(m_pages->digest(), page))
            words = tr("This page was read by machine, %1% sure: compare before you use it.")
                        .arg(m_texts.confidence(m_pages->digest(), page));
    }
    setTextAnnounced(m_reading, words);
    m_reading->setVisible(!words.isEmpty());
    m_readingStop->setText(action);
    m_readingStop->setVisible(!action.isEmpty());
}

void RecordPane::focusPages()
{
    if (m_stack->currentWidget() == m_reader)
        m_pages->setFocus(Qt::OtherFocusReason);
    else
        m_nothing->findChild<QPushButton *>()->setFocus(Qt::OtherFocusReason);
}

} // namespace reviewdesk
