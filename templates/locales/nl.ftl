# Dutch: the words that the program prints in documents, in Fluent syntax: https://projectfluent.org/fluent/guide/
#
# A message is one line of the document, even if it takes several lines here. Continuation lines are indented and must not begin
# with *, [, or a period. A message is Markdown, so ** and [ ] work in it.
#
# Interviewers and candidates are addressed with “u”; items to check off are imperatives.

## Words used in several documents

candidate = Kandidaat
room = Ruimte of link
started-at = Begonnen
interviewer = Interviewer
interviewers = Interviewers
position = Functie
date = Datum
time = Tijd
name = Naam
signature = Handtekening
question = Vraag
questions = Vragen
competency = Competentie
overall-recommendation = Eindadvies
not-assessed = Geen score
# Above columns of minutes.
min = Min.
# Two items of a list, with the language's separator between them.
listed = { $start }, { $next }
# Two sentences of a text that is read aloud.
sentences = { $start } { $next }
# Two alternatives; then two or more, as `listed` joins them, and the last one.
either = { $start } of { $next }
either-last = { $start } of { $next }
# A text that is cut off at a word boundary.
shortened = { $text }…
# The title of a kit for a role.
kit-title = Interview { $role }
# An interviewer of a panel without a name.
interviewer-number = Interviewer { $number }
# The title of a file with all documents of an interview, and an interview in it without a candidate's name.
packet-title = { $title } – pakket
interview-number = Interview { $number }
footer = Vertrouwelijk · { $banks }
question-count =
    { $count ->
        [one] { $count } vraag
       *[other] { $count } vragen
    }
interviewer-count =
    { $count ->
        [one] { $count } interviewer
       *[other] { $count } interviewers
    }
minute-count =
    { $count ->
        [one] { $count } minuut
       *[other] { $count } minuten
    }
# The numbers of the questions that assess a competency.
competency-questions = (V { $numbers })
# A date. The variables are numbers.
date-written =
    { $day } { $month ->
        [1] januari
        [2] februari
        [3] maart
        [4] april
        [5] mei
        [6] juni
        [7] juli
        [8] augustus
        [9] september
        [10] oktober
        [11] november
       *[12] december
    } { $year }
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm. $minute has two
# digits. A message need not use all of these variables.
time-of-day = { $hour-padded }:{ $minute }
# A time after midnight.
time-days-later =
    { $days ->
        [one] { $time } (+{ $days } dag)
       *[other] { $time } (+{ $days } dagen)
    }
# From one time to another.
time-range = { $start }–{ $end }

## Words in headers and footers, or read aloud by screen readers

page-number = Pagina { $page } van { $pages }
page-kit = Kit { $kit }
# Beside the code that identifies a page, in small type.
page-packet = pakket { $packet }
# A person at the top of a page: first the label, then the name.
page-name = { $label }: { $name }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = bewerkt
# After the title of a question that continues from the previous page.
page-continued = (vervolg)
field-notes = Notities
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = Kit, pakket en document
# The name of a field without a label.
field-blank = In te vullen
# The title of a document that has no title and no heading.
document-untitled = Zonder titel

## Interviewer guide: agenda

guide = Interviewleidraad
guide-title = { $title } – interviewleidraad
guide-subject =
    { $questions ->
        [one] Gestructureerd interview: { $questions } vraag
       *[other] Gestructureerd interview: { $questions } vragen
    }
guide-subject-timed =
    { $questions ->
        [one] Gestructureerd interview: { $questions } vraag, { $minutes } minuten
       *[other] Gestructureerd interview: { $questions } vragen, { $minutes } minuten
    }
guide-agenda = Programma
agenda-opening = Opening: kennismaking, opzet, notities
agenda-candidate-questions = Vragen van de kandidaat
agenda-closing = Afsluiting: vervolgstappen en planning
agenda-end = Einde
# Above the times of day; `elapsed` is in its place if they are counted from the beginning of the interview.
clock = Tijd
elapsed = Verstreken
segment = Onderdeel
page = Pagina
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = Vragen om uit te kiezen
guide-choose-why =
    Deze { $count } vragen passen niet in één interview; daarom staan er geen tijden bij. Kies eruit, of maak een kit die in een
    uur past: `interview-kit build --minutes 60`.

