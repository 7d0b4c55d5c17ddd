# The words that the program prints in documents, in Italian. Fluent syntax: https://projectfluent.org/fluent/guide/
#
# The messages are those of locales/en.ftl, in the same order and with the same variables; see there how they work.

## Words used in several documents

candidate = Candidato/a
room = Sala o link
started-at = Ora effettiva
interviewer = Condotto da
interviewers = Panel
position = Posizione
date = Data
time = Ora
name = Nome
signature = Firma
question = Domanda
questions = Domande
competency = Competenza
overall-recommendation = Parere complessivo
not-assessed = Non valutato
# Above columns of minutes.
min = Min
# Two items of a list, with the language's separator between them.
listed = { $start }, { $next }
# Two sentences of a text that is read aloud.
sentences = { $start } { $next }
# Two alternatives; then two or more, as `listed` joins them, and the last one.
either = { $start } o { $next }
either-last = { $start } o { $next }
# A text that is cut off at a word boundary.
shortened = { $text }…
# The title of a kit for a role.
kit-title = Colloquio: { $role }
# An interviewer of a panel without a name.
interviewer-number = Membro { $number }
# The title of a file with all documents of an interview, and an interview in it without a candidate's name.
packet-title = { $title } – fascicolo
interview-number = Colloquio { $number }
footer = Riservato · { $banks }
question-count =
    { $count ->
        [one] { $count } domanda
       *[other] { $count } domande
    }
interviewer-count =
    { $count ->
        [one] panel di { $count } persona
       *[other] panel di { $count } persone
    }
minute-count =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minuti
    }
# The numbers of the questions that assess a competency.
competency-questions = (D { $numbers })
# A date. The variables are numbers.
date-written =
    { $day ->
        [1] 1º
       *[other] { $day }
    } { $month ->
        [1] gennaio
        [2] febbraio
        [3] marzo
        [4] aprile
        [5] maggio
        [6] giugno
        [7] luglio
        [8] agosto
        [9] settembre
        [10] ottobre
        [11] novembre
       *[12] dicembre
    } { $year }
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm.
# $minute has two digits. A message need not use all of these variables.
time-of-day = { $hour }:{ $minute }
# A time after midnight.
time-days-later =
    { $days ->
        [one] { $time } (+{ $days } giorno)
       *[other] { $time } (+{ $days } giorni)
    }
# From one time to another.
time-range = { $start }–{ $end }

## Words in headers and footers, or read aloud by screen readers

page-number = Pagina { $page } di { $pages }
page-kit = Kit { $kit }
# Beside the code that identifies a page, in small type.
page-packet = fascicolo { $packet }
# A person at the top of a page: first the label, then the name.
page-name = { $label }: { $name }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = modificato
# After the title of a question that continues from the previous page.
page-continued = (segue)
field-notes = Appunti
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = Kit, fascicolo e documento
# The name of a field without a label.
field-blank = Da compilare
# The title of a document that has no title and no heading.
document-untitled = Senza titolo

## Interviewer guide: agenda

guide = Guida al colloquio
guide-title = { $title } – guida al colloquio
guide-subject =
    { $questions ->
        [one] Colloquio strutturato: { $questions } domanda
       *[other] Colloquio strutturato: { $questions } domande
    }
guide-subject-timed =
    { $questions ->
        [one] Colloquio strutturato: { $questions } domanda, { $minutes } minuti
       *[other] Colloquio strutturato: { $questions } domande, { $minutes } minuti
    }
guide-agenda = Programma del colloquio
agenda-opening = Apertura: presentazioni, svolgimento, appunti
agenda-candidate-questions = Domande della persona candidata
agenda-closing = Chiusura: prossimi passi e tempi
agenda-end = Fine
# Above the times of day; `elapsed` is in its place if they are counted from the beginning of the interview.
clock = Ora
elapsed = Tempo
segment = Fase
page = Pagina
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = Domande tra cui scegliere
guide-choose-why =
    Queste { $count } domande non rientrano in un solo colloquio, perciò non sono indicati orari. Scegliere tra queste o creare
    un kit da un’ora: `interview-kit build --minutes 60`.

