"""Prints and reads pages with auto-multiple-choice (AMC), for `benches/compare/scans`.

`amc.py form FORMS PROJECT`  makes pages of AMC with boxes where the forms in the folder have them, and pictures of these pages.
`amc.py read PROJECT PAGES`  has AMC read the pages in the folder.
`amc.py tally FOLDER TRAINING EVALUATION`  counts what AMC read of the pages from the second seed, with its own threshold and with the
best ones for the pages from the first.
"""

import json
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

MM = 25.4
# What is black for AMC 1.6.0 on a scale to white, and which share of a box has to be black, at the least and at the most, for it to be
# ticked: fully filled boxes may be taken back by the latter.
OWN = (0.6, 0.15, 1.0)
GRAYS = [0.6, 0.7, 0.8]
# What it shows in red once it has read a page: the mean square error of the marks, and how near the boxes are to the threshold.
RED_ERROR, RED_SENSITIVITY = 3.0, 8.0
HEAD = r"""\documentclass[a4paper]{article}
\usepackage[utf8]{inputenc}
\usepackage[T1]{fontenc}
\usepackage[absolute,overlay]{textpos}
\usepackage{graphicx,eso-pic}
\usepackage[nowatermark,box]{automultiplechoice}
% The marks stand in the margin, so that all boxes are between them.
\geometry{hmargin=2cm}
\setlength{\TPHorizModule}{1mm}\setlength{\TPVertModule}{1mm}
\AMCboxDimensions{shape=square,size=SIDEmm,rule=1pt,down=0pt}
\def\AMCchoiceLabelFormat#1{}
\def\AMCbeginQuestion#1#2{\noindent}
\def\place(#1,#2)#3{\begin{textblock}{9}(#1,#2)\noindent#3\end{textblock}}
\def\AMCbeginAnswer{}\def\AMCendAnswer{}
\def\AMCanswer#1#2{\expandafter\place#2{#1}}
\AMCrandomseed{1}
\begin{document}
\onecopy{1}{%
"""
RULE = MM / 72.27


def run(*command, may_fail=False):
    ran = subprocess.run([str(it) for it in command], capture_output=True, text=True)
    if ran.returncode and not may_fail:
        sys.exit(f"{command}: {ran.stdout[-2000:]}{ran.stderr[-2000:]}")


def latex(forms, folder):
    """All pages as LaTeX: the picture of ours without its marks, and boxes of AMC on top of its boxes."""
    side = forms[0]["rows"][0][0][2]
    parts = [HEAD.replace("SIDE", f"{side - RULE:.4f}")]
    for page, form in enumerate(forms):
        picture = folder / f"form-{page}-300.png"
        parts.append(
            r"\AddToShipoutPictureBG*{\AtPageLowerLeft{\includegraphics[width=\paperwidth,height=\paperheight]{%s}}"
            r"\AtPageLowerLeft{\color{white}\put(0,0){\rule{\paperwidth}{29mm}}"
            r"\put(0,\LenToUnit{264mm}){\rule{\paperwidth}{33mm}}}}" % picture
        )
        for at, row in enumerate(form["rows"]):
            kind = "question" if len(row) > 1 else "questionmult"
            parts.append(r"\begin{%s}{p%dr%d}\begin{choicescustom}[o]" % (kind, page, at))
            for number, (x, y, _) in enumerate(row):
                # The frame is drawn around the inner size, and the place of ours is the middle of the line.
                place = f"({x - RULE / 2:.4f},{y - RULE / 2:.4f})"
                parts.append(r"\%schoice{%s}" % ("wrong" if number and kind == "question" else "correct", place))
            parts.append(r"\end{choicescustom}\end{%s}" % kind)
        parts.append(r"\null\clearpage")
    parts.append("}\n\\end{document}\n")
    return "\n".join(parts)


