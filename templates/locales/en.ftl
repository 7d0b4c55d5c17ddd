# The words that the program prints in documents, in Fluent syntax: https://projectfluent.org/fluent/guide/
#
# A template prints a message by its name: {{ text("question-count", count=6) }}. A message is Markdown, so ** and [ ] work in it.
# The values of its variables are names, titles, and numbers, which are always printed as text.
# A message is one line of the document, even if it takes several lines here. Continuation lines are indented and must not begin
# with *, [, or a period.
#
# To reword documents, put only the messages that you change into a file with this name in your templates folder
# (locales/en.ftl). For another language, `interview-kit init --language sv` writes the file to translate (locales/sv.ftl).

## Words used in several documents

candidate = Candidate
room = Room or link
started-at = Started at
interviewer = Interviewer
interviewers = Interviewers
position = Position
date = Date
time = Time
name = Name
signature = Signature
question = Question
questions = Questions
competency = Competency
overall-recommendation = Overall recommendation
not-assessed = Not assessed
# Above columns of minutes.
min = Min
# Two items of a list, with the language's separator between them.
listed = { $start }, { $next }
# Two sentences of a text that is read aloud.
sentences = { $start } { $next }
# Two alternatives; then two or more, as `listed` joins them, and the last one.
either = { $start } or { $next }
either-last = { $start }, or { $next }
# A text that is cut off at a word boundary.
shortened = { $text }…
# The title of a kit for a role.
kit-title = { $role } interview
# An interviewer of a panel without a name.
interviewer-number = Interviewer { $number }
# The title of a file with all documents of an interview, and an interview in it without a candidate's name.
packet-title = { $title } – packet
interview-number = Interview { $number }
footer = Confidential · { $banks }
question-count =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
interviewer-count =
    { $count ->
        [one] { $count } interviewer
       *[other] { $count } interviewers
    }
minute-count =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
# The numbers of the questions that assess a competency.
competency-questions = (Q { $numbers })
# A date. The variables are numbers.
date-written =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $day }, { $year }
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm. $minute has two
# digits. A message need not use all of these variables.
time-of-day =
    { $clock ->
        [twelve] { $hour-12 }:{ $minute } { $half ->
            [am] AM
           *[pm] PM
        }
       *[twenty-four] { $hour }:{ $minute }
    }
# A time after midnight.
time-days-later =
    { $days ->
        [one] { $time } (+{ $days } day)
       *[other] { $time } (+{ $days } days)
    }
# From one time to another.
time-range = { $start }–{ $end }

## Words in headers and footers, or read aloud by screen readers

page-number = Page { $page } of { $pages }
page-kit = Kit { $kit }
# Beside the code that identifies a page, in small type.
page-packet = packet { $packet }
# A person at the top of a page: first the label, then the name.
page-name = { $label }: { $name }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = edited
# After the title of a question that continues from the previous page.
page-continued = (continued)
field-notes = Notes
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = Kit, packet, and document
# The name of a field without a label.
field-blank = To be filled in
# The title of a document that has no title and no heading.
document-untitled = Untitled

## Interviewer guide: agenda

guide = Interviewer guide
guide-title = { $title } – interviewer guide
guide-subject =
    { $questions ->
        [one] Structured interview: { $questions } question
       *[other] Structured interview: { $questions } questions
    }
guide-subject-timed =
    { $questions ->
        [one] Structured interview: { $questions } question, { $minutes } minutes
       *[other] Structured interview: { $questions } questions, { $minutes } minutes
    }
guide-agenda = Interview agenda
agenda-opening = Opening: introductions, format, note-taking
agenda-candidate-questions = Candidate’s questions
agenda-closing = Closing: next steps and timing
agenda-end = End
# Above the times of day; `elapsed` is in its place if they are counted from the beginning of the interview.
clock = Time
elapsed = Elapsed
segment = Segment
page = Page
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = Questions to choose from
guide-choose-why =
    These { $count } questions do not fit into one interview, so no times are shown. Choose from them, or build a kit that fits
    an hour: `interview-kit build --minutes 60`.

## Interviewer guide: opening script, which is read aloud, and reminders

