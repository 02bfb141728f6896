#!/usr/bin/env bash
# The user guide is made of what is there: every page that F1 opens is in it, in both languages, with its pictures; nothing of
# the Markdown is left over; the HTML is well-formed, each id is there once and each link leads somewhere; the Spanish guide
# shows the Spanish interface.
# Usage: guide.sh CHECKOUT
set -u
cd "$1" || exit 2
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT
status=0
fail() { echo "guide: $*"; status=1; }
installer/guide "$folder" || fail "it cannot be made"
for page in resources/help/*.md; do
    name=$(basename "$page")
    [ "$name" = guide.md ] || [ "$name" = whats-new.md ] && continue
    for language in . es; do
        grep -q "]($name)$" "resources/help/$language/guide.md" || fail "resources/help/$language/guide.md leaves out $name"
    done
done
for picture in "$folder"/es-*.png; do
    cmp -s "$picture" "$folder/$(basename "$picture" | sed 's/^es-//')" && fail "$(basename "$picture") is the English one"
done
[ "$(ls "$folder"/es-*.png | wc -l)" = "$(grep -c '^!\[' resources/help/es/guide.md)" ] || fail "not every Spanish picture is there"
grep -nE '\*\*|\]\(|^#|^\|' "$folder"/*.html && fail "Markdown that installer/guide does not know"
for html in index.html es.html; do
    python3 - "$folder" "$html" <<'CHECK' || status=1
import os, sys, xml.dom.minidom
folder, html = sys.argv[1:]
page = xml.dom.minidom.parse(os.path.join(folder, html))
every = page.getElementsByTagName("*")
ids = [e.getAttribute("id") for e in every if e.getAttribute("id")]
wrong = [f"id {i} twice" for i in set(ids) if ids.count(i) > 1]
for link in page.getElementsByTagName("a"):
    to = link.getAttribute("href")
    if not (to[1:] in ids if to.startswith("#") else os.path.exists(os.path.join(folder, to))):
        wrong.append(f"a link to {to}")
for picture in page.getElementsByTagName("img"):
    if not os.path.exists(os.path.join(folder, picture.getAttribute("src"))) or not picture.getAttribute("alt"):
        wrong.append(f"picture {picture.getAttribute('src')}")
if len(page.getElementsByTagName("img")) < 6:
    wrong.append("too few pictures")
for word in wrong:
    print(f"guide: {html}: {word}")
sys.exit(bool(wrong))
CHECK
done
exit $status