def make(folder, project):
    forms = json.loads((folder / "forms.json").read_text())
    (project / "data").mkdir(parents=True)
    (project / "form.tex").write_text(latex(forms, folder.resolve()))
    run(
        "auto-multiple-choice", "prepare", "--mode", "s", "--with", "pdflatex", "--filter", "latex", "--prefix", f"{project}/",
        "--data", project / "data", "--out-calage", project / "calage.xy", "--out-sujet", project / "sujet.pdf",
        "--out-corrige", project / "corrige.pdf", "--out-catalog", project / "catalog.pdf", project / "form.tex",
    )  # fmt: skip
    run("auto-multiple-choice", "meptex", "--src", project / "calage.xy", "--data", project / "data")
    check(forms, project)
    for page, form in enumerate(forms):
        for dpi, width, height in form["sizes"]:
            picture = project / f"form-{page}-{int(dpi)}"
            run(
                "pdftoppm", "-gray", "-singlefile", "-f", page + 1, "-l", page + 1,
                "-scale-to-x", width, "-scale-to-y", height, project / "sujet.pdf", picture,
            )  # fmt: skip
            # A picture of one channel and 8 bits.
            run("convert", f"{picture}.pgm", "-define", "png:color-type=0", "-define", "png:bit-depth=8", f"{picture}.png")


def check(forms, project):
    """The boxes of AMC must be where ours are."""
    layout = sqlite3.connect(project / "data/layout.sqlite")
    names = dict(layout.execute("select question, name from layout_question"))
    dpi = {page: dpi for page, dpi in layout.execute("select page, dpi from layout_page")}
    seen = 0
    for page, question, answer, *edges in layout.execute(
        "select page, question, answer, xmin, xmax, ymin, ymax from layout_box where role = 1"
    ):
        form, row = (int(it) for it in names[question][1:].split("r"))
        x, y, side = forms[form]["rows"][row][answer - 1]
        left, right, top, bottom = (it / dpi[page] * MM for it in edges)
        beside = max(abs((left + right) / 2 - x - side / 2), abs((top + bottom) / 2 - y - side / 2))
        assert page == form + 1 and beside < 0.15, (names[question], answer, beside)
        seen += 1
    assert seen == sum(len(row) for form in forms for row in form["rows"]), seen


def read(project, pages):
    seeds = {path.stem: json.loads(path.read_text())["form"] for path in sorted(pages.glob("*.json")) if path.stem.isdigit()}
    listed = project / "scans.txt"
    listed.write_text("".join(f"{pages / seed}.png\n" for seed in seeds))
    for name in ["cr", "scans"]:
        (project / name).mkdir(exist_ok=True)
    # As the window of AMC does it: pictures are copied, turned upright, and read, with its own settings.
    run(
        "auto-multiple-choice", "getimages", "--list", listed, "--copy-to", project / "scans", "--orientation", "portrait",
        "--vector-density", 250,
    )  # fmt: skip
    paths = listed.read_text().split()
    (project / "read.json").write_text(json.dumps({gray: analysed(project, paths, seeds, gray) for gray in GRAYS}))


def analysed(project, paths, seeds, gray):
    """What AMC measures if everything darker than this gray is black."""
    # Each page once at a time, for AMC forgets the first of two.
    turns = {}
    for path in paths:
        form = seeds[seed_of(path)]
        turn = next(turn for turn in range(len(seeds)) if form not in turns.setdefault(turn, {}))
        turns[turn][form] = path
    listed, seen = project / "turn.txt", {}
    for own in turns.values():
        (project / "data/capture.sqlite").unlink(missing_ok=True)
        listed.write_text("".join(f"{path}\n" for path in own.values()))
        run(
            "auto-multiple-choice", "analyse", "--data", project / "data", "--projet", project, "--cr", project / "cr",
            "--liste-fichiers", listed, "--no-multiple", "--tol-marque", "0.2,0.2", "--prop", 0.8, "--bw-threshold", gray,
            "--try-three",
        )  # fmt: skip
        seen.update(measured(project))
    return seen


def seed_of(source):
    return Path(source).stem.removeprefix("rotated-")


