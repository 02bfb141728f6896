#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reviewdesk {

/// What is needed of a font of two-byte codes to write text with it anew.
struct PdfFont {
    int space = -1; ///< code of the space; -1: it has none
    std::vector<double> widths; ///< by code, thousandths of the size
};
using PdfFonts = std::map<std::string, PdfFont, std::less<>>; ///< by the page's name for it: "/F11"

/// The content of a page that QPdfWriter painted (ISO 32000-1, 7.8.2), read and written again with each painting
/// operator in marked content (14.6): text by the code of its colour (TagColour), which becomes plain; all else as an
/// artifact. Runs of glyphs become strings, and a line that the page before shows, which Qt writes again above the
/// paper's edge, is left out: the page is a third as long, and looks the same.
class PdfContent {
public:
    /// A text object.
    struct Text {
        int code = 0; ///< of its colour; 0: not read
        bool shows = false; ///< a glyph that is no space
        double y = 0; ///< of its line, points from the foot of the page
    };
    struct Place {
        bool known = false; ///< else the page stays untagged
        bool artifact = false; ///< though it has a code
        bool spaceBefore = false; ///< a line ended before it, between words
    };
    /// Asked of each text with a code above 0, in the order in which they are painted.
    using Follow = std::function<Place(const Text &)>;

    /// Empty, or why the content cannot be marked: what stands in it is not as QPdfWriter writes it.
    std::string read(std::string_view content, double pageHeight, const PdfFonts &fonts, const Follow &follow);
    /// The content with its marks. `tagOf`: the tag's name by code; `codes`: the code of each mark, by its number
    /// (MCID).
    std::string marked(const std::function<const char *(int)> &tagOf, std::vector<int> &codes) const;

private:
    static constexpr int decoration = -1; ///< lines, backgrounds, pictures
    static constexpr int mixed = -2; ///< a group of several
    static constexpr int nothing = -3; ///< it paints nothing

    struct Item {
        enum class Kind { State, Paint, Open, Close };
        Kind kind = Kind::State;
        int code = nothing; ///< of an Open: of all up to its Close
        std::size_t from = 0; ///< in m_text
        std::size_t to = 0;
        std::size_t partner = 0; ///< index of an Open's Close
    };
    struct Reading;

    bool pair();
    void write(std::size_t from, std::size_t to, const std::function<const char *(int)> &tagOf, std::vector<int> &codes,
        std::string &out) const;

    std::string m_text;
    std::vector<Item> m_items;
};

} // namespace reviewdesk
