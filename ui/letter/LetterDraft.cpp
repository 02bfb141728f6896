#include "ui/letter/LetterDraft.h"

#include "cases/CaseMerge.h"
#include "letter/ReadingGrade.h"
#include "letter/TextDiff.h"
#include "ui/letter/TranslatedReason.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

constexpr int typingPause = 250; // milliseconds; the draft is kept within 300 ms of the last change
constexpr int retryAfter = 5000; ///< ms after a save that failed

/// Keeps the draft; what somebody else kept since `base` is kept with it. `stale` where both wrote the same entry.
Result<StoredCase> keepWords(Workspace &workspace, const StoredCase &draft, const ReviewCase &base)
{
    const Result<StoredCase> kept = workspace.saveDraft(draft);
    if (kept || kept.error().code != QLatin1String("stale"))
        return kept;
    const Result<StoredCase> theirs = workspace.loadCase(draft.id);
    if (!theirs || theirs->round != draft.round)
        return kept;
    if (theirs->onlyRead)
        return *theirs->onlyRead;
    const Policy &policy = workspace.rulebook().policy;
    const CaseMerge merge = mergeCases(base, draft.reviewCase, theirs->reviewCase, policy);
    if (!merge.conflicts.isEmpty())
        return Error{kept.error().code,
            QCoreApplication::translate("LetterDraft",
                "Somebody else wrote the same words meanwhile. Yours are still here and nothing was overwritten: copy "
                "what you need, go back, and open the letter again."),
            merge.conflicts.constFirst().thing};
    const Result<ReviewCase> both = mergedCase(merge, {}, policy, workspace.rulebook().caseSchema);
    if (!both)
        return kept;
    StoredCase together = *theirs;
    together.reviewCase = *both;
    together.page = draft.page;
    return workspace.saveDraft(together);
}

} // namespace

LetterDraft::LetterDraft(Workshop &workshop, StoredCase stored, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_stored(std::move(stored)), m_base(m_stored.reviewCase),
      m_plainReason(new QPlainTextEdit),
      m_rationale(new QPlainTextEdit), m_grade(makeLabel({}, TextRole::Quiet)),
      m_translated(new TranslatedReason(m_stored.reviewCase.determination.plainReasonTranslated)),
      m_abbreviations(makeLabel({}, TextRole::Quiet)), m_explained(makeLabel({}, TextRole::Quiet)),
      m_changes(makeLabel({})),
      m_useDrafted(makeButton(tr("&Use the drafted words"), ButtonKind::Secondary)),
      m_showChanges(makeButton(tr("Show &changes"), ButtonKind::Secondary)),
      m_readingLimits(workshop.rulebook().terms.readingLimits),
      m_mayWrite(!m_stored.onlyRead && actionsFor(m_stored.status, workshop.user().role).contains(Action::Edit))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const Determination &words = m_stored.reviewCase.determination;
    addWords(column, tr("R&eason in plain words"), m_plainReason, words.plainReason);
    addReading(column);
    column->addWidget(m_translated);
    m_translated->hide();
    connect(m_translated, &TranslatedReason::edited, this, &LetterDraft::takeWords);
    addWords(column, tr("Clinical ra&tionale"), m_rationale, words.rationale);
    column->addWidget(m_explained);
    m_explained->hide();
    if (!m_mayWrite)
        hide();
    m_typed.setSingleShot(true);
    m_typed.setInterval(typingPause);
    connect(&m_typed, &QTimer::timeout, this, [this] {
        save();
        Q_EMIT changed();
    });
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryAfter);
    connect(&m_retry, &QTimer::timeout, this, &LetterDraft::save);
    connect(&m_workshop, &Workshop::connectionChanged, this, [this](bool there) {
        if (there && m_retry.isActive())
            save();
    });
}

void LetterDraft::addWords(QVBoxLayout *column, const QString &title, QPlainTextEdit *edit, const QString &text)
{
    auto *name = new QLabel(title);
    setTextRole(name, TextRole::Strong);
    name->setBuddy(edit);
    edit->setPlainText(text);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(Theme::scaled(64));
    column->addWidget(name);
    column->addWidget(edit);
    connect(edit, &QPlainTextEdit::textChanged, this, &LetterDraft::takeWords);
}

