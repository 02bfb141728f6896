#pragma once

#include <QDateTime>

namespace reviewdesk {

/// Days and times as people read them on the screen and in reports, in the language and order of QLocale(): the month
/// in words, so that no day is taken for a month. In the C locale as in 25 Nov 2026 14:05. Letters have their own
/// (letter/LetterLanguage), files for machines use ISO 8601.
QString dayPattern(); ///< of dayWords(), for a field that takes a day
QString dayWords(const QDate &day); ///< "Nov 25, 2026", "25 nov 2026"
QString dayWordsInYear(const QDate &day); ///< "Nov 25", "25 nov"
QString weekdayWords(const QDate &day); ///< "Wed, Nov 25, 2026"
QString weekdayWordsInYear(const QDate &day); ///< "Wed, Nov 25"
QString clockWords(const QTime &time); ///< "2:05 PM", "14:05"
QString clockWordsWithSeconds(const QTime &time);
/// In the zone that the instant is in.
QString weekdayAndClockWords(const QDateTime &instant);
QString dayAndClockWords(const QDateTime &instant); ///< "Nov 25, 2026 2:05 PM"

} // namespace reviewdesk
