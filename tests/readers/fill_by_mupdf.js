// Fills in the text fields of a PDF with mupdf.
//
// Usage: mutool run fill_by_mupdf.js BLANK FILLED VALUES, where VALUES is a JSON file of texts by the fields' whole names.

var pdf = new PDFDocument(scriptArgs[0]);
var values = JSON.parse(read(scriptArgs[2]));

function nameOf(field) {
  var names = [];
  for (; field && !field.isNull(); field = field.get("Parent")) {
    var part = field.get("T");
    if (part && !part.isNull()) names.unshift(part.asString());
  }
  return names.join(".");
}

// A widget does not say the name of its field, but a page's annotations stand in the same order as its widgets.
for (var number = 0; number < pdf.countPages(); number++) {
  var annotations = pdf.findPage(number).get("Annots");
  var names = [];
  for (var index = 0; annotations && index < annotations.length; index++) {
    var annotation = annotations.get(index);
    if (annotation.get("Subtype").asName() === "Widget") names.push(nameOf(annotation));
  }
  pdf.loadPage(number).getWidgets().forEach(function (widget, index) {
    if (widget.getFieldType() === "text" && names[index] in values) {
      widget.setTextValue(values[names[index]]);
      widget.update();
    }
  });
}
pdf.save(scriptArgs[1], "");
