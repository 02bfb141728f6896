#pragma once

#include "store/Workshop.h"

#include <QWidget>

#include <functional>

class QListWidget;
class QStackedWidget;

namespace reviewdesk {

/// What a supervisor looks at beside the worklist: sections at the left, one at a time, each made when it is first
/// shown. Others see the second reviews that they were given, and nothing else.
class DepartmentPage : public QWidget {
    Q_OBJECT
public:
    DepartmentPage(Workshop &workshop, const Clock &clock, QWidget *parent = nullptr);

    /// One more section; `refresh` is called whenever it comes to the front again and may be empty.
    struct Section {
        QString title;
        std::function<QWidget *()> make;
        std::function<void(QWidget *)> refresh;
        QString helpTopic = QStringLiteral("department");
    };
    void addSection(Section section);
    void refresh(); ///< the section that is shown
    void goTo(const QString &title);
    QListWidget *sections() const { return m_list; }
    QWidget *current() const;
    QString helpTopic() const; ///< of the section that is shown

Q_SIGNALS:
    void caseWanted(const QString &caseId);
    void secondReviewWanted(const QString &sampleId, int position);
    /// Letters that are issued and not printed yet, of these cases, as one print job.
    void releaseWanted(const QStringList &caseIds);

private:
    void addOwnSections(Workshop &workshop, const Clock &clock);
    void showSection(int row);

    QListWidget *m_list;
    QStackedWidget *m_stack;
    QList<Section> m_sections;
    QList<QWidget *> m_pages; ///< by section; nullptr: not shown yet
};

} // namespace reviewdesk