opening = Opening script (read aloud)
# The whole script, in quotation marks.
opening-quoted = “{ $script }”
# The interviewer’s name, or a blank for it, and a blank for the work.
opening-hello = Hello, I’m { $interviewer }, and I work as { $work }.
opening-thanks = Thank you for meeting with me.
opening-minutes =
    { $minutes ->
        [one] We have { $minutes } minute.
       *[other] We have { $minutes } minutes.
    }
opening-questions =
    { $questions ->
        [one] I’ll ask one question, the same one we ask every candidate for this position{ $follow_ups ->
            [all] , and it has a follow-up
           *[other] {""}
        }.
       *[other] I’ll ask { $questions } questions, the same ones we ask every candidate for this position{ $follow_ups ->
            [all] , and each has a follow-up
            [some] , and some have a follow-up
           *[none] {""}
        }.
    }
opening-examples =
    When I ask for an example, please tell me the situation, what you did yourself, and the result. Take time to think, and ask
    me to repeat a question at any time.
opening-notes =
    I’ll take notes so that I remember your answers accurately, and I may move us along to stay on time; that says nothing about
    your answer.
opening-end = We’ll leave time at the end for your questions. Are you ready to start?
reminders-before = Before the interview
reminders-read = Read the ground rules, and every question and its anchors.
reminders-feedback = Do not read other interviewers’ feedback.
reminders-room = Check the room or video link. Keep a clock in view.
reminders-accommodations = Know who handles accommodations.
reminders-during = During the interview
reminders-ask = Ask every question as written and in order, then its follow-up.
reminders-probe = Use a probe only if an answer is vague or incomplete. Give no hints.
reminders-write = Write down what the candidate says. Rate later.
reminders-rate-as-you-go = Rate each answer right after it, by the anchor that fits it best.
reminders-after = After the interview
reminders-rate = Rate right after the interview, alone, by the anchors.
reminders-check = Check your ratings against your notes, alone.
reminders-not-assessed = Mark “Not assessed” only if a question was not asked or not finished.
reminders-submit = Submit your scorecard before you discuss the candidate with anyone.
# Legal: have this reviewed for local law.
reminders-never-ask = **Never ask about** age, family or plans for children, health or disability, religion, origin, citizenship, race, gender,
    orientation, politics, unions, or pay history. If the candidate mentions such a thing, do not pursue it or write it down;
    return to the question.

## Interviewer guide: a question

common-question = Common question (asked by every interviewer)
question-minutes = { $count } min
question-notes = **Notes:** the candidate’s own words, no opinions, no ratings
follow-up = **Follow-up (ask every candidate)**
notes-situation = **Situation**
notes-action = **Action:** what the candidate did
notes-result = **Result**
probes = **Probes (if the answer is vague)**
watch-for = Watch for (signs of a weak answer)

## Interviewer guide: closing

closing-questions = Candidate’s questions
closing-answers =
    Answer facts about the role and the team. On pay, benefits, visas, other candidates, or chances, say: “I’ll pass that to your
    recruiter.” Make no promises and give no feedback.
closing-questions-notes = **Questions asked, and anything you agreed to follow up on**
closing = Closing script (read aloud)
# The variables are blanks.
closing-script =
    “Those are all my questions. Is there anything you would like to add to an earlier answer? \[Pause.\] What questions do you
    have for me? \[Candidate’s questions.\] The next step is { $step }, and you will hear from { $sender } by { $day }. Thank you
    for your time.”

## Ground rules for interviewers

ground-rules = Ground rules
ground-rules-title = { $title } – ground rules for interviewers
rules-precedence = Read this before your first interview. Company policy and local law take precedence.
rules-same = Treat every candidate the same
rules-same-words =
    Ask every question as written, in order. Do not skip one because the answer seems obvious, and do not paraphrase; you may
    repeat it.
rules-same-help =
    Give every candidate the same time and the same help: the follow-up always, a probe if an answer is vague, and no hints. Stay
    neutral: no “great answer,” no feedback.
rules-same-notes = Say at the start that you will take notes, and why.
rules-evidence = Take notes on evidence, not impressions
rules-evidence-words =
    Write down what the candidate said, in their own words where you can. “Paused intake, then closed 40 findings in a quarter”
    is evidence; “strong on execution” is an impression.
rules-evidence-never =
    Never note appearance, voice, accent, or age. Write nothing you would not want the candidate to read.