## Interviewer guide: opening script, which is read aloud, and reminders

opening = Apertura (da leggere ad alta voce)
# The whole script, in quotation marks.
opening-quoted = «{ $script }»
# The interviewer’s name, or a blank for it, and a blank for the work.
opening-hello = Buongiorno, sono { $interviewer } e lavoro come { $work }.
opening-thanks = Grazie per la disponibilità.
opening-minutes =
    { $minutes ->
        [one] Abbiamo { $minutes } minuto.
       *[other] Abbiamo { $minutes } minuti.
    }
opening-questions =
    { $questions ->
        [one] Le farò una domanda, la stessa per tutte le persone candidate a questa posizione{ $follow_ups ->
            [all] , con un approfondimento
           *[other] {""}
        }.
       *[other] Le farò { $questions } domande, le stesse per tutte le persone candidate a questa posizione{ $follow_ups ->
            [all] , ciascuna con un approfondimento
            [some] , alcune con un approfondimento
           *[none] {""}
        }.
    }
opening-examples =
    Quando Le chiederò un esempio, mi racconti la situazione, che cosa ha fatto Lei e il risultato. Si prenda il tempo per
    pensare e, se serve, mi chieda di ripetere.
opening-notes =
    Prenderò appunti per ricordare bene le Sue risposte e forse La inviterò a proseguire per rispettare i tempi: questo non dice
    nulla sulla Sua risposta.
opening-end = Alla fine ci sarà tempo per le Sue domande. Possiamo iniziare?
reminders-before = Prima del colloquio
reminders-read = Leggere le regole del colloquio, ogni domanda e i suoi descrittori.
reminders-feedback = Non leggere i pareri altrui.
reminders-room = Controllare la sala o il link. Tenere in vista un orologio.
reminders-accommodations = Sapere chi gestisce gli accomodamenti ragionevoli.
reminders-during = Durante il colloquio
reminders-ask = Porre ogni domanda com’è scritta e in ordine, poi l’approfondimento.
reminders-probe = Chiedere chiarimenti solo se la risposta è vaga o parziale. Non suggerire.
reminders-write = Annotare ciò che la persona dice. Valutare dopo.
reminders-rate-as-you-go = Valutare ogni risposta subito, con il descrittore più vicino.
reminders-after = Dopo il colloquio
reminders-rate = Valutare subito, individualmente, con i descrittori.
reminders-check = Verificare individualmente le valutazioni sugli appunti.
reminders-not-assessed = Segnare «Non valutato» solo se una domanda non è stata posta o conclusa.
reminders-submit = Consegnare la scheda di sintesi prima di parlarne con altri.
# Legal: have this reviewed for local law.
reminders-never-ask = **Non chiedere mai** di età, famiglia o figli, salute, disabilità, religione, origine, cittadinanza,
    razza, genere, orientamento sessuale, politica, sindacati o retribuzioni precedenti. Se la persona ne parla, non
    approfondire e non annotare nulla; tornare alla domanda.

## Interviewer guide: a question

common-question = Domanda comune (posta da tutto il panel)
question-minutes = { $count } min
question-notes = **Appunti:** le parole della persona, senza opinioni né valutazioni
follow-up = **Approfondimento (da chiedere sempre)**
notes-situation = **Situazione**
notes-action = **Azione:** che cosa ha fatto la persona
notes-result = **Risultato**
probes = **Chiarimenti (se la risposta è vaga)**
watch-for = Segnali di attenzione (risposta debole)

## Interviewer guide: closing

closing-questions = Domande della persona candidata
closing-answers =
    Dare informazioni oggettive su ruolo e gruppo di lavoro. Su retribuzione, benefit, visti, altre candidature o possibilità,
    dire: «Inoltrerò la domanda all’ufficio selezione». Non fare promesse e non dare giudizi.
