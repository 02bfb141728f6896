#include "store/Samples.h"

#include "cases/CaseFile.h"
#include "cases/PackVersions.h"
#include "store/Stored.h"

#include <QCoreApplication>

#include <limits>
#include <random>

namespace reviewdesk {

namespace {

constexpr int largestSample = 1000;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Samples)
};

Error invalid(const QString &message, const QString &place = {})
{
    return {QStringLiteral("invalid"), message, place};
}

/// What the second reviewer gets: all that came with the request, nothing that the first review found.
ReviewCase blinded(const ReviewCase &first)
{
    ReviewCase fresh = first;
    fresh.facts.clear();
    fresh.evidence.clear();
    fresh.recorded = {};
    fresh.nurseNote.clear();
    fresh.determination = {};
    return fresh;
}

} // namespace

QStringList drawn(QStringList among, int size, quint32 seed)
{
    // Fisher and Yates, with the engine's own numbers: the standard's distributions differ from library to library.
    constexpr quint32 most = std::numeric_limits<quint32>::max();
    std::mt19937 engine(seed);
    const qsizetype count = qMin(qsizetype{size}, among.size());
    for (qsizetype at = 0; at < count; ++at) {
        const auto left = static_cast<quint32>(among.size() - at);
        const quint32 fair = most - most % left;
        quint32 number = 0;
        do {
            number = static_cast<quint32>(engine());
        } while (number >= fair);
        among.swapItemsAt(at, at + static_cast<qsizetype>(number % left));
    }
    return among.mid(0, count);
}

Samples::Samples(Database &database, Uuid7 &uuids, const Rulebook &rulebook)
    : m_database(database), m_uuids(uuids), m_rulebook(rulebook)
{
}

/// In the order of the case numbers, so that a seed draws the same again.
Result<QStringList> Samples::population(const SampleWish &wish)
{
    const QString outcome = wish.outcome ? toWord(*wish.outcome) : QString();
    QStringList ids;
    const Result<void> read = m_database.each(
        QStringLiteral("SELECT id FROM cases WHERE status IN ('approved', 'denied') AND (? = '' OR status = ?)"
                       " AND saved_at >= ? AND saved_at < ? AND (? = '' OR prepared_by = ?)"
                       " AND prepared_by <> ? AND changed_by <> ? ORDER BY number"),
        {stored(outcome), stored(outcome), stored(wish.from.startOfDay(m_rulebook.zone)),
            stored(wish.until.addDays(1).startOfDay(m_rulebook.zone)), stored(wish.nurseId), stored(wish.nurseId),
            wish.reviewerId, wish.reviewerId},
        [&](const Database::Row &row) -> Result<void> {
            ids.append(row.at(0).toString());
            return {};
        });
    if (!read)
        return read.error();
    return ids;
}

Result<QualitySample> Samples::draw(const SampleWish &wish, const Occasion &occasion)
{
    if (occasion.by.role != Role::Supervisor)
        return Error{QStringLiteral("role"), Say::tr("A supervisor draws samples."), {}};
    if (wish.size < 1 || wish.size > largestSample)
        return invalid(Say::tr("A sample has from 1 to %1 cases.").arg(largestSample), QStringLiteral("/size"));
    if (!wish.from.isValid() || !wish.until.isValid() || wish.from > wish.until)
        return invalid(Say::tr("The period ends before it begins."), QStringLiteral("/from"));
    if (wish.outcome && *wish.outcome != Decision::Approved && *wish.outcome != Decision::Denied)
        return invalid(Say::tr("Samples are drawn from approved and denied cases."), QStringLiteral("/outcome"));
    return m_database.transaction([&]() -> Result<QualitySample> {
        const Result<QStringList> among = population(wish);
        if (!among)
            return among.error();
        if (among->isEmpty())
            return Error{QStringLiteral("empty"),
                Say::tr("No case fits: nothing was decided then, or the reviewer took part in all of it."), {}};
        const QStringList chosen = drawn(*among, wish.size, wish.seed);
        QualitySample sample;
        sample.id = m_uuids.next(occasion.at);
        sample.wish = wish;
        sample.drawnBy = occasion.by.name;
        sample.drawnAt = occasion.at;
        sample.population = static_cast<int>(among->size());
        sample.drawn = static_cast<int>(chosen.size());
        const Result<void> kept = m_database.run(
            QStringLiteral("INSERT INTO samples (id, seed, wanted, nurse, outcome, from_at, until_at, reviewer,"
                           " population, drawn_by, drawn_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {sample.id, qint64{wish.seed}, wish.size,
                wish.nurseId.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(wish.nurseId),
                stored(wish.outcome ? toWord(*wish.outcome) : QString()),
                stored(wish.from.startOfDay(m_rulebook.zone)),
                stored(wish.until.addDays(1).startOfDay(m_rulebook.zone)), wish.reviewerId, sample.population,
                occasion.by.id, stored(occasion.at)});
        if (!kept)
            return kept.error();
        for (qsizetype at = 0; at < chosen.size(); ++at) {
            const Result<void> added = m_database.run(
                QStringLiteral("INSERT INTO sampled_cases (sample_id, position, case_id, round)"
                               " SELECT ?, ?, id, current_round FROM cases WHERE id = ?"),
                {sample.id, at + 1, chosen.at(at)});
            if (!added)
                return added.error();
        }
        return sample;
    });
}

