# German: the words that the program prints in documents, in Fluent syntax: https://projectfluent.org/fluent/guide/
#
# A message is one line of the document, even if it takes several lines here. Continuation lines are indented and must not begin
# with *, [, or a period. A message is Markdown, so ** and [ ] work in it.
#
# Interviewers and candidates are addressed with “Sie”; items to check off are infinitives. Labels name people in the pair form
# (Bewerber/-in), sentences in neutral plurals (Bewerbende, Interviewende) or as “die Person”.

## Words used in several documents

candidate = Bewerber/-in
room = Raum oder Link
started-at = Begonnen
interviewer = Interviewer/-in
interviewers = Interviewende
position = Stelle
date = Datum
time = Uhrzeit
name = Name
signature = Unterschrift
question = Frage
questions = Fragen
competency = Kompetenz
overall-recommendation = Gesamtempfehlung
not-assessed = Unbewertet
# Above columns of minutes.
min = Min.
# Two items of a list, with the language's separator between them.
listed = { $start }, { $next }
# Two sentences of a text that is read aloud.
sentences = { $start } { $next }
# Two alternatives; then two or more, as `listed` joins them, and the last one.
either = { $start } oder { $next }
either-last = { $start } oder { $next }
# A text that is cut off at a word boundary.
shortened = { $text }…
# The title of a kit for a role.
kit-title = Interview: { $role }
# An interviewer of a panel without a name.
interviewer-number = Interviewer/-in { $number }
# The title of a file with all documents of an interview, and an interview in it without a candidate's name.
packet-title = { $title } – Mappe
interview-number = Interview { $number }
footer = Vertraulich · { $banks }
question-count =
    { $count ->
        [one] { $count } Frage
       *[other] { $count } Fragen
    }
interviewer-count =
    { $count ->
        [one] { $count } interviewende Person
       *[other] { $count } Interviewende
    }
minute-count =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
# The numbers of the questions that assess a competency.
competency-questions = (F { $numbers })
# A date. The variables are numbers.
date-written =
    { $day }. { $month ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
    } { $year }
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm. $minute has two
# digits. A message need not use all of these variables.
time-of-day = { $hour-padded }:{ $minute }
# A time after midnight.
time-days-later =
    { $days ->
        [one] { $time } (+{ $days } Tag)
       *[other] { $time } (+{ $days } Tage)
    }
# From one time to another.
time-range = { $start }–{ $end }

## Words in headers and footers, or read aloud by screen readers

page-number = Seite { $page } von { $pages }
page-kit = Kit { $kit }
# Beside the code that identifies a page, in small type.
page-packet = Mappe { $packet }
# A person at the top of a page: first the label, then the name.
page-name = { $label }: { $name }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = bearbeitet
# After the title of a question that continues from the previous page.
page-continued = (Fortsetzung)
field-notes = Notizen
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = Kit, Mappe und Dokument
# The name of a field without a label.
field-blank = Auszufüllen
# The title of a document that has no title and no heading.
document-untitled = Ohne Titel

## Interviewer guide: agenda

guide = Interviewleitfaden
guide-title = { $title } – Interviewleitfaden
guide-subject =
    { $questions ->
        [one] Strukturiertes Interview: { $questions } Frage
       *[other] Strukturiertes Interview: { $questions } Fragen
    }
guide-subject-timed =
    { $questions ->
        [one] Strukturiertes Interview: { $questions } Frage, { $minutes } Minuten
       *[other] Strukturiertes Interview: { $questions } Fragen, { $minutes } Minuten
    }
guide-agenda = Ablauf des Interviews
agenda-opening = Einstieg: Vorstellung, Ablauf, Notizen
agenda-candidate-questions = Fragen an uns
agenda-closing = Abschluss: nächste Schritte und Termine
agenda-end = Ende
# Above the times of day; `elapsed` is in its place if they are counted from the beginning of the interview.
clock = Uhrzeit
elapsed = Laufzeit
segment = Abschnitt
page = Seite
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = Fragen zur Auswahl
guide-choose-why =
    Diese { $count } Fragen passen nicht in ein Interview, daher sind keine Zeiten angegeben. Wählen Sie daraus aus, oder
    erstellen Sie ein Kit für eine Stunde: `interview-kit build --minutes 60`.

## Interviewer guide: opening script, which is read aloud, and reminders

