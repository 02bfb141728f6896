#include "ui/signin/NewPassphrase.h"

#include "ui/signin/CapsLockNote.h"
#include "ui/signin/PassphraseEdit.h"
#include "ui/signin/PassphraseQuality.h"
#include "ui/widgets/Styling.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>

namespace reviewdesk {

NewPassphrase::NewPassphrase(QObject *parent) : QObject(parent) { }

void NewPassphrase::addTo(QFormLayout &form)
{
    m_first = new PassphraseEdit;
    m_second = new PassphraseEdit;
    m_words = makeLabel(tr("At least 12 characters; a short sentence is easy to remember."), TextRole::Small);
    auto *shown = new QCheckBox(tr("S&how what is typed"));
    auto *capsLock = new CapsLockNote;
    form.addRow(tr("&Passphrase"), m_first);
    form.addRow(m_words);
    form.addRow(tr("Passphrase a&gain"), m_second);
    form.addRow(capsLock);
    form.addRow(shown);
    for (PassphraseEdit *edit : {m_first, m_second}) {
        connect(edit, &QLineEdit::textChanged, this, &NewPassphrase::judge);
        connect(edit, &PassphraseEdit::capsLockSeen, capsLock, &CapsLockNote::setOn);
        connect(shown, &QCheckBox::toggled, edit, &PassphraseEdit::setShown);
    }
}

void NewPassphrase::setPersonalWords(const QStringList &words)
{
    m_personal = words;
}

void NewPassphrase::judge()
{
    const PassphraseQuality quality = passphraseQuality(m_first->text(), m_personal);
    QString words =
        m_first->text().isEmpty() ? tr("At least 12 characters; a short sentence is easy to remember.") : quality.words;
    if (quality.enough && !m_second->text().isEmpty() && !m_first->text().startsWith(m_second->text()))
        words = tr("The two differ.");
    setTextAnnounced(m_words, words);
    Q_EMIT changed();
}

QString NewPassphrase::problem() const
{
    const PassphraseQuality quality = passphraseQuality(m_first->text(), m_personal);
    if (!quality.enough)
        return tr("Passphrase: %1").arg(quality.words);
    if (m_first->text() != m_second->text())
        return tr("Passphrase: the two differ. Type the same words twice.");
    return {};
}

void NewPassphrase::focusProblem()
{
    const bool first = !passphraseQuality(m_first->text(), m_personal).enough;
    (first ? m_first : m_second)->setFocus();
}

bool NewPassphrase::isEmpty() const
{
    return m_first->text().isEmpty();
}

QByteArray NewPassphrase::take()
{
    m_second->clear();
    return m_first->take();
}

} // namespace reviewdesk
