# The words that the program prints in documents, in French. Fluent syntax: https://projectfluent.org/fluent/guide/
#
# The messages are those of locales/en.ftl, in the same order and with the same variables; see there how they work.

## Words used in several documents

candidate = Candidat(e)
room = Salle ou lien
started-at = Début réel
interviewer = Mené par
interviewers = Panel
position = Poste
date = Date
time = Heure
name = Nom
signature = Signature
question = Question
questions = Questions
competency = Compétence
overall-recommendation = Recommandation globale
not-assessed = Non évalué
# Above columns of minutes.
min = Min
# Two items of a list, with the language's separator between them.
listed = { $start }, { $next }
# Two sentences of a text that is read aloud.
sentences = { $start } { $next }
# Two alternatives; then two or more, as `listed` joins them, and the last one.
either = { $start } ou { $next }
either-last = { $start } ou { $next }
# A text that is cut off at a word boundary.
shortened = { $text }…
# The title of a kit for a role.
kit-title = Entretien { $role }
# An interviewer of a panel without a name.
interviewer-number = Membre { $number }
# The title of a file with all documents of an interview, and an interview in it without a candidate's name.
packet-title = { $title } – dossier
interview-number = Entretien { $number }
footer = Confidentiel · { $banks }
question-count =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
interviewer-count =
    { $count ->
        [one] panel de { $count } personne
       *[other] panel de { $count } personnes
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
    { $day ->
        [1] 1er
       *[other] { $day }
    } { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    } { $year }
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm.
# $minute has two digits. A message need not use all of these variables.
time-of-day = { $hour } h { $minute }
# A time after midnight.
time-days-later = { $time } (J+{ $days })
# From one time to another.
time-range = { $start } – { $end }

## Words in headers and footers, or read aloud by screen readers

page-number = Page { $page } sur { $pages }
page-kit = Kit { $kit }
# Beside the code that identifies a page, in small type.
page-packet = dossier { $packet }
# A person at the top of a page: first the label, then the name.
page-name = { $label } : { $name }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = modifié
# After the title of a question that continues from the previous page.
page-continued = (suite)
field-notes = Notes
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = Kit, dossier et document
# The name of a field without a label.
field-blank = À remplir
# The title of a document that has no title and no heading.
document-untitled = Sans titre

## Interviewer guide: agenda

guide = Guide d’entretien
guide-title = { $title } – guide d’entretien
guide-subject =
    { $questions ->
        [one] Entretien structuré : { $questions } question
       *[other] Entretien structuré : { $questions } questions
    }
guide-subject-timed =
    { $questions ->
        [one] Entretien structuré : { $questions } question, { $minutes } minutes
       *[other] Entretien structuré : { $questions } questions, { $minutes } minutes
    }
guide-agenda = Déroulement de l’entretien
agenda-opening = Ouverture : présentations, déroulement, prise de notes
agenda-candidate-questions = Questions de la personne reçue
agenda-closing = Conclusion : prochaines étapes et délais
agenda-end = Fin
# Above the times of day; `elapsed` is in its place if they are counted from the beginning of the interview.
clock = Heure
elapsed = Écoulé
segment = Étape
page = Page
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = Questions au choix
guide-choose-why =
    Ces { $count } questions ne tiennent pas dans un seul entretien ; aucun horaire n’est donc indiqué. Choisissez parmi elles
    ou créez un kit d’une heure : `interview-kit build --minutes 60`.

## Interviewer guide: opening script, which is read aloud, and reminders

opening = Ouverture (à lire à voix haute)
# The whole script, in quotation marks.
opening-quoted = « { $script } »
# The interviewer’s name, or a blank for it, and a blank for the work.
opening-hello = Bonjour, je m’appelle { $interviewer } et je suis { $work }.
opening-thanks = Merci de votre présence.
opening-minutes =
    { $minutes ->
        [one] Nous avons { $minutes } minute.
       *[other] Nous avons { $minutes } minutes.
    }
opening-questions =
    { $questions ->
        [one] Je vous poserai une question, la même qu’à chaque personne reçue pour ce poste{ $follow_ups ->
            [all] , avec une question complémentaire
           *[other] {""}
        }.
       *[other] Je vous poserai { $questions } questions, les mêmes qu’à chaque personne reçue pour ce poste{ $follow_ups ->
            [all] , chacune avec une question complémentaire
            [some] , certaines avec une question complémentaire
           *[none] {""}
        }.
    }
opening-examples =
    Si je vous demande un exemple, décrivez la situation, ce que vous avez fait vous-même et le résultat. Prenez le temps de
    réfléchir et, au besoin, faites-moi répéter.
opening-notes =
    Je prendrai des notes pour bien retenir vos réponses et vous interromprai peut-être pour tenir l’horaire ; cela ne dit rien
    de vos réponses.
opening-end = Vos questions viendront à la fin. Pouvons-nous commencer ?
reminders-before = Avant l’entretien
reminders-read = Lisez les règles de l’entretien, chaque question et ses descripteurs.
reminders-feedback = Ne lisez pas l’avis de vos collègues.
reminders-room = Vérifiez la salle ou le lien vidéo. Gardez une horloge en vue.
reminders-accommodations = Sachez qui traite les demandes d’aménagement.
reminders-during = Pendant l’entretien
reminders-ask = Posez chaque question telle quelle, dans l’ordre, puis la complémentaire.
reminders-probe = Ne relancez que si une réponse est vague ou incomplète. Aucun indice.
reminders-write = Notez ce que dit la personne. Évaluez plus tard.
reminders-rate-as-you-go = Évaluez chaque réponse aussitôt, d’après le descripteur le plus proche.
reminders-after = Après l’entretien
reminders-rate = Évaluez aussitôt, individuellement, d’après les descripteurs.
reminders-check = Vérifiez vos évaluations à l’aide de vos notes, individuellement.
reminders-not-assessed = Cochez « Non évalué » seulement si une question n’a pas été posée ou achevée.
reminders-submit = Remettez votre fiche de synthèse avant toute discussion.
# Legal: have this reviewed for local law.
reminders-never-ask = **Sujets interdits :** âge, famille ou désir d’enfant, santé, handicap, religion, origine, nationalité,
    couleur de peau, genre, orientation sexuelle, politique, syndicats, salaires antérieurs. Si la personne en parle,
    n’approfondissez pas, n’en notez rien et revenez à la question.

## Interviewer guide: a question

common-question = Question commune (posée par tout le panel)
question-minutes = { $count } min
question-notes = **Notes :** les mots de la personne, sans opinion ni évaluation
follow-up = **Question complémentaire (toujours posée)**
notes-situation = **Situation**
notes-action = **Action :** ce que la personne a fait
notes-result = **Résultat**
probes = **Relances (si la réponse est vague)**
watch-for = Points de vigilance (signes d’une réponse faible)

## Interviewer guide: closing

closing-questions = Questions de la personne reçue
closing-answers =
    Sur le poste et l’équipe, répondez par des faits. Sur le salaire, les avantages, les visas, les autres candidatures ou ses
    chances, dites : « Je transmettrai votre question à l’équipe recrutement. » Ne promettez rien et ne donnez aucun avis.
closing-questions-notes = **Questions posées et suites que vous devez donner**
closing = Conclusion (à lire à voix haute)
# The variables are blanks.
closing-script =
    « J’ai posé toutes mes questions. Souhaitez-vous compléter une réponse précédente ? \[Pause.\] Quelles questions avez-vous
    pour moi ? \[Questions de la personne reçue.\] La prochaine étape sera { $step } et { $sender } reprendra contact avec vous
    d’ici le { $day }. Merci de m’avoir accordé ce temps. »

## Ground rules for interviewers

ground-rules = Règles de l’entretien
ground-rules-title = { $title } – règles de l’entretien
rules-precedence = À lire avant votre premier entretien. La politique de l’entreprise et le droit local priment.
rules-same = Égalité de traitement
rules-same-words =
    Posez chaque question telle quelle, dans l’ordre. N’en omettez aucune, même si la réponse semble évidente, et ne reformulez
    pas ; vous pouvez répéter.
rules-same-help =
    Accordez à chaque personne le même temps et la même aide : toujours la question complémentaire, une relance si une réponse
    est vague, aucun indice. Restez neutre : pas de « très bonne réponse », pas d’avis.
rules-same-notes = Dites au début que vous prendrez des notes, et pourquoi.
rules-evidence = Noter des faits, pas des impressions
rules-evidence-words =
    Notez ce que dit la personne, si possible avec ses mots. « A suspendu les nouvelles demandes, puis traité 40 failles en un
    trimestre » est un fait ; « très efficace » est une impression.
rules-evidence-never =
    Ne notez jamais l’apparence, la voix, l’accent ou l’âge. N’écrivez rien que la personne ne devrait pas lire.
rules-evidence-moment = S’il vous faut un instant, dites : « Laissez-moi un instant pour noter cela. »
# Legal: have this reviewed for local law.
rules-evidence-records =
    Les notes sont des documents de l’entreprise. Pas d’enregistrement ni de prise de notes par IA, sauf si la politique de
    l’entreprise le permet et que la personne a donné son accord.
rules-time = Tenir l’horaire
rules-time-how =
    À la moitié du temps d’une question, posez la question complémentaire même si la première réponse n’est pas achevée. Pour
    avancer, dites : « Merci. J’aimerais aborder toutes les questions ; passons à la suite. » Si le temps manque, cochez « Non
    évalué » pour les questions restantes ; n’écourtez jamais le temps réservé aux questions de la personne.
rules-prompts = Formules admises (et aucune autre)
rules-prompts-words =
    Pour chaque exemple, demandez ce qui manque : « Quelle était la situation ? » « Qu’avez-vous fait vous-même ? » « Quel a été
    le résultat ? » Sinon : « Pouvez-vous m’en dire plus ? » « Prenez votre temps. » « Merci. » Pas d’exemple : « Quelle est
    votre expérience la plus proche ? » Question peu claire : « Je peux la répéter. Répondez-y comme vous la comprenez. »
rules-not-ask = Ce qu’il ne faut pas demander
# Legal: have this reviewed for local law.
rules-not-ask-topics =
    Ne posez aucune question, directe ou indirecte, sur l’âge, la prétendue race, la couleur de peau, l’origine ethnique ou
    nationale, la nationalité, la langue maternelle, la religion, le sexe, la grossesse, la situation matrimoniale ou familiale,
    l’identité de genre, l’orientation sexuelle, le handicap, la santé ou les données génétiques, la situation militaire, le
    casier judiciaire, les opinions politiques, l’appartenance syndicale ou la rémunération antérieure. Sont aussi visées les
    questions détournées : origine d’un nom, année d’un diplôme, métier du conjoint.
rules-do-not-ask = À ne pas demander
rules-ask-instead = À demander à chaque personne
# Legal: have this reviewed for local law.
rules-children = Avez-vous des enfants ?
# Legal: have this reviewed for local law.
rules-children-instead = Ce poste comporte une astreinte une semaine sur six. Pouvez-vous l’assurer ?
# Legal: have this reviewed for local law.
rules-health = Avez-vous des problèmes de santé ?
# Legal: have this reviewed for local law.
rules-health-instead =
    Ce poste exige quatre déplacements par an. Pouvez-vous les assurer, avec ou sans aménagement raisonnable ?
# Legal: have this reviewed for local law.
rules-origin = D’où venez-vous ?
# Legal: have this reviewed for local law.
rules-origin-instead = Avez-vous le droit de travailler en \[pays\] ? (Si l’équipe recrutement ne l’a pas déjà demandé.)
# Legal: have this reviewed for local law.
rules-legal =
    Ne demandez que ce qui concerne le poste, et demandez-le à chaque personne. Dans le doute, abstenez-vous et consultez les
    RH. Les conversations informelles comptent aussi : évitez famille, fêtes, noms, accents et années de diplôme. Cette page
    n’est pas un avis juridique ; le droit local peut être plus strict. Ces rappels n’ont pas été vérifiés au regard du droit
    local : faites-les relire par les RH ou un juriste avant usage.
rules-volunteered = Si la personne confie d’elle-même une information protégée
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact =
    N’approfondissez pas, n’en notez rien et n’en parlez pas au débriefing. Dites : « Merci de me l’avoir dit. Cela
    n’influencera pas notre décision », puis revenez à la question. S’il s’agit d’une demande d’aménagement, ne décidez rien
    vous-même : prévenez { $contact } le jour même.
# Legal: have this reviewed for local law.
rules-volunteered-no-contact =
    N’approfondissez pas, n’en notez rien et n’en parlez pas au débriefing. Dites : « Merci de me l’avoir dit. Cela
    n’influencera pas notre décision », puis revenez à la question. S’il s’agit d’une demande d’aménagement, ne décidez rien
    vous-même : prévenez l’équipe recrutement ou les RH le jour même.
rules-no-show = Si la personne ne se présente pas
rules-no-show-steps =
    Attendez 15 minutes et essayez une fois de la joindre. Indiquez l’heure sur la fiche de synthèse, n’évaluez rien et prévenez
    l’équipe recrutement. Chaque personne peut reporter une fois sans donner de motif. Une absence n’est jamais évaluée ; à la
    deuxième, l’équipe recrutement décide.
rules-ratings = Échelle d’évaluation
rules-scale-not-assessed = **Non évalué :** question non posée ou non achevée. Une réponse donnée, mais sans fait pertinent,
    vaut 1. Un niveau sans descripteur se situe entre les deux descripteurs voisins. Les coches sont un aide-mémoire ; ne les
    additionnez pas.
rules-rating-errors = **Biais d’évaluation :** effet de halo (une bonne réponse rehausse les autres) · première impression ·
    ressemblance avec soi · contraste avec la personne précédente · indulgence, ou des 3 partout. Vérifiez : pourriez-vous citer
    les propos qui fondent chaque évaluation ?
rules-references = **Documents de référence :**
rules-sources = **Sources :** questions et critères tirés de { $banks }.
rules-bank-edition = { $bank }, édition { $edition }
rules-bank-source = { $bank } ({ $source })
rules-editor =
    Tout le reste (thèmes, niveaux, durées, questions complémentaires, relances, points de vigilance, libellés de l’échelle et
    descripteurs) a été rédigé par { $editor }.
rules-editor-of-bank =
    Dans { $bank }, tout le reste (thèmes, niveaux, durées, questions complémentaires, relances, points de vigilance, libellés
    de l’échelle et descripteurs) a été rédigé par { $editor }.

## Scoring form and ratings

scoring = Grille d’évaluation
scoring-title = { $title } – grille d’évaluation
scoring-subject =
    { $questions ->
        [one] Grille d’évaluation : { $questions } question
       *[other] Grille d’évaluation : { $questions } questions
    }
scoring-when = Aussitôt après l’entretien, avant d’en parler : choisissez le descripteur le plus proche de chaque réponse.
scoring-evidence = **Faits :** propos de la personne à l’appui de l’évaluation
# Above the rubric, unless the question has its own heading.
rubric = Éléments d’une bonne réponse
# ☒ and ▨ are printed as a crossed and a hatched box.
marking = Cochez la case ☒ au stylo foncé. Pour annuler une croix, noircissez la case ▨
footer-marked = Confidentiel

## Scorecard

scorecard = Fiche de synthèse
scorecard-title = { $title } – fiche de synthèse
scorecard-subject =
    { $questions ->
        [one] Fiche de synthèse : { $questions } question
       *[other] Fiche de synthèse : { $questions } questions
    }
scorecard-when =
    Sous 24 h, avant d’en parler : reportez les évaluations, évaluez chaque compétence, remettez la fiche. Puis discutez.
# Above the numbers of the questions.
scorecard-number = N°
scorecard-competencies =
    Évaluez chaque compétence d’après tous les faits tirés des questions indiquées. Ne faites pas de moyenne.
recommendation-strong-no = Très défavorable
recommendation-no = Défavorable
recommendation-yes = Favorable
recommendation-strong-yes = Très favorable
recommendation-means =
    Favorable = les faits atteignent le niveau requis pour ce poste. Très = sans équivoque pour chaque compétence critique.
scorecard-rationale = **Justification :** citez les propos de la personne
attestation-alone = J’ai évalué sans concertation préalable.
attestation-evidence = Seuls les propos de la personne ont compté.
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = Remettez toutes vos notes à l’équipe recrutement ; n’en gardez aucune copie.

## Candidate sheet

# The document's name for interviewers, and its title on the sheet itself.
sheet-document = Fiche candidat(e)
sheet = Votre entretien
sheet-title = Votre entretien – { $position }
sheet-subject =
    { $interviews ->
        [one] À quoi vous attendre : { $interviews } entretien
       *[other] À quoi vous attendre : { $interviews } entretiens
    }
sheet-thanks = Merci de participer à nos entretiens. Cette page vous explique à quoi vous attendre et qui contacter.
sheet-expect = À quoi vous attendre
sheet-expect-structured =
    L’entretien est structuré : toutes les personnes reçues pour ce poste répondent aux mêmes questions, dans le même ordre, et
    les réponses sont évaluées selon les mêmes critères écrits.
sheet-expect-examples =
    Les questions portent sur ce que vous feriez et sur des exemples récents. Pour un exemple, décrivez la situation, ce que
    vous avez fait vous-même et le résultat.
sheet-expect-time = Prenez le temps de réfléchir. Vous pouvez faire répéter une question.
sheet-expect-notes = Des notes sont prises pour garder une trace fidèle de vos réponses.
sheet-expect-notes-follow-ups =
    Des notes sont prises pour garder une trace fidèle de vos réponses. Chaque question est suivie d’une question
    complémentaire, posée à chaque personne.
# Legal: have this reviewed for local law.
sheet-expect-private =
    Aucune question ne vous sera posée sur votre âge, votre famille, votre santé, votre religion, votre origine ou votre
    rémunération antérieure ; vous n’avez pas à en parler.
sheet-agenda = Déroulement
sheet-agenda-open =
    L’entretien commence par les présentations et les explications sur son déroulement, puis viennent les questions. À la fin,
    un temps est réservé à vos propres questions, et nous vous indiquerons les prochaines étapes.
sheet-people = Vous rencontrerez :
sheet-interviews = Vos entretiens
sheet-interviews-each = Chaque entretien commence par les présentations et réserve du temps à la fin pour vos questions.
sheet-your-questions = Vos questions
sheet-accommodations = Aménagements
# Legal: have this reviewed for local law.
sheet-accommodations-ask =
    S’il vous faut un aménagement (temps supplémentaire, pause, questions écrites, sous-titres, interprète, salle accessible,
    autre jour, etc.), dites-le-nous dès que possible. Une demande n’influence pas notre décision.
sheet-contact = **Contact :**
sheet-reschedule = Si vous devez reporter l’entretien, prévenez-nous : nous trouverons une autre date.
sheet-after = Après l’entretien
sheet-after-rating = Vos réponses sont évaluées séparément par chaque personne rencontrée, avant la réunion de l’équipe.
# The blank is for a date.
sheet-after-answer = Vous aurez de nos nouvelles d’ici le ________________.
sheet-questions = Les questions
sheet-questions-prepare =
    Pensez à des exemples tirés de votre propre travail. Vous n’avez rien à préparer par écrit ; vous pouvez apporter des notes.
sheet-notes = **Vos notes**

## Interview plan of a panel

plan = Plan d’entretiens
plan-title = { $title } – plan d’entretiens
plan-subject =
    { $questions ->
        [one] Panel de { $interviewers } : { $questions } question
       *[other] Panel de { $interviewers } : { $questions } questions
    }
plan-common =
    { $count ->
        [one] { $count } posée par tout le panel
       *[other] { $count } posées par tout le panel
    }
plan-schedule = Horaires
plan-start = Début
plan-end = Fin
# Replace these two if the time of day at which the first interview starts is not known.
plan-start-elapsed = Début (écoulé)
plan-end-elapsed = Fin (écoulé)
plan-themes = Thèmes
plan-all-themes = tous
plan-no-times =
    Aucun horaire n’est indiqué, car au moins un membre du panel a plus de questions qu’un entretien n’en permet. Pour des
    entretiens d’une heure, utilisez `interview-kit panel --minutes 60`.
plan-assignments = Répartition des questions
plan-numbers =
    { $times ->
        [yes] Chaque case indique le numéro de la question dans le guide de ce membre et l’heure à laquelle elle commence.
       *[no] Chaque case indique le numéro de la question dans le guide de ce membre.
    }{ $common ->
        [0] {""}
       *[other] {" "}Les questions communes viennent en premier pour que les évaluations soient comparables.
    }
plan-coverage = Couverture des compétences
plan-gaps = Points non couverts
plan-backup = Suppléance
plan-covered-by = Couverture
plan-covered = { $count } sur { $interviewers }
plan-silence = Pas de discussion.
plan-between-silence =
    Ne parlez pas de la personne entre vous, en bien ou en mal, avant que toutes les fiches de synthèse soient remises.
plan-time = Terminez à l’heure.
plan-between-time = Un dépassement réduit l’entretien suivant de la personne.
plan-own = Vos questions seulement.
plan-between-own =
    Posez seulement les questions qui vous sont attribuées. Si un sujet confié à un autre membre se présente, laissez-le-lui.

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    la question obligatoire « { $question } » ({ $id }) n’est pas posée : { $why ->
        [bank] elle ne figure pas dans la banque
        [filters] elle ne correspond pas aux filtres
        [themes] les thèmes du panel l’excluent
        [time] elle dépasse le temps prévu pour les questions
        [limit] la limite n’autorise aucune question
        [must-asks] elle ne tient qu’à la place d’une autre question obligatoire
        [order] la limite retient les questions obligatoires placées en premier
       *[unproven] aucun plan n’a été trouvé qui l’ajoute sans perdre un autre objectif
    }
unmet-competency =
    aucune question ne couvre { $competencies } : { $why ->
        [bank] la banque n’en contient pas
        [filters] aucune ne correspond aux filtres
        [themes] les thèmes du panel les excluent toutes
        [time] toutes dépassent le temps prévu pour les questions
        [limit] la limite autorise trop peu de questions
        [must-asks] une telle question ne tient qu’à la place d’une question obligatoire
        [shared] aucune ne tient avec les questions obligatoires et communes
        [everybody] une telle question ne tient que si un membre du panel n’a aucune question
        [competencies] une telle question ne tient que si une autre compétence n’est pas couverte
        [second-people] une telle question ne tient que si moins de membres couvrent une autre compétence
        [order] la limite retient les questions obligatoires, puis les premières
       *[unproven] aucun plan n’a été trouvé qui en ajoute une sans perdre un autre objectif
    }
unmet-second-person =
    un seul membre du panel couvre { $competencies } : { $why ->
        [bank] la banque ne contient qu’une telle question
        [filters] une seule question de ce type correspond aux filtres
        [themes] les thèmes du panel en excluent une deuxième
        [time] le temps manque pour deux questions de ce type
        [limit] la limite autorise trop peu de questions
        [must-asks] une deuxième remplacerait une question obligatoire
        [shared] une deuxième ne tient pas avec les questions obligatoires et communes
        [everybody] une deuxième laisserait un membre du panel sans question
        [competencies] une deuxième laisserait une autre compétence non couverte
        [second-people] avec une deuxième, moins de membres couvriraient une autre compétence
        [order] la limite retient les questions obligatoires, puis les premières
       *[unproven] aucun plan n’a été trouvé qui en ajoute une deuxième sans perdre un autre objectif
    }
unmet-shared =
    { $found ->
        [0] aucune question commune n’a pu être choisie : { $why ->
            [bank] la banque n’a plus de questions
            [filters] aucune autre question ne correspond aux filtres
            [themes] aucune question n’entre dans les thèmes de tout le panel
            [time] aucune question sur les thèmes de tout le panel ne tient dans le temps
            [limit] la limite autorise trop peu de questions
            [must-asks] elle remplacerait une question obligatoire
           *[unproven] aucun plan n’a été trouvé qui en ajoute une sans perdre un autre objectif
        }
       *[other] questions communes choisies : { $found } sur { $asked } seulement ; { $why ->
            [bank] la banque n’a plus de questions
            [filters] aucune autre question ne correspond aux filtres
            [themes] aucune autre question n’entre dans les thèmes de tout le panel
            [time] aucune autre question sur les thèmes de tout le panel ne tient dans le temps
            [limit] la limite autorise trop peu de questions
            [must-asks] une de plus remplacerait une question obligatoire
           *[unproven] aucun plan n’a été trouvé qui en ajoute une de plus sans perdre un autre objectif
        }
    }
unmet-past-behavior =
    aucune question n’est comportementale : { $why ->
        [bank] la banque n’en contient pas
        [filters] aucune question de ce type ne correspond aux filtres
        [themes] les thèmes du panel les excluent toutes
        [time] toutes dépassent le temps prévu pour les questions
        [limit] la limite autorise trop peu de questions
        [must-asks] une telle question ne tient qu’à la place d’une question obligatoire
        [shared] aucune ne tient avec les questions obligatoires et communes
        [everybody] une telle question ne tient que si un membre du panel n’a aucune question
        [competencies] une telle question ne tient que si une compétence n’est pas couverte
        [second-people] une telle question ne tient que si moins de membres couvrent une compétence
        [order] la limite retient les questions obligatoires, puis les premières
       *[unproven] aucun plan n’a été trouvé qui en ajoute une sans perdre un autre objectif
    }

## Debrief

debrief = Débriefing
debrief-title = { $title } – débriefing et relevé de décision
debrief-subject =
    { $interviewers ->
        [one] Consensus de { $interviewers } personne
       *[other] Consensus de { $interviewers } personnes
    }
debrief-when =
    { $title } · À remplir une fois toutes les fiches de synthèse remises. Ne modifiez pas les évaluations individuelles ;
    inscrivez le consensus à côté.
debrief-facilitator = Animation
debrief-scorecards = **Fiche de synthèse remise avant toute discussion**
debrief-handed-in = **Fiche de synthèse remise**
debrief-gaps = **Points non couverts**
debrief-ratings = Évaluations par compétence
debrief-ratings-how = Reportez les évaluations de chaque membre. Écart = la plus haute moins la plus basse.
debrief-questions = Évaluations par question posée par un seul membre
debrief-legend = Un tiret signifie que le membre n’a rien demandé à ce sujet.
debrief-missing = Fiche de synthèse pas encore remise ; l’attendre avant de commencer :
debrief-unsettled = À régler d’abord : inscriptions contradictoires ou illisibles
debrief-unasked = Questions sans évaluation ni notes
debrief-none = sans
debrief-ratings-read =
    Évaluations telles que chaque membre les a données. Écart = la plus haute moins la plus basse. Un tiret signifie « non posée », « { $word } » signifie « non évaluée » ; ni l’un ni l’autre ne compte.
debrief-rest = {"["}… suite dans { $place }]
debrief-handwritten = {"["}manuscrit : { $place }]
debrief-handwriting = Notes manuscrites
debrief-page = { $file }, page { $page }
debrief-line = { $file }, ligne { $line }
debrief-agenda = Ordre du jour : le plus grand écart d’abord
debrief-agenda-how =
    Chaque membre expose les faits, puis le panel convient d’une évaluation d’après les descripteurs. Ne faites pas de moyenne.
