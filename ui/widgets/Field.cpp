#include "ui/widgets/Field.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reviewdesk {

Field::Field(const QString &label, QWidget *entry, const QStringList &pointers, QWidget *parent)
    : QWidget(parent), m_pointers(pointers), m_label(label), m_entry(entry), m_head(new QHBoxLayout), m_caption(makeLabel(label, TextRole::Quiet)),
      m_needed(makeLabel(tr("needed"), TextRole::Small)), m_message(makeLabel({}, TextRole::Small))
{
    m_caption->setWordWrap(false);
    QWidget *target = entry;
    while (target->focusProxy())
        target = target->focusProxy();
    m_caption->setBuddy(target);
    if (auto *choices = qobject_cast<QComboBox *>(entry)) // the longest of them is no least width of the form
        choices->setMinimumWidth(Theme::scaled(96));
    m_head->setSpacing(8);
    m_head->addWidget(m_caption);
    m_head->addStretch(1);
    if (m_caption->sizeHint().width() > Theme::scaled(200)) { // in large text it would not let the column narrow
        m_caption->setWordWrap(true);
        m_head->setStretchFactor(m_caption, 1);
    }
    m_head->addWidget(m_needed);
    m_needed->setWordWrap(false);
    m_needed->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_head);
    layout->addWidget(entry);
    layout->addWidget(m_message);
    layout->addStretch(1);
    m_message->hide();
}

bool Field::isAbout(const QString &pointer) const
{
    for (const QString &own : m_pointers) {
        if (pointer == own || pointer.startsWith(own + QLatin1Char('/')))
            return true;
    }
    return false;
}

void Field::showFindings(const QList<Finding> &findings, const QString &ownProblem)
{
    bool needed = false;
    QString wrong = ownProblem;
    QString warning;
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Missing && finding.field == m_neededFor)
            needed = true;
        if (!isAbout(finding.field) || finding.message == ownProblem)
            continue;
        needed = needed || finding.severity == Severity::Missing;
        QString &place = finding.severity == Severity::Wrong ? wrong : warning;
        if (finding.severity != Severity::Missing)
            place += (place.isEmpty() ? QString() : QStringLiteral("\n")) + finding.message;
    }
    m_needed->setVisible(needed && ownProblem.isEmpty() && !m_sent);
    setWrong(m_entry->focusProxy() ? m_entry->focusProxy() : m_entry, !wrong.isEmpty());
    if (!wrong.isEmpty())
        showMessage(wrong, TextRole::Error);
    else if (!warning.isEmpty())
        showMessage(tr("Check: %1").arg(warning), TextRole::Body);
    else
        showMessage(m_hint, TextRole::Small);
    m_entry->setAccessibleDescription(message());
}

bool Field::isNeeded() const
{
    return !m_needed->isHidden();
}

QString Field::message() const
{
    return m_message->text();
}

void Field::setHint(const QString &hint)
{
    m_hint = hint;
    showMessage(hint, TextRole::Small);
}

void Field::setSent(bool sent, const QString &place)
{
    m_sent = sent;
    if (sent && !m_confirm) {
        m_confirm = makeButton(tr("Confirm"), ButtonKind::Link);
        m_confirm->setAccessibleName(tr("Confirm as sent: %1").arg(m_label));
        m_head->addWidget(m_confirm);
        m_caption->setWordWrap(true); // in large text there is no room for both in one line
        m_head->setStretchFactor(m_caption, 1);
        connect(m_confirm, &QPushButton::clicked, this, &Field::confirmed);
    }
    if (!m_confirm)
        return;
    m_confirm->setVisible(sent);
    m_confirm->setToolTip(place.isEmpty() ? tr("It stands as the message gave it; nobody has confirmed it yet.")
                                          : tr("It stands as the message gives it at %1; nobody has confirmed it yet.")
                                                .arg(place));
}

void Field::showMessage(const QString &text, TextRole role)
{
    setTextRole(m_message, role);
    setTextAnnounced(m_message, text);
    m_message->setVisible(!text.isEmpty());
}

} // namespace reviewdesk
