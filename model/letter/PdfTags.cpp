#include "letter/PdfTags.h"

#include "letter/PdfContent.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

namespace reviewdesk {

namespace {

using Handle = QPDFObjectHandle;
using Kind = LetterPart::Kind;

std::string dataOf(Handle stream)
{
    const std::shared_ptr<Buffer> data = stream.getStreamData(qpdf_dl_generalized);
    return std::string(reinterpret_cast<const char *>(data->getBuffer()), data->getSize());
}

/// Standard structure types (ISO 32000-1, 14.8.4), those of PDF 1.4 alone.
const char *typeOf(const LetterPart &part)
{
    static constexpr const char *headings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    switch (part.kind) {
    case Kind::Document:
        return "Document";
    case Kind::Heading:
        return headings[std::clamp(part.level, 1, 6) - 1];
    case Kind::Paragraph:
        return "P";
    case Kind::List:
        return "L";
    case Kind::Item:
        return "LI";
    case Kind::Table:
        return "Table";
    case Kind::Row:
        return "TR";
    case Kind::HeaderCell:
        return "TH";
    case Kind::Cell:
        return "TD";
    }
    return "P";
}

/// Where a text is on its way through the lines of its paragraph.
struct Progress {
    int line = -1;
    double y = 0;
    int page = -1;
};

class Tagger {
public:
    Tagger(QPDF &pdf, const LetterStructure &structure)
        : m_pdf(pdf), m_structure(structure), m_progress(structure.blocks.size()), m_marks(structure.runs.size() + 1),
          m_typeOfRun(structure.runs.size() + 1, "P")
    {
        nameRuns(structure.document);
    }

    std::string write()
    {
        std::vector<Handle> pages = m_pdf.getAllPages();
        std::vector<std::string> contents;
        for (std::size_t page = 0; page < pages.size(); ++page) {
            m_page = static_cast<int>(page);
            std::vector<int> codes;
            PdfContent content;
            const std::string painted = contentOf(pages.at(page));
            const std::string fault = content.read(painted, heightOf(pages.at(page)), fontsOf(pages.at(page)),
                [this](const PdfContent::Text &text) { return place(text); });
            if (!fault.empty())
                return "page " + std::to_string(page + 1) + ": " + fault;
            contents.push_back(
                content.marked([this](int code) { return m_typeOfRun.at(static_cast<std::size_t>(code)); }, codes));
            for (std::size_t mark = 0; mark < codes.size(); ++mark)
                m_marks.at(static_cast<std::size_t>(codes.at(mark))).push_back({m_page, static_cast<int>(mark)});
            m_parents.emplace_back(codes.size());
        }
        if (!isComplete())
            return "a line was not painted";
        m_pages = pages;
        writeTree();
        for (std::size_t page = 0; page < pages.size(); ++page) {
            pages.at(page).replaceKey("/Contents", Handle::newStream(&m_pdf, contents.at(page)));
            pages.at(page).replaceKey("/StructParents", Handle::newInteger(static_cast<int>(page)));
            pages.at(page).replaceKey("/Tabs", Handle::newName("/S"));
        }
        return {};
    }

private:
    struct Mark {
        int page = 0;
        int id = 0; ///< MCID
    };

    void nameRuns(const LetterPart &part)
    {
        for (const int code : part.runs)
            m_typeOfRun.at(static_cast<std::size_t>(code)) = isForeign(part, code) ? "Span"
                : part.kind == Kind::Item                                          ? "LBody"
                                                                                   : typeOf(part);
        for (const LetterPart &each : part.parts)
            nameRuns(each);
    }

    const LetterTextRun &run(int code) const { return m_structure.runs.at(static_cast<std::size_t>(code) - 1); }

    /// The language of all of the part, where that is not the letter's.
    std::string languageOf(const LetterPart &part) const
    {
        std::string language = part.runs.empty() ? std::string() : run(part.runs.front()).language.toStdString();
        for (const int code : part.runs) {
            if (run(code).language.toStdString() != language)
                return {};
        }
        return language;
    }

    /// In another language than the rest of its part.
    bool isForeign(const LetterPart &part, int code) const
    {
        return !run(code).language.isEmpty() && languageOf(part).empty();
    }

    PdfContent::Place place(const PdfContent::Text &text)
    {
        if (static_cast<std::size_t>(text.code) > m_structure.runs.size())
            return {};
        const auto number = static_cast<std::size_t>(run(text.code).block);
        const LetterTextBlock &block = m_structure.blocks.at(number);
        Progress &progress = m_progress.at(number);
        const int lines = static_cast<int>(block.spaceAfterLine.size());
        const bool moves = text.shows && (progress.page != m_page || std::abs(progress.y - text.y) > 0.05);
        const bool again = block.repeats && progress.line + 1 >= lines && progress.page != m_page;
        if (again)
            return {true, true, false};
        if (!moves)
            return {true, false, false};
        const bool spaced = progress.line >= 0 && progress.line < lines &&
            block.spaceAfterLine.at(static_cast<std::size_t>(progress.line));
        progress = {progress.line + 1, text.y, m_page};
        return {progress.line < lines, false, spaced};
    }

