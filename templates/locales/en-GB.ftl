# The words that are different in British English; all others come from en.ftl. Syntax: https://projectfluent.org/fluent/guide/

## Words used in several documents

# Two alternatives; then two or more, as `listed` joins them, and the last one.
either-last = { $start } or { $next }
# A date. The variables are numbers.
date-written =
    { $day } { $month ->
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
    } { $year }
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm. $minute has two
# digits. A message need not use all of these variables.
time-of-day =
    { $clock ->
        [twelve] { $hour-12 }:{ $minute }{ $half ->
            [am] am
           *[pm] pm
        }
       *[twenty-four] { $hour-padded }:{ $minute }
    }

## Words in headers and footers, or read aloud by screen readers

# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = Kit, packet and document

## Interviewer guide: opening script, which is read aloud, and reminders

# The whole script, in quotation marks.
opening-quoted = ‘{ $script }’
opening-thanks = Thank you for meeting me.
opening-examples =
    When I ask for an example, please tell me the situation, what you did yourself and the result. Take time to think, and ask
    me to repeat a question at any time.
reminders-accommodations = Know who handles reasonable adjustments.
reminders-not-assessed = Mark ‘Not assessed’ only if a question was not asked or not finished.
# Legal: have this reviewed for local law.
reminders-never-ask = **Never ask about** age, family or plans for children, health or disability, religion or belief, race,
    nationality, sex, gender identity, sexual orientation, politics, trade unions or pay history. If the candidate mentions such
    a thing, do not pursue it or write it down; return to the question.

## Interviewer guide: closing

closing-answers =
    Answer facts about the role and the team. On pay, benefits, visas, other candidates or chances, say: ‘I’ll pass that to the
    recruitment team.’ Make no promises and give no feedback.
# The variables are blanks.
closing-script =
    ‘Those are all my questions. Is there anything you would like to add to an earlier answer? \[Pause.\] What questions do you
    have for me? \[Candidate’s questions.\] The next step is { $step }, and you will hear from { $sender } by { $day }. Thank
    you for your time.’

## Ground rules for interviewers

rules-same-help =
    Give every candidate the same time and the same help: the follow-up always, a probe if an answer is vague, and no hints.
    Stay neutral: no ‘great answer’, no feedback.
rules-evidence-words =
    Write down what the candidate said, in their own words where you can. ‘Paused intake, then closed 40 findings in a quarter’
    is evidence; ‘strong on execution’ is an impression.
rules-evidence-never =
    Never note appearance, voice, accent or age. Write nothing you would not want the candidate to read.
rules-evidence-moment = If you need a moment, say: ‘Give me a second to write that down.’
rules-time-how =
    Halfway through a question, ask the follow-up even if the first answer is unfinished. To move on, say: ‘Thank you. I’d like
    to get to every question, so let’s go on.’ If time runs out, mark the remaining questions ‘Not assessed’; never shorten the
    candidate’s own questions.
rules-prompts-words =
    For every example, ask for what is missing: ‘What was the situation?’ ‘What did you do yourself?’ ‘What was the result?’
    Otherwise: ‘Tell me more about that.’ ‘Take your time.’ ‘Thank you.’ No example: ‘What is the closest experience you have
    had?’ Question unclear: ‘I can repeat it. Please answer it as you understand it.’
# Legal: have this reviewed for local law.
rules-not-ask-topics =
    Do not ask, directly or indirectly, about age, race, colour, ethnic or national origin, nationality, first language,
    religion or belief, sex, pregnancy or maternity, marriage, civil partnership or family, gender reassignment or identity,
    sexual orientation, disability, health or genetic information, military service, arrests or spent convictions, political
    opinions, trade union membership or pay history. Indirect questions count: the origin of a name, a graduation year, a
    partner’s job.
# Legal: have this reviewed for local law.
rules-children-instead = This role is on call one week in six. Can you work that rota?
# Legal: have this reviewed for local law.
rules-health-instead =
    This role travels four times a year. Can you meet that requirement, with or without reasonable adjustments?
