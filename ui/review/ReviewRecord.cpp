// The record beside the questions: where it stands on the page, and what is brought to it.
#include "ui/review/ReviewPage.h"

#include "ui/documents/PageView.h"
#include "ui/documents/RecordDesk.h"
#include "ui/documents/RecordPane.h"
#include "ui/review/CriteriaPanel.h"
#include "ui/review/DocumentsPage.h"
#include "ui/review/StepList.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QShortcut>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr int narrow = 1400; ///< pixels: below, the list of steps makes room for the record

} // namespace

void ReviewPage::connectRecord()
{
    const auto add = [this](const QKeySequence &keys, auto does) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, does);
    };
    add(QKeySequence(Qt::Key_F8), [this] { showRecord(!isRecordShown()); });
    add(QKeySequence(Qt::Key_F6), [this] { // between the questions and the record
        if (!isRecordShown())
            showRecord(true);
        else if (m_record->isAncestorOf(QApplication::focusWidget()) && m_question >= 0)
            goToQuestion(m_question);
        else if (m_record->isAncestorOf(QApplication::focusWidget()))
            focusPage();
        else
            m_record->focusPages();
    });
    add(QKeySequence::Paste, [this] { paste(); });
    connect(m_desk.get(), &RecordDesk::sourceWanted, this, &ReviewPage::openSource);
    connect(m_desk.get(), &RecordDesk::openWanted, this, [this](const FoundPassage &passage) {
        showRecord(true);
        m_record->openPassage(passage);
        m_record->focusPages();
    });
    connect(&m_desk->scanner(), &ScannerFolder::changed, this, &ReviewPage::showScans);
    connect(m_scans, &Notice::actionTriggered, m_desk.get(), &RecordDesk::takeScans);
    connect(m_desk.get(), &RecordDesk::requestsGiven, this, &ReviewPage::requestsGiven);
    connect(&m_desk->record(), &CaseRecord::failed, this, [this](const Error &error) { m_notice->showError(error); });
}

RecordPane *ReviewPage::recordPane()
{
    if (m_record)
        return m_record;
    m_record = m_desk->pane();
    m_record->hide();
    m_aside->addWidget(m_record, 1);
    m_record->setQuestion(m_question);
    connect(m_record, &RecordPane::closeWanted, this, [this] { showRecord(false); });
    connect(m_record, &RecordPane::sourceKept, this, [this](int fact) {
        if (m_session.answer(fact) < 0)
            goToQuestion(fact); // it is answered next
    });
    return m_record;
}

bool ReviewPage::isRecordShown() const
{
    return m_recordShown;
}

void ReviewPage::showRecord(bool shown)
{
    if (shown == isRecordShown())
        return;
    const bool hadFocus = m_record && m_record->isAncestorOf(QApplication::focusWidget());
    recordPane();
    m_recordShown = shown;
    m_panel->setCompact(shown);
    m_aside->setStretchFactor(m_panel, shown ? 0 : 1);
    fitColumns(); // before it is shown: narrow, its words would want a window higher than the screen
    m_record->setVisible(shown);
    if (shown)
        m_record->focusPages();
    else if (hadFocus && m_question >= 0)
        goToQuestion(m_question);
    else if (hadFocus)
        focusPage();
}

/// With larger text the page in the middle gets most of the room: its entries cannot wrap. With the record beside it
/// the questions keep what their buttons need.
void ReviewPage::fitColumns()
{
    const double larger = Theme::textScale() - 1;
    const int steps = qRound(216 * (1 + larger * 0.45));
    m_steps->setFixedWidth(steps);
    m_hint->setHidden(larger > 0.05 && width() < 1500); // F1 has the keys too
    const bool record = isRecordShown();
    m_steps->setHidden(record && width() < narrow);
    if (!record) {
        m_panel->setFixedWidth(qRound(392 * (1 + larger / 8)));
        return;
    }
    const int room = width() - (m_steps->isHidden() ? 0 : steps);
    constexpr int leastQuestions = 632; // with larger text answers stand below one another
    const int questions = std::max(leastQuestions, room * 9 / 20);
    const int aside = std::max(420, room - questions);
    m_panel->setFixedWidth(aside);
    m_record->setFixedWidth(aside);
}

void ReviewPage::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QWidget::resizeEvent(event);
}

void ReviewPage::enterQuestion(int fact)
{
    m_question = fact;
    m_panel->setCurrentQuestion(fact);
    if (m_record)
        m_record->setQuestion(fact);
}

void ReviewPage::openSource(const Evidence &evidence)
{
    showRecord(true);
    m_record->openSource(evidence);
    m_record->focusPages();
}

void ReviewPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_desk->mayAttach() && RecordDesk::holdsDocuments(event->mimeData()))
        event->acceptProposedAction();
}

void ReviewPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_desk->takeFrom(event->mimeData());
}

/// What is no text for an entry: a picture or files.
void ReviewPage::paste()
{
    const QMimeData *data = QApplication::clipboard()->mimeData();
    if (RecordDesk::holdsDocuments(data))
        m_desk->takeFrom(data);
}

void ReviewPage::showScans()
{
    const ScannerFolder &scanner = m_desk->scanner();
    const qsizetype waiting = scanner.arrived().size();
    QString why;
    if (!scanner.folder().isEmpty() && !scanner.isReadable(&why))
        m_scans->showMessage(Tone::Warn, why);
    else if (waiting > 0)
        m_scans->showMessage(Tone::Accent,
            waiting == 1 ? tr("A new scan has arrived.") : tr("%1 new scans have arrived.").arg(waiting),
            tr("Attach to this case…"));
    else
        m_scans->clear();
}

} // namespace reviewdesk
