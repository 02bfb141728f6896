#include "ui/documents/RecordSearch.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/Styling.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace reviewdesk {

namespace {

constexpr int typingPause = 250; ///< ms

QToolButton *stepButton(const QString &name, const QString &icon)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setProperty("kind", QStringLiteral("quiet"));
    return button;
}

} // namespace

RecordSearch::RecordSearch(RecordTexts &texts, QWidget *parent)
    : QWidget(parent), m_texts(texts), m_words(new QLineEdit), m_all(new QCheckBox(tr("All documents"))),
      m_count(makeLabel({}, TextRole::Small)), m_back(stepButton(tr("Place before (Shift+F3)"), QStringLiteral("back"))),
      m_next(stepButton(tr("Next place (F3)"), QStringLiteral("next")))
{
    m_words->setAccessibleName(tr("Search the record"));
    m_words->setPlaceholderText(tr("Search the record (Ctrl+F)"));
    m_words->addAction(themedIcon(QStringLiteral("search"), ColorRole::Quiet), QLineEdit::LeadingPosition)
        ->setText(tr("Search")); // a screen reader finds a button there
    addClearButton(m_words);
    m_words->setMaxLength(200);
    m_words->setProperty("ownUndo", true);
    m_all->setChecked(true);
    m_count->setWordWrap(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_words, 1);
    row->addWidget(m_all);
    row->addWidget(m_count);
    row->addWidget(m_back);
    row->addWidget(m_next);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &RecordSearch::start);
    connect(m_words, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_all, &QCheckBox::toggled, this, &RecordSearch::start);
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(&texts, &RecordTexts::hitsChanged, this, &RecordSearch::take);
    take();
}

void RecordSearch::setDocument(const QString &digest)
{
    if (digest == m_digest)
        return;
    m_digest = digest;
    if (!m_all->isChecked())
        start();
}

const SearchHit *RecordSearch::current() const
{
    return m_at >= 0 && m_at < m_texts.hits().size() ? &m_texts.hits().at(m_at) : nullptr;
}

void RecordSearch::start()
{
    m_pause.stop();
    m_at = -1;
    m_texts.search(m_words->text(), m_all->isChecked() ? QString() : m_digest);
}

void RecordSearch::take()
{
    const qsizetype found = m_texts.hits().size();
    const bool wanted = !m_words->text().trimmed().isEmpty();
    if (m_at < 0 && found > 0 && wanted) {
        m_at = 0;
        Q_EMIT hitWanted(m_texts.hits().first());
    }
    QString words;
    if (wanted && found > 0)
        words = tr("%1 of %2%3").arg(m_at + 1).arg(found).arg(
            m_texts.isSearching() || found >= RecordTexts::mostHits ? QStringLiteral("+") : QString());
    else if (wanted)
        words = m_texts.isSearching() ? tr("searching…") : tr("not found");
    setTextAnnounced(m_count, words);
    m_back->setEnabled(found > 0);
    m_next->setEnabled(found > 0);
    Q_EMIT hitsChanged();
}

void RecordSearch::step(int by)
{
    const qsizetype found = m_texts.hits().size();
    if (found == 0)
        return;
    m_at = (m_at + by + found) % found;
    take();
    Q_EMIT hitWanted(m_texts.hits().at(m_at));
}

void RecordSearch::focusWords()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void RecordSearch::clear()
{
    m_words->clear();
    start();
}

void RecordSearch::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_pause.isActive())
            start();
        else
            step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    } else if (event->key() == Qt::Key_Escape && !m_words->text().isEmpty()) {
        clear();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace reviewdesk