def measured(project):
    """What AMC measured on the pages that it has just read: how dark each box is."""
    capture = sqlite3.connect(project / "data/capture.sqlite")
    layout = sqlite3.connect(project / "data/layout.sqlite")
    names = dict(layout.execute("select question, name from layout_question"))
    pages = {}
    for source, page, error in capture.execute("select src, page, mse from capture_page"):
        pages[page] = {"form": page - 1, "seed": seed_of(source), "error": error or 0, "rows": {}}
    zones = capture.execute("select page, id_a, id_b, total, black from capture_zone where type = 4")
    for page, question, answer, total, black in zones:
        row = pages[page]["rows"].setdefault(names[question].split("r")[1], [])
        row.append((answer - 1, black / total if total else 0))
    return {page["seed"]: page for page in pages.values()}


class Pages:
    """What AMC measured on pages, and what had been done to them."""

    def __init__(self, project, pages):
        self.truth = {path.stem: json.loads(path.read_text()) for path in pages.glob("*.json") if path.stem.isdigit()}
        read = json.loads((project / "read.json").read_text())
        self.pages = {gray: read[str(gray)] for gray in GRAYS}

    def misread(self, gray):
        return sum(page["form"] != self.truth[seed]["form"] for seed, page in self.pages[gray].items())

    def judged(self, gray, low, high):
        """Each row that was read: its page, what was done, what may be read, and what AMC read; `None` is a question."""
        for seed, page in self.pages[gray].items():
            for at, done in enumerate(self.truth[seed]["rows"]):
                ticked = [box for box, dark in page["rows"].get(str(at), []) if low <= dark <= high]
                yield seed, done["what"], done["read"], (None if len(ticked) > 1 else ticked[0] if ticked else -1)

    def red(self, gray, low, high):
        """The pages that AMC shows in red, for somebody to look at."""
        red = set()
        for seed, page in self.pages[gray].items():
            darks = [dark for row in page["rows"].values() for _, dark in row]
            near = [1 - min(abs(dark - low) for dark in darks) / low]
            if high < 1:
                near.append(1 - min(abs(dark - high) for dark in darks) / (1 - high))
            if page["error"] > RED_ERROR or 10 * max(near) > RED_SENSITIVITY:
                red.add(seed)
        return red


def best(pages):
    """The settings with the fewest rows wrong or not read; of several, those with the fewest questions."""

    def cost(limits):
        results = [seen for _, _, truth, seen in pages.judged(*limits) if truth is not None and seen != truth]
        missing = sum(len(done["rows"]) for seed, done in pages.truth.items() if seed not in pages.pages[limits[0]])
        return missing + sum(seen is not None for seen in results), len(results)

    lows, highs = [it / 50 for it in range(1, 46)], [*(it / 20 for it in range(10, 20)), 1.0]
    return min(((gray, low, high) for gray in GRAYS for low in lows for high in highs if low < high), key=cost)


def tally(folder, training, evaluation):
    trained, measured = (Pages(folder / f"amc-{seed.name}", folder / seed.name) for seed in (training, evaluation))
    for name, limits in [("Its own settings", OWN), ("The best settings of training", best(trained))]:
        gray, low, high = limits
        print(f"{name}: black is what is darker than {gray}; ticked is what is black from {low:.2f} to {high:.2f}\n")
        seen = measured.pages[gray]
        print(f"{len(measured.truth)} pages, {len(measured.truth) - len(seen)} not recognized, {measured.misread(gray)} taken for others\n")
        red = measured.red(*limits)
        kinds = {}
        total = Counter()
        for seed, what, truth, seen in measured.judged(*limits):
            own = kinds.setdefault(what, Counter())
            result = "asked" if seen is None else "decided" if truth is None else "right" if seen == truth else "wrong"
            for count in (own, total):
                count["rows"] += 1
                count[result] += 1
                count["wrong, page not red"] += result == "wrong" and seed not in red
        print(f"{'Kind of mark':<30}{'rows':>8}{'asked':>8}{'wrong':>8}{'decided that should be asked':>32}")
        for what, own in [*sorted(kinds.items()), ("all", total)]:
            print(f"{what:<30}{own['rows']:>8}{own['asked']:>8}{own['wrong']:>8}{own['decided']:>32}")
        print(f"\n{len(red)} pages shown in red; {total['wrong, page not red']} of the wrong rows are on other pages\n")


if __name__ == "__main__":
    job, *folders = sys.argv[1:]
    {"form": make, "read": read, "tally": tally}[job](*(Path(folder).resolve() for folder in folders))
