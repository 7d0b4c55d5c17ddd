# The words that the program prints in documents, in Brazilian Portuguese. Syntax: https://projectfluent.org/fluent/guide/
#
# The messages are those of locales/en.ftl, in the same order and with the same variables; see there how they work.

## Words used in several documents

candidate = Candidato(a)
room = Sala ou link
started-at = Início real
interviewer = Entrevistador(a)
interviewers = Painel
position = Vaga
date = Data
time = Horário
name = Nome
signature = Assinatura
question = Pergunta
questions = Perguntas
competency = Competência
overall-recommendation = Recomendação geral
not-assessed = Não avaliado
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
kit-title = Entrevista: { $role }
# An interviewer of a panel without a name.
interviewer-number = Entrevistador(a) { $number }
# The title of a file with all documents of an interview, and an interview in it without a candidate's name.
packet-title = { $title } – dossiê
interview-number = Entrevista { $number }
footer = Confidencial · { $banks }
question-count =
    { $count ->
        [one] { $count } pergunta
       *[other] { $count } perguntas
    }
interviewer-count =
    { $count ->
        [one] painel de { $count } pessoa
       *[other] painel de { $count } pessoas
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
    { $day ->
        [1] 1º
       *[other] { $day }
    } de { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    } de { $year }
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm.
# $minute has two digits. A message need not use all of these variables.
time-of-day = { $hour }h{ $minute }
# A time after midnight.
time-days-later =
    { $days ->
        [one] { $time } (+{ $days } dia)
       *[other] { $time } (+{ $days } dias)
    }
# From one time to another.
time-range = { $start }–{ $end }

## Words in headers and footers, or read aloud by screen readers

page-number = Página { $page } de { $pages }
page-kit = Kit { $kit }
# Beside the code that identifies a page, in small type.
page-packet = dossiê { $packet }
# A person at the top of a page: first the label, then the name.
page-name = { $label }: { $name }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = editado
# After the title of a question that continues from the previous page.
page-continued = (continuação)
field-notes = Anotações
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = Kit, dossiê e documento
# The name of a field without a label.
field-blank = A preencher
# The title of a document that has no title and no heading.
document-untitled = Sem título

## Interviewer guide: agenda

guide = Guia de entrevista
guide-title = { $title } – guia de entrevista
guide-subject =
    { $questions ->
        [one] Entrevista estruturada: { $questions } pergunta
       *[other] Entrevista estruturada: { $questions } perguntas
    }
guide-subject-timed =
    { $questions ->
        [one] Entrevista estruturada: { $questions } pergunta, { $minutes } minutos
       *[other] Entrevista estruturada: { $questions } perguntas, { $minutes } minutos
    }
guide-agenda = Roteiro da entrevista
agenda-opening = Abertura: apresentações, formato e anotações
agenda-candidate-questions = Perguntas da pessoa candidata
agenda-closing = Encerramento: próximos passos e prazos
agenda-end = Fim
# Above the times of day; `elapsed` is in its place if they are counted from the beginning of the interview.
clock = Horário
elapsed = Tempo
segment = Etapa
page = Página
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = Perguntas para escolher
guide-choose-why =
    Estas { $count } perguntas não cabem em uma única entrevista; por isso, não há horários. Escolha entre elas ou crie um kit
    de uma hora: `interview-kit build --minutes 60`.

## Interviewer guide: opening script, which is read aloud, and reminders

opening = Abertura (ler em voz alta)
# The whole script, in quotation marks.
opening-quoted = “{ $script }”
# The interviewer’s name, or a blank for it, and a blank for the work.
opening-hello = Olá, sou { $interviewer } e trabalho como { $work }.
opening-thanks = Agradeço a sua presença.
opening-minutes =
    { $minutes ->
        [one] Temos { $minutes } minuto.
       *[other] Temos { $minutes } minutos.
    }
opening-questions =
    { $questions ->
        [one] Vou fazer uma pergunta, a mesma para todas as pessoas candidatas a esta vaga{ $follow_ups ->
            [all] , com uma pergunta complementar
           *[other] {""}
        }.
       *[other] Vou fazer { $questions } perguntas, as mesmas para todas as pessoas candidatas a esta vaga{ $follow_ups ->
            [all] , cada uma com uma pergunta complementar
            [some] , algumas com uma pergunta complementar
           *[none] {""}
        }.
    }
opening-examples =
    Quando eu pedir um exemplo, conte a situação, o que você fez pessoalmente e o resultado. Pense com calma e, se precisar,
    peça que eu repita a pergunta.
opening-notes =
    Vou anotar para me lembrar bem das suas respostas e talvez precise seguir adiante por causa do tempo; isso não diz nada
    sobre a sua resposta.
opening-end = No final, teremos tempo para as suas perguntas. Podemos começar?
reminders-before = Antes da entrevista
reminders-read = Leia as regras da entrevista, cada pergunta e seus descritores.
reminders-feedback = Não leia a opinião dos colegas.
reminders-room = Confira a sala ou o link. Tenha um relógio à vista.
reminders-accommodations = Saiba quem cuida das adaptações.
reminders-during = Durante a entrevista
reminders-ask = Faça cada pergunta como está, em ordem, e depois a complementar.
reminders-probe = Sonde só se a resposta for vaga ou incompleta. Não dê dicas.
reminders-write = Anote o que a pessoa diz. Avalie depois.
reminders-rate-as-you-go = Avalie cada resposta logo em seguida, pelo descritor mais próximo.
reminders-after = Depois da entrevista
reminders-rate = Avalie em seguida, individualmente, pelos descritores.
reminders-check = Confira suas notas com base nas anotações, individualmente.
reminders-not-assessed = Marque “Não avaliado” só se uma pergunta não foi feita ou concluída.
reminders-submit = Entregue sua ficha antes de falar da pessoa com alguém.
# Legal: have this reviewed for local law.
reminders-never-ask = **Nunca pergunte sobre** idade, família ou filhos, saúde, deficiência, religião, origem, nacionalidade,
    raça, gênero, orientação sexual, política, sindicatos ou salários anteriores. Se a pessoa mencionar algo assim, não
    aprofunde nem anote; volte à pergunta.

## Interviewer guide: a question

common-question = Pergunta comum (feita por todo o painel)
question-minutes = { $count } min
question-notes = **Anotações:** as palavras da pessoa, sem opiniões nem notas
follow-up = **Pergunta complementar (fazer sempre)**
notes-situation = **Situação**
notes-action = **Ação:** o que a pessoa fez
notes-result = **Resultado**
probes = **Sondagens (se a resposta for vaga)**
watch-for = Sinais de alerta (resposta fraca)

## Interviewer guide: closing

closing-questions = Perguntas da pessoa candidata
closing-answers =
    Responda com fatos sobre a vaga e a equipe. Sobre salário, benefícios, vistos, outras candidaturas ou chances, diga: “Vou
    encaminhar sua pergunta à equipe de recrutamento.” Não prometa nada nem dê feedback.
closing-questions-notes = **Perguntas feitas e o que você ficou de verificar**
closing = Encerramento (ler em voz alta)
# The variables are blanks.
closing-script =
    “Essas eram as minhas perguntas. Quer acrescentar algo a alguma resposta? \[Pausa.\] Que perguntas você tem para mim?
    \[Perguntas da pessoa candidata.\] O próximo passo é { $step }, e você terá um retorno de { $sender } até { $day }. Agradeço
    pelo seu tempo.”

## Ground rules for interviewers

ground-rules = Regras da entrevista
ground-rules-title = { $title } – regras da entrevista
rules-precedence = Leia antes da sua primeira entrevista. As políticas da empresa e a legislação local prevalecem.
rules-same = Igualdade de tratamento
rules-same-words =
    Faça cada pergunta como está escrita, em ordem. Não pule nenhuma, mesmo que a resposta pareça óbvia, nem use outras
    palavras; você pode repetir.
rules-same-help =
    Dê a cada pessoa o mesmo tempo e a mesma ajuda: sempre a pergunta complementar, uma sondagem se a resposta for vaga e
    nenhuma dica. Mantenha a neutralidade: nada de “ótima resposta”, nada de feedback.
rules-same-notes = Diga no início que você fará anotações e por quê.
rules-evidence = Anote evidências, não impressões
rules-evidence-words =
    Anote o que a pessoa disse, se possível com as palavras dela. “Suspendeu novos pedidos e fechou 40 pendências em um
    trimestre” é evidência; “ótima execução” é impressão.
rules-evidence-never = Nunca anote aparência, voz, sotaque ou idade. Não escreva nada que você não gostaria que a pessoa lesse.
rules-evidence-moment = Se precisar de um momento, diga: “Um instante, vou anotar isso.”
# Legal: have this reviewed for local law.
rules-evidence-records =
    As anotações são registros da empresa. Não grave nem use IA para anotar, salvo se a política da empresa permitir e a pessoa
    tiver concordado.
rules-time = Controle o tempo
rules-time-how =
    Na metade do tempo de uma pergunta, faça a complementar mesmo que a primeira resposta não tenha terminado. Para avançar,
    diga: “Agradeço. Quero chegar a todas as perguntas, então vamos em frente.” Se o tempo acabar, marque as perguntas restantes
    como “Não avaliado”; nunca reduza o tempo das perguntas da pessoa.
rules-prompts = Frases permitidas (e nenhuma outra)
rules-prompts-words =
    Em cada exemplo, pergunte o que faltar: “Qual era a situação?” “O que você fez pessoalmente?” “Qual foi o resultado?” Nos
    demais casos: “Fale mais sobre isso.” “Pode pensar com calma.” “Agradeço.” Sem exemplo: “Qual foi a experiência mais
    parecida que você teve?” Pergunta pouco clara: “Posso repetir. Responda como você a entende.”
rules-not-ask = O que não perguntar
# Legal: have this reviewed for local law.
rules-not-ask-topics =
    Não pergunte, direta ou indiretamente, sobre idade, raça, cor, etnia, origem nacional, nacionalidade, língua materna,
    religião, sexo, gravidez, estado civil ou situação familiar, identidade de gênero, orientação sexual, deficiência, saúde ou
    informações genéticas, situação militar, antecedentes criminais, opiniões políticas, filiação sindical ou salários
    anteriores. Perguntas indiretas também contam: a origem de um sobrenome, o ano de formatura, o trabalho do cônjuge.
rules-do-not-ask = Não pergunte
rules-ask-instead = Pergunte a todas as pessoas
# Legal: have this reviewed for local law.
rules-children = Você tem filhos?
# Legal: have this reviewed for local law.
rules-children-instead = Esta vaga exige sobreaviso uma semana a cada seis. Você pode cumprir essa escala?
# Legal: have this reviewed for local law.
rules-health = Você tem algum problema de saúde?
# Legal: have this reviewed for local law.
rules-health-instead =
    Esta vaga exige quatro viagens por ano. Você pode cumprir essa exigência, com ou sem adaptações razoáveis?
# Legal: have this reviewed for local law.
rules-origin = De onde você é?
# Legal: have this reviewed for local law.
rules-origin-instead =
    Você tem autorização legal para trabalhar em \[país\]? (Se a equipe de recrutamento ainda não perguntou.)
# Legal: have this reviewed for local law.
rules-legal =
    Pergunte só o que tem relação com o trabalho, e pergunte a todas as pessoas. Na dúvida, não pergunte; consulte o RH. A
    conversa informal também conta: evite família, feriados religiosos, sobrenomes, sotaques e ano de formatura. Esta página não
    é orientação jurídica; a legislação local pode ser mais rigorosa. Estas orientações não foram verificadas quanto à
    legislação local: o RH ou o jurídico deve revisá-las antes do uso.
rules-volunteered = Se a pessoa revelar informações protegidas
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact =
    Não aprofunde, não anote nem mencione na reunião de consenso. Diga: “Agradeço por me contar. Isso não afeta nossa decisão” e
    volte à pergunta. Se for um pedido de adaptação, não decida por conta própria: avise { $contact } no mesmo dia.
# Legal: have this reviewed for local law.
rules-volunteered-no-contact =
    Não aprofunde, não anote nem mencione na reunião de consenso. Diga: “Agradeço por me contar. Isso não afeta nossa decisão” e
    volte à pergunta. Se for um pedido de adaptação, não decida por conta própria: avise a equipe de recrutamento ou o RH no
    mesmo dia.
rules-no-show = Se a pessoa não comparecer
rules-no-show-steps =
    Espere 15 minutos e tente contatá-la uma vez. Anote o horário na ficha de avaliação, não avalie nada e avise a equipe de
    recrutamento. Cada pessoa pode remarcar uma vez sem dar motivo. Uma ausência nunca é avaliada; após a segunda, a equipe de
    recrutamento decide.
rules-ratings = Escala de avaliação
rules-scale-not-assessed = **Não avaliado:** não perguntado ou não concluído. Uma resposta dada, mas sem evidência relevante,
    recebe nota 1. Uma nota sem descritor fica entre os descritores vizinhos. As marcas são só um lembrete; não as some.
rules-rating-errors = **Erros de avaliação:** halo (uma resposta forte eleva as demais) · primeira impressão · semelhança comigo
    · contraste com a pessoa anterior · leniência, ou tudo 3. Confira: você poderia citar as palavras por trás de cada nota?
rules-references = **Documentos de referência:**
rules-sources = **Fontes:** perguntas e critérios de { $banks }.
rules-bank-edition = { $bank }, edição { $edition }
rules-bank-source = { $bank } ({ $source })
rules-editor =
    Todo o resto (temas, níveis, tempos, perguntas complementares, sondagens, sinais de alerta, rótulos da escala e descritores)
    é de autoria de { $editor }.
rules-editor-of-bank =
    Todo o resto em { $bank } (temas, níveis, tempos, perguntas complementares, sondagens, sinais de alerta, rótulos da escala e
    descritores) é de autoria de { $editor }.

## Scoring form and ratings

scoring = Formulário de pontuação
scoring-title = { $title } – formulário de pontuação
scoring-subject =
    { $questions ->
        [one] Formulário de pontuação: { $questions } pergunta
       *[other] Formulário de pontuação: { $questions } perguntas
    }
scoring-when = Logo após a entrevista, antes de falar com alguém: escolha o descritor mais próximo de cada resposta.
scoring-evidence = **Evidências:** o que a pessoa disse que sustenta a nota
# Above the rubric, unless the question has its own heading.
rubric = Uma boa resposta deve incluir
# ☒ and ▨ are printed as a crossed and a hatched box.
marking = Marque a caixa ☒ com caneta escura. Para anular, preencha a caixa ▨
footer-marked = Confidencial

## Scorecard

scorecard = Ficha de avaliação
scorecard-title = { $title } – ficha de avaliação
scorecard-subject =
    { $questions ->
        [one] Ficha de avaliação: { $questions } pergunta
       *[other] Ficha de avaliação: { $questions } perguntas
    }
scorecard-when =
    Em até 24 horas, antes de falar com alguém: copie as notas, avalie cada competência e entregue. Depois, discuta.
# Above the numbers of the questions.
scorecard-number = Nº
scorecard-competencies = Avalie cada competência com todas as evidências das perguntas indicadas. Não faça média.
recommendation-strong-no = Com certeza não
recommendation-no = Não
recommendation-yes = Sim
recommendation-strong-yes = Com certeza sim
recommendation-means =
    Sim = as evidências atingem o nível exigido para esta vaga. Com certeza = claro em todas as competências críticas.
scorecard-rationale = **Justificativa:** cite o que a pessoa disse
attestation-alone = Avaliei sem discutir antes com ninguém.
attestation-evidence = Minhas notas se baseiam só no que a pessoa disse.
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = Devolva todas as anotações à equipe de recrutamento; não guarde cópias.

## Candidate sheet

# The document's name for interviewers, and its title on the sheet itself.
sheet-document = Folha para candidatos(as)
sheet = Sua entrevista
sheet-title = Sua entrevista – { $position }
sheet-subject =
    { $interviews ->
        [one] O que esperar: { $interviews } entrevista
       *[other] O que esperar: { $interviews } entrevistas
    }
sheet-thanks = Agradecemos por participar do nosso processo seletivo. Veja o que esperar e com quem falar.
sheet-expect = O que esperar
sheet-expect-structured =
    Esta é uma entrevista estruturada: todas as pessoas candidatas a esta vaga respondem às mesmas perguntas na mesma ordem, e
    as respostas são avaliadas pelos mesmos critérios escritos.
sheet-expect-examples =
    As perguntas tratam do que você faria e de exemplos recentes do que já fez. Em um exemplo, descreva a situação, o que você
    fez pessoalmente e o resultado.
sheet-expect-time = Pense com calma. Você pode pedir que uma pergunta seja repetida.
sheet-expect-notes = Quem entrevista faz anotações para se lembrar bem das suas respostas.
sheet-expect-notes-follow-ups =
    Quem entrevista faz anotações para se lembrar bem das suas respostas. Cada pergunta tem uma complementar, feita a todas as
    pessoas.
# Legal: have this reviewed for local law.
sheet-expect-private =
    Não perguntaremos sobre idade, família, saúde, religião, origem ou salários anteriores, e você não precisa mencioná-los.
sheet-agenda = Roteiro
sheet-agenda-open =
    A entrevista começa com as apresentações e o formato, e depois vêm as perguntas. No final, há tempo para as suas perguntas,
    e você saberá quais são os próximos passos.
sheet-people = Você vai conversar com:
sheet-interviews = Suas entrevistas
sheet-interviews-each = Cada entrevista começa com apresentações e reserva tempo no final para as suas perguntas.
sheet-your-questions = Suas perguntas
sheet-accommodations = Adaptações
# Legal: have this reviewed for local law.
sheet-accommodations-ask =
    Se precisar de alguma adaptação, como tempo extra, pausa, perguntas por escrito, legendas, intérprete, sala acessível ou
    outro dia, avise o quanto antes. O pedido não afeta nossa decisão.
sheet-contact = **Contato:**
sheet-reschedule = Se precisar remarcar, avise, e encontraremos outra data.
sheet-after = Depois da entrevista
sheet-after-rating = Quem entrevista avalia suas respostas de forma independente, antes da reunião da equipe.
# The blank is for a date.
sheet-after-answer = Você terá um retorno até ________________.
sheet-questions = As perguntas
sheet-questions-prepare =
    Pense em exemplos do seu próprio trabalho. Não é preciso preparar nada por escrito; você pode trazer anotações.
sheet-notes = **Suas anotações**

## Interview plan of a panel

plan = Plano de entrevistas
plan-title = { $title } – plano de entrevistas
plan-subject =
    { $questions ->
        [one] Painel de { $interviewers }: { $questions } pergunta
       *[other] Painel de { $interviewers }: { $questions } perguntas
    }
plan-common =
    { $count ->
        [one] { $count } comum a todo o painel
       *[other] { $count } comuns a todo o painel
    }
plan-schedule = Horários
plan-start = Início
plan-end = Fim
# Replace these two if the time of day at which the first interview starts is not known.
plan-start-elapsed = Início (tempo)
plan-end-elapsed = Fim (tempo)
plan-themes = Temas
plan-all-themes = todos
plan-no-times =
    Não há horários porque ao menos um membro do painel tem mais perguntas do que cabem em uma entrevista. Para entrevistas de
    uma hora, use `interview-kit panel --minutes 60`.
plan-assignments = Distribuição das perguntas
plan-numbers =
    { $times ->
        [yes] Cada célula traz o número da pergunta no guia do membro do painel e o horário em que ela começa.
       *[no] Cada célula traz o número da pergunta no guia do membro do painel.
    }{ $common ->
        [0] {""}
       *[other] {" "}As perguntas comuns vêm primeiro para que as notas sejam comparáveis.
    }
plan-coverage = Cobertura das competências
plan-gaps = Lacunas de cobertura
plan-backup = Suplente
plan-covered-by = Cobertura
plan-covered = { $count } de { $interviewers }
plan-silence = Sem discussão.
plan-between-silence =
    Não fale da pessoa com os outros membros, nem bem nem mal, até que todas as fichas de avaliação sejam entregues.
plan-time = Termine no horário.
plan-between-time = Todo atraso tira tempo da próxima entrevista da pessoa.
plan-own = Só as suas perguntas.
plan-between-own = Faça somente as perguntas atribuídas a você. Se surgir um tema de outro membro do painel, não o aborde.

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    a pergunta obrigatória “{ $question }” ({ $id }) não é feita: { $why ->
        [bank] ela não está no banco de perguntas
        [filters] ela não atende aos filtros
        [themes] os temas do painel a excluem
        [time] ela é mais longa que o tempo para perguntas
        [limit] o limite não permite nenhuma pergunta
        [must-asks] ela só cabe no lugar de outra pergunta obrigatória
        [order] o limite mantém as perguntas obrigatórias que vêm primeiro
       *[unproven] não foi encontrado um plano que a inclua sem perder outro objetivo
    }
unmet-competency =
    nenhuma pergunta cobre { $competencies }: { $why ->
        [bank] o banco de perguntas não tem nenhuma
        [filters] nenhuma delas atende aos filtros
        [themes] os temas do painel excluem todas elas
        [time] todas são mais longas que o tempo para perguntas
        [limit] o limite de perguntas é baixo demais
        [must-asks] uma delas só cabe no lugar de uma obrigatória
        [shared] nenhuma delas cabe com as obrigatórias e as comuns
        [everybody] uma delas só cabe se um membro do painel ficar sem perguntas
        [competencies] uma delas só cabe se outra competência não for coberta
        [second-people] uma delas só cabe se menos membros cobrirem outra competência
        [order] o limite mantém as obrigatórias e depois as primeiras
       *[unproven] não foi encontrado um plano que inclua uma delas sem perder outro objetivo
    }
unmet-second-person =
    só um membro do painel cobre { $competencies }: { $why ->
        [bank] o banco de perguntas tem só uma desse tipo
        [filters] só uma pergunta desse tipo atende aos filtros
        [themes] os temas do painel excluem uma segunda
        [time] não há tempo para duas perguntas desse tipo
        [limit] o limite de perguntas é baixo demais
        [must-asks] uma segunda substituiria uma pergunta obrigatória
        [shared] uma segunda não cabe com as obrigatórias e as comuns
        [everybody] uma segunda deixaria um membro do painel sem perguntas
        [competencies] uma segunda deixaria outra competência sem cobertura
        [second-people] com uma segunda, menos membros cobririam outra competência
        [order] o limite mantém as obrigatórias e depois as primeiras
       *[unproven] não foi encontrado um plano que inclua uma segunda sem perder outro objetivo
    }
unmet-shared =
    { $found ->
        [0] não foi possível escolher uma pergunta comum: { $why ->
            [bank] o banco de perguntas não tem outras
            [filters] nenhuma outra pergunta atende aos filtros
            [themes] nenhuma pergunta está nos temas de todo o painel
            [time] nenhuma pergunta sobre os temas de todo o painel cabe no tempo
            [limit] o limite de perguntas é baixo demais
            [must-asks] ela substituiria uma pergunta obrigatória
           *[unproven] não foi encontrado um plano que inclua uma sem perder outro objetivo
        }
       *[other] perguntas comuns escolhidas: só { $found } de { $asked }; { $why ->
            [bank] o banco de perguntas não tem outras
            [filters] nenhuma outra pergunta atende aos filtros
            [themes] nenhuma outra pergunta está nos temas de todo o painel
            [time] nenhuma outra pergunta sobre os temas de todo o painel cabe no tempo
            [limit] o limite de perguntas é baixo demais
            [must-asks] mais uma substituiria uma pergunta obrigatória
           *[unproven] não foi encontrado um plano que inclua mais uma sem perder outro objetivo
        }
    }
unmet-past-behavior =
    nenhuma pergunta é comportamental: { $why ->
        [bank] o banco de perguntas não tem nenhuma
        [filters] nenhuma delas atende aos filtros
        [themes] os temas do painel excluem todas elas
        [time] todas são mais longas que o tempo para perguntas
        [limit] o limite de perguntas é baixo demais
        [must-asks] uma delas só cabe no lugar de uma obrigatória
        [shared] nenhuma delas cabe com as obrigatórias e as comuns
        [everybody] uma delas só cabe se um membro do painel ficar sem perguntas
        [competencies] uma delas só cabe se uma competência não for coberta
        [second-people] uma delas só cabe se menos membros cobrirem uma competência
        [order] o limite mantém as obrigatórias e depois as primeiras
       *[unproven] não foi encontrado um plano que inclua uma delas sem perder outro objetivo
    }

## Debrief

debrief = Reunião de consenso
debrief-title = { $title } – reunião de consenso e registro da decisão
debrief-subject =
    { $interviewers ->
        [one] Consenso de { $interviewers } pessoa
       *[other] Consenso de { $interviewers } pessoas
    }
debrief-when =
    { $title } · Preencha somente após a entrega de todas as fichas de avaliação. Não altere as notas individuais; registre ao
    lado a nota de consenso.
debrief-facilitator = Facilitação
debrief-scorecards = **Ficha de avaliação entregue antes de qualquer conversa**
debrief-handed-in = **Ficha de avaliação entregue**
debrief-gaps = **Lacunas de cobertura**
debrief-ratings = Notas por competência
debrief-ratings-how = Copie as notas de cada membro. Diferença = a maior menos a menor.
debrief-questions = Notas por pergunta (feita por um só membro)
debrief-legend = Um traço significa que o membro não perguntou nada a respeito.
debrief-missing = Ficha de avaliação ainda não entregue; espere por ela antes de começar:
debrief-unsettled = Resolver primeiro: registros contraditórios ou ilegíveis
debrief-unasked = Perguntas sem nota e sem anotações
debrief-none = sem
debrief-ratings-read =
    Notas como cada membro as deu. Diferença = a maior menos a menor. Um traço significa “não perguntada”; “{ $word }”, “não avaliada”; nenhum dos dois conta.
debrief-rest = {"["}… continua em { $place }]
debrief-handwritten = {"["}escrito à mão: { $place }]
debrief-handwriting = Anotações manuscritas
debrief-page = { $file }, página { $page }
debrief-line = { $file }, linha { $line }
debrief-agenda = Pauta: primeiro a maior diferença
debrief-agenda-how =
    Cada membro apresenta as evidências; depois o painel concorda em uma nota com base nos descritores. Não faça média.
