#include "tests/letter/LetterTexts.h"

#include <algorithm>

using namespace reviewdesk;

/// The letters of an appeal: they say that they are, and name the rights after it, not those of the first review.
class TestLetterAppeal : public QObject, LetterTexts {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }
    void anUpheldDenialNamesTheNextRights_data();
    void anUpheldDenialNamesTheNextRights();
    void theLetterTellsTheAppeal_data();
    void theLetterTellsTheAppeal();
    void theChecklistIsThatOfTheRound_data();
    void theChecklistIsThatOfTheRound();
    void anUnknownDayIsNotMadeUp();
    void anApprovalInBetweenIsNoStandingDenial();

private:
    LetterComposer::Composition compose(
        const ReviewCase &reviewCase, LetterKind kind, Recipient recipient, const AppealedDenial &appeal) const
    {
        const CaseView view = viewOf(reviewCase, m_fixture.rulebook());
        LetterRequest request{reviewCase, view, kind, recipient, m_fixture.letterhead(),
            m_fixture.denial().determination.at};
        request.appeal = appeal;
        return m_fixture.composer().compose(request, m_fixture.rulebook());
    }
    static AppealedDenial appeal() { return {QDateTime(QDate(2026, 10, 5), QTime(12, 0), QTimeZone::utc())}; }
};

void TestLetterAppeal::anUpheldDenialNamesTheNextRights_data()
{
    QTest::addColumn<LineOfBusiness>("line");
    QTest::addColumn<Recipient>("recipient");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QStringList>("unsaid");
    const QString external = QStringLiteral("External review. This letter is our final decision. After our final decision");
    const QString sue = QStringLiteral("the right to bring a civil action under section 502(a)");
    const QString entity = QStringLiteral("We send the case to the independent review entity");
    const QString hearing = QStringLiteral("After one appeal to us, if you still do not agree");
    const QString keep = QStringLiteral("while the hearing is pending");
    using Line = LineOfBusiness;
    for (const Recipient recipient : {Recipient::Member, Recipient::Provider}) {
        const auto row = [&](Line line, const QStringList &said, const QStringList &unsaid) {
            QTest::newRow(qPrintable(toWord(line) + u' ' + toWord(recipient))) << line << recipient << "en" << said << unsaid;
        };
        row(Line::CommercialInsured, {external}, {sue, entity, hearing, keep});
        row(Line::Qhp, {external}, {sue, entity, hearing, keep});
        row(Line::SelfFundedErisa, {external, sue}, {entity, hearing, keep});
        row(Line::MedicareAdvantage, {entity}, {external, sue, hearing, keep, QStringLiteral("CMS-10003")});
        row(Line::MedicaidManagedCare, {hearing, keep},
            {external, sue, entity, QStringLiteral("within 10 days of this letter")});
    }
    const QString external_ = QStringLiteral("Revisión externa. Esta carta es nuestra decisión final.");
    const QString sue_ = QStringLiteral("derecho a presentar una demanda civil según la sección 502(a)");
    const QString entity_ = QStringLiteral("Enviamos el caso a la entidad de revisión independiente");
    const QString hearing_ = QStringLiteral("Después de una apelación ante nosotros");
    const auto inSpanish = [](Line line, const QStringList &said, const QStringList &unsaid) {
        QTest::newRow(qPrintable(toWord(line) + QLatin1String(" miembro")))
            << line << Recipient::Member << "es" << said << unsaid;
    };
    inSpanish(Line::CommercialInsured, {external_}, {sue_, entity_, hearing_});
    inSpanish(Line::Qhp, {external_}, {sue_, entity_, hearing_});
    inSpanish(Line::SelfFundedErisa, {external_, sue_}, {entity_, hearing_});
    inSpanish(Line::MedicareAdvantage, {entity_}, {external_, sue_, hearing_, QStringLiteral("CMS-10003")});
    inSpanish(Line::MedicaidManagedCare, {hearing_, QStringLiteral("mientras se decide la audiencia")},
        {external_, sue_, entity_, QStringLiteral("dentro de 10 días de esta carta")});
}

