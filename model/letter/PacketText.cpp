#include "letter/PacketText.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr int dotsPerInch = 1200; // of the paper while lines are broken
constexpr qreal dotsPerPoint = dotsPerInch / 72.0;
constexpr qreal sideMargin = 54; // points
constexpr qreal topMargin = 54;
constexpr qreal bottomMargin = 54;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CasePacket)
};

/// In the record's language, whatever the screen's.
QString say(const char *text)
{
    return QString::fromUtf8(text);
}

QString dateWords(const QDate &date)
{
    return QLocale(QLocale::English).toString(date, QStringLiteral("d MMM yyyy"));
}

/// The parts of the text, as HTML of QTextDocument's kind. All words from the case are escaped.
class PacketWriter {
public:
    explicit PacketWriter(const PacketOrder &order) : m_order(order), m_policy(order.rulebook.policy) { }

    QString write()
    {
        m_html = QStringLiteral("<html><head><style>"
                                "body { font-family: 'Liberation Sans', 'DejaVu Sans'; font-size: 9.5pt }"
                                "td, th { vertical-align: top }"
                                "</style></head><body>");
        cover();
        facts();
        criteria();
        history();
        return m_html + QStringLiteral("</body></html>");
    }

private:
    void heading(const QString &title)
    {
        m_html += QStringLiteral("<h2 style=\"page-break-before:always\">%1</h2>").arg(title.toHtmlEscaped());
    }
    void beginTable(const QStringList &titles, const QList<int> &widths)
    {
        m_widths = widths;
        m_html += QLatin1String("<table width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"4\" "
                                "style=\"border-collapse:collapse\">");
        if (titles.isEmpty())
            return;
        m_html += QLatin1String("<thead><tr>");
        for (qsizetype i = 0; i < titles.size(); ++i)
            m_html += QStringLiteral("<th align=\"left\" width=\"%1%\">%2</th>")
                          .arg(widths.at(i))
                          .arg(titles.at(i).toHtmlEscaped());
        m_html += QLatin1String("</tr></thead>");
    }
    void row(const QStringList &cells) // HTML
    {
        m_html += QLatin1String("<tr>");
        for (qsizetype i = 0; i < cells.size(); ++i)
            m_html += QStringLiteral("<td width=\"%1%\">%2</td>").arg(m_widths.at(i)).arg(cells.at(i));
        m_html += QLatin1String("</tr>");
    }
    void endTable() { m_html += QLatin1String("</table>"); }
    void entry(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            row({name.toHtmlEscaped(), value.toHtmlEscaped().replace(u'\n', QLatin1String("<br>"))});
    }
    void paragraph(const QString &title, const QString &words)
    {
        if (words.trimmed().isEmpty())
            return;
        m_html += QStringLiteral("<h3>%1</h3><p>%2</p>")
                      .arg(title.toHtmlEscaped(), words.toHtmlEscaped().replace(u'\n', QLatin1String("<br>")));
    }

    QString instant(const QDateTime &at) const
    {
        return at.isValid()
            ? QLocale(QLocale::English).toString(at.toTimeZone(m_order.rulebook.zone), QStringLiteral("d MMM yyyy HH:mm"))
            : QString();
    }

    void cover();
    void facts();
    void criteria();
    void history();
    QString sourceWords(const QString &factId) const;
    QString answerWords(int fact) const;
    void criterion(int index);

    const PacketOrder &m_order;
    const Policy &m_policy;
    QString m_html;
    QList<int> m_widths;
};

