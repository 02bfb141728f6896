#pragma once

#include "letter/LetterheadDraft.h"
#include "store/Workshop.h"

#include <QWidget>

class QComboBox;

namespace reviewdesk {

class LetterPreview;

/// Invented letters under a letterhead that is being written: one of four is chosen and shown at once.
class LetterheadSample : public QWidget {
    Q_OBJECT
public:
    LetterheadSample(std::shared_ptr<const Rulebook> rulebook, std::shared_ptr<const LetterComposer> composer,
        const Clock &clock, QWidget *parent = nullptr);

    /// For the line of business and the language of `place`.
    void showUnder(const JsonValue &letterhead, const LetterheadDraft::Place &place);

private:
    void compose();

    std::shared_ptr<const Rulebook> m_rulebook;
    std::shared_ptr<const LetterComposer> m_composer;
    const Clock &m_clock;
    QList<ReviewCase> m_cases; ///< one denied, one approved, one that waits for information
    JsonValue m_letterhead;
    LetterheadDraft::Place m_place;
    QComboBox *m_shown;
    LetterPreview *m_preview;
};

} // namespace reviewdesk