closing-questions-notes = **Domande poste e aspetti su cui dare riscontro**
closing = Chiusura (da leggere ad alta voce)
# The variables are blanks.
closing-script =
    «Le mie domande sono finite. Desidera aggiungere qualcosa a una risposta precedente? \[Pausa.\] Quali domande ha per me?
    \[Domande della persona candidata.\] Il prossimo passo è { $step }; { $sender } La contatterà entro il { $day }. Grazie per
    il tempo che mi ha dedicato».

## Ground rules for interviewers

ground-rules = Regole del colloquio
ground-rules-title = { $title } – regole del colloquio
rules-precedence = Da leggere prima del primo colloquio. Prevalgono le regole aziendali e la normativa locale.
rules-same = Parità di trattamento
rules-same-words =
    Porre ogni domanda com’è scritta e in ordine. Non saltarne nessuna, anche se la risposta sembra ovvia, e non usare altre
    parole; è possibile ripeterla.
rules-same-help =
    Dare a ogni persona lo stesso tempo e lo stesso aiuto: sempre l’approfondimento, una richiesta di chiarimento se una
    risposta è vaga, nessun suggerimento. Restare neutrali: niente «ottima risposta», niente giudizi.
rules-same-notes = Dire all’inizio che si prenderanno appunti, e perché.
rules-evidence = Annotare evidenze, non impressioni
rules-evidence-words =
    Annotare ciò che la persona ha detto, se possibile con le sue parole. «Ha sospeso le nuove richieste, poi ha chiuso 40
    segnalazioni in un trimestre» è un’evidenza; «molto efficace» è un’impressione.
rules-evidence-never = Non annotare mai aspetto, voce, accento o età. Non scrivere nulla che la persona non dovrebbe leggere.
rules-evidence-moment = Se serve un momento, dire: «Mi dia un attimo per annotarlo».
# Legal: have this reviewed for local law.
rules-evidence-records =
    Gli appunti sono documenti aziendali. Non registrare e non usare l’IA per prendere appunti, salvo che le regole aziendali lo
    consentano e la persona abbia acconsentito.
rules-time = Rispettare i tempi
rules-time-how =
    A metà del tempo di una domanda, passare all’approfondimento anche se la prima risposta non è conclusa. Per proseguire,
    dire: «Grazie. Vorrei arrivare a tutte le domande, quindi andiamo avanti». Se il tempo finisce, segnare «Non valutato» per
    le domande rimaste; non ridurre mai il tempo per le domande della persona.
rules-prompts = Frasi ammesse (e nessun’altra)
rules-prompts-words =
    Per ogni esempio, chiedere ciò che manca: «Qual era la situazione?», «Che cosa ha fatto Lei?», «Qual è stato il risultato?».
    Altrimenti: «Mi dica di più», «Faccia con calma», «Grazie». Se manca un esempio: «Qual è l’esperienza più simile che ha
    avuto?». Se la domanda non è chiara: «Posso ripeterla. Risponda come la intende».
rules-not-ask = Che cosa non chiedere
# Legal: have this reviewed for local law.
rules-not-ask-topics =
    Non chiedere, direttamente o indirettamente, di età, razza, colore della pelle, etnia, origine nazionale, cittadinanza,
    madrelingua, religione, sesso, gravidanza, stato civile o situazione familiare, identità di genere, orientamento sessuale,
    disabilità, salute o dati genetici, obblighi militari, precedenti penali, opinioni politiche, iscrizione al sindacato o
    retribuzioni precedenti. Valgono anche le domande indirette: l’origine di un cognome, l’anno di diploma, il lavoro del
    coniuge.
