#include "tests/letter/LetterFixture.h"

#include "letter/LetterPaper.h"
#include "tests/letter/LetterPaperFixture.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>

using namespace reviewdesk;

namespace {

/// What a letter's PDF claims by "PDF/A-1a" (ISO 19005-1), clause by clause, as far as its objects say: there is no
/// validator among Debian's packages. That all painted text is marked, and in the tree, is tst_letter_tags' to show. Each broken rule is named.
class ArchivalCheck {
public:
    explicit ArchivalCheck(const QByteArray &bytes) : m_bytes(bytes)
    {
        m_pdf.setSuppressWarnings(true);
        m_pdf.processMemoryFile("letter", bytes.constData(), static_cast<std::size_t>(bytes.size()));
        file();
        colour();
        metadata();
        for (QPDFObjectHandle &object : m_pdf.getAllObjects())
            walk(object);
        fonts();
        structure();
    }

    QStringList broken() const { return m_broken; }

private:
    void want(bool holds, const char *rule)
    {
        if (!holds && !m_broken.contains(QString::fromLatin1(rule)))
            m_broken.append(QString::fromLatin1(rule));
    }

    void file()
    {
        const QByteArray second = m_bytes.mid(m_bytes.indexOf('\n') + 1, 5);
        want(m_bytes.startsWith("%PDF-1."), "6.1.2 header");
        want(second.startsWith('%') && second.size() == 5 &&
                std::all_of(second.begin() + 1, second.end(), [](char each) { return static_cast<unsigned char>(each) > 127; }),
            "6.1.2 four bytes beyond ASCII in the second line");
        want(m_pdf.getTrailer().hasKey("/ID"), "6.1.3 file identifier");
        want(!m_pdf.isEncrypted() && !m_pdf.getTrailer().hasKey("/Encrypt"), "6.1.3 no encryption");
        want(!m_pdf.getRoot().hasKey("/OCProperties"), "6.1.13 no optional content");
        want(!m_pdf.getRoot().hasKey("/AA") && !m_pdf.getRoot().hasKey("/OpenAction"), "6.6.2 no actions");
        QPDFObjectHandle names = m_pdf.getRoot().getKey("/Names");
        want(!names.isDictionary() || !names.hasKey("/EmbeddedFiles"), "6.1.11 no embedded files");
        want(!names.isDictionary() || !names.hasKey("/JavaScript"), "6.6.1 no JavaScript");
    }

    void colour()
    {
        QPDFObjectHandle intents = m_pdf.getRoot().getKey("/OutputIntents");
        bool found = false;
        for (int i = 0; intents.isArray() && i < intents.getArrayNItems(); ++i) {
            QPDFObjectHandle intent = intents.getArrayItem(i);
            QPDFObjectHandle profile = intent.getKey("/DestOutputProfile");
            found = found ||
                (intent.getKey("/S").isNameAndEquals("/GTS_PDFA1") && profile.isStream() &&
                    profile.getDict().getKey("/N").isInteger() && profile.getDict().getKey("/N").getIntValue() == 3);
        }
        want(found, "6.2.2 output intent with an RGB profile");
    }

    void metadata()
    {
        QPDFObjectHandle stream = m_pdf.getRoot().getKey("/Metadata");
        want(stream.isStream(), "6.7.2 metadata");
        if (!stream.isStream())
            return;
        want(!stream.getDict().hasKey("/Filter"), "6.7.2 metadata without a filter");
        const auto data = stream.getStreamData();
        const QString xmp = QString::fromUtf8(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize()));
        want(xmp.contains(QLatin1String("<pdfaid:part>1</pdfaid:part>")) &&
                xmp.contains(QLatin1String("<pdfaid:conformance>A</pdfaid:conformance>")),
            "6.7.11 identification");
        QPDFObjectHandle info = m_pdf.getTrailer().getKey("/Info");
        const QString title = QString::fromStdString(info.getKey("/Title").getUTF8Value());
        const QString creator = QString::fromStdString(info.getKey("/Creator").getUTF8Value());
        want(xmp.contains(u'>' + title.toHtmlEscaped() + u'<'), "6.7.3 the title alike in both places");
        want(xmp.contains(QStringLiteral("<xmp:CreatorTool>%1<").arg(creator)), "6.7.3 the creator alike in both places");
        for (const char *key : {"/CreationDate", "/ModDate", "/Producer", "/Author", "/Subject", "/Keywords"})
            want(!info.hasKey(key), "6.7.3 nothing that stands in one place alone");
    }