void PacketWriter::cover()
{
    const ReviewCase &content = m_order.reviewCase;
    m_html += QStringLiteral("<h1>%1</h1><p>%2<br>%3</p>")
                  .arg(say("Case packet %1").arg(content.number).toHtmlEscaped(),
                      m_order.organisation.toHtmlEscaped(), m_order.standing.toHtmlEscaped());
    const Request &request = content.request;
    beginTable({}, {26, 74});
    entry(say("Member"), content.member.name);
    entry(say("Born"), content.member.birthDate.isValid() ? dateWords(content.member.birthDate) : QString());
    entry(say("Member ID"), content.member.memberId);
    entry(say("Plan"), QStringList{content.member.plan, content.member.group}.join(u' ').trimmed());
    entry(say("Address"), content.member.address.join(u'\n'));
    entry(say("Provider"), QStringList{content.provider.name, content.provider.npi}.join(u' ').trimmed());
    entry(say("Facility"), QStringList{content.facility.name, content.facility.npi}.join(u' ').trimmed());
    entry(say("Received"), instant(request.receivedAt));
    entry(say("Channel"), request.channel ? label(*request.channel) : QString());
    entry(say("Urgency"), request.urgency ? label(*request.urgency) : QString());
    entry(say("Timing"), request.timing ? label(*request.timing) : QString());
    entry(say("Line of business"),
        (request.lineOfBusiness ? label(*request.lineOfBusiness) : QString()) + u' ' + request.state);
    entry(say("Procedure codes"), content.service.procedureCodes.join(QLatin1String(", ")));
    entry(say("Diagnosis codes"), content.service.diagnosisCodes.join(QLatin1String(", ")));
    entry(say("Planned on"), content.service.plannedOn.isValid() ? dateWords(content.service.plannedOn) : QString());
    entry(say("Policy"), QStringList{m_policy.id, m_policy.title, m_policy.version}.join(QLatin1String(", ")));
    entry(say("Due"), instant(m_order.view.dueAt()));
    endTable();
    const Determination &made = content.determination;
    if (made.decision)
        paragraph(say("Decision"),
            QStringList{label(*made.decision), instant(made.at), made.by.name}.join(QLatin1String(", ")));
    paragraph(say("Reason in plain words"), made.plainReason);
    paragraph(say("Clinical rationale"), made.rationale);
    if (made.contractProvision)
        paragraph(say("Contract provision"), made.contractProvision->citation + u'\n' + made.contractProvision->text);
    paragraph(say("Nurse's note"), content.nurseNote);
}

QString PacketWriter::answerWords(int fact) const
{
    const Fact &asked = m_policy.facts.at(fact);
    const auto given = m_order.reviewCase.facts.constFind(asked.id);
    if (given == m_order.reviewCase.facts.cend())
        return say("not answered");
    for (const FactOption &option : asked.options) {
        if (option.value == given->value)
            return option.label;
    }
    return say("not documented");
}

QString PacketWriter::sourceWords(const QString &factId) const
{
    const Evidence source = m_order.reviewCase.evidence.value(factId);
    QStringList words{source.document};
    if (source.page > 0)
        words << say("page %1").arg(source.page);
    if (source.date.isValid())
        words << dateWords(source.date);
    words.removeAll(QString());
    QString line = words.join(QLatin1String(", "));
    if (!source.quote.isEmpty())
        line += (line.isEmpty() ? QString() : QStringLiteral(": ")) + say("“%1”").arg(source.quote);
    if (!source.isEmpty() && source.origin != AnswerOrigin::Entered)
        line += QStringLiteral(" (%1)").arg(label(source.origin));
    return line;
}

void PacketWriter::facts()
{
    heading(say("Facts and their sources"));
    beginTable({say("Question"), say("Answer"), say("Where the record shows it")}, {34, 20, 46});
    for (const int fact : m_order.view.interview.shown)
        row({m_policy.facts.at(fact).question.toHtmlEscaped(), answerWords(fact).toHtmlEscaped(),
            sourceWords(m_policy.facts.at(fact).id).toHtmlEscaped()});
    endTable();
    const Recorded &recorded = m_order.reviewCase.recorded;
    if (!recorded.items.isEmpty() || !recorded.priorTreatments.isEmpty()) {
        m_html += QStringLiteral("<h3>%1</h3>").arg(say("Recorded besides").toHtmlEscaped());
        beginTable({}, {34, 66});
        for (const RecordedItem &item : m_policy.recorded) {
            QString value = recorded.items.value(item.id);
            for (const FactOption &option : item.options)
                value = option.value == value ? option.label : value;
            if (item.kind == RecordedKind::YesNo && !value.isEmpty())
                value = value == QLatin1String("true") ? say("yes") : say("no");
            entry(item.label, value);
        }
        for (const PriorTreatment &treatment : recorded.priorTreatments)
            entry(treatment.treatment, treatment.response);
        endTable();
    }
    if (m_order.documents.isEmpty())
        return;
    m_html += QStringLiteral("<h3>%1</h3>").arg(say("Documents of the record").toHtmlEscaped());
    beginTable({say("Document"), say("What it is"), say("Received")}, {36, 36, 28});
    for (const PacketDocument &document : m_order.documents)
        row({document.title.toHtmlEscaped(), document.type.toHtmlEscaped(),
            (document.digest.isEmpty() && document.pdf.isEmpty() ? say("%1, on paper alone").arg(document.note)
                                                                 : document.note)
                .toHtmlEscaped()});
    endTable();
}