Result<QList<QualitySample>> Samples::all(const Occasion &occasion)
{
    QList<QualitySample> samples;
    const Result<void> read = m_database.each(
        QStringLiteral(
            "SELECT samples.id, samples.seed, samples.wanted, coalesce(samples.nurse, ''), coalesce(nurse.name, ''),"
            " samples.outcome, samples.from_at, samples.until_at, samples.reviewer, reviewer.name, samples.population,"
            " drawer.name, samples.drawn_at,"
            " (SELECT count(*) FROM sampled_cases WHERE sample_id = samples.id),"
            " (SELECT count(finished_at) FROM sampled_cases WHERE sample_id = samples.id)"
            " FROM samples JOIN users AS reviewer ON reviewer.id = samples.reviewer"
            " JOIN users AS drawer ON drawer.id = samples.drawn_by LEFT JOIN users AS nurse ON nurse.id = samples.nurse"
            " WHERE ? = 1 OR samples.reviewer = ? ORDER BY samples.drawn_at DESC, samples.id DESC"),
        {occasion.by.role == Role::Supervisor ? 1 : 0, occasion.by.id}, [&](const Database::Row &row) -> Result<void> {
            QualitySample sample;
            sample.id = row.at(0).toString();
            sample.wish.seed = static_cast<quint32>(row.at(1).toLongLong());
            sample.wish.size = row.at(2).toInt();
            sample.wish.nurseId = row.at(3).toString();
            sample.nurse = row.at(4).toString();
            sample.wish.outcome = decisionFromWord(row.at(5).toString());
            sample.wish.from = storedInstant(row.at(6)).toTimeZone(m_rulebook.zone).date();
            sample.wish.until = storedInstant(row.at(7)).toTimeZone(m_rulebook.zone).addMSecs(-1).date();
            sample.wish.reviewerId = row.at(8).toString();
            sample.reviewer = row.at(9).toString();
            sample.population = row.at(10).toInt();
            sample.drawnBy = row.at(11).toString();
            sample.drawnAt = storedInstant(row.at(12));
            sample.drawn = row.at(13).toInt();
            sample.finished = row.at(14).toInt();
            samples.append(sample);
            return {};
        });
    if (!read)
        return read.error();
    return samples;
}

Result<ReviewCase> Samples::contentOf(const QByteArray &json, const QString &number) const
{
    CaseReading reading = readCase(json, m_rulebook.policy, m_rulebook.caseSchema, CaseSource::Workspace);
    if (!reading.ok())
        return damagedCase(number, reading.problems.constFirst());
    return std::move(reading.reviewCase);
}

/// The second review's content as its reviewer sees it.
Result<ReviewCase> Samples::secondOf(const Row &row) const
{
    const bool isBegun = !row.second.isEmpty();
    Result<ReviewCase> content = contentOf(isBegun ? row.second : row.first, row.number);
    if (!content)
        return content;
    ReviewCase shown = isBegun ? std::move(content).value() : blinded(*content);
    shown.number = row.number;
    return shown;
}

Result<void> Samples::checkPack(const Row &row) const
{
    return checkVersion(m_rulebook, row.policyVersion, row.policyBegins);
}