rules-do-not-ask = Da non chiedere
rules-ask-instead = Da chiedere a ogni persona
# Legal: have this reviewed for local law.
rules-children = Ha figli?
# Legal: have this reviewed for local law.
rules-children-instead = Il ruolo prevede la reperibilità una settimana su sei. Può garantirla?
# Legal: have this reviewed for local law.
rules-health = Ha problemi di salute?
# Legal: have this reviewed for local law.
rules-health-instead = Il ruolo prevede quattro trasferte l’anno. Può effettuarle, con o senza un accomodamento ragionevole?
# Legal: have this reviewed for local law.
rules-origin = Di dov’è?
# Legal: have this reviewed for local law.
rules-origin-instead =
    Ha titolo per lavorare legalmente in \[Paese\]? (Se l’ufficio selezione non l’ha già chiesto.)
# Legal: have this reviewed for local law.
rules-legal =
    Chiedere solo ciò che riguarda il lavoro, e chiederlo a ogni persona. In caso di dubbio, non chiedere e sentire le Risorse
    umane. Contano anche le chiacchiere: evitare famiglia, festività, cognomi, accenti e anno di diploma. Questa pagina non è
    una consulenza legale; la normativa locale può essere più severa. Le indicazioni non sono state verificate per la normativa
    locale: farle controllare dalle Risorse umane o da un legale prima dell’uso.
rules-volunteered = Se la persona rivela informazioni protette
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact =
    Non approfondire, non annotarlo e non parlarne nel debriefing. Dire: «Grazie per avermelo detto. Non influirà sulla nostra
    decisione», e tornare alla domanda. Se è una richiesta di accomodamento, non decidere: informare { $contact } il giorno
    stesso.
# Legal: have this reviewed for local law.
rules-volunteered-no-contact =
    Non approfondire, non annotarlo e non parlarne nel debriefing. Dire: «Grazie per avermelo detto. Non influirà sulla nostra
    decisione», e tornare alla domanda. Se è una richiesta di accomodamento, non decidere: informare l’ufficio selezione o le
    Risorse umane il giorno stesso.
rules-no-show = Se la persona non si presenta
rules-no-show-steps =
    Attendere 15 minuti e provare una volta a contattarla. Annotare l’ora sulla scheda di sintesi, non valutare nulla e avvisare
    l’ufficio selezione. Ogni persona può rinviare una volta senza indicare il motivo. Un’assenza non si valuta mai; dopo la
    seconda decide l’ufficio selezione.
rules-ratings = Scala di valutazione
rules-scale-not-assessed = **Non valutato:** domanda non posta o non conclusa. Una risposta data ma priva di evidenze pertinenti
    vale 1. Un livello senza descrittore si colloca tra i due descrittori vicini. I segni di spunta sono un promemoria: non
    sommarli.
rules-rating-errors = **Errori di valutazione:** effetto alone (un’ottima risposta alza le altre valutazioni) · prima
    impressione · affinità con sé · contrasto con la persona precedente · indulgenza, o tutti 3. Verifica: si potrebbero
    citare le parole alla base di ogni valutazione?
rules-references = **Documenti di riferimento:**
rules-sources = **Fonti:** domande e criteri tratti da { $banks }.
rules-bank-edition = { $bank }, edizione { $edition }
rules-bank-source = { $bank } ({ $source })
rules-editor =
    Tutto il resto (temi, livelli, tempi, approfondimenti, chiarimenti, segnali di attenzione, etichette della scala e
    descrittori) è a cura di { $editor }.
rules-editor-of-bank =
    In { $bank }, tutto il resto (temi, livelli, tempi, approfondimenti, chiarimenti, segnali di attenzione, etichette della
    scala e descrittori) è a cura di { $editor }.

## Scoring form and ratings

scoring = Scheda di valutazione
scoring-title = { $title } – scheda di valutazione
scoring-subject =
    { $questions ->
        [one] Scheda di valutazione: { $questions } domanda
       *[other] Scheda di valutazione: { $questions } domande
    }
