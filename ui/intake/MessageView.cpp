#include "ui/intake/MessageView.h"

#include "cases/CaseDiff.h"
#include "ui/FieldWords.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QAccessible>
#include <QHeaderView>
#include <QLocale>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

enum Column { What, Value, Place };

/// Rows with air between them, as high as the words of each cell need in its column.
class WrappedRows : public QStyledItemDelegate {
public:
    explicit WrappedRows(QTreeWidget *tree) : QStyledItemDelegate(tree), m_tree(tree) { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int air = 8;
        const int margin = 2 * (m_tree->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, m_tree) + 1);
        const int indent = index.column() == What ? 2 * m_tree->indentation() : 0;
        const bool isGroup = !index.parent().isValid();
        const int width = qMax(40, m_tree->columnWidth(index.column()) - indent - margin);
        const QRect needed = option.fontMetrics.boundingRect(0, 0, width, 10'000,
            Qt::AlignLeft | (isGroup ? 0 : int(Qt::TextWordWrap)), index.data().toString());
        return {width, qMax(needed.height(), option.fontMetrics.height()) + air};
    }

private:
    const QTreeWidget *m_tree;
};

QString optionWords(const Fact &fact, const QString &value)
{
    for (const FactOption &option : fact.options) {
        if (option.value == value)
            return option.label;
    }
    return MessageView::tr("Not documented");
}

QString sizeWords(const fhir::SentDocument &document)
{
    if (!document.url.isEmpty() || document.content.isEmpty())
        return MessageView::tr("only named, not sent along: %1").arg(document.url);
    return MessageView::tr("%1, %2").arg(document.contentType,
        QLocale().formattedDataSize(document.bytes(), 0, QLocale::DataSizeTraditionalFormat));
}

/// Qt 6.8 goes on telling assistive technology the cells that stood in a place before rows were opened there.
void forgetSpokenCells(QTreeWidget &tree)
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&tree);
    if (QAccessibleTableInterface *cells = spoken ? spoken->tableInterface() : nullptr) {
        QAccessibleTableModelChangeEvent anew(&tree, QAccessibleTableModelChangeEvent::ModelReset);
        cells->modelChange(&anew);
    }
}

} // namespace

MessageView::MessageView(const Policy &policy, QWidget *parent)
    : QWidget(parent), m_policy(policy), m_title(makeLabel({}, TextRole::Title)),
      m_about(makeLabel({}, TextRole::Quiet)), m_notice(new Notice), m_tree(new QTreeWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addWidget(m_notice);
    column->addWidget(m_tree, 1);
    m_tree->setColumnCount(3);
    m_tree->setItemDelegate(new WrappedRows(m_tree));
    m_tree->setAccessibleName(tr("What was understood"));
    m_tree->setRootIsDecorated(true);
    m_tree->setWordWrap(true);
    m_tree->setUniformRowHeights(false);
    m_tree->setTabKeyNavigation(false);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setTextElideMode(Qt::ElideNone);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(What, QHeaderView::Interactive);
    m_tree->header()->setSectionResizeMode(Value, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(Place, QHeaderView::Interactive);
    m_tree->header()->setSectionsMovable(false);
    connect(m_tree->header(), &QHeaderView::sectionResized, this, [this] { m_tree->doItemsLayout(); }); // rows wrap
    m_adding.setSingleShot(true);
    connect(&m_adding, &QTimer::timeout, this, &MessageView::addSome);
    connect(m_tree, &QTreeWidget::itemExpanded, this, [this](QTreeWidgetItem *row) { showCells(row, m_cells.take(row)); });
    const auto cellsChanged = [this] { forgetSpokenCells(*m_tree); };
    connect(m_tree, &QTreeView::expanded, this, cellsChanged, Qt::QueuedConnection); // when they are laid out
    connect(m_tree, &QTreeView::collapsed, this, cellsChanged, Qt::QueuedConnection);
}

void MessageView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_tree->header()->resizeSection(What, width() * 24 / 100);
    m_tree->header()->resizeSection(Place, width() * 28 / 100);
}

void MessageView::clear(const QString &words)
{
    begin({}, words);
    m_tree->hide();
    m_about->setAlignment(Qt::AlignCenter); // all that is here
}

void MessageView::begin(const QString &title, const QString &about)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_about->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setTextAnnounced(m_about, about);
    m_notice->clear();
    m_tree->setHeaderLabels({tr("What"), tr("As it was sent"), tr("Place in the message")});
    m_rows.clear();
    m_cells.clear();
    m_tree->clear();
    m_tree->show();
}

QTreeWidgetItem *MessageView::addGroup(const QString &title, qsizetype count)
{
    auto *group = new QTreeWidgetItem(m_tree, {tr("%1 (%2)").arg(title).arg(count)});
    QFont font = m_tree->font();
    font.setBold(true);
    group->setFont(What, font);
    group->setFirstColumnSpanned(true);
    group->setExpanded(true);
    return group;
}

