"""The program as a screen reader has it: its accessibility tree, read from outside the process.

Buttons are pressed and fields focused through the tree; keys go through the X server, as a person's do. A test ends with the
first thing that cannot be read or reached, naming it."""

import os
import subprocess
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

warnings.filterwarnings("ignore", category=DeprecationWarning)  # Atspi's interfaces as every version has them

Role, State = Atspi.Role, Atspi.StateType
BUTTON = getattr(Role, "PUSH_BUTTON", None) or Role.BUTTON  # its name changed with AT-SPI 2.56
MENU_BUTTON = getattr(Role, "PUSH_BUTTON_MENU", BUTTON)  # what a button with a menu is to Qt 6.8; a button to Qt 6.4


class Lost(Exception):
    """What was looked for is not in the tree."""


def name_of(node):
    """What is spoken for this node: its name, or that of its label (a combo box's name is its entry)."""
    spoken = ""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            spoken = " ".join((relation.get_target(i).get_name() or "") for i in range(relation.get_n_targets()))
    return (spoken or node.get_name() or "").replace("&", "").strip()


def words_of(node):
    """What can be read of this node: its name, and the text that it holds."""
    text = node.get_text_iface()
    held = Atspi.Text.get_text(text, 0, min(text.get_character_count(), 20000)) if text else ""
    return f"{name_of(node)}\n{held}".strip()


def states_of(node):
    return node.get_state_set()


def is_showing(node):
    states = states_of(node)
    return states.contains(State.SHOWING) and states.contains(State.VISIBLE)