## Interviewer guide: opening script, which is read aloud, and reminders

opening = Openingstekst (voorlezen)
# The whole script, in quotation marks.
opening-quoted = “{ $script }”
# The interviewer’s name, or a blank for it, and a blank for the work.
opening-hello = Goedendag, ik ben { $interviewer } en ik werk hier als { $work }.
opening-thanks = Fijn dat u er bent.
opening-minutes =
    { $minutes ->
        [one] We hebben { $minutes } minuut.
       *[other] We hebben { $minutes } minuten.
    }
opening-questions =
    { $questions ->
        [one] Ik stel u één vraag, dezelfde die we alle kandidaten voor deze functie stellen{ $follow_ups ->
            [all] , met een vervolgvraag
           *[other] {""}
        }.
       *[other] Ik stel u { $questions } vragen, dezelfde die we alle kandidaten voor deze functie stellen{ $follow_ups ->
            [all] , elk met een vervolgvraag
            [some] , sommige met een vervolgvraag
           *[none] {""}
        }.
    }
opening-examples =
    Beschrijf bij een voorbeeld de situatie, wat u zelf hebt gedaan en het resultaat. Denk gerust even na; ik herhaal een vraag
    graag.
opening-notes =
    Ik maak aantekeningen, zodat ik uw antwoorden goed onthoud. Soms ga ik vanwege de tijd door naar de volgende vraag; dat zegt
    niets over uw antwoord.
opening-end = Aan het eind is er tijd voor uw vragen. Zullen we beginnen?
reminders-before = Vóór het interview
reminders-read = Lees de spelregels, alle vragen en hun ankers.
reminders-feedback = Lees geen feedback van andere interviewers.
reminders-room = Controleer de ruimte of videolink. Houd een klok in zicht.
reminders-accommodations = Weet wie over aanpassingen gaat.
reminders-during = Tijdens het interview
reminders-ask = Stel elke vraag letterlijk en op volgorde, daarna de vervolgvraag.
reminders-probe = Vraag alleen door bij vage of onvolledige antwoorden. Geen hints.
reminders-write = Noteer wat de kandidaat zegt. Scoor later.
reminders-rate-as-you-go = Scoor elk antwoord direct, volgens het best passende anker.
reminders-after = Na het interview
reminders-rate = Scoor direct na het interview, alleen en volgens de ankers.
reminders-check = Toets uw scores aan uw notities, alleen.
reminders-not-assessed = “Geen score” alleen als een vraag niet is gesteld of niet is afgerond.
reminders-submit = Lever de scorekaart in voordat u met anderen over de kandidaat praat.
# Legal: have this reviewed for local law.
reminders-never-ask = **Vraag nooit naar** leeftijd, gezin of kinderwens, gezondheid of beperking, religie, afkomst,
    nationaliteit, huidskleur, gender, seksuele gerichtheid, politiek, vakbond of vorig salaris. Begint de kandidaat erover: ga
    er niet op in, noteer het niet en ga terug naar de vraag.

## Interviewer guide: a question

common-question = Gemeenschappelijke vraag (stelt elke interviewer)
question-minutes = { $count } min.
question-notes = **Notities:** de woorden van de kandidaat, geen mening, geen score
follow-up = **Vervolgvraag (altijd stellen)**
notes-situation = **Situatie**
notes-action = **Actie:** wat de kandidaat zelf deed
notes-result = **Resultaat**
probes = **Doorvragen (bij een vaag antwoord)**
watch-for = Signalen van een zwak antwoord

## Interviewer guide: closing

closing-questions = Vragen van de kandidaat
closing-answers =
    Beantwoord feitelijke vragen over functie en team. Over salaris, arbeidsvoorwaarden, visa, andere kandidaten of kansen zegt
    u: “Die vraag geef ik door aan uw recruiter.” Doe geen toezeggingen en geef geen feedback.
