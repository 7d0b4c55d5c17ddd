use std::collections::BTreeMap;
use std::io;
use std::string::FromUtf8Error;
use std::sync::OnceLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, Value, context};

use serde::Serialize;

use super::destination::destination;
use super::fault::ErrorContext;
use super::functions::{format, in_list, or_blank};
use super::marked::{lang, marked};
use super::tags;
use super::tracked::TrackedContext;
use super::user_template::{self, UserTemplate};
use super::{user_locale, words};
use crate::base::diagnostic::{Accepted, Checked, Diagnostic, Rejected};
use crate::base::source::{Source, SourceId, Sources, Span};
use crate::base::unit::Language;
use crate::packet::documents::{DocumentKind, built_in_templates};
use crate::packet::locale::{Locale, Locales, Wording};
use crate::packet::view::View;

/// The templates, ready to be filled in any number of times.
pub struct Templates {
    /// What all languages share.
    environment: Environment<'static>,
    /// One for each language, made when it is needed: each has its own messages.
    of_languages: BTreeMap<String, OnceLock<Environment<'static>>>,
    locales: Locales,
    places: BTreeMap<String, SourceId>,
    /// How many bytes a document has at most.
    most_bytes: usize,
}

/// How many questions there is always room for. A template that loops runs out of it within a second.
const LEAST_QUESTIONS: usize = 5000;
/// Enough fuel for a question. Each unit pays for an instruction or for 64 bytes, so that this is a bound on memory too: half a gigabyte for
/// five thousand questions.
const FUEL_PER_QUESTION: usize = 1600;
/// More Markdown than the documents of any packet have for a question, in bytes.
const BYTES_PER_QUESTION: usize = 3400;

impl Templates {
    /// The templates that the program carries.
    pub fn built_in(sources: &mut Sources) -> Result<Self, Rejected> {
        Self::with_own(sources, Vec::new()).map(|accepted| accepted.value)
    }

    /// The user's own templates, and those that the program carries for whatever is not among them. A template includes others of
    /// these by name, and nothing else. Files such as `locales/de.ftl` are not templates: their messages go before the program's.
    /// All texts are added to `sources`. Templates and messages that nothing uses are warned of.
    pub fn with_own(sources: &mut Sources, own: Vec<UserTemplate>) -> Checked<Self> {
        let (files, own): (Vec<_>, Vec<_>) = own.into_iter().partition(UserTemplate::is_locale);
        let locales = user_locale::read(sources, files, &own)?;
        let mut warnings = locales.warnings;
        let unused = user_template::unused(&own);
        let mut places = BTreeMap::new();
        for (name, text) in built_in_templates() {
            let path = format!("<built-in>/templates/{name}");
            let source = Source { name: path, text: text.to_owned() };
            places.insert(name.to_owned(), sources.add(source));
        }
        let mut own_places = Vec::new();
        for own in own {
            let id = sources.add(Source { name: own.path, text: own.text });
            places.insert(own.name.clone(), id);
            own_places.push((own.name, id));
        }
        warnings.extend(unused.into_iter().map(|(name, warning)| match places.get(&name) {
            Some(id) => warning.at(Span::new(*id, 0..0)),
            None => warning,
        }));
        let faults = ErrorContext { sources, places: &places, kit: None };
        let mut environment = environment().map_err(|error| faults.rejected(&error))?;
        // In the order of their names, as they are listed.
        own_places.sort_unstable();
        for (name, id) in own_places {
            let text = sources.get(id).text.clone();
            if let Some(fault) = tags::check(&text, id) {
                return Err(fault.into());
            }
            let added = environment.add_template_owned(name, text);
            added.map_err(|error| faults.rejected(&error))?;
        }
        let locales = locales.value;
        let of_languages = locales.tags().map(|tag| (tag.to_owned(), OnceLock::new())).collect();
        let most_bytes = LEAST_QUESTIONS * BYTES_PER_QUESTION;
        let templates = Self { environment, of_languages, locales, places, most_bytes };
        Ok(Accepted { value: templates, warnings })
    }

    /// Gives templates enough fuel and room for so many questions.
    pub fn make_room_for(&mut self, questions: usize) {
        let questions = questions.max(LEAST_QUESTIONS);
        self.most_bytes = questions.saturating_mul(BYTES_PER_QUESTION);
        let made = self.of_languages.values_mut().filter_map(OnceLock::get_mut);
        for environment in made.chain([&mut self.environment]) {
            environment.set_fuel(Some(fuel(questions)));
        }
    }

    /// Compiles the templates of some documents before they are filled in.
    pub fn prepare(&self, documents: &[&DocumentKind]) {
        // All that a document includes is in the folder of its name.
        let is_needed = |name: &str| {
            let folder = name.split(['/', '.']).next();
            documents.iter().any(|document| document.template.split('.').next() == folder)
        };
        for name in self.places.keys().filter(|name| is_needed(name)) {
            // A template that cannot be compiled is told of when it is filled in.
            let _ = self.environment.get_template(name);
        }
    }

    /// The messages for documents in a language.
    #[must_use]
    pub fn locale(&self, language: &Language) -> &Locale {
        self.locales.of(language).1
    }

    /// In which words documents in a language are printed: those of another language if there are none in it.
    #[must_use]
    pub fn wording<'a>(&'a self, language: &'a Language) -> Wording<'a> {
        self.locales.wording(language)
    }