scoring-when = Subito dopo il colloquio, prima di parlarne con altri: scegliere il descrittore più vicino a ogni risposta.
scoring-evidence = **Evidenze:** parole della persona a sostegno della valutazione
# Above the rubric, unless the question has its own heading.
rubric = Elementi di una buona risposta
# ☒ and ▨ are printed as a crossed and a hatched box.
marking = Segnare la casella ☒ con penna scura. Per annullare, riempire la casella ▨
footer-marked = Riservato

## Scorecard

scorecard = Scheda di sintesi
scorecard-title = { $title } – scheda di sintesi
scorecard-subject =
    { $questions ->
        [one] Scheda di sintesi: { $questions } domanda
       *[other] Scheda di sintesi: { $questions } domande
    }
scorecard-when =
    Entro 24 ore, prima di parlarne con altri: riportare le valutazioni, valutare ogni competenza, consegnare la scheda.
# Above the numbers of the questions.
scorecard-number = N.
scorecard-competencies = Valutare ogni competenza su tutte le evidenze delle domande indicate. Non fare la media.
recommendation-strong-no = Molto sfavorevole
recommendation-no = Sfavorevole
recommendation-yes = Favorevole
recommendation-strong-yes = Molto favorevole
recommendation-means =
    Favorevole = le evidenze raggiungono il livello richiesto dal ruolo. Molto = esito netto su ogni competenza critica.
scorecard-rationale = **Motivazione:** citare le parole della persona
attestation-alone = Ho valutato senza parlarne prima con altri.
attestation-evidence = Le mie valutazioni si basano solo su ciò che la persona ha detto.
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = Consegnare tutti gli appunti all’ufficio selezione; non conservare copie.

## Candidate sheet

# The document's name for interviewers, and its title on the sheet itself.
sheet-document = Scheda per candidati/e
sheet = Il Suo colloquio
sheet-title = Il Suo colloquio – { $position }
sheet-subject =
    { $interviews ->
        [one] Che cosa aspettarsi: { $interviews } colloquio
       *[other] Che cosa aspettarsi: { $interviews } colloqui
    }
sheet-thanks = Grazie per la partecipazione alla selezione. Questa pagina spiega che cosa aspettarsi e chi contattare.
sheet-expect = Che cosa aspettarsi
sheet-expect-structured =
    Il colloquio è strutturato: a tutte le persone candidate a questa posizione si pongono le stesse domande nello stesso
    ordine, e le risposte sono valutate con gli stessi criteri scritti.
sheet-expect-examples =
    Le domande riguardano ciò che farebbe ed esempi recenti di ciò che ha fatto. Per un esempio, descriva la situazione, che
    cosa ha fatto Lei e il risultato.
sheet-expect-time = Si prenda il tempo per pensare. Può chiedere di ripetere una domanda.
sheet-expect-notes = Si prendono appunti per ricordare con precisione le Sue risposte.
sheet-expect-notes-follow-ups =
    Si prendono appunti per ricordare con precisione le Sue risposte. Ogni domanda ha un approfondimento, uguale per
    tutte le persone candidate.
# Legal: have this reviewed for local law.
sheet-expect-private =
    Non Le saranno poste domande su età, famiglia, salute, religione, origine nazionale o retribuzioni precedenti, e non occorre
    parlarne.
sheet-agenda = Programma
sheet-agenda-open =
    Il colloquio si apre con le presentazioni e lo svolgimento; seguono le domande. Alla fine c’è tempo per le Sue domande e Le
    indicheremo i prossimi passi.
sheet-people = Incontrerà:
sheet-interviews = I Suoi colloqui
sheet-interviews-each = Ogni colloquio inizia con le presentazioni e lascia alla fine tempo per le Sue domande.
sheet-your-questions = Le Sue domande
sheet-accommodations = Accomodamenti ragionevoli
# Legal: have this reviewed for local law.
sheet-accommodations-ask =
    Se ha bisogno di un accomodamento, come più tempo, una pausa, domande scritte, sottotitoli, un interprete, una sala
    accessibile o un altro giorno, ce lo comunichi appena possibile. La richiesta non influisce sulla nostra decisione.
