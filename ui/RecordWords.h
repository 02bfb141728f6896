#pragma once

#include <QTranslator>

namespace reviewdesk {

/// Within its life the words of this thread are those of the record, English, whatever the screen's language: a file
/// for an appeal is in one language throughout. The dates and numbers in it are its writer's to say.
class RecordWords {
public:
    RecordWords();
    ~RecordWords();
    RecordWords(const RecordWords &) = delete;
    RecordWords &operator=(const RecordWords &) = delete;

    static bool areWanted(); ///< on this thread
};

/// The words of the screen, which stand back where those of the record are wanted.
class ScreenTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    QString translate(const char *context, const char *sourceText, const char *disambiguation, int n) const override;
};

} // namespace reviewdesk