rules-evidence-moment = If you need a moment, say: “Give me a second to write that down.”
# Legal: have this reviewed for local law.
rules-evidence-records =
    Notes are company records. Do not record, and do not use AI note-taking, unless company policy allows it and the candidate
    has agreed.
rules-time = Keep time
rules-time-how =
    Halfway through a question, ask the follow-up even if the first answer is unfinished. To move on, say: “Thank you. I’d like
    to get to every question, so let’s go on.” If time runs out, mark the remaining questions “Not assessed”; never shorten the
    candidate’s own questions.
rules-prompts = Standard prompts (the only other words to use)
rules-prompts-words =
    For every example, ask for what is missing: “What was the situation?” “What did you do yourself?” “What was the result?”
    Otherwise: “Tell me more about that.” “Take your time.” “Thank you.” No example: “What is the closest experience you have
    had?” Question unclear: “I can repeat it. Please answer it as you understand it.”
rules-not-ask = What not to ask
# Legal: have this reviewed for local law.
rules-not-ask-topics =
    Do not ask, directly or indirectly, about age, race, color, ethnicity, national origin, citizenship, first language,
    religion, sex, pregnancy, marital or family status, gender identity, sexual orientation, disability, health or genetic
    information, military status, arrest record, political views, union membership, or pay history. Indirect questions count:
    the origin of a name, a graduation year, a spouse’s job.
rules-do-not-ask = Do not ask
rules-ask-instead = Ask every candidate
# Legal: have this reviewed for local law.
rules-children = Do you have children?
# Legal: have this reviewed for local law.
rules-children-instead = This role is on call one week in six. Can you meet that schedule?
# Legal: have this reviewed for local law.
rules-health = Do you have any health problems?
# Legal: have this reviewed for local law.
rules-health-instead =
    This role travels four times a year. Can you meet that requirement, with or without a reasonable accommodation?
# Legal: have this reviewed for local law.
rules-origin = Where are you from?
# Legal: have this reviewed for local law.
rules-origin-instead =
    Are you legally authorized to work in \[country\]? (If recruiting has not asked already.)
# Legal: have this reviewed for local law.
rules-legal =
    Ask only what is related to the job, and ask it of everyone. If you are unsure, do not ask; check with HR. Small talk counts:
    avoid family, holidays, names, accents, and graduation years. This page is not legal advice; local law may be stricter.
rules-volunteered = If a candidate volunteers protected information
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact =
    Do not pursue it, write it down, or mention it in the debrief. Say, “Thank you for telling me. It won’t affect our
    decision,” and return to the question. If it is a request for an accommodation, do not decide it yourself: tell { $contact }
    the same day.
# Legal: have this reviewed for local law.
rules-volunteered-no-contact =
    Do not pursue it, write it down, or mention it in the debrief. Say, “Thank you for telling me. It won’t affect our
    decision,” and return to the question. If it is a request for an accommodation, do not decide it yourself: tell your
    recruiter or HR contact the same day.
rules-no-show = If the candidate does not show up
rules-no-show-steps =
    Wait 15 minutes and try once to reach them. Note the time on the scorecard, rate nothing, and tell the recruiter. Every
    candidate may reschedule once without giving a reason. A no-show is never rated; after a second one, the recruiter decides.
rules-ratings = Rating scale
rules-scale-not-assessed = **Not assessed:** not asked, or not finished. An answer that was given but offers no relevant evidence is a 1. A rating
    without an anchor falls between the anchors above and below it. Check marks are memory aids; do not add them up.
rules-rating-errors = **Rating errors:** halo (one strong answer lifts the rest) · first impression · similar to me · contrast with the previous
    candidate · leniency, or all 3s. Check: could you quote the words behind each rating?
rules-references = **Reference documents:**
rules-sources = **Sources:** questions and rubrics from { $banks }.
rules-bank-edition = { $bank }, edition { $edition }
rules-bank-source = { $bank } ({ $source })
rules-editor =
    Everything else (themes, levels, time limits, follow-ups, probes, watch-fors, rating labels, and anchors) was written by
    { $editor }.
rules-editor-of-bank =
    Everything else in { $bank } (themes, levels, time limits, follow-ups, probes, watch-fors, rating labels, and anchors) was
    written by { $editor }.

