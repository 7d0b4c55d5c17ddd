"""Fills in the fields of a PDF with poppler, by way of Debian's own Python (python3-gi and gir1.2-poppler-0.18).

Usage: fill_by_poppler.py BLANK FILLED VALUES, where VALUES is a JSON file by the fields' whole names: a text, `true` for a box to
check, or for a choice the places of its box, each a page from 0 and a point on it.
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
        value = values.get(mapping.field.get_name())
        area = mapping.area
        if isinstance(value, str):
            mapping.field.text_set_text(value)
        elif value is True:
            mapping.field.button_set_state(True)
        elif any(page == number and area.x1 <= x <= area.x2 and area.y1 <= y <= area.y2 for page, x, y in value or []):
            mapping.field.button_set_state(True)
pdf.save(filled.as_uri())
