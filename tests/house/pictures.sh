#!/usr/bin/env bash
# Every picture that the README and the list of screens show is there, and every picture that is there is shown by one of them or a guide.
# Usage: pictures.sh CHECKOUT
set -u
cd "$1" || exit 2
status=0
fail() { echo "pictures: $*"; status=1; }
list=installer/screenshots/README.md
shown=$({ grep -o 'installer/screenshots/[a-z0-9-]*\.png' README.md; grep -o '([a-z0-9-]*\.png)' "$list" | tr -d '()' | sed 's|^|installer/screenshots/|'; } | sort -u)
for picture in $shown; do
    [ -f "$picture" ] || fail "$picture is not there"
done
for picture in installer/screenshots/*.png installer/screenshots/es/*.png; do
    name=$(basename "$picture" .png)
    case $picture in
    */es/*) grep -q "](${name%-1280x800})$" resources/help/es/guide.md || fail "nobody shows $picture" ;;
    *) grep -qx "$picture" <<<"$shown" || grep -q "](${name%-1280x800})$" resources/help/guide.md || fail "nobody shows $picture" ;;
    esac
done
exit $status
