/// What a list below a question holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Rubric,
    FollowUp,
    Probes,
    WatchFor,
}

/// A line that says what the list below it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label<'t> {
    pub(super) kind: Kind,
    /// Its words, without a colon.
    pub(super) name: &'t str,
    /// What is behind the colon; may be empty.
    pub(super) rest: &'t str,
    /// Whether there is a colon.
    pub(super) has_colon: bool,
    /// Whether its words say no more than what kind of list it is.
    pub(super) is_usual: bool,
    /// The language of its words, as a BCP 47 tag.
    pub(super) language: &'static str,
}

/// The usual line above a rubric: the one that a bank leaves out.
pub(super) const USUAL: &str = "strong answer should cover";

/// How the lines above lists begin, in lower case.
const BEGINNINGS: [(&str, Kind, &[&str]); 28] = [
    (
        "en",
        Kind::Rubric,
        &[
            "strong answer",
            "a strong answer",
            "strong response",
            "a strong response",
            "strong candidates",
            "good answer",
            "a good answer",
            "good response",
            "a good response",
            "great answer",
            "a great answer",
            "sample answer",
            "ideal answer",
            "model answer",
            "example answer",
            "expected answer",
            "suggested answer",
            "key points",
            "evaluation criteria",
            "scoring criteria",
            "assessment criteria",
            "rubric",
            "listen for",
            "what to listen for",
            "look for",
            "what to look for",
            "what we look for",
            "what we're looking for",
            "what good looks like",
        ],
    ),
    ("en", Kind::FollowUp, &["follow-up", "follow up", "followup"]),
    ("en", Kind::Probes, &["probe", "probing question", "optional probe"]),
    (
        "en",
        Kind::WatchFor,
        &[
            "watch for",
            "watch out for",
            "red flag",
            "warning sign",
            "weak answer",
            "a weak answer",
            "poor answer",
            "bad answer",
        ],
    ),
    (
        "de",
        Kind::Rubric,
        &[
            "gute antwort",
            "eine gute antwort",
            "starke antwort",
            "eine starke antwort",
            "erwartete antwort",
            "musterantwort",
            "bewertungskriterien",
            "darauf achten",
            "worauf achten",
            "worauf wir achten",
            "worauf sie achten",
        ],
    ),
    ("de", Kind::FollowUp, &["nachfrage", "anschlussfrage", "folgefrage"]),
    ("de", Kind::Probes, &["vertiefungsfrage", "vertiefende frage", "weitere frage"]),
    (
        "de",
        Kind::WatchFor,
        &["warnsignal", "warnzeichen", "schwache antwort", "eine schwache antwort"],
    ),
    (
        "fr",
        Kind::Rubric,
        &[
            "une bonne réponse",
            "bonne réponse",
            "bonnes réponses",
            "les bonnes réponses",
            "une réponse solide",
            "réponse attendue",
            "réponses attendues",
            "éléments de réponse",
            "critères d'évaluation",
            "critères d’évaluation",
            "points à aborder",
        ],
    ),
    ("fr", Kind::FollowUp, &["question de suivi", "relance"]),
    (
        "fr",
        Kind::Probes,
        &["pour approfondir", "questions d'approfondissement", "questions d’approfondissement"],
    ),
    (
        "fr",
        Kind::WatchFor,
        &[
            "signaux d'alerte",
            "signaux d’alerte",
            "signes d'alerte",
            "signes d’alerte",
            "points de vigilance",
            "mauvaise réponse",
            "une mauvaise réponse",
            "réponse faible",
        ],
    ),
    (
        "es",
        Kind::Rubric,
        &[
            "una buena respuesta",
            "buena respuesta",
            "buenas respuestas",
            "una respuesta sólida",
            "respuesta esperada",
            "respuestas esperadas",
            "criterios de evaluación",
            "qué buscar",
        ],
    ),
    ("es", Kind::FollowUp, &["pregunta de seguimiento", "seguimiento", "repregunta"]),
    ("es", Kind::Probes, &["para profundizar", "preguntas para profundizar"]),
    (
        "es",
        Kind::WatchFor,
        &["señales de alerta", "señal de alerta", "banderas rojas", "respuesta débil"],
    ),
    (
        "it",
        Kind::Rubric,
        &[
            "una buona risposta",
            "buona risposta",
            "buone risposte",
            "una risposta solida",
            "risposta attesa",
            "criteri di valutazione",
            "cosa cercare",
        ],
    ),
    ("it", Kind::FollowUp, &["domanda di approfondimento", "domanda successiva"]),
    ("it", Kind::Probes, &["per approfondire"]),
    (
        "it",
        Kind::WatchFor,
        &["segnali d'allarme", "segnali d’allarme", "campanelli d'allarme", "risposta debole"],
    ),
    (
        "pt",
        Kind::Rubric,
        &[
            "uma boa resposta",
            "boa resposta",
            "boas respostas",
            "resposta esperada",
            "critérios de avaliação",
            "o que procurar",
        ],
    ),
    ("pt", Kind::FollowUp, &["pergunta de acompanhamento", "pergunta de seguimento"]),
    ("pt", Kind::Probes, &["para aprofundar"]),
    ("pt", Kind::WatchFor, &["sinais de alerta", "sinal de alerta", "resposta fraca"]),
    (
        "nl",
        Kind::Rubric,
        &[
            "een goed antwoord",
            "goed antwoord",
            "goede antwoorden",
            "een sterk antwoord",
            "verwacht antwoord",
            "beoordelingscriteria",
            "waar we op letten",
        ],
    ),
    ("nl", Kind::FollowUp, &["vervolgvraag", "vervolgvragen"]),
    ("nl", Kind::Probes, &["doorvragen", "verdiepingsvraag", "verdiepingsvragen"]),
    ("nl", Kind::WatchFor, &["waarschuwingssignalen", "alarmsignalen", "zwak antwoord"]),
];

