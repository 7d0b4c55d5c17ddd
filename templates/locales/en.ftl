# The words that the program prints in documents, in Fluent syntax: https://projectfluent.org/fluent/guide/
#
# A template prints a message by its name: {{ text("question-count", count=6) }}. A message is Markdown, so ** and [ ] work in it.
# The values of its variables are names, titles, and numbers, which are always printed as text.
# A message is one line of the document, even if it takes several lines here. Continuation lines are indented and must not begin
# with *, [, or a period.
#
# To reword documents, put only the messages that you change into a file with this name in your templates folder
# (locales/en.ftl). For another language, translate all messages in a file named after it (locales/de.ftl).

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
rating = Rating
overall-recommendation = Overall recommendation
not-assessed = Not assessed
# Above columns of minutes.
min = Min
# Two items of a list, with the language's separator between them.
listed = { $start }, { $next }
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

## Words in headers and footers, or read aloud by screen readers

page-number = Page { $page } of { $pages }
page-kit = Kit { $kit }
# Beside the code that identifies a page, in small type.
page-packet = packet { $packet }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = edited
# After the title of a question that continues from the previous page.
page-continued = continued
field-notes = Notes
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = Kit, packet, and document
# The name of a field without a label.
field-blank = To be filled in
# The title of a document that has no title and no heading.
document-untitled = Untitled

## Interviewer guide: cover

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
elapsed = Elapsed
segment = Segment
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = Questions to choose from
guide-choose-why =
    These { $count } questions do not fit into one interview, so no times are shown. Choose from them, or build a kit that fits
    an hour: `interview-kit build --minutes 60`.
guide-use = How to use this guide
guide-use-prepare = Before the interview, read the interviewer instructions and every question in this guide.
guide-use-ask =
    Ask every question as written, then its follow-up, of every candidate. Check off what the answer covers. Use a probe only if
    the answer is vague or incomplete.
guide-use-rate =
    Rate each answer right after it, by the anchor that fits it best. Check marks are memory aids; do not add them up.
guide-use-not-assessed =
    Mark “Not assessed” only if the question was not asked or not finished. An answer that was given but offers no relevant
    evidence is a 1.
guide-use-submit = Submit your scorecard before you discuss the candidate with anyone.
guide-scale = Rating scale
guide-scale-not-assessed = **Not assessed:** not asked, or not finished. A rating without an anchor falls between the anchors
    above and below it.
# Above the competencies, unless the bank has its own heading.
guide-competencies = Competencies assessed
guide-references = **Reference documents:**
guide-sources = **Sources:** questions and rubrics from { $banks }.
guide-bank-edition = { $bank }, edition { $edition }
guide-editor =
    Everything else (themes, levels, time limits, follow-ups, probes, watch-fors, rating labels, and anchors) was written by
    { $editor }.
guide-editor-of-bank =
    Everything else in { $bank } (themes, levels, time limits, follow-ups, probes, watch-fors, rating labels, and anchors) was
    written by { $editor }.
guide-candidate-questions = Candidate’s questions
guide-candidate-questions-notes = **Questions asked, and anything you agreed to follow up on**

## Interviewer guide: instructions

instructions = Interviewer instructions
instructions-precedence = Read this before the interview. Company policy and local law take precedence.
instructions-same = Treat every candidate the same
instructions-same-words =
    Ask every question as written, in order. Do not skip one because the answer seems obvious, and do not paraphrase; you may
    repeat it.
instructions-same-help =
    Give every candidate the same time and the same help: the follow-up always, a probe if an answer is vague, and no hints. Stay
    neutral: no “great answer,” no feedback.
instructions-same-notes = Say at the start that you will take notes, and why.
instructions-evidence = Take notes on evidence, not impressions
instructions-evidence-words =
    Write down what the candidate said, in their own words where you can. “Paused intake, then closed 40 findings in a quarter”
    is evidence; “strong on execution” is an impression.
instructions-evidence-never =
    Never note appearance, voice, accent, or age. Write nothing you would not want the candidate to read.
