#pragma once

#include "cases/Rulebook.h"

#include <QList>
#include <QMap>

#include <random>

namespace reviewdesk {

/// Numbers that are the same on every computer for the same seed.
class SampleDice {
public:
    explicit SampleDice(quint32 seed) : m_engine(seed) { }

    /// A whole number from `least` to `most`, both included.
    int between(int least, int most)
    {
        return least + static_cast<int>(m_engine() % static_cast<quint32>(most - least + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }
    template <typename List> const auto &pick(const List &list)
    {
        Q_ASSERT(!list.isEmpty());
        return list.at(between(0, static_cast<int>(list.size()) - 1));
    }

private:
    std::mt19937 m_engine;
};

struct SampleQuote {
    QString document;
    QString quote;
};

struct SampleTexts {
    QString plainReason;
    QString rationale;
};

/// A clinical story of the material: what the record shows, what is asked for, and the words for each way it can end.
struct SampleScenario {
    QString id;
    ReviewCase content; ///< facts, recorded items and diagnosis codes
    QList<QStringList> procedureCodes; ///< one of these
    QMap<QString, SampleQuote> quotes; ///< by fact: instead of the common ones
    QStringList withoutDocuments;
    QMap<QString, SampleTexts> texts; ///< by "approved", "denied", "exception", "pended"
    std::optional<OutcomeEffect> effect; ///< nothing: undetermined
};

struct SamplePlace {
    QString city;
    QString state;
    QString zip;
    QString areaCode;
};

/// Everything that invented cases are made of: resources/samples/practice-caseload.json.
struct SampleMaterial {
    QStringList given;
    QStringList family;
    QStringList wholeNames;
    QStringList streets;
    QStringList hospitals;
    QStringList languages;
    QList<SamplePlace> places;
    QMap<QString, QStringList> plans; ///< by line of business
    QMap<QString, QStringList> documentTitles; ///< by document type
    QMap<QString, QMap<QString, QList<SampleQuote>>> quotes; ///< by fact and value
    SampleTexts withdrawal;
    QMap<QString, QStringList> afterwards; ///< "appeals", "remarks", …: what people say after a case was brought in
    QList<SampleScenario> scenarios;
};

/// Reads and checks the material in the rulebook's resources against its schema, and each scenario as a case file.
Result<SampleMaterial> readSampleMaterial(const Rulebook &rulebook);

} // namespace reviewdesk
