#include "letter/PageText.h"

#include <QTest>

using namespace reviewdesk;

class TestPageText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void line_data();
    void line();
    void paragraphs();
};

void TestPageText::line_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("page");
    const auto row = [](const char *name, const char16_t *raw, const char16_t *page) {
        QTest::newRow(name) << QString::fromUtf16(raw) << QString::fromUtf16(page);
    };
    row("plain", u"Ana Example", u"Ana Example");
    row("markup is text", u"<b>Ana</b> & \"Co\"", u"<b>Ana</b> & \"Co\"");
    row("white space folds", u"  Ana \t\n Example ", u"Ana Example");
    row("control characters go", u"A\u0007n\u001ba\u009d", u"Ana");
    row("right-to-left letters are isolated", u"\u05d0\u05d1", u"\u2068\u05d0\u05d1\u2069");
    row("an override is closed and isolated", u"Ana\u202eelpmaxE", u"\u2068Ana\u202eelpmaxE\u202c\u2069");
    row("a closer without opener goes", u"Ana\u2069 \u202cExample\u200f", u"\u2068Ana Example\u200f\u2069");
    row("isolates nest", u"\u2067a\u2066b", u"\u2068\u2067a\u2066b\u2069\u2069\u2069");
    row("crossed closers stay closed", u"\u2067a\u202eb\u2069c", u"\u2068\u2067a\u202ebc\u202c\u2069\u2069");
    row("letters beyond the first plane", u"\U00010840", u"\u2068\U00010840\u2069");
    row("noncharacters are replaced", u"a\uffffb", u"a\ufffdb");
    QTest::newRow("lone surrogates are replaced")
        << QString(u'a') + QChar(0xD800) + u'b' + QChar(0xDC00) << QStringLiteral("a\ufffdb\ufffd");
}

void TestPageText::line()
{
    QFETCH(QString, raw);
    QTEST(pageText(raw), "page");
}

void TestPageText::paragraphs()
{
    const QStringList expected{QStringLiteral("One."), QStringLiteral("Two."), QStringLiteral("Three.")};
    QCOMPARE(pageParagraphs(QStringLiteral("One.\r\n\r\n Two.\u2029Three.\n")), expected);
    QCOMPARE(pageParagraphs(QStringLiteral(" \n ")), QStringList());
}

QTEST_GUILESS_MAIN(TestPageText)
#include "tst_page_text.moc"
