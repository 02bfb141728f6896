#!/usr/bin/env bash
# The metainfo says of each release what the page "What's new" says, and its newest is the version that is built.
# Usage: release_notes.sh CHECKOUT
set -u
cd "$1" || exit 2
metainfo=installer/desktop/org.reviewdesk.ReviewDesk.metainfo.xml
diff <(sed -n '/<releases>/,/<\/releases>/p' $metainfo) <(installer/release-notes) ||
    { echo "$metainfo: put in what installer/release-notes prints"; exit 1; }
built=$(sed -n 's/^project(ReviewDesk VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
newest=$(sed -n 's/^## \([0-9.]*\) .*/\1/p' resources/help/whats-new.md | head -n 1)
[ "$built" = "$newest" ] || { echo "version $built is built, and What's new is of $newest"; exit 1; }