closing-questions-notes = **Gestelde vragen, en wat u hebt toegezegd uit te zoeken**
closing = Afsluiting (voorlezen)
# The variables are blanks.
closing-script =
    “Dit waren mijn vragen. Wilt u nog iets toevoegen aan een eerder antwoord? \[Pauze.\] Welke vragen hebt u voor mij? \[Vragen
    van de kandidaat.\] De volgende stap is { $step }. U hoort van { $sender } uiterlijk op { $day }. Dank voor uw tijd.”

## Ground rules for interviewers

ground-rules = Spelregels
ground-rules-title = { $title } – spelregels voor interviewers
rules-precedence = Lees dit vóór uw eerste interview. Bedrijfsbeleid en plaatselijke wetgeving gaan voor.
rules-same = Behandel alle kandidaten gelijk
rules-same-words =
    Stel elke vraag letterlijk en op volgorde. Sla er geen over omdat het antwoord duidelijk lijkt en formuleer niet om;
    herhalen mag wel.
rules-same-help =
    Geef iedereen evenveel tijd en evenveel hulp: altijd de vervolgvraag, doorvragen bij een vaag antwoord en geen hints. Blijf
    neutraal: geen “goed antwoord”, geen feedback.
rules-same-notes = Zeg aan het begin dat u aantekeningen maakt, en waarom.
rules-evidence = Noteer bewijs, geen indrukken
rules-evidence-words =
    Noteer wat de kandidaat zei, zo veel mogelijk letterlijk. “Instroom stilgelegd, daarna 40 bevindingen in een kwartaal
    opgelost” is bewijs; “sterk in uitvoering” is een indruk.
rules-evidence-never =
    Noteer nooit uiterlijk, stem, accent of leeftijd. Schrijf niets op wat de kandidaat niet zou mogen lezen.
rules-evidence-moment = Even tijd nodig? Zeg: “Een ogenblik, ik schrijf dit even op.”
# Legal: have this reviewed for local law.
rules-evidence-records =
    Notities zijn bedrijfsdocumenten. Maak geen opnamen en gebruik geen AI voor notities, tenzij het bedrijfsbeleid dat toestaat
    en de kandidaat heeft ingestemd.
rules-time = Bewaak de tijd
rules-time-how =
    Stel halverwege een vraag de vervolgvraag, ook als het eerste antwoord niet af is. Om verder te gaan zegt u: “Dank u wel. Ik
    wil aan alle vragen toekomen, dus we gaan verder.” Raakt de tijd op, kruis dan bij de overige vragen “Geen score” aan; kort
    nooit de vragen van de kandidaat in.
rules-prompts = Vaste zinnen (zeg verder niets)
rules-prompts-words =
    Vraag bij elk voorbeeld naar wat ontbreekt: “Wat was de situatie?” “Wat hebt u zelf gedaan?” “Wat was het resultaat?”
    Verder: “Vertelt u daar eens meer over.” “Neem gerust de tijd.” “Dank u.” Geen voorbeeld: “Welke ervaring komt er het
    dichtst bij?” Vraag onduidelijk: “Ik kan de vraag herhalen. Beantwoord die zoals u die opvat.”
rules-not-ask = Wat u niet vraagt
# Legal: have this reviewed for local law.
rules-not-ask-topics =
    Vraag niet, direct of indirect, naar leeftijd, afkomst, huidskleur, etniciteit, nationaliteit, moedertaal, religie of
    levensovertuiging, geslacht, zwangerschap, burgerlijke staat of gezin, genderidentiteit, seksuele gerichtheid, beperking,
    gezondheid of genetische gegevens, militaire status, aanhoudingen of verdenkingen, politieke voorkeur, vakbondslidmaatschap
    of vorig salaris. Indirecte vragen tellen ook: de herkomst van een naam, een examenjaar, het werk van een partner.
rules-do-not-ask = Vraag niet
rules-ask-instead = Vraag alle kandidaten
# Legal: have this reviewed for local law.
rules-children = Hebt u kinderen?
# Legal: have this reviewed for local law.
rules-children-instead = In deze functie hebt u één op de zes weken oproepdienst. Is dat voor u mogelijk?
# Legal: have this reviewed for local law.
rules-health = Hebt u gezondheidsproblemen?
# Legal: have this reviewed for local law.
rules-health-instead =
    Voor deze functie reist u vier keer per jaar. Is dat voor u mogelijk, al dan niet met een redelijke aanpassing?
