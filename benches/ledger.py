"""Times whole processes on this machine, and prints rows for `benches/ledger.md`: `benches/ledger.py NAME=PROGRAM…`,
in which a name is that of a commit or a release.

Of several programs, such as two releases, each is run in turn, so that whatever else the machine does befalls all alike. All of them typeset the guide
of the last one. A cell has the least and the median of the times; memory is the most that one more run takes (GNU time). Run it on an idle machine:
what counts are differences within one run.

Native typst and WeasyPrint are timed in the same run if they are installed (`cargo install typst-cli`, `pip install -r
benches/compare/requirements.txt`), on the documents of the same kit, word for word and in the same fonts (`peers.py`). They write neither form
fields nor Markdown.
"""

import datetime
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BANK = ROOT / "questions/product-security-manager.yaml"
ROWS = 200


def bank_of(count):
    """The built-in bank, over and over until it has so many questions."""
    head, questions = BANK.read_text().split("questions:\n", 1)
    copies = [questions]
    for copy in range(1, count // 18):
        again = re.sub(r"(?m)^  - id: (.*)$", rf"  - id: \1-{copy}", questions)
        copies.append(re.sub(r"(?m)^    number: (\d+)$", lambda it: f"    number: {int(it[1]) + copy * 18}", again))
    return head + "questions:\n" + "".join(copies)


def emptied(folder):
    for old in folder.rglob("*"):
        if old.is_file():
            old.unlink()
    return folder


def run(command, folder):
    """The seconds of one run whose output goes into a folder that is emptied before."""
    emptied(folder)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def can(program, arguments, folder):
    """Whether a program does something at all: an older one may not read a newer bank."""
    return subprocess.run([program, *arguments], capture_output=True, cwd=emptied(folder)).returncode == 0


def guide_of(program, folder):
    """The guide that a program makes, as Markdown."""
    subprocess.run([program, "build", "--quiet", "--format", "md", "-o", folder], check=True, capture_output=True)
    return next(folder.glob("*guide.md"))


def memory_of(command, folder):
    """The most memory that a run takes, in MiB."""
    timed = ["/usr/bin/time", "-q", "-f", "%M", *command]
    said = subprocess.run(timed, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=emptied(folder))
    return int(said.stderr.split()[-1]) / 1024


def pages(folder):
    """How many pages the PDFs of a folder have together, and how many bytes."""
    count, size = 0, 0
    for pdf in folder.rglob("*.pdf"):
        said = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
        count += int(re.search(r"(?m)^Pages: +(\d+)$", said)[1])
        size += pdf.stat().st_size
    return count, size


def documents_of(program, arguments, folder):
    """The documents of a kit, as Markdown."""
    subprocess.run([program, "build", "--quiet", "--format", "md", "-o", folder, *arguments], check=True, capture_output=True)
    return [next(folder.glob(f"*{document}.md")) for document in ("guide", "scoring", "scorecard")]


def peer_rows(program, many, work, out):
    """The rows of other programs that make PDFs of the same documents."""
    found = {name: shutil.which(name) for name in ("typst", "weasyprint")}
    for name in [name for name, path in found.items() if path is None]:
        print(f"{name} is not installed, and not timed", file=sys.stderr)
    found = {name: path for name, path in found.items() if path}
    if not found:
        return
    # Whoever times this program alone need not have a parser for Markdown.
    try:
        import peers
    except ModuleNotFoundError as missing:
        print(f"{', '.join(found)} not timed: {missing} (benches/compare/requirements.txt)", file=sys.stderr)
        return

    # WeasyPrint takes minutes for 1,800 questions.
    cases = {"one kit": ([], {"typst": 20, "weasyprint": 5}), "1,800 questions": (["--bank", many], {"typst": 3})}
    for case, (arguments, times) in cases.items():
        folder = work / case.replace(" ", "-")
        folder.mkdir()
        peers.sources(documents_of(program, arguments, folder), folder)
        commands = {
            "typst": ["typst", "compile", "--ignore-system-fonts", "--font-path", peers.FONTS, folder / "kit.typ", out / "kit.pdf"],
            "weasyprint": ["weasyprint", "--quiet", folder / "kit.html", out / "kit.pdf"],
        }
        for name in [name for name in times if name in found]:
            said = subprocess.run([found[name], "--version"], capture_output=True, text=True, check=True).stdout
            version = re.search(r"\d+(\.\d+)+", said)[0]
            command = [found[name], *commands[name][1:]]
            yield f"{name} {version}", case, [run(command, out) for _ in range(times[name])], memory_of(command, out)


def milliseconds(times):
    digits = 1 if min(times) < 0.1 else 0
    return f"{min(times) * 1000:.{digits}f} / {statistics.median(times) * 1000:.{digits}f} ms"


def print_row(today, name, measured, out):
    """Prints a row about a program whose last run left its files in a folder."""
    case, seconds, memory = measured
    count, size = pages(out)
    a_page = f"{min(seconds) / count * 1000:.2f} ms" if count else "–"
    what = f"{case} ({count:,} pages, {size / count / 1000:.1f} KB each)" if count else case
    print(f"| {today} | {name} | {what} | {milliseconds(seconds)} | {a_page} | {memory:.0f} |")


def main():
    names = {}
    for argument in sys.argv[1:]:
        name, _, path = argument.partition("=")
        names[Path(path).resolve()] = name
    programs = list(names)
    if not programs or not all(it.is_file() for it in programs):
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        out = work / "out"
        out.mkdir()
        many, very_many, roster = work / "many.yaml", work / "very-many.yaml", work / "roster.csv"
        many.write_text(bank_of(1800))
        very_many.write_text(bank_of(18000))
        roster.write_text("candidate\n" + "".join(f"Candidate {row}\n" for row in range(ROWS)))
        build = ["build", "--quiet", "--force", "-o", out]
        # What is timed, how often, and with which command.
        guide = guide_of(programs[-1], work / "guide")
        cases = {
            f"typeset of the guide of {names[programs[-1]]}": (30, ["typeset", guide, "--force", "-o", out / "guide.pdf"]),
            "one kit": (30, build),
            f"roster of {ROWS}": (3, [*build, "--roster", roster]),
            "1,800 questions": (3, [*build, "--bank", many, "--format", "pdf"]),
            "18,000 questions": (1, [*build, "--bank", very_many, "--format", "pdf"]),
            "check": (20, ["check", "--quiet"]),
            "list": (20, ["list", "--quiet"]),
            "--version": (20, ["--version"]),
        }
        print("| date | program | case | least / median | a page | MiB |")
        print("|:--|:--|:--|--:|--:|--:|")
        today = datetime.date.today().isoformat()
        for case, (times, arguments) in cases.items():
            able = [program for program in programs if can(program, arguments, out)]
            for program in programs:
                if program not in able:
                    print(f"| {today} | {names[program]} | {case} | does not do it | – | – |")
            results = {program: [] for program in able}
            for _ in range(times):
                for program in able:
                    results[program].append(run([program, *arguments], out))
            for program, seconds in results.items():
                memory = memory_of([program, *arguments], out)
                print_row(today, names[program], (case, seconds, memory), out)
        for name, case, seconds, memory in peer_rows(programs[0], many, work, out):
            print_row(today, name, (case, seconds, memory), out)
        for program in programs:
            print(f"\n{names[program]}: {program.stat().st_size / 2**20:.1f} MiB; {os.cpu_count()} cores, {platform.machine()}")


main()
