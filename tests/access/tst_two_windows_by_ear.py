#!/usr/bin/env python3
"""Two people in one case: two programs, two windows, one workspace, read from outside as a screen reader has them. Each sees
that the other is there; who saves later is shown both versions beside each other and chooses; nothing is overwritten. And a text
that a dictation tool puts into a field is saved like a typed one. On a server what the other does is there at once.
Usage: tst_two_windows_by_ear.py REVIEWDESK POLICY_PACK [SERVER_DESK, which starts one and says its address]"""

import json
import os
import signal
import subprocess
import tempfile

from screen_reader import Atspi, Lost, Program, Role, State, name_of, run, states_of

SECRET = "seven quiet herons"
PATIENCE = 45  # seconds: who else is there is asked every 20
AT_ONCE = 8  # seconds, on a server: it says so within one, and a screen reader on a busy machine needs the rest


class Seat:
    """One program and the person before it."""

    def __init__(self, reviewdesk, workspace, login, secret, patience):
        self.patience = patience
        self.program = Program([reviewdesk, "--workspace", workspace])
        self.turn()
        box = self.program.find(Role.COMBO_BOX, "Account", 30)
        self.program.focus(box)
        self.program.key("ctrl+a")
        self.program.type(login)
        self.program.fill("Passphrase", secret, role=Role.PASSWORD_TEXT)
        self.program.key("Return")
        self.program.find(Role.LIST, "Views", 60)

    def turn(self):
        """Brings this window to the front and gives it the keyboard."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.program.process.pid)], check=True,
                               capture_output=True, text=True).stdout.split()
        subprocess.run(["xdotool", "windowactivate", "--sync", found[-1]], check=True)

    def open(self, number):
        self.turn()
        self.program.view("All cases")
        self.program.key("ctrl+k")
        self.program.type(number)
        self.program.wait(lambda: [n for n in map(name_of, self.program.showing()) if n == number], 20, f"{number} in the list")
        self.program.open_first()
        self.program.key("alt+1")
        self.program.find(Role.TEXT, "Member ID", 20)

    def field(self, name):
        text = self.program.find(Role.TEXT, name).get_text_iface()
        return Atspi.Text.get_text(text, 0, text.get_character_count())

    def sees(self, words):
        return self.program.reads(words, self.patience)

    def saved(self):
        """Waits until the title says that nothing waits to be saved."""
        self.program.wait(lambda: ", saved " in (self.program.main.get_name() or ""), 15, "the title to say saved")


class Folder:
    """A workspace in a folder, with an invented caseload."""

    people, patience = ("kim.example", "robin.sample"), PATIENCE

    def __init__(self, reviewdesk, folder):
        self.reviewdesk, self.folder = reviewdesk, folder
        self.address, self.secret = os.path.join(folder, "workspace"), os.path.join(folder, "secret")
        self.hide(SECRET)
        subprocess.run([reviewdesk, "generate", "--workspace", self.address, "--passphrase-file", self.secret,
                        "--cases", "3", "--seed", "7"], check=True, capture_output=True)

    def hide(self, secret):
        with open(self.secret, "w", encoding="utf-8") as file:
            file.write(secret)

    def secret_of(self, _login):
        return SECRET

    def signed_in(self):
        return []

    def kept(self, number):
        """The case file that the workspace holds."""
        out = os.path.join(self.folder, "kept.json")
        if os.path.exists(out):
            os.remove(out)
        done = subprocess.run([self.reviewdesk, "export", "--workspace", self.address, "--passphrase-file", self.secret, *self.signed_in(),
                               "--case", number, "--format", "case", "--out", out], capture_output=True, text=True)
        if done.returncode:
            raise Lost(f"the kept case: {done.stderr}")
        with open(out, encoding="utf-8") as file:
            return json.load(file)

    def end(self):
        pass


class Server(Folder):
    """One on a PostgreSQL server of the test's own, where each person's passphrase is the login name."""

    people, patience = ("nora", "ned"), AT_ONCE

    def __init__(self, reviewdesk, folder, server_desk):
        self.reviewdesk, self.folder, self.secret = reviewdesk, folder, os.path.join(folder, "secret")
        self.process = subprocess.Popen([server_desk], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        if not self.address.startswith("postgresql://"):
            raise Lost("a server")
        self.hide("sam")

    def secret_of(self, login):
        return login

    def signed_in(self):
        return ["--user", "sam"]

    def end(self):
        self.process.stdin.close()
        self.process.wait(60)


def two_windows(argv):
    with tempfile.TemporaryDirectory() as folder:
        workspace = Server(argv[0], folder, argv[2]) if len(argv) > 2 else Folder(argv[0], folder)
        try:
            in_one_case(argv[0], workspace)
        finally:
            workspace.end()


def in_one_case(reviewdesk, workspace):
    one = Seat(reviewdesk, workspace.address, workspace.people[0], workspace.secret_of(workspace.people[0]), workspace.patience)
    one.program.press("New review")
    one.program.find(Role.TEXT, "Member name", 30)
    one.program.fill("Member name", "Quintessa Marlowe")
    one.program.fill("Member ID", "ZQ7781234")
    one.saved()
    number = one.program.main.get_name().split(",")[0]

    other = Seat(reviewdesk, workspace.address, workspace.people[1], workspace.secret_of(workspace.people[1]), workspace.patience)
    other.open(number)
    other.sees("has this case open since")
    one.sees("has this case open since")

    # in different fields: the later one takes the earlier one's over
    one.turn()
    one.program.fill("Plan", "Gold 1000")
    one.saved()
    other.program.wait(lambda: other.field("Plan") == "Gold 1000", workspace.patience, "the other window to follow")

    # in the same field, while the other's computer stands still: the second save is refused and both are shown
    other.turn()
    other.program.focus(other.program.find(Role.TEXT, "Group"))
    other.program.process.send_signal(signal.SIGSTOP)
    one.turn()
    one.program.fill("Group", "G-ONE")
    one.saved()
    other.turn()
    other.program.key("ctrl+a")
    other.program.type("G-TWO")
    other.program.process.send_signal(signal.SIGCONT)
    other.program.press("Compare and choose", exact=False)
    mine = other.program.wait(lambda: next((n for n in other.program.showing() if n.get_role() == Role.RADIO_BUTTON and
                                            "what you entered: G-TWO" in name_of(n)), None), 20, "my version")
    other.program.wait(lambda: next((n for n in other.program.showing() if n.get_role() == Role.RADIO_BUTTON and
                                     "what is kept now by" in name_of(n) and name_of(n).endswith("G-ONE")), None), 20,
                       "the kept version")
    if workspace.kept(number)["member"]["group"] != "G-ONE":
        raise Lost("the first save, before anything was chosen")
    if not states_of(mine).contains(State.CHECKED):
        mine.get_action_iface().do_action(0)
    other.program.press("Save these choices")
    other.program.wait(lambda: not other.program.dialog(), 20, "the comparison to close")
    other.program.wait(lambda: workspace.kept(number)["member"]["group"] == "G-TWO", 20,
                       "the chosen version to be kept")
    content = workspace.kept(number)["member"]
    for member, text in (("name", "Quintessa Marlowe"), ("member_id", "ZQ7781234"), ("plan", "Gold 1000")):
        if content[member] != text:
            raise Lost(f"“{text}” as {member}: {content}")
    one.program.wait(lambda: one.field("Group") == "G-TWO", workspace.patience, "the first window to follow")

    # a dictation tool writes through the tree, without a key
    one.turn()
    Atspi.EditableText.set_text_contents(one.program.find(Role.TEXT, "Facility").get_editable_text_iface(), "Said Hospital")
    one.program.wait(lambda: workspace.kept(number).get("facility", {}).get("name") ==
                     "Said Hospital", 20, "the dictated text to be kept")
    other.program.end()
    one.program.end()


run(two_windows)