sheet-contact = **Contatto:**
sheet-reschedule = Se deve rinviare, ci avvisi e troveremo un’altra data.
sheet-after = Dopo il colloquio
sheet-after-rating = Chi La incontra valuta le Sue risposte in modo indipendente prima della riunione del gruppo di selezione.
# The blank is for a date.
sheet-after-answer = Riceverà nostre notizie entro il ________________.
sheet-questions = Le domande
sheet-questions-prepare =
    Pensi a esempi tratti dal Suo lavoro. Non occorre preparare nulla per iscritto; può portare degli appunti.
sheet-notes = **I Suoi appunti**

## Interview plan of a panel

plan = Piano dei colloqui
plan-title = { $title } – piano dei colloqui
plan-subject =
    { $questions ->
        [one] Panel di { $interviewers }: { $questions } domanda
       *[other] Panel di { $interviewers }: { $questions } domande
    }
plan-common =
    { $count ->
        [one] { $count } posta da tutto il panel
       *[other] { $count } poste da tutto il panel
    }
plan-schedule = Orario
plan-start = Inizio
plan-end = Fine
# Replace these two if the time of day at which the first interview starts is not known.
plan-start-elapsed = Inizio (tempo)
plan-end-elapsed = Fine (tempo)
plan-themes = Temi
plan-all-themes = tutti
plan-no-times =
    Non sono indicati orari, perché almeno un membro del panel ha più domande di quante ne contenga un colloquio. Per colloqui
    di un’ora, usare `interview-kit panel --minutes 60`.
plan-assignments = Assegnazione delle domande
plan-numbers =
    { $times ->
        [yes] Ogni casella indica il numero della domanda nella guida di quel membro e l’ora in cui inizia.
       *[no] Ogni casella indica il numero della domanda nella guida di quel membro.
    }{ $common ->
        [0] {""}
       *[other] {" "}Le domande comuni vengono prima, così le valutazioni sono confrontabili.
    }
plan-coverage = Copertura delle competenze
plan-gaps = Aree non coperte
plan-backup = Riserva
plan-covered-by = Copertura
plan-covered = { $count } su { $interviewers }
plan-silence = Nessuna discussione.
plan-between-silence =
    Non parlare della persona con gli altri membri, né bene né male, finché non sono consegnate tutte le schede di sintesi.
plan-time = Finire in orario.
plan-between-time = Ogni ritardo toglie tempo al colloquio successivo della persona.
plan-own = Solo le proprie domande.
plan-between-own = Porre solo le domande assegnate. Se emerge un tema di un altro membro, non affrontarlo.

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    la domanda obbligatoria «{ $question }» ({ $id }) non viene posta: { $why ->
        [bank] non è presente nella banca di domande
        [filters] non corrisponde ai filtri
        [themes] i temi del panel la escludono
        [time] supera il tempo previsto per le domande
        [limit] il limite non consente domande
        [must-asks] rientra solo al posto di un’altra domanda obbligatoria
        [order] il limite conserva le domande obbligatorie che vengono prima
       *[unproven] non è stato trovato un piano che la aggiunga senza perdere un altro obiettivo
    }
unmet-competency =
    nessuna domanda copre { $competencies }: { $why ->
        [bank] la banca di domande non ne contiene
        [filters] nessuna domanda di questo tipo corrisponde ai filtri
        [themes] i temi del panel le escludono tutte
        [time] tutte superano il tempo previsto per le domande
        [limit] il limite consente troppo poche domande
        [must-asks] una di queste rientra solo al posto di una domanda obbligatoria
        [shared] nessuna rientra insieme alle domande obbligatorie e comuni
        [everybody] una di queste rientra solo se un membro del panel resta senza domande
        [competencies] una di queste rientra solo se un’altra competenza non è coperta
        [second-people] una di queste rientra solo se meno membri coprono un’altra competenza
        [order] il limite conserva le domande obbligatorie e poi le prime
       *[unproven] non è stato trovato un piano che ne aggiunga una senza perdere un altro obiettivo
    }