# Legal: have this reviewed for local law.
rules-origin = Waar komt u vandaan?
# Legal: have this reviewed for local law.
rules-origin-instead =
    Mag u wettelijk gezien in \[land\] werken? (Als de recruiter dat nog niet heeft gevraagd.)
# Legal: have this reviewed for local law.
rules-legal =
    Vraag alleen wat met het werk te maken heeft, en vraag het iedereen. Twijfelt u, vraag het dan niet en overleg met HR. Ook
    bij een praatje vooraf: vermijd gezin, feestdagen, namen, accenten en examenjaren. Dit is geen juridisch advies; de
    plaatselijke wet kan strenger zijn. Deze tekst is niet aan het plaatselijk recht getoetst; laat HR of een jurist dat vóór
    gebruik doen.
rules-volunteered = Als een kandidaat zelf beschermde informatie deelt
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact =
    Ga er niet op in, noteer het niet en noem het niet in de nabespreking. Zeg: “Dank u dat u dit vertelt. Het heeft geen
    invloed op ons besluit”, en ga terug naar de vraag. Is het een verzoek om een aanpassing, beslis dan niet zelf: meld het
    dezelfde dag aan { $contact }.
# Legal: have this reviewed for local law.
rules-volunteered-no-contact =
    Ga er niet op in, noteer het niet en noem het niet in de nabespreking. Zeg: “Dank u dat u dit vertelt. Het heeft geen
    invloed op ons besluit”, en ga terug naar de vraag. Is het een verzoek om een aanpassing, beslis dan niet zelf: meld het
    dezelfde dag aan de recruiter of HR.
rules-no-show = Als een kandidaat niet komt opdagen
rules-no-show-steps =
    Wacht 15 minuten en probeer de kandidaat één keer te bereiken. Noteer de tijd op de scorekaart, scoor niets en informeer de
    recruiter. Iedere kandidaat mag één keer zonder opgaaf van reden verzetten. Niet verschijnen wordt nooit gescoord; na de
    tweede keer beslist de recruiter.
rules-ratings = Scoreschaal
rules-scale-not-assessed = **Geen score:** niet gesteld of niet afgerond. Een antwoord zonder relevant bewijs is een 1. Een
    score zonder anker ligt tussen de ankers erboven en eronder. Vinkjes zijn geheugensteuntjes; tel ze niet op.
rules-rating-errors = **Beoordelingsfouten:** halo-effect (één sterk antwoord trekt de rest omhoog) · eerste indruk · lijkt op
    mij · contrast met de vorige kandidaat · te mild, of alles een 3. Controle: kunt u bij elke score de woorden citeren?
rules-references = **Naslagdocumenten:**
rules-sources = **Bronnen:** vragen en criteria uit { $banks }.
rules-bank-edition = { $bank }, editie { $edition }
rules-bank-source = { $bank } ({ $source })
rules-editor =
    Al het overige (thema’s, niveaus, tijden, vervolgvragen, doorvragen, signalen, scorelabels en ankers) is geschreven door {
    $editor }.
rules-editor-of-bank =
    Al het overige in { $bank } (thema’s, niveaus, tijden, vervolgvragen, doorvragen, signalen, scorelabels en ankers) is
    geschreven door { $editor }.

## Scoring form and ratings

scoring = Scores
scoring-title = { $title } – scoreformulier
scoring-subject =
    { $questions ->
        [one] Scoreformulier: { $questions } vraag
       *[other] Scoreformulier: { $questions } vragen
    }
scoring-when = Direct na het interview, voordat u met iemand praat: kies bij elk antwoord het best passende anker.
scoring-evidence = **Bewijs:** wat de kandidaat zei dat de score onderbouwt
# Above the rubric, unless the question has its own heading.
rubric = Een sterk antwoord bevat
# ☒ and ▨ are printed as a crossed and a hatched box.
marking = Kruis ☒ aan met een donkere pen. Vergissing: vul het vakje ▨
footer-marked = Vertrouwelijk

