#include "ui/widgets/StatusGlyph.h"

#include <QApplication>
#include <QPainter>
#include <QSet>
#include <QtTest>

using namespace reviewdesk;

class TestStatusGlyph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statusHasItsShape_data();
    void statusHasItsShape();
    void shapesDifferWithoutColour();
    void insideReplacesTheMark();
    void widgetSaysItsWord();
};

namespace {

/// The shape in grey: what someone who sees no colours gets.
QImage grey(Glyph glyph, const QString &inside = {})
{
    QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(3, 3);
    paintGlyph(painter, QRectF(0, 0, 16, 16), glyph, inside);
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

/// Pixels that differ clearly in lightness.
int difference(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += qAbs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 60 ? 1 : 0;
    }
    return count;
}

} // namespace

void TestStatusGlyph::statusHasItsShape_data()
{
    QTest::addColumn<CriterionStatus>("status");
    QTest::addColumn<Glyph>("glyph");
    QTest::addColumn<QString>("word");
    QTest::newRow("met") << CriterionStatus::Met << Glyph::Met << QStringLiteral("met");
    QTest::newRow("not met") << CriterionStatus::NotMet << Glyph::NotMet << QStringLiteral("not met");
    QTest::newRow("unknown") << CriterionStatus::Unknown << Glyph::Open << QStringLiteral("open");
    QTest::newRow("n/a") << CriterionStatus::NotApplicable << Glyph::NotApplicable << QStringLiteral("does not apply");
}

void TestStatusGlyph::statusHasItsShape()
{
    QFETCH(CriterionStatus, status);
    QFETCH(Glyph, glyph);
    QFETCH(QString, word);
    QCOMPARE(glyphOf(status), glyph);
    QCOMPARE(glyphWord(glyph), word);
}

void TestStatusGlyph::shapesDifferWithoutColour()
{
    const QList<Glyph> glyphs{Glyph::Met, Glyph::NotMet, Glyph::Open, Glyph::NotApplicable, Glyph::Later, Glyph::Alert};
    QSet<QString> words;
    for (const Glyph a : glyphs) {
        words.insert(glyphWord(a));
        for (const Glyph b : glyphs) {
            if (a != b)
                QVERIFY2(difference(grey(a), grey(b)) > 60, qPrintable(glyphWord(a) + glyphWord(b)));
        }
    }
    QCOMPARE(words.size(), glyphs.size());
    // round against square: the corner tells
    QVERIFY(qGray(grey(Glyph::Met).pixel(3, 3)) > 200);
    QVERIFY(qGray(grey(Glyph::NotMet).pixel(3, 3)) < 160);
    // hollow: paper shows between ring and mark
    QVERIFY(qGray(grey(Glyph::Open).pixel(8, 24)) > 200);
}

void TestStatusGlyph::insideReplacesTheMark()
{
    QVERIFY(difference(grey(Glyph::Open), grey(Glyph::Open, QStringLiteral("2"))) > 20);
    QCOMPARE(grey(Glyph::Open, QStringLiteral("?")), grey(Glyph::Open));
}

void TestStatusGlyph::widgetSaysItsWord()
{
    StatusGlyph glyph(Glyph::Open);
    QCOMPARE(glyph.accessibleName(), QStringLiteral("open"));
    glyph.setGlyph(Glyph::NotMet);
    QCOMPARE(glyph.accessibleName(), QStringLiteral("not met"));
    QVERIFY(glyph.sizeHint().width() >= 16);
}

QTEST_MAIN(TestStatusGlyph)
#include "tst_status_glyph.moc"
