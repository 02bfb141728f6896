#!/usr/bin/env bash
# The window that asks for the passphrase loads nothing that only the desk or a server needs.
#   start_libraries.sh REVIEWDESK
set -u
loaded=$(LD_TRACE_LOADED_OBJECTS=1 "$1") || exit 1
grep -q 'libreviewdesk\.so' <<<"$loaded" || { echo "the program's own library is not among: $loaded"; exit 1; }
late=$(grep -oE 'lib(Qt6Charts|Qt6OpenGL|Qt6Pdf|Qt6Network|qpdf|qrencode|pq|ssl|reviewdesk-desk)[^ ]*' <<<"$loaded") || exit 0
echo "loaded before the sign-in window, though not needed there:"
echo "$late"
exit 1
