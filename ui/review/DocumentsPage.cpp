#include "ui/review/DocumentsPage.h"

#include "cases/DateWords.h"
#include "ui/documents/RecordDesk.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Field.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/StatusGlyph.h"
#include "ui/widgets/Styling.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace reviewdesk {

DocumentsPage::DocumentsPage(ReviewSession &session, RecordDesk &desk, QWidget *parent)
    : QWidget(parent), m_session(session), m_desk(desk)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(tr("Documents"), TextRole::Title));
    layout->addWidget(
        makeLabel(tr("What the policy asks to see, in its own words. What is missing fills the information request."),
            TextRole::Quiet));
    layout->addWidget(makeRequirements());
    layout->addWidget(makeReceived());
    layout->addStretch(1);
    refresh();
    connect(&session, &ReviewSession::viewChanged, this, [this] {
        m_outdated = true;
        if (isVisible())
            refresh();
    });
    connect(&desk.record(), &CaseRecord::changed, this, [this] {
        m_shownReceived.clear(); // which of them can be opened is another now
        refreshReceived();
    });
    connect(&desk.scanner(), &ScannerFolder::changed, this, &DocumentsPage::refreshScanner);
    refreshScanner();
}

QWidget *DocumentsPage::makeRequirements()
{
    auto *card = new Card(tr("Required documentation"));
    m_noneRequired = makeLabel(tr("None is required with the answers so far."), TextRole::Quiet);
    card->body()->addWidget(m_noneRequired);
    for (const DocumentationItem &item : m_session.policy().documentation) {
        auto *widget = new QWidget;
        auto *row = new QHBoxLayout(widget);
        row->setContentsMargins(0, 4, 0, 4);
        row->setSpacing(10);
        auto *glyph = new StatusGlyph(Glyph::NotMet);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(makeLabel(item.label, TextRole::Strong));
        words->addWidget(makeLabel(item.words, TextRole::Small));
        auto *state = makeLabel({}, TextRole::Small);
        state->setWordWrap(false);
        row->addWidget(glyph, 0, Qt::AlignTop);
        row->addLayout(words, 1);
        row->addWidget(state, 0, Qt::AlignTop);
        card->body()->addWidget(widget);
        m_requirements.append({widget, glyph, state});
    }
    return card;
}