# Legal: have this reviewed for local law.
rules-origin-instead =
    Do you have the right to work in \[country\]? (If the recruitment team has not asked already.)
# Legal: have this reviewed for local law.
rules-legal =
    Ask only what is related to the job, and ask it of everyone. If you are unsure, do not ask; check with HR. Small talk
    counts: avoid family, festivals, names, accents and graduation years. This page is not legal advice; local law may be
    stricter. These reminders have not been reviewed for local law: have HR or a legal adviser review them before use.
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact =
    Do not pursue it, write it down or mention it in the debrief. Say, ‘Thank you for telling me. It won’t affect our decision’,
    and return to the question. If it is a request for a reasonable adjustment, do not decide it yourself: tell { $contact } the
    same day.
# Legal: have this reviewed for local law.
rules-volunteered-no-contact =
    Do not pursue it, write it down or mention it in the debrief. Say, ‘Thank you for telling me. It won’t affect our decision’,
    and return to the question. If it is a request for a reasonable adjustment, do not decide it yourself: tell the recruitment
    team or your HR contact the same day.
rules-no-show = If the candidate does not attend
rules-no-show-steps =
    Wait 15 minutes and try once to reach them. Note the time on the scorecard, rate nothing and tell the recruitment team.
    Every candidate may rearrange once without giving a reason. A no-show is never rated; after a second one, the recruitment
    team decides.
rules-scale-not-assessed = **Not assessed:** not asked, or not finished. An answer that was given but offers no relevant
    evidence is a 1. A rating without an anchor falls between the anchors above and below it. Ticks are memory aids; do not add
    them up.
rules-rating-errors = **Rating errors:** halo (one strong answer lifts the rest) · first impression · similar to me · contrast
    with the previous candidate · leniency or all 3s. Check: could you quote the words behind each rating?
rules-editor =
    Everything else (themes, levels, time limits, follow-ups, probes, watch-fors, rating labels and anchors) was written by
    { $editor }.
rules-editor-of-bank =
    Everything else in { $bank } (themes, levels, time limits, follow-ups, probes, watch-fors, rating labels and anchors) was
    written by { $editor }.

## Scorecard

# Above the numbers of the questions.
scorecard-number = No.
recommendation-means =
    Yes = the evidence meets the standard for this role and level. Strong = clear on every critical competency.
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = Return all notes to the recruitment team; keep no copies.

## Candidate sheet

sheet-thanks = Thank you for coming to interview with us. This page explains what to expect and who to contact.
sheet-expect-examples =
    Questions ask what you would do and for recent examples of what you have done. For an example, describe the situation, what
    you did yourself and the result.
# Legal: have this reviewed for local law.
sheet-expect-private =
    You will not be asked about your age, family, health, religion or belief, national origin or pay history, and you do not
    need to mention them.
sheet-accommodations = Reasonable adjustments
# Legal: have this reviewed for local law.
sheet-accommodations-ask =
    If you need a reasonable adjustment, such as extra time, a break, written questions, captions, an interpreter, an accessible
    room or a different day, tell us as early as you can. A request does not affect our decision.
sheet-reschedule = If you need to rearrange, let us know and we will find another time.

## Interview plan of a panel

plan-between-silence =
    Do not discuss the candidate with each other, favourably or unfavourably, until every scorecard is submitted.

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    required question ‘{ $question }’ ({ $id }) is not asked: { $why ->
        [bank] the bank does not have it
        [filters] it does not match the filters
        [themes] the interviewers’ themes exclude it
        [time] it is longer than the time for questions
        [limit] the limit allows no questions
        [must-asks] it fits only in place of another required question
        [order] the limit keeps the required questions that come first
       *[unproven] no plan was found that adds it without losing another goal
    }
unmet-past-behavior =
    no question is behavioural: { $why ->
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

debrief-number = No.
debrief-another-interview = Further interview
