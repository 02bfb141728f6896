#pragma once

#include <QList>

#include <array>

namespace reviewdesk::worklistSql {

// Every statement that reads the worklist, whole. A test lets SQLite explain each of them and refuses a walk through the
// cases and a sort of its own.

inline constexpr char begin[] = "BEGIN";
inline constexpr char commit[] = "COMMIT";
inline constexpr char version[] = "PRAGMA data_version"; // another one: somebody else wrote
inline constexpr char maxRow[] = "SELECT coalesce(max(seq), 0) FROM cases";
inline constexpr char base[] = "SELECT generation, cases FROM worklist_base";
inline constexpr char codes[] = "SELECT id, codes FROM worklist_codes WHERE id BETWEEN ? AND ? ORDER BY id";
inline constexpr char words[] = "SELECT code, word FROM worklist_words WHERE column = ?";
inline constexpr char steps[] = "SELECT code, value, seq FROM worklist_steps WHERE column = ?";
inline constexpr char users[] = "SELECT id, name FROM users";

// The columns' words and values of one row, as WorklistColumns takes them.
#define REVIEWDESK_LISTED                                                                                              \
    "cases.seq, status, line_of_business, plan_state, expedited, procedure, outcome_tone, outcome, plan_words, "       \
    "prepared_by, coalesce(assigned, ''), letters, unprinted + unissued, due_at, saved_at, member_folded, member_id, "            \
    "provider_folded, cases.folded"
inline constexpr char changed[] = "SELECT " REVIEWDESK_LISTED ", worklist_changed.folded FROM worklist_changed"
                                  " CROSS JOIN cases ON cases.seq = worklist_changed.seq";
inline constexpr char unchangedRows[] =
    "SELECT " REVIEWDESK_LISTED " FROM cases WHERE cases.seq BETWEEN ? AND ?"
    " AND NOT EXISTS (SELECT 1 FROM worklist_changed WHERE worklist_changed.seq = cases.seq) ORDER BY cases.seq";

// A row as it is shown.
#define REVIEWDESK_SHOWN                                                                                               \
    "id, number, status, member_name, member_id, provider_name, procedure, outcome, outcome_tone, plan_words,"         \
    " expedited, due_at, prepared_by, saved_at, assigned, line_of_business, plan_state"
// Rows in an order: between two places, upwards and from behind; and from a value on with what is shown of them.
#define REVIEWDESK_BETWEEN(column) " FROM cases WHERE (" column ", seq) >= (?, ?) AND (" column ", seq) < (?, ?)"
#define REVIEWDESK_ORDERED(column)                                                                                     \
    {"SELECT seq, " column REVIEWDESK_BETWEEN(column) " ORDER BY " column ", seq",                                     \
        "SELECT seq, " column REVIEWDESK_BETWEEN(column) " ORDER BY " column " DESC, seq DESC",                        \
        "SELECT seq, " column ", " REVIEWDESK_SHOWN " FROM cases WHERE " column " >= ? ORDER BY " column ", seq",      \
        "SELECT seq, " column ", " REVIEWDESK_SHOWN " FROM cases WHERE " column " <= ? ORDER BY " column               \
        " DESC, seq DESC"}
using Walks = std::array<const char *, 4>;
inline constexpr Walks byDue = REVIEWDESK_ORDERED("due_at");
inline constexpr Walks bySaved = REVIEWDESK_ORDERED("saved_at");
inline constexpr Walks byMember = REVIEWDESK_ORDERED("member_folded");
inline constexpr Walks byMemberId = REVIEWDESK_ORDERED("member_id");
inline constexpr Walks byProvider = REVIEWDESK_ORDERED("provider_folded");
// Of one status, by due date.
#define REVIEWDESK_OF_STATUS " FROM cases WHERE status = ? AND (due_at, seq) >= (?, ?) AND (due_at, seq) < (?, ?)"
inline constexpr Walks byStatusDue = {"SELECT seq, due_at" REVIEWDESK_OF_STATUS " ORDER BY due_at, seq",
    "SELECT seq, due_at" REVIEWDESK_OF_STATUS " ORDER BY due_at DESC, seq DESC",
    "SELECT seq, due_at, " REVIEWDESK_SHOWN " FROM cases WHERE status = ? AND due_at >= ? ORDER BY due_at, seq",
    "SELECT seq, due_at, " REVIEWDESK_SHOWN
    " FROM cases WHERE status = ? AND due_at <= ? ORDER BY due_at DESC, seq DESC"};
// What one row is sorted by.
inline constexpr char dueOf[] = "SELECT due_at FROM cases WHERE seq = ?";
inline constexpr char savedOf[] = "SELECT saved_at FROM cases WHERE seq = ?";
inline constexpr char memberOf[] = "SELECT member_folded FROM cases WHERE seq = ?";
inline constexpr char memberIdOf[] = "SELECT member_id FROM cases WHERE seq = ?";
inline constexpr char providerOf[] = "SELECT provider_folded FROM cases WHERE seq = ?";

inline constexpr char row[] = "SELECT " REVIEWDESK_SHOWN " FROM cases WHERE seq = ?";
inline constexpr char idOfRow[] = "SELECT id FROM cases WHERE seq = ?";
inline constexpr char rowOfId[] = "SELECT seq FROM cases WHERE id = ?";

inline constexpr char waitsOver[] = "SELECT seq FROM cases INDEXED BY cases_waits WHERE status = 'pended' AND wait_until < ?";

inline constexpr char trigrams[] = "SELECT rowid FROM case_search WHERE case_search MATCH ?";
inline constexpr char grams[] = "SELECT id, members FROM worklist_grams WHERE id BETWEEN ? AND ? ORDER BY id";
inline constexpr char firstNumber[] = "SELECT min(number) FROM cases";
inline constexpr char lastNumber[] = "SELECT max(number) FROM cases";
inline constexpr char byNumber[] = "SELECT seq FROM cases WHERE number >= ? AND number < ?";
inline constexpr char foldedOf[] = "SELECT folded FROM cases WHERE seq = ?";
inline constexpr char letterCode[] = "SELECT cases.seq FROM letters JOIN cases ON cases.id = letters.case_id"
                                     " WHERE letters.digest >= ? AND letters.digest < ?";

inline const QList<const char *> reading{maxRow, base, codes, words, steps, changed, dueOf, savedOf, memberOf, memberIdOf,
    providerOf, row, idOfRow, rowOfId, waitsOver, trigrams, grams, firstNumber, lastNumber, byNumber, foldedOf, letterCode};
inline const QList<Walks> walks{byDue, bySaved, byMember, byMemberId, byProvider, byStatusDue};

} // namespace reviewdesk::worklistSql
