#pragma once

#include "OtherSeat.h"
#include "PageWords.h"
#include "Wizard.h"

#include "ui/letter/ChecklistView.h"
#include "ui/letter/LetterAside.h"
#include "ui/letter/LetterPage.h"
#include "ui/letter/LetterPreview.h"
#include "ui/letter/ReasonList.h"
#include "ui/letter/TranslatedReason.h"

#include <QAbstractButton>

namespace reviewdesk {

inline constexpr int patience = 20'000; // milliseconds; pages are set on a busy machine

/// A letter's page on what the wizard's case has become.
class LetterSheet {
public:
    explicit LetterSheet(Wizard &wizard, QSize size = {1280, 800})
    {
        const Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
        const Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
        require(composer.ok() && letterhead.ok());
        page = std::make_unique<LetterPage>(*wizard.workshop, *composer, *letterhead, wizard.kept(), wizard.clock());
        QSignalSpy rendered(preview(), &LetterPreview::rendered);
        showFor(*page, size);
        wizard.workshop->drain();
        QTest::qWait(20);
        require(QTest::qWaitFor([&] { return preview()->pageCount() > 0; }, patience));
    }

    LetterPreview *preview() const { return page->findChild<LetterPreview *>(); }
    ChecklistView *checklist() const { return page->findChild<ChecklistView *>(); }
    Notice *notice() const { return page->findChild<LetterAside *>()->notice(); }
    QPushButton *button(const char *text) const
    {
        for (QPushButton *button : page->findChildren<QPushButton *>()) {
            if (button->text().remove(QLatin1Char('&')) == QString::fromUtf8(text))
                return button;
        }
        return nullptr;
    }
    /// The reasons that lead somewhere.
    QList<QAbstractButton *> links() const
    {
        return page->findChild<ReasonList *>()->findChildren<QAbstractButton *>();
    }
    QAbstractButton *link(const QString &part) const
    {
        for (QAbstractButton *link : links()) {
            if (link->text().contains(part))
                return link;
        }
        return nullptr;
    }
    bool says(const QString &part) const { return shows(*page, part); }
    /// The reason in plain words, the rationale.
    QPlainTextEdit *words(int index) const
    {
        QList<QPlainTextEdit *> edits = page->findChildren<QPlainTextEdit *>();
        edits.removeOne(translated());
        return edits.at(index);
    }
    QPlainTextEdit *translated() const { return page->findChild<TranslatedReason *>()->findChild<QPlainTextEdit *>(); }

    std::unique_ptr<LetterPage> page;
};

/// Somebody at another computer changes the case and saves it.
inline void elsewhere(Wizard &wizard, const std::function<void(ReviewCase &)> &change)
{
    (void)saves(*wizard.seatOf("ned"), wizard.stored.id, change);
}

} // namespace reviewdesk
