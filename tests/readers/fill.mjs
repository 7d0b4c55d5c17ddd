// Fills in the text fields of a PDF with a library of Node's.
//
// Usage: node fill.mjs pdf-lib|pdf.js MODULES BLANK FILLED VALUES
//
// MODULES is the folder of node_modules; VALUES is a JSON file of texts by the fields' whole names.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [library, modules, blank, filled, file] = process.argv.slice(2);
const { resolve } = createRequire(path.join(path.resolve(modules), "x.js"));
const values = JSON.parse(fs.readFileSync(file, "utf8"));
const bytes = new Uint8Array(fs.readFileSync(blank));

async function byPdfLib() {
  const { PDFDocument } = await import(pathToFileURL(resolve("pdf-lib")));
  const pdf = await PDFDocument.load(bytes);
  const form = pdf.getForm();
  for (const [name, value] of Object.entries(values)) form.getTextField(name).setText(value);
  return pdf.save();
}

async function byPdfJs() {
  // It asks for what only drawing needs; nothing is drawn here.
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};
  const { getDocument } = await import(pathToFileURL(resolve("pdfjs-dist/legacy/build/pdf.mjs")));
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    for (const { id, fieldName } of await page.getAnnotations()) {
      // Its viewer gives the same value to all places of a field.
      if (fieldName in values) pdf.annotationStorage.setValue(id, { value: values[fieldName] });
    }
  }
  return pdf.saveDocument();
}

fs.writeFileSync(filled, await (library === "pdf-lib" ? byPdfLib() : byPdfJs()));