    /// Each object of the file, and what lies directly in it.
    void walk(QPDFObjectHandle object)
    {
        if (object.isArray()) {
            for (int i = 0; i < object.getArrayNItems(); ++i) {
                if (!object.getArrayItem(i).isIndirect())
                    walk(object.getArrayItem(i));
            }
            return;
        }
        QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
        if (!dictionary.isDictionary())
            return;
        check(dictionary, object.isStream());
        for (const std::string &key : dictionary.getKeys()) {
            if (!dictionary.getKey(key).isIndirect())
                walk(dictionary.getKey(key));
        }
    }

    void check(QPDFObjectHandle &each, bool stream)
    {
        const auto is = [&each](const char *key, const char *name) { return each.getKey(key).isNameAndEquals(name); };
        want(!is("/Type", "/XRef") && !is("/Type", "/ObjStm"), "6.1.4 no object streams");
        want(!stream || !is("/Filter", "/LZWDecode"), "6.1.10 no LZW");
        want(!stream || (!each.hasKey("/F") && !each.hasKey("/FFilter")), "6.1.7 no external streams");
        want(!each.hasKey("/EF"), "6.1.11 no embedded files");
        if (is("/Subtype", "/Image")) {
            want(!each.hasKey("/Alternates") && !each.hasKey("/OPI"), "6.2.4 no alternate images");
            want(!each.getKey("/Interpolate").isBool() || !each.getKey("/Interpolate").getBoolValue(), "6.2.4 no interpolation");
            want(!each.getKey("/ColorSpace").isNameAndEquals("/DeviceCMYK"), "6.2.3 colours of the output intent");
        }
        want(!is("/Subtype", "/PS") && !is("/Subtype2", "/PS"), "6.2.5 no PostScript");
        want(!each.hasKey("/SMask") || is("/SMask", "/None"), "6.4 no soft mask");
        if (each.getKey("/Group").isDictionary())
            want(!each.getKey("/Group").getKey("/S").isNameAndEquals("/Transparency"), "6.4 no transparency group");
        if (is("/Type", "/ExtGState") || each.hasKey("/CA") || each.hasKey("/ca")) {
            for (const char *key : {"/CA", "/ca"})
                want(!each.hasKey(key) || each.getKey(key).getNumericValue() == 1.0, "6.4 no transparency");
            want(!each.hasKey("/BM") || is("/BM", "/Normal") || is("/BM", "/Compatible"), "6.4 no blending");
        }
        for (const char *action : {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData"})
            want(!is("/S", action), "6.6.1 no such action");
        if (is("/Type", "/FontDescriptor"))
            m_embedded = m_embedded && (each.hasKey("/FontFile") || each.hasKey("/FontFile2") || each.hasKey("/FontFile3"));
        if (is("/Type", "/Font") && !is("/Subtype", "/Type0") && !is("/Subtype", "/Type3")) {
            ++m_fonts;
            m_embedded = m_embedded && each.getKey("/FontDescriptor").isDictionary();
        }
        if (is("/Type", "/Font") && is("/Subtype", "/Type0")) {
            want(each.getKey("/ToUnicode").isStream(), "6.3.8 a map to Unicode");
            if (each.getKey("/ToUnicode").isStream())
                characterMap(each.getKey("/ToUnicode"));
        }
        if (is("/Type", "/StructElem")) {
            static const QStringList standard = QStringLiteral("/Document /H1 /H2 /P /L /LI /LBody /Table /TR /TH /TD /Span").split(u' ');
            want(standard.contains(QString::fromStdString(each.getKey("/S").getName())), "6.8.3.4 standard types");
            want(!is("/S", "/Figure"), "6.8.5 no picture that would have to be told");
        }
    }

    void fonts()
    {
        want(m_fonts > 0 && m_embedded, "6.3.4 every font embedded");
    }

    /// Of each glyph, what it is; no space is a tabulator, no glyph is U+0000.
    void characterMap(QPDFObjectHandle stream)
    {
        const auto data = stream.getStreamData();
        const QByteArray map(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize()));
        want(map.count("beginbfrange") == 1 && map.contains("\n1 beginbfrange"), "6.3.8 one range");
        const QByteArray targets = map.mid(map.indexOf('['), map.indexOf(']') - map.indexOf('['));
        want(targets.contains('<'), "6.3.8 characters are named");
        for (const char *wrong : {"<0000>", "<0009>", "<FFFE>", "<FEFF>", "<FFFF>", "<FFFD>"})
            want(!targets.contains(wrong), "6.3.8 none that is no character");
    }

    void structure()
    {
        QPDFObjectHandle root = m_pdf.getRoot();
        want(root.getKey("/MarkInfo").isDictionary() && root.getKey("/MarkInfo").getKey("/Marked").isBool() &&
                root.getKey("/MarkInfo").getKey("/Marked").getBoolValue(),
            "6.8.2.2 marked");
        want(root.getKey("/StructTreeRoot").isDictionary() && root.getKey("/StructTreeRoot").hasKey("/ParentTree"), "6.8.3.3 a tree");
        want(root.getKey("/Lang").isString() && !root.getKey("/Lang").getUTF8Value().empty(), "6.8.4 language");
    }

    QByteArray m_bytes;
    QPDF m_pdf;
    QStringList m_broken;
    int m_fonts = 0;
    bool m_embedded = true;
};

} // namespace