opening = Begrüßung (zum Vorlesen)
# The whole script, in quotation marks.
opening-quoted = „{ $script }“
# The interviewer’s name, or a blank for it, and a blank for the work.
opening-hello = Guten Tag, ich bin { $interviewer } und arbeite hier als { $work }.
opening-thanks = Schön, dass Sie da sind.
opening-minutes =
    { $minutes ->
        [one] Wir haben { $minutes } Minute Zeit.
       *[other] Wir haben { $minutes } Minuten Zeit.
    }
opening-questions =
    { $questions ->
        [one] Ich stelle Ihnen eine Frage, dieselbe wie allen Bewerbenden{ $follow_ups ->
            [all] , und dazu eine Anschlussfrage
           *[other] {""}
        }.
       *[other] Ich stelle Ihnen { $questions } Fragen, dieselben wie allen Bewerbenden{ $follow_ups ->
            [all] , jeweils mit einer Anschlussfrage
            [some] , einige davon mit einer Anschlussfrage
           *[none] {""}
        }.
    }
opening-examples =
    Bei Beispielen schildern Sie bitte die Situation, Ihr eigenes Handeln und das Ergebnis. Denken Sie in Ruhe nach; ich
    wiederhole jede Frage gern.
opening-notes =
    Ich mache mir Notizen, damit ich Ihre Antworten genau festhalte. Manchmal gehe ich der Zeit wegen weiter; über Ihre Antwort
    sagt das nichts aus.
opening-end = Am Ende bleibt Zeit für Ihre Fragen. Können wir beginnen?
reminders-before = Vor dem Interview
reminders-read = Grundregeln, alle Fragen und ihre Anker lesen.
reminders-feedback = Keine Einschätzungen anderer lesen.
reminders-room = Raum oder Link prüfen, Uhr im Blick.
reminders-accommodations = Zuständigkeit für angemessene Vorkehrungen klären.
reminders-during = Im Interview
reminders-ask = Alle Fragen wörtlich und der Reihe nach stellen, mit Anschlussfrage.
reminders-probe = Nachfragen nur bei vager Antwort. Keine Hinweise geben.
reminders-write = Aufschreiben, was gesagt wird. Erst später bewerten.
reminders-rate-as-you-go = Jede Antwort sofort bewerten, nach dem Anker, der am besten passt.
reminders-after = Nach dem Interview
reminders-rate = Direkt danach bewerten: allein und anhand der Anker.
reminders-check = Bewertungen mit den Notizen abgleichen, allein.
reminders-not-assessed = „Unbewertet“ nur, wenn die Frage nicht gestellt oder nicht beendet ist.
reminders-submit = Ergebnisbogen abgeben, erst dann mit anderen sprechen.
# Legal: have this reviewed for local law.
reminders-never-ask = **Nie fragen nach** Alter, Familie, Kinderwunsch, Gesundheit, Behinderung, Religion, Herkunft,
    Staatsangehörigkeit, Hautfarbe, Geschlecht, sexueller Orientierung, Politik, Gewerkschaft oder bisherigem Gehalt. Falls
    erwähnt: nicht vertiefen, nicht notieren, zurück zur Frage.

## Interviewer guide: a question

common-question = Gemeinsame Frage (stellen alle Interviewenden)
question-minutes = { $count } Min.
question-notes = **Notizen:** möglichst wörtlich, keine Meinungen, keine Bewertungen
follow-up = **Anschlussfrage (immer stellen)**
notes-situation = **Situation**
notes-action = **Handeln:** was die Person selbst getan hat
notes-result = **Ergebnis**
probes = **Nachfragen (bei vager Antwort)**
watch-for = Warnzeichen (für eine schwache Antwort)

## Interviewer guide: closing

closing-questions = Fragen an uns
closing-answers =
    Beantworten Sie Sachfragen zu Stelle und Team. Zu Gehalt, Zusatzleistungen, Visum, anderen Bewerbungen oder Chancen sagen
    Sie: „Das gebe ich an Ihre Ansprechperson im Recruiting weiter.“ Keine Zusagen, kein Feedback.
closing-questions-notes = **Gestellte Fragen und zugesagte Rückmeldungen**
closing = Abschluss (zum Vorlesen)
# The variables are blanks.
closing-script =
    „Das waren meine Fragen. Möchten Sie zu einer Antwort noch etwas ergänzen? \[Pause.\] Welche Fragen haben Sie an mich?
    \[Fragen an uns.\] Der nächste Schritt ist { $step }. Sie hören von { $sender } bis { $day }. Vielen Dank für das Gespräch.“

