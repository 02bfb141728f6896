#pragma once

#include "cases/SampleMaterial.h"
#include "store/CaseRepository.h"
#include "store/Statement.h"

#include <map>

namespace reviewdesk {

/// A case that was brought in by the steps that people take, with its content after each of them.
struct RecordedCase {
    StoredCase stored; ///< as it stands
    QList<QByteArray> contents; ///< canonical JSON after each entry of its history
};

/// Invented cases by the hundred thousand: each is a recorded one, of other people and earlier weeks. Their rounds,
/// histories, clocks and projections are those that the same steps leave, and the database's own rules look at every
/// one of them; what a person's work would prove again each time (roles, policy) was proved by the recorded case.
/// No letters.
class BulkCases {
public:
    BulkCases(
        Database &database, const Signers &signers, Uuid7 &uuids, const Rulebook &rulebook, quint32 seed);

    /// Takes what was recorded as patterns; reads the rest of them from the database.
    Result<void> learn(const QList<RecordedCase> &recorded);
    /// Brings in `count` cases in one transaction, of which `done` out of `of` are there already: the older ones first.
    Result<void> bringIn(int count, int done, int of);

private:
    /// A text with places for what differs from case to case.
    struct Template {
        enum class Slot { End, Number, Authorization, Member, MemberId, Provider, Date };
        struct Piece {
            QByteArray words;
            Slot then = Slot::End;
            QDate date; ///< of Slot::Date
        };
        std::vector<Piece> pieces;
    };
    struct Step {
        QString action;
        QString comment;
        QString userId;
        QString userName;
        qint64 at = 0;
        Template changes;
        Template content;
    };
    struct Pattern {
        StoredCase stored;
        std::vector<Step> steps;
        QByteArray evaluation;
        CaseSummary summary;
        QString authorization;
        std::vector<std::tuple<QByteArray, qint64, QByteArray>> clock; ///< kind, instant, user
    };
    struct Invented {
        int weeks = 0; ///< earlier than the pattern
        QString id;
        QByteArray number;
        QByteArray authorization;
        QString member;
        QByteArray memberId;
        QString provider;
    };

    Result<void> learn(const RecordedCase &recorded);
    static Template templateOf(const QByteArray &text, const Pattern &pattern);
    static QByteArray filled(const Template &text, const Invented &invented);
    const Pattern &choose(int position, int of);
    Invented invent(const Pattern &pattern, int position, int of);
    Result<QByteArray> nextNumber(const char *name, const char *prefix, const QDateTime &at);
    Result<void> keepNumbers();
    Result<void> insert(const Pattern &pattern, const Invented &invented);
    Result<void> insertCase(const Pattern &pattern, const Invented &invented, const QDateTime &dueAt,
        const QDateTime &waitUntil);
    Result<void> insertHistory(const Pattern &pattern, const Invented &invented);
    Result<void> takeSteps(const Pattern &pattern, const Invented &invented);
    QString personName();
    Result<void> run(const char *sql, const Statement::Values &values);

    Database &m_database;
    const Signers &m_signers; ///< of everybody whom the histories name
    Statements m_statements;
    Uuid7 &m_uuids;
    const Rulebook &m_rulebook;
    SampleDice m_dice;
    SampleMaterial m_material;
    std::vector<Pattern> m_open;
    std::vector<Pattern> m_closed;
    std::map<std::pair<QByteArray, int>, qint64> m_numbers; ///< last given, by name and year
};

} // namespace reviewdesk
