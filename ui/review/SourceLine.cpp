#include "ui/review/SourceLine.h"

#include "cases/DateWords.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/ElidedLink.h"
#include "ui/widgets/Hint.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/TypedText.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace reviewdesk {

namespace {

/// A page number from 1; 0 while empty, -1 when it is none.
int pageFromTyped(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return 0;
    bool ok = false;
    const int page = typed.toInt(&ok);
    return ok && page > 0 && page < 100000 ? page : -1;
}

} // namespace

QString sourceInWords(const Evidence &evidence)
{
    QStringList where;
    if (!evidence.document.isEmpty())
        where << evidence.document;
    if (evidence.page > 0)
        where << QCoreApplication::translate("SourceLine", "p. %1").arg(evidence.page);
    if (evidence.date.isValid())
        where << dayWords(evidence.date);
    QString words = where.join(QStringLiteral(", "));
    if (!evidence.quote.isEmpty())
        words += QCoreApplication::translate("SourceLine", "%1“%2”")
                     .arg(words.isEmpty() ? QString() : QStringLiteral(": "), evidence.quote);
    return words;
}

SourceLink::SourceLink(const QString &about, QWidget *parent)
    : QWidget(parent), m_about(about), m_button(new ElidedLink), m_edit(makeButton(tr("Edit"), ButtonKind::Link))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button);
    layout->addWidget(m_edit);
    layout->addStretch(1);
    m_edit->setAccessibleName(tr("Edit the source: %1").arg(about));
    setMinimumWidth(100);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setEvidence({});
}

void SourceLink::setEvidence(const Evidence &evidence, bool attached)
{
    m_edit->setVisible(attached);
    m_button->setWords(evidence.isEmpty() ? tr("Add source…") : sourceInWords(evidence));
    m_button->setToolTip(evidence.isEmpty() ? QString() : m_button->words());
    m_button->setAccessibleName(evidence.isEmpty() ? tr("Add source: %1").arg(m_about)
            : attached                             ? tr("Open the source of %1: %2").arg(m_about, m_button->words())
                                                   : tr("Source of %1: %2").arg(m_about, m_button->words()));
}

SourceEditor::SourceEditor(const QString &about, QWidget *parent)
    : QWidget(parent), m_document(new QLineEdit), m_page(new QLineEdit),
      m_date(new DateField(tr("Date of the document: %1").arg(about))), m_quote(new QLineEdit),
      m_problem(makeLabel({}, TextRole::Error))
{
    m_document->setAccessibleName(tr("Document: %1").arg(about));
    m_page->setAccessibleName(tr("Page: %1").arg(about));
    m_quote->setAccessibleName(tr("Quote: %1").arg(about));
    m_document->setMaxLength(200);
    m_page->setMaxLength(6);
    m_quote->setMaxLength(1000);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    const QStringList captions{tr("Document"), tr("Page"), tr("Date")};
    grid->addLayout(withHint(m_document, tr("As it is titled: Surgical consult")), 1, 0);
    grid->addWidget(m_page, 1, 1, Qt::AlignTop);
    grid->addWidget(m_date, 1, 2, Qt::AlignTop);
    for (int column = 0; column < 3; ++column)
        grid->addWidget(makeLabel(captions.at(column), TextRole::Small), 0, column);
    grid->addWidget(makeLabel(tr("Quote"), TextRole::Small), 2, 0, 1, 3);
    grid->addLayout(withHint(m_quote, tr("The words in the record")), 3, 0, 1, 2);
    auto *close = makeButton(tr("Done"), ButtonKind::Secondary);
    close->setAccessibleName(tr("Done with the source: %1").arg(about));
    grid->addWidget(close, 3, 2, Qt::AlignTop);
    grid->addWidget(m_problem, 4, 0, 1, 3);
    grid->setColumnStretch(0, 5);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 3);
    m_problem->hide();
    connect(close, &QPushButton::clicked, this, &SourceEditor::finish);
    for (QLineEdit *edit : {m_document, m_page, m_quote})
        connect(TypedText::of(edit), &TypedText::typed, this, &SourceEditor::changed);
    connect(m_date, &DateField::edited, this, &SourceEditor::changed);
}

void SourceEditor::setEvidence(const Evidence &evidence)
{
    m_base = evidence;
    TypedText::show(m_document, evidence.document);
    TypedText::show(m_page, evidence.page > 0 ? QString::number(evidence.page) : QString());
    m_date->setDate(evidence.date);
    TypedText::show(m_quote, evidence.quote);
    m_problem->hide();
}

void SourceEditor::focusFirst()
{
    m_document->setFocus(Qt::OtherFocusReason);
}

Evidence SourceEditor::evidence() const
{
    Evidence evidence = m_base;
    evidence.document = m_document->text();
    const int page = pageFromTyped(m_page->text());
    evidence.page = page >= 0 ? page : m_base.page;
    evidence.date = m_date->dateOr(m_base.date);
    evidence.quote = m_quote->text();
    return evidence;
}

void SourceEditor::changed()
{
    QString problem = m_date->problem();
    if (pageFromTyped(m_page->text()) < 0)
        problem = tr("“%1” is not a page number.").arg(m_page->text());
    setWrong(m_page, pageFromTyped(m_page->text()) < 0);
    setWrong(m_date->lineEdit(), !m_date->problem().isEmpty());
    setTextAnnounced(m_problem, problem);
    m_problem->setVisible(!problem.isEmpty());
    Evidence next = evidence();
    if (next.document != m_base.document || next.page != m_base.page) {
        next.digest.clear(); // the place that was marked is on another page
        next.places.clear();
    }
    m_base = next;
    Q_EMIT edited(m_base);
}

/// Stays open over what cannot be read: closed, it would be lost unseen.
void SourceEditor::finish()
{
    changed();
    if (pageFromTyped(m_page->text()) < 0)
        m_page->setFocus(Qt::OtherFocusReason);
    else if (!m_date->isReadable())
        m_date->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT done();
}

void SourceEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        finish();
    else
        QWidget::keyPressEvent(event);
}

} // namespace reviewdesk
