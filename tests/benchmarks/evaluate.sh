#!/bin/bash
# evaluate.sh REVIEWDESK [LINES]: `reviewdesk evaluate` beside `jq -c .id` on the same file: time, ratio (goal: 5 or more) and
# peak resident memory (goal: under 100 MB). All lines differ.
set -euo pipefail
program=$1
lines=${2:-1000000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

awk -v lines="$lines" 'BEGIN {
    srand(140)
    split("radioembolization tae tace", procedure); split("liver other", place); split("primary metastatic", origin)
    split("hcc icc other", primary)
    split("neuroendocrine colorectal appendiceal_adenocarcinoid melanoma breast pancreatic other", metastatic)
    split("ocular_uveal cutaneous other", melanoma)
    count = split("unresectable bridge_to_transplant liver_dominant diffuse progressive symptomatic systemic_therapy_failed " \
        "systemic_therapy_candidate chemotherapy_refractory chemotherapy_candidate", yesno)
    for (i = 0; i < lines; ++i) {
        text = "{\"id\":\"case-" i "\",\"facts\":{\"procedure\":\"" (rand() < 0.8 ? procedure[1] : procedure[1 + int(rand() * 3)]) "\""
        text = text ",\"location\":\"" (rand() < 0.9 ? place[1] : place[2]) "\",\"tumor_origin\":\"" origin[1 + int(rand() * 2)] "\""
        text = text ",\"primary_type\":\"" primary[1 + int(rand() * 3)] "\",\"metastatic_type\":\"" metastatic[1 + int(rand() * 7)] "\""
        text = text ",\"melanoma_type\":\"" melanoma[1 + int(rand() * 3)] "\""
        for (j = 1; j <= count; ++j) {
            known = rand()
            if (known < 0.8)
                text = text ",\"" yesno[j] "\":" (known < 0.4 ? "true" : "false")
            else if (known < 0.9)
                text = text ",\"" yesno[j] "\":null"
        }
        print text "}}"
    }
}' > "$folder/cases.jsonl"

seconds() { # COMMAND...: seconds of the quickest of three runs; the answers are thrown away, so that no disk is measured
    local best=
    for _ in 1 2 3; do
        local start=$EPOCHREALTIME
        "$@" > /dev/null
        local taken
        taken=$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }')
        best=$(awk -v a="${best:-$taken}" -v b="$taken" 'BEGIN { print a < b ? a : b }')
    done
    echo "$best"
}

jq=$(seconds jq -c .id "$folder/cases.jsonl")
ours=$(seconds "$program" evaluate "$folder/cases.jsonl")
"$program" evaluate "$folder/cases.jsonl" > "$folder/answers"
[ "$(wc -l < "$folder/answers")" -eq "$lines" ] || { echo "answers are missing"; exit 1; }
# Peak memory: the kernel's high-water mark, read while the input is held open behind its last line.
: > "$folder/again"
peak=$( { cat "$folder/cases.jsonl"; while [ ! -e "$folder/read" ]; do sleep 0.1; done; } | {
    "$program" evaluate > "$folder/again" <&0 &
    while [ "$(wc -l < "$folder/again")" -lt "$lines" ]; do sleep 0.2; done
    awk '/^VmHWM/ { print $2 / 1024 }' "/proc/$!/status"
    touch "$folder/read"
    wait
} )
cmp -s "$folder/answers" "$folder/again" || { echo "a file and a pipe are answered differently"; exit 1; }
awk -v n="$lines" -v jq="$jq" -v ours="$ours" -v peak="$peak" 'BEGIN {
    printf "%d lines: jq -c .id %.2f s, reviewdesk evaluate %.2f s: %.1f times as fast%s; peak memory %.1f MB%s\n",
        n, jq, ours, jq / ours, (jq / ours < 5 ? " (TOO SLOW)" : ""), peak, (peak > 100 ? " (TOO MUCH)" : "")
}'
