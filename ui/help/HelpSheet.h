#pragma once

#include <QPointer>
#include <QWidget>

namespace reviewdesk {

class HelpCard;

/// What a topic of resources/help says ("worklist", "letter", …), as Markdown, followed by the keys that work
/// everywhere ("whats-new" and "guide" have none); empty when there is no such topic. "guide" leads to the others by links,
/// without its pictures: installer/guide makes the document that has them.
QString helpText(const QString &topic);

/// The help of a page, over the window: nothing under it can be operated until it closes by Escape or its button, and
/// then the focus is where it was.
class HelpSheet : public QWidget {
    Q_OBJECT
public:
    /// `covered`: what is behind it, in the same window: the pages, and the tour over them.
    HelpSheet(const QList<QWidget *> &covered, QWidget *parent);

    void open(const QString &topic);
    void dismiss();
    bool isOpen() const { return isVisible(); }
    QString topic() const { return m_topic; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build(); ///< when it is first opened
    void fit();
    void showPage(const QString &topic); ///< that the guide leads to, with a way back to it
    void setCoveredEnabled(bool enabled);

    QList<QWidget *> m_covered;
    HelpCard *m_card = nullptr;
    QPointer<QWidget> m_before; ///< had the focus
    QString m_topic;
};

} // namespace reviewdesk
