#pragma once

#include <QList>

namespace reviewdesk::worklistSql {

// Every statement that reads the worklist, whole. A test lets SQLite explain each of them and refuses a walk through the
// cases and a sort of its own.

inline constexpr char maxRow[] = "SELECT coalesce(max(seq), 0) FROM cases";
inline constexpr char base[] = "SELECT generation, cases FROM worklist_base";
inline constexpr char codes[] = "SELECT id, codes FROM worklist_codes WHERE id BETWEEN ? AND ? ORDER BY id";
inline constexpr char words[] = "SELECT code, word FROM worklist_words WHERE column = ?";
inline constexpr char steps[] = "SELECT code, value, seq FROM worklist_steps WHERE column = ?";
inline constexpr char users[] = "SELECT id, name FROM users";

// The columns' words and values of one row, as WorklistColumns takes them.
#define REVIEWDESK_LISTED                                                                                              \
    "cases.seq, status, line_of_business, plan_state, expedited, procedure, outcome_tone, outcome, plan_words, "       \
    "prepared_by, coalesce(assigned, ''), letters, unprinted, due_at, saved_at, member_folded, member_id, "            \
    "provider_folded, cases.folded"
inline constexpr char changed[] = "SELECT " REVIEWDESK_LISTED ", worklist_changed.folded FROM worklist_changed"
                                  " CROSS JOIN cases ON cases.seq = worklist_changed.seq";
inline constexpr char unchangedRows[] =
    "SELECT " REVIEWDESK_LISTED " FROM cases WHERE cases.seq BETWEEN ? AND ?"
    " AND NOT EXISTS (SELECT 1 FROM worklist_changed WHERE worklist_changed.seq = cases.seq) ORDER BY cases.seq";

// The rows between two places of an order.
inline constexpr char byDue[] =
    "SELECT seq FROM cases WHERE (due_at, seq) >= (?, ?) AND (due_at, seq) < (?, ?) ORDER BY due_at, seq";
inline constexpr char bySaved[] =
    "SELECT seq FROM cases WHERE (saved_at, seq) >= (?, ?) AND (saved_at, seq) < (?, ?) ORDER BY saved_at, seq";
inline constexpr char byMember[] = "SELECT seq FROM cases WHERE (member_folded, seq) >= (?, ?) AND (member_folded, seq)"
                                   " < (?, ?) ORDER BY member_folded, seq";
inline constexpr char byMemberId[] =
    "SELECT seq FROM cases WHERE (member_id, seq) >= (?, ?) AND (member_id, seq) < (?, ?) ORDER BY member_id, seq";
inline constexpr char byProvider[] = "SELECT seq FROM cases WHERE (provider_folded, seq) >= (?, ?) AND"
                                     " (provider_folded, seq) < (?, ?) ORDER BY provider_folded, seq";
// The same with the values, to make steps of.
inline constexpr char valuesByDue[] =
    "SELECT seq, due_at FROM cases WHERE (due_at, seq) >= (?, ?) AND (due_at, seq) < (?, ?) ORDER BY due_at, seq";
inline constexpr char valuesBySaved[] = "SELECT seq, saved_at FROM cases WHERE (saved_at, seq) >= (?, ?) AND"
                                        " (saved_at, seq) < (?, ?) ORDER BY saved_at, seq";
inline constexpr char valuesByMember[] = "SELECT seq, member_folded FROM cases WHERE (member_folded, seq) >= (?, ?) AND"
                                         " (member_folded, seq) < (?, ?) ORDER BY member_folded, seq";
inline constexpr char valuesByMemberId[] = "SELECT seq, member_id FROM cases WHERE (member_id, seq) >= (?, ?) AND"
                                           " (member_id, seq) < (?, ?) ORDER BY member_id, seq";
inline constexpr char valuesByProvider[] = "SELECT seq, provider_folded FROM cases WHERE (provider_folded, seq) >="
                                           " (?, ?) AND (provider_folded, seq) < (?, ?) ORDER BY provider_folded, seq";

inline constexpr char row[] =
    "SELECT id, number, status, member_name, member_id, provider_name, procedure, outcome, outcome_tone, plan_words,"
    " expedited, due_at, prepared_by, saved_at, coalesce(assigned, ''), line_of_business, plan_state"
    " FROM cases WHERE seq = ?";
inline constexpr char idOfRow[] = "SELECT id FROM cases WHERE seq = ?";
inline constexpr char rowOfId[] = "SELECT seq FROM cases WHERE id = ?";

inline constexpr char trigrams[] = "SELECT rowid FROM case_search WHERE case_search MATCH ?";
inline constexpr char grams[] = "SELECT id, members FROM worklist_grams WHERE id BETWEEN ? AND ? ORDER BY id";
inline constexpr char firstNumber[] = "SELECT min(number) FROM cases";
inline constexpr char lastNumber[] = "SELECT max(number) FROM cases";
inline constexpr char byNumber[] = "SELECT seq FROM cases WHERE number >= ? AND number < ?";
inline constexpr char foldedOf[] = "SELECT folded FROM cases WHERE seq = ?";
inline constexpr char letterCode[] = "SELECT cases.seq FROM letters JOIN cases ON cases.id = letters.case_id"
                                     " WHERE letters.digest >= ? AND letters.digest < ?";

inline const QList<const char *> reading{maxRow, base, codes, words, steps, changed, byDue, bySaved, byMember,
    byMemberId, byProvider, valuesByDue, valuesBySaved, valuesByMember, valuesByMemberId, valuesByProvider, row,
    idOfRow, rowOfId, trigrams, grams, firstNumber, lastNumber, byNumber, foldedOf, letterCode};

} // namespace reviewdesk::worklistSql
