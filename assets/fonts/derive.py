"""Derives the project's fonts from others: without hinting, which print does not need and which is two fifths of a
subset, and without the alternates that a guide never asks for. The OFL asks that a changed font of Adobe has a name of its own.

Usage: python3 derive.py SOURCE_FOLDER, with fonttools 4 and brotli; the files are those of the npm packages source-sans 3.52.0,
source-code-pro 2.42.0 and @fontsource/noto-sans-hebrew 5.3.0, and for Arabic those of the Debian packages fonts-noto-core and
fonts-noto-extra 20201225-1: later releases make each letter of a base and dots, which programs that read a PDF take apart.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = [
    ("SourceSans3-Regular.ttf", "KitSans", "Kit Sans", "Regular"),
    ("SourceSans3-It.ttf", "KitSans", "Kit Sans", "Italic"),
    ("SourceSans3-Semibold.ttf", "KitSans", "Kit Sans", "Semibold"),
    ("SourceSans3-SemiboldIt.ttf", "KitSans", "Kit Sans", "Semibold Italic"),
    ("SourceCodePro-Regular.ttf", "KitMono", "Kit Mono", "Regular"),
    ("noto-sans-hebrew-hebrew-400-normal.woff2", "KitSansHebrew", "Kit Sans Hebrew", "Regular"),
    ("noto-sans-hebrew-hebrew-600-normal.woff2", "KitSansHebrew", "Kit Sans Hebrew", "Semibold"),
    ("NotoSansArabic-Regular.ttf", "KitSansArabic", "Kit Sans Arabic", "Regular"),
    ("NotoSansArabic-SemiBold.ttf", "KitSansArabic", "Kit Sans Arabic", "Semibold"),
]

# Of the fonts of one script: letters, points, digits and punctuation of that script, which `Script` in `src/print/script_fonts.rs` lists
# too. Everything else is in Kit Sans. The forms that Arabic letters take beside each other are found by the features.
CHARACTERS = {
    "KitSansHebrew": [range(0x0591, 0x05F5), range(0xFB1D, 0xFB50)],
    "KitSansArabic": [range(0x0600, 0x0700), range(0xFD3E, 0xFD40), range(0xFDFC, 0xFDFD)],
}
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]
JOINING = ["init", "medi", "fina", "isol", "rlig", "calt"]

for source, file, family, style in FONTS:
    font = TTFont(Path(sys.argv[1]) / source)
    has = font.getBestCmap()
    script = CHARACTERS.get(file)
    options = subset.Options(
        hinting=False,
        layout_features=FEATURES + (JOINING if script else []),
        name_IDs=[1, 2, 3, 4, 5, 6],
        notdef_outline=True,
        glyph_names=False,
        drop_tables=["DSIG", "BASE"] + (["STAT", "gasp"] if script else []),
    )
    subsetter = subset.Subsetter(options)
    wanted = has if script is None else [char for part in script for char in part if char in has]
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.flavor = None
    postscript = f"{file}-{style.replace(' ', '')}"
    for record in list(font["name"].names):
        names = {1: family, 2: style, 3: f"{postscript};derived", 4: f"{family} {style}", 6: postscript}
        if record.nameID in names:
            font["name"].setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
    # Every subset of the font would carry the names: the license stands beside the files instead.
    if script:
        # Lines are as high, and letters stand as high on them, as in Kit Sans.
        font["hhea"].ascent = font["OS/2"].sTypoAscender = 1000
        font["hhea"].descent = font["OS/2"].sTypoDescender = -326
        font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0
    # One date for all, so that the same input makes the same files.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(f"{postscript}.ttf")
