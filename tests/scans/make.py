"""Makes the scans of this folder: `python tests/scans/make.py INTERVIEW-KIT`, with Pillow, pypdfium2, pdftoppm and qpdf.

The blank packet `kit.pdf` is made only if it is missing: paper that is printed does not change, so its scans must be read by every later version.
"""

import io
import json
import os
import random
import shutil
import struct
import subprocess
import sys
import time

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

HERE = os.path.dirname(os.path.abspath(__file__))
KIT = os.path.join(HERE, "kit.pdf")
MM = 72 / 25.4
# So that the same files are made at any time.
DATES = {"creationDate": time.gmtime(0), "modDate": time.gmtime(0)}


def make_kit(program):
    command = [program, "build", "--limit", "3", "--documents", "scoring,scorecard", "--format", "pdf", "--quiet"]
    command += ["--candidate", "Ana Silva", "--date", "2026-12-01", "--interviewer", "Bo Lind", "-o", KIT]
    subprocess.run(command, check=True)


class Page:
    """A page of the blank packet, to be written on."""

    def __init__(self, number, dpi):
        name = os.path.join("/tmp", f"scan-{os.getpid()}")
        at = str(number + 1)
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-png", "-f", at, "-l", at, "-singlefile", KIT, name], check=True)
        self.image = Image.open(name + ".png").convert("L")
        os.remove(name + ".png")
        self.dpi = dpi
        self.draw = ImageDraw.Draw(self.image)
        self.boxes, self.notes = places(number)
        # What is to be read, by the names of the fields; nothing where a person must be asked.
        self.truth = {name: self.value(boxes, None) for name, boxes in self.boxes.items()}
        self.truth |= {name: "blank" for name, area in self.notes.items()}

    @staticmethod
    def value(boxes, own):
        """What a field says if the box of this value is crossed, or none."""
        return own if len(boxes) > 1 else own is not None

    def at(self, x, y):
        """A place in points from the top left, in pixels."""
        return (x * self.dpi / 72, y * self.dpi / 72)

    def line(self, points, width=0.5, gray=30):
        self.draw.line([self.at(*point) for point in points], fill=gray, width=max(1, round(width * MM * self.dpi / 72)), joint="curve")

    def cross(self, field, value=None, **pen):
        self.truth[field] = value if len(self.boxes[field]) > 1 else True
        x, y, side = self.boxes[field][value]
        self.line([(x + 1, y + 1.5), (x + side - 1, y + side - 1)], **pen)
        self.line([(x + side - 1.5, y + 1), (x + 1.5, y + side - 1)], **pen)

    def tick(self, field, value=None):
        self.truth[field] = "ask"
        x, y, side = self.boxes[field][value]
        self.line([(x + 2, y + 7), (x + 5, y + 12), (x + side + 1, y - 2)])

    def fill(self, field, value=None):
        self.truth[field] = "ask"
        x, y, side = self.boxes[field][value]
        self.draw.rectangle([self.at(x - 0.5, y - 0.5), self.at(x + side + 0.5, y + side + 0.5)], fill=35)

    def circle(self, field, value=None):
        self.truth[field] = "ask"
        x, y, side = self.boxes[field][value]
        box = [self.at(x - 3, y - 3), self.at(x + side + 3, y + side + 3)]
        self.draw.ellipse(box, outline=30, width=max(1, self.dpi // 60))

    def dot(self, field, value=None, size=0.8):
        self.truth[field] = "ask"
        x, y, side = self.boxes[field][value]
        box = [self.at(x + 6, y + 6), self.at(x + 6 + size * MM, y + 6 + size * MM)]
        self.draw.ellipse(box, fill=30)

    def write(self, field, seed):
        """Something like handwriting."""
        self.truth[field] = "handwritten"
        hand = random.Random(seed)
        x, y, width, height = self.notes[field]
        for row in range(2):
            at, base = x + 8, y + 14 + row * 21
            for _ in range(5):
                word = []
                for _ in range(hand.randrange(4, 9)):
                    word.append((at, base - hand.uniform(0, 8)))
                    at += hand.uniform(3, 5)
                self.line(word, width=0.45, gray=50)
                at += 8


def places(number):
    """The boxes and the spaces to write on of a page, in points from its top left."""
    data = json.loads(subprocess.run(["qpdf", "--json", KIT], capture_output=True, check=False).stdout)
    objects = data["qpdf"][1]

    def value(reference):
        return objects["obj:" + reference]["value"] if isinstance(reference, str) else reference

    page = value(data["pages"][number]["object"])
    height = page["/MediaBox"][3]
    boxes, notes = {}, {}
    for annotation in value(page.get("/Annots", [])):
        widget = value(annotation)
        if widget.get("/Subtype") != "/Widget":
            continue
        left, bottom, right, top = widget["/Rect"]
        names, node, kind = [], widget, None
        while True:
            kind = kind or node.get("/FT")
            if "/T" in node:
                names.append(node["/T"].removeprefix("u:"))
            if "/Parent" not in node:
                break
            node = value(node["/Parent"])
        name = ".".join(reversed(names))
        if kind == "/Btn":
            state = [key[1:] for key in widget["/AP"]["/N"] if key != "/Off"][0]
            is_choice = "/T" not in widget
            # The only box of a field has no value of its own.
            own = state if is_choice else None
            boxes.setdefault(name, {})[own] = (left, height - top, right - left)
        else:
            notes[name] = (left, height - top, right - left, top - bottom)
    return boxes, notes


def below(page, field):
    """The next field below a box."""
    x, y, _ = page.boxes[field][None]
    under = [(place[1], name) for name, boxes in page.boxes.items() for place in boxes.values() if abs(place[0] - x) < 1 and place[1] > y]
    return min(under)[1] if under else field


def filled(number, dpi, seed):
    """A page as an interviewer fills it in."""
    page, hand = Page(number, dpi), random.Random(seed)
    for name, boxes in page.boxes.items():
        values = list(boxes)
        if len(values) == 1:
            if hand.random() < 0.5:
                page.cross(name, values[0])
        elif hand.random() < 0.9:
            page.cross(name, hand.choice(values))
    for name in page.notes:
        if page.notes[name][3] > 30:
            page.write(name, hand.random())
    return page


def scanned(image, seed, degrees=0.0):
    """The faults of a scanner: it is askew, a little blurred, and has noise."""
    noise = random.Random(seed)
    image = image.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=250).filter(ImageFilter.GaussianBlur(0.6))
    grain = Image.frombytes("L", (64, 64), noise.randbytes(64 * 64)).resize(image.size, Image.Resampling.NEAREST)
    return Image.blend(image, grain, 0.03)


def photo(image, seed):
    """A photo of the page on a table, taken from the side, with light that fades."""
    w, h = image.size
    corners = [(0.08 * w, 0.05 * h), (0.93 * w, 0.03 * h), (0.99 * w, 0.98 * h), (0.02 * w, 0.95 * h)]
    own = [(0, 0), (w, 0), (w, h), (0, h)]
    table = Image.new("L", image.size, 90)
    matrix = perspective(corners, own)
    lying = image.transform(image.size, Image.Transform.PERSPECTIVE, matrix, Image.Resampling.BICUBIC, fillcolor=90)
    mask = Image.new("L", image.size, 255).transform(image.size, Image.Transform.PERSPECTIVE, matrix, fillcolor=0)
    table.paste(lying, mask=mask)
    light = Image.linear_gradient("L").resize(image.size).point(lambda it: 165 + it * 90 // 255)
    table = Image.composite(table, Image.new("L", image.size, 0), light)
    return scanned(table, seed).convert("RGB")


def perspective(where, own):
    """The numbers by which Pillow takes places of the picture to places of the page."""
    rows = []
    for (x, y), (u, v) in zip(where, own):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for column in range(8):
        pivot = max(range(column, 8), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [it / rows[column][column] for it in rows[column]]
        for row in range(8):
            if row != column:
                by = rows[row][column]
                rows[row] = [it - by * own for it, own in zip(rows[row], rows[column])]
    return [row[8] for row in rows]


def cases():
    """Marks of every kind on the first page of the scoring form."""
    page = Page(0, 150)
    choices = [name for name, boxes in page.boxes.items() if len(boxes) > 1]
    checks = [name for name, boxes in page.boxes.items() if len(boxes) == 1]
    values = list(page.boxes[choices[0]])
    page.cross(choices[0], values[1])
    # A correction: a filled box takes back its cross.
    if len(choices) > 1:
        page.cross(choices[1], values[3])
        page.fill(choices[1], values[3])
        page.cross(choices[1], values[2])
    if len(choices) > 2:
        page.cross(choices[2], values[4], gray=150, width=0.4)
    kinds = ["cross", "tick", "fill", "circle", "dot", "nothing"]
    for name, kind in zip(checks, kinds):
        if kind != "nothing":
            getattr(page, kind)(name)
    # A stain over one box, and a stroke out of one box into the next.
    stained, stroked = checks[len(kinds)], checks[len(kinds) + 1]
    x, y, side = page.boxes[stained][None]
    stain = Image.new("L", page.image.size, 255)
    ImageDraw.Draw(stain).ellipse([page.at(x - 8, y - 6), page.at(x + 20, y + 19)], fill=170)
    page.image = Image.blend(page.image, Image.composite(page.image, stain, stain.point(lambda it: 255 if it == 255 else 0)), 0.6)
    page.draw = ImageDraw.Draw(page.image)
    x, y, side = page.boxes[stroked][None]
    page.line([(x + 2, y + 2), (x + side + 4, y + side + 12)])
    page.truth |= {stroked: "ask", below(page, stroked): "ask"}
    # A punch hole, the shadow of a staple, and a line that a fax drew.
    page.draw.ellipse([page.at(18, 300), page.at(34, 316)], fill=20)
    page.line([(30, 28), (52, 40)], width=0.6, gray=60)
    page.line([(575, 100), (575, 800)], width=0.2, gray=0)
    return scanned(page.image, 7, 0.8), page.truth


def save(name, image, **options):
    image.save(os.path.join(HERE, name), **options)


def codings():
    """The same page in every coding that scanners use."""
    page = filled(0, 100, 11)
    gray = page.image.filter(ImageFilter.GaussianBlur(0.4))
    black = gray.point(lambda it: 255 if it > 150 else 0).convert("1")
    save("coding-gray.png", gray)
    save("coding-palette.png", gray.quantize(16))
    save("coding-bilevel.png", black)
    save("coding-color.jpg", gray.convert("RGB"), quality=70)
    save("coding-progressive.jpg", gray, quality=70, progressive=True)
    save("coding-cmyk.jpg", gray.convert("RGB").convert("CMYK"), quality=30)
    save("coding-lzw.tif", gray, compression="tiff_lzw")
    save("coding-deflate.tif", gray, compression="tiff_adobe_deflate")
    save("coding-packbits.tif", gray.point(lambda it: it // 16 * 17), compression="packbits")
    save("coding-jpeg.tif", gray, compression="jpeg", quality=70)
    save("coding-group3.tif", black, compression="group3")
    save("coding-group4.tif", black, compression="group4")
    save("coding-group4.pdf", black, resolution=100, **DATES)
    save("coding-jpeg.pdf", gray, resolution=100, **DATES)
    data = io.BytesIO()
    gray.save(data, "JPEG2000", quality_mode="rates", quality_layers=[12])
    with open(os.path.join(HERE, "coding-jpeg2000.pdf"), "wb") as file:
        file.write(pdf_of(data.getvalue(), gray.size, "JPXDecode"))
    with open(os.path.join(HERE, "coding-jbig2.pdf"), "wb") as file:
        file.write(pdf_of(jbig2(black), black.size, "JBIG2Decode", 1))
    return page.truth


def jbig2(black):
    """A black-and-white picture as JBIG2 (ITU-T T.88): one generic region that is coded as faxes are, as some copiers do it."""
    width, height = black.size
    tiff = io.BytesIO()
    # A one is black in JBIG2, and white in Pillow.
    black.point(lambda it: 255 - it).save(tiff, "TIFF", compression="group4", strip_size=width * height)
    tags = Image.open(tiff).tag_v2
    (start,), (length,) = tags[273], tags[279]
    page = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", width, height, 0, 0, 0, 1) + tiff.getvalue()[start : start + length]

    def segment(number, kind, data):
        return struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data

    return segment(0, 48, page) + segment(1, 38, region)


def rendered():
    """The blank packet as PDFium draws it, which shows PDFs in Chromium."""
    document = pypdfium2.PdfDocument(KIT)
    document.init_forms()
    for number, page in enumerate(document, 1):
        image = page.render(scale=150 / 72, grayscale=True).to_pil().convert("L")
        save(f"rendered-pdfium-{number}.png", image.quantize(8), optimize=True)


def pdf_of(data, size, coding, bits=8):
    """A PDF of one page that is a picture."""
    w, h = (side * 72 / 100 for side in size)
    content = f"q {w} 0 0 {h} 0 0 cm /I Do Q".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {w} {h}]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>".encode(),
        f"<</Length {len(content)}>>stream\n".encode() + content + b"\nendstream",
        f"<</Type/XObject/Subtype/Image/Width {size[0]}/Height {size[1]}/ColorSpace/DeviceGray/BitsPerComponent {bits}"
        f"/Filter/{coding}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream",
    ]
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{at:010} 00000 n \n".encode() for at in places)
    out += f"trailer\n<</Size {len(parts) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def example():
    """The scans of README.md: a packet whose scoring form and scorecard say the same."""
    folder = os.path.join(HERE, "../../examples/scanned")
    os.makedirs(folder, exist_ok=True)
    ratings = {"intake": "4", "backlog-bottleneck": "2", "prioritize-vulnerabilities": "5"}
    pages = []
    for number in range(3):
        page, hand = Page(number, 200), random.Random(number)
        for name, boxes in page.boxes.items():
            rated = [value for id, value in ratings.items() if name == f"{id}.rating"]
            if rated:
                page.cross(name, rated[0])
            elif len(boxes) > 1:
                page.cross(name, "yes" if "recommendation" in name else hand.choice(["3", "4", "5"]))
            elif "rubric" not in name or hand.random() < 0.6:
                page.cross(name, list(boxes)[0])
        for name, area in page.notes.items():
            if area[3] > 30:
                page.write(name, number)
        pages.append(page.image.filter(ImageFilter.GaussianBlur(0.7)).rotate([0.7, -0.5, 0.3][number], Image.Resampling.BICUBIC, fillcolor=255))
    pages[0].save(os.path.join(folder, "stack.pdf"), save_all=True, append_images=pages[1:], resolution=200, quality=40, **DATES)
    shutil.copy(KIT, os.path.join(folder, "blank.pdf"))


def main():
    if not os.path.exists(KIT):
        make_kit(sys.argv[1])
    count = len(json.loads(subprocess.run(["qpdf", "--json", KIT], capture_output=True, check=False).stdout)["pages"])
    pages = [filled(number, 150, number) for number in range(count)]
    # One stack: askew, upside down and sideways, with blank backs.
    turns = [0, 180, 90, 270, 0, 180]
    stack = []
    for number, page in enumerate(pages):
        image = scanned(page.image, number, [1.5, -2.0, 0.6, -0.4][number % 4])
        stack.append(image.rotate(turns[number % len(turns)], expand=True))
        stack.append(scanned(Image.new("L", image.size, 246), 90 + number))
    stack[0].save(os.path.join(HERE, "stack.pdf"), save_all=True, append_images=stack[1:], resolution=150, quality=50, **DATES)
    faxed = [filled(number, 200, 50 + number) for number in range(count)]
    fax = [page.image.point(lambda it: 255 if it > 140 else 0).convert("1") for page in faxed]
    fax[0].save(os.path.join(HERE, "fax.tif"), save_all=True, append_images=fax[1:], compression="group4")
    lying = filled(0, 170, 70)
    save("photo.jpg", photo(lying.image, 5), quality=40)
    several, marked = cases()
    save("cases.png", several)
    truth = {
        "stack.pdf": [page.truth for page in pages],
        "fax.tif": [page.truth for page in faxed],
        "photo.jpg": [lying.truth],
        "cases.png": [marked],
        "coding": [codings()],
    }
    with open(os.path.join(HERE, "truth.json"), "w", encoding="utf-8") as file:
        json.dump(truth, file, indent=1)
        file.write("\n")
    rendered()
    example()


main()
