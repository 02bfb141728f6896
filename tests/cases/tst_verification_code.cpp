#include "cases/VerificationCode.h"

#include <QTest>

using namespace reviewdesk;

class TestVerificationCode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndFinds_data();
    void readsAndFinds();
    void otherWordsAreNoCode_data();
    void otherWordsAreNoCode();
};

void TestVerificationCode::readsAndFinds_data()
{
    QTest::addColumn<QString>("digest");
    QTest::addColumn<QString>("code");
    const QString rest(49, u'e');
    QTest::newRow("zeros") << QString(15, u'0') + rest << QStringLiteral("0000-0000-0000");
    QTest::newRow("ones") << QString(15, u'f') + rest << QStringLiteral("ZZZZ-ZZZZ-ZZZZ");
    // 0x00443214c74254b: the numbers 0 to 11, five bits each
    QTest::newRow("one to eleven") << QStringLiteral("00443214c74254b") + rest << QStringLiteral("0123-4567-89AB");
    // 20 to 31: the letters beyond I, L, O and U
    QTest::newRow("the last letters") << QStringLiteral("a56d7c675be77df") + rest << QStringLiteral("MNPQ-RSTV-WXYZ");
}

void TestVerificationCode::readsAndFinds()
{
    QFETCH(QString, digest);
    QFETCH(QString, code);
    QCOMPARE(verificationCode(digest), code);
    QCOMPARE(digestStartFor(code), digest.left(15));
    QCOMPARE(digestStartFor(QStringLiteral(" ") + code.toLower() + u' '), digest.left(15));
    QString misread = code;
    misread.replace(u'0', u'o').replace(u'1', u'L');
    QCOMPARE(digestStartFor(misread), digest.left(15));
}

void TestVerificationCode::otherWordsAreNoCode_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"", "Example", "0123-4567", "0123-4567-89ABC", "0123 4567 89AB", "012345678 9AB",
             "0123-4567-89AU", "RD-2026-000123", "----", "1-800-555-0142", "0123-4567-89A\xc3\xa9"})
        QTest::newRow(*typed ? typed : "nothing") << QString::fromUtf8(typed);
}

void TestVerificationCode::otherWordsAreNoCode()
{
    QFETCH(QString, typed);
    QVERIFY(!digestStartFor(typed));
    QCOMPARE(verificationCode(QStringLiteral("not hexadecimal")), QString());
    QCOMPARE(verificationCode(QStringLiteral("abc")), QString());
}

QTEST_GUILESS_MAIN(TestVerificationCode)
#include "tst_verification_code.moc"
