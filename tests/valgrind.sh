#!/usr/bin/env bash
# The readers of outside input, the evaluator and the store under valgrind, as many at a time as there are processors.
# Usage: valgrind.sh BUILD_FOLDER [STORE TEST…]: all of the store's, unless told which; but for those whose work is done by
# other programs (killed ones, servers).
set -u
unset REVIEWDESK_FULL # valgrind makes the usual run long enough
export QT_ENABLE_REGEXP_JIT=0 # valgrind cannot follow code that PCRE writes as it runs
export QTEST_FUNCTION_TIMEOUT=7200000 LC_ALL=C.UTF-8 TZ=UTC
root=$(cd "$(dirname "$0")/.." && pwd)
program=$(cd "$1" && pwd)/app/reviewdesk
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
check() { # what, expected exit status, command...
    local what=$1 expected=$2; shift 2
    local said=$work/${what//[^a-z_]/-}
    while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n; done
    {
        valgrind --quiet --error-exitcode=99 --leak-check=no "$@" >"$said.out" 2>"$said.err"
        got=$?
        if [ $got = "$expected" ]; then
            echo "valgrind: $what $(sed -n 's/^Totals: \([0-9]* passed, [0-9]* failed\).*/\1/p' "$said.out")"
        else
            echo "valgrind: $what ended with $got, not $expected"
            grep '^FAIL' "$said.out"
            tail -n 20 "$said.err"
            touch "$work/failed"
        fi
    } &
}
head -n 200 "$root/tests/data/policy/vectors.jsonl" | jq -c '{id, facts}' >"$work/cases.jsonl"
printf '{"id":"x","facts":{"a":\n\xff\n[]\n{"id":"x","id":"y"}\n' >"$work/bad.jsonl"
check "evaluate" 0 "$program" evaluate "$work/cases.jsonl"
check "evaluate of bad lines" 1 "$program" evaluate "$work/bad.jsonl"
check "policy check" 0 "$program" policy check "$root/resources/policies/med140/origin-2010-12.json"
head -c 5000 "$root/resources/policies/med140/origin-2010-12.json" >"$work/cut.json"
check "policy check of half a pack" 1 "$program" policy check "$work/cut.json"
shift
tests=("$@")
[ $# -gt 0 ] || tests=(tst_verify tst_tamper tst_worklist tst_worklist_search tst_documents_kept tst_backups tst_faults tst_letters_kept
    tst_workspace tst_workspace_copy tst_migrator tst_notes tst_accounts tst_rounds tst_samples tst_unsaved tst_keyring
    tst_workflow_in_sql tst_workloads tst_worklist_index tst_worklist_answers tst_worklist_reader tst_uuid tst_database tst_decision_drafts tst_signatures
    tst_write_ahead_log tst_workshop)
for test in "${tests[@]}"; do
    check "$test" 0 "$(dirname "$program")/../tests/store/$test"
done
wait
[ ! -e "$work/failed" ]