unmet-second-person =
    un solo membro del panel copre { $competencies }: { $why ->
        [bank] la banca di domande ne contiene una sola
        [filters] una sola domanda di questo tipo corrisponde ai filtri
        [themes] i temi del panel ne escludono una seconda
        [time] non c’è tempo per due domande di questo tipo
        [limit] il limite consente troppo poche domande
        [must-asks] una seconda sostituirebbe una domanda obbligatoria
        [shared] una seconda non rientra insieme alle domande obbligatorie e comuni
        [everybody] una seconda lascerebbe senza domande un membro del panel
        [competencies] una seconda lascerebbe scoperta un’altra competenza
        [second-people] con una seconda, meno membri coprirebbero un’altra competenza
        [order] il limite conserva le domande obbligatorie e poi le prime
       *[unproven] non è stato trovato un piano che ne aggiunga una seconda senza perdere un altro obiettivo
    }
unmet-shared =
    { $found ->
        [0] non è stato possibile scegliere domande comuni: { $why ->
            [bank] la banca di domande non ha altre domande
            [filters] nessun’altra domanda corrisponde ai filtri
            [themes] nessuna domanda rientra nei temi di tutto il panel
            [time] nessuna domanda sui temi di tutto il panel rientra nel tempo
            [limit] il limite consente troppo poche domande
            [must-asks] sostituirebbero una domanda obbligatoria
           *[unproven] non è stato trovato un piano che ne aggiunga una senza perdere un altro obiettivo
        }
       *[other] domande comuni scelte: solo { $found } su { $asked }; { $why ->
            [bank] la banca di domande non ha altre domande
            [filters] nessun’altra domanda corrisponde ai filtri
            [themes] nessun’altra domanda rientra nei temi di tutto il panel
            [time] nessun’altra domanda sui temi di tutto il panel rientra nel tempo
            [limit] il limite consente troppo poche domande
            [must-asks] una in più sostituirebbe una domanda obbligatoria
           *[unproven] non è stato trovato un piano che ne aggiunga un’altra senza perdere un altro obiettivo
        }
    }
unmet-past-behavior =
    nessuna domanda è comportamentale: { $why ->
        [bank] la banca di domande non ne contiene
        [filters] nessuna domanda di questo tipo corrisponde ai filtri
        [themes] i temi del panel le escludono tutte
        [time] tutte superano il tempo previsto per le domande
        [limit] il limite consente troppo poche domande
        [must-asks] una di queste rientra solo al posto di una domanda obbligatoria
        [shared] nessuna rientra insieme alle domande obbligatorie e comuni
        [everybody] una di queste rientra solo se un membro del panel resta senza domande
        [competencies] una di queste rientra solo se una competenza non è coperta
        [second-people] una di queste rientra solo se meno membri coprono una competenza
        [order] il limite conserva le domande obbligatorie e poi le prime
       *[unproven] non è stato trovato un piano che ne aggiunga una senza perdere un altro obiettivo
    }

## Debrief

debrief = Debriefing
debrief-title = { $title } – debriefing e verbale della decisione
debrief-subject =
    { $interviewers ->
        [one] Valutazione concordata da { $interviewers } persona
       *[other] Valutazione concordata da { $interviewers } persone
    }
debrief-when =
    { $title } · Da compilare solo dopo la consegna di tutte le schede di sintesi. Non modificare le valutazioni individuali;
    riportare accanto quella concordata.