## Scorecard

scorecard = Scorekaart
scorecard-title = { $title } – scorekaart
scorecard-subject =
    { $questions ->
        [one] Scorekaart: { $questions } vraag
       *[other] Scorekaart: { $questions } vragen
    }
scorecard-when = Binnen 24 uur: neem de scores over, scoor elke competentie, lever in. Praat er pas daarna over.
# Above the numbers of the questions.
scorecard-number = Nr.
scorecard-competencies =
    Scoor elke competentie op al het bewijs uit de vragen die erbij staan. Neem geen gemiddelde.
recommendation-strong-no = Duidelijk nee
recommendation-no = Nee
recommendation-yes = Ja
recommendation-strong-yes = Duidelijk ja
recommendation-means =
    Ja = het bewijs voldoet aan de eisen van functie en niveau. Duidelijk = overtuigend op elke kritieke competentie.
scorecard-rationale = **Onderbouwing:** citeer de kandidaat
attestation-alone = Ik heb alleen gescoord, vóór overleg.
attestation-evidence = Mijn scores berusten alleen op wat is gezegd.
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = Lever alle notities in bij de recruiter; bewaar geen kopieën.

## Candidate sheet

# The document's name for interviewers, and its title on the sheet itself.
sheet-document = Kandidaatinformatie
sheet = Uw sollicitatiegesprek
sheet-title = Uw sollicitatiegesprek – { $position }
sheet-subject =
    { $interviews ->
        [one] Wat u kunt verwachten: { $interviews } gesprek
       *[other] Wat u kunt verwachten: { $interviews } gesprekken
    }
sheet-thanks = Fijn dat u met ons in gesprek gaat. Hier leest u wat u kunt verwachten en bij wie u terechtkunt.
sheet-expect = Wat u kunt verwachten
sheet-expect-structured =
    Dit is een gestructureerd interview: alle kandidaten voor deze functie krijgen dezelfde vragen in dezelfde volgorde, en de
    antwoorden worden volgens dezelfde schriftelijke criteria beoordeeld.
sheet-expect-examples =
    We vragen wat u zou doen en naar recente voorbeelden van wat u hebt gedaan. Beschrijf bij een voorbeeld de situatie, wat u
    zelf hebt gedaan en het resultaat.
sheet-expect-time = Neem de tijd om na te denken. U mag vragen om een vraag te herhalen.
sheet-expect-notes = Interviewers maken aantekeningen om uw antwoorden goed te onthouden.
sheet-expect-notes-follow-ups =
    Interviewers maken aantekeningen om uw antwoorden goed te onthouden. Bij elke vraag hoort een vervolgvraag, die alle
    kandidaten krijgen.
# Legal: have this reviewed for local law.
sheet-expect-private =
    We vragen u niet naar leeftijd, gezin, gezondheid, religie, afkomst of vorig salaris, en u hoeft daar niets over te
    vertellen.
sheet-agenda = Programma
sheet-agenda-open =
    Het gesprek begint met een kennismaking en de opzet; daarna volgen de vragen. Aan het eind is er tijd voor uw eigen vragen
    en hoort u wat de volgende stappen zijn.
sheet-people = U spreekt met:
sheet-interviews = Uw gesprekken
sheet-interviews-each = Elk gesprek begint met een kennismaking; aan het eind is er tijd voor uw vragen.
sheet-your-questions = Uw vragen
sheet-accommodations = Aanpassingen
# Legal: have this reviewed for local law.
sheet-accommodations-ask =
    Hebt u een aanpassing nodig, zoals extra tijd, een pauze, vragen op papier, ondertiteling, een tolk, een toegankelijke
    ruimte of een andere dag, laat het ons dan zo vroeg mogelijk weten. Een verzoek heeft geen invloed op ons besluit.
