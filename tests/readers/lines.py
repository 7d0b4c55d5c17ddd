"""Reads how thick and how dark the lines of a PDF are, out of its content streams."""

import math

import pikepdf

THINNEST = 0.5
LIGHTEST = 0.3
# A filled area that is thinner than this is a line too.
AREA = 6.0


def streams(pdf):
    """The content of each page, and of every form and appearance on it, each once."""
    seen = set()

    def below(resources):
        for form in (resources or {}).get("/XObject", {}).values():
            if form.get("/Subtype") == "/Form" and form.objgen not in seen:
                seen.add(form.objgen)
                yield form
                yield from below(form.get("/Resources"))

    for page in pdf.pages:
        yield page
        yield from below(page.get("/Resources"))
        for annotation in page.get("/Annots", []):
            for look in annotation.get("/AP", {}).values():
                for stream in [look] if isinstance(look, pikepdf.Stream) else look.values():
                    if stream.objgen not in seen:
                        seen.add(stream.objgen)
                        yield stream
                        yield from below(stream.get("/Resources"))


def gray(operands):
    """How light a color is: 0 is black."""
    numbers = [float(number) for number in operands]
    if len(numbers) == 4:
        return 1 - min(1, max(numbers[:3]) + numbers[3])
    return max(numbers)


def lines(stream):
    """The width and the lightness of each line that a stream draws."""
    state = {"width": 1.0, "pen": 0.0, "fill": 0.0, "scale": 1.0}
    saved, thinnest = [], math.inf
    for operands, operator in pikepdf.parse_content_stream(stream):
        match str(operator):
            case "q":
                saved.append(dict(state))
            case "Q":
                state = saved.pop()
            case "cm":
                a, b, c, d = (float(number) for number in operands[:4])
                state["scale"] *= math.sqrt(abs(a * d - b * c))
            case "w":
                state["width"] = float(operands[0])
            case "G" | "RG" | "K":
                state["pen"] = gray(operands)
            case "g" | "rg" | "k":
                state["fill"] = gray(operands)
            case "CS" | "cs" | "SCN" | "scn" | "SC" | "sc" | "gs" | "sh":
                raise AssertionError(f"{operator}: a color that this reader does not know")
            case "re":
                thinnest = min(thinnest, *(abs(float(number)) for number in operands[2:4]))
            case "S" | "s" | "B" | "B*" | "b" | "b*":
                yield state["width"] * state["scale"], state["pen"]
                thinnest = math.inf
            case "f" | "F" | "f*":
                if thinnest * state["scale"] < AREA:
                    yield thinnest * state["scale"], state["fill"]
                thinnest = math.inf
            case "n":
                thinnest = math.inf


def check(path):
    """No line of a PDF is thinner or lighter than an office photocopier can see; says how many there are."""
    count = 0
    with pikepdf.open(path) as pdf:
        for stream in streams(pdf):
            for width, light in lines(stream):
                assert width >= THINNEST - 1e-6 and light <= LIGHTEST + 1e-6, (path.name, width, light)
                count += 1
    assert count, path.name
    return count
