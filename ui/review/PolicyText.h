#pragma once

#include "policy/Policy.h"

#include <QDialog>

class QTextBrowser;

namespace reviewdesk {

class CriterionLinks;

/// What the pack quotes of the policy, in the policy's own words and order, open at the place that a criterion or a
/// question stands on. Nothing here is in our words but the headings that say where a thing is quoted from.
class PolicyText : public QDialog {
    Q_OBJECT
public:
    PolicyText(const Policy &policy, const CriterionLinks &links, QWidget *parent = nullptr);

    void showWhole();
    void showCriterion(int criterion);
    void showFact(int fact); ///< its own quotation, and the criteria that read it
    QString plainText() const;
    QString markedText() const; ///< the words at the place, a line each

Q_SIGNALS:
    void wholeWanted(); ///< questions, answers, codes and notes too

private:
    void present(const QList<SourcePlace> &quoted, const std::vector<int> &criteria);
    QString quotations(const QList<SourcePlace> &quoted) const;
    QString criteriaText(const std::vector<int> &marked) const;
    QString documentationText() const;

    const Policy &m_policy;
    const CriterionLinks &m_links;
    QTextBrowser *m_text;
    QStringList m_marked;
};

} // namespace reviewdesk
