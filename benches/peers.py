"""The guide, the scoring form, and the scorecard of a kit for other programs, word for word: `peers.py GUIDE.md… FOLDER` writes `kit.typ` and
`kit.html`. `benches/ledger.py` times how long native typst and WeasyPrint take to make a PDF of them.

The Markdown is that which `interview-kit build` writes. Boxes, tables, page breaks, and ruled lines for notes are drawn; fields that can be filled in,
marks for scanning, and column widths are not. Needs `markdown-it-py` (`benches/compare/requirements.txt`).
"""

import html
import re
import sys
from pathlib import Path

from markdown_it import MarkdownIt

# The comments of our Markdown that others can show.
PAGE_BREAK = "<!-- pagebreak -->"
# Blanks are lines of this length: as runs of underscores they would be too long for some cells.
BLANK = 40
# All programs use the same fonts.
FONTS = Path(__file__).resolve().parent.parent / "assets/fonts"


def tokens_of(path):
    """The blocks of a document, without its front matter and with a token for each page break."""
    text = path.read_text().split("\n---\n", 1)[1]
    # Hints for layout are no text; in the middle of a line they would be shown.
    parts = re.split(f"(?m)^{re.escape(PAGE_BREAK)}$", text)
    parser = MarkdownIt("commonmark").enable("table")
    for number, part in enumerate(parts):
        if number > 0:
            yield None
        yield from parser.parse(re.sub(r"<!--.*?-->|<a id=.*?</a>", "", part, flags=re.DOTALL))


class Typst:
    """Writes tokens as the source of typst."""

    HEAD = (
        '#set page("a4", margin: 18mm, footer: context [#h(1fr) #counter(page).display()])\n'
        '#set text(10pt, font: "Kit Sans")\n#set block(spacing: 0.9em)\n'
        "#let tick = box(width: 4mm, height: 4mm, stroke: 0.7pt)\n"
        "#let blank = box(width: 30mm, line(length: 100%, stroke: 0.5pt))\n"
        "#let notes(count) = for _ in range(count) { v(8mm); line(length: 100%, stroke: 0.5pt + gray) }\n"
    )
    PAGE_BREAK = "\n#pagebreak(weak: true)\n"
    TAGS = {
        "paragraph_open": "\n", "paragraph_close": "\n", "bullet_list_open": "\n", "bullet_list_close": "\n",
        "ordered_list_open": "\n", "ordered_list_close": "\n", "list_item_open": "#block(inset: (left: 4mm))[", "list_item_close": "]\n",
        "blockquote_open": "#block(inset: (left: 4mm))[", "blockquote_close": "]\n", "heading_close": "]\n",
        "table_close": ")\n", "tr_open": "", "tr_close": "\n", "th_open": "[", "th_close": "], ", "td_open": "[", "td_close": "], ",
        "thead_open": "", "thead_close": "", "tbody_open": "", "tbody_close": "", "strong_open": "#strong[", "strong_close": "]",
        "em_open": "#emph[", "em_close": "]", "link_open": "", "link_close": "", "softbreak": " ", "hardbreak": " \\\n",
        "hr": "\n#line(length: 100%)\n", "html_block": "", "html_inline": "",
    }  # fmt: skip

    def text(self, text):
        escaped = "".join("\\" + char if char in "\\#$*_`<>@=-+/~[]\"'" else char for char in text)
        return escaped.replace("\\[ \\]", "#tick").replace("\\[x\\]", "#tick").replace("\\_" * BLANK, "#blank")

    def heading(self, level):
        return f"\n#heading(level: {level})["

    def table(self, columns):
        return f"\n#table(columns: {columns},\n"

    def notes(self, lines):
        return f"\n#notes({lines})\n"


class Html:
    """Writes tokens as a web page for print."""

    HEAD = (
        "<!doctype html><meta charset=utf-8><title>Kit</title><style>"
        f"@font-face{{font-family:Kit Sans;src:url({FONTS.as_uri()}/KitSans-Regular.ttf)}}"
        f"@font-face{{font-family:Kit Sans;font-weight:bold;src:url({FONTS.as_uri()}/KitSans-Semibold.ttf)}}"
        "@page{size:A4;margin:18mm;@bottom-right{content:counter(page)}}"
        "body{font:10pt/13pt Kit Sans,sans-serif}table{width:100%;border-collapse:collapse}td,th{border:.5pt solid;text-align:left}"
        "ul,ol{list-style:none;padding-left:4mm}.b{display:inline-block;width:30mm;border-bottom:.5pt solid}"
        "hr{margin:8mm 0 0;border:0;border-top:.5pt solid gray}.p{break-after:page}</style>"
    )
    PAGE_BREAK = "<div class=p></div>"

    def __init__(self):
        self.TAGS = {name: "" for name in Typst.TAGS}
        pairs = {
            "paragraph": "p", "bullet_list": "ul", "ordered_list": "ol", "list_item": "li", "blockquote": "blockquote", "table": "table",
            "tr": "tr", "th": "th", "td": "td", "thead": "thead", "tbody": "tbody", "strong": "b", "em": "i",
        }  # fmt: skip
        for name, tag in pairs.items():
            self.TAGS |= {f"{name}_open": f"<{tag}>", f"{name}_close": f"</{tag}>"}
        self.TAGS |= {"softbreak": " ", "hardbreak": "<br>", "hr": "<hr>"}

    def text(self, text):
        return html.escape(text).replace("[ ]", "☐").replace("[x]", "☐").replace("_" * BLANK, "<span class=b></span>")

    def heading(self, level):
        self.TAGS["heading_close"] = f"</h{level}>"
        return f"<h{level}>"

    def table(self, columns):
        return "<table>"

    def notes(self, lines):
        return "<hr>" * lines


def write(tokens, to):
    parts = []
    tokens = list(tokens)
    for index, token in enumerate(tokens):
        if token is None:
            parts.append(to.PAGE_BREAK)
        elif token.type == "inline":
            parts.append(write(token.children, to))
        elif token.type in ("text", "code_inline"):
            parts.append(to.text(token.content))
        elif token.type == "fence":
            parts.append(to.notes(token.content.count("\n")) if token.info == "notes" else to.text(token.content))
        elif token.type == "heading_open":
            parts.append(to.heading(int(token.tag[1])))
        elif token.type == "table_open":
            row = next(at for at in range(index, len(tokens)) if tokens[at].type == "tr_close")
            parts.append(to.table(sum(it.type == "th_open" for it in tokens[index:row])))
        else:
            parts.append(to.TAGS[token.type])
    return "".join(parts)


def sources(documents, folder):
    """Writes the documents, one after the other, for typst and for WeasyPrint."""
    for to, name in ((Typst(), "kit.typ"), (Html(), "kit.html")):
        text = to.PAGE_BREAK.join(write(tokens_of(path), to) for path in documents)
        (folder / name).write_text(to.HEAD + text)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sources([Path(path) for path in sys.argv[1:-1]], Path(sys.argv[-1]))