## Ground rules for interviewers

ground-rules = Grundregeln
ground-rules-title = { $title } – Grundregeln für Interviewende
rules-precedence = Vor dem ersten Interview lesen. Unternehmensrichtlinien und örtliches Recht haben Vorrang.
rules-same = Alle gleich behandeln
rules-same-words =
    Stellen Sie jede Frage wörtlich und der Reihe nach. Lassen Sie keine aus, nur weil die Antwort klar scheint, und formulieren
    Sie nicht um; wiederholen dürfen Sie sie.
rules-same-help =
    Geben Sie allen gleich viel Zeit und gleich viel Hilfe: immer die Anschlussfrage, Nachfragen bei vagen Antworten, keine
    Hinweise. Bleiben Sie neutral: kein „sehr gut“, kein Feedback.
rules-same-notes = Sagen Sie zu Beginn, dass und warum Sie sich Notizen machen.
rules-evidence = Belege notieren, keine Eindrücke
rules-evidence-words =
    Schreiben Sie auf, was die Person gesagt hat, möglichst wörtlich. „Aufnahme gestoppt, dann in einem Quartal 40 Fälle
    abgeschlossen“ ist ein Beleg, „umsetzungsstark“ ein Eindruck.
rules-evidence-never =
    Notieren Sie nie Aussehen, Stimme, Akzent oder Alter und nichts, was die Person nicht lesen sollte.
rules-evidence-moment = Wenn Sie Zeit brauchen: „Einen Moment, ich schreibe das kurz auf.“
# Legal: have this reviewed for local law.
rules-evidence-records =
    Notizen sind Unterlagen des Unternehmens. Keine Aufnahmen und keine KI-Mitschriften, außer die Richtlinien erlauben es und
    die Person hat zugestimmt.
rules-time = Zeit einhalten
rules-time-how =
    Stellen Sie nach der Hälfte der Zeit die Anschlussfrage, auch wenn die erste Antwort nicht fertig ist. Zum Überleiten sagen
    Sie: „Vielen Dank. Damit wir alle Fragen schaffen, gehen wir weiter.“ Reicht die Zeit nicht, kreuzen Sie bei den übrigen
    Fragen „Unbewertet“ an; kürzen Sie nie die Zeit für Fragen an uns.
rules-prompts = Standardsätze (sonst nur die Fragen)
rules-prompts-words =
    Fragen Sie bei Beispielen nach dem, was fehlt: „Wie war die Situation?“ „Was haben Sie selbst getan?“ „Was war das
    Ergebnis?“ Sonst: „Erzählen Sie mir mehr darüber.“ „Lassen Sie sich Zeit.“ „Danke.“ Kein Beispiel: „Was haben Sie am ehesten
    Vergleichbares erlebt?“ Frage unklar: „Ich wiederhole sie gern. Bitte antworten Sie so, wie Sie sie verstehen.“
rules-not-ask = Was Sie nicht fragen dürfen
# Legal: have this reviewed for local law.
rules-not-ask-topics =
    Fragen Sie weder direkt noch indirekt nach Alter, ethnischer Herkunft, Hautfarbe, Nationalität, Staatsangehörigkeit,
    Muttersprache, Religion oder Weltanschauung, Geschlecht, Schwangerschaft, Familienstand oder Familie, Geschlechtsidentität,
    sexueller Orientierung, Behinderung, Gesundheit oder genetischen Merkmalen, Wehrdienst, Ermittlungsverfahren, politischer
    Einstellung, Gewerkschaftszugehörigkeit oder bisherigem Gehalt. Indirekte Fragen zählen auch: Herkunft eines Namens, Jahr
    des Schulabschlusses, Beruf der Partnerin oder des Partners.
rules-do-not-ask = Nicht fragen
rules-ask-instead = Stattdessen alle fragen
# Legal: have this reviewed for local law.
rules-children = Haben Sie Kinder?
# Legal: have this reviewed for local law.
rules-children-instead = Zur Stelle gehört jede sechste Woche Rufbereitschaft. Ist Ihnen das möglich?
# Legal: have this reviewed for local law.
rules-health = Haben Sie gesundheitliche Probleme?
# Legal: have this reviewed for local law.
rules-health-instead =
    Zur Stelle gehören vier Dienstreisen im Jahr. Ist Ihnen das möglich, gegebenenfalls mit angemessenen Vorkehrungen?
