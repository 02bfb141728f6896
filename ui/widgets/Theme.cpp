#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QIcon>
#include <QPalette>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

#include <array>
#include <cmath>

namespace reviewdesk {

namespace {

constexpr int basePixels = 13;

struct RoleColors {
    const char *name; ///< token in the stylesheet
    QRgb light;
    QRgb dark;
};

// In the order of ColorRole.
constexpr std::array<RoleColors, static_cast<std::size_t>(ColorRole::Count)> roleColors{{
    {"window", 0xFFF4F6F8, 0xFF12181F},
    {"surface", 0xFFFFFFFF, 0xFF1A222B},
    {"sidebar", 0xFFFBFCFD, 0xFF161D25},
    {"line", 0xFFDCE2E8, 0xFF313D49},
    {"control-line", 0xFF8593A1, 0xFF6B7A89},
    {"text", 0xFF1C2733, 0xFFE6ECF2},
    {"quiet", 0xFF5A6B7B, 0xFFA3B1BF},
    {"accent", 0xFF0B5CAD, 0xFF84BDF5},
    {"accent-soft", 0xFFE1EEF9, 0xFF18314A},
    {"accent-fill", 0xFF0B5CAD, 0xFF1F6FC2},
    {"on-accent", 0xFFFFFFFF, 0xFFFFFFFF},
    {"met", 0xFF187645, 0xFF6FCF97},
    {"met-soft", 0xFFE3F3EA, 0xFF153021},
    {"not-met", 0xFFB3261E, 0xFFFF9C93},
    {"not-met-soft", 0xFFFBE9E7, 0xFF3B1C1A},
    {"open", 0xFF8A5A00, 0xFFF0C060},
    {"open-soft", 0xFFFFF3DC, 0xFF362A12},
    {"neutral", 0xFF3E4D5C, 0xFFC9D3DD},
    {"neutral-soft", 0xFFE8EDF2, 0xFF2A3540},
    {"on-glyph", 0xFFFFFFFF, 0xFF12181F},
}};

qreal luminance(const QColor &color)
{
    const auto linear = [](qreal channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QFont programFont(qreal textScale)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (QFontDatabase::families().contains(QStringLiteral("Inter")))
        font = QFont(QStringLiteral("Inter"));
    font.setPixelSize(qRound(basePixels * textScale));
    return font;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, ColorRole color) { palette.setColor(role, theme.color(color)); };
    set(QPalette::Window, ColorRole::Window);
    set(QPalette::WindowText, ColorRole::Text);
    set(QPalette::Base, ColorRole::Surface);
    set(QPalette::AlternateBase, ColorRole::Sidebar);
    set(QPalette::Text, ColorRole::Text);
    set(QPalette::Button, ColorRole::Surface);
    set(QPalette::ButtonText, ColorRole::Text);
    set(QPalette::BrightText, ColorRole::NotMet);
    set(QPalette::ToolTipBase, ColorRole::Surface);
    set(QPalette::ToolTipText, ColorRole::Text);
    set(QPalette::PlaceholderText, ColorRole::Quiet);
    set(QPalette::Highlight, ColorRole::AccentFill);
    set(QPalette::HighlightedText, ColorRole::OnAccent);
    set(QPalette::Link, ColorRole::Accent);
    set(QPalette::LinkVisited, ColorRole::Accent);
    set(QPalette::Light, ColorRole::Surface);
    set(QPalette::Midlight, ColorRole::NeutralSoft);
    set(QPalette::Mid, ColorRole::Line);
    set(QPalette::Dark, ColorRole::ControlLine);
    set(QPalette::Shadow, ColorRole::ControlLine);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.color(ColorRole::Quiet));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.color(ColorRole::NeutralSoft));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, theme.color(ColorRole::Neutral));
    return palette;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

Theme::Theme(Scheme scheme) : m_scheme(scheme) { }

QColor Theme::color(ColorRole role) const
{
    const RoleColors &colors = roleColors.at(static_cast<std::size_t>(role));
    return QColor::fromRgb(m_scheme == Scheme::Light ? colors.light : colors.dark);
}

QColor Theme::toneText(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return color(ColorRole::Neutral);
    case Tone::Accent:
        return color(ColorRole::Accent);
    case Tone::Warn:
        return color(ColorRole::Open);
    case Tone::Danger:
        return color(ColorRole::NotMet);
    case Tone::Ok:
        return color(ColorRole::Met);
    }
    Q_UNREACHABLE();
}

