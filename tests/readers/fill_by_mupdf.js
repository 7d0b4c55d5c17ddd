// Fills in the fields of a PDF with mupdf.
//
// Usage: mutool run fill_by_mupdf.js BLANK FILLED VALUES, where VALUES is a JSON file by the fields' whole names: a text,
// `true` for a box to check, or the value of a choice.

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

function hasState(annotation, state) {
  var found = false;
  // Versions disagree about which comes first, the key or the value.
  annotation.get("AP").get("N").forEach(function (one, other) {
    if (one === state || other === state) found = true;
  });
  return found;
}

// A widget does not say the name of its field, but a page's annotations stand in the same order as its widgets.
for (var number = 0; number < pdf.countPages(); number++) {
  var annotations = pdf.findPage(number).get("Annots");
  var names = [], boxes = [];
  for (var index = 0; annotations && index < annotations.length; index++) {
    var annotation = annotations.get(index);
    if (annotation.get("Subtype").asName() === "Widget") {
      names.push(nameOf(annotation));
      boxes.push(annotation);
    }
  }
  pdf.loadPage(number).getWidgets().forEach(function (widget, index) {
    var name = names[index], kind = widget.getFieldType();
    if (!(name in values)) return;
    if (kind === "text") widget.setTextValue(values[name]);
    else if (kind === "checkbox") widget.toggle();
    // The same box on another page is checked together with the first.
    else if (hasState(boxes[index], values[name]) && boxes[index].get("AS").asName() === "Off") widget.toggle();
    widget.update();
  });
}
pdf.save(scriptArgs[1], "");
