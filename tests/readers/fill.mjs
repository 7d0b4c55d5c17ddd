// Fills in the fields of a PDF with a library of Node's.
//
// Usage: node fill.mjs pdf-lib|pdf.js MODULES BLANK FILLED VALUES
//
// MODULES is the folder of node_modules; VALUES is a JSON file by the fields' whole names: a text, `true` for a box to check, or the
// value of a choice.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [library, modules, blank, filled, file] = process.argv.slice(2);
const { resolve } = createRequire(path.join(path.resolve(modules), "x.js"));
const values = JSON.parse(fs.readFileSync(file, "utf8"));
const bytes = new Uint8Array(fs.readFileSync(blank));

async function byPdfLib() {
  const { PDFCheckBox, PDFDocument, PDFRadioGroup } = await import(pathToFileURL(resolve("pdf-lib")));
  const pdf = await PDFDocument.load(bytes);
  const form = pdf.getForm();
  for (const [name, value] of Object.entries(values)) {
    const field = form.getField(name);
    if (field instanceof PDFCheckBox) field.check();
    else if (field instanceof PDFRadioGroup) field.select(value);
    else field.setText(value);
  }
  try {
    return await pdf.save();
  } catch {
    // It draws text in a font that has Latin letters only. What is filled in is kept all the same.
    return pdf.save({ updateFieldAppearances: false });
  }
}

async function byPdfJs() {
  // It asks for what only drawing needs; nothing is drawn here.
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};
  const { getDocument } = await import(pathToFileURL(resolve("pdfjs-dist/legacy/build/pdf.mjs")));
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    for (const { id, fieldName, radioButton, buttonValue } of await page.getAnnotations()) {
      if (!(fieldName in values)) continue;
      // Its viewer gives the same value to all places of a field, and to each box of a choice whether it is the one.
      const value = radioButton ? buttonValue === values[fieldName] : values[fieldName];
      pdf.annotationStorage.setValue(id, { value });
    }
  }
  return pdf.saveDocument();
}

fs.writeFileSync(filled, await (library === "pdf-lib" ? byPdfLib() : byPdfJs()));