QColor Theme::toneBackground(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return color(ColorRole::NeutralSoft);
    case Tone::Accent:
        return color(ColorRole::AccentSoft);
    case Tone::Warn:
        return color(ColorRole::OpenSoft);
    case Tone::Danger:
        return color(ColorRole::NotMetSoft);
    case Tone::Ok:
        return color(ColorRole::MetSoft);
    }
    Q_UNREACHABLE();
}

QList<Theme::Pair> Theme::textPairs()
{
    QList<Pair> pairs{{ColorRole::OnAccent, ColorRole::AccentFill}, {ColorRole::Accent, ColorRole::AccentSoft},
        {ColorRole::Text, ColorRole::AccentSoft}, {ColorRole::Quiet, ColorRole::AccentSoft},
        {ColorRole::Met, ColorRole::MetSoft}, {ColorRole::Text, ColorRole::MetSoft},
        {ColorRole::NotMet, ColorRole::NotMetSoft}, {ColorRole::Text, ColorRole::NotMetSoft},
        {ColorRole::Open, ColorRole::OpenSoft}, {ColorRole::Text, ColorRole::OpenSoft},
        {ColorRole::Neutral, ColorRole::NeutralSoft}, {ColorRole::Text, ColorRole::NeutralSoft},
        {ColorRole::OnGlyph, ColorRole::Met}, {ColorRole::OnGlyph, ColorRole::NotMet}};
    for (const ColorRole background : {ColorRole::Window, ColorRole::Surface, ColorRole::Sidebar}) {
        for (const ColorRole text :
            {ColorRole::Text, ColorRole::Quiet, ColorRole::Accent, ColorRole::Met, ColorRole::NotMet, ColorRole::Open})
            pairs.append({text, background});
    }
    return pairs;
}

qreal Theme::contrast(const QColor &a, const QColor &b)
{
    const qreal first = luminance(a);
    const qreal second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

Theme::Scheme Theme::systemScheme()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark)
        return Scheme::Dark;
    if (QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Light)
        return Scheme::Light;
#endif
    return isDark(QGuiApplication::palette()) ? Scheme::Dark : Scheme::Light;
}

void Theme::apply(QApplication &application, Scheme scheme, qreal textScale)
{
    const Theme theme(scheme);
    const qreal scale = qBound(1.0, textScale, 1.5);
    // One base style everywhere: the same shapes on every desktop, and the sheet below is tried on it only.
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    if (QApplication::style()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(programFont(scale));
    QApplication::setPalette(paletteOf(theme));
    application.setStyleSheet(theme.styleSheet(scale));
}

void Theme::leaveOthersIcons()
{
    const QStringList nowhere{QStringLiteral(":/icons")};
    QIcon::setThemeSearchPaths(nowhere);
    QIcon::setFallbackSearchPaths(nowhere);
}

Theme Theme::current()
{
    return Theme(isDark(QGuiApplication::palette()) ? Scheme::Dark : Scheme::Light);
}

qreal Theme::textScale()
{
    const int pixels = QApplication::font().pixelSize();
    return pixels > 0 ? qBound(1.0, pixels / static_cast<qreal>(basePixels), 1.6) : 1.0;
}

int Theme::scaled(int pixels)
{
    return qRound(pixels * textScale());
}

QString Theme::styleSheet(qreal textScale) const
{
    QFile file(QStringLiteral(":/style/reviewdesk.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.readAll());
    // $name is a colour, $12px a length that grows with the text.
    static const QRegularExpression token(QStringLiteral("\\$([a-z][a-z-]*|[0-9]+px)"));
    QString sheet;
    qsizetype done = 0;
    for (auto matches = token.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        sheet += QStringView(source).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        const QString name = match.captured(1);
        if (name.endsWith(QLatin1String("px"))) {
            sheet += QStringLiteral("%1px").arg(qRound(name.chopped(2).toInt() * textScale));
            continue;
        }
        for (std::size_t role = 0; role < roleColors.size(); ++role) {
            if (name == QLatin1String(roleColors.at(role).name))
                sheet += color(static_cast<ColorRole>(role)).name();
        }
    }
    sheet += QStringView(source).mid(done);
    return sheet;
}

} // namespace reviewdesk