/// Lines that are labels only if they say nothing else.
const WHOLE: [(&str, Kind, &[&str]); 3] = [
    ("en", Kind::Rubric, &["answer", "answers", "a"]),
    ("de", Kind::Rubric, &["antwort", "antworten"]),
    ("fr", Kind::Rubric, &["réponse", "réponses"]),
];

/// Words behind a known beginning that say nothing that is lost with them.
const MORE: [&str; 12] = [
    "",
    "s",
    "en",
    "e",
    "n",
    "question",
    "questions",
    " question",
    " questions",
    "(s)",
    " for",
    "fragen",
];

/// What a line says of the list below it, if its words are known.
pub(super) fn label(text: &str) -> Option<Label<'_>> {
    let split = text.split_once([':', '：']);
    let (name, rest) = split.unwrap_or((text, ""));
    let is_mark = |char: char| matches!(char, '*' | '_') || char.is_whitespace();
    let name = name.trim_matches(is_mark);
    let rest = rest.trim();
    let rest = rest.strip_prefix("**").or_else(|| rest.strip_prefix("__")).unwrap_or(rest).trim();
    // A sentence that happens to begin so is no label.
    if name.split_whitespace().count() > 8 || name.ends_with(['.', '?', '!', ',', ';']) {
        return None;
    }
    let lower = name.to_lowercase();
    let whole = WHOLE.iter().filter(|(_, _, names)| split.is_some() && names.contains(&&*lower));
    if let Some((language, kind, _)) = whole.into_iter().next() {
        let (kind, language, has_colon) = (*kind, *language, true);
        return Some(Label { kind, name, rest, has_colon, is_usual: true, language });
    }
    let found = BEGINNINGS.iter().find_map(|(language, kind, beginnings)| {
        let more = beginnings.iter().filter_map(|it| lower.strip_prefix(it));
        let more = more.filter(|more| ends_word(more));
        more.min_by_key(|more| more.len()).map(|more| (*language, *kind, more))
    });
    let (language, kind, more) = found?;
    let is_usual = match kind {
        Kind::Rubric => lower == USUAL,
        _ => MORE.contains(&more),
    };
    Some(Label { kind, name, rest, has_colon: split.is_some(), is_usual, language })
}

/// Whether a word ends where the known beginning does, but for its ending: `Probezeit` is no probe.
fn ends_word(more: &str) -> bool {
    let letters = more.find(|char: char| !char.is_alphabetic()).unwrap_or(more.len());
    matches!(&more[..letters], "" | "s" | "es" | "e" | "n" | "en" | "fragen")
}