sheet-contact = **Contact:**
sheet-reschedule = Wilt u de afspraak verzetten, laat het ons dan weten; we vinden een ander moment.
sheet-after = Na het gesprek
sheet-after-rating = Elke interviewer beoordeelt uw antwoorden zelfstandig voordat het selectieteam overlegt.
# The blank is for a date.
sheet-after-answer = U hoort van ons uiterlijk op ________________.
sheet-questions = De vragen
sheet-questions-prepare =
    Denk alvast aan voorbeelden uit uw eigen werk. U hoeft niets op papier voor te bereiden; notities meebrengen mag.
sheet-notes = **Uw notities**

## Interview plan of a panel

plan = Interviewplan
plan-title = { $title } – interviewplan
plan-subject =
    { $questions ->
        [one] Interviewteam van { $interviewers }: { $questions } vraag
       *[other] Interviewteam van { $interviewers }: { $questions } vragen
    }
plan-common = { $count } door elke interviewer gesteld
plan-schedule = Tijdschema
plan-start = Begin
plan-end = Einde
# Replace these two if the time of day at which the first interview starts is not known.
plan-start-elapsed = Begin (verstreken)
plan-end-elapsed = Einde (verstreken)
plan-themes = Thema’s
plan-all-themes = alle
plan-no-times =
    Er staan geen tijden bij, omdat ten minste één interviewer meer vragen heeft dan in één interview passen. Gebruik voor
    interviews van een uur `interview-kit panel --minutes 60`.
plan-assignments = Verdeling van de vragen
plan-numbers =
    { $times ->
        [yes] Elke cel bevat het nummer van de vraag in de leidraad van die interviewer en de tijd waarop de vraag begint.
       *[no] Elke cel bevat het nummer van de vraag in de leidraad van die interviewer.
    }{ $common ->
        [0] {""}
       *[other] {" "}Gemeenschappelijke vragen komen eerst, zodat scores vergelijkbaar zijn.
    }
plan-coverage = Dekking van competenties
plan-gaps = Hiaten in de dekking
plan-backup = Vervanger
plan-covered-by = Dekking
plan-covered = { $count } van { $interviewers }
plan-silence = Geen overleg.
plan-between-silence =
    Praat niet met elkaar over de kandidaat, positief noch negatief, totdat alle scorekaarten zijn ingeleverd.
plan-time = Stop op tijd.
plan-between-time = Uitlopen kost tijd in het volgende interview van de kandidaat.
plan-own = Alleen uw vragen.
plan-between-own =
    Stel alleen de vragen die aan u zijn toegewezen. Komt een onderwerp van een ander ter sprake, laat het dan aan die ander.

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    verplichte vraag “{ $question }” ({ $id }) wordt niet gesteld: { $why ->
        [bank] de vragenbank bevat deze vraag niet
        [filters] de vraag voldoet niet aan de filters
        [themes] de thema’s van de interviewers sluiten de vraag uit
        [time] de vraag duurt langer dan de tijd voor vragen
        [limit] de limiet laat geen vragen toe
        [must-asks] de vraag past alleen in plaats van een andere verplichte vraag
        [order] binnen de limiet gaan de eerste verplichte vragen voor
       *[unproven] er is geen plan gevonden met deze vraag zonder dat een ander doel wordt gemist
    }
unmet-competency =
    geen enkele vraag dekt { $competencies }: { $why ->
        [bank] de vragenbank heeft zo’n vraag niet
        [filters] geen van die vragen voldoet aan de filters
        [themes] de thema’s van de interviewers sluiten al die vragen uit
        [time] al die vragen duren langer dan de tijd voor vragen
        [limit] de limiet laat te weinig vragen toe
        [must-asks] zo’n vraag past alleen in plaats van een verplichte vraag
        [shared] zo’n vraag past niet naast de verplichte en gemeenschappelijke vragen
        [everybody] zo’n vraag past alleen als een interviewer geen vragen heeft
        [competencies] zo’n vraag past alleen als een andere competentie niet wordt gedekt
        [second-people] zo’n vraag past alleen als minder interviewers een andere competentie dekken
        [order] binnen de limiet gaan verplichte vragen voor, daarna de eerste vragen
       *[unproven] er is geen plan gevonden met zo’n vraag zonder dat een ander doel wordt gemist
    }