debrief-number = Nº
debrief-topic = Competência ou pergunta
debrief-lowest = Menor nota: evidências
debrief-highest = Maior nota: evidências
debrief-range = Diferença
debrief-consensus = Consenso
debrief-common = Pergunta comum: { $question }
debrief-rationale = **Justificativa do consenso: cite o que a pessoa disse**
debrief-decision = Decisão
debrief-hire = Contratar
debrief-no-hire = Não contratar
debrief-another-interview = Outra entrevista
debrief-another-role = Considerar para outra vaga
debrief-dissent = **Opiniões divergentes: quem e por quê**
debrief-action = Ação
debrief-owner = Responsável
debrief-due = Prazo
# Legal: have this reviewed for local law.
debrief-retain = Guardar os documentos até
debrief-destroyed = Destruídos em

## Scores

scores = Análise das notas
scores-what = Kit { $kit } · Candidaturas: { $candidates } · Entrevistadores: { $interviewers }
scores-rule = Nenhuma média, total, classificação ou recomendação é calculada.
scores-agreement = Concordância
scores-units = Unidades
scores-alpha = Alfa ordinal
scores-within = Até um ponto de diferença
scores-interval = { $value } ({ $low } a { $high })
scores-not-enough = dados insuficientes: n = { $n }, são necessários { $needs }
scores-no-variation = não definido: todas as notas são iguais
scores-no-difference = não definido: as candidaturas diferem muito pouco
scores-no-interval-ratings = { $value } (sem intervalo: as notas variam muito pouco)
scores-no-interval-candidates = { $value } (sem intervalo: as candidaturas diferem muito pouco)
scores-no-interval-agreement = { $value } (sem intervalo: todas as n = { $n } unidades mostram a mesma concordância)
scores-no-interval-interviewers = { $value } (sem intervalo: exceto na severidade, os entrevistadores não diferem)
scores-without-name = Entrevistadores sem nome, contados em cada dossiê: { $count }.
scores-icc = Mesmos entrevistadores
scores-how =
    Uma unidade é uma candidatura e uma pergunta ou competência avaliada por dois ou mais entrevistadores. Entre parênteses: intervalos de confiança de 95% (alfa e proporções: bootstrap sobre unidades, { $resamples } reamostragens, semente { $seed }; ICC: distribuição F).
scores-use = Uso da escala
scores-by-interviewer-questions = Entrevistador, perguntas
scores-by-interviewer-competencies = Entrevistador, competências
scores-more = Linhas que não cabem nesta página: { $count }. `interview-kit scores` mostra todas.
scores-look = Linhas da rubrica marcadas da mesma forma em todas as notas, que merecem revisão:
scores-left-out =
    Não contados: em branco { $blank }, contraditórios { $conflict }, ilegíveis { $unreadable }, arquivos recusados { $refused }.