void TestLetterAppeal::anUpheldDenialNamesTheNextRights()
{
    QFETCH(const LineOfBusiness, line);
    QFETCH(const Recipient, recipient);
    QFETCH(const QString, language);
    QFETCH(const QStringList, said);
    QFETCH(const QStringList, unsaid);
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.request.lineOfBusiness = line;
    reviewCase.member.language = language;
    const auto composition = compose(reviewCase, LetterKind::Denial, recipient, appeal());
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    const QString text = composition.letter.text.simplified();
    holdsTo(text, said, unsaid);
    const bool isSpanish = language == u"es";
    holdsTo(text,
        isSpanish ? texts({"Esta es nuestra decisión sobre la apelación de nuestra denegación del 5 de octubre de 2026."})
                  : texts({"This is our decision on the appeal of our denial of October 5, 2026. We do not change that denial."}),
        texts({"look at this decision again", "within 180 days", "within 65 days", "within 60 days", "fast (expedited) appeal may",
            "may appeal", "sent with an appeal", "revisemos de nuevo esta decisión", "dentro de 180 días", "Puede apelar",
            "con una apelación o con", "una apelación rápida (acelerada):"}));
    QCOMPARE(m_fixture.compose(reviewCase, LetterKind::Denial, recipient).letter.text.contains(
                 isSpanish ? QStringLiteral("decisión sobre la apelación de") : QStringLiteral("decision on the appeal of")),
        false); // a first review's letter is as it was
}

void TestLetterAppeal::theLetterTellsTheAppeal_data()
{
    QTest::addColumn<LetterKind>("kind");
    QTest::addColumn<Recipient>("recipient");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QStringList>("unsaid");
    const QStringList approved =
        texts({"This is our decision on the appeal of our denial of October 5, 2026. It takes the place of that denial."});
    QTest::newRow("approval, member") << LetterKind::Approval << Recipient::Member << "en" << approved << QStringList();
    QTest::newRow("approval, provider") << LetterKind::Approval << Recipient::Provider << "en" << approved << QStringList();
    QTest::newRow("approval, miembro") << LetterKind::Approval << Recipient::Member << "es"
                                       << texts({"Esta es nuestra decisión sobre la apelación de nuestra denegación del 5 "
                                                 "de octubre de 2026. Toma el lugar de esa denegación."})
                                       << QStringList();
    const QStringList notOpen = texts({"no decision", "is not a denial", "ninguna decisión", "no es una denegación"});
    QTest::newRow("withdrawal, member")
        << LetterKind::Withdrawal << Recipient::Member << "en"
        << texts({"The appeal was withdrawn", "Our denial of October 5, 2026 stands."}) << notOpen;
    QTest::newRow("withdrawal, provider")
        << LetterKind::Withdrawal << Recipient::Provider << "en"
        << texts({"The appeal was withdrawn", "Our denial of October 5, 2026 stands."}) << notOpen;
    QTest::newRow("withdrawal, miembro")
        << LetterKind::Withdrawal << Recipient::Member << "es"
        << texts({"La apelación fue retirada", "Nuestra denegación del 5 de octubre de 2026 sigue en pie."}) << notOpen;
    const QStringList open = texts({"This is about the appeal of our denial of October 5, 2026."});
    QTest::newRow("information, provider")
        << LetterKind::InformationRequest << Recipient::Provider << "en" << open << texts({"will tell how to appeal"});
    QTest::newRow("information, miembro") << LetterKind::InformationRequest << Recipient::Member << "es"
                                          << texts({"Se trata de la apelación de nuestra denegación del 5 de octubre de 2026."})
                                          << texts({"dirá cómo apelar"});
    QTest::newRow("extension, member") << LetterKind::ExtensionNotice << Recipient::Member << "en" << open << QStringList();
}