class Program:
    def __init__(self, argv):
        environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb")
        self.process = subprocess.Popen(argv, env=environment, stderr=subprocess.PIPE)
        self.root = self.wait(self._connected, 60, "the program on the accessibility bus")
        self.root.set_cache_mask(Atspi.Cache.NONE)
        self.main = self.windows()[0]
        self.announced = []  # names that changed, in the order a screen reader was told of them
        self.listener = Atspi.EventListener.new(self._hear)
        self.listener.register("object:property-change:accessible-name")

    def _connected(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
        return None

    def _hear(self, event):
        if event.source and event.source.get_process_id() == self.process.pid:
            self.announced.append(name_of(event.source))

    def hears(self, words, seconds=10):
        """Waits until a name with these words was announced."""
        self.wait(lambda: any(words in name for name in self.announced), seconds, f"“{words}” to be announced")

    def wait(self, answer, seconds, what):
        until = time.monotonic() + seconds
        while True:
            while GLib.MainContext.default().iteration(False):
                pass
            try:
                found = answer()
            except GLib.Error:  # a page went away while it was read
                found = None
            if found:
                return found
            if time.monotonic() > until:
                raise Lost(f"not within {seconds} s: {what}")
            if hasattr(self, "process") and self.process.poll() is not None:
                raise Lost(f"the program ended ({self.process.returncode}) before {what}")
            time.sleep(0.1)

    def showing(self, within=None, most_cells=200):
        """Every node on the screen, parents first; of a long table the first cells alone."""
        pending = [within or self.root]
        while pending:
            node = pending.pop()
            try:
                if node is not self.root and not is_showing(node):
                    continue
                yield node
                children = min(node.get_child_count(), most_cells)
                pending.extend(
                    child for child in (node.get_child_at_index(i) for i in reversed(range(children))) if child)
            except GLib.Error:
                continue

    def find(self, role, name, seconds=15, exact=True):
        roles = {BUTTON, MENU_BUTTON} if role == BUTTON else {role}

        def look():
            for node in self.showing():
                if node.get_role() in roles:
                    spoken = name_of(node)
                    if spoken == name or (not exact and name in spoken):
                        return node
            return None

        return self.wait(look, seconds, f"{Atspi.role_get_name(role)} “{name}”")

    def reads(self, words, seconds=15):
        """Waits until these words are somewhere on the screen, and gives all that stands where they are."""
        return self.wait(lambda: next((n for n in map(words_of, self.showing()) if words in n), None), seconds, f"“{words}”")

    def press(self, name, role=BUTTON, exact=True):
        node = self.find(role, name, exact=exact)
        self.wait(lambda: states_of(node).contains(State.ENABLED), 10, f"“{name}” to be enabled")
        node.get_action_iface().do_action(0)
        return node

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)
        time.sleep(0.1)

    def type(self, text):
        lines = text.split("\n")
        for i, line in enumerate(lines):
            if i:
                self.key("Return")
            if line:
                subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "12", "--", line], check=True)

    def focus(self, node):
        """Focuses through the tree; a tool button of Qt 6.4 does not offer that and is reached by Tab, as by a person."""
        for _ in range(0 if node.get_component_iface().grab_focus() else 150):
            if states_of(node).contains(State.FOCUSED):
                break
            self.key("Tab")
        self.wait(lambda: states_of(node).contains(State.FOCUSED), 5, f"the focus on “{name_of(node)}”")

    def fill(self, name, text, role=Role.TEXT):
        field = self.find(role, name)
        self.focus(field)
        self.key("ctrl+a")
        self.type(text)
        return field

    def choose(self, name, entry):
        box = self.find(Role.COMBO_BOX, name)
        self.focus(box)
        self.type(entry.split()[0])  # a space would open the list
        self.wait(lambda: entry in (box.get_name() or "") or entry in name_of(box) or self._current(box) == entry, 5,
                  f"“{entry}” in “{name}”")

    @staticmethod
    def _current(box):
        selection = box.get_selection_iface()
        chosen = selection.get_selected_child(0) if selection and selection.get_n_selected_children() else None
        return chosen.get_name() if chosen else None

    def skip_tour(self):
        """The tour that the practice caseload opens with, once for each role."""
        self.press("Skip the tour")
        self.wait(lambda: not self.maybe(BUTTON, "Skip the tour"), 10, "the tour to go")

    def become(self, place):
        """Of the practice caseload: goes on as the account at this place of the account menu's list."""
        before = name_of(self.account())
        self.focus(self.account())
        self.key("space")
        time.sleep(0.5)
        self.key("p")
        time.sleep(0.5)
        self.key(*["Down"] * place, "Return")
        self.wait(lambda: (account := self.account()) and name_of(account) != before, 30, f"another account than {before}")
        return name_of(self.account())

    def maybe(self, role, name):
        return next((n for n in self.showing() if n.get_role() == role and name_of(n) == name), None)

    def dialog(self):
        """The window in front of the program's own, where there is one."""
        others = [n for n in self.windows() if is_showing(n) and n != self.main]
        return others[-1] if others else None

    def windows(self):
        children = [self.root.get_child_at_index(i) for i in range(self.root.get_child_count())]
        return [child for child in children if child]

    def is_step(self, title):
        return any(name_of(n) == title and "this step is shown" in (n.get_description() or "") for n in self.showing())

    def chosen(self, view):
        """The name of the entry that is chosen in a list."""
        for i in range(view.get_child_count()):
            child = view.get_child_at_index(i)
            if child and states_of(child).contains(State.SELECTED):
                return name_of(child)
        return ""

    def view(self, name):
        """Chooses a view of the worklist by the keys of its list."""
        views = self.find(Role.LIST, "Views")
        self.focus(views)
        self.key("Home")
        for _ in range(views.get_child_count()):
            chosen = self.chosen(views)
            if chosen.startswith(name):
                return
            self.key("Down")
            self.wait(lambda: self.chosen(views) != chosen, 10, f"the view “{name}” below “{chosen}”")
        raise Lost(f"the view “{name}”")

    def open_first(self, below=0):
        """Opens the first case of the worklist, or one so far below it."""
        cases = self.find(Role.TABLE, "Cases")
        self.focus(cases)
        self.wait(lambda: cases.get_child_count() > 0, 10, "a case in the worklist")
        self.key("Home", *["Down"] * below, "Return")
        self.wait(lambda: not self.maybe(Role.TABLE, "Cases"), 20, "the case to open")

    def account(self):
        return next((n for n in self.showing() if name_of(n).startswith("Account: ")), None)

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        return self.process.stderr.read().decode(errors="replace")


def run(test):
    """Runs test(program's command) and says what it could not read or reach, with a picture of the screen."""
    Atspi.init()
    Atspi.set_timeout(20_000, 60_000)  # milliseconds: a busy machine answers late
    try:
        test(sys.argv[1:])
    except Lost as lost:
        picture = os.path.abspath(os.path.basename(sys.argv[0]).replace(".py", ".png"))
        subprocess.run(["import", "-window", "root", picture], check=False)
        print(f"FAIL: {lost}; the screen: {picture}", file=sys.stderr)
        sys.exit(1)
    print("PASS")