    bool isComplete() const
    {
        for (const LetterTextRun &each : m_structure.runs) {
            const auto number = static_cast<std::size_t>(each.block);
            const int lines = static_cast<int>(m_structure.blocks.at(number).spaceAfterLine.size());
            if (m_progress.at(number).line + 1 != lines && !m_structure.blocks.at(number).optional)
                return false;
        }
        return true;
    }

    static double heightOf(Handle page)
    {
        return page.getKey("/MediaBox").isRectangle() ? page.getKey("/MediaBox").getArrayAsRectangle().ury : 0;
    }

    static std::string contentOf(Handle page)
    {
        Handle contents = page.getKey("/Contents");
        if (contents.isStream())
            return dataOf(contents);
        std::string all;
        for (int i = 0; contents.isArray() && i < contents.getArrayNItems(); ++i)
            all += dataOf(contents.getArrayItem(i)) + '\n';
        return all;
    }

    PdfFonts fontsOf(Handle page)
    {
        PdfFonts fonts;
        Handle named = page.getKey("/Resources").getKey("/Font");
        if (!named.isDictionary())
            return fonts;
        for (const std::string &name : named.getKeys()) {
            Handle font = named.getKey(name);
            const auto known = m_fonts.find(font.getObjGen());
            fonts[name] = known != m_fonts.end() ? known->second : (m_fonts[font.getObjGen()] = fontOf(font));
        }
        return fonts;
    }

    static PdfFont fontOf(Handle font)
    {
        PdfFont facts;
        if (!font.getKey("/DescendantFonts").isArray())
            return facts;
        Handle widths = font.getKey("/DescendantFonts").getArrayItem(0).getKey("/W");
        const bool asQtWrites = widths.isArray() && widths.getArrayNItems() == 2 &&
            widths.getArrayItem(0).isInteger() && widths.getArrayItem(0).getIntValue() == 0;
        if (asQtWrites) {
            for (Handle &width : widths.getArrayItem(1).getArrayAsVector())
                facts.widths.push_back(width.getNumericValue());
        }
        if (font.getKey("/ToUnicode").isStream())
            facts.space = codeOfSpace(dataOf(font.getKey("/ToUnicode")));
        return facts;
    }

    /// Off Qt's one range "<0001> <0042> [<0041> …]".
    static int codeOfSpace(const std::string &map)
    {
        const std::size_t open = map.find('[');
        const std::size_t at = open == std::string::npos ? open : map.find("<0020>", open);
        const std::size_t range = open == std::string::npos ? open : map.rfind('\n', open);
        if (at == std::string::npos || range == std::string::npos || map.size() < range + 6)
            return -1;
        const auto first = static_cast<int>(std::strtol(map.c_str() + range + 2, nullptr, 16));
        return first +
            static_cast<int>(std::count(
                map.begin() + static_cast<std::ptrdiff_t>(open), map.begin() + static_cast<std::ptrdiff_t>(at), '<'));
    }

    void writeTree()
    {
        Handle root = m_pdf.makeIndirectObject(Handle::newDictionary({{"/Type", Handle::newName("/StructTreeRoot")}}));
        root.replaceKey("/K", element(m_structure.document, root));
        Handle numbers = Handle::newArray();
        for (std::size_t page = 0; page < m_parents.size(); ++page) {
            numbers.appendItem(Handle::newInteger(static_cast<int>(page)));
            numbers.appendItem(m_pdf.makeIndirectObject(Handle::newArray(m_parents.at(page))));
        }
        root.replaceKey("/ParentTree", m_pdf.makeIndirectObject(Handle::newDictionary({{"/Nums", numbers}})));
        root.replaceKey("/ParentTreeNextKey", Handle::newInteger(static_cast<int>(m_parents.size())));
        m_pdf.getRoot().replaceKey("/StructTreeRoot", root);
        m_pdf.getRoot().replaceKey("/MarkInfo", Handle::newDictionary({{"/Marked", Handle::newBool(true)}}));
    }

    bool isPainted(const LetterPart &part) const
    {
        return part.kind == Kind::Cell || part.kind == Kind::HeaderCell || // an empty one keeps its place in the row
            std::any_of(part.runs.begin(), part.runs.end(),
                [this](int code) { return !m_marks.at(static_cast<std::size_t>(code)).empty(); }) ||
            std::any_of(
                part.parts.begin(), part.parts.end(), [this](const LetterPart &each) { return isPainted(each); });
    }

