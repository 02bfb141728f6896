#!/usr/bin/env bash
# The readers of outside input, the evaluator and the store under valgrind. Usage: valgrind.sh BUILD_FOLDER
set -u
export QT_ENABLE_REGEXP_JIT=0 # valgrind cannot follow code that PCRE writes as it runs
export QTEST_FUNCTION_TIMEOUT=7200000 LC_ALL=C.UTF-8 TZ=UTC
root=$(cd "$(dirname "$0")/.." && pwd)
program=$(cd "$1" && pwd)/app/reviewdesk
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
status=0
check() { # what, expected exit status, command...
    local what=$1 expected=$2; shift 2
    valgrind --quiet --error-exitcode=99 --leak-check=no "$@" >"$work/out" 2>"$work/err"
    local got=$?
    [ $got = "$expected" ] || { echo "valgrind: $what ended with $got, not $expected"; tail -n 20 "$work/err"; status=1; }
}
head -n 200 "$root/tests/data/policy/vectors.jsonl" | jq -c '{id, facts}' >"$work/cases.jsonl"
printf '{"id":"x","facts":{"a":\n\xff\n[]\n{"id":"x","id":"y"}\n' >"$work/bad.jsonl"
check "evaluate" 0 "$program" evaluate "$work/cases.jsonl"
check "evaluate of bad lines" 1 "$program" evaluate "$work/bad.jsonl"
check "policy check" 0 "$program" policy check "$root/resources/policies/med140/origin-2010-12.json"
head -c 5000 "$root/resources/policies/med140/origin-2010-12.json" >"$work/cut.json"
check "policy check of half a pack" 1 "$program" policy check "$work/cut.json"
for test in tst_uuid tst_database tst_decision_drafts tst_signatures tst_write_ahead_log tst_workshop; do
    check "store/$test" 0 "$(dirname "$program")/../tests/store/$test"
done
exit $status
