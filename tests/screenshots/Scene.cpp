#include "Scene.h"

#include "cases/CaseFile.h"
#include "store/Workspace.h"

#include <QFile>

namespace reviewdesk {

const QByteArray Scene::passphrase = "correct horse battery staple";

namespace {

constexpr int invented = 240;

ReviewCase caseFrom(const QString &name, const Rulebook &rulebook)
{
    QFile file(QStringLiteral(TEST_DATA "/cases/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    const CaseReading reading = readCase(file.readAll(), rulebook.policy, rulebook.caseSchema);
    if (!reading.ok())
        qFatal("%s: %s", qPrintable(name), qPrintable(reading.problems.first().message));
    ReviewCase content = reading.reviewCase;
    content.number.clear();
    content.determination = {};
    return content;
}

StoredCase keep(Workspace &workspace, ReviewCase content, const QString &page)
{
    StoredCase stored = must(workspace.createCase(content));
    content.number = stored.reviewCase.number;
    stored.reviewCase = content;
    stored.page = page;
    return must(workspace.saveDraft(stored));
}

} // namespace

Scene Scene::made(const QString &directory, const std::shared_ptr<const Rulebook> &rulebook, const Clock &clock)
{
    NewUser supervisor;
    supervisor.loginName = QStringLiteral("alex.example");
    supervisor.name = QStringLiteral("Alex Example");
    supervisor.role = Role::Supervisor;
    supervisor.passphrase = passphrase;
    WorkspaceSettings settings;
    settings.organisation = QStringLiteral("Larkspur Health Plan");
    settings.timeZone = rulebook->zone.id();
    Workspace::Created created =
        must(Workspace::create(directory, supervisor, settings, rulebook, clock, KeyCost::cheap()));
    Workspace &workspace = *created.workspace;
    must(workspace.addSamples(invented, 7, passphrase, KeyCost::cheap()));
    must(workspace.signInAs(QStringLiteral("kim.example"), passphrase));

    Scene scene;
    scene.directory = directory;
    ReviewCase content = caseFrom(QStringLiteral("approval-colorectal"), *rulebook);
    content.request.receivedAt = clock.now().addDays(-2);
    scene.complete = keep(workspace, content, QStringLiteral("recommendation")).id;
    scene.approved = keep(workspace, content, QStringLiteral("recommendation")).id;
    content.facts.remove(QStringLiteral("progressive"));
    content.evidence.remove(QStringLiteral("progressive"));
    scene.draft = keep(workspace, content, QStringLiteral("liver_disease")).id;
    content = caseFrom(QStringLiteral("denial-colorectal-not-progressive"), *rulebook);
    content.request.receivedAt = clock.now().addDays(-6);
    content.nurseNote = QStringLiteral("CT reads stable. The oncologist's letter says “growing”, no imaging attached.");
    const StoredCase referred = keep(workspace, content, QStringLiteral("recommendation"));
    scene.referred = must(workspace.act(referred, Action::Refer)).id;
    StoredCase approved = must(workspace.loadCase(scene.approved));
    approved.reviewCase.determination.plainReason = QStringLiteral(
        "Your colon cancer has spread in the liver and keeps growing. Our policy covers this treatment.");
    approved.reviewCase.determination.rationale =
        QStringLiteral("Unresectable, liver-dominant, diffuse and progressive colorectal metastases after two lines.");
    approved = must(workspace.saveDraft(approved));
    must(workspace.act(approved, Action::Approve));
    ReviewCase spanish = caseFrom(QStringLiteral("approval-colorectal"), *rulebook);
    spanish.request.receivedAt = clock.now().addDays(-1);
    spanish.member.name = QStringLiteral("María Ejemplo");
    spanish.member.language = QStringLiteral("es");
    spanish.determination.plainReason = approved.reviewCase.determination.plainReason;
    scene.spanish = must(workspace.act(keep(workspace, spanish, QStringLiteral("recommendation")), Action::Approve)).id;
    WorklistQuery decided;
    decided.view = WorklistView::LettersToPrint;
    decided.limit = 9;
    const QList<WorklistRow> rows = must(workspace.worklist(decided));
    for (const WorklistRow &row : rows)
        scene.toRelease.append(row.caseId);
    return scene;
}

} // namespace reviewdesk
