#include "ui/review/RecordedCard.h"

#include "ui/review/NotesBlock.h"
#include "ui/widgets/Hint.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/TypedText.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

RecordedCard::RecordedCard(ReviewSession &session, const QString &sectionId, QWidget *parent)
    : Card(tr("Recorded besides"), parent), m_session(session)
{
    body()->setContentsMargins(16, 12, 16, 14);
    body()->addWidget(makeLabel(tr("Printed and shown to the physician; no criterion reads it."), TextRole::Small));
    QStringList ids;
    for (const RecordedItem &item : session.policy().recorded) {
        if (item.section != sectionId)
            continue;
        ids << item.id;
        auto *row = new QWidget;
        auto *layout = new QVBoxLayout(row);
        layout->setContentsMargins(0, 4, 0, 0);
        layout->setSpacing(4);
        QLabel *caption = makeLabel(item.label, TextRole::Quiet);
        layout->addWidget(caption);
        QWidget *entry = item.kind == RecordedKind::PriorTreatments ? makeTreatments(item) : makeEntry(item);
        if (item.kind != RecordedKind::PriorTreatments)
            caption->setBuddy(entry);
        entry->setAccessibleDescription(item.note);
        layout->addWidget(entry);
        if (!item.note.isEmpty())
            layout->addWidget(makeLabel(item.note, TextRole::Small));
        body()->addWidget(row);
        m_rows.append({&item, row, entry});
    }
    m_notes = new NotesBlock(session, ids, this);
    body()->addWidget(m_notes);
    load();
    refresh();
    connect(&session, &ReviewSession::reloaded, this, &RecordedCard::load);
}

QWidget *RecordedCard::makeEntry(const RecordedItem &item)
{
    const QString id = item.id;
    if (item.kind == RecordedKind::Text) {
        auto *edit = new QLineEdit;
        edit->setAccessibleName(item.label);
        edit->setMaxLength(500);
        connect(TypedText::of(edit), &TypedText::typed, this, [this, id](const QString &text) { storeItem(id, text); });
        return edit;
    }
    auto *box = new QComboBox;
    box->addItem(tr("Not recorded"), QString());
    if (item.kind == RecordedKind::YesNo) {
        box->addItem(tr("Yes"), QStringLiteral("true"));
        box->addItem(tr("No"), QStringLiteral("false"));
    }
    for (const FactOption &option : item.options)
        box->addItem(option.label, option.value);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(20);
    connect(box, &QComboBox::activated, this, [this, id, box] { storeItem(id, box->currentData().toString()); });
    return box;
}

QWidget *RecordedCard::makeTreatments(const RecordedItem &item)
{
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_treatmentLayout = new QVBoxLayout;
    m_treatmentLayout->setSpacing(6);
    layout->addLayout(m_treatmentLayout);
    auto *add = makeButton(tr("Add a treatment"), ButtonKind::Link);
    add->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout->addWidget(add);
    connect(add, &QPushButton::clicked, this, [this] {
        addTreatmentRow({});
        m_treatments.last().treatment->setFocus(Qt::OtherFocusReason);
    });
    list->setAccessibleName(item.label);
    return list;
}

void RecordedCard::addTreatmentRow(const PriorTreatment &treatment)
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const qsizetype number = m_treatments.size() + 1;
    auto *name = new QLineEdit(treatment.treatment);
    auto *response = new QLineEdit(treatment.response);
    name->setAccessibleName(tr("Treatment %1").arg(number));
    response->setAccessibleName(tr("Response to treatment %1").arg(number));
    auto *remove = makeButton(tr("Remove"), ButtonKind::Link);
    remove->setAccessibleName(tr("Remove treatment %1").arg(number));
    row->addLayout(withHint(name, tr("Treatment, for example FOLFOX")), 1);
    row->addLayout(withHint(response, tr("Response, for example progressed")), 1);
    row->addWidget(remove, 0, Qt::AlignTop);
    m_treatmentLayout->addWidget(widget);
    m_treatments.append({widget, name, response});
    connect(TypedText::of(name), &TypedText::typed, this, &RecordedCard::storeTreatments);
    connect(TypedText::of(response), &TypedText::typed, this, &RecordedCard::storeTreatments);
    connect(remove, &QPushButton::clicked, this, [this, widget] {
        m_treatments.removeIf([widget](const TreatmentRow &row) { return row.widget == widget; });
        widget->hide();
        widget->deleteLater();
        storeTreatments();
    });
}

void RecordedCard::setTreatmentRows(const QList<PriorTreatment> &treatments)
{
    if (!m_treatments.isEmpty() && typedTreatments() == treatments)
        return;
    for (const TreatmentRow &row : std::as_const(m_treatments))
        delete row.widget;
    m_treatments.clear();
    for (const PriorTreatment &treatment : treatments)
        addTreatmentRow(treatment);
    if (treatments.isEmpty())
        addTreatmentRow({});
}

void RecordedCard::load()
{
    const Recorded &recorded = m_session.content().recorded;
    for (const Row &row : std::as_const(m_rows)) {
        const QString value = recorded.items.value(row.item->id);
        if (auto *edit = qobject_cast<QLineEdit *>(row.entry))
            TypedText::show(edit, value);
        else if (auto *box = qobject_cast<QComboBox *>(row.entry))
            box->setCurrentIndex(qMax(0, box->findData(value)));
        else
            setTreatmentRows(recorded.priorTreatments);
    }
}

void RecordedCard::refresh()
{
    for (const Row &row : std::as_const(m_rows)) {
        row.widget->setVisible(holdsIn(row.item->shownWhen, m_session.view().interview.effective));
        row.entry->setEnabled(m_session.editable());
    }
    m_notes->refresh();
    setVisible(anyShown());
}

bool RecordedCard::anyShown() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return !row.widget->isHidden(); });
}

void RecordedCard::storeItem(const QString &id, const QString &value)
{
    Recorded recorded = m_session.content().recorded;
    if (value.isEmpty())
        recorded.items.remove(id);
    else
        recorded.items.insert(id, value);
    m_session.setRecorded(recorded);
}

QList<PriorTreatment> RecordedCard::typedTreatments() const
{
    QList<PriorTreatment> treatments;
    for (const TreatmentRow &row : m_treatments) {
        if (!row.treatment->text().isEmpty() || !row.response->text().isEmpty())
            treatments.append({row.treatment->text(), row.response->text()});
    }
    return treatments;
}

void RecordedCard::storeTreatments()
{
    Recorded recorded = m_session.content().recorded;
    recorded.priorTreatments = typedTreatments();
    m_session.setRecorded(recorded);
}

} // namespace reviewdesk
