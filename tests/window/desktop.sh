#!/usr/bin/env bash
# A private desktop (Xvfb and a window manager) for one command; its screen is gone when the command ends.
#   desktop.sh [-s WIDTHxHEIGHT] COMMAND [ARG…]      Exit status: the command's; 90 when the desktop did not come up.
set -u
size=1280x800
[ "${1-}" = -s ] && { size=$2; shift 2; }
work=$(mktemp -d) || exit 90
pids=()
cleanup() {
    trap - EXIT
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null; done
    wait 2>/dev/null
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 143' TERM INT HUP
unset WAYLAND_DISPLAY QT_STYLE_OVERRIDE QT_QPA_PLATFORMTHEME SESSION_MANAGER DBUS_SESSION_BUS_ADDRESS
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME QT_SCALE_FACTOR
exec 7>"$work/display"
Xvfb -displayfd 7 -screen 0 "${size}x24" -dpi 96 -nolisten tcp -noreset >"$work/xvfb.log" 2>&1 &
pids+=($!)
exec 7>&-
for _ in $(seq 200); do [ -s "$work/display" ] && break; sleep 0.05; done
[ -s "$work/display" ] || { cat "$work/xvfb.log" >&2; exit 90; }
export DISPLAY=:$(head -n 1 "$work/display") QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR=$work HOME=$work/home XDG_SESSION_TYPE=x11
mkdir -p "$HOME" "$work/ob" && chmod 700 "$work"
cat >"$work/ob/rc.xml" <<'XML'
<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus><placement><policy>Smart</policy></placement>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <mouse><context name="Client"><mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind></context></mouse>
</openbox_config>
XML
openbox --sm-disable --config-file "$work/ob/rc.xml" >"$work/openbox.log" 2>&1 &
pids+=($!)
for _ in $(seq 200); do xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 0x && break; sleep 0.05; done
xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 0x || { cat "$work/openbox.log" >&2; exit 90; }
"$@"
exit $?