Result<QList<SampledCase>> Samples::cases(const QString &sampleId, const Occasion &occasion)
{
    struct Raw {
        SampledCase sampled;
        QByteArray first;
        QByteArray second;
    };
    QList<Raw> raws;
    const Result<void> read = m_database.each(
        QStringLiteral(
            "SELECT sampled_cases.position, cases.id, cases.number, sampled_cases.round, cases.member_name, users.name,"
            " sampled_cases.started_at, sampled_cases.finished_at, rounds.content, coalesce(sampled_cases.content, '')"
            " FROM sampled_cases JOIN samples ON samples.id = sampled_cases.sample_id"
            " JOIN cases ON cases.id = sampled_cases.case_id JOIN users ON users.id = cases.prepared_by"
            " JOIN rounds ON rounds.case_id = sampled_cases.case_id AND rounds.number = sampled_cases.round"
            " WHERE sampled_cases.sample_id = ? AND (? = 1 OR samples.reviewer = ?) ORDER BY sampled_cases.position"),
        {stored(sampleId), occasion.by.role == Role::Supervisor ? 1 : 0, occasion.by.id},
        [&](const Database::Row &row) -> Result<void> {
            Raw raw;
            raw.sampled.sampleId = sampleId;
            raw.sampled.position = row.at(0).toInt();
            raw.sampled.caseId = row.at(1).toString();
            raw.sampled.number = row.at(2).toString();
            raw.sampled.round = row.at(3).toInt();
            raw.sampled.member = row.at(4).toString();
            if (!row.at(6).isNull())
                raw.sampled.startedAt = storedInstant(row.at(6));
            if (!row.at(7).isNull()) {
                raw.sampled.finishedAt = storedInstant(row.at(7));
                raw.sampled.preparedBy = row.at(5).toString();
                raw.first = row.at(8).toString().toUtf8();
                raw.second = row.at(9).toString().toUtf8();
            }
            raws.append(raw);
            return {};
        });
    if (!read)
        return read.error();
    QList<SampledCase> cases;
    for (Raw &raw : raws) {
        if (!raw.first.isEmpty()) {
            Result<ReviewCase> first = contentOf(raw.first, raw.sampled.number);
            Result<ReviewCase> second = contentOf(raw.second, raw.sampled.number);
            if (!first || !second)
                return first ? second.error() : first.error();
            raw.sampled.first = std::move(first).value();
            raw.sampled.second = std::move(second).value();
        }
        cases.append(raw.sampled);
    }
    return cases;
}

Result<Samples::Row> Samples::row(const QString &sampleId, int position)
{
    const Result<Database::Row> read = m_database.row(
        QStringLiteral(
            "SELECT sampled_cases.case_id, cases.number, sampled_cases.round, rounds.content,"
            " coalesce(sampled_cases.content, ''), sampled_cases.page, sampled_cases.started_at, sampled_cases.saved_at,"
            " sampled_cases.finished_at, samples.reviewer, sampled_cases.row_version,"
            " rounds.policy_version, rounds.policy_begins FROM sampled_cases"
            " JOIN samples ON samples.id = sampled_cases.sample_id JOIN cases ON cases.id = sampled_cases.case_id"
            " JOIN rounds ON rounds.case_id = sampled_cases.case_id AND rounds.number = sampled_cases.round"
            " WHERE sampled_cases.sample_id = ? AND sampled_cases.position = ?"),
        {stored(sampleId), position});
    if (!read)
        return read.error();
    if (read->isEmpty())
        return Error{QStringLiteral("not_found"), Say::tr("This case is not in the sample."), {}};
    Row row;
    row.caseId = read->at(0).toString();
    row.number = read->at(1).toString();
    row.round = read->at(2).toInt();
    row.first = read->at(3).toString().toUtf8();
    row.second = read->at(4).toString().toUtf8();
    row.page = read->at(5).toString();
    const auto instant = [](const QVariant &value) { return value.isNull() ? QDateTime() : storedInstant(value); };
    row.startedAt = instant(read->at(6));
    row.savedAt = instant(read->at(7));
    row.finishedAt = instant(read->at(8));
    row.reviewer = read->at(9).toString();
    row.version = read->at(10).toLongLong();
    row.policyVersion = read->at(11).toString();
    row.policyBegins = QDate::fromString(read->at(12).toString(), Qt::ISODate);
    return row;
}

/// The row while its review is this person's to write.
Result<Samples::Row> Samples::mine(const QString &sampleId, int position, const Occasion &occasion)
{
    Result<Row> found = row(sampleId, position);
    if (!found)
        return found;
    if (found->reviewer != occasion.by.id)
        return Error{QStringLiteral("role"), Say::tr("This second review is somebody else's."), {}};
    if (found->finishedAt.isValid())
        return Error{QStringLiteral("status"), Say::tr("This second review is finished."), {}};
    return found;
}

