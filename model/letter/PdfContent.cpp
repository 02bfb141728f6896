#include "letter/PdfContent.h"

#include "letter/PdfScanner.h"
#include "letter/TagColour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace reviewdesk {

namespace {

using Operands = std::vector<std::string_view>;

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    for (const std::string_view each : words) {
        if (word == each)
            return true;
    }
    return false;
}

std::string shortNumber(double value)
{
    std::array<char, 32> text;
    const int length = std::snprintf(text.data(), text.size(), "%.4f", value);
    std::string number(text.data(), static_cast<std::size_t>(length));
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.')
        number.pop_back();
    return number;
}

/// The code of a two-byte glyph "<0a1f>"; -1: it is something else.
int glyphOf(std::string_view hex)
{
    if (hex.size() != 6 || hex.front() != '<')
        return -1;
    int glyph = 0;
    for (const char c : hex.substr(1, 4)) {
        const int digit = c >= '0' && c <= '9'       ? c - '0'
            : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                     : -1;
        if (digit < 0)
            return -1;
        glyph = glyph * 16 + digit;
    }
    return glyph;
}

using Matrix = std::array<double, 6>; ///< a b c d e f (ISO 32000-1, 8.3.4)

Matrix product(const Matrix &first, const Matrix &then)
{
    return {first[0] * then[0] + first[1] * then[2], first[0] * then[1] + first[1] * then[3],
        first[2] * then[0] + first[3] * then[2], first[2] * then[1] + first[3] * then[3],
        first[4] * then[0] + first[5] * then[2] + then[4], first[4] * then[1] + first[5] * then[3] + then[5]};
}

/// A text object being read: BT to ET.
struct TextObject {
    bool open = false;
    const char *from = nullptr; ///< its instructions, as they were painted
    const char *to = nullptr;
    std::string_view font; ///< "/F11"
    const PdfFont *facts = nullptr; ///< of the font
    std::string_view size;
    double points = 0; ///< the size
    std::string_view x; ///< of the first glyph
    std::string_view y;
    bool plain = true; ///< one line of single glyphs in one font, upright: it can be written as strings
    bool shows = false;
    bool paints = false;
    std::string strings; ///< within the brackets of TJ
    double pen = 0; ///< where the last glyph was placed, from the first
    double drawn = 0; ///< where a viewer would place the next one
};

} // namespace

/// The operators as they come.
struct PdfContent::Reading {
    PdfContent &content;
    double pageHeight;
    const PdfFonts &fonts;
    const Follow &follow;
    std::string fault;

    struct Graphics {
        int code = -1; ///< of the colour that fills; -1: a plain one
        Matrix matrix{1, 0, 0, 1, 0, 0}; ///< to points from the page's lower left corner
    };
    std::vector<Graphics> stack{Graphics()};
    TextObject text;
    std::size_t pathFrom = std::string::npos; ///< where the path begins that is being made
    std::string_view spaceFont; ///< of the last text whose font has one
    std::string endX; ///< where the last text ended
    std::string_view endY;

    bool fail(std::string why)
    {
        fault = std::move(why);
        return false;
    }

    void append(Item::Kind kind, int code, std::size_t from)
    {
        content.m_items.push_back({kind, code, from, content.m_text.size(), 0});
    }

    void copy(std::string_view instruction, Item::Kind kind = Item::Kind::State, int code = nothing)
    {
        const std::size_t from = content.m_text.size();
        content.m_text.append(instruction).push_back('\n');
        append(kind, code, from);
    }