void LetterDraft::addReading(QVBoxLayout *column)
{
    column->addWidget(m_grade);
    column->addWidget(m_abbreviations);
    auto *row = new FlowLayout(8); // in Spanish they are wider than the column
    row->addWidget(m_useDrafted);
    row->addWidget(m_showChanges);
    column->addLayout(row);
    column->addWidget(m_changes);
    m_showChanges->setCheckable(true);
    m_changes->setTextFormat(Qt::RichText);
    m_abbreviations->hide();
    connect(m_useDrafted, &QPushButton::clicked, this, [this] {
        m_plainReason->selectAll();
        m_plainReason->insertPlainText(m_drafted); // so that Ctrl+Z brings back what stood there
        m_plainReason->setFocus();
    });
    connect(m_showChanges, &QPushButton::toggled, this, &LetterDraft::showReading);
    showReading();
}

void LetterDraft::setDrafted(const QString &plainReason)
{
    m_drafted = plainReason;
    showReading();
}

void LetterDraft::setDraftedTranslation(const QString &plainReason)
{
    m_isUntranslated = plainReason.isEmpty();
    m_translated->setVisible(!m_isUntranslated);
    m_translated->setDrafted(m_mayWrite ? plainReason : QString());
}

void LetterDraft::showExplained(const QStringList &explanations)
{
    m_explained->setVisible(!explanations.isEmpty());
    const QString words = explanations.isEmpty()
        ? QString()
        : tr("The member's letter explains at first use: %1.").arg(explanations.join(QStringLiteral("; ")));
    if (m_explained->text() != words)
        setTextAnnounced(m_explained, words);
}

void LetterDraft::showUnexplained(const QStringList &words)
{
    m_abbreviations->setVisible(!words.isEmpty());
    setTextAnnounced(m_abbreviations,
        words.isEmpty() ? QString()
                        : tr("Explain these abbreviations to the member: %1").arg(words.join(QStringLiteral(", "))));
}

namespace {

/// Removed words struck through, added ones underlined: not by colour alone.
QString changesAsHtml(const QString &drafted, const QString &written)
{
    QString html;
    const QList<TextRun> runs = textDiff(drafted, written);
    for (const TextRun &run : runs) {
        const QString words = run.words.toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>"));
        const QString tag = run.kind == TextRun::Same ? QStringLiteral("span")
            : run.kind == TextRun::Removed            ? QStringLiteral("s")
                                                      : QStringLiteral("u");
        html += QStringLiteral("<%1>%2</%1> ").arg(tag, words);
    }
    return html;
}

} // namespace

void LetterDraft::showReading()
{
    const QString written = m_plainReason->toPlainText();
    const std::optional<double> grade = readingGrade(written).grade();
    const double limit = gradeLimit(m_stored.reviewCase.request.lineOfBusiness, m_readingLimits);
    QString words = tr("Reading grade: nothing written yet");
    if (grade) {
        const QString figure = QLocale().toString(*grade, 'f', 1);
        words = *grade > limit
            ? tr("Reading grade %1: above %2. Use shorter words and sentences.").arg(figure).arg(limit)
            : tr("Reading grade %1 (at most %2)").arg(figure).arg(limit);
    }
    if (m_grade->text() != words)
        setTextAnnounced(m_grade, words);
    m_useDrafted->setEnabled(m_mayWrite && !m_drafted.isEmpty() && written != m_drafted);
    m_showChanges->setEnabled(!m_drafted.isEmpty());
    m_changes->setVisible(m_showChanges->isChecked());
    if (m_showChanges->isChecked())
        m_changes->setText(changesAsHtml(m_drafted, written));
}

void LetterDraft::focusPlainReason()
{
    m_plainReason->setFocus(Qt::OtherFocusReason);
}

void LetterDraft::focusRationale()
{
    m_rationale->setFocus(Qt::OtherFocusReason);
}

void LetterDraft::takeWords()
{
    Determination &words = m_stored.reviewCase.determination;
    if (m_isUntranslated && words.plainReason != m_plainReason->toPlainText())
        m_translated->setText({}); // of other words, and nobody sees it
    words.plainReason = m_plainReason->toPlainText();
    words.rationale = m_rationale->toPlainText();
    words.plainReasonTranslated = m_translated->text();
    m_dirty = true;
    showReading();
    m_typed.start();
    Q_EMIT edited();
}