## Scoring form and ratings

scoring = Scoring
scoring-title = { $title } – scoring form
scoring-subject =
    { $questions ->
        [one] Scoring form: { $questions } question
       *[other] Scoring form: { $questions } questions
    }
scoring-when = Right after the interview, before you talk to anyone: choose the anchor closest to each answer.
scoring-evidence = **Evidence:** what the candidate said that supports the rating
# Above the rubric, unless the question has its own heading.
rubric = Strong answer should cover
# ☒ and ▨ are printed as a crossed and a hatched box.
marking = Cross the box ☒ with a dark pen. To take a cross back, fill the box ▨
footer-marked = Confidential

## Scorecard

scorecard = Scorecard
scorecard-title = { $title } – scorecard
scorecard-subject =
    { $questions ->
        [one] Scorecard: { $questions } question
       *[other] Scorecard: { $questions } questions
    }
scorecard-when = Within 24 hours, before you talk to anyone: copy the ratings, rate each competency, submit. Then discuss.
# Above the numbers of the questions.
scorecard-number = #
scorecard-competencies =
    Rate each competency on all the evidence from the questions listed with it. Do not average.
recommendation-strong-no = Strong no
recommendation-no = No
recommendation-yes = Yes
recommendation-strong-yes = Strong yes
recommendation-means =
    Yes = the evidence meets the bar for this role and level. Strong = clear on every critical competency.
scorecard-rationale = **Rationale:** cite what the candidate said
attestation-alone = I rated alone, before any discussion.
attestation-evidence = My ratings rest only on what the candidate said.
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = Return all notes to recruiting; keep no copies.

## Candidate sheet

# The document's name for interviewers, and its title on the sheet itself.
sheet-document = Candidate sheet
sheet = Your interview
sheet-title = Your interview – { $position }
sheet-subject =
    { $interviews ->
        [one] What to expect: { $interviews } interview
       *[other] What to expect: { $interviews } interviews
    }
sheet-thanks = Thank you for interviewing with us. This page explains what to expect and whom to contact.
sheet-expect = What to expect
sheet-expect-structured =
    This is a structured interview: every candidate interviewed for this position is asked the same questions in the same order,
    and answers are rated against the same written criteria.
sheet-expect-examples =
    Questions ask what you would do and for recent examples of what you have done. For an example, describe the situation, what
    you did yourself, and the result.
sheet-expect-time = Take time to think. You may ask to hear a question again.
sheet-expect-notes = Interviewers take notes so that they remember your answers accurately.
sheet-expect-notes-follow-ups =
    Interviewers take notes so that they remember your answers accurately. Every question has a follow-up, which every candidate
    is asked.
# Legal: have this reviewed for local law.
sheet-expect-private =
    You will not be asked about your age, family, health, religion, national origin, or pay history, and you do not need to
    mention them.
sheet-agenda = Agenda
sheet-agenda-open =
    The interview opens with introductions and the format, and the questions follow. At the end there is time for your own
    questions, and you will hear about the next steps.
sheet-people = You will meet:
sheet-interviews = Your interviews
sheet-interviews-each = Each interview starts with introductions and leaves time at the end for your questions.
sheet-your-questions = Your questions
sheet-accommodations = Accommodations
# Legal: have this reviewed for local law.
sheet-accommodations-ask =
    If you need an accommodation, such as extra time, a break, written questions, captions, an interpreter, an accessible room,
    or a different day, tell us as early as you can. A request does not affect our decision.
sheet-contact = **Contact:**
sheet-reschedule = If you need to reschedule, let us know and we will find another time.
sheet-after = After the interview
sheet-after-rating = Each interviewer rates your answers independently before the hiring team meets.
# The blank is for a date.
sheet-after-answer = You will hear from us by ________________.
sheet-questions = The questions
sheet-questions-prepare =
    Please think of examples from your own work. You do not need to prepare anything in writing; you may bring notes.
sheet-notes = **Your notes**

## Interview plan of a panel

plan = Interview plan
plan-title = { $title } – interview plan
plan-subject =
    { $questions ->
        [one] Panel of { $interviewers }: { $questions } question
       *[other] Panel of { $interviewers }: { $questions } questions
    }
