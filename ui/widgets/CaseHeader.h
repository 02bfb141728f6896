#pragma once

#include "cases/Rulebook.h"
#include "store/Workspace.h"
#include "ui/widgets/DueSheet.h"
#include "ui/widgets/Theme.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace reviewdesk {

class Chip;
class DueButton;

/// When a case was last kept: "10:32:05" today, "16 Oct 2026" before, in the plan's zone.
QString savedWords(const QDateTime &at, const QDateTime &now, const QTimeZone &zone);

/// The bar over every page of a case: whom it is about, how urgent, when it is due, when it was last kept. Always in
/// sight. The due chip's tool tip and accessible description show the arithmetic; pressed (or Ctrl+D) it opens the sheet
/// with every rule. It repaints itself each minute by `clock`.
class CaseHeader : public QFrame {
    Q_OBJECT
public:
    CaseHeader(QTimeZone zone, const Clock &clock, QWidget *parent = nullptr);

    void setCase(const StoredCase &stored, const CaseView &view);
    /// "Saved 10:32:05" (in the plan's zone); an invalid instant says nothing.
    void setSaved(const QDateTime &at);
    /// "Saving…", "Not saved: …" and the like in place of it.
    void setSaveState(const QString &words, bool wrong = false);
    /// A further chip before urgency: "Referred by Kit Moreau, RN". Empty: none.
    void setRemark(const QString &words, Tone tone = Tone::Neutral);
    /// The window's account menu; takes ownership.
    void setCorner(QWidget *corner);
    /// What there is to say about more time, asked when the sheet opens.
    void setExtension(std::function<DueSheet::Extension()> extension) { m_extension = std::move(extension); }
    DueSheet *openDueSheet();

Q_SIGNALS:
    void extensionWanted(const QString &reason);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void showDue();
    void fit();
    int fitName(int left);

    QTimeZone m_zone;
    const Clock &m_clock;
    DueSheet::Clockwork m_clockwork;
    std::function<DueSheet::Extension()> m_extension;
    QDateTime m_dueAt;
    Status m_status = Status::Draft;
    QVBoxLayout *m_rows;
    QHBoxLayout *m_row;
    bool m_isBelow = false; ///< birth date, member ID and number stand in a line of their own
    QLabel *m_name;
    QLabel *m_identity;
    Chip *m_remark;
    Chip *m_kind;
    DueButton *m_due;
    QLabel *m_saved;
    QWidget *m_corner = nullptr;
    QTimer m_minute;
};

} // namespace reviewdesk