# Legal: have this reviewed for local law.
rules-origin = Woher kommen Sie?
# Legal: have this reviewed for local law.
rules-origin-instead =
    Dürfen Sie in \[Land\] eine Beschäftigung aufnehmen? (Falls das Recruiting nicht schon gefragt hat.)
# Legal: have this reviewed for local law.
rules-legal =
    Fragen Sie nur, was die Stelle betrifft, und fragen Sie es alle. Im Zweifel nicht fragen, sondern die Personalabteilung
    einbeziehen. Das gilt auch für Small Talk: nichts zu Familie, Feiertagen, Namen, Akzent oder Abschlussjahr. Diese Seite ist
    keine Rechtsberatung; örtliches Recht kann strenger sein. Die Hinweise sind nicht nach örtlichem Recht geprüft; das sollte
    vor der Nutzung die Personal- oder Rechtsabteilung tun.
rules-volunteered = Wenn jemand von sich aus geschützte Angaben macht
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact =
    Nicht vertiefen, nicht notieren, in der Auswertungsrunde nicht erwähnen. Sagen Sie: „Danke für Ihre Offenheit. Unsere
    Entscheidung beeinflusst das nicht“, und kehren Sie zur Frage zurück. Über eine angemessene Vorkehrung entscheiden Sie nicht
    selbst: Informieren Sie noch am selben Tag { $contact }.
# Legal: have this reviewed for local law.
rules-volunteered-no-contact =
    Nicht vertiefen, nicht notieren, in der Auswertungsrunde nicht erwähnen. Sagen Sie: „Danke für Ihre Offenheit. Unsere
    Entscheidung beeinflusst das nicht“, und kehren Sie zur Frage zurück. Über eine angemessene Vorkehrung entscheiden Sie nicht
    selbst: Informieren Sie noch am selben Tag das Recruiting oder die Personalabteilung.
rules-no-show = Wenn jemand nicht erscheint
rules-no-show-steps =
    Warten Sie 15 Minuten und versuchen Sie einmal, die Person zu erreichen. Notieren Sie die Uhrzeit auf dem Ergebnisbogen,
    bewerten Sie nichts und informieren Sie das Recruiting. Alle dürfen einmal ohne Angabe von Gründen verschieben.
    Nichterscheinen wird nie bewertet; beim zweiten Mal entscheidet das Recruiting.
rules-ratings = Bewertungsskala
rules-scale-not-assessed = **Unbewertet:** nicht gestellt oder nicht beendet. Eine Antwort ohne relevante Belege ist eine 1.
    Eine Stufe ohne Anker liegt zwischen den Ankern darüber und darunter. Häkchen sind Gedächtnisstützen; zählen Sie sie nicht
    zusammen.
rules-rating-errors = **Bewertungsfehler:** Halo-Effekt (eine starke Antwort überstrahlt den Rest) · erster Eindruck ·
    Ähnlichkeit mit mir · Kontrast zur Person davor · Milde oder lauter Dreien. Kontrolle: Könnten Sie zu jeder Bewertung die
    Aussagen zitieren?
rules-references = **Referenzdokumente:**
rules-sources = **Quellen:** Fragen und Kriterien aus { $banks }.
rules-bank-edition = { $bank }, Ausgabe { $edition }
rules-bank-source = { $bank } ({ $source })
rules-editor =
    Alles Übrige (Themen, Karrierestufen, Zeiten, Anschlussfragen, Nachfragen, Warnzeichen, Stufenbezeichnungen und Anker)
    stammt von { $editor }.
rules-editor-of-bank =
    Alles Übrige in { $bank } (Themen, Karrierestufen, Zeiten, Anschlussfragen, Nachfragen, Warnzeichen, Stufenbezeichnungen und
    Anker) stammt von { $editor }.

## Scoring form and ratings

scoring = Bewertung
scoring-title = { $title } – Bewertungsbogen
scoring-subject =
    { $questions ->
        [one] Bewertungsbogen: { $questions } Frage
       *[other] Bewertungsbogen: { $questions } Fragen
    }
scoring-when = Direkt nach dem Interview, vor jedem Austausch: zu jeder Antwort den Anker wählen, der am besten passt.
scoring-evidence = **Belege:** Aussagen, auf die sich die Bewertung stützt
# Above the rubric, unless the question has its own heading.
rubric = Eine starke Antwort umfasst
# ☒ and ▨ are printed as a crossed and a hatched box.
marking = Mit dunklem Stift ankreuzen ☒. Zum Zurücknehmen ganz ausfüllen ▨
footer-marked = Vertraulich

