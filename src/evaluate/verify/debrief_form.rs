/// The field that every blank debrief form has, and no form that is made from records: the range of the recommendations, which are no
/// numbers.
const OF_BLANK_FORM: &str = "consensus.recommendation.range";
/// The section with what the interviewers rated, and the row of it with what they recommend.
const CONSENSUS: &str = "consensus";
const RECOMMENDATION: &str = "recommendation";
/// The section with what is to be talked about, and what its rows are called before their number.
const AGENDA: &str = "agenda";
const ROW: &str = "agenda-";
/// How many rows of the agenda are always there. A form that is made from records may have more.
const BLANK_ROWS: usize = 4;
/// What the panel fills in, whatever is known from the interviewers.
const OF_PANEL: &str = "consensus";

/// Whether a debrief form with these fields is made from records, so that it prints what a blank form asks for.
pub(super) fn is_from_records(fields: &[&str]) -> bool {
    !fields.contains(&OF_BLANK_FORM)
}

/// Whether this is a field of a debrief form for something that records can say. A form that is made from them prints it instead.
pub(super) fn is_answer(field: &str) -> bool {
    if is_only_from_records(field) {
        return true;
    }
    let mut segments = field.split('.');
    let (section, row, column) = (segments.next(), segments.next(), segments.next());
    match (section, row) {
        (Some(CONSENSUS), Some(RECOMMENDATION)) => true,
        (Some(CONSENSUS | AGENDA), Some(_)) => column.is_some_and(|column| column != OF_PANEL),
        _ => false,
    }
}

/// Whether only a form that is made from records can have this field: a recommendation that is not known, where the list of them has no room
/// in the table, or a further row of the agenda.
pub(super) fn is_only_from_records(field: &str) -> bool {
    let mut segments = field.split('.');
    match (segments.next(), segments.next()) {
        (Some(CONSENSUS), Some(row)) => {
            row.strip_prefix(RECOMMENDATION).is_some_and(|rest| rest.starts_with('-'))
        }
        (Some(AGENDA), Some(row)) => {
            let number = row.strip_prefix(ROW).and_then(|number| number.parse::<usize>().ok());
            number.is_some_and(|number| number > BLANK_ROWS)
        }
        _ => false,
    }
}
