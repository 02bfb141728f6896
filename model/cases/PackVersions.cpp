// The versions of a policy that are installed side by side, and cases that were reviewed under another than the present.
#include "cases/PackVersions.h"

#include "cases/PackFiles.h"
#include "cases/Workflow.h"
#include "policy/FileContent.h"
#include "policy/PolicyDifference.h"
#include "policy/PolicyShelf.h"

#include <QCoreApplication>
#include <QMutex>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PackVersions)
};

Error otherPack(const QString &version)
{
    return {QStringLiteral("other_pack"),
        Say::tr("This was decided under version %1 of the policy, and that pack is not installed: no letter can be "
                "written by it. Letters that were issued can be opened.")
            .arg(version),
        {}};
}

/// Whether the policy has an answer of that name with that value; `not documented` fits every question.
bool isAsked(const Policy &policy, const QString &factId, const GivenAnswer &answer)
{
    const int fact = policy.factIndex(factId);
    if (fact < 0)
        return false;
    const QList<FactOption> &options = policy.facts.at(fact).options;
    return !answer.documented() || std::any_of(options.begin(), options.end(),
        [&answer](const FactOption &option) { return option.value == answer.value; });
}

bool isRecorded(const Policy &policy, const QString &id, const QString &value)
{
    const auto item = std::find_if(policy.recorded.begin(), policy.recorded.end(),
        [&id](const RecordedItem &candidate) { return candidate.id == id; });
    if (item == policy.recorded.end() || item->kind == RecordedKind::PriorTreatments)
        return false;
    if (item->kind == RecordedKind::YesNo)
        return value == QLatin1String("true") || value == QLatin1String("false");
    return item->kind != RecordedKind::Choice || std::any_of(item->options.begin(), item->options.end(),
        [&value](const FactOption &option) { return option.value == value; });
}

/// The rulebook that was asked for last: a run of letters asks for the same one thrice a letter. What lies in the file
/// decides: a pack may be corrected, or taken away, while the program runs.
class LastRead {
public:
    std::shared_ptr<const Rulebook> of(const Rulebook &now, const QString &version)
    {
        const QMutexLocker locked(&m_lock);
        if (!m_rulebook || m_rulebook->policy.id != now.policy.id || m_rulebook->policy.version != version ||
            m_rulebook->resources != now.resources || m_rulebook->zone != now.zone || m_rulebook->terms != now.terms ||
            m_rulebook->dueRules.rules != now.dueRules.rules || m_rulebook->dueRules.holidays != now.dueRules.holidays)
            return nullptr;
        const Result<QByteArray> pack = fileContent(m_path);
        return pack && *pack == m_pack ? m_rulebook : nullptr;
    }

    void keep(const std::shared_ptr<const Rulebook> &rulebook, const QString &path, const QByteArray &pack)
    {
        const QMutexLocker locked(&m_lock);
        m_rulebook = rulebook;
        m_path = path;
        m_pack = pack;
    }

private:
    QMutex m_lock;
    std::shared_ptr<const Rulebook> m_rulebook;
    QString m_path;
    QByteArray m_pack;
};

} // namespace

Result<std::shared_ptr<const Rulebook>> rulebookOfVersion(const Rulebook &now, const QString &version)
{
    static LastRead last;
    if (const std::shared_ptr<const Rulebook> same = last.of(now, version))
        return same;
    const Result<QList<PackFile>> packs = packsLyingIn(now.resources);
    const QList<PackFile> lying = packs ? *packs : QList<PackFile>();
    // of two files of the version the one by which a case would be judged
    for (auto pack = lying.crbegin(); pack != lying.crend(); ++pack) {
        if (pack->id != now.policy.id || pack->version != version)
            continue;
        const Result<QByteArray> bytes = fileContent(pack->path);
        if (!bytes)
            continue;
        PolicyReading reading = readPolicyIn(*bytes, now.resources);
        if (!reading.ok() || reading.policy.id != now.policy.id || reading.policy.version != version) // it was changed meanwhile
            continue;
        Policy policy = std::move(reading.policy);
        enterEffective(policy, now.terms);
        Evaluator evaluator(policy);
        const std::shared_ptr<const Rulebook> rulebook(new Rulebook{std::move(policy), std::move(evaluator), now.dueRules,
            now.caseSchema, now.zone, now.resources, now.terms});
        last.keep(rulebook, pack->path, *bytes);
        return rulebook;
    }
    return otherPack(version);
}

Result<std::shared_ptr<const Rulebook>> rulebookOfRound(
    const ReviewCase &content, Status status, const std::shared_ptr<const Rulebook> &now)
{
    if (isOpen(status) || content.policyVersion.isEmpty() || content.policyVersion == now->policy.version)
        return now;
    return rulebookOfVersion(*now, content.policyVersion);
}

void takeUp(ReviewCase &content, const Policy &policy)
{
    content.policyId = policy.id;
    content.policyVersion = policy.version; // whatever it was: a screen has the new name with the old answers
    for (auto answer = content.facts.begin(); answer != content.facts.end();) {
        if (isAsked(policy, answer.key(), answer.value())) {
            ++answer;
        } else {
            content.evidence.remove(answer.key()); // it showed what nobody says any more
            answer = content.facts.erase(answer);
        }
    }
    content.evidence.removeIf([&policy](const QMap<QString, Evidence>::iterator &shown) { return policy.factIndex(shown.key()) < 0; });
    content.recorded.items.removeIf(
        [&policy](const QMap<QString, QString>::iterator &item) { return !isRecorded(policy, item.key(), item.value()); });
    for (ReceivedDocument &document : content.documents) {
        if (!document.type.isEmpty() && !policy.documentationItem(document.type))
            document.type.clear();
    }
}

QStringList answersToLookAt(const ReviewCase &content, const Policy *before, const Policy &now)
{
    QStringList asked;
    for (const PolicyDifference &difference : before ? differencesBetween(*before, now) : QList<PolicyDifference>()) {
        if (difference.part == PolicyDifference::Part::Fact &&
            (difference.decides || difference.aspect == QLatin1String("question")))
            asked << difference.id;
    }
    QStringList again;
    for (auto answer = content.facts.cbegin(); answer != content.facts.cend(); ++answer) {
        if (asked.contains(answer.key()) || !isAsked(now, answer.key(), answer.value()))
            again << answer.key();
    }
    return again;
}

} // namespace reviewdesk
