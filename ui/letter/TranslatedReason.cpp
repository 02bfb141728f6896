#include "ui/letter/TranslatedReason.h"

#include "letter/SpanishReading.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace reviewdesk {

TranslatedReason::TranslatedReason(const QString &written, QWidget *parent)
    : QWidget(parent), m_edit(new QPlainTextEdit(written)), m_reading(makeLabel({}, TextRole::Quiet)),
      m_useDrafted(makeButton(tr("Use the drafted &Spanish words"), ButtonKind::Secondary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *name = makeLabel(tr("Reason in plain words, in Spa&nish"), TextRole::Strong);
    name->setBuddy(m_edit);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(Theme::scaled(64));
    auto *row = new QHBoxLayout;
    row->addWidget(m_useDrafted);
    row->addStretch();
    column->addWidget(name);
    column->addWidget(m_edit);
    column->addWidget(m_reading);
    column->addLayout(row);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        showReading();
        Q_EMIT edited();
    });
    connect(m_useDrafted, &QPushButton::clicked, this, [this] {
        m_edit->selectAll();
        m_edit->insertPlainText(m_drafted); // so that Ctrl+Z brings back what stood there
        m_edit->setFocus();
    });
    showReading();
}

QString TranslatedReason::text() const
{
    return m_edit->toPlainText();
}

void TranslatedReason::setText(const QString &written)
{
    if (written == text())
        return;
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(written);
    showReading();
}

void TranslatedReason::setDrafted(const QString &drafted)
{
    m_drafted = drafted;
    showReading();
}

void TranslatedReason::showReading()
{
    const std::optional<double> score = spanishReading(text()).score();
    QString words = tr("Nothing written: the letter says in Spanish what the criteria give, and quotes the English.");
    if (score) {
        const QString figure = QLocale().toString(*score, 'f', 0);
        words = *score < spanishEasyEnough
            ? tr("Reading ease %1 (INFLESZ): below %2. Use shorter words and sentences.").arg(figure).arg(spanishEasyEnough)
            : tr("Reading ease %1 (INFLESZ, at least %2)").arg(figure).arg(spanishEasyEnough);
    }
    if (m_reading->text() != words)
        setTextAnnounced(m_reading, words);
    m_useDrafted->setVisible(!m_drafted.isEmpty());
    m_useDrafted->setEnabled(!m_drafted.isEmpty() && text() != m_drafted);
}

} // namespace reviewdesk