/// The claims of a letter's PDF about itself.
class TestLetterArchival : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.load()); }

    void everyRuleHolds_data()
    {
        QTest::addColumn<LetterKind>("kind");
        QTest::addColumn<Recipient>("recipient");
        QTest::addColumn<QString>("language");
        QTest::addColumn<PageMark>("mark");
        for (const LetterKind kind : {LetterKind::Approval, LetterKind::Denial, LetterKind::InformationRequest,
                 LetterKind::ExtensionNotice, LetterKind::Withdrawal}) {
            for (const Recipient recipient : {Recipient::Member, Recipient::Provider}) {
                for (const char *language : {"en", "es"})
                    QTest::newRow(qPrintable(toWord(kind) + u' ' + toWord(recipient) + u' ' + QLatin1String(language)))
                        << kind << recipient << QString::fromLatin1(language) << PageMark::None;
            }
        }
        for (const PageMark mark : {PageMark::Sample, PageMark::Copy})
            QTest::newRow(mark == PageMark::Copy ? "copy" : "sample")
                << LetterKind::Denial << Recipient::Member << QStringLiteral("en") << mark;
    }
    void everyRuleHolds()
    {
        QFETCH(const LetterKind, kind);
        QFETCH(const Recipient, recipient);
        QFETCH(const QString, language);
        QFETCH(const PageMark, mark);
        ReviewCase reviewCase = m_fixture.caseFor(kind);
        reviewCase.member.language = language;
        const Result<QByteArray> pdf = letterPdf(m_fixture.compose(reviewCase, kind, recipient).letter, mark);
        QVERIFY(pdf.ok());
        QCOMPARE(ArchivalCheck(*pdf).broken(), QStringList());
    }

    /// The check sees what it is to see: a plain PDF of Qt's breaks some.
    void aPlainPdfBreaksRules()
    {
        QByteArray bytes;
        {
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            QPdfWriter writer(&buffer);
            QPainter painter(&writer);
            painter.setOpacity(0.5);
            painter.fillRect(0, 0, 500, 500, Qt::red);
            painter.drawText(1000, 1000, QStringLiteral("Words"));
        }
        const QStringList broken = ArchivalCheck(bytes).broken();
        for (const char *rule : {"6.2.2 output intent with an RGB profile", "6.4 no transparency", "6.8.2.2 marked", "6.8.3.3 a tree",
                 "6.8.4 language", "6.3.8 one range"})
            QVERIFY2(broken.contains(QLatin1String(rule)), qPrintable(broken.join(u'\n')));
    }

private:
    LetterFixture m_fixture;
};

QTEST_MAIN(TestLetterArchival)
#include "tst_letter_archival.moc"
