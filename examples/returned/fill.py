#!/usr/bin/env python3
"""Fills in the blank packets of a folder as interviewers would: fill.py BLANK FILLED. Called by make.sh."""

import itertools
import re
import sys
from pathlib import Path

import pypdf
from pypdf.generic import NameObject, TextStringObject

# Ratings by candidate and interviewer, in the order of the questions. None is left blank; a dash is "not assessed".
RATINGS = {
    ("c1", 1): ["4", "4", "2", "3"],
    ("c1", 2): ["2", "5", "not-assessed", "3"],
    ("c2", 1): ["3", "3", "4", "3"],
    ("c2", 2): ["3", "2", "3", "4"],
    ("c3", 1): ["5", "4", "4", "4"],
}
# What was copied wrong to a scorecard: candidate, interviewer, place of the question, and the rating. `collect` finds it.
COPIED_WRONG = ("c2", 2, 1, "4")
# Of the competencies, by interviewer.
COMPETENCIES = {1: ["4", "3", "2", "4", "2"], 2: ["3", "3", "4", "not-assessed", "3"]}
RECOMMENDATION = {"c1": "yes", "c2": "no", "c3": "strong-yes"}
# Taken in turn, from the interviewer's number on.
EVIDENCE = [
    "Named the owner, the deadline, and what was cut.",
    "Asked for data first.\nExample: own part is clear; the result is vague.",
    "Offered two plans with their risks.",
    "Wrote down who accepts the risk.",
    "No example from own work.",
]
REASONS = "Clear on priorities; the example had no measured result."
SIGNED = {"c1": "2026-11-23", "c2": "2026-11-24", "c3": "2026-11-25"}
# The third candidate's second interviewer has handed in nothing.
MARKDOWN = {("c2", 2)}


def evidence_of(interviewer):
    """What an interviewer writes down, question by question."""
    return itertools.cycle(EVIDENCE[interviewer:] + EVIDENCE[:interviewer])


def answers(names, candidate, interviewer):
    """What is filled in, by the names of the fields: text, the value of a box, or True."""
    ratings = iter(RATINGS[candidate, interviewer])
    competencies = iter(COMPETENCIES[interviewer])
    evidence = evidence_of(interviewer)
    for name in names:
        part = name.rsplit(".", 1)[-1]
        if part == "rating":
            yield name, next(ratings)
        elif ".competencies." in f".{name}":
            yield name, next(competencies)
        elif part == "recommendation":
            yield name, RECOMMENDATION[candidate]
        elif name.endswith("recommendation.notes"):
            yield name, REASONS
        elif part == "evidence":
            yield name, next(evidence)
        elif part == "signature":
            yield name, "R. O." if interviewer == 1 else "L. M."
        elif part == "date":
            yield name, SIGNED[candidate]
        elif name.endswith(("rubric.1", "rated-alone", "rated-on-evidence")):
            yield name, True


def fields(writer):
    """The fields of a form, by their names, in the order of the pages."""
    found = {}
    for page in writer.pages:
        for widget in page.get("/Annots", []):
            widget = widget.get_object()
            field = widget if "/T" in widget else widget["/Parent"].get_object()
            names, above = [], field
            while above is not None:
                if "/T" in above:
                    names.append(above["/T"])
                above = above["/Parent"].get_object() if "/Parent" in above else None
            if "/FT" in field or "/FT" in widget:
                found.setdefault(".".join(reversed(names)), (field, []))[1].append(widget)
    return found


def fill_pdf(blank, filled, candidate, interviewer):
    writer = pypdf.PdfWriter(clone_from=blank)
    found = fields(writer)
    texts = {}
    for name, value in answers(found, candidate, interviewer):
        field, widgets = found[name]
        if field.get("/FT") == "/Tx":
            texts[name] = value
            continue
        state = NameObject("/Yes" if value is True else f"/{value}")
        field[NameObject("/V")] = state
        for widget in widgets:
            has_state = state in widget["/AP"]["/N"]
            widget[NameObject("/AS")] = state if has_state else NameObject("/Off")
    for page in writer.pages:
        writer.update_page_form_field_values(page, texts, auto_regenerate=False)
    writer.write(filled)


def fill_markdown(blank, filled, candidate, interviewer):
    ratings = list(RATINGS[candidate, interviewer])
    if blank.stem.endswith("scorecard") and COPIED_WRONG[:2] == (candidate, interviewer):
        ratings[COPIED_WRONG[2]] = COPIED_WRONG[3]
    ratings = iter(ratings)
    competencies = iter(COMPETENCIES[interviewer])
    evidence = evidence_of(interviewer)
    scale = ["1", "2", "3", "4", "5", "not-assessed"]

    def choose(line, value):
        boxes = iter(scale)
        return re.sub(r"\[ \]", lambda _: "[x]" if next(boxes) == value else "[ ]", line)

    lines, section, is_notes = [], "", False
    for line in blank.read_text(encoding="utf-8").splitlines():
        anchor = re.match(r'<a id="(.*)"></a>', line)
        section = anchor[1] if anchor else section
        if line.count("[ ]") == len(scale):
            value = next(competencies) if section == "competencies" else next(ratings)
            line = choose(line, value)
        elif "[ ] " in line and RECOMMENDATION[candidate] == "no" and line.count("[ ]") == 4:
            line = line.replace("[ ] No", "[x] No")
        elif "rated-alone" in line or "rated-on-evidence" in line:
            line = line.replace("[ ]", "[x]")
        line = line.replace("<!-- field: signature -->____", "<!-- field: signature -->__L. M.__")
        line = line.replace("<!-- field: date -->____", f"<!-- field: date -->__{SIGNED[candidate]}__")
        lines.append(line)
        if line == "```notes":
            lines += (REASONS if section == "recommendation" else next(evidence)).splitlines()
    filled.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    blank, filled = map(Path, sys.argv[1:])
    for candidate, interviewer in RATINGS:
        stem = f"{candidate}-interviewer-{interviewer}"
        if (candidate, interviewer) in MARKDOWN:
            for document in ["scoring", "scorecard"]:
                name = f"{stem}-{document}.md"
                fill_markdown(blank / name, filled / name, candidate, interviewer)
        else:
            name = f"{stem}-packet.pdf"
            fill_pdf(blank / name, filled / name, candidate, interviewer)


main()
