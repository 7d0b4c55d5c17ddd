# The words that the program prints in documents, in Spanish. Fluent syntax: https://projectfluent.org/fluent/guide/
#
# The messages are those of locales/en.ftl, in the same order and with the same variables; see there how they work.

## Words used in several documents

candidate = Candidato/a
room = Sala o enlace
started-at = Inicio real
interviewer = Entrevistador/a
interviewers = Panel
position = Puesto
date = Fecha
time = Hora
name = Nombre
signature = Firma
question = Pregunta
questions = Preguntas
competency = Competencia
overall-recommendation = Recomendación general
not-assessed = No evaluado
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
kit-title = Entrevista: { $role }
# An interviewer of a panel without a name.
interviewer-number = Entrevistador/a { $number }
# The title of a file with all documents of an interview, and an interview in it without a candidate's name.
packet-title = { $title } – dosier
interview-number = Entrevista { $number }
footer = Confidencial · { $banks }
question-count =
    { $count ->
        [one] { $count } pregunta
       *[other] { $count } preguntas
    }
interviewer-count =
    { $count ->
        [one] panel de { $count } persona
       *[other] panel de { $count } personas
    }
minute-count =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
# The numbers of the questions that assess a competency.
competency-questions = (P { $numbers })
# A date. The variables are numbers.
date-written =
    { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm.
# $minute has two digits. A message need not use all of these variables.
time-of-day =
    { $clock ->
        [twelve] { $hour-12 }:{ $minute } { $half ->
            [am] a. m.
           *[pm] p. m.
        }
       *[twenty-four] { $hour }:{ $minute }
    }
# A time after midnight.
time-days-later =
    { $days ->
        [one] { $time } (+{ $days } día)
       *[other] { $time } (+{ $days } días)
    }
# From one time to another.
time-range = { $start }–{ $end }

## Words in headers and footers, or read aloud by screen readers

page-number = Página { $page } de { $pages }
page-kit = Kit { $kit }
# Beside the code that identifies a page, in small type.
page-packet = dosier { $packet }
# A person at the top of a page: first the label, then the name.
page-name = { $label }: { $name }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = editado
# After the title of a question that continues from the previous page.
page-continued = (continuación)
field-notes = Notas
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = Kit, dosier y documento
# The name of a field without a label.
field-blank = Por completar
# The title of a document that has no title and no heading.
document-untitled = Sin título

## Interviewer guide: agenda

guide = Guía de entrevista
guide-title = { $title } – guía de entrevista
guide-subject =
    { $questions ->
        [one] Entrevista estructurada: { $questions } pregunta
       *[other] Entrevista estructurada: { $questions } preguntas
    }
guide-subject-timed =
    { $questions ->
        [one] Entrevista estructurada: { $questions } pregunta, { $minutes } minutos
       *[other] Entrevista estructurada: { $questions } preguntas, { $minutes } minutos
    }
guide-agenda = Desarrollo de la entrevista
agenda-opening = Apertura: presentaciones, formato y toma de notas
agenda-candidate-questions = Preguntas de la persona candidata
agenda-closing = Cierre: próximos pasos y plazos
agenda-end = Fin
# Above the times of day; `elapsed` is in its place if they are counted from the beginning of the interview.
clock = Hora
elapsed = Tiempo
segment = Etapa
page = Página
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = Preguntas para elegir
guide-choose-why =
    Estas { $count } preguntas no caben en una sola entrevista, por lo que no se indican horas. Elija entre ellas o genere un
    kit de una hora: `interview-kit build --minutes 60`.

## Interviewer guide: opening script, which is read aloud, and reminders

opening = Apertura (leer en voz alta)
# The whole script, in quotation marks.
opening-quoted = «{ $script }»
# The interviewer’s name, or a blank for it, and a blank for the work.
opening-hello = Hola, soy { $interviewer } y trabajo como { $work }.
opening-thanks = Gracias por su tiempo.
opening-minutes =
    { $minutes ->
        [one] Tenemos { $minutes } minuto.
       *[other] Tenemos { $minutes } minutos.
    }
opening-questions =
    { $questions ->
        [one] Le haré una pregunta, la misma que a todas las personas candidatas a este puesto{ $follow_ups ->
            [all] , con una pregunta de seguimiento
           *[other] {""}
        }.
       *[other] Le haré { $questions } preguntas, las mismas que a todas las personas candidatas a este puesto{ $follow_ups ->
            [all] , cada una con una pregunta de seguimiento
            [some] , algunas con una pregunta de seguimiento
           *[none] {""}
        }.
    }
opening-examples =
    Cuando le pida un ejemplo, cuénteme la situación, lo que hizo usted y el resultado. Tómese tiempo para pensar y pídame que
    repita una pregunta cuando lo necesite.
opening-notes =
    Tomaré notas para recordar bien sus respuestas y quizá le pida avanzar para no pasarnos de la hora; eso no dice nada de su
    respuesta.
opening-end = Al final dejaremos tiempo para sus preguntas. ¿Comenzamos?
reminders-before = Antes de la entrevista
reminders-read = Lea las reglas de la entrevista, cada pregunta y sus descriptores.
reminders-feedback = No lea las opiniones de sus colegas.
reminders-room = Revise la sala o el enlace. Tenga un reloj a la vista.
reminders-accommodations = Sepa quién gestiona los ajustes razonables.
reminders-during = Durante la entrevista
reminders-ask = Haga cada pregunta tal como está, en orden, y luego la de seguimiento.
reminders-probe = Repregunte solo si la respuesta es vaga o incompleta. No dé pistas.
reminders-write = Anote lo que dice la persona. Califique después.
reminders-rate-as-you-go = Califique cada respuesta enseguida, según el descriptor que mejor encaje.
reminders-after = Después de la entrevista
reminders-rate = Califique enseguida, a solas, según los descriptores.
reminders-check = Contraste a solas sus calificaciones con sus notas.
reminders-not-assessed = Marque «No evaluado» solo si una pregunta no se hizo o no se terminó.
reminders-submit = Entregue su ficha de evaluación antes de hablar del caso con nadie.
# Legal: have this reviewed for local law.
reminders-never-ask = **Nunca pregunte por** edad, familia o hijos, salud, discapacidad, religión, origen, nacionalidad, raza,
    género, orientación sexual, política, sindicatos o salarios anteriores. Si la persona menciona algo así, no indague ni lo
    anote; vuelva a la pregunta.

## Interviewer guide: a question

common-question = Pregunta común (la hace todo el panel)
question-minutes = { $count } min
question-notes = **Notas:** palabras textuales, sin opiniones ni calificaciones
follow-up = **Seguimiento (preguntar siempre)**
notes-situation = **Situación**
notes-action = **Acción:** lo que hizo la persona
notes-result = **Resultado**
probes = **Repreguntas (si la respuesta es vaga)**
watch-for = Alertas (señales de una respuesta débil)

## Interviewer guide: closing

closing-questions = Preguntas de la persona candidata
closing-answers =
    Dé información objetiva sobre el puesto y el equipo. Sobre salario, beneficios, permisos de trabajo, otras candidaturas o
    posibilidades, diga: «Trasladaré su pregunta al equipo de selección». No prometa nada ni dé valoraciones.
closing-questions-notes = **Preguntas recibidas y lo que se comprometió a consultar**
closing = Cierre (leer en voz alta)
# The variables are blanks.
closing-script =
    «Esas son todas mis preguntas. ¿Desea añadir algo a una respuesta anterior? \[Pausa.\] ¿Qué preguntas tiene usted?
    \[Preguntas de la persona candidata.\] El próximo paso es { $step } y { $sender } se pondrá en contacto con usted a más
    tardar el { $day }. Gracias por su tiempo».

## Ground rules for interviewers

ground-rules = Reglas de la entrevista
ground-rules-title = { $title } – reglas de la entrevista
rules-precedence = Lea esto antes de su primera entrevista. Prevalecen las políticas de la empresa y la legislación local.
rules-same = Igualdad de trato
rules-same-words =
    Haga cada pregunta tal como está escrita y en orden. No omita ninguna aunque la respuesta parezca obvia ni la diga con otras
    palabras; puede repetirla.
rules-same-help =
    Dé a cada persona el mismo tiempo y la misma ayuda: siempre la pregunta de seguimiento, una repregunta si la respuesta es
    vaga y ninguna pista. Mantenga la neutralidad: ni «muy buena respuesta» ni valoraciones.
rules-same-notes = Diga al principio que tomará notas y por qué.
rules-evidence = Anote evidencias, no impresiones
rules-evidence-words =
    Anote lo que dijo la persona, con sus propias palabras si puede. «Pausó las solicitudes nuevas y cerró 40 hallazgos en un
    trimestre» es una evidencia; «muy eficaz» es una impresión.
rules-evidence-never =
    Nunca anote el aspecto, la voz, el acento o la edad. No escriba nada que no quisiera que la persona leyera.
rules-evidence-moment = Si necesita un momento, diga: «Permítame un segundo para anotarlo».
# Legal: have this reviewed for local law.
rules-evidence-records =
    Las notas son documentos de la empresa. No grabe ni use IA para tomar notas, salvo que la política de la empresa lo permita
    y la persona haya dado su consentimiento.
rules-time = Controle el tiempo
rules-time-how =
    A la mitad del tiempo de una pregunta, haga la de seguimiento aunque la primera respuesta no haya terminado. Para avanzar,
    diga: «Gracias. Me gustaría llegar a todas las preguntas, así que continuemos». Si se acaba el tiempo, marque las preguntas
    restantes como «No evaluado»; nunca recorte el tiempo de las preguntas de la persona.
rules-prompts = Frases permitidas (y ninguna otra)
rules-prompts-words =
    En cada ejemplo, pregunte lo que falte: «¿Cuál era la situación?», «¿Qué hizo usted?», «¿Cuál fue el resultado?». Para lo
    demás: «Cuénteme más sobre eso», «Tómese su tiempo», «Gracias». Si no hay ejemplo: «¿Cuál es la experiencia más parecida que
    ha tenido?». Si la pregunta no está clara: «Puedo repetirla. Responda según la entienda».
rules-not-ask = Qué no preguntar
# Legal: have this reviewed for local law.
rules-not-ask-topics =
    No pregunte, directa ni indirectamente, por edad, raza, color de piel, etnia, origen nacional, nacionalidad, lengua materna,
    religión, sexo, embarazo, estado civil o situación familiar, identidad de género, orientación sexual, discapacidad, salud o
    información genética, situación militar, antecedentes policiales o penales, opiniones políticas, afiliación sindical o
    salarios anteriores. También cuentan las preguntas indirectas: el origen de un apellido, el año de graduación, el trabajo
    del cónyuge.
rules-do-not-ask = No pregunte
rules-ask-instead = Pregunte a todas las personas
# Legal: have this reviewed for local law.
rules-children = ¿Tiene hijos?
# Legal: have this reviewed for local law.
rules-children-instead = Este puesto tiene guardias una semana de cada seis. ¿Puede cumplir ese horario?
# Legal: have this reviewed for local law.
rules-health = ¿Tiene algún problema de salud?
# Legal: have this reviewed for local law.
rules-health-instead = Este puesto exige cuatro viajes al año. ¿Puede cumplir ese requisito, con o sin ajustes razonables?
# Legal: have this reviewed for local law.
rules-origin = ¿De dónde es usted?
# Legal: have this reviewed for local law.
rules-origin-instead =
    ¿Cuenta con autorización legal para trabajar en \[país\]? (Si el equipo de selección no lo ha preguntado ya).
# Legal: have this reviewed for local law.
rules-legal =
    Pregunte solo lo relacionado con el puesto, y a todas las personas por igual. Si tiene dudas, no pregunte; consulte a
    RR. HH. La charla informal también cuenta: evite familia, festividades, apellidos, acentos y años de graduación. Esta página
    no es asesoría jurídica; la legislación local puede ser más estricta. Estos recordatorios no se han revisado conforme a la
    legislación local: RR. HH. o el área jurídica debe revisarlos antes de usarlos.
rules-volunteered = Si la persona revela por sí misma información protegida
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact =
    No indague, no lo anote ni lo mencione en la puesta en común. Diga: «Gracias por contármelo. No influirá en nuestra
    decisión», y vuelva a la pregunta. Si es una solicitud de ajustes razonables, no la resuelva usted: avise a { $contact } el
    mismo día.
# Legal: have this reviewed for local law.
rules-volunteered-no-contact =
    No indague, no lo anote ni lo mencione en la puesta en común. Diga: «Gracias por contármelo. No influirá en nuestra
    decisión», y vuelva a la pregunta. Si es una solicitud de ajustes razonables, no la resuelva usted: avise al equipo de
    selección o a RR. HH. el mismo día.
rules-no-show = Si la persona no se presenta
rules-no-show-steps =
    Espere 15 minutos e intente contactarla una vez. Anote la hora en la ficha de evaluación, no califique nada y avise al
    equipo de selección. Cada persona puede cambiar la cita una vez sin dar motivos. Una ausencia nunca se califica; tras la
    segunda, decide el equipo de selección.
rules-ratings = Escala de calificación
rules-scale-not-assessed = **No evaluado:** no se preguntó o no se terminó. Una respuesta dada, pero sin evidencias pertinentes,
    es un 1. Una calificación sin descriptor queda entre los descriptores contiguos. Las marcas son una ayuda para la memoria;
    no las sume.
rules-rating-errors = **Errores de calificación:** halo (una buena respuesta eleva las demás) · primera impresión · se parece a
    mí · contraste con la persona anterior · indulgencia, o todo 3. Compruebe: ¿podría citar las palabras que sustentan cada
    calificación?
rules-references = **Documentos de referencia:**
rules-sources = **Fuentes:** preguntas y criterios de { $banks }.
rules-bank-edition = { $bank }, edición { $edition }
rules-bank-source = { $bank } ({ $source })
rules-editor =
    Todo lo demás (temas, niveles, tiempos, preguntas de seguimiento, repreguntas, alertas, etiquetas de la escala y
    descriptores) es obra de { $editor }.
rules-editor-of-bank =
    Todo lo demás en { $bank } (temas, niveles, tiempos, preguntas de seguimiento, repreguntas, alertas, etiquetas de la escala
    y descriptores) es obra de { $editor }.

## Scoring form and ratings

scoring = Hoja de calificación
scoring-title = { $title } – hoja de calificación
scoring-subject =
    { $questions ->
        [one] Hoja de calificación: { $questions } pregunta
       *[other] Hoja de calificación: { $questions } preguntas
    }
scoring-when = Justo después de la entrevista, antes de hablar con nadie: elija el descriptor más cercano a cada respuesta.
scoring-evidence = **Evidencias:** lo que dijo la persona que sustenta la calificación
# Above the rubric, unless the question has its own heading.
rubric = Una buena respuesta debería incluir
# ☒ and ▨ are printed as a crossed and a hatched box.
marking = Marque la casilla ☒ con bolígrafo oscuro. Para anular, rellene la casilla ▨
footer-marked = Confidencial

## Scorecard

scorecard = Ficha de evaluación
scorecard-title = { $title } – ficha de evaluación
scorecard-subject =
    { $questions ->
        [one] Ficha de evaluación: { $questions } pregunta
       *[other] Ficha de evaluación: { $questions } preguntas
    }
scorecard-when = Antes de 24 h y sin comentar el caso: copie las calificaciones, califique cada competencia y entregue la ficha.
# Above the numbers of the questions.
scorecard-number = N.º
scorecard-competencies = Califique cada competencia con todas las evidencias de las preguntas indicadas. No haga promedios.
recommendation-strong-no = No rotundo
recommendation-no = No
recommendation-yes = Sí
recommendation-strong-yes = Sí rotundo
recommendation-means =
    Sí = las evidencias alcanzan el nivel exigido para este puesto. Rotundo = claro en todas las competencias críticas.
scorecard-rationale = **Justificación:** cite lo que dijo la persona
attestation-alone = Califiqué sin comentarlo antes con nadie.
attestation-evidence = Solo me basé en lo que dijo la persona.
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = Devuelva todas las notas al equipo de selección; no guarde copias.

## Candidate sheet

# The document's name for interviewers, and its title on the sheet itself.
sheet-document = Hoja para candidatos/as
sheet = Su entrevista
sheet-title = Su entrevista – { $position }
sheet-subject =
    { $interviews ->
        [one] Qué esperar: { $interviews } entrevista
       *[other] Qué esperar: { $interviews } entrevistas
    }
sheet-thanks = Gracias por participar en nuestro proceso. Esta página explica qué esperar y a quién contactar.
sheet-expect = Qué esperar
sheet-expect-structured =
    Es una entrevista estructurada: todas las personas entrevistadas para este puesto reciben las mismas preguntas en el mismo
    orden, y las respuestas se califican con los mismos criterios escritos.
sheet-expect-examples =
    Las preguntas tratan sobre lo que haría usted y sobre ejemplos recientes de lo que ha hecho. En un ejemplo, describa la
    situación, lo que hizo usted y el resultado.
sheet-expect-time = Tómese tiempo para pensar. Puede pedir que se repita una pregunta.
sheet-expect-notes = Se toman notas para recordar con exactitud sus respuestas.
sheet-expect-notes-follow-ups =
    Se toman notas para recordar con exactitud sus respuestas. Cada pregunta tiene una de seguimiento, que se hace a todas las
    personas.
# Legal: have this reviewed for local law.
sheet-expect-private =
    No se le preguntará por su edad, familia, salud, religión, origen ni salarios anteriores, y no tiene que mencionarlos.
sheet-agenda = Desarrollo
sheet-agenda-open =
    La entrevista comienza con las presentaciones y el formato, y siguen las preguntas. Al final hay tiempo para sus propias
    preguntas y se le informará de los próximos pasos.
sheet-people = Conversará con:
sheet-interviews = Sus entrevistas
sheet-interviews-each = Cada entrevista comienza con presentaciones y deja tiempo al final para sus preguntas.
sheet-your-questions = Sus preguntas
sheet-accommodations = Ajustes razonables
# Legal: have this reviewed for local law.
sheet-accommodations-ask =
    Si necesita un ajuste, como tiempo adicional, una pausa, preguntas por escrito, subtítulos, intérprete, una sala accesible u
    otro día, díganoslo lo antes posible. Solicitarlo no influye en nuestra decisión.
sheet-contact = **Contacto:**
sheet-reschedule = Si necesita cambiar la cita, avísenos y buscaremos otra fecha.
sheet-after = Después de la entrevista
sheet-after-rating = Quienes le entrevistan califican sus respuestas por separado antes de la reunión del equipo.
# The blank is for a date.
sheet-after-answer = Recibirá respuesta a más tardar el ________________.
sheet-questions = Las preguntas
sheet-questions-prepare = Piense en ejemplos de su propio trabajo. No necesita preparar nada por escrito; puede traer notas.
sheet-notes = **Sus notas**

## Interview plan of a panel

plan = Plan de entrevistas
plan-title = { $title } – plan de entrevistas
plan-subject =
    { $questions ->
        [one] Panel de { $interviewers }: { $questions } pregunta
       *[other] Panel de { $interviewers }: { $questions } preguntas
    }
plan-common =
    { $count ->
        [one] { $count } común a todo el panel
       *[other] { $count } comunes a todo el panel
    }
plan-schedule = Horario
plan-start = Inicio
plan-end = Fin
# Replace these two if the time of day at which the first interview starts is not known.
plan-start-elapsed = Inicio (tiempo)
plan-end-elapsed = Fin (tiempo)
plan-themes = Temas
plan-all-themes = todos
plan-no-times =
    No se indican horas porque al menos un miembro del panel tiene más preguntas de las que caben en una entrevista. Para
    entrevistas de una hora, use `interview-kit panel --minutes 60`.
plan-assignments = Asignación de preguntas
plan-numbers =
    { $times ->
        [yes] Cada celda indica el número de la pregunta en la guía correspondiente y la hora a la que empieza.
       *[no] Cada celda indica el número de la pregunta en la guía correspondiente.
    }{ $common ->
        [0] {""}
       *[other] {" "}Las preguntas comunes van primero para que las calificaciones sean comparables.
    }
plan-coverage = Cobertura de competencias
plan-gaps = Vacíos de cobertura
plan-backup = Suplente
plan-covered-by = Cobertura
plan-covered = { $count } de { $interviewers }
plan-silence = No lo comenten.
plan-between-silence =
    No hablen entre ustedes de la persona, ni bien ni mal, hasta que se hayan entregado todas las fichas de evaluación.
plan-time = Terminen a tiempo.
plan-between-time = Cada retraso resta tiempo a la siguiente entrevista de la persona.
plan-own = Solo sus preguntas.
plan-between-own = Haga solo las preguntas que tiene asignadas. Si surge un tema de otro miembro del panel, déjeselo.

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    la pregunta obligatoria «{ $question }» ({ $id }) no se hace: { $why ->
        [bank] no está en el banco
        [filters] no cumple los filtros
        [themes] los temas del panel la excluyen
        [time] dura más que el tiempo para preguntas
        [limit] el límite no permite ninguna pregunta
        [must-asks] solo cabe en lugar de otra pregunta obligatoria
        [order] el límite conserva las preguntas obligatorias que van primero
       *[unproven] no se encontró ningún plan que la añada sin perder otro objetivo
    }
unmet-competency =
    ninguna pregunta cubre { $competencies }: { $why ->
        [bank] el banco no tiene ninguna
        [filters] ninguna de ellas cumple los filtros
        [themes] los temas del panel las excluyen todas
        [time] todas duran más que el tiempo para preguntas
        [limit] el límite permite muy pocas preguntas
        [must-asks] una pregunta así solo cabe en lugar de una obligatoria
        [shared] ninguna cabe junto con las obligatorias y las comunes
        [everybody] una pregunta así solo cabe si un miembro del panel se queda sin preguntas
        [competencies] una pregunta así solo cabe si otra competencia no se cubre
        [second-people] una pregunta así solo cabe si menos miembros cubren otra competencia
        [order] el límite conserva las obligatorias y después las primeras
       *[unproven] no se encontró ningún plan que añada una sin perder otro objetivo
    }
unmet-second-person =
    solo un miembro del panel cubre { $competencies }: { $why ->
        [bank] el banco tiene una sola pregunta de este tipo
        [filters] una sola pregunta de este tipo cumple los filtros
        [themes] los temas del panel excluyen una segunda
        [time] no hay tiempo para dos preguntas de este tipo
        [limit] el límite permite muy pocas preguntas
        [must-asks] una segunda desplazaría a una pregunta obligatoria
        [shared] una segunda no cabe junto con las obligatorias y las comunes
        [everybody] una segunda dejaría sin preguntas a un miembro del panel
        [competencies] una segunda dejaría otra competencia sin cubrir
        [second-people] con una segunda, menos miembros cubrirían otra competencia
        [order] el límite conserva las obligatorias y después las primeras
       *[unproven] no se encontró ningún plan que añada una segunda sin perder otro objetivo
    }
unmet-shared =
    { $found ->
        [0] no se pudo elegir ninguna pregunta común: { $why ->
            [bank] el banco no tiene más preguntas
            [filters] ninguna otra pregunta cumple los filtros
            [themes] ninguna pregunta está dentro de los temas de todo el panel
            [time] ninguna pregunta sobre temas compartidos por todo el panel cabe en el tiempo
            [limit] el límite permite muy pocas preguntas
            [must-asks] desplazaría a una pregunta obligatoria
           *[unproven] no se encontró ningún plan que añada una sin perder otro objetivo
        }
       *[other] preguntas comunes elegidas: solo { $found } de { $asked }; { $why ->
            [bank] el banco no tiene más preguntas
            [filters] ninguna otra pregunta cumple los filtros
            [themes] ninguna otra pregunta está dentro de los temas de todo el panel
            [time] ninguna otra pregunta sobre temas compartidos por todo el panel cabe en el tiempo
            [limit] el límite permite muy pocas preguntas
            [must-asks] una más desplazaría a una pregunta obligatoria
           *[unproven] no se encontró ningún plan que añada una más sin perder otro objetivo
        }
    }
unmet-past-behavior =
    ninguna pregunta es conductual: { $why ->
        [bank] el banco no tiene ninguna
        [filters] ninguna de ellas cumple los filtros
        [themes] los temas del panel las excluyen todas
        [time] todas duran más que el tiempo para preguntas
        [limit] el límite permite muy pocas preguntas
        [must-asks] una pregunta así solo cabe en lugar de una obligatoria
        [shared] ninguna cabe junto con las obligatorias y las comunes
        [everybody] una pregunta así solo cabe si un miembro del panel se queda sin preguntas
        [competencies] una pregunta así solo cabe si una competencia no se cubre
        [second-people] una pregunta así solo cabe si menos miembros cubren una competencia
        [order] el límite conserva las obligatorias y después las primeras
       *[unproven] no se encontró ningún plan que añada una sin perder otro objetivo
    }

## Debrief

debrief = Puesta en común
debrief-title = { $title } – puesta en común y registro de la decisión
debrief-subject =
    { $interviewers ->
        [one] Consenso de { $interviewers } persona
       *[other] Consenso de { $interviewers } personas
    }
debrief-when =
    { $title } · Complételo solo cuando se hayan entregado todas las fichas de evaluación. No cambie las calificaciones
    individuales; anote al lado la de consenso.
debrief-facilitator = Moderación
debrief-scorecards = **Ficha de evaluación entregada antes de cualquier comentario**
debrief-handed-in = **Ficha de evaluación entregada**
debrief-gaps = **Vacíos de cobertura**
debrief-ratings = Calificaciones por competencia
debrief-ratings-how = Copie las calificaciones de cada miembro. Rango = la más alta menos la más baja.
debrief-questions = Calificaciones por pregunta (hecha por una sola persona)
debrief-legend = Un guion significa que ese miembro no preguntó nada al respecto.
debrief-missing = Ficha de evaluación aún no entregada; espérela antes de empezar:
debrief-unsettled = Aclarar primero: anotaciones contradictorias o ilegibles
debrief-unasked = Preguntas sin calificación ni notas
debrief-none = sin
debrief-ratings-read =
    Calificaciones tal como las dio cada miembro. Rango = la más alta menos la más baja. Un guion significa «no preguntada»; «{ $word }», «no evaluada»; ninguno de los dos cuenta.
debrief-rest = {"["}… continúa en { $place }]
debrief-handwritten = {"["}escrito a mano: { $place }]
debrief-handwriting = Notas manuscritas
debrief-page = { $file }, página { $page }
debrief-line = { $file }, línea { $line }
debrief-agenda = Orden del día: primero el mayor rango
debrief-agenda-how =
    Cada miembro expone las evidencias; luego el panel acuerda una calificación según los descriptores. No haga promedios.
