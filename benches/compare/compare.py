"""Times interview-kit against other tools, each as a whole process, and prints medians and ratios as a Markdown table."""

import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
KIT = Path(sys.argv[1]).resolve()
OTHERS = ["typst", "weasyprint", "reportlab", "groff"]
# Questions, kits, and how often each is timed.
CASES = [(18, 1, 15), (18, 200, 3), (180, 1, 5), (1800, 1, 3)]
# Whatever would take longer than this, judged by a smaller case, is left out, in seconds.
PATIENCE = 60


def bank_of(count):
    """The built-in bank, over and over until it has so many questions."""
    text = (HERE.parents[1] / "questions/product-security-manager.yaml").read_text()
    head, questions = text.split("questions:\n", 1)
    copies = [questions]
    for copy in range(1, count // 18):
        again = re.sub(r"(?m)^  - id: (.*)$", rf"  - id: \1-{copy}", questions)
        again = re.sub(r"(?m)^    number: (\d+)$", lambda it: f"    number: {int(it[1]) + copy * 18}", again)
        copies.append(again)
    return head + "questions:\n" + "".join(copies)


def timed(command, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    work = Path(tempfile.mkdtemp())
    rows, slow = [], {tool: 0.0 for tool in OTHERS}
    try:
        for count, kits, times in CASES:
            bank, questions, out = work / "bank.yaml", work / "questions.json", work / "out"
            bank.write_text(bank_of(count))
            listed = subprocess.run([KIT, "list", "--bank", bank, "--format", "json"], capture_output=True, check=True)
            questions.write_bytes(listed.stdout)
            assert len(json.loads(listed.stdout)) == count
            roster = work / "roster.csv"
            roster.write_text("candidate\n" + "".join(f"Candidate {row}\n" for row in range(kits)))
            ours = [KIT, "build", "--bank", bank, "--quiet", "-o", out]
            ours += ["--roster", roster] if kits > 1 else ["--candidate", "Candidate 0"]
            commands = {"interview-kit, PDF and Markdown": ours, "interview-kit, PDF": [*ours, "--format", "pdf"]}
            for tool in OTHERS:
                commands[tool] = [sys.executable, HERE / "others.py", tool, questions, out, str(kits)]
            medians = {tool: None for tool in commands}
            expected = {tool: slow.get(tool, 0) * count * kits / 18 for tool in commands}
            runs = {tool: [] for tool in commands if expected[tool] <= PATIENCE}
            # In turns, so that whatever else the machine does befalls all alike; once is enough of what takes long.
            for turn in range(times):
                for tool, seconds in runs.items():
                    if turn == 0 or expected[tool] < 10:
                        seconds.append(timed(commands[tool], out))
                        assert len(list(out.glob("*.pdf"))) == kits, tool
            for tool, seconds in runs.items():
                medians[tool] = statistics.median(seconds)
                if tool in slow and (count, kits) == (18, 1):
                    slow[tool] = medians[tool]
                print(f"{count} questions, {kits} kits, {tool}: {medians[tool]:.3f} s of {len(seconds)}", file=sys.stderr)
            rows.append((f"{kits} kit{'s' * (kits > 1)}, {count:,} questions", medians))
    finally:
        shutil.rmtree(work)
    tools = list(rows[0][1])
    print("| | " + " | ".join(tools) + " |")
    print("|:--|" + "--:|" * len(tools))
    for name, medians in rows:
        base = medians["interview-kit, PDF"]
        cells = [
            "not timed" if it is None else f"{it:.3g} s" + (f" ({it / base:.1f}×)" if tool in OTHERS else "")
            for tool, it in medians.items()
        ]
        print(f"| {name} | " + " | ".join(cells) + " |")


main()
