"""Derives the project's fonts from Adobe's: without hinting, which print does not need and which is two fifths of a
subset, and without the alternates that a guide never asks for. The OFL asks that a changed font has a name of its own.

Usage: python3 derive.py SOURCE_FOLDER, with fonttools 4; the files are those of the npm packages source-sans 3.52.0 and
source-code-pro 2.42.0.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = [
    ("SourceSans3-Regular", "KitSans", "Kit Sans", "Regular"),
    ("SourceSans3-It", "KitSans", "Kit Sans", "Italic"),
    ("SourceSans3-Semibold", "KitSans", "Kit Sans", "Semibold"),
    ("SourceSans3-SemiboldIt", "KitSans", "Kit Sans", "Semibold Italic"),
    ("SourceCodePro-Regular", "KitMono", "Kit Mono", "Regular"),
]

for source, file, family, style in FONTS:
    font = TTFont(Path(sys.argv[1]) / f"{source}.ttf")
    options = subset.Options(
        hinting=False,
        layout_features=["ccmp", "kern", "liga", "locl", "mark", "mkmk"],
        name_IDs=[1, 2, 3, 4, 5, 6],
        notdef_outline=True,
        glyph_names=False,
        drop_tables=["DSIG", "BASE"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    postscript = f"{file}-{style.replace(' ', '')}"
    for record in list(font["name"].names):
        names = {1: family, 2: style, 3: f"{postscript};derived", 4: f"{family} {style}", 6: postscript}
        if record.nameID in names:
            font["name"].setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
    # Every subset of the font would carry the names: the license stands beside the files instead.
    # One date for all, so that the same input makes the same files.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(f"{postscript}.ttf")
