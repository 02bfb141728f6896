#pragma once

#include "cases/CaseFile.h"
#include "cases/Rulebook.h"

#include <QFile>
#include <QTimeZone>
#include <QtTest>

namespace reviewdesk::fixture {

inline QByteArray content(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

/// The rulebook that ships, in a west coast plan's zone.
inline const Rulebook &rulebook()
{
    static const std::shared_ptr<const Rulebook> book = [] {
        const auto loaded = loadRulebook(QStringLiteral(RESOURCES), QTimeZone("America/Los_Angeles"));
        if (!loaded.ok())
            qFatal("%s: %s", qPrintable(loaded.error().place), qPrintable(loaded.error().message));
        return *loaded;
    }();
    return *book;
}

inline CaseReading read(const QByteArray &json)
{
    return readCase(json, rulebook().policy, rulebook().caseSchema);
}

/// A case with all that a decision needs, and these facts ("progressive": null, ...).
inline ReviewCase caseWith(const QByteArray &facts)
{
    const CaseReading reading = read(R"({"received_at":"2026-11-20T09:10:00-08:00","channel":"fax","urgency":"standard",
        "timing":"pre_service","line_of_business":"commercial_insured","state":"WA",
        "member":{"name":"Ana Example","birth_date":"1961-04-02","member_id":"X1234567"},
        "provider":{"name":"Lee Example, MD","npi":"1234567893"},
        "service":{"procedure_codes":["S2095"],"diagnosis_codes":["C78.7"],"planned_on":"2026-12-04"},
        "facts":)" +
        facts + "}");
    if (!reading.ok())
        qFatal("%s: %s", qPrintable(reading.problems.first().place), qPrintable(reading.problems.first().message));
    return reading.reviewCase;
}

inline constexpr char colorectalMet[] =
    R"({"procedure":"radioembolization","location":"liver","tumor_origin":"metastatic",
    "metastatic_type":"colorectal","unresectable":true,"liver_dominant":true,"diffuse":true,"progressive":true,
    "chemotherapy_refractory":true})";
inline constexpr char colorectalNotProgressive[] = R"({"procedure":"radioembolization","location":"liver",
    "tumor_origin":"metastatic","metastatic_type":"colorectal","unresectable":true,"liver_dominant":true,"diffuse":true,
    "progressive":false,"chemotherapy_refractory":true})";
inline constexpr char colorectalOpen[] =
    R"({"procedure":"radioembolization","location":"liver","tumor_origin":"metastatic",
    "metastatic_type":"colorectal","unresectable":true,"liver_dominant":true,"diffuse":true,"progressive":null,
    "chemotherapy_refractory":true})";
/// Adverse for every melanoma type, as the disease is resectable; the type itself is open.
inline constexpr char melanomaTypeOpen[] = R"({"procedure":"radioembolization","location":"liver",
    "tumor_origin":"metastatic","metastatic_type":"melanoma","melanoma_type":null,"unresectable":false})";

} // namespace reviewdesk::fixture
