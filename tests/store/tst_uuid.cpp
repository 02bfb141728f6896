#include "store/Uuid7.h"

#include <QSet>
#include <QTest>
#include <QUuid>

using namespace reviewdesk;

class tst_uuid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFormIsThatOfVersion7();
    void theyAreDistinctAndSortAsMade();
    void aClockThatGoesBackIsBorne();
};

void tst_uuid::theFormIsThatOfVersion7()
{
    // the instant of RFC 9562, appendix A.6
    const QDateTime instant = QDateTime::fromMSecsSinceEpoch(0x017F22E279B0);
    const QString made = Uuid7().next(instant);
    QCOMPARE(made.left(15), QStringLiteral("017f22e2-79b0-7"));
    const QUuid read(made);
    QVERIFY(!read.isNull());
    QCOMPARE(read.toString(QUuid::WithoutBraces), made);
    QCOMPARE(read.variant(), QUuid::DCE);
}

void tst_uuid::theyAreDistinctAndSortAsMade()
{
    Uuid7 maker;
    const QDateTime standing = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000);
    QSet<QString> seen;
    QString last;
    for (int i = 0; i < 20'000; ++i) { // more than the counter holds
        const QString made = maker.next(standing);
        QVERIFY(made > last);
        QCOMPARE(made.at(14), QLatin1Char('7'));
        QVERIFY(QStringLiteral("89ab").contains(made.at(19)));
        seen.insert(made);
        last = made;
    }
    QCOMPARE(seen.size(), 20'000);
}

void tst_uuid::aClockThatGoesBackIsBorne()
{
    Uuid7 maker;
    const QString first = maker.next(QDateTime::fromMSecsSinceEpoch(1'700'000'000'000));
    QVERIFY(maker.next(QDateTime::fromMSecsSinceEpoch(1'600'000'000'000)) > first);
}

QTEST_GUILESS_MAIN(tst_uuid)
#include "tst_uuid.moc"