    /// A warning if there are no messages in a language, so that its documents print those of another one.
    #[must_use]
    pub fn check_language(&self, language: &Language) -> Option<Diagnostic> {
        if self.locales.has(language) {
            return None;
        }
        let (tag, _) = self.locales.of(language);
        // A file for the language alone would not be one for another script: `zh` is written like `zh-Hans`, and `zh-TW` is not.
        let alone = language.primary().parse().ok();
        let alone = alone.filter(|it| language.script().is_none() && !self.locales.has(it));
        let wanted = alone.as_ref().unwrap_or(language);
        let message = format!(
            "there are no messages for the language `{language}`; documents use those in `{tag}`"
        );
        let help = format!(
            "`interview-kit init --language {wanted}` writes the file to translate, `templates/locales/{wanted}.ftl`; then build with \
             `--templates templates`"
        );
        Some(Diagnostic::warning("locale", message).help(help))
    }

    /// What a kit is called: after its role, or else after its banks.
    pub fn title(&self, view: &View<'_>) -> Result<String, Rejected> {
        let title = words::title(self.locale(view.lang), view);
        title.map_err(Rejected::from)
    }

    /// Fills in a template that is not of a packet with values of its own, with the messages of a language. `sources` are those with which
    /// the templates were made.
    pub fn fill(
        &self,
        template: &str,
        values: &impl Serialize,
        language: &Language,
        sources: &Sources,
    ) -> Result<String, Rejected> {
        let mut text = Bounded { bytes: Vec::new(), most: self.most_bytes };
        let template = self.environment(language).get_template(template);
        let filled = template.and_then(|template| {
            template.render_captured_to(Value::from(Serde(values)), &mut text)
        });
        filled.map_err(|error| {
            let faults = ErrorContext { sources, places: &self.places, kit: None };
            faults.rejected(&error)
        })?;
        Ok(text.into_string())
    }

    /// Fills in a template, with the messages of the kit's language. `sources` are those with which the templates were made.
    pub fn render(
        &self,
        document: &DocumentKind,
        view: &View<'_>,
        sources: &Sources,
    ) -> Result<String, Rejected> {
        let environment = self.environment(view.lang);
        let title = self.title(view)?;
        let mark = |text: &str, language: &str| marked(text, language, view.lang.as_str());
        let kit_title = words::title_of(self.locale(view.lang), view, mark);
        let kit_title = Value::from_safe_string(kit_title.map_err(Rejected::from)?);
        let values = context! { title, kit_title, ..Value::from(Serde(view)) };
        let mut text = Bounded { bytes: Vec::new(), most: self.most_bytes };
        let template = environment.get_template(document.template);
        let rendered =
            template.and_then(|template| template.render_captured_to(values.clone(), &mut text));
        match rendered {
            Ok(_) if text.bytes.trim_ascii().is_empty() => {
                let message = format!("the template `{}` prints nothing", document.template);
                let fault = Diagnostic::error("template", message).all_own_words();
                let place = self.places.get(document.template);
                let fault = place.into_iter().fold(fault, |it, id| it.at(Span::new(*id, 0..0)));
                Err(fault.help("check what its conditions leave of it").into())
            }
            Ok(_) => Ok(text.into_string()),
            Err(error) => {
                let tree = trace(environment, document, values, self.most_bytes);
                let faults = ErrorContext { sources, places: &self.places, kit: Some(&tree) };
                Err(faults.rejected(&error))
            }
        }
    }
}

impl Templates {
    #[expect(clippy::expect_used, reason = "every language has an environment")]
    fn environment(&self, language: &Language) -> &Environment<'static> {
        let (tag, locale) = self.locales.of(language);
        let made = self.of_languages.get(tag).expect("there is a place for each language");
        made.get_or_init(|| {
            let mut environment = self.environment.clone();
            words::add(&mut environment, locale);
            environment
        })
    }
}

/// Fills a template in once more, to learn which names exist where it fails: this costs nothing where it does not.
fn trace(
    environment: &Environment<'static>,
    document: &DocumentKind,
    values: Value,
    most: usize,
) -> TrackedContext {
    let tree = TrackedContext::new(values);
    if let Ok(template) = environment.get_template(document.template) {
        // It fails again, of course.
        let _ = template.render_captured_to(tree.root(), &mut Bounded { bytes: Vec::new(), most });
    }
    tree
}

/// The fuel for so many questions.
fn fuel(questions: usize) -> u64 {
    u64::try_from(questions.saturating_mul(FUEL_PER_QUESTION)).unwrap_or(u64::MAX)
}

fn environment() -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(fuel(LEAST_QUESTIONS)));
    environment.set_debug(true);
    environment.set_syntax(syntax()?);
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    environment.set_formatter(format);
    // Nothing goes round the escaping.
    environment.remove_filter("safe");
    environment.add_filter("or_blank", or_blank);
    environment.add_filter("in_list", in_list);
    environment.add_filter("destination", destination);
    environment.add_filter("lang", lang);
    // A packet needs half of them, and to compile all takes as long as to read the bank.
    environment.set_loader(|name| {
        let mut all = built_in_templates();
        Ok(all.find(|(known, _)| *known == name).map(|(_, text)| text.to_owned()))
    });
    Ok(environment)
}

/// Lines that hold nothing but a tag leave nothing behind.
fn syntax() -> Result<SyntaxConfig, Error> {
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
}

/// What a template has written, up to a limit.
struct Bounded {
    bytes: Vec<u8>,
    /// The limit.
    most: usize,
}

impl Bounded {
    /// What was written: templates write text.
    fn into_string(mut self) -> String {
        self.bytes.shrink_to_fit();
        let lossy = |error: FromUtf8Error| String::from_utf8_lossy(error.as_bytes()).into_owned();
        String::from_utf8(self.bytes).unwrap_or_else(lossy)
    }
}

impl io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > self.most {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
