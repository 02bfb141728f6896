#include "ui/settings/SettingsCard.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

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
    m_rows.append({row, foldedWords(QStringList{words, remark, otherWords}.join(QLatin1Char(' ')))});
}

int SettingsCard::filter(const QString &typed)
{
    const QStringList wanted = foldedWords(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int shown = 0;
    for (const Row &row : std::as_const(m_rows)) {
        const bool fits = std::all_of(wanted.cbegin(), wanted.cend(),
            [&](const QString &word) { return row.folded.contains(word) || m_heading.contains(word); });
        row.widget->setVisible(fits);
        shown += fits ? 1 : 0;
    }
    setVisible(shown > 0);
    return shown;
}

} // namespace reviewdesk
