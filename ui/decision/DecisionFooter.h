#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace reviewdesk {

/// The foot of a case's page: what else can be opened at the left, the steps at the right, and between them why the last of
/// them cannot be taken; above them, where large text or many buttons leave no room to read it.
class DecisionFooter : public QFrame {
    Q_OBJECT
public:
    explicit DecisionFooter(QWidget *parent = nullptr);

    void addAside(QPushButton *button);
    void addStep(QPushButton *button);
    void saysWhy(); ///< it has a step that can be refused
    void say(const QString &why); ///< is announced

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QVBoxLayout *m_rows;
    QHBoxLayout *m_row;
    int m_asides = 0; ///< buttons at the left; what keeps the steps at the right comes after them
    QLabel *m_why = nullptr;
    bool m_isAbove = true;
};

} // namespace reviewdesk
