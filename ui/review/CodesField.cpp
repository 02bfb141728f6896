#include "ui/review/CodesField.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/TypedText.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

QStringList typedCodes(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    return text.toUpper().split(between, Qt::SkipEmptyParts);
}

} // namespace

CodesField::CodesField(
    const QString &name, const QList<CodeEntry> &listed, const QList<CodeEntry> &known, QWidget *parent)
    : QWidget(parent), m_known(known), m_others(new QLineEdit), m_descriptors(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    for (const CodeEntry &entry : listed) {
        auto *box = new QCheckBox(entry.code, this);
        box->setAccessibleName(tr("%1  %2").arg(entry.code, entry.descriptor));
        connect(box, &QCheckBox::toggled, this, &CodesField::edited); // so a screen reader checks it, too
        m_boxes << box;
        m_boxCodes << entry.code;
        // A check box does not wrap its words; a label beside it does.
        QLabel *words = makeLabel(entry.descriptor);
        words->installEventFilter(this);
        m_boxWords << words;
        const int row = static_cast<int>(m_boxes.size()) - 1;
        grid->addWidget(box, row, 0, Qt::AlignTop);
        grid->addWidget(words, row, 1, Qt::AlignVCenter);
    }
    m_others->setAccessibleName(listed.isEmpty() ? name : tr("Other %1").arg(name.toLower()));
    m_others->setPlaceholderText(listed.isEmpty() ? tr("C18.9, C78.7") : tr("other codes, with commas between"));
    m_others->setMaxLength(400);
    layout->addWidget(m_others); // its child after the boxes: from this, Tab goes to the first of them, and on from there
    m_descriptors->setWordWrap(true);
    setTextRole(m_descriptors, TextRole::Small);
    m_descriptors->hide();
    layout->addWidget(m_descriptors);
    setFocusProxy(m_boxes.isEmpty() ? static_cast<QWidget *>(m_others) : m_boxes.first());
    connect(TypedText::of(m_others), &TypedText::typed, this, [this] {
        describe();
        Q_EMIT edited();
    });
}

bool CodesField::eventFilter(QObject *watched, QEvent *event)
{
    const qsizetype index = m_boxWords.indexOf(qobject_cast<QLabel *>(watched));
    if (index >= 0 && event->type() == QEvent::MouseButtonPress) {
        m_boxes.at(index)->setFocus(Qt::MouseFocusReason);
        m_boxes.at(index)->click();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QStringList CodesField::codes() const
{
    QStringList codes;
    for (qsizetype index = 0; index < m_boxes.size(); ++index) {
        if (m_boxes.at(index)->isChecked())
            codes << m_boxCodes.at(index);
    }
    for (const QString &code : typedCodes(m_others->text())) {
        if (!codes.contains(code))
            codes << code;
    }
    return codes;
}

void CodesField::setCodes(const QStringList &codes)
{
    QStringList others = codes;
    for (qsizetype index = 0; index < m_boxes.size(); ++index) {
        const QSignalBlocker quiet(m_boxes.at(index));
        m_boxes.at(index)->setChecked(codes.contains(m_boxCodes.at(index)));
        others.removeAll(m_boxCodes.at(index));
    }
    TypedText::show(m_others, others.join(QStringLiteral(", ")));
    describe();
}

void CodesField::describe()
{
    QStringList lines;
    for (const QString &code : typedCodes(m_others->text())) {
        const CodeEntry *best = nullptr; // the longest prefix says most
        for (const CodeEntry &entry : m_known) {
            if (code.startsWith(entry.code) && (!best || entry.code.size() > best->code.size()))
                best = &entry;
        }
        if (best)
            lines << tr("%1: %2").arg(code, best->descriptor);
    }
    m_descriptors->setText(lines.join(QStringLiteral("\n")));
    m_descriptors->setVisible(!lines.isEmpty());
}

} // namespace reviewdesk
