#pragma once

#include <QLineEdit>

namespace reviewdesk {

/// What somebody puts into a line, in whatever way: keys, paste, a dictation tool, assistive technology (AT-SPI's
/// EditableText). The latter set the text as the program does, and QLineEdit::textEdited stays silent; so the program
/// says when it is the one: by show(). Fields that take over what is typed listen to this, never to textEdited.
/// A line that nobody is at shows the beginning of words that are longer than it: whose name it is, not how the name ends.
class TypedText : public QObject {
    Q_OBJECT
public:
    static TypedText *of(QLineEdit *edit); ///< goes with the line
    static void show(QLineEdit *edit, const QString &text); ///< is not taken for typed

Q_SIGNALS:
    void typed(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit TypedText(QLineEdit *edit);
    void rest();

    QLineEdit *m_edit;
    int m_at = 0; ///< where the cursor was when the line was left: there it goes on
    bool m_isResting = false; ///< at its beginning, since it was left or filled
    bool m_showing = false;
};

} // namespace reviewdesk