## Scorecard

scorecard = Ergebnisbogen
scorecard-title = { $title } – Ergebnisbogen
scorecard-subject =
    { $questions ->
        [one] Ergebnisbogen: { $questions } Frage
       *[other] Ergebnisbogen: { $questions } Fragen
    }
scorecard-when = Binnen 24 Stunden: Bewertungen übertragen, Kompetenzen bewerten, abgeben. Erst danach besprechen.
# Above the numbers of the questions.
scorecard-number = Nr.
scorecard-competencies =
    Bewerten Sie jede Kompetenz anhand aller Belege aus den dort genannten Fragen. Bilden Sie keinen Durchschnitt.
recommendation-strong-no = Klares Nein
recommendation-no = Nein
recommendation-yes = Ja
recommendation-strong-yes = Klares Ja
recommendation-means =
    Ja = die Belege erfüllen die Anforderungen an Stelle und Karrierestufe. Klar = eindeutig bei jeder kritischen Kompetenz.
scorecard-rationale = **Begründung:** Aussagen zitieren
attestation-alone = Ich habe allein bewertet, ohne Austausch.
attestation-evidence = Grundlage sind nur Aussagen im Interview.
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = Alle Notizen an das Recruiting zurückgeben; keine Kopien behalten.

## Candidate sheet

# The document's name for interviewers, and its title on the sheet itself.
sheet-document = Informationsblatt
sheet = Ihr Vorstellungsgespräch
sheet-title = Ihr Vorstellungsgespräch – { $position }
sheet-subject =
    { $interviews ->
        [one] Was Sie erwartet: { $interviews } Gespräch
       *[other] Was Sie erwartet: { $interviews } Gespräche
    }
sheet-thanks = Wir freuen uns auf das Gespräch mit Ihnen. Hier lesen Sie, was Sie erwartet und wer Ihnen weiterhilft.
sheet-expect = Was Sie erwartet
sheet-expect-structured =
    Wir führen strukturierte Interviews: Alle, die für diese Stelle eingeladen sind, erhalten dieselben Fragen in derselben
    Reihenfolge, und die Antworten werden nach denselben schriftlichen Kriterien bewertet.
sheet-expect-examples =
    Wir fragen, was Sie tun würden und was Sie in letzter Zeit getan haben. Schildern Sie bei einem Beispiel die Situation, Ihr
    eigenes Handeln und das Ergebnis.
sheet-expect-time = Denken Sie in Ruhe nach. Auf Wunsch wiederholen wir eine Frage.
sheet-expect-notes = Die Interviewenden machen sich Notizen, um Ihre Antworten genau festzuhalten.
sheet-expect-notes-follow-ups =
    Die Interviewenden machen sich Notizen, um Ihre Antworten genau festzuhalten. Zu jeder Frage gehört eine Anschlussfrage, die
    allen gestellt wird.
# Legal: have this reviewed for local law.
sheet-expect-private =
    Wir fragen Sie nicht nach Alter, Familie, Gesundheit, Religion, Herkunft oder bisherigem Gehalt, und Sie müssen davon nichts
    erwähnen.
sheet-agenda = Ablauf
sheet-agenda-open =
    Das Gespräch beginnt mit der Vorstellung und dem Ablauf, dann folgen die Fragen. Am Ende ist Zeit für Ihre eigenen Fragen,
    und Sie erfahren die nächsten Schritte.
sheet-people = Sie sprechen mit:
sheet-interviews = Ihre Gespräche
sheet-interviews-each = Jedes Gespräch beginnt mit der Vorstellung, und am Ende ist Zeit für Ihre Fragen.
sheet-your-questions = Ihre Fragen
sheet-accommodations = Angemessene Vorkehrungen
# Legal: have this reviewed for local law.
sheet-accommodations-ask =
    Wenn Sie Vorkehrungen benötigen, etwa mehr Zeit, eine Pause, schriftliche Fragen, Untertitel, Dolmetschen, einen
    barrierefreien Raum oder einen anderen Tag, sagen Sie es uns bitte so früh wie möglich. Auf unsere Entscheidung hat das
    keinen Einfluss.
