#pragma once

#include "SampleDocuments.h"
#include "Wizard.h"

#include "documents/Attachment.h"
#include "ui/documents/PageView.h"
#include "ui/documents/RecordDesk.h"
#include "ui/documents/RecordPane.h"
#include "ui/review/QuestionCard.h"
#include "ui/review/QuestionsPage.h"
#include "ui/review/ReviewPage.h"

namespace reviewdesk {

inline const QString consult = QStringLiteral("Surgical consult. She was seen on 2 November.\n\n"
                                              "The disease is bilobar. She is not a surgical candidate. Plan: Y-90.");
inline const QString scan = QStringLiteral("CT abdomen. There is no evidence of progression.");

inline NewDocument looked(const QByteArray &bytes, const char *type, const QString &title)
{
    Result<NewDocument> document = examineDocument(bytes, title);
    if (!document)
        qFatal("%s", qPrintable(document.error().message));
    document->type = QString::fromLatin1(type);
    document->title = title;
    return std::move(document).value();
}

/// The wizard on a case with colorectal metastases and two documents.
struct RecordTable {
    explicit RecordTable(const char *step = "liver_disease") : wizard("nora", colorectal())
    {
        QStringList texts{consult, QString(), QStringLiteral("Page three speaks of nothing.")};
        for (int page = 4; page <= 40; ++page)
            texts << QStringLiteral("Page %1 of the chart.").arg(page);
        attach(looked(samplePdf(texts), "unresectability", QStringLiteral("Surgical consult")));
        attach(looked(samplePdf({scan}), "disease_extent", QStringLiteral("CT report")));
        page = std::make_unique<ReviewPage>(*wizard.workshop, wizard.kept(), wizard.clock());
        page->goTo(QString::fromLatin1(step));
    }
    void attach(const NewDocument &document)
    {
        auto done = wizard.workshop->run(
            [id = wizard.stored.id, document](Workspace &workspace) { return workspace.attach(id, document); });
        done.waitForFinished();
        if (!done.result())
            qFatal("%s", qPrintable(done.result().error().message));
    }
    CaseRecord &record() { return page->recordDesk().record(); }
    ReviewSession &session() { return page->session(); }
    PageView &pages() { return *page->recordPane()->pages(); }
    QuestionCard *card(const char *fact)
    {
        return static_cast<QuestionsPage *>(page->currentPage())->card(wizard.fact(fact));
    }
    bool isLoaded() { return QTest::qWaitFor([this] { return record().documents().size() == 2; }, 10'000); }

    Wizard wizard;
    std::unique_ptr<ReviewPage> page;
};

} // namespace reviewdesk
