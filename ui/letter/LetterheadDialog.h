#pragma once

#include "letter/LetterComposer.h"
#include "support/Clock.h"

#include <QDialog>

namespace reviewdesk {

class LetterheadPage;
class Workshop;

/// The letterhead's page as a window of its own; asks before it loses what was not saved.
class LetterheadDialog : public QDialog {
    Q_OBJECT
public:
    LetterheadDialog(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, const Clock &clock,
        QWidget *parent = nullptr);

Q_SIGNALS:
    void saved();

protected:
    void reject() override;

private:
    LetterheadPage *m_page;
};

} // namespace reviewdesk