sheet-contact = **Kontakt:**
sheet-reschedule = Wenn Sie den Termin verschieben müssen, sagen Sie uns Bescheid; wir finden einen neuen.
sheet-after = Nach dem Gespräch
sheet-after-rating = Alle Interviewenden bewerten Ihre Antworten für sich, bevor das Auswahlteam sich bespricht.
# The blank is for a date.
sheet-after-answer = Sie hören von uns bis ________________.
sheet-questions = Die Fragen
sheet-questions-prepare =
    Bitte überlegen Sie sich Beispiele aus Ihrer Arbeit. Schriftlich müssen Sie nichts vorbereiten; Notizen dürfen Sie
    mitbringen.
sheet-notes = **Ihre Notizen**

## Interview plan of a panel

plan = Interviewplan
plan-title = { $title } – Interviewplan
plan-subject =
    { $questions ->
        [one] Interviewteam ({ $interviewers }): { $questions } Frage
       *[other] Interviewteam ({ $interviewers }): { $questions } Fragen
    }
plan-common = davon { $count } gemeinsam
plan-schedule = Zeitplan
plan-start = Beginn
plan-end = Ende
# Replace these two if the time of day at which the first interview starts is not known.
plan-start-elapsed = Beginn (Laufzeit)
plan-end-elapsed = Ende (Laufzeit)
plan-themes = Themen
plan-all-themes = alle
plan-no-times =
    Es sind keine Zeiten angegeben, weil mindestens eine Person mehr Fragen hat, als in ein Interview passen. Für einstündige
    Interviews: `interview-kit panel --minutes 60`.
plan-assignments = Verteilung der Fragen
plan-numbers =
    { $times ->
        [yes] Jede Zelle enthält die Nummer der Frage im jeweiligen Leitfaden und die Uhrzeit, zu der sie beginnt.
       *[no] Jede Zelle enthält die Nummer der Frage im jeweiligen Leitfaden.
    }{ $common ->
        [0] {""}
       *[other] {" "}Gemeinsame Fragen kommen zuerst, damit sich die Bewertungen vergleichen lassen.
    }
plan-coverage = Abdeckung der Kompetenzen
plan-gaps = Lücken in der Abdeckung
plan-backup = Vertretung
plan-covered-by = Abgedeckt
plan-covered = { $count } von { $interviewers }
plan-silence = Kein Austausch.
plan-between-silence =
    Sprechen Sie nicht miteinander über die Person, weder positiv noch negativ, bis alle Ergebnisbögen abgegeben sind.
plan-time = Pünktlich enden.
plan-between-time = Überziehen geht zulasten des nächsten Interviews.
plan-own = Nur die eigenen Fragen.
plan-between-own =
    Stellen Sie nur die Ihnen zugeteilten Fragen. Kommt ein Thema anderer Interviewender auf, überlassen Sie es ihnen.

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    Pflichtfrage „{ $question }“ ({ $id }) wird nicht gestellt: { $why ->
        [bank] der Fragenkatalog enthält sie nicht
        [filters] sie entspricht nicht den Filtern
        [themes] die Themen der Interviewenden schließen sie aus
        [time] sie dauert länger als die Zeit für Fragen
        [limit] die Obergrenze lässt keine Fragen zu
        [must-asks] sie passt nur anstelle einer anderen Pflichtfrage
        [order] bei der Obergrenze haben die ersten Pflichtfragen Vorrang
       *[unproven] es wurde kein Plan gefunden, der sie aufnimmt, ohne ein anderes Ziel zu verfehlen
    }
unmet-competency =
    keine Frage deckt { $competencies } ab: { $why ->
        [bank] der Fragenkatalog enthält keine solche Frage
        [filters] keine solche Frage entspricht den Filtern
        [themes] die Themen der Interviewenden schließen alle solchen Fragen aus
        [time] jede solche Frage dauert länger als die Zeit für Fragen
        [limit] die Obergrenze lässt zu wenige Fragen zu
        [must-asks] eine solche Frage passt nur anstelle einer Pflichtfrage
        [shared] keine solche Frage passt neben die Pflichtfragen und die gemeinsamen Fragen
        [everybody] eine solche Frage passt nur, wenn eine interviewende Person keine Fragen hat
        [competencies] eine solche Frage passt nur, wenn eine andere Kompetenz nicht abgedeckt wird
        [second-people] eine solche Frage passt nur, wenn weniger Interviewende eine andere Kompetenz abdecken
        [order] bei der Obergrenze haben Pflichtfragen Vorrang, dann die ersten Fragen
       *[unproven] es wurde kein Plan gefunden, der eine solche Frage aufnimmt, ohne ein anderes Ziel zu verfehlen
    }
