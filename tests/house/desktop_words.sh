#!/usr/bin/env bash
# What a desktop shows of the program before it is started is there in Spanish too: the menu's entry, its search words, and
# each sentence of the metainfo. Usage: desktop_words.sh CHECKOUT
set -u
cd "$1/installer/desktop" || exit 2
fail=0
awk -F= '
    function finish() { for (key in english) if (!(key in spanish)) { print "reviewdesk.desktop: " group " " key " has no Spanish"; bad = 1 }
        delete english; delete spanish }
    /^\[/ { finish(); group = $0 }
    /^(GenericName|Comment|Keywords|Name)=/ && $2 != "ReviewDesk" { english[$1]; count++ }
    /^[A-Za-z]+\[es\]=./ { key = $1; sub(/\[es\]/, "", key); spanish[key] }
    END { finish(); exit bad || count < 4 }' reviewdesk.desktop || fail=1
grep -q '^Keywords\[es\]=.*;$' reviewdesk.desktop || { echo "reviewdesk.desktop: Keywords[es] is no list"; fail=1; }
# each sentence is followed by its own
if ! awk '
    { text = text " " $0 }
    END {
        bad = 0
        while (match(text, /<(summary|developer_name|p|li)( xml:lang="es")?>[^<]*</)) {
            piece = substr(text, RSTART, RLENGTH); text = substr(text, RSTART + RLENGTH)
            spanish = piece ~ /xml:lang="es"/
            if (spanish && !open) { print "Spanish behind nothing:" piece; bad = 1 }
            if (!spanish && open) { print "no Spanish:" before; bad = 1 }
            open = !spanish; before = piece; count++
        }
        if (open) { print "no Spanish:" before; bad = 1 }
        if (count < 10) { print "hardly a sentence was found"; bad = 1 }
        exit bad
    }' org.reviewdesk.ReviewDesk.metainfo.xml; then
    echo "org.reviewdesk.ReviewDesk.metainfo.xml: not every sentence is in Spanish too"
    fail=1
fi
exit $fail