void PacketWriter::criteria()
{
    heading(say("Criteria in the policy's words"));
    const Evaluation &evaluation = m_order.view.evaluation;
    m_html += QStringLiteral("<p>%1</p>")
                  .arg((evaluation.decided() ? say("Outcome: %1.").arg(m_policy.outcomes.at(evaluation.outcome).label)
                                             : say("The outcome is not decided by what is on record."))
                           .toHtmlEscaped());
    beginTable({say("Criterion"), say("The policy's words"), say("Status")}, {14, 66, 20});
    for (int index = 0; index < static_cast<int>(m_policy.criteria.size()); ++index) {
        if (m_policy.criteria.at(index).parent < 0)
            criterion(index);
    }
    endTable();
}

void PacketWriter::criterion(int index)
{
    const auto words = [](CriterionStatus status) {
        switch (status) {
        case CriterionStatus::Met:
            return say("met");
        case CriterionStatus::NotMet:
            return say("not met");
        case CriterionStatus::NotApplicable:
            return say("does not apply");
        case CriterionStatus::Unknown:
            break;
        }
        return say("not known");
    };
    const Criterion &each = m_policy.criteria.at(index);
    row({each.id.toHtmlEscaped(), each.words.toHtmlEscaped(),
        words(m_order.view.evaluation.criteria.at(static_cast<std::size_t>(index))).toHtmlEscaped()});
    for (const int child : each.children)
        criterion(child);
}

void PacketWriter::history()
{
    heading(say("History"));
    beginTable({say("When"), say("Who"), say("What")}, {20, 22, 58});
    for (const PacketEvent &event : m_order.history)
        row({event.at.toHtmlEscaped(), event.who.toHtmlEscaped(), event.what.toHtmlEscaped()});
    endTable();
}

/// To Qt a heading is so many times the document's own size; here it is a size in points, and it stays with what follows.
void setHeadings(QTextDocument &document)
{
    constexpr qreal sizes[] = {17, 13, 10.5};
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level < 1 || level > 3)
            continue;
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat format = block.begin().fragment().charFormat();
        format.clearProperty(QTextFormat::FontSizeAdjustment);
        format.setFontPointSize(sizes[level - 1]);
        format.setFontWeight(QFont::Bold);
        cursor.setCharFormat(format);
    }
}

} // namespace

QString packetHtml(const PacketOrder &order)
{
    return PacketWriter(order).write();
}

QString noticeHtml(const QString &title, const QString &words)
{
    return QStringLiteral("<html><body style=\"font-family:'Liberation Sans','DejaVu Sans';font-size:10pt\"><h2>%1</h2>"
                          "<p>%2</p></body></html>")
        .arg(title.toHtmlEscaped(), words.toHtmlEscaped());
}

Result<PacketText> paintedText(const QString &html)
{
    PacketText text;
    QBuffer buffer(&text.pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::Letter));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QTextDocument document;
    document.setUndoRedoEnabled(false);
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    document.setHtml(html);
    const QSizeF page((612 - 2 * sideMargin) * dotsPerPoint, (792 - topMargin - bottomMargin) * dotsPerPoint);
    setHeadings(document);
    document.setPageSize(page);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level == 1 || level == 2)
            text.headings.append({block.text(),
                static_cast<int>(document.documentLayout()->blockBoundingRect(block).center().y() / page.height())});
    }
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{QStringLiteral("pdf"), Say::tr("The pages could not be painted."), {}};
    for (int number = 0; number < document.pageCount(); ++number) {
        if (number > 0 && !writer.newPage())
            return Error{QStringLiteral("pdf"), Say::tr("The pages could not be painted."), {}};
        painter.save();
        painter.translate(sideMargin * dotsPerPoint, topMargin * dotsPerPoint - number * page.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(0, number * page.height(), page.width(), page.height());
        context.palette.setColor(QPalette::Text, Qt::black);
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
    }
    painter.end();
    return text;
}

} // namespace reviewdesk
