#!/usr/bin/env bash
# What the shell offers after a word: completion.sh COMPLETION PROGRAM
set -u
completion=$1 program=$2 fail=0
_init_completion() { cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} words=("${COMP_WORDS[@]}") cword=$COMP_CWORD; }
_filedir() { COMPREPLY=("files${1:+ $1}"); }
. "$completion"
offers() { # WHAT WORD…: the last word is the one that is being typed
    local expected=$1
    shift
    COMP_WORDS=("$program" "$@") COMP_CWORD=$# COMPREPLY=()
    _reviewdesk "$program"
    [ "${COMPREPLY[*]}" = "$expected" ] || { echo "after '$*': '${COMPREPLY[*]}', not '$expected'"; fail=1; }
}
offers 'evaluate export' e
offers 'check' policy ''
offers 'files' policy check ''
offers 'files' import --workspace here ''
offers 'files -d' import --workspace ''
offers '--passphrase-file' backup --pass
offers 'files' backup --passphrase-file ''
offers '' backup --user ''
offers '' backup ''
offers '' generate --cases ''
offers 'member provider' letter --to ''
offers 'files -d' backup --to ''
offers 'prepare upgrade copy' workspace ''
offers 'prepare' workspace p
offers '' workspace --user ''
offers '' workspace prepare ''
offers 'America/Los_Angeles' workspace prepare --time-zone America/Los_A
offers 'America/Los_Angeles' letter --time-zone America/Los_A
exit $fail