unmet-second-person =
    slechts één interviewer dekt { $competencies }: { $why ->
        [bank] de vragenbank heeft daarvoor maar één vraag
        [filters] maar één van die vragen voldoet aan de filters
        [themes] de thema’s van de interviewers sluiten een tweede uit
        [time] er is geen tijd voor twee van die vragen
        [limit] de limiet laat te weinig vragen toe
        [must-asks] een tweede zou een verplichte vraag vervangen
        [shared] een tweede past niet naast de verplichte en gemeenschappelijke vragen
        [everybody] door een tweede zou een interviewer geen vragen hebben
        [competencies] door een tweede zou een andere competentie niet worden gedekt
        [second-people] door een tweede zouden minder interviewers een andere competentie dekken
        [order] binnen de limiet gaan verplichte vragen voor, daarna de eerste vragen
       *[unproven] er is geen plan gevonden met een tweede zonder dat een ander doel wordt gemist
    }
unmet-shared =
    { $found ->
        [0] de selectie leverde geen gemeenschappelijke vraag op: { $why ->
            [bank] de vragenbank heeft geen vragen meer
            [filters] er voldoen geen andere vragen aan de filters
            [themes] geen enkele vraag valt binnen de thema’s van alle interviewers
            [time] geen vraag over thema’s die alle interviewers delen past in de tijd
            [limit] de limiet laat te weinig vragen toe
            [must-asks] die zou een verplichte vraag verdringen
           *[unproven] er is geen plan met zo’n vraag gevonden zonder dat een ander doel wordt gemist
        }
       *[other] de selectie leverde maar { $found } van { $asked } gemeenschappelijke vragen op: { $why ->
            [bank] de vragenbank heeft geen vragen meer
            [filters] er voldoen geen andere vragen aan de filters
            [themes] geen andere vraag valt binnen de thema’s van alle interviewers
            [time] geen andere vraag over thema’s die alle interviewers delen past in de tijd
            [limit] de limiet laat te weinig vragen toe
            [must-asks] nog een vraag zou een verplichte vraag verdringen
           *[unproven] er is geen plan met nog een vraag gevonden zonder dat een ander doel wordt gemist
        }
    }
unmet-past-behavior =
    geen enkele vraag gaat over eerder gedrag: { $why ->
        [bank] de vragenbank heeft zo’n vraag niet
        [filters] geen van die vragen voldoet aan de filters
        [themes] de thema’s van de interviewers sluiten al die vragen uit
        [time] al die vragen duren langer dan de tijd voor vragen
        [limit] de limiet laat te weinig vragen toe
        [must-asks] zo’n vraag past alleen in plaats van een verplichte vraag
        [shared] zo’n vraag past niet naast de verplichte en gemeenschappelijke vragen
        [everybody] zo’n vraag past alleen als een interviewer geen vragen heeft
        [competencies] zo’n vraag past alleen als een competentie niet wordt gedekt
        [second-people] zo’n vraag past alleen als minder interviewers een competentie dekken
        [order] binnen de limiet gaan verplichte vragen voor, daarna de eerste vragen
       *[unproven] er is geen plan gevonden met zo’n vraag zonder dat een ander doel wordt gemist
    }

## Debrief

debrief = Nabespreking
debrief-title = { $title } – nabespreking en besluit
debrief-subject =
    { $interviewers ->
        [one] Consensus van { $interviewers } interviewer
       *[other] Consensus van { $interviewers } interviewers
    }
debrief-when =
    { $title } · Vul dit pas in als alle scorekaarten zijn ingeleverd. Wijzig geen individuele scores; noteer de consensusscore
    ernaast.