debrief-number = N.º
debrief-topic = Competencia/pregunta
debrief-lowest = Más baja: evidencias
debrief-highest = Más alta: evidencias
debrief-range = Rango
debrief-consensus = Consenso
debrief-common = Pregunta común: { $question }
debrief-rationale = **Justificación del consenso: cite lo que dijo la persona**
debrief-decision = Decisión
debrief-hire = Contratar
debrief-no-hire = No contratar
debrief-another-interview = Otra entrevista
debrief-another-role = Considerar para otro puesto
debrief-dissent = **Opiniones discrepantes: quién y por qué**
debrief-action = Acción
debrief-owner = Responsable
debrief-due = Plazo
# Legal: have this reviewed for local law.
debrief-retain = Conservar el expediente hasta
debrief-destroyed = Destruido el

## Scores

scores = Análisis de las puntuaciones
scores-what = Kit { $kit } · Candidaturas: { $candidates } · Personas entrevistadoras: { $interviewers }
scores-rule = No se calcula ningún promedio, total, clasificación ni recomendación.
scores-agreement = Acuerdo
scores-units = Unidades
scores-alpha = Alfa ordinal
scores-within = A un punto o menos
scores-interval = { $value } ({ $low } a { $high })
scores-not-enough = datos insuficientes: n = { $n }, se necesitan { $needs }
scores-no-variation = no definido: todas las puntuaciones son iguales
scores-no-difference = no definido: las candidaturas difieren muy poco
scores-no-interval-ratings = { $value } (sin intervalo: las puntuaciones varían muy poco)
scores-no-interval-candidates = { $value } (sin intervalo: las candidaturas difieren muy poco)
scores-no-interval-agreement = { $value } (sin intervalo: las n = { $n } unidades muestran el mismo acuerdo)
scores-no-interval-interviewers = { $value } (sin intervalo: salvo en severidad, las personas entrevistadoras no difieren)
scores-without-name = Personas entrevistadoras sin nombre, contadas en cada dosier: { $count }.
scores-icc = Las mismas personas entrevistadoras
scores-how =
    Una unidad es una candidatura y una pregunta o competencia que puntuaron al menos dos personas entrevistadoras. Entre paréntesis: intervalos de confianza del 95 % (alfa y proporciones: bootstrap sobre unidades, { $resamples } remuestreos, semilla { $seed }; ICC: distribución F).
scores-use = Uso de la escala
scores-by-interviewer-questions = Persona entrevistadora, preguntas
scores-by-interviewer-competencies = Persona entrevistadora, competencias
scores-more = Filas que no caben en esta página: { $count }. `interview-kit scores` las muestra.
scores-look = Líneas de la rúbrica marcadas igual en todas las puntuaciones, que conviene revisar:
scores-left-out =
    No se cuenta: en blanco { $blank }, contradictorio { $conflict }, ilegible { $unreadable }, archivos rechazados { $refused }.