/// The words stay, to be copied.
void LetterDraft::setOnlyRead(const Error &why)
{
    m_stored.onlyRead = why;
    m_mayWrite = false;
    m_typed.stop();
    m_retry.stop();
    for (QPlainTextEdit *edit : findChildren<QPlainTextEdit *>()) // the translation's too
        edit->setReadOnly(true);
    m_translated->setDrafted({}); // there is no place to use them
    showReading();
}

void LetterDraft::save()
{
    if (!m_dirty || m_saving || m_stored.onlyRead)
        return;
    m_dirty = false;
    m_saving = true;
    m_sent = m_stored.reviewCase.determination;
    m_workshop.run(
        this,
        [draft = m_stored, base = m_base](Workspace &workspace) { return keepWords(workspace, draft, base); },
        [this](const Result<StoredCase> &kept) { answer(kept); });
}

void LetterDraft::answer(const Result<StoredCase> &answer)
{
    m_saving = false;
    m_retry.stop();
    if (!answer) {
        m_dirty = true;
        Error error = answer.error();
        if (error.code == QLatin1String("older_program")) {
            setOnlyRead(error);
            error.message = tr("%1 Your words are still here: copy what you need.").arg(error.message);
        } else if (error.code != QLatin1String("stale")) {
            m_retry.start(); // the same words again would be refused again
        }
        Q_EMIT notSaved(error);
        return;
    }
    adopt(*answer);
    if (m_dirty)
        save();
    else
        Q_EMIT saved(m_stored.savedAt);
}

/// Takes over what is kept now, somebody else's changes too; words typed since the save began stay.
void LetterDraft::adopt(const StoredCase &kept)
{
    ReviewCase asSent = m_stored.reviewCase;
    asSent.determination = m_sent;
    const bool news = kept.reviewCase != asSent;
    const Determination typed = m_stored.reviewCase.determination;
    m_base = kept.reviewCase;
    m_stored = kept;
    if (kept.onlyRead)
        setOnlyRead(*kept.onlyRead);
    if (!news) {
        m_stored.reviewCase.determination = typed;
        return;
    }
    const auto takeOver = [&](QString Determination::*words, const auto &show) {
        if (typed.*words != m_sent.*words)
            m_stored.reviewCase.determination.*words = typed.*words;
        else
            show(kept.reviewCase.determination.*words);
    };
    const auto into = [](QPlainTextEdit *edit) {
        return [edit](const QString &words) {
            if (edit->toPlainText() != words) {
                const QSignalBlocker quiet(edit);
                edit->setPlainText(words);
            }
        };
    };
    takeOver(&Determination::plainReason, into(m_plainReason));
    takeOver(&Determination::rationale, into(m_rationale));
    takeOver(&Determination::plainReasonTranslated, [this](const QString &words) { m_translated->setText(words); });
    showReading();
    Q_EMIT broughtTogether();
}

void LetterDraft::look()
{
    m_workshop.run(
        this, [caseId = m_stored.id](Workspace &workspace) { return workspace.loadCase(caseId); },
        [this](const Result<StoredCase> &kept) {
            if (!kept || kept->rowVersion == m_stored.rowVersion || hasUnsaved())
                return; // a save finds out by itself
            if (kept->status != m_stored.status || kept->round != m_stored.round) {
                Q_EMIT notSaved({QStringLiteral("stale"),
                    tr("The case has taken a step since this letter was opened: it is %1 now. Go back, and open the letter "
                       "again.")
                        .arg(label(kept->status).toLower()),
                    {}});
                return;
            }
            m_sent = m_stored.reviewCase.determination;
            adopt(*kept);
        });
}

void LetterDraft::flush()
{
    m_typed.stop();
    if (m_saving) {
        // the answer on its way carries the version that the next save needs
        m_workshop.drain();
        QCoreApplication::sendPostedEvents(this);
        QCoreApplication::sendPostedEvents(&m_workshop);
    }
    if (!m_dirty || m_saving || m_stored.onlyRead)
        return;
    m_sent = m_stored.reviewCase.determination;
    const Result<StoredCase> kept = m_workshop.run([draft = m_stored, base = m_base](Workspace &workspace) {
        return keepWords(workspace, draft, base);
    }).takeResult();
    m_dirty = false;
    answer(kept);
}

} // namespace reviewdesk
