#pragma once

#include <QAccessibleWidget>

namespace reviewdesk {

class LetterPreview;

/// The painted letter for assistive technology: a document that can be read word by word.
class LetterSpoken : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit LetterSpoken(LetterPreview *preview);

    /// Letters that are shown from now on can be read.
    static void install();

    void *interface_cast(QAccessible::InterfaceType type) override;
    QString text(int from, int to) const override;
    QString text(QAccessible::Text kind) const override;
    int characterCount() const override;
    QString attributes(int offset, int *from, int *to) const override;

    // It is read, not written in: no cursor, no selection.
    void selection(int, int *from, int *to) const override;
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override { }
    QRect characterRect(int) const override { return {}; }
    int offsetAtPoint(const QPoint &) const override { return -1; }
    void scrollToSubstring(int, int) override { }

private:
    QString words() const;
};

} // namespace reviewdesk
