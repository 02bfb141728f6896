#!/usr/bin/env bash
# The arrow test must fail on each kind of wrong arrow, and pass a right one.
set -u
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d) && trap 'rm -rf "$tmp"' EXIT
fail=0
try() { # expected(0/1) file include
    rm -rf "$tmp/c" && mkdir -p "$tmp/c"/{model/{support,policy,cases,letter,store,fhir,documents,reports},ui/{letter,widgets,elsewhere},app} && echo "#include $3" >"$tmp/c/$2"
    "$here/arrows.sh" "$tmp/c" >/dev/null; got=$?
    [ $got = "$1" ] || { echo "include $3 in $2: expected $1, got $got"; fail=1; }
}
try 0 model/cases/A.cpp '"policy/Policy.h"'
try 0 ui/A.cpp '"store/Workspace.h"'
try 0 app/Program.cpp '"ui/MainWindow.h"'
try 0 model/letter/A.cpp '<QPdfWriter>'
try 0 model/policy/A.cpp '<QStringView>'
try 0 model/reports/A.cpp '"store/RoundRecord.h"'
try 0 ui/A.cpp '<QChartView>'
try 0 ui/A.cpp '"reports/ReportTable.h"'
try 0 model/documents/A.cpp '<QPdfDocument>'
try 1 ui/A.cpp '<QPdfDocument>'
try 1 model/documents/A.cpp '"store/Workspace.h"'
try 1 model/store/A.cpp '"documents/Attachment.h"'
try 1 model/reports/A.cpp '<QSqlQuery>'
try 1 model/reports/A.cpp '<QChart>'
try 1 model/reports/A.cpp '"letter/LetterComposer.h"'
try 1 model/store/A.cpp '"reports/ReportTable.h"'
try 1 model/fhir/A.cpp '"store/Workspace.h"'
try 1 model/policy/A.cpp '"cases/ReviewCase.h"'
try 1 model/letter/A.cpp '"store/Workspace.h"'
try 1 model/store/A.h '"letter/LetterComposer.h"'
try 1 model/cases/A.cpp '"ui/MainWindow.h"'
try 1 model/support/A.h '"app/Verb.h"'
try 1 app/EvaluateVerb.cpp '"ui/MainWindow.h"'
try 1 ui/A.cpp '<QSqlQuery>'
try 1 model/cases/A.cpp '<QImage>'
try 1 model/letter/A.cpp '<QPushButton>'
try 1 model/letter/A.cpp '<QPrinter>'
try 1 ui/A.cpp '"Neighbour.h"'
try 0 ui/letter/A.cpp '"ui/review/ReviewSession.h"'
try 0 ui/letter/A.cpp '"ui/Desk.h"'
try 1 ui/letter/A.cpp '"ui/worklist/WorklistPage.h"'
try 1 ui/widgets/A.h '"ui/letter/LetterPage.h"'
try 1 ui/elsewhere/A.cpp '"ui/letter/LetterPage.h"'
exit $fail