    bool take(std::string_view instruction, std::string_view name, const Operands &operands)
    {
        if (text.open)
            return takeText(instruction, name, operands);
        if (isOneOf(name, {"m", "l", "c", "v", "y", "h", "re", "W", "W*"})) {
            if (pathFrom == std::string::npos)
                pathFrom = content.m_text.size();
            content.m_text.append(instruction).push_back('\n');
            return true;
        }
        if (isOneOf(name, {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n"})) {
            if (pathFrom == std::string::npos)
                return fail("a path is painted that was not made");
            content.m_text.append(instruction).push_back('\n');
            append(name == "n" ? Item::Kind::State : Item::Kind::Paint, name == "n" ? nothing : decoration,
                std::exchange(pathFrom, std::string::npos));
            return true;
        }
        if (pathFrom != std::string::npos)
            return fail("something stands within a path");
        return takeState(instruction, name, operands);
    }

    bool takeState(std::string_view instruction, std::string_view name, const Operands &operands)
    {
        if (name == "q") {
            stack.push_back(stack.back());
            copy(instruction, Item::Kind::Open);
        } else if (name == "Q") {
            if (stack.size() < 2)
                return fail("more is closed than was opened");
            stack.pop_back();
            copy(instruction, Item::Kind::Close);
        } else if (name == "BT") {
            text = TextObject();
            text.open = true;
        } else if (name == "Do" || name == "sh") {
            copy(instruction, Item::Kind::Paint, decoration);
        } else if (isOneOf(name, {"scn", "sc", "rg", "SCN", "SC", "RG"}) && operands.size() == 3) {
            takeColour(name, operands);
        } else if (isOneOf(name, {"g", "k", "cs", "scn", "sc"})) {
            stack.back().code = -1;
            copy(instruction);
        } else if (name == "cm" && operands.size() == 6) {
            Matrix change{};
            std::transform(operands.begin(), operands.end(), change.begin(), numberOf);
            stack.back().matrix = product(change, stack.back().matrix);
            copy(instruction);
        } else if (isOneOf(name, {"gs", "w", "J", "j", "M", "d", "i", "ri", "CS", "G", "K", "SCN", "SC"})) {
            copy(instruction);
        } else {
            return fail("an operator that is not known: " + std::string(name));
        }
        return true;
    }

    void takeColour(std::string_view name, const Operands &operands)
    {
        tagColour::Channels colour{numberOf(operands.at(0)), numberOf(operands.at(1)), numberOf(operands.at(2))};
        const int code = tagColour::takenOut(colour);
        if (name == "scn" || name == "sc" || name == "rg")
            stack.back().code = code;
        copy(shortNumber(colour.red) + ' ' + shortNumber(colour.green) + ' ' + shortNumber(colour.blue) + ' ' +
            std::string(name));
    }

    bool takeText(std::string_view instruction, std::string_view name, const Operands &operands)
    {
        if (name == "ET")
            return endText();
        text.from = text.from ? text.from : instruction.data();
        text.to = instruction.data() + instruction.size();
        if (name == "Td" && operands.size() == 2) {
            if (text.x.empty()) {
                text.x = operands[0];
                text.y = operands[1];
            } else {
                text.pen += numberOf(operands[0]);
                text.plain = text.plain && operands[1] == "0";
            }
        } else if (name == "Tj" && operands.size() == 1) {
            takeGlyph(operands[0]);
        } else if (name == "Tf" && operands.size() == 2) {
            text.plain = text.plain && text.font.empty();
            text.font = operands[0];
            const auto font = fonts.find(text.font);
            text.facts = font == fonts.end() ? nullptr : &font->second;
            text.size = operands[1];
            text.points = numberOf(text.size);
        } else if (name == "Tm") {
            text.plain = text.plain && operands == Operands{"1", "0", "0", "-1", "0", "0"};
        } else if (isOneOf(name, {"BMC", "BDC", "EMC", "BI", "scn", "rg", "cs"})) {
            return fail("text is painted in another way: " + std::string(name));
        } else {
            text.plain = false;
        }
        return true;
    }

    void takeGlyph(std::string_view hex)
    {
        const int glyph = glyphOf(hex);
        text.paints = true;
        text.shows = text.shows || !text.facts || glyph < 0 || glyph != text.facts->space;
        if (glyph < 0 || !text.facts || static_cast<std::size_t>(glyph) >= text.facts->widths.size() ||
            text.points <= 0) {
            text.plain = false;
            return;
        }
        const double off = (text.drawn - text.pen) / text.points * 1000; // thousandths of the size
        constexpr double tolerated = 2; // at 12 points a fortieth of a point
        if (text.strings.empty()) {
            text.strings.push_back('<');
        } else if (std::abs(off) > tolerated) {
            const int back = static_cast<int>(std::lround(off));
            text.strings.append(1, '>').append(std::to_string(back)).append(1, '<');
            text.drawn -= back * text.points / 1000;
        }
        text.strings.append(hex.substr(1, 4));
        text.drawn += text.facts->widths[static_cast<std::size_t>(glyph)] * text.points / 1000;
    }

    bool endText()
    {
        text.open = false;
        const std::size_t from = content.m_text.size();
        if (!text.paints)
            return true;
        const int code = stack.back().code;
        if (code < 0)
            return fail("text has no code");
        const Matrix &matrix = stack.back().matrix;
        const double y = matrix[1] * numberOf(text.x) - matrix[3] * numberOf(text.y) + matrix[5];
        if (y <= 0 || y >= pageHeight)
            return true; // Qt writes the last line of the page before once more, above the edge
        Place place{true, true, false};
        if (code > 0)
            place = follow({code, text.shows, y});
        if (!place.known)
            return fail("a text is not where it was laid out");
        if (text.facts && text.facts->space >= 0)
            spaceFont = text.font;
        if (place.spaceBefore)
            writeSpace();
        if (text.plain) {
            startText(text.font, text.x, text.y);
            content.m_text.append(" Td [").append(text.strings).append(">] TJ\nET\n");
        } else {
            content.m_text.append("BT\n").append(text.from, text.to).append("\nET\n");
        }
        endX = shortNumber(numberOf(text.x) + text.drawn);
        endY = text.y;
        append(Item::Kind::Paint, place.artifact ? 0 : code, from);
        return true;
    }

    void startText(std::string_view font, std::string_view x, std::string_view y)
    {
        content.m_text.append("BT\n").append(font).append(1, ' ').append(text.size).append(" Tf 1 0 0 -1 0 0 Tm\n");
        content.m_text.append(x).append(1, ' ').append(y);
    }

    /// Where the line before ended, or at the head of a page before its first word.
    void writeSpace()
    {
        const auto font = fonts.find(spaceFont);
        if (font == fonts.end())
            return;
        std::array<char, 8> hex;
        std::snprintf(hex.data(), hex.size(), "<%04x>", static_cast<unsigned>(font->second.space) & 0xFFFF);
        startText(spaceFont, endX.empty() ? text.x : endX, endX.empty() ? text.y : endY);
        content.m_text.append(" Td ").append(hex.data()).append(" Tj\nET\n");
    }
};

std::string PdfContent::read(std::string_view content, double pageHeight, const PdfFonts &fonts, const Follow &follow)
{
    m_text.clear();
    m_text.reserve(content.size() / 2);
    m_items.clear();
    Reading reading{*this, pageHeight, fonts, follow, {}, {Reading::Graphics()}, {}, std::string::npos, {}, {}, {}};
    PdfScanner scanner(content);
    while (scanner.next()) {
        if (!reading.take(scanner.instruction(), scanner.name(), scanner.operands()))
            return reading.fault;
    }
    if (scanner.failed() || reading.text.open || reading.pathFrom != std::string::npos)
        return "the content ends amid something";
    return pair() ? std::string() : "what is opened is not closed";
}

/// Joins q and Q, and says of each pair what it paints.
bool PdfContent::pair()
{
    struct Group {
        std::size_t at;
        int code;
    };
    std::vector<Group> open;
    const auto paint = [&open](int code) {
        if (!open.empty() && code != nothing)
            open.back().code = open.back().code == nothing || open.back().code == code ? code : mixed;
    };
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        Item &item = m_items.at(i);
        if (item.kind == Item::Kind::Open) {
            open.push_back({i, nothing});
        } else if (item.kind == Item::Kind::Paint) {
            paint(item.code);
        } else if (item.kind == Item::Kind::Close) {
            const Group group = open.back();
            open.pop_back();
            m_items.at(group.at).code = group.code;
            m_items.at(group.at).partner = i;
            paint(group.code);
        }
    }
    return open.empty();
}

std::string PdfContent::marked(const std::function<const char *(int)> &tagOf, std::vector<int> &codes) const
{
    std::string out;
    out.reserve(m_text.size() + 4096);
    write(0, m_items.size(), tagOf, codes, out);
    return out;
}

/// Neighbours of one code share a mark; none begins within a pair of q and Q and ends outside.
void PdfContent::write(std::size_t from, std::size_t to, const std::function<const char *(int)> &tagOf,
    std::vector<int> &codes, std::string &out) const
{
    int open = nothing;
    const auto close = [&] {
        if (open != nothing)
            out += "EMC\n";
        open = nothing;
    };
    std::size_t end = 0;
    for (std::size_t i = from; i < to; i = end) {
        const Item &item = m_items.at(i);
        const bool group = item.kind == Item::Kind::Open;
        end = (group ? item.partner : i) + 1;
        if (item.code == mixed) {
            close();
            out.append(m_text, item.from, item.to - item.from);
            write(i + 1, item.partner, tagOf, codes, out);
            const Item &last = m_items.at(item.partner);
            out.append(m_text, last.from, last.to - last.from);
            continue;
        }
        if (item.code != nothing && item.code != open) {
            close();
            open = item.code;
            if (open > 0) {
                out += '/';
                out += tagOf(open);
                out += " <</MCID " + std::to_string(codes.size()) + ">> BDC\n";
                codes.push_back(open);
            } else {
                out +=
                    open == decoration ? "/Artifact <</Type /Layout>> BDC\n" : "/Artifact <</Type /Pagination>> BDC\n";
            }
        }
        const Item &last = m_items.at(end - 1);
        out.append(m_text, item.from, last.to - item.from);
    }
    close();
}

} // namespace reviewdesk
