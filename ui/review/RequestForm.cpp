#include "ui/review/RequestForm.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/TypedText.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace reviewdesk {

namespace {

const QString gridName = QStringLiteral("form");

} // namespace

Card *RequestForm::makeCard(const QString &heading, QWidget *parent)
{
    auto *card = new Card(heading, parent);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setObjectName(gridName);
    card->body()->addLayout(grid);
    return card;
}

Field *RequestForm::add(Card *card, Field *field, Cell cell)
{
    card->findChild<QGridLayout *>(gridName)->addWidget(field, cell.row, cell.column, 1, cell.columns, Qt::AlignTop);
    m_fields << field;
    connect(field, &Field::confirmed, this, [this, field] { Q_EMIT confirmed(field->pointer()); });
    return field;
}

QLineEdit *RequestForm::addText(
    Card *card, const QString &label, const QString &pointer, Cell cell, const Store &store)
{
    auto *edit = new QLineEdit;
    edit->setAccessibleName(label);
    edit->setMaxLength(200);
    connect(TypedText::of(edit), &TypedText::typed, this, store);
    add(card, new Field(label, edit, {pointer}, card), cell);
    return edit;
}

QPlainTextEdit *RequestForm::addLines(
    Card *card, const QString &label, const QString &pointer, Cell cell, const Store &store)
{
    auto *edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(Theme::scaled(60));
    connect(edit, &QPlainTextEdit::textChanged, this, store);
    add(card, new Field(label, edit, {pointer}, card), cell);
    return edit;
}

DateField *RequestForm::addDate(
    Card *card, const QString &label, const QString &pointer, Cell cell, const Store &store)
{
    auto *date = new DateField(label);
    connect(date, &DateField::edited, this, store);
    add(card, new Field(label, date, {pointer}, card), cell);
    return date;
}

QComboBox *RequestForm::addChoice(Card *card, const QString &label, const QString &pointer, Cell cell,
    const Choices &choices, const Store &store)
{
    auto *box = new QComboBox;
    box->addItem(tr("Choose…"));
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    box->setMinimumContentsLength(12);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(box, &QComboBox::activated, this, store);
    add(card, new Field(label, box, {pointer}, card), cell);
    return box;
}

Field *RequestForm::field(const QString &pointer) const
{
    for (Field *field : m_fields) {
        if (field->isAbout(pointer))
            return field;
    }
    return nullptr;
}

bool RequestForm::focus(const QString &pointer) const
{
    const Field *found = field(pointer);
    if (!found)
        return false;
    QWidget *target = found->entry();
    while (target->focusProxy())
        target = target->focusProxy();
    target->setFocus(Qt::OtherFocusReason);
    return true;
}

void RequestForm::showFindings(const QList<Finding> &findings, const QMap<QString, QString> &own) const
{
    for (Field *field : m_fields) {
        QString problem;
        for (auto entry = own.cbegin(); entry != own.cend(); ++entry) {
            if (field->isAbout(entry.key()))
                problem = entry.value();
        }
        field->showFindings(findings, problem);
    }
}

void RequestForm::showSent(
    const QStringList &unconfirmed, const std::function<QString(const QString &)> &placeOf) const
{
    for (Field *field : m_fields) {
        const bool sent = unconfirmed.contains(field->pointer());
        field->setSent(sent, sent ? placeOf(field->pointer()) : QString());
    }
}

} // namespace reviewdesk