unmet-second-person =
    nur eine interviewende Person deckt { $competencies } ab: { $why ->
        [bank] der Fragenkatalog enthält nur eine solche Frage
        [filters] nur eine solche Frage entspricht den Filtern
        [themes] die Themen der Interviewenden schließen eine zweite aus
        [time] für zwei solche Fragen fehlt die Zeit
        [limit] die Obergrenze lässt zu wenige Fragen zu
        [must-asks] eine zweite würde eine Pflichtfrage verdrängen
        [shared] eine zweite passt nicht neben die Pflichtfragen und die gemeinsamen Fragen
        [everybody] durch eine zweite hätte eine interviewende Person keine Fragen
        [competencies] durch eine zweite bliebe eine andere Kompetenz ohne Frage
        [second-people] durch eine zweite würden weniger Interviewende eine andere Kompetenz abdecken
        [order] bei der Obergrenze haben Pflichtfragen Vorrang, dann die ersten Fragen
       *[unproven] es wurde kein Plan gefunden, der eine zweite aufnimmt, ohne ein anderes Ziel zu verfehlen
    }
unmet-shared =
    { $found ->
        [0] die Auswahl ergab keine gemeinsame Frage: { $why ->
            [bank] der Fragenkatalog enthält keine weiteren Fragen
            [filters] keine weiteren Fragen entsprechen den Filtern
            [themes] keine Frage gehört zu den Themen aller Interviewenden
            [time] keine Frage zu den gemeinsamen Themen aller Interviewenden passt in die Zeit
            [limit] die Obergrenze lässt zu wenige Fragen zu
            [must-asks] sie würde eine Pflichtfrage verdrängen
           *[unproven] es wurde kein Plan gefunden, der eine aufnimmt, ohne ein anderes Ziel zu verfehlen
        }
       *[other] die Auswahl ergab nur { $found } von { $asked } gemeinsamen Fragen: { $why ->
            [bank] der Fragenkatalog enthält keine weiteren Fragen
            [filters] keine weiteren Fragen entsprechen den Filtern
            [themes] keine weitere Frage gehört zu den Themen aller Interviewenden
            [time] keine weitere Frage zu den gemeinsamen Themen aller Interviewenden passt in die Zeit
            [limit] die Obergrenze lässt zu wenige Fragen zu
            [must-asks] eine weitere würde eine Pflichtfrage verdrängen
           *[unproven] es wurde kein Plan gefunden, der eine weitere aufnimmt, ohne ein anderes Ziel zu verfehlen
        }
    }
unmet-past-behavior =
    keine Frage ist verhaltensbezogen: { $why ->
        [bank] der Fragenkatalog enthält keine solche Frage
        [filters] keine solche Frage entspricht den Filtern
        [themes] die Themen der Interviewenden schließen alle solchen Fragen aus
        [time] jede solche Frage dauert länger als die Zeit für Fragen
        [limit] die Obergrenze lässt zu wenige Fragen zu
        [must-asks] eine solche Frage passt nur anstelle einer Pflichtfrage
        [shared] keine solche Frage passt neben die Pflichtfragen und die gemeinsamen Fragen
        [everybody] eine solche Frage passt nur, wenn eine interviewende Person keine Fragen hat
        [competencies] eine solche Frage passt nur, wenn eine Kompetenz nicht abgedeckt wird
        [second-people] eine solche Frage passt nur, wenn weniger Interviewende eine Kompetenz abdecken
        [order] bei der Obergrenze haben Pflichtfragen Vorrang, dann die ersten Fragen
       *[unproven] es wurde kein Plan gefunden, der eine solche Frage aufnimmt, ohne ein anderes Ziel zu verfehlen
    }

## Debrief

debrief = Auswertungsrunde
debrief-title = { $title } – Auswertungsrunde und Entscheidung
debrief-subject =
    { $interviewers ->
        [one] Konsens von { $interviewers } interviewenden Person
       *[other] Konsens von { $interviewers } Interviewenden
    }
debrief-when =
    { $title } · Erst ausfüllen, wenn alle Ergebnisbögen abgegeben sind. Einzelbewertungen nicht ändern; den Konsens daneben
    eintragen.