debrief-facilitator = Gespreksleider
debrief-scorecards = **Scorekaart ingeleverd vóór overleg**
debrief-handed-in = **Scorekaart ingeleverd**
debrief-gaps = **Hiaten in de dekking**
debrief-ratings = Scores per competentie
debrief-ratings-how = Neem de scores van alle interviewers over. Verschil = hoogste min laagste.
debrief-questions = Scores van vragen die maar één interviewer stelde
debrief-legend = Een streepje betekent dat de interviewer er niets over heeft gevraagd.
debrief-missing = Scorekaart nog niet ingeleverd; wacht daarop voordat u begint:
debrief-unsettled = Eerst ophelderen: tegenstrijdige of onleesbare gegevens
debrief-unasked = Vragen zonder score en zonder notities
debrief-none = geen
debrief-ratings-read =
    Scores zoals de interviewers ze gaven. Verschil = hoogste min laagste. Een streepje betekent niet gevraagd, ‘{ $word }’ geen score; geen van beide telt mee.
debrief-rest = {"["}… verder in { $place }]
debrief-handwritten = {"["}handgeschreven: { $place }]
debrief-handwriting = Handgeschreven notities
debrief-page = { $file }, pagina { $page }
debrief-line = { $file }, regel { $line }
debrief-agenda = Bespreking: grootste verschil eerst
debrief-agenda-how =
    Elke interviewer noemt het bewijs; daarna bepaalt het team samen een score aan de hand van de ankers. Neem geen gemiddelde.
debrief-number = Nr.
debrief-topic = Competentie of vraag
debrief-lowest = Laagste: bewijs
debrief-highest = Hoogste: bewijs
debrief-range = Verschil
debrief-consensus = Consensus
debrief-common = Gemeenschappelijke vraag: { $question }
debrief-rationale = **Onderbouwing van de consensus: citeer de kandidaat**
debrief-decision = Besluit
debrief-hire = Aannemen
debrief-no-hire = Niet aannemen
debrief-another-interview = Extra interview
debrief-another-role = Andere functie overwegen
debrief-dissent = **Afwijkende meningen: wie en waarom**
debrief-action = Actiepunt
debrief-owner = Actiehouder
debrief-due = Deadline
# Legal: have this reviewed for local law.
debrief-retain = Bewaren tot
debrief-destroyed = Vernietigd op

## Scores

scores = Analyse van de beoordelingen
scores-what = Kit { $kit } · Kandidaten: { $candidates } · Interviewers: { $interviewers }
scores-rule = Er wordt geen gemiddelde, totaal, rangorde of aanbeveling berekend.
scores-agreement = Overeenstemming
scores-units = Eenheden
scores-alpha = Ordinale alfa
scores-within = Hooguit één punt verschil
scores-interval = { $value } ({ $low } tot { $high })
scores-not-enough = te weinig gegevens: n = { $n }, nodig zijn { $needs }
scores-no-variation = niet gedefinieerd: alle beoordelingen zijn gelijk
scores-no-difference = niet gedefinieerd: kandidaten verschillen te weinig
scores-no-interval-ratings = { $value } (geen interval: beoordelingen variëren te weinig)
scores-no-interval-candidates = { $value } (geen interval: kandidaten verschillen te weinig)
scores-no-interval-agreement = { $value } (geen interval: alle n = { $n } eenheden tonen dezelfde overeenstemming)
scores-no-interval-interviewers = { $value } (geen interval: afgezien van strengheid verschillen interviewers niet)
scores-without-name = Interviewers zonder naam, per pakket geteld: { $count }.
scores-icc = Dezelfde interviewers
scores-how =
    Een eenheid is een kandidaat en een vraag of competentie die door twee of meer interviewers is beoordeeld. Tussen haakjes: 95%-betrouwbaarheidsintervallen (alfa en aandelen: bootstrap over eenheden, { $resamples } trekkingen, startwaarde { $seed }; ICC: F-verdeling).
scores-use = Gebruik van de schaal
scores-by-interviewer-questions = Interviewer, vragen
scores-by-interviewer-competencies = Interviewer, competenties
scores-more = Rijen die niet op deze pagina passen: { $count }. `interview-kit scores` toont ze.
scores-look = Regels van de rubriek die bij alle beoordelingen even vaak zijn aangevinkt en een blik verdienen:
scores-left-out =
    Niet meegeteld: leeg { $blank }, tegenstrijdig { $conflict }, onleesbaar { $unreadable }, geweigerde bestanden { $refused }.