void TestLetterAppeal::theLetterTellsTheAppeal()
{
    QFETCH(const LetterKind, kind);
    QFETCH(const Recipient, recipient);
    QFETCH(const QString, language);
    QFETCH(const QStringList, said);
    QFETCH(const QStringList, unsaid);
    ReviewCase reviewCase = m_fixture.caseFor(kind);
    reviewCase.member.language = language;
    const auto composition = compose(reviewCase, kind, recipient, appeal());
    QCOMPARE(LetterFixture::codes(composition.reasons), QStringList());
    holdsTo(composition.letter.text.simplified(), said, unsaid);
}

void TestLetterAppeal::theChecklistIsThatOfTheRound_data()
{
    QTest::addColumn<LineOfBusiness>("line");
    QTest::addColumn<QStringList>("more"); // than the first review's
    QTest::addColumn<QStringList>("less");
    const QStringList less = texts({"appeal", "expedited_appeal"});
    for (const LineOfBusiness line : allLines) {
        const bool isMedicare = line == LineOfBusiness::MedicareAdvantage;
        QTest::newRow(qPrintable(toWord(line))) << line
                                                << (isMedicare ? texts({"on_appeal", "independent_review"}) : texts({"on_appeal"}))
                                                << (isMedicare ? less + texts({"cms_form"}) : less);
    }
}

void TestLetterAppeal::theChecklistIsThatOfTheRound()
{
    QFETCH(const LineOfBusiness, line);
    QFETCH(const QStringList, more);
    QFETCH(const QStringList, less);
    ReviewCase reviewCase = m_fixture.denial();
    reviewCase.request.lineOfBusiness = line;
    const auto ids = [](const ComposedLetter &letter) {
        QSet<QString> found;
        for (const ChecklistRow &row : letter.checklist)
            found.insert(row.text.isEmpty() ? row.id + QLatin1String(" (empty)") : row.id);
        return found;
    };
    const QSet<QString> first = ids(m_fixture.compose(reviewCase, LetterKind::Denial, Recipient::Member).letter);
    const QSet<QString> now = ids(compose(reviewCase, LetterKind::Denial, Recipient::Member, appeal()).letter);
    QCOMPARE(now - first, QSet<QString>(more.begin(), more.end()));
    QCOMPARE(first - now, QSet<QString>(less.begin(), less.end()));
}

void TestLetterAppeal::anUnknownDayIsNotMadeUp()
{
    const QString denied = compose(m_fixture.denial(), LetterKind::Denial, Recipient::Member, {}).letter.text.simplified();
    holdsTo(denied, texts({"This is our decision on the appeal of our earlier denial. We do not change that denial."}), {});
    const QString withdrawn =
        compose(m_fixture.withdrawal(), LetterKind::Withdrawal, Recipient::Member, {}).letter.text.simplified();
    holdsTo(withdrawn, texts({"Our earlier denial stands."}), {});
}

/// Denied, approved on appeal, reopened and withdrawn: nothing of the denial holds.
void TestLetterAppeal::anApprovalInBetweenIsNoStandingDenial()
{
    AppealedDenial overturned = appeal();
    overturned.stands = false;
    const QString withdrawn = compose(m_fixture.withdrawal(), LetterKind::Withdrawal, Recipient::Member, overturned)
                                  .letter.text.simplified();
    holdsTo(withdrawn, texts({"We made no decision on it."}), texts({"denial of October 5, 2026 stands"}));
    const QString denied =
        compose(m_fixture.denial(), LetterKind::Denial, Recipient::Member, overturned).letter.text.simplified();
    holdsTo(denied, texts({"This is our decision on the appeal of our denial of October 5, 2026."}),
        texts({"We do not change that denial."}));
}

QTEST_GUILESS_MAIN(TestLetterAppeal)
#include "tst_letter_appeal.moc"
