"""Free Markdown as people may write it, made from a seed: empty headings, fields without labels, tables without heads, languages."""

import random
import re

WORDS = (
    "", "", "&nbsp;", "Name", "Über uns", "**strong** words", "`code`", "*byline*", "<b></b>", "<!-- comment -->", "____",
    "Date: ________", "[ ]", "[x] done", "[ ] yes [ ] no", "[ ] [ ] [ ]", "<a id=\"here\"></a>", "[to](#here)",
    "<https://example.org>", "~~struck~~", "(____) or (____)", "\\____",
)
LANGUAGES = ("", "en", "EN-us", "de-CH-1996", "zh-Hant-TW", "pt-BR", "sr-Latn", "x-own", "i-klingon")
WRONG = ("de_DE", "en-", "1", "toolonglang", "English", "-en", "en--US", "d", "de DE", "en-toolongsubtag", "C.UTF-8")


def words(random):
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, 3)))


def table(random):
    columns = random.randint(1, 4)
    row = lambda: "| " + " | ".join(words(random) for _ in range(columns)) + " |"
    head = "| " + " | ".join("" for _ in range(columns)) + " |" if random.random() < 0.5 else row()
    return "\n".join([head, "|" + ":--|" * columns, *(row() for _ in range(random.randint(0, 4)))])


def block(random):
    match random.randrange(12):
        case 0 | 1 | 2:
            return "#" * random.randint(1, 6) + " " + words(random)
        case 3 | 4:
            return words(random)
        case 5:
            return "\n".join(f"- {random.choice(('[ ] ', '[x] ', ''))}{words(random)}" for _ in range(random.randint(1, 4)))
        case 6:
            return "\n".join(f"{number}. {words(random)}" for number in range(1, random.randint(2, 4)))
        case 7 | 8:
            return table(random)
        case 9:
            return random.choice(("```notes\n\n```", "```\ncode\n```", "<!-- pagebreak -->", "---"))
        case 10:
            return "\n>\n".join(f"> {block(random)}".replace("\n", "\n> ") for _ in range(random.randint(1, 2)))
        case 11:
            return f"- {words(random)}\n\n  " + block(random).replace("\n", "\n  ")


def documents(seed, count):
    """So many documents, always the same for a seed: name, text, and whether its language is well-formed."""
    rng = random.Random(seed)
    for number in range(count):
        is_wrong = rng.random() < 0.1
        language = rng.choice(WRONG if is_wrong else LANGUAGES)
        front = []
        if language:
            front.append(f"lang: {language}")
        if rng.random() < 0.5:
            front.append(rng.choice(("title: A guide", 'title: ""', "title:")))
        head = "---\n" + "\n".join(front) + "\n---\n" if front else ""
        body = "\n\n".join(block(rng) for _ in range(rng.randint(1, 9)))
        yield f"free-{number}", f"{head}{body}\n", not is_wrong


def is_tag(text):
    """What ISO 19005-2, 6.7.4 takes for a language."""
    return re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", text) is not None
