#!/usr/bin/env bash
# Reads every #include of ours and fails on an arrow the house does not draw. Usage: arrows.sh CHECKOUT
set -u
cd "$1" || exit 2
# room: rooms it may see (itself always)
declare -A MAY=(
    [model/support]=""
    [model/policy]="model/support"
    [model/cases]="model/support model/policy"
    [model/letter]="model/support model/policy model/cases"
    [model/store]="model/support model/policy model/cases"
    [model/fhir]="model/support model/policy model/cases"
    [model/documents]="model/support model/policy model/cases"
    [model/reports]="model/support model/policy model/cases model/store"
    [ui]="model/support model/policy model/cases model/letter model/store model/fhir model/documents model/reports"
    [app]="ui model/support model/policy model/cases model/letter model/store model/fhir model/documents model/reports"
)
# Qt modules whose headers a room may name, beyond Core
declare -A QT=(
    [model/support]="" [model/policy]="" [model/cases]="" [model/letter]="gui" [model/store]="sql" [model/fhir]="" [model/documents]="gui pdf" [model/reports]=""
    [ui]="gui widgets print svg charts" [app]="gui widgets"
)
GUI='QGuiApplication|QTextDocument|QTextCursor|QTextFrame|QTextTable|QTextBlock|QAbstractTextDocumentLayout|QPainter|QPdfWriter|QPagedPaintDevice|QImage|QFont|QFontDatabase|QFontMetrics.*|QColor|QPixmap|QIcon|QPageSize|QPageLayout|QKeyEvent|QPalette'
WIDGETS='Q(Application|Widget|Label|PushButton|MainWindow|Dialog|.*Layout|.*View|LineEdit|ComboBox|.*Button|.*Box|StyledItemDelegate|Style)'
fail=0
while IFS=: read -r file line text; do
    room=${file%%/*}
    [ "$room" = model ] && rest=${file#*/} && room=model/${rest%%/*}
    [ -n "${MAY[$room]+x}" ] || { echo "$file: the house has no room $room"; fail=1; continue; }
    name=${text#*[\"<]} name=${name%%[\">]*}
    target=
    case $name in
        support/*|policy/*|cases/*|letter/*|store/*|fhir/*|documents/*|reports/*) target=model/${name%%/*} ;;
        model/*) rest=${name#*/} target=model/${rest%%/*} ;;
        ui/*|app/*) target=${name%%/*} ;;
        *.h) case $text in *'"'*) echo "$file:$line: \"$name\" does not name its room"; fail=1; continue ;; esac ;;
    esac
    if [ -n "$target" ] && [ "$target" != "$room" ]; then
        case " ${MAY[$room]} " in
            *" $target "*) ;;
            *) echo "$file:$line: $room may not see $target ($name)"; fail=1 ;;
        esac
    fi
    qt=${QT[$room]}
    case $name in
        QSql*|QtSql*) case $qt in *sql*) ;; *) echo "$file:$line: $room may not name Qt Sql ($name)"; fail=1 ;; esac ;;
        QChart*|QBar*|QValueAxis|QLineSeries|QtCharts*) case $qt in *charts*) ;; *) echo "$file:$line: $room may not name Qt Charts ($name)"; fail=1 ;; esac ;;
        QPdfDocument*|QPdfSelection|QPdfSearchModel|QPdf*Model|QtPdf*) case $qt in *pdf*) ;; *) echo "$file:$line: $room may not name Qt Pdf ($name)"; fail=1 ;; esac ;;
        QPrint*) case $qt in *print*) ;; *) echo "$file:$line: $room may not name Qt PrintSupport ($name)"; fail=1 ;; esac ;;
    esac
    if [[ $name =~ ^($GUI)$ ]] && [[ $qt != *gui* ]]; then echo "$file:$line: $room may not name Qt Gui ($name)"; fail=1; fi
    if [[ $name =~ ^($WIDGETS)$ ]] && ! [[ $name =~ ^(QTextDocument|QAbstractTextDocumentLayout|QPageLayout)$ ]] && [[ $qt != *widgets* ]]; then
        case $name in QStringView|QByteArrayView|QLatin1StringView|QGlyphRun) ;; *) echo "$file:$line: $room may not name Qt Widgets ($name)"; fail=1 ;; esac
    fi
done < <(grep -rnE '^[[:space:]]*#[[:space:]]*include' --include=*.h --include=*.cpp model ui app)
# folders of ui: folders they may see (`widgets` and themselves always; files straight in ui/ all). One pair knows each other: the
# record is shown beside the review and gives its sources to the review's session.
declare -A FOLDER=(
    [widgets]="" [signin]="" [help]="" [history]="" [intake]="" [worklist]=""
    [accounts]="signin worklist"
    [decision]="documents history letter policy review"
    [documents]="intake review"
    [exports]="history"
    [letter]="review"
    [policy]="worklist"
    [review]="documents history intake policy"
    [settings]="documents intake"
    [supervisor]="policy worklist"
    [tour]="decision letter review worklist"
)
while IFS=: read -r file line text; do
    folder=${file#ui/} folder=${folder%%/*}
    [ -n "${FOLDER[$folder]+x}" ] || { echo "$file: tests/house/arrows.sh does not know ui/$folder"; fail=1; continue; }
    target=${text#*\"ui/} target=${target%%/*}
    case " widgets $folder ${FOLDER[$folder]} " in
        *" $target "*) ;;
        *) echo "$file:$line: ui/$folder may not see ui/$target"; fail=1 ;;
    esac
done < <(grep -rnE '#include "ui/[a-z]+/' --include=*.h --include=*.cpp ui/*/)
# a verb is a class without widgets: only the program's start in app/ may see ui
while IFS=: read -r file line text; do
    case $file in app/Program.cpp|app/DeskLibrary.h|app/DeskEntry.cpp) ;; *) echo "$file:$line: only the program's start may see ui"; fail=1 ;; esac
done < <(grep -rnE '#include "ui/' --include=*.h --include=*.cpp app)
exit $fail