debrief-number = N°
debrief-topic = Compétence/question
debrief-lowest = La plus basse : faits
debrief-highest = La plus haute : faits
debrief-range = Écart
debrief-consensus = Consensus
debrief-common = Question commune : { $question }
debrief-rationale = **Justification du consensus : citez les propos de la personne**
debrief-decision = Décision
debrief-hire = Recruter
debrief-no-hire = Ne pas recruter
debrief-another-interview = Autre entretien
debrief-another-role = Envisager un autre poste
debrief-dissent = **Avis divergents : qui et pourquoi**
debrief-action = Action
debrief-owner = Responsable
debrief-due = Échéance
# Legal: have this reviewed for local law.
debrief-retain = Conserver le dossier jusqu’au
debrief-destroyed = Détruit le

## Scores

scores = Analyse des notes
scores-what = Kit { $kit } · Candidatures : { $candidates } · Intervieweurs : { $interviewers }
scores-rule = Aucune moyenne, aucun total, aucun classement et aucune recommandation ne sont calculés.
scores-agreement = Accord
scores-units = Unités
scores-alpha = Alpha ordinal
scores-within = À un point près
scores-interval = { $value } ({ $low } à { $high })
scores-not-enough = données insuffisantes : n = { $n }, minimum { $needs }
scores-no-variation = non défini : toutes les notes sont identiques
scores-no-difference = non défini : les candidatures diffèrent trop peu
scores-no-interval-ratings = { $value } (pas d’intervalle : les notes varient trop peu)
scores-no-interval-candidates = { $value } (pas d’intervalle : les candidatures diffèrent trop peu)
scores-no-interval-agreement = { $value } (pas d’intervalle : les n = { $n } unités montrent toutes le même accord)
scores-no-interval-interviewers = { $value } (pas d’intervalle : à part la sévérité, les intervieweurs ne diffèrent pas)
scores-without-name = Intervieweurs sans nom, comptés dans chaque dossier : { $count }.
scores-icc = Mêmes intervieweurs
scores-how =
    Une unité est une candidature et une question ou une compétence notée par au moins deux intervieweurs. Entre parenthèses : intervalles de confiance à 95 % (alpha et parts : bootstrap sur les unités, { $resamples } tirages, graine { $seed } ; ICC : loi de Fisher).
scores-use = Utilisation de l’échelle
scores-by-interviewer-questions = Intervieweur, questions
scores-by-interviewer-competencies = Intervieweur, compétences
scores-more = Lignes qui ne tiennent pas sur cette page : { $count }. `interview-kit scores` les affiche.
scores-look = Lignes de la grille cochées de la même façon pour toutes les notes, à revoir :
scores-left-out =
    Non compté : vide { $blank }, contradictoire { $conflict }, illisible { $unreadable }, fichiers refusés { $refused }.