/// The row as it was when it was last seen, held until the transaction ends.
Result<Samples::Row> Samples::seen(const QString &sampleId, int position, qint64 version, const Occasion &occasion)
{
    if (Result<void> held = m_database.hold(sampleId); !held)
        return held.error();
    Result<Row> found = mine(sampleId, position, occasion);
    if (found && found->version != version)
        return Error{QStringLiteral("stale"),
            Say::tr("This second review was saved in another window meanwhile. Nothing was overwritten."), {}};
    return found;
}

Result<StoredCase> Samples::review(const QString &sampleId, int position, const Occasion &occasion)
{
    const Result<Row> found = mine(sampleId, position, occasion);
    if (!found)
        return found.error();
    Result<ReviewCase> content = secondOf(*found);
    if (!content)
        return content.error();
    StoredCase draft;
    draft.id = found->caseId;
    draft.rowVersion = found->version;
    draft.round = found->round;
    draft.status = Status::Draft;
    draft.reviewCase = std::move(content).value();
    draft.preparedBy = occasion.by.person();
    draft.page = found->page;
    draft.createdAt = found->startedAt;
    draft.savedAt = found->savedAt;
    if (const Result<void> pack = checkPack(*found); !pack)
        draft.onlyRead = pack.error();
    return draft;
}

Result<StoredCase> Samples::save(
    const QString &sampleId, int position, const StoredCase &draft, const Occasion &occasion)
{
    return m_database.transaction([&]() -> Result<StoredCase> {
        const Result<Row> found = seen(sampleId, position, draft.rowVersion, occasion);
        if (!found)
            return found.error();
        StoredCase next = draft;
        const QByteArray json = canonicalJson(toJson(next.reviewCase, m_rulebook.policy));
        if (json == found->second) { // where it was left is no change of it
            const Result<void> turned = m_database.run(
                QStringLiteral("UPDATE sampled_cases SET page = ? WHERE sample_id = ? AND position = ?"),
                {stored(next.page), sampleId, position});
            return turned ? Result<StoredCase>(next) : Result<StoredCase>(turned.error());
        }
        if (const Result<void> pack = checkPack(*found); !pack) {
            const Result<ReviewCase> seenBefore = secondOf(*found);
            if (seenBefore && *seenBefore == next.reviewCase) // another page of what nobody began: nothing is kept
                return next;
            return pack.error();
        }
        next.savedAt = occasion.at;
        next.rowVersion = found->version + 1;
        const Result<void> kept = m_database.run(
            QStringLiteral("UPDATE sampled_cases SET content = ?, page = ?, saved_at = ?, row_version = ?,"
                           " started_at = coalesce(started_at, ?) WHERE sample_id = ? AND position = ?"),
            {QString::fromUtf8(json), stored(next.page), stored(occasion.at), next.rowVersion, stored(occasion.at),
                sampleId, position});
        if (!kept)
            return kept.error();
        return next;
    });
}

Result<void> Samples::finish(const QString &sampleId, int position, qint64 version, const Occasion &occasion)
{
    return m_database.transaction([&]() -> Result<void> {
        const Result<Row> found = seen(sampleId, position, version, occasion);
        if (!found)
            return found.error();
        if (found->second.isEmpty())
            return Error{QStringLiteral("incomplete"), Say::tr("Answer the questions first."), {}};
        if (const Result<void> pack = checkPack(*found); !pack)
            return pack;
        const Result<ReviewCase> second = contentOf(found->second, found->number);
        if (!second)
            return second.error();
        std::shared_ptr<const Rulebook> earlier; // the version of the first review, where it is another and is there
        if (second->policyVersion != m_rulebook.policy.version) {
            if (const auto own = rulebookOfVersion(m_rulebook, second->policyVersion); own)
                earlier = *own;
        }
        const Rulebook &rules = earlier ? *earlier : m_rulebook;
        if (!viewOf(*second, rules).interview.openChoices(rules.policy).empty())
            return Error{
                QStringLiteral("open_choices"), Say::tr("Every choice question that is shown needs an answer."), {}};
        return m_database.run(QStringLiteral("UPDATE sampled_cases SET finished_at = ?, row_version = row_version + 1"
                                             " WHERE sample_id = ? AND position = ?"),
            {stored(occasion.at), sampleId, position});
    });
}

} // namespace reviewdesk
