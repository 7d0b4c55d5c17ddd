use super::color;
use super::fields::{Fields, fault};
use super::logo;
use super::model::Brand;
use super::settings;
use super::typography;
use crate::base::diagnostic::{Checked, Diagnostics, Rejected};
use crate::base::source::{SourceId, Sources};
use crate::base::yaml::{self, Node, Value};

/// Reads a brand file. Everything in it is looked at, whatever was wrong before it.
pub fn read(sources: &Sources, id: SourceId) -> Checked<Brand> {
    let mut diagnostics = Diagnostics::new();
    let end = sources.get(id).text.len();
    let tree = yaml::parse(sources, id, 0, end).map_err(|fault| Rejected::from(*fault))?;
    let brand = brand(tree, sources, &mut diagnostics);
    diagnostics.check(brand)
}

fn brand(tree: Node, sources: &Sources, diagnostics: &mut Diagnostics) -> Option<Brand> {
    if tree.value == Value::Null {
        let help = "add a line such as `color: { primary: \"#0B4F6C\" }`, or remove the file";
        diagnostics.push(fault("this brand file is empty", tree.span).help(help));
        return None;
    }
    let mut fields = Fields::open(tree, "brand file", sources, diagnostics)?;
    let name = fields.section("meta", "`meta` section").and_then(name);
    let logo = fields.take("logo").and_then(|node| logo::read(node, name.as_deref(), &mut fields));
    let accent = fields.section("color", "`color` section").and_then(color::accent);
    let fonts = fields.section("typography", "`typography` section").map(typography::read);
    let page = fields.section("defaults", "`defaults` section").map(settings::read);
    fields.close();
    let (base, headings) = fonts.unwrap_or_default();
    Some(Brand { accent, logo, base, headings, page: page.unwrap_or_default() })
}

/// The name of the company: the short one, where there are two.
fn name(mut meta: Fields<'_>) -> Option<String> {
    meta.accept(&["link", "links"]);
    let name = meta.take("name").and_then(|node| match node.value {
        Value::Mapping(_) => {
            let mut both = meta.inner(node, "name")?;
            let (short, full) = (both.text("short"), both.text("full"));
            both.close();
            short.or(full)
        }
        _ => meta.text_of(node, "name"),
    });
    meta.close();
    name.map(|name| name.value)
}
