#!/usr/bin/env python3
"""Every screen of the program through the accessibility tree, for each role: whatever can have the focus has a name and a
role that say what it is, no two buttons of a screen have one name, every button has a name.
Usage: tst_every_screen.py REVIEWDESK [POLICY_PACK]"""

import os
import struct
import subprocess
import tempfile
import time
import zlib

from screen_reader import BUTTON, Atspi, Lost, Program, Role, State, name_of, run, states_of, words_of

NAMELESS = {Role.UNKNOWN, Role.FILLER, Role.INVALID}
BUTTONS = {BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.MENU_ITEM}
SECRET = "seven quiet herons"
STEPS = ["Request", "Procedure", "Location", "Tumor", "Liver disease", "Prior therapy", "Documents", "Recommendation"]


def scanned_page():
    """A grey page of 200×260 points, as a scanner writes it: PNG."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([224] * 200) for _ in range(260))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 200, 260, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Walk:
    def __init__(self, program):
        self.program = program
        self.problems = []

    def look(self, screen, words=None):
        """Goes over the screen, or over the dialog on it, once `words` are there."""
        if words:
            self.program.reads(words, 30)
        stops, problems = 0, []
        for node in self.program.showing(self.program.dialog()):
            states, role = states_of(node), Atspi.role_get_name(node.get_role())
            focusable = states.contains(State.FOCUSABLE) and node.get_parent() != self.program.root
            stops += focusable
            if not name_of(node) and (focusable or node.get_role() in BUTTONS):
                around = name_of(node.get_parent()) if node.get_parent() else ""
                problems.append(f"a {role} without a name in “{around}”, described “{node.get_description()}”")
            elif focusable and node.get_role() in NAMELESS:
                problems.append(f"“{name_of(node)}” has the role {role}")
        if stops == 0:
            problems.append("nothing on it can have the focus")
        print(f"{screen}: {stops} stops, {len(problems)} problems", *problems, sep="\n  ", flush=True)
        self.problems += [f"{screen}: {problem}" for problem in problems]

    def dialog(self, button, exact=True):
        """What this button opens, and all its tabs; then closed."""
        self.program.press(button, exact=exact)
        self.program.wait(self.program.dialog, 15, f"the dialog of “{button}”")
        tabs = [n for n in self.program.showing(self.program.dialog()) if n.get_role() == Role.PAGE_TAB]
        for tab in tabs:
            tab.get_action_iface().do_action(0)
            self.look(f"{button} {name_of(tab)}")
        if not tabs:
            self.look(button)
        self.close()

    def opened(self, screen, *keys):
        """The dialog that these keys open; then closed."""
        self.program.key(*keys)
        self.program.wait(self.program.dialog, 15, screen)
        self.look(screen)
        self.close()

    def close(self):
        self.program.key("Escape")
        self.program.wait(lambda: not self.program.dialog(), 10, "the dialog to close")

    def tour(self):
        """Goes through it to its end; each stop is read with the button that has the focus."""
        heard = []
        while True:
            button = self.program.wait(
                lambda: next((n for n in self.program.showing() if n.get_role() == BUTTON
                              and name_of(n) in ("Next", "Done") and states_of(n).contains(State.FOCUSED)
                              and n.get_description() and n.get_description() not in heard), None), 30, "the next stop")
            heard.append(button.get_description())
            self.look(f"tour, {heard[-1].split('.')[0]}")
            last = name_of(button) == "Done"
            self.program.key("Return")
            if last:
                break
        self.program.wait(lambda: not self.program.maybe(BUTTON, "Done"), 10, "the tour to go")
        if len(heard) < 6:
            self.problems.append(f"the tour has {len(heard)} stops: {heard}")

    def nurse(self):
        self.program.reads("RD-2026-", 30)
        self.tour()
        self.look("worklist of a nurse", "RD-2026-")
        self.program.key("F1")
        self.look("help", "The worklist")
        self.program.key("Escape")
        self.program.key("ctrl+comma")
        self.program.wait(self.program.dialog, 15, "the settings")
        self.look("settings of a nurse", "For you, on this computer")
        self.close()
        self.program.key("ctrl+n")
        for number, step in enumerate(STEPS, 1):
            self.program.key(f"alt+{number}")
            self.program.wait(lambda step=step: self.program.is_step(step), 15, f"the step {step}")
            self.look(f"wizard, {step}")
        self.program.press("Open policy text")
        self.look("policy text", "Policy text")
        self.program.key("Escape")
        for button in ("Remarks…", "History…"):
            self.dialog(button)
        self.opened("rules of time", "ctrl+d")
        self.program.key("F8")
        self.look("record", "No document is attached yet")
        self.attaching()
        self.program.key("F8")
        self.back_to_worklist()
        self.columns()
        self.program.press("Incoming", exact=False)
        self.look("incoming requests", "Nothing has come in")
        self.back_to_worklist()

    def attaching(self):
        """A scan, by the record's button and the system's dialog for files, into the record."""
        with tempfile.TemporaryDirectory() as folder:
            scan = os.path.join(folder, "clinic note.png")
            with open(scan, "wb") as file:
                file.write(scanned_page())
            # the dialog for files is Qt's and runs in the press: whoever presses through the tree would wait for its end
            self.program.focus(self.program.find(BUTTON, "Attach files…"))
            self.program.key("space")
            self.program.wait(self.program.dialog, 15, "the dialog for files")
            self.program.type(scan + "\n")
            self.look("attach documents", "They are kept encrypted")
            self.program.key("Down")  # of what the policy asks for, the first; the focus is there
            self.program.press("Attach")
            self.program.wait(lambda: not self.program.dialog(), 20, "the scan to be attached")
        self.look("record with a document", "Drag over a passage")

    def columns(self):
        """Arranged by keys: from the menu to the dialog."""
        self.program.focus(self.program.find(BUTTON, "Columns"))
        self.program.key("space")
        time.sleep(0.5)  # for the menu, which is no part of the window's tree
        self.program.key("a")
        self.program.wait(self.program.dialog, 15, "the arrangement of columns")
        self.look("arrange columns", "Columns, from left to right")
        self.close()

    def letters(self):
        self.program.view("To print")
        self.program.open_first()
        self.look("decided case", "Open letter")
        self.dialog("Remarks…")
        self.program.press("Open letter")
        self.look("letter", "Save PDF…")
        self.back_to_worklist()

    def back_to_worklist(self):
        for _ in range(4):
            if self.program.maybe(Role.LIST, "Views"):
                return
            self.program.key("Escape")
        self.program.find(Role.LIST, "Views")

    def physician(self):
        self.look("worklist of a physician", "For a physician")
        self.program.open_first()
        self.look("decision", "Sign decision")
        self.dialog("Remarks…")
        self.back_to_worklist()

    def second_review(self):
        """The first that she has not finished, of the sample that she was given."""
        self.program.press("Second reviews", role=Role.CHECK_BOX)
        self.look("second reviews", "Cases of the sample")
        cases = self.program.find(Role.TABLE, "Cases of the sample")
        self.program.focus(cases)
        self.program.key("ctrl+End", "Return")
        self.program.reads("Second review, blind", 30)
        for number, step in enumerate(STEPS, 1):
            self.program.key(f"alt+{number}")
            self.program.wait(lambda step=step: self.program.is_step(step), 15, f"the step {step}")
            self.look(f"second review, {step}")
        self.program.find(BUTTON, "Finish the second review")
        self.program.key("Escape")

    def rounds(self):
        """A decided case is opened once more, and its two rounds are compared."""
        for place in range(12):  # some of them are pended
            self.program.view("To print")
            self.program.open_first(place)
            self.program.find(BUTTON, "Confirm", 30)
            if self.program.maybe(Role.RADIO_BUTTON, "Reopen"):
                break
            self.back_to_worklist()
        self.look("decided case of a supervisor", "Reopen")
        self.program.find(Role.RADIO_BUTTON, "Reopen").get_action_iface().do_action(0)
        self.program.fill("On what ground", "Another scan came.")
        self.program.press("Confirm")
        self.program.find(Role.TABLE, "Cases", 30)
        self.program.view("Drafts")
        for place in range(12):  # the one with a round before it
            self.program.open_first(place)
            self.program.find(BUTTON, "Open the review", 30)
            if self.program.maybe(BUTTON, "Compare rounds…"):
                break
            self.back_to_worklist()
        self.dialog("Compare rounds…")
        self.back_to_worklist()

    def supervisor(self):
        self.look("worklist of a supervisor", "RD-2026-")
        self.rounds()
        self.program.key("ctrl+comma")
        self.program.wait(self.program.dialog, 15, "the settings")
        self.look("settings of a supervisor", "For you, on this computer")
        self.close()
        for word, button in [("backup", "Accounts, keys and backups…"), ("logo", "Letterhead…")]:
            self.program.key("ctrl+comma")
            self.program.wait(self.program.dialog, 15, "the settings")
            self.program.type(word)
            windows = len(self.program.windows())
            self.program.press(button)
            self.program.wait(lambda: len(self.program.windows()) > windows, 15, f"the dialog of “{button}”")
            self.look(button)
            self.program.key("Escape")
            self.program.wait(lambda: len(self.program.windows()) == windows, 15, f"the dialog of “{button}” to close")
            self.program.key("Escape")  # empties the search
            self.close()
        self.program.press("Department", role=Role.CHECK_BOX)
        sections = self.program.find(Role.LIST, "Department")
        for place in range(sections.get_child_count()):
            self.program.focus(sections)
            self.program.key("Home", *["Down"] * place)
            section = self.program.chosen(sections)
            self.look(f"department, {section}")
            if section == "Quality":
                self.dialog("Draw a sample…")
            if section.startswith("Letters to release"):
                self.dialog("Release", exact=False)
        self.program.press("Reports")
        self.look("reports", "Yearly metrics")
        self.behind_a_number()
        self.program.key("ctrl+l")
        self.look("locked", "Your work is kept as you left it.")

    def behind_a_number(self):
        """The cases of the first number that has any."""
        numbers = self.program.find(Role.TABLE, "etrics", exact=False)
        self.program.focus(numbers)
        for _ in range(12):
            self.program.key("Return")
            if any("Enter opens one" in words_of(n) for n in self.program.showing()):
                self.look("cases behind a number")
                self.program.key("Escape")
                return
            self.program.key("Down")
        self.problems.append("no number of a report opens its cases")


def first_start(program):
    """Of a workspace that is not there yet."""
    with tempfile.TemporaryDirectory() as folder:
        entrance = Program([program, "--workspace", os.path.join(folder, "workspace")])
        walk = Walk(entrance)
        walk.look("first start", "This makes an encrypted workspace")
        entrance.end()
        return walk.problems


def sign_in(program):
    """To a workspace that is there: with a wrong passphrase, then with the right one."""
    with tempfile.TemporaryDirectory() as folder:
        workspace, secret = os.path.join(folder, "workspace"), os.path.join(folder, "secret")
        with open(secret, "w", encoding="utf-8") as file:
            file.write(SECRET)
        subprocess.run([program, "generate", "--workspace", workspace, "--passphrase-file", secret, "--cases", "3",
                        "--seed", "7"], check=True, capture_output=True)
        entrance = Program([program, "--workspace", workspace])
        walk = Walk(entrance)
        walk.look("sign-in", "Sign in")
        account = entrance.find(Role.COMBO_BOX, "Account")
        entrance.focus(account)
        entrance.key("ctrl+a")
        entrance.type("kim.example")
        for words, after in (("not mine", "do not belong together"), (SECRET, "RD-2026-")):
            entrance.fill("Passphrase", words, role=Role.PASSWORD_TEXT)
            entrance.wait(lambda: entrance.maybe(BUTTON, "Sign in"), 20, "the wait after a wrong passphrase to end")
            entrance.key("Return")
            walk.look(f"sign-in, “{after}”", after)
        entrance.end()
        return walk.problems


def every_screen(argv):
    problems = first_start(argv[0]) + sign_in(argv[0])
    program = Program([argv[0], "--demo", "--cases", "60"])
    walk = Walk(program)
    walk.nurse()
    walk.letters()
    program.become(4)
    program.skip_tour()
    walk.physician()
    program.become(2)  # who was given a sample; a nurse's tour was seen
    walk.second_review()
    program.become(0)
    program.skip_tour()
    walk.supervisor()
    program.end()
    problems += walk.problems
    if problems:
        raise Lost("\n  ".join(["not every screen can be read:", *problems]))


run(every_screen)
