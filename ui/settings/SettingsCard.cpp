#include "ui/settings/SettingsCard.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

namespace {

QStringList saidBy(const QWidget *widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return {button->text()};
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return {label->text()};
    QStringList words;
    if (const auto *choices = qobject_cast<const QComboBox *>(widget)) {
        for (int index = 0; index < choices->count(); ++index)
            words.append(choices->itemText(index));
    }
    return words;
}

/// What a person reads in it. Asked at each search: the texts come and change while the dialog is open.
QString wordsOf(const QWidget &field)
{
    QStringList words = saidBy(&field);
    const QList<QWidget *> parts = field.findChildren<QWidget *>();
    for (const QWidget *part : parts) {
        if (!part->isHidden() && !qobject_cast<QComboBox *>(part->parentWidget()))
            words.append(saidBy(part));
    }
    return foldedWords(words.join(QLatin1Char(' ')));
}

} // namespace

QString foldedWords(const QString &words)
{
    QString folded = words.normalized(QString::NormalizationForm_KD).toLower();
    folded.removeIf([](QChar sign) { return sign.category() == QChar::Mark_NonSpacing || sign == QLatin1Char('&'); });
    return folded;
}

SettingsCard::SettingsCard(const QString &heading, QWidget *parent)
    : Card(heading, parent), m_heading(foldedWords(heading))
{
    body()->setSpacing(8);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void SettingsCard::addRow(const QString &words, QWidget *field, const QString &remark, const QString &otherWords)
{
    auto *row = new QWidget;
    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(16);
    auto *said = new QVBoxLayout;
    said->setSpacing(2);
    QLabel *label = makeLabel(words);
    if (field->focusPolicy() != Qt::NoFocus &&
        !qobject_cast<QAbstractButton *>(field)) // a button says itself what it does
        label->setBuddy(field);
    said->addWidget(label);
    if (!remark.isEmpty())
        said->addWidget(makeLabel(remark, TextRole::Small));
    columns->addLayout(said, 1);
    field->setMinimumWidth(Theme::scaled(240));
    columns->addWidget(field, 0, Qt::AlignTop);
    body()->addWidget(row);
    m_rows.append({row, field, foldedWords(QStringList{words, remark, otherWords}.join(QLatin1Char(' ')))});
}

int SettingsCard::filter(const QString &typed)
{
    const QStringList wanted = foldedWords(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int shown = 0;
    for (const Row &row : std::as_const(m_rows)) {
        const QString said = wanted.isEmpty() ? QString() : wordsOf(*row.field);
        const bool fits = std::all_of(wanted.cbegin(), wanted.cend(), [&](const QString &word) {
            return row.folded.contains(word) || said.contains(word) || m_heading.contains(word);
        });
        row.widget->setVisible(fits);
        shown += fits ? 1 : 0;
    }
    setVisible(shown > 0);
    return shown;
}

} // namespace reviewdesk