plan-common = { $count } asked by every interviewer
plan-schedule = Schedule
plan-start = Start
plan-end = End
# Replace these two if the time of day at which the first interview starts is not known.
plan-start-elapsed = Start (elapsed)
plan-end-elapsed = End (elapsed)
plan-themes = Themes
plan-all-themes = all
plan-no-times =
    No times are shown, because at least one interviewer has more questions than fit into one interview. For one-hour interviews,
    use `interview-kit panel --minutes 60`.
plan-assignments = Question assignments
plan-numbers =
    { $times ->
        [yes] Each cell has the number of the question in that interviewer’s guide, and the time at which it begins.
       *[no] Each cell has the number of the question in that interviewer’s guide.
    }{ $common ->
        [0] {""}
       *[other] {" "}Common questions come first so that ratings can be compared.
    }
plan-coverage = Competency coverage
plan-gaps = Coverage gaps
plan-backup = Backup
plan-covered-by = Covered by
plan-covered = { $count } of { $interviewers }
plan-silence = No discussion.
plan-between-silence =
    Do not discuss the candidate with each other, favorably or unfavorably, until every scorecard is submitted.
plan-time = End on time.
plan-between-time = Running over takes time from the candidate’s next interview.
plan-own = Your questions only.
plan-between-own =
    Ask only the questions assigned to you. If another interviewer’s topic comes up, leave it to them.

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    required question “{ $question }” ({ $id }) is not asked: { $why ->
        [bank] the bank does not have it
        [filters] it does not match the filters
        [themes] the interviewers’ themes exclude it
        [time] it is longer than the time for questions
        [limit] the limit allows no questions
        [must-asks] it fits only in place of another required question
        [order] the limit keeps the required questions that come first
       *[unproven] no plan was found that adds it without losing another goal
    }
unmet-competency =
    no question covers { $competencies }: { $why ->
        [bank] the bank has no such question
        [filters] no such question matches the filters
        [themes] the interviewers’ themes exclude every such question
        [time] every such question is longer than the time for questions
        [limit] the limit allows too few questions
        [must-asks] such a question fits only in place of a required question
        [shared] no such question fits with the required and common questions
        [everybody] such a question fits only if an interviewer has no questions
        [competencies] such a question fits only if another competency is not covered
        [second-people] such a question fits only if fewer interviewers cover another competency
        [order] the limit keeps the required questions, and then the first ones
       *[unproven] no plan was found that adds such a question without losing another goal
    }
unmet-second-person =
    only one interviewer covers { $competencies }: { $why ->
        [bank] the bank has only one such question
        [filters] only one such question matches the filters
        [themes] the interviewers’ themes exclude a second one
        [time] there is no time for two such questions
        [limit] the limit allows too few questions
        [must-asks] a second one would replace a required question
        [shared] a second one does not fit with the required and common questions
        [everybody] a second one would leave an interviewer without questions
        [competencies] a second one would leave another competency uncovered
        [second-people] a second one would leave another competency to fewer interviewers
        [order] the limit keeps the required questions, and then the first ones
       *[unproven] no plan was found that adds a second one without losing another goal
    }
unmet-shared =
    { $found ->
        [0] no common question could be chosen: { $why ->
            [bank] the bank has no more questions
            [filters] no more questions match the filters
            [themes] no question is within every interviewer’s themes
            [time] no question on themes that all interviewers share fits the time
            [limit] the limit allows too few questions
            [must-asks] one would displace a required question
           *[unproven] no plan was found that adds one without losing another goal
        }
       *[other] only { $found } of { $asked } common questions could be chosen: { $why ->
            [bank] the bank has no more questions
            [filters] no more questions match the filters
            [themes] no other question is within every interviewer’s themes
            [time] no other question on themes that all interviewers share fits the time
            [limit] the limit allows too few questions
            [must-asks] one more would displace a required question
           *[unproven] no plan was found that adds one more without losing another goal
        }
    }
unmet-past-behavior =
    no question is behavioral: { $why ->
        [bank] the bank has no such question
        [filters] no such question matches the filters
        [themes] the interviewers’ themes exclude every such question
        [time] every such question is longer than the time for questions
        [limit] the limit allows too few questions
        [must-asks] such a question fits only in place of a required question
        [shared] no such question fits with the required and common questions
        [everybody] such a question fits only if an interviewer has no questions
        [competencies] such a question fits only if a competency is not covered
        [second-people] such a question fits only if fewer interviewers cover a competency
        [order] the limit keeps the required questions, and then the first ones
       *[unproven] no plan was found that adds such a question without losing another goal
    }