instructions-evidence-alone = Rate independently. Do not discuss the candidate until every scorecard is submitted.
instructions-not-ask = What not to ask
instructions-not-ask-topics =
    Do not ask, directly or indirectly, about age, race, color, ethnicity, national origin, citizenship, first language,
    religion, sex, pregnancy, marital or family status, gender identity, sexual orientation, disability, health or genetic
    information, military status, arrest record, political views, union membership, or pay history. Indirect questions count:
    the origin of a name, a graduation year, a spouse’s job. Ask only about job requirements, and ask every candidate:
instructions-do-not-ask = Do not ask
instructions-ask-instead = Ask every candidate
instructions-children = Do you have children?
instructions-children-instead = This role is on call one week in six. Can you meet that schedule?
instructions-health = Do you have any health problems?
instructions-health-instead =
    This role travels four times a year. Can you meet that requirement, with or without a reasonable accommodation?
instructions-origin = Where are you from?
instructions-origin-instead =
    Are you legally authorized to work in \[country\]? (If recruiting has not asked already.)
instructions-volunteered = If a candidate volunteers protected information
# The contact is a name or an address.
instructions-volunteered-contact =
    Do not pursue it, write it down, or mention it in the debrief. Say, “Thank you for telling me. It won’t affect our
    decision,” and return to the question. If it is a request for an accommodation, do not decide it yourself: tell { $contact }
    the same day.
instructions-volunteered-no-contact =
    Do not pursue it, write it down, or mention it in the debrief. Say, “Thank you for telling me. It won’t affect our
    decision,” and return to the question. If it is a request for an accommodation, do not decide it yourself: tell your
    recruiter or HR contact the same day.
instructions-no-show = If the candidate does not show up
instructions-no-show-steps =
    Wait 15 minutes and try once to reach them. Note the time on the scorecard, rate nothing, and tell the recruiter. Every
    candidate may reschedule once without giving a reason. A no-show is never rated; after a second one, the recruiter decides.

## Interviewer guide: a question

common-question = Common question (asked by every interviewer)
question-minutes = { $count } min
follow-up = **Follow-up (ask every candidate):**
probes = **Probes (if the answer is vague):**
# Above the rubric, unless the question has its own heading.
rubric = Strong answer should cover
watch-for = **Watch for (signs of a weak answer)**
rating-label = Label
rating-anchor = Behavioral anchor
# The no-break space keeps this on one line. A second line would cost every question a note line.
not-assessed-row = Not{"\u00A0"}assessed
not-assessed-means = Not asked, or not finished
rating-choice = **Rating:**
question-notes = **Notes: the candidate’s own words (situation, action, result)**

## Scorecard

scorecard = Scorecard
scorecard-title = { $title } – scorecard
scorecard-subject =
    { $questions ->
        [one] Scorecard: { $questions } question
       *[other] Scorecard: { $questions } questions
    }
scorecard-submit = Submit this before the debrief and before you discuss the candidate with anyone.
scorecard-submit-alone = { $title } · Submit this before you discuss the candidate with anyone.
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
scorecard-rationale = **Rationale: cite what the candidate said**

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
sheet-accommodations-ask =
    If you need an accommodation, such as extra time, a break, written questions, captions, an interpreter, an accessible room,
    or a different day, tell us as early as you can. A request does not affect our decision.
sheet-contact = **Contact:**
sheet-reschedule = If you need to reschedule, let us know and we will find another time.
sheet-after = After the interview
# The blank is for a date.
sheet-after-rating =
    Each interviewer rates your answers independently before the hiring team meets. You will hear from us by ________________.
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
plan-numbers = Numbers refer to each interviewer’s guide.
plan-numbers-common =
    Numbers refer to each interviewer’s guide. Common questions come first so that ratings can be compared.
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
debrief-gaps = **Coverage gaps**
debrief-ratings = Ratings by competency
debrief-ratings-how = Copy each interviewer’s ratings. Range = highest minus lowest.
debrief-questions = Ratings by question, asked by one interviewer each
debrief-legend = A dash means that the interviewer asked nothing about it.
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
debrief-retain = Retain records until
debrief-destroyed = Destroyed on
