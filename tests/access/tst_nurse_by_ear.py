#!/usr/bin/env python3
"""The nurse's whole job through the accessibility tree alone, as with a screen reader: a new request, the answers, the
criterion that turns met, the outcome as announced, the approval, the letter. Usage: tst_nurse_by_ear.py REVIEWDESK POLICY_PACK"""

import json
from datetime import date, timedelta

from screen_reader import Lost, Program, Role, State, name_of, run, states_of, words_of

REQUEST = [
    ("Received on", (date.today() - timedelta(days=1)).isoformat()),
    ("Received at", "09:10"),
    ("Member name", "Quintessa Marlowe"),
    ("Date of birth", "1961-04-02"),
    ("Member ID", "ZQ7781234"),
    ("Plan", "Silver 2500"),
    ("Preferred language", "en"),
    ("Member address", "12 Elm St\nTacoma, WA 98402"),
    ("Provider name", "Lee Muller, MD"),
    ("Provider NPI", "1234567893"),
    ("Fax number", "253-555-0101"),
    ("Provider address", "1 Oak St\nTacoma, WA 98402"),
    ("Diagnosis codes", "C18.9, C78.7"),
    ("Planned on", (date.today() + timedelta(days=10)).isoformat()),
]
CHOICES = [
    ("Channel", "Fax"),
    ("Urgency", "Standard"),
    ("Timing", "Before the service"),
    ("Line of business", "Commercial, insured"),
    ("Plan state", "WA"),
]


def toggle(node):
    node.get_action_iface().do_action(0)


class Nurse:
    def __init__(self, program, pack):
        self.program = program
        with open(pack, encoding="utf-8") as file:
            self.facts = {fact["id"]: fact for fact in json.load(file)["facts"]}

    def step(self, number, title):
        self.program.key(f"alt+{number}")
        self.program.wait(lambda: self.program.is_step(title), 15, f"the step {title}")

    def answer(self, fact, answer):
        """Toggles the answer of that value in the group that has the question's name."""
        question = self.facts[fact]["question"]
        label = next(o["label"] for o in self.facts[fact]["options"] if str(o["value"]).lower() == answer)

        def look():
            for group in self.program.showing():
                if group.get_role() in (Role.PANEL, Role.GROUPING) and name_of(group) == question:
                    for button in self.program.showing(group):
                        if button.get_role() == Role.RADIO_BUTTON and label in name_of(button):
                            return button
            return None

        button = self.program.wait(look, 15, f"“{label}” to “{question}”")
        toggle(button)
        self.program.wait(lambda: states_of(button).contains(State.CHECKED), 5, f"“{label}” to stay chosen")

    def criterion(self, words):
        """The whole name of a criterion's row, once it begins so: "I.B.3.b, met: …"."""
        return self.program.wait(
            lambda: next((n for n in map(name_of, self.program.showing()) if n.startswith(words)), None), 15, words)


def by_ear(argv):
    program = Program([argv[0], "--demo", "--cases", "20"])
    nurse = Nurse(program, argv[1])
    program.reads("RD-2026-", 30)
    program.skip_tour()
    program.press("New review")
    program.find(Role.TEXT, "Received on", 30)
    for name, entry in CHOICES:
        program.choose(name, entry)
    for name, text in REQUEST:
        program.fill(name, text)
    for code in ("37243", "C2616"):
        toggle(program.find(Role.CHECK_BOX, code, exact=False))
    nurse.step(2, "Procedure")
    nurse.answer("procedure", "radioembolization")
    nurse.step(3, "Location")
    nurse.answer("location", "liver")
    nurse.step(4, "Tumor")
    nurse.answer("tumor_origin", "metastatic")
    nurse.answer("metastatic_type", "colorectal")
    nurse.step(5, "Liver disease")
    for fact in ("unresectable", "liver_dominant", "diffuse", "progressive"):
        nurse.answer(fact, "true")
    nurse.criterion("I.B.3.b.i, met: ")
    nurse.step(6, "Prior therapy")
    nurse.criterion("I.B.3.b, open: ")
    program.announced.clear()
    nurse.answer("chemotherapy_refractory", "true")
    program.hears("Criteria met")
    nurse.criterion("I.B.3.b, met: ")
    program.reads("Criteria met: I.B.3, I.B.3.b.i, I.B.3.b.ii")
    nurse.step(8, "Recommendation")
    program.fill("Authorization number", "AUTH-55120")
    program.fill("Valid from", date.today().isoformat())
    program.fill("Valid to", (date.today() + timedelta(days=90)).isoformat())
    program.press("Approve")
    letter = program.reads("Quintessa Marlowe", 30)
    program.find(Role.DOCUMENT_FRAME, "Letter as it will print", 30)
    letter = program.reads("AUTH-55120", 30)
    for words in ("Quintessa Marlowe", "I.B.3.b.i"):
        if words not in letter:
            raise Lost(f"“{words}” in the letter: {letter}")
    program.press("Issue letter")
    program.reads("Issued", 30)
    program.end()


run(by_ear)
