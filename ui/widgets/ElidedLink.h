#pragma once

#include <QPushButton>

namespace reviewdesk {

/// A link of one line: what does not fit its width is cut with an ellipsis, and the tool tip and the accessible name
/// have it whole. Takes no more width than its words.
class ElidedLink : public QPushButton {
    Q_OBJECT
public:
    explicit ElidedLink(QWidget *parent = nullptr);

    void setWords(const QString &words); ///< plain text; an ampersand is an ampersand
    QString words() const { return m_words; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();

    QString m_words;
};

} // namespace reviewdesk