debrief-facilitator = Moderation
debrief-scorecards = **Ergebnisbogen vor jedem Austausch abgegeben**
debrief-handed-in = **Ergebnisbogen abgegeben**
debrief-gaps = **Lücken in der Abdeckung**
debrief-ratings = Bewertungen nach Kompetenz
debrief-ratings-how = Bewertungen aller Interviewenden übertragen. Spanne = höchste minus niedrigste.
debrief-questions = Bewertungen der Fragen, die nur eine Person gestellt hat
debrief-legend = Ein Strich bedeutet: von dieser Person nicht gefragt.
debrief-missing = Ergebnisbogen noch nicht abgegeben; vor Beginn abwarten:
debrief-unsettled = Zuerst klären: widersprüchliche oder unlesbare Einträge
debrief-unasked = Fragen ohne Bewertung und ohne Notizen
debrief-none = keine
debrief-ratings-read =
    Bewertungen, wie die Interviewenden sie abgegeben haben. Spanne = höchste minus niedrigste. Ein Strich bedeutet „nicht gefragt“, „{ $word }“ bedeutet „unbewertet“; beides zählt nicht.
debrief-rest = {"["}… weiter in { $place }]
debrief-handwritten = {"["}handschriftlich: { $place }]
debrief-handwriting = Handschriftliche Notizen
debrief-page = { $file }, Seite { $page }
debrief-line = { $file }, Zeile { $line }
debrief-agenda = Ablauf: größte Spanne zuerst
debrief-agenda-how =
    Alle nennen ihre Belege, dann einigt sich das Team anhand der Anker auf eine Bewertung. Keinen Durchschnitt bilden.
debrief-number = Nr.
debrief-topic = Kompetenz oder Frage
debrief-lowest = Niedrigste: Belege
debrief-highest = Höchste: Belege
debrief-range = Spanne
debrief-consensus = Konsens
debrief-common = Gemeinsame Frage: { $question }
debrief-rationale = **Begründung des Konsenses: Aussagen zitieren**
debrief-decision = Entscheidung
debrief-hire = Einstellen
debrief-no-hire = Nicht einstellen
debrief-another-interview = Weiteres Interview
debrief-another-role = Für andere Stelle prüfen
debrief-dissent = **Abweichende Meinungen: wer und warum**
debrief-action = Maßnahme
debrief-owner = Zuständig
debrief-due = Termin
# Legal: have this reviewed for local law.
debrief-retain = Aufbewahren bis
debrief-destroyed = Vernichtet am

## Scores

scores = Auswertung der Bewertungen
scores-what = Kit { $kit } · Kandidaturen: { $candidates } · Interviewende: { $interviewers }
scores-rule = Es werden kein Mittelwert, keine Summe, keine Rangfolge und keine Empfehlung berechnet.
scores-agreement = Übereinstimmung
scores-units = Einheiten
scores-alpha = Ordinales Alpha
scores-within = Höchstens ein Punkt Abstand
scores-interval = { $value } ({ $low } bis { $high })
scores-not-enough = zu wenige Daten: n = { $n }, nötig sind { $needs }
scores-no-variation = nicht definiert: alle Bewertungen sind gleich
scores-no-difference = nicht definiert: Kandidaturen unterscheiden sich zu wenig
scores-no-interval-ratings = { $value } (kein Intervall: Bewertungen streuen zu wenig)
scores-no-interval-candidates = { $value } (kein Intervall: Kandidaturen unterscheiden sich zu wenig)
scores-no-interval-agreement = { $value } (kein Intervall: alle n = { $n } Einheiten zeigen dieselbe Übereinstimmung)
scores-no-interval-interviewers = { $value } (kein Intervall: bis auf die Strenge unterscheiden sich die Interviewenden nicht)
scores-without-name = Interviewende ohne Namen, in jeder Mappe gezählt: { $count }.
scores-icc = Dieselben Interviewenden
scores-how =
    Eine Einheit ist eine Kandidatur und eine Frage oder Kompetenz, die mindestens zwei Interviewende bewertet haben. In Klammern: 95-%-Konfidenzintervalle (Alpha und Anteile: Bootstrap über Einheiten, { $resamples } Ziehungen, Startwert { $seed }; ICC: F-Verteilung).
scores-use = Nutzung der Skala
scores-by-interviewer-questions = Interviewer/-in, Fragen
scores-by-interviewer-competencies = Interviewer/-in, Kompetenzen
scores-more = Zeilen, die nicht auf diese Seite passen: { $count }. `interview-kit scores` listet sie auf.
scores-look = Zeilen der Kriterien, die bei allen Bewertungen gleich oft angekreuzt sind und einen Blick verdienen:
scores-left-out =
    Nicht gezählt: leer { $blank }, widersprüchlich { $conflict }, unlesbar { $unreadable }, abgelehnte Dateien { $refused }.