QTreeWidgetItem *MessageView::addRow(QTreeWidgetItem *group, const QString &what, const QString &value, const QString &place)
{
    auto *row = new QTreeWidgetItem({what, value, place});
    row->setToolTip(Value, value);
    row->setToolTip(Place, place);
    group->addChild(row); // whole: each change of one that is there is told to the view
    return row;
}

void MessageView::showArrival(const fhir::Arrival &arrival)
{
    if (arrival.request)
        showRequest(*arrival.request);
    else if (!arrival.cells.isEmpty())
        showRow(arrival);
    else
        showCaseFile(arrival.draft);
    if (QTreeWidgetItem *first = m_tree->topLevelItem(0))
        m_tree->setCurrentItem(first);
}

void MessageView::showRequest(const fhir::BundleReading &request)
{
    const QString sender = request.sender.isEmpty() ? tr("a sender without a name") : request.sender;
    const QString number = request.messageNumber.isEmpty() ? tr("without a number") : request.messageNumber;
    QStringList about{tr("Message %1 from %2").arg(number, sender)};
    if (request.draft.request.urgency)
        about << tr("%1, by the sender's word").arg(label(*request.draft.request.urgency));
    if (const QString sent = request.bundle.root().text(u"timestamp"); !sent.isEmpty())
        about << tr("sent %1").arg(sent);
    begin(request.draft.member.name.isEmpty() ? tr("A request without a name") : request.draft.member.name,
        about.join(QStringLiteral("  ·  ")));
    sayClashes(request.clashes.size());
    if (!request.clashes.isEmpty()) {
        QTreeWidgetItem *group = addGroup(tr("Contradictions in the message"), request.clashes.size());
        for (const fhir::Remark &each : request.clashes)
            addRow(group, tr("Contradiction"), each.message, each.place);
    }
    if (!request.suggestions.isEmpty()) {
        QTreeWidgetItem *group = addGroup(tr("Suggested answers, for you to confirm one by one"), request.suggestions.size());
        for (const fhir::Suggestion &each : request.suggestions) {
            const Fact &fact = m_policy.facts.at(m_policy.factIndex(each.fact));
            addRow(group, fact.label, tr("%1\n%2").arg(optionWords(fact, each.value), each.reason), each.place);
        }
    }
    QTreeWidgetItem *understood = addGroup(tr("Understood, for you to confirm"), request.understood.size());
    for (const fhir::Understood &each : request.understood)
        addRow(understood, fieldInWords(each.field, m_policy), each.value, each.place);
    if (!request.documents.isEmpty()) {
        QTreeWidgetItem *group = addGroup(tr("Documents"), request.documents.size());
        for (const fhir::SentDocument &each : request.documents)
            addRow(group, each.title.isEmpty() ? tr("Document") : each.title, sizeWords(each), each.place);
    }
    if (!request.ignored.isEmpty()) {
        QTreeWidgetItem *group = addGroup(tr("Passed over"), request.ignored.size());
        for (const fhir::Remark &each : request.ignored)
            addRow(group, tr("Not taken over"), each.message, each.place);
    }
}

void MessageView::sayClashes(qsizetype clashes)
{
    if (clashes == 1)
        m_notice->showMessage(Tone::Warn, tr("The message contradicts itself once. Nothing is suggested there."));
    else if (clashes > 1)
        m_notice->showMessage(Tone::Warn,
            tr("The message contradicts itself in %1 places. What is contradicted is left to you.").arg(clashes));
}

void MessageView::showCaseFile(const ReviewCase &draft)
{
    begin(draft.member.name.isEmpty() ? tr("A case without a name") : draft.member.name,
        draft.number.isEmpty() ? tr("A case file")
                               : tr("The case file of %1. The draft gets a number of its own.").arg(draft.number));
    QTreeWidgetItem *group = nullptr;
    QString part;
    for (const FieldDifference &each : differences(ReviewCase(), draft, m_policy)) {
        if (!group || each.part != part)
            group = addGroup(each.part, 0);
        part = each.part;
        addRow(group, each.field, each.after, each.place);
        group->setText(What, tr("%1 (%2)").arg(part).arg(group->childCount()));
    }
}

void MessageView::showProblems(const QString &name, const QList<Error> &problems)
{
    begin(name, {});
    m_notice->showMessage(Tone::Danger,
        tr("This cannot be taken in, and nothing of it was stored. Ask the sender for a corrected message."));
    m_tree->setHeaderLabels({tr("What"), tr("Why"), tr("Place in the message")});
    QTreeWidgetItem *group = addGroup(tr("Reasons"), problems.size());
    for (const Error &problem : problems)
        addRow(group, tr("Refused"), problem.message, problem.place);
    m_tree->setCurrentItem(group->child(0));
}

} // namespace reviewdesk