## Debrief

debrief = Debrief
debrief-title = { $title } – debrief and decision record
debrief-subject =
    { $interviewers ->
        [one] Consensus of { $interviewers } interviewer
       *[other] Consensus of { $interviewers } interviewers
    }
debrief-when =
    { $title } · Complete this only after every scorecard is submitted. Do not change individual ratings; record the consensus
    rating next to them.
debrief-facilitator = Facilitator
debrief-scorecards = **Scorecard submitted before any discussion**
debrief-handed-in = **Scorecard submitted**
debrief-gaps = **Coverage gaps**
debrief-ratings = Ratings by competency
debrief-ratings-how = Copy each interviewer’s ratings. Range = highest minus lowest.
debrief-questions = Ratings by question, asked by one interviewer each
debrief-legend = A dash means that the interviewer asked nothing about it.
debrief-missing = Scorecard not submitted yet; wait for it before you begin:
debrief-unsettled = Settle first: entries that are contradictory or unreadable
debrief-unasked = Questions without a rating or notes
# In a narrow column: not assessed.
debrief-none = none
debrief-ratings-read =
    Ratings as the interviewers gave them. Range = highest minus lowest. A dash means not asked, “{ $word }” not assessed; neither counts.
debrief-rest = {"["}… continued in { $place }]
debrief-handwritten = {"["}handwritten: { $place }]
debrief-handwriting = Handwritten notes
debrief-page = { $file }, page { $page }
debrief-line = { $file }, line { $line }
debrief-agenda = Agenda: the widest range first
debrief-agenda-how =
    Each interviewer states the evidence, then the panel agrees on a rating using the anchors. Do not average.
debrief-number = #
debrief-topic = Competency or question
debrief-lowest = Lowest: evidence
debrief-highest = Highest: evidence
debrief-range = Range
debrief-consensus = Consensus
debrief-common = Common question: { $question }
debrief-rationale = **Rationale for the consensus: cite what the candidate said**
debrief-decision = Decision
debrief-hire = Hire
debrief-no-hire = Do not hire
debrief-another-interview = Additional interview
debrief-another-role = Consider for another role
debrief-dissent = **Dissenting views: who and why**
debrief-action = Action item
debrief-owner = Owner
debrief-due = Due
# Legal: have this reviewed for local law.
debrief-retain = Retain records until
debrief-destroyed = Destroyed on

## Scores

scores = Scores
scores-what = Kit { $kit } · Candidates: { $candidates } · Interviewers: { $interviewers }
scores-rule = No average, total, ranking, or recommendation is computed.
scores-agreement = Agreement
scores-units = Units
scores-alpha = Ordinal alpha
scores-within = Within one point
scores-interval = { $value } ({ $low } to { $high })
scores-not-enough = not enough data: n = { $n }, needs { $needs }
scores-no-variation = not defined: all ratings are the same
scores-no-difference = not defined: candidates differ too little
scores-no-interval-ratings = { $value } (no interval: ratings vary too little)
scores-no-interval-candidates = { $value } (no interval: candidates differ too little)
scores-no-interval-agreement = { $value } (no interval: all n = { $n } units show the same agreement)
scores-no-interval-interviewers = { $value } (no interval: apart from severity, interviewers do not differ)
scores-without-name = Interviewers without a name, counted in each packet: { $count }.
scores-icc = Same interviewers
scores-how =
    A unit is a candidate and a question or competency that two or more interviewers rated. In parentheses: 95% confidence intervals (alpha and shares: bootstrap over units, { $resamples } resamples, seed { $seed }; ICC: F distribution).
scores-use = Use of the scale
scores-by-interviewer-questions = Interviewer, questions
scores-by-interviewer-competencies = Interviewer, competencies
scores-more = Rows that do not fit on this page: { $count }. `interview-kit scores` lists them.
scores-look = Rubric lines ticked alike at all ratings deserve a look:
scores-left-out =
    Not counted: blank { $blank }, conflict { $conflict }, unreadable { $unreadable }, refused files { $refused }.
