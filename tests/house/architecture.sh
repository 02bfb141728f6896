#!/usr/bin/env bash
# Draws the rooms and the arrows between them as the #includes have them: installer/architecture.svg of the README. An arrow
# that others imply is left out. Usage: architecture.sh [--check] CHECKOUT; --check: fails where the picture is another.
set -u
check=0
[ "${1-}" = --check ] && { check=1; shift; }
cd "${1:?usage: architecture.sh [--check] CHECKOUT}" || exit 2
picture=installer/architecture.svg
drawn=$({
    for folder in model/*/ ui/ app/; do printf 'room %s\n' "${folder%/}"; done
    for folder in ui/*/; do folder=${folder%/}; printf 'screen %s\n' "${folder#ui/}"; done
    grep -roHE --include=*.h --include=*.cpp '^#include "[a-z]+/' model ui app |
        sed -E 's,^(model/[a-z]+|ui|app)[^:]*:#include "([a-z]+)/,use \1 \2,' | sort -u
} | LC_ALL=C awk '
function room(name) { return name == "ui" || name == "app" ? name : "model/" name }
function level(name,    other, most, l) {
    if (name in LEVEL) return LEVEL[name]
    most = 0
    for (other in ROOM) if ((name, other) in USES) { l = level(other) + 1; if (l > most) most = l }
    return LEVEL[name] = most
}
function reaches(from, to,    next_) {
    if ((from, to) in USES) return 1
    for (next_ in ROOM) if ((from, next_) in USES && reaches(next_, to)) return 1
    return 0
}
function implied(from, to,    between) {
    for (between in ROOM)
        if (between != to && (from, between) in USES && reaches(between, to)) return 1
    return 0
}
function text(x, y, size, weight, colour, words) {
    printf "<text x=\"%d\" y=\"%d\" font-size=\"%d\" font-weight=\"%d\" fill=\"%s\" text-anchor=\"middle\">%s</text>\n", x, y, size, weight, colour, words
}
/^room / { ROOM[$2] = 1; ORDER[++rooms] = $2 }
/^screen / { screens = screens (screens == "" ? "" : " · ") $2 }
/^use / { to = room($3); if (to in ROOM && to != $2) USES[$2, to] = 1 }
END {
    wide = 840; high = 48; step = 96
    top = 0
    for (i = 1; i <= rooms; ++i) { l = level(ORDER[i]); COUNT[l]++; if (l > top) top = l }
    for (i = 1; i <= rooms; ++i) {
        name = ORDER[i]; l = LEVEL[name]
        W[name] = name == "ui" ? wide - 48 : 168
        X[name] = int(wide * (++PLACE[l] * 2 - 1) / (COUNT[l] * 2)); Y[name] = 24 + (top - l) * step
    }
    # a room under several others stands below the ones that use it
    printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"Inter, Helvetica, Arial, sans-serif\" role=\"img\">\n", wide, 24 + top * step + high + 24, wide, 24 + top * step + high + 24
    print "<title>The rooms of ReviewDesk and what each includes</title>"
    print "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#4a5560\"/></marker></defs>"
    print "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>"
    for (i = 1; i <= rooms; ++i) for (j = 1; j <= rooms; ++j) {
        from = ORDER[i]; to = ORDER[j]
        if (!((from, to) in USES) || implied(from, to)) continue
        x = X[from]
        if (W[from] > 400) { x = X[to]; } # from below the wide one straight down
        end = X[to]; if (COUNT[LEVEL[to]] < COUNT[LEVEL[from]] && W[to] < 400) end += int((X[from] - X[to]) / 10)
        printf "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#4a5560\" stroke-width=\"1.5\" marker-end=\"url(#arrow)\"/>\n", x, Y[from] + high, end, Y[to] - 1
    }
    for (i = 1; i <= rooms; ++i) {
        name = ORDER[i]
        printf "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#eef3fa\" stroke=\"#1f5fa8\" stroke-width=\"1.5\"/>\n", X[name] - W[name] / 2, Y[name], W[name], high
        if (name == "ui") { text(X[name], Y[name] + 20, 14, 600, "#1b2733", "ui"); text(X[name], Y[name] + 38, 12, 400, "#4a5560", screens) }
        else text(X[name], Y[name] + 29, 14, 600, "#1b2733", name)
    }
    print "</svg>"
}')
if [ $check = 1 ]; then
    diff <(printf '%s\n' "$drawn") "$picture" >/dev/null && exit 0
    echo "$picture is not what the includes say: tests/house/architecture.sh . makes it anew"
    exit 1
fi
printf '%s\n' "$drawn" >"$picture"
