"""Compares our statistics with those of the packages krippendorff and pingouin on random tables with gaps.

    python -m venv venv && venv/bin/pip install -r tests/statistics/requirements.txt
    venv/bin/python tests/statistics/compare.py [TABLES]

It makes TABLES tables (10,000 if nothing is said) with gaps, has a test of ours compute them, and prints the largest differences. It fails
if one is larger than 1e-9. Intraclass correlations are compared on the rows that are complete, as pingouin drops the others.
"""

import json
import math
import os
import random
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import krippendorff
import numpy
import pandas
import pingouin

LEVELS = ["nominal", "ordinal", "interval", "ratio"]
# In the order of our own results.
TYPES = ["ICC(1,1)", "ICC(A,1)", "ICC(C,1)", "ICC(1,k)", "ICC(A,k)", "ICC(C,k)"]
MOST = 1e-9


def table(source):
    """A table with a row for each rater and a column for each unit."""
    raters, units = source.randint(2, 6), source.randint(3, 40)
    points, gaps = source.choice([3, 4, 5, 7, 9]), source.choice([0, 0.05, 0.2, 0.4])
    noise = source.uniform(0.2, 3)
    means = [source.uniform(1, points) for _ in range(units)]

    def rating(mean):
        if source.random() < gaps:
            return None
        return min(points, max(1, round(source.gauss(mean, noise))))

    return [[rating(mean) for mean in means] for _ in range(raters)]


def ours(tables):
    with tempfile.TemporaryDirectory() as folder:
        given, found = Path(folder, "tables.json"), Path(folder, "found.jsonl")
        given.write_text(json.dumps(tables))
        command = ["cargo", "test", "--locked", "--test", "it", "--"]
        test = ["--ignored", "--exact", "statistics::tables_for_comparison"]
        names = {"TABLES": str(given), "FOUND": str(found)}
        subprocess.run(command + test, check=True, env={**os.environ, **names})
        return [json.loads(line) for line in found.read_text().splitlines()]


def alphas(data):
    def alpha(level):
        try:
            return krippendorff.alpha(reliability_data=data, level_of_measurement=level)
        except ValueError:
            # All values are the same, or no unit has two.
            return None

    found = [alpha(level) for level in LEVELS]
    return [None if value is None or not math.isfinite(value) else float(value) for value in found]


def correlations(data):
    complete = data[:, ~numpy.isnan(data).any(axis=0)]
    if complete.shape[1] < 3:
        return None
    targets, raters = numpy.meshgrid(range(complete.shape[1]), range(complete.shape[0]))
    columns = {"target": targets.ravel(), "rater": raters.ravel(), "rating": complete.ravel()}
    frame = pandas.DataFrame(columns)
    found = pingouin.intraclass_corr(frame, targets="target", raters="rater", ratings="rating")
    found = found.set_index("Type")
    interval = "CI95" if "CI95" in found else "CI95%"
    return [(found.at[kind, "ICC"], found.at[kind, interval]) for kind in TYPES]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    source = random.Random(20_111_979)
    tables = [table(source) for _ in range(count)]
    for option in ["round", "round.column.CI95", "round.column.CI95%"]:
        pingouin.options[option] = None
    warnings.simplefilter("ignore")
    numpy.seterr(all="ignore")
    worst = {"alpha": (0.0, None), "icc": (0.0, None), "interval": (0.0, None)}
    compared = dict.fromkeys(worst, 0)
    undefined = 0

    def compare(kind, one, other, number):
        compared[kind] += 1
        difference = abs(one - other)
        if not difference <= worst[kind][0]:
            worst[kind] = (difference, number)

    for number, (rows, (alpha, icc)) in enumerate(zip(tables, ours(tables), strict=True)):
        data = numpy.array([[math.nan if it is None else it for it in row] for row in rows])
        for one, other in zip(alpha, alphas(data), strict=True):
            if one is None or other is None:
                assert one == other, (number, one, other)
                undefined += 1
            else:
                compare("alpha", one, other, number)
        theirs = correlations(data)
        if theirs is None:
            continue
        for (value, interval), (other, ends) in zip(icc, theirs, strict=True):
            # Without variation, or without any difference between raters, they divide by zero or by what rounding leaves of it.
            if value is None or interval is None or not math.isfinite(other):
                undefined += 1
                continue
            compare("icc", value, other, number)
            for one, other in zip(interval, ends, strict=True):
                compare("interval", one, other, number)
    for kind, (difference, number) in worst.items():
        print(f"{kind}: {compared[kind]} compared, largest difference {difference:.1e} (table {number})")
    print(f"undefined: {undefined}")
    if any(not difference <= MOST for difference, _ in worst.values()):
        sys.exit(f"a difference is larger than {MOST}")


if __name__ == "__main__":
    main()
