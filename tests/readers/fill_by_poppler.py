"""Fills in the text fields of a PDF with poppler, by way of Debian's own Python (python3-gi and gir1.2-poppler-0.18).

Usage: fill_by_poppler.py BLANK FILLED VALUES, where VALUES is a JSON file of texts by the fields' whole names.
"""

import json
import sys
from pathlib import Path

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402

blank, filled, file = (Path(name).resolve() for name in sys.argv[1:])
values = json.loads(file.read_text())
pdf = Poppler.Document.new_from_file(blank.as_uri(), None)
for number in range(pdf.get_n_pages()):
    for mapping in pdf.get_page(number).get_form_field_mapping():
        if mapping.field.get_name() in values:
            mapping.field.text_set_text(values[mapping.field.get_name()])
pdf.save(filled.as_uri())
