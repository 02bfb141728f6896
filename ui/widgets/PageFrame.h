#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace reviewdesk {

/// How the pages that hold no case are laid out: a bar with the way back to the worklist where it is asked for, a list at
/// the left, the content beside it, and a footer where something goes into it.
class PageFrame : public QWidget {
    Q_OBJECT
public:
    /// `sidebar`: its width at text scale 1, and the most that it takes of the window in larger text.
    struct Width {
        int usual = 248;
        int most = 360;
    };
    explicit PageFrame(Width sidebar, QWidget *parent = nullptr);

    void setCorner(QWidget *corner); ///< the window's account menu, at the end of the bar; takes ownership

Q_SIGNALS:
    void closed(); ///< by the way back; Escape is the desk's

protected:
    QHBoxLayout *makeBar(const QString &title); ///< for buttons at its right
    QVBoxLayout *sidebar() const { return m_sidebar; }
    QVBoxLayout *content() const { return m_content; }
    QWidget *contentArea() const;
    QHBoxLayout *makeFooter();
    /// What has the focus when the page is given it. (A focus proxy would be a stop of its own: Tab would go from the page
    /// to it, past all that stands before it.)
    void setFirstStop(QWidget *stop) { m_firstStop = stop; }
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *m_firstStop = nullptr;
    QVBoxLayout *m_column;
    QHBoxLayout *m_bar = nullptr;
    QVBoxLayout *m_sidebar;
    QVBoxLayout *m_content;
};

} // namespace reviewdesk
