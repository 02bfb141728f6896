#include "ui/UnsavedNotice.h"

#include "store/Unsaved.h"
#include "ui/widgets/Notice.h"

#include <QVBoxLayout>

namespace reviewdesk {

UnsavedNotice::UnsavedNotice(Workshop &workshop, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_notice(new Notice)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 0);
    column->addWidget(m_notice);
    hide();
    connect(m_notice, &Notice::actionTriggered, this, [this] { Q_EMIT caseWanted(m_first); });
    connect(&workshop, &Workshop::connectionChanged, this, &UnsavedNotice::look);
}

void UnsavedNotice::look()
{
    if (!m_workshop.isOpen())
        return;
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.unsaved(); },
        [this](const Result<QList<UnsavedDraft>> &drafts) {
            const bool some = drafts && !drafts->isEmpty();
            QStringList numbers;
            for (const UnsavedDraft &draft : some ? *drafts : QList<UnsavedDraft>())
                numbers.append(draft.number);
            m_first = some ? drafts->constFirst().caseId : QString();
            if (some)
                m_notice->showMessage(Tone::Danger,
                    tr("Not saved yet, because the server was away: %1. What you typed is kept on this computer, encrypted for you.")
                        .arg(numbers.join(QLatin1String(", "))),
                    tr("&Open and save"));
            setVisible(some);
        });
}

} // namespace reviewdesk