debrief-facilitator = Moderazione
debrief-scorecards = **Scheda di sintesi consegnata prima di ogni confronto**
debrief-handed-in = **Scheda di sintesi consegnata**
debrief-gaps = **Aree non coperte**
debrief-ratings = Valutazioni per competenza
debrief-ratings-how = Riportare le valutazioni di ogni membro. Scarto = la più alta meno la più bassa.
debrief-questions = Valutazioni per domanda (posta da un solo membro)
debrief-legend = Un trattino indica che il membro non ha chiesto nulla al riguardo.
debrief-missing = Scheda di sintesi non ancora consegnata; attenderla prima di iniziare:
debrief-unsettled = Da chiarire prima: annotazioni contraddittorie o illeggibili
debrief-unasked = Domande senza valutazione e senza appunti
debrief-none = n.v.
debrief-ratings-read =
    Valutazioni così come date da ogni membro. Scarto = la più alta meno la più bassa. Un trattino significa «non chiesta», «{ $word }» significa «non valutata»; nessuno dei due conta.
debrief-rest = {"["}… continua in { $place }]
debrief-handwritten = {"["}scritto a mano: { $place }]
debrief-handwriting = Appunti scritti a mano
debrief-page = { $file }, pagina { $page }
debrief-line = { $file }, riga { $line }
debrief-agenda = Ordine del giorno: prima lo scarto maggiore
debrief-agenda-how =
    Ogni membro espone le evidenze, poi il panel concorda una valutazione in base ai descrittori. Non fare la media.
debrief-number = N.
debrief-topic = Competenza o domanda
debrief-lowest = Più bassa: evidenze
debrief-highest = Più alta: evidenze
debrief-range = Scarto
debrief-consensus = Concordata
debrief-common = Domanda comune: { $question }
debrief-rationale = **Motivazione della valutazione concordata: citare le parole della persona**
debrief-decision = Decisione
debrief-hire = Assumere
debrief-no-hire = Non assumere
debrief-another-interview = Altro colloquio
debrief-another-role = Valutare per un altro ruolo
debrief-dissent = **Pareri discordanti: chi e perché**
debrief-action = Azione
debrief-owner = Responsabile
debrief-due = Scadenza
# Legal: have this reviewed for local law.
debrief-retain = Conservare i documenti fino al
debrief-destroyed = Distrutti il

## Scores

scores = Analisi delle valutazioni
scores-what = Kit { $kit } · Candidature: { $candidates } · Intervistatori: { $interviewers }
scores-rule = Non si calcolano medie, totali, classifiche né raccomandazioni.
scores-agreement = Accordo
scores-units = Unità
scores-alpha = Alfa ordinale
scores-within = Entro un punto
scores-interval = { $value } (da { $low } a { $high })
scores-not-enough = dati insufficienti: n = { $n }, ne servono { $needs }
scores-no-variation = non definito: tutte le valutazioni sono uguali
scores-no-difference = non definito: le candidature differiscono troppo poco
scores-no-interval-ratings = { $value } (nessun intervallo: le valutazioni variano troppo poco)
scores-no-interval-candidates = { $value } (nessun intervallo: le candidature differiscono troppo poco)
scores-no-interval-agreement = { $value } (nessun intervallo: tutte le n = { $n } unità mostrano lo stesso accordo)
scores-no-interval-interviewers = { $value } (nessun intervallo: severità a parte, gli intervistatori non differiscono)
scores-without-name = Intervistatori senza nome, contati in ogni fascicolo: { $count }.
scores-icc = Stessi intervistatori
scores-how =
    Un’unità è una candidatura e una domanda o competenza valutata da almeno due intervistatori. Tra parentesi: intervalli di confidenza al 95% (alfa e quote: bootstrap sulle unità, { $resamples } ricampionamenti, seme { $seed }; ICC: distribuzione F).
scores-use = Uso della scala
scores-by-interviewer-questions = Intervistatore, domande
scores-by-interviewer-competencies = Intervistatore, competenze
scores-more = Righe che non entrano in questa pagina: { $count }. `interview-kit scores` le elenca.
scores-look = Righe della griglia spuntate allo stesso modo per tutte le valutazioni, da rivedere:
scores-left-out =
    Non contati: vuoti { $blank }, contraddittori { $conflict }, illeggibili { $unreadable }, file rifiutati { $refused }.
