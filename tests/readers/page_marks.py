"""Reads the codes of printed pages with a reader that this project did not write, as they are and after they were photocopied."""

import json
import random
import subprocess
import tempfile
from pathlib import Path

import pikepdf
import zxingcpp
from PIL import Image, ImageFilter

from filling import READ_ONLY, fields

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# In the order of their numbers, which never change.
DOCUMENTS = ["guide", "scoring", "scorecard", "ground-rules", "candidate-sheet", "panel-plan", "debrief"]
UNMARKED = {"ground-rules", "candidate-sheet"}
GENERATIONS = 3


def pictures(path, resolution):
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(resolution), "-gray", "-png", path, f"{folder}/page"]
        subprocess.run(command, check=True, capture_output=True)
        return [Image.open(file).convert("L") for file in sorted(Path(folder).glob("page*.png"))]


def photocopy(picture, chance):
    """A copy of a copy: a little askew, blurred, with noise, and black and white."""
    picture = picture.rotate(chance.uniform(-0.5, 0.5), Image.Resampling.BICUBIC, fillcolor=255)
    picture = picture.filter(ImageFilter.GaussianBlur(0.5))
    noise = Image.frombytes("L", picture.size, chance.randbytes(picture.width * picture.height))
    picture = Image.blend(picture, noise, 0.2)
    return picture.point(lambda gray: 255 if gray > 120 else 0)


def codes(picture):
    """What the codes on a picture say. One that is not found is looked for again on a larger picture."""
    for scale in (1, 2):
        size = (picture.width * scale, picture.height * scale)
        larger = picture.resize(size, Image.Resampling.BICUBIC)
        found = zxingcpp.read_barcodes(larger, formats=zxingcpp.BarcodeFormat.DataMatrix)
        if found:
            break
    return [code.text for code in found]


def corner(picture):
    """The part of a page that has the code."""
    return picture.crop((picture.width * 6 // 10, 0, picture.width, picture.height // 6))


def payload(identity, page):
    """What the code of a page says, by the document's own field: such as `SFTZ-6F9R/2 3F9TQ scoring`."""
    kit, packet, document = identity.split(" ")
    kit, _, interviewer = kit.partition("/")
    number = (DOCUMENTS.index(document) if document in DOCUMENTS else 7) * 128 + page
    return kit.replace("-", "") + packet + DIGITS[int(interviewer or 0)] + DIGITS[number // 32] + DIGITS[number % 32]


def identity_of(path):
    with pikepdf.open(path) as pdf:
        [field] = [field for field in fields(pdf).values() if int(field.get("/Ff", 0)) & READ_ONLY]
        return str(field.V)


def check_file(path, chance):
    """Says how many codes of a file were read."""
    identity = identity_of(path)
    is_marked = identity.split(" ")[2] not in UNMARKED
    count = 0
    for resolution in (150, 100):
        for number, picture in enumerate(pictures(path, resolution)):
            wanted = [payload(identity, number)] if is_marked else []
            what = f"{path.name}, page {number + 1}, {resolution} dpi"
            seen = codes(picture)
            assert seen == wanted, f"{what}: {seen}, not {wanted}"
            count += len(seen)
            copy = corner(picture)
            for generation in range(1, GENERATIONS + 1 if is_marked else 1):
                copy = photocopy(copy, chance)
                seen = codes(copy)
                assert seen == wanted, f"{what}, copy {generation}: {seen}, not {wanted}"
    return count


def check(folder, run, program):
    """Every page that people write on says which one it is, on both papers, and no other page has a code."""
    chance = random.Random(7)
    known = set()
    for paper in ("a4", "letter"):
        place = folder / f"marks-{paper}"
        made = run(program, "panel", "--size", "2", "--minutes", "30", "--paper", paper, "--format", "pdf", "--name", "p",
                   "--documents", "ground-rules,guide,scoring,scorecard,candidate-sheet,panel-plan,debrief", "--collate=none",
                   "-o", place, "--json")
        packets = {file.get("packet") for file in json.loads(made)["files"]} - {None}
        for path in sorted(place.glob("*.pdf")):
            identity = identity_of(path)
            assert not packets or identity.split(" ")[1] in packets, (identity, packets)
            known.add(identity)
            count = check_file(path, chance)
            is_marked = identity.split(" ")[2] not in UNMARKED
            assert (count > 0) == is_marked, path.name
    # Ground rules, a guide, a scoring form and a scorecard for each of two, and one of each other document, the same on both papers.
    assert len(known) == 11, sorted(known)