    Handle newElement(const char *type, const Handle &parent)
    {
        return m_pdf.makeIndirectObject(Handle::newDictionary({{"/Type", Handle::newName("/StructElem")},
            {"/S", Handle::newName(std::string("/") + type)}, {"/P", parent}}));
    }

    Handle element(const LetterPart &part, const Handle &parent)
    {
        Handle made = newElement(typeOf(part), parent);
        if (part.kind == Kind::HeaderCell)
            made.replaceKey("/A",
                Handle::newDictionary({{"/O", Handle::newName("/Table")},
                    {"/Scope", Handle::newName(part.headsColumn ? "/Column" : "/Row")}}));
        Handle kids = Handle::newArray();
        for (const LetterPart &each : part.parts) {
            if (isPainted(each))
                kids.appendItem(element(each, made));
        }
        if (part.kind == Kind::Item) {
            Handle body = newElement("LBody", made);
            Handle texts = Handle::newArray();
            addTexts(part, body, texts);
            body.replaceKey("/K", texts);
            kids.appendItem(body);
        } else {
            addTexts(part, made, kids);
        }
        if (kids.getArrayNItems() > 0)
            made.replaceKey("/K", kids);
        return made;
    }

    void addTexts(const LetterPart &part, Handle &made, Handle &kids)
    {
        const std::string language = languageOf(part);
        if (!language.empty())
            made.replaceKey("/Lang", Handle::newUnicodeString(language));
        for (const int code : part.runs) {
            const std::vector<Mark> &marks = m_marks.at(static_cast<std::size_t>(code));
            if (marks.empty())
                continue;
            if (!isForeign(part, code)) {
                addMarks(marks, made, kids);
                continue;
            }
            Handle span = newElement("Span", made);
            span.replaceKey("/Lang", Handle::newUnicodeString(run(code).language.toStdString()));
            Handle texts = Handle::newArray();
            addMarks(marks, span, texts);
            span.replaceKey("/K", texts);
            kids.appendItem(span);
        }
    }

    void addMarks(const std::vector<Mark> &marks, Handle &made, Handle &kids)
    {
        for (const Mark &mark : marks) {
            const auto page = static_cast<std::size_t>(mark.page);
            Handle sheet = m_pages.at(page);
            if (!made.hasKey("/Pg"))
                made.replaceKey("/Pg", sheet);
            Handle id = Handle::newInteger(mark.id);
            if (made.getKey("/Pg").getObjGen() == sheet.getObjGen())
                kids.appendItem(id);
            else
                kids.appendItem(
                    Handle::newDictionary({{"/Type", Handle::newName("/MCR")}, {"/Pg", sheet}, {"/MCID", id}}));
            m_parents.at(page).at(static_cast<std::size_t>(mark.id)) = made;
        }
    }

    QPDF &m_pdf;
    const LetterStructure &m_structure;
    std::vector<Handle> m_pages;
    std::map<QPDFObjGen, PdfFont> m_fonts;
    std::vector<Progress> m_progress; ///< by block
    std::vector<std::vector<Mark>> m_marks; ///< by code
    std::vector<const char *> m_typeOfRun; ///< by code
    std::vector<std::vector<Handle>> m_parents; ///< by page and MCID
    int m_page = 0;
};

} // namespace

std::string writeTags(QPDF &pdf, const LetterStructure &structure)
{
    return Tagger(pdf, structure).write();
}

void correctCharacterMaps(QPDF &pdf)
{
    std::vector<QPDFObjGen> done;
    for (Handle page : std::vector<Handle>(pdf.getAllPages())) {
        Handle fonts = page.getKey("/Resources").getKey("/Font");
        for (const std::string &name : fonts.isDictionary() ? fonts.getKeys() : std::set<std::string>()) {
            Handle stream = fonts.getKey(name).getKey("/ToUnicode");
            if (!stream.isStream() || std::find(done.begin(), done.end(), stream.getObjGen()) != done.end())
                continue;
            done.push_back(stream.getObjGen());
            std::string map = dataOf(stream);
            const auto replace = [&map](const std::string &from, const std::string &to) {
                const std::size_t at = map.find(from);
                if (at != std::string::npos)
                    map.replace(at, from.size(), to);
            };
            replace("2 beginbfrange\n<0000> <0000> <0000>\n", "1 beginbfrange\n");
            const std::size_t open = map.find('[');
            const std::size_t tab = open == std::string::npos ? open : map.find("<0009>", open);
            if (tab != std::string::npos)
                map.replace(tab, 6, "<0020>");
            stream.replaceStreamData(map, Handle::newNull(), Handle::newNull());
        }
    }
}

} // namespace reviewdesk