QWidget *DocumentsPage::makeReceived()
{
    auto *card = new Card(tr("Received"));
    m_receivedList = new QVBoxLayout;
    m_receivedList->setSpacing(4);
    card->body()->addLayout(m_receivedList);
    card->body()->addWidget(makeAttach());
    card->body()->addWidget(makeLine());
    m_type = new QComboBox;
    for (const DocumentationItem &item : m_session.policy().documentation)
        m_type->addItem(item.label, item.id);
    m_type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_title = new QLineEdit;
    m_title->setAccessibleName(tr("Title of the document"));
    m_title->setMaxLength(200);
    m_pages = new QLineEdit;
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setMaxLength(5);
    m_receivedOn = new DateField(tr("Document received on"));
    m_receivedOn->setDate(m_session.today());
    for (QLineEdit *entry : {m_title, m_pages, m_receivedOn->lineEdit()})
        entry->setProperty("ownUndo", true); // no part of the draft before it is added
    m_entries = new QWidget;
    auto *entries = new QVBoxLayout(m_entries);
    entries->setContentsMargins(0, 0, 0, 0);
    entries->setSpacing(8);
    entries->addWidget(makeLabel(tr("On paper, or seen in a portal"), TextRole::Strong));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->addWidget(new Field(tr("Type"), m_type, {}), 0, 0);
    grid->addWidget(new Field(tr("Title of the document"), m_title, {}), 0, 1);
    grid->addWidget(new Field(tr("Document received on"), m_receivedOn, {}), 1, 0);
    grid->addWidget(new Field(tr("Pages"), m_pages, {}), 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    entries->addLayout(grid);
    m_problem = new Notice;
    entries->addWidget(m_problem);
    auto *add = makeButton(tr("Add to the list"), ButtonKind::Secondary);
    add->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    entries->addWidget(add);
    card->body()->addWidget(m_entries);
    connect(add, &QPushButton::clicked, this, &DocumentsPage::add);
    connect(m_title, &QLineEdit::returnPressed, this, &DocumentsPage::add);
    return card;
}

QWidget *DocumentsPage::makeAttach()
{
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    m_attach = makeButton(tr("A&ttach documents…"), ButtonKind::Secondary);
    row->addWidget(m_attach);
    row->addWidget(makeLabel(tr("or drop files here, or paste a picture: PDF, PNG, JPEG, TIFF"), TextRole::Small), 1);
    layout->addLayout(row);
    auto *scanner = new QHBoxLayout;
    scanner->setSpacing(4);
    m_scanner = makeLabel({}, TextRole::Small);
    auto *choose = makeButton(tr("Scanner folder…"), ButtonKind::Link);
    m_scannerStop = makeButton(tr("Stop watching"), ButtonKind::Link);
    scanner->addWidget(m_scanner, 1);
    scanner->addWidget(m_scannerStop);
    scanner->addWidget(choose);
    layout->addLayout(scanner);
    connect(m_attach, &QPushButton::clicked, &m_desk, &RecordDesk::chooseFiles);
    connect(choose, &QPushButton::clicked, &m_desk, &RecordDesk::chooseScannerFolder);
    connect(m_scannerStop, &QPushButton::clicked, &m_desk, &RecordDesk::stopScanner);
    return widget;
}

void DocumentsPage::refreshScanner()
{
    const QString folder = m_desk.scanner().folder();
    QString why;
    const bool readable = folder.isEmpty() || m_desk.scanner().isReadable(&why);
    m_scanner->setText(folder.isEmpty() ? tr("No scanner folder is watched.")
            : readable                  ? tr("Watched for scans: %1").arg(folder)
                                        : why);
    m_scannerStop->setVisible(!folder.isEmpty());
}

void DocumentsPage::add()
{
    bool pagesOk = true;
    const int pages = m_pages->text().trimmed().isEmpty() ? 0 : m_pages->text().toInt(&pagesOk);
    const QString dateProblem = m_receivedOn->refusal();
    if (!pagesOk || pages < 0 || !dateProblem.isEmpty()) {
        m_problem->showMessage(Tone::Danger,
            dateProblem.isEmpty() ? tr("“%1” is not a number of pages.").arg(m_pages->text()) : dateProblem);
        return;
    }
    m_problem->clear();
    QList<ReceivedDocument> documents = m_session.content().documents;
    const QString title = m_title->text().trimmed().isEmpty() ? m_type->currentText() : m_title->text();
    documents.append({m_type->currentData().toString(), title, pages, m_receivedOn->date()});
    m_title->clear();
    m_pages->clear();
    m_session.setDocuments(documents);
    m_type->setFocus(Qt::OtherFocusReason);
}

void DocumentsPage::remove(qsizetype index)
{
    QList<ReceivedDocument> documents = m_session.content().documents;
    if (index < documents.size() && m_desk.record().document(documents.at(index).digest)) {
        askWhy(documents.at(index));
        return;
    }
    if (index < documents.size())
        documents.removeAt(index);
    m_session.setDocuments(documents);
    m_type->setFocus(Qt::OtherFocusReason);
}

/// An attached document stays in the history; that it is no part of the record any more has its reason.
void DocumentsPage::askWhy(const ReceivedDocument &document)
{
    auto *dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Take a document out of the record"));
    dialog->setLabelText(
        tr("“%1” is no part of the record from now on. The history keeps it, with your reason:").arg(document.title));
    dialog->setOkButtonText(tr("Take it out"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, digest = document.digest](const QString &why) {
        if (!why.trimmed().isEmpty())
            m_desk.record().remove(digest, why);
    });
    dialog->open();
}

void DocumentsPage::showEvent(QShowEvent *event)
{
    if (m_outdated)
        refresh();
    QWidget::showEvent(event);
}

void DocumentsPage::refresh()
{
    m_outdated = false;
    const Policy &policy = m_session.policy();
    const QList<const DocumentationItem *> missing =
        missingDocuments(m_session.content(), policy, m_session.view().interview);
    bool any = false;
    for (qsizetype index = 0; index < m_requirements.size(); ++index) {
        const DocumentationItem &item = policy.documentation.at(index);
        const Requirement &row = m_requirements.at(index);
        const bool required = holdsIn(item.requiredWhen, m_session.view().interview.effective);
        const bool absent = missing.contains(&item);
        row.widget->setVisible(required);
        row.glyph->setGlyph(absent ? Glyph::NotMet : Glyph::Met);
        setTextAnnounced(row.state, absent ? tr("missing") : tr("received"));
        any = any || required;
    }
    m_noneRequired->setVisible(!any);
    m_entries->setEnabled(m_session.editable());
    m_attach->setVisible(m_desk.mayAttach());
    refreshReceived();
}

void DocumentsPage::refreshReceived()
{
    const QList<ReceivedDocument> &documents = m_session.content().documents;
    if (documents == m_shownReceived && !m_receivedRows.isEmpty())
        return;
    m_shownReceived = documents;
    for (QWidget *row : std::as_const(m_receivedRows)) {
        row->hide();
        row->deleteLater();
    }
    m_receivedRows.clear();
    for (qsizetype index = 0; index < documents.size(); ++index) {
        m_receivedRows << makeRow(index);
        m_receivedList->addWidget(m_receivedRows.last());
    }
    if (documents.isEmpty()) {
        m_receivedRows << makeLabel(tr("Nothing was received yet."), TextRole::Quiet);
        m_receivedList->addWidget(m_receivedRows.first());
    }
}

QWidget *DocumentsPage::makeRow(qsizetype index)
{
    const ReceivedDocument &document = m_session.content().documents.at(index);
    QStringList words{document.title};
    if (const DocumentationItem *item = m_session.policy().documentationItem(document.type);
        item && item->label != document.title)
        words << item->label;
    if (document.pages > 0)
        words << (document.pages == 1 ? tr("1 page") : tr("%1 pages").arg(document.pages));
    if (document.receivedOn.isValid())
        words << tr("received %1").arg(dayWords(document.receivedOn));
    const bool attached = m_desk.record().document(document.digest) != nullptr;
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(makeLabel(words.join(QStringLiteral(" · "))), 1);
    if (attached) {
        auto *open = makeButton(tr("Open"), ButtonKind::Link);
        open->setAccessibleName(tr("Open document %1: %2").arg(index + 1).arg(document.title));
        connect(open, &QPushButton::clicked, this, [this, digest = document.digest] {
            Evidence place;
            place.digest = digest;
            place.page = 1;
            Q_EMIT m_desk.sourceWanted(place);
        });
        row->addWidget(open);
    }
    auto *drop = makeButton(attached ? tr("Take out…") : tr("Remove"), ButtonKind::Link);
    drop->setAccessibleName(tr("Remove document %1: %2").arg(index + 1).arg(document.title));
    connect(drop, &QPushButton::clicked, this, [this, index] { remove(index); });
    drop->setEnabled(m_session.editable());
    row->addWidget(drop);
    return widget;
}

void DocumentsPage::focusFirst()
{
    if (!m_attach->isHidden()) {
        m_attach->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_type->setFocus(Qt::OtherFocusReason);
}

} // namespace reviewdesk
