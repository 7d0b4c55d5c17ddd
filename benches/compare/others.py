"""The same packet as interview-kit's, made by other tools: `others.py TOOL QUESTIONS.json FOLDER KITS`.

Each question stands on a page with its follow-up, probes, rubric as boxes, warning signs, rating table and ruled lines; each
page has a header with the candidate and a footer with the page number. None of the others makes form fields or Markdown.
"""

import html
import json
import subprocess
import sys
from pathlib import Path

LINES = 8


def typst_source(questions):
    def words(text):
        return "".join("\\" + char if char in "\\#$*_`<>@=-+/~[]\"'" else char for char in text)

    parts = [
        '#set page("a4", margin: 18mm, header: [#sys.inputs.candidate], footer: context [#h(1fr) #counter(page).display()])\n'
        '#set text(10.5pt)\n#let box1 = box(width: 10pt, height: 10pt, stroke: 0.7pt)\n'
        "#let item(body) = grid(columns: (16pt, 1fr), box1, body)\n= Interview kit\n"
    ]
    for question in questions:
        parts.append(f"#pagebreak()\n== {question['number']}. {words(question['ask'])}\n")
        parts.append(f"_{question['kind']} · {question['minutes']} min_\n\n")
        if question["follow_up"]:
            parts.append(f"*Follow-up:* {words(question['follow_up'])}\n\n")
        parts.append("*Probes:* " + words(" ".join(question["probes"])) + "\n\n")
        parts += [f"#item[{words(line)}]\n" for line in question["rubric"]]
        parts.append("\n*Watch for*\n\n" + "".join(f"- {words(line)}\n" for line in question["watch_for"]))
        cells = "".join(
            f"[#box1 {score}], [{words(question['anchors'].get(str(score), ''))}],\n" for score in range(1, 6)
        )
        parts.append(f"#table(columns: (40pt, 1fr),\n{cells})\n")
        parts.append("#v(24pt)\n#line(length: 100%, stroke: 0.5pt + gray)\n" * LINES)
    return "".join(parts)


def typst_make(questions, folder, kits):
    import typst

    source = folder / "kit.typ"
    source.write_text(typst_source(questions))
    # The compiler keeps what kits have in common.
    compiler = typst.Compiler(str(source))
    for kit in range(kits):
        inputs = {"candidate": f"Candidate {kit}"}
        compiler.compile(output=str(folder / f"kit-{kit}.pdf"), sys_inputs=inputs)


def weasyprint_make(questions, folder, kits):
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    def lines(items):
        return "".join(f"<li>{html.escape(item)}</li>" for item in items)

    fonts = FontConfiguration()
    for kit in range(kits):
        parts = [
            "<style>@page{size:A4;margin:18mm;@top-left{content:'Candidate %d'}@bottom-right{content:counter(page)}}"
            "body{font:10.5pt sans-serif}section{break-before:page}.b{list-style:none}.b li::before{content:'\\2610 '}"
            "table{width:100%%;border-collapse:collapse}td{border-top:.5pt solid}hr{margin:24pt 0 0;border:0;"
            "border-top:.5pt solid gray}</style><h1>Interview kit</h1>" % kit
        ]
        for question in questions:
            parts.append(f"<section><h2>{question['number']}. {html.escape(question['ask'])}</h2>")
            parts.append(f"<p><i>{question['kind']} · {question['minutes']} min</i></p>")
            if question["follow_up"]:
                parts.append(f"<p><b>Follow-up:</b> {html.escape(question['follow_up'])}</p>")
            parts.append(f"<p><b>Probes:</b> {html.escape(' '.join(question['probes']))}</p>")
            parts.append(f"<ul class=b>{lines(question['rubric'])}</ul>")
            parts.append(f"<p><b>Watch for</b></p><ul>{lines(question['watch_for'])}</ul><table>")
            for score in range(1, 6):
                anchor = html.escape(question["anchors"].get(str(score), ""))
                parts.append(f"<tr><td>☐ {score}<td>{anchor}")
            parts.append("</table>" + "<hr>" * LINES + "</section>")
        HTML(string="".join(parts)).write_pdf(folder / f"kit-{kit}.pdf", font_config=fonts)


def reportlab_make(questions, folder, kits):
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.lib.units import mm
    from reportlab.platypus import HRFlowable, PageBreak, Paragraph, SimpleDocTemplate, Table

    style = getSampleStyleSheet()

    def paragraph(text, name="BodyText"):
        return Paragraph(text, style[name])

    for kit in range(kits):

        def furniture(canvas, document, kit=kit):
            canvas.drawString(18 * mm, 285 * mm, f"Candidate {kit}")
            canvas.drawRightString(192 * mm, 10 * mm, str(document.page))

        story = [paragraph("Interview kit", "Title")]
        for question in questions:
            story.append(PageBreak())
            story.append(paragraph(f"{question['number']}. {html.escape(question['ask'])}", "Heading2"))
            story.append(paragraph(f"<i>{question['kind']} · {question['minutes']} min</i>"))
            if question["follow_up"]:
                story.append(paragraph(f"<b>Follow-up:</b> {html.escape(question['follow_up'])}"))
            story.append(paragraph(f"<b>Probes:</b> {html.escape(' '.join(question['probes']))}"))
            story += [Table([["[ ]", paragraph(html.escape(line))]], [20, None]) for line in question["rubric"]]
            story.append(paragraph("<b>Watch for</b>"))
            story += [paragraph("• " + html.escape(line)) for line in question["watch_for"]]
            anchors = question["anchors"]
            story.append(
                Table(
                    [[f"[ ] {score}", paragraph(html.escape(anchors.get(str(score), "")))] for score in range(1, 6)],
                    [40, None],
                )
            )
            story += [HRFlowable(width="100%", spaceBefore=24) for _ in range(LINES)]
        path = str(folder / f"kit-{kit}.pdf")
        SimpleDocTemplate(path, pagesize=A4).build(story, onFirstPage=furniture, onLaterPages=furniture)


def groff_make(questions, folder, kits):
    def words(text):
        return ("\\&" + text).replace("\\", "\\e").replace("\\e&", "\\&", 1)

    for kit in range(kits):
        parts = [f".ds LH Candidate {kit}\n.TL\nInterview kit\n"]
        for question in questions:
            parts.append(f".bp\n.SH\n{question['number']}. {words(question['ask'])}\n")
            parts.append(f".LP\n.I \"{question['kind']}, {question['minutes']} min\"\n")
            if question["follow_up"]:
                parts.append(f".LP\n.B Follow-up:\n{words(question['follow_up'])}\n")
            parts.append(f".LP\n.B Probes:\n{words(' '.join(question['probes']))}\n")
            parts += [f'.IP \\(sq\n{words(line)}\n' for line in question["rubric"]]
            parts.append(".LP\n.B \"Watch for\"\n")
            parts += [f".IP \\(bu\n{words(line)}\n" for line in question["watch_for"]]
            for score in range(1, 6):
                parts.append(f'.IP "\\(sq {score}" 6\n{words(question["anchors"].get(str(score), ""))}\n')
            parts.append(".LP\n" + ".sp 24p\n\\l'\\n(.lu'\n" * LINES)
        source = folder / "kit.ms"
        source.write_text("".join(parts))
        with open(folder / f"kit-{kit}.pdf", "wb") as out:
            subprocess.run(["groff", "-k", "-ms", "-Tpdf", str(source)], stdout=out, stderr=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    tool, questions, folder, kits = sys.argv[1:]
    globals()[f"{tool}_make"](json.loads(Path(questions).read_text()), Path(folder), int(kits))
