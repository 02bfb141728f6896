#pragma once

#include "cases/ReviewCase.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace reviewdesk {

/// A provision of the member's contract: where it stands and its words.
class ProvisionEntries : public QWidget {
    Q_OBJECT
public:
    explicit ProvisionEntries(QWidget *parent = nullptr);

    void load(const std::optional<ContractProvision> &kept);
    void setTyped(const QString &citation, const QString &words);
    void store(Determination &determination) const; ///< no citation: no provision
    QString problem() const; ///< one of the two is missing; empty: both or neither
    QString lacking() const; ///< one of the two is missing, or both
    bool isChanged() const; ///< against what was loaded
    QString citation() const;
    QString words() const;

Q_SIGNALS:
    void edited(); ///< by a person or by setTyped()

private:
    QLineEdit *m_citation;
    QPlainTextEdit *m_words;
    ContractProvision m_kept;
};

} // namespace reviewdesk
