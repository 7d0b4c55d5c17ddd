# Polish: the words that the program prints in documents, in Fluent syntax: https://projectfluent.org/fluent/guide/
#
# A message is one line of the document, even if it takes several lines here. Continuation lines are indented and must not begin
# with *, [, or a period. A message is Markdown, so ** and [ ] work in it.
#
# Instructions are infinitives, and sentences are impersonal or about “osoba”, so that they fit everyone. One-letter words are
# followed by a no-break space, because Polish does not end lines with them.

## Words used in several documents

candidate = Kandydat/ka
room = Sala lub link
started-at = Rozpoczęto
interviewer = Osoba prowadząca
interviewers = Prowadzenie
position = Stanowisko
date = Data
time = Godzina
name = Imię i nazwisko
signature = Podpis
question = Pytanie
questions = Pytania
competency = Kompetencja
overall-recommendation = Rekomendacja końcowa
not-assessed = Nie oceniono
# Above columns of minutes.
min = Min
# Two items of a list, with the language's separator between them.
listed = { $start }, { $next }
# Two sentences of a text that is read aloud.
sentences = { $start } { $next }
# Two alternatives; then two or more, as `listed` joins them, and the last one.
either = { $start } lub { $next }
either-last = { $start } lub { $next }
# A text that is cut off at a word boundary.
shortened = { $text }…
# The title of a kit for a role.
kit-title = Rozmowa: { $role }
# An interviewer of a panel without a name.
interviewer-number = Osoba { $number }
# The title of a file with all documents of an interview, and an interview in it without a candidate's name.
packet-title = { $title } – pakiet
interview-number = Rozmowa { $number }
footer = Poufne · { $banks }
question-count =
    { $count ->
        [one] { $count } pytanie
        [few] { $count } pytania
        [many] { $count } pytań
       *[other] { $count } pytania
    }
interviewer-count =
    { $count ->
        [one] { $count } osoba prowadząca
        [few] { $count } osoby prowadzące
        [many] { $count } osób prowadzących
       *[other] { $count } osoby prowadzącej
    }
minute-count =
    { $count ->
        [one] { $count } minuta
        [few] { $count } minuty
        [many] { $count } minut
       *[other] { $count } minuty
    }
# The numbers of the questions that assess a competency.
competency-questions = (pyt. { $numbers })
# A date. The variables are numbers.
date-written =
    { $day } { $month ->
        [1] stycznia
        [2] lutego
        [3] marca
        [4] kwietnia
        [5] maja
        [6] czerwca
        [7] lipca
        [8] sierpnia
        [9] września
        [10] października
        [11] listopada
       *[12] grudnia
    } { $year }
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm. $minute has two
# digits. A message need not use all of these variables.
time-of-day = { $hour }:{ $minute }
# A time after midnight.
time-days-later =
    { $days ->
        [one] { $time } (+{ $days } dzień)
        [few] { $time } (+{ $days } dni)
        [many] { $time } (+{ $days } dni)
       *[other] { $time } (+{ $days } dnia)
    }
# From one time to another.
time-range = { $start }–{ $end }

## Words in headers and footers, or read aloud by screen readers

page-number = Strona { $page } z { $pages }
page-kit = Zestaw { $kit }
# Beside the code that identifies a page, in small type.
page-packet = pakiet { $packet }
# A person at the top of a page: first the label, then the name.
page-name = { $label }: { $name }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = zmieniono
# After the title of a question that continues from the previous page.
page-continued = (cd.)
field-notes = Notatki
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = Zestaw, pakiet i dokument
# The name of a field without a label.
field-blank = Do wypełnienia
# The title of a document that has no title and no heading.
document-untitled = Bez tytułu

## Interviewer guide: agenda

guide = Scenariusz rozmowy
guide-title = { $title } – scenariusz rozmowy
guide-subject =
    { $questions ->
        [one] Wywiad ustrukturyzowany: { $questions } pytanie
        [few] Wywiad ustrukturyzowany: { $questions } pytania
        [many] Wywiad ustrukturyzowany: { $questions } pytań
       *[other] Wywiad ustrukturyzowany: { $questions } pytania
    }
guide-subject-timed =
    { $questions ->
        [one] Wywiad ustrukturyzowany: { $questions } pytanie, { $minutes } min
        [few] Wywiad ustrukturyzowany: { $questions } pytania, { $minutes } min
        [many] Wywiad ustrukturyzowany: { $questions } pytań, { $minutes } min
       *[other] Wywiad ustrukturyzowany: { $questions } pytania, { $minutes } min
    }
guide-agenda = Przebieg rozmowy
agenda-opening = Otwarcie: przedstawienie się, przebieg, notatki
agenda-candidate-questions = Pytania do nas
agenda-closing = Zakończenie: następne kroki i terminy
agenda-end = Koniec
# Above the times of day; `elapsed` is in its place if they are counted from the beginning of the interview.
clock = Godzina
elapsed = Czas
segment = Część
page = Strona
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = Pytania do wyboru
guide-choose-why =
    Wszystkie pytania ({ $count }) nie zmieszczą się w jednej rozmowie, dlatego nie podano czasu. Należy wybrać spośród nich
    albo utworzyć zestaw na godzinę: `interview-kit build --minutes 60`.

## Interviewer guide: opening script, which is read aloud, and reminders

opening = Otwarcie (czytać na głos)
# The whole script, in quotation marks.
opening-quoted = „{ $script }”
# The interviewer’s name, or a blank for it, and a blank for the work.
opening-hello = Dzień dobry, nazywam się { $interviewer }, pracuję jako { $work }.
opening-thanks = Miło, że możemy porozmawiać.
opening-minutes =
    { $minutes ->
        [one] Mamy { $minutes } minutę.
        [few] Mamy { $minutes } minuty.
        [many] Mamy { $minutes } minut.
       *[other] Mamy { $minutes } minuty.
    }
opening-questions =
    { $questions ->
        [one] Zadam jedno pytanie, to samo, które zadajemy wszystkim kandydującym na to stanowisko{ $follow_ups ->
            [all] , oraz pytanie uzupełniające
           *[other] {""}
        }.
        [few] Zadam { $questions } pytania, te same, które zadajemy wszystkim kandydującym na to stanowisko{ $follow_ups ->
            [all] , każde z pytaniem uzupełniającym
            [some] , niektóre z pytaniem uzupełniającym
           *[none] {""}
        }.
       *[other] Zadam { $questions } pytań, te same, które zadajemy wszystkim kandydującym na to stanowisko{ $follow_ups ->
            [all] , każde z pytaniem uzupełniającym
            [some] , niektóre z pytaniem uzupełniającym
           *[none] {""}
        }.
    }
opening-examples =
    Gdy zapytam o przykład, proszę opisać sytuację, własne działania i rezultat. Można się zastanowić; pytanie chętnie powtórzę.
opening-notes =
    Robię notatki, aby dokładnie zapamiętać odpowiedzi. Czasem przejdę dalej ze względu na czas; to nic nie mówi o odpowiedzi.
opening-end = Na koniec będzie czas na pytania do mnie. Możemy zaczynać?
reminders-before = Przed rozmową
reminders-read = Przeczytać zasady oraz wszystkie pytania i kotwice.
reminders-feedback = Nie czytać opinii innych osób.
reminders-room = Sprawdzić salę lub łącze wideo. Mieć zegar na widoku.
reminders-accommodations = Ustalić, kto odpowiada za usprawnienia.
reminders-during = Podczas rozmowy
reminders-ask = Każde pytanie zadać dosłownie i po kolei, potem uzupełniające.
reminders-probe = Dopytywać tylko przy ogólnikach i lukach. Nie podpowiadać.
reminders-write = Zapisywać wypowiedzi. Oceniać później.
reminders-rate-as-you-go = Każdą odpowiedź ocenić od razu, według najlepiej pasującej kotwicy.
reminders-after = Po rozmowie
reminders-rate = Ocenić od razu po rozmowie, samodzielnie, według kotwic.
reminders-check = Samodzielnie porównać oceny z notatkami.
reminders-not-assessed = „Nie oceniono”: tylko gdy pytania nie zadano lub nie dokończono.
reminders-submit = Złożyć kartę wyników, a dopiero potem rozmawiać z innymi.
# Legal: have this reviewed for local law.
reminders-never-ask = **Nigdy nie pytać o** wiek, rodzinę, plany rodzicielskie, zdrowie, niepełnosprawność, wyznanie,
    pochodzenie, obywatelstwo, rasę, płeć, orientację seksualną, politykę, związki zawodowe ani wcześniejsze zarobki. Gdy taki
    temat się pojawi: nie drążyć, nie notować, wrócić do pytania.

## Interviewer guide: a question

common-question = Pytanie wspólne (zadaje każda osoba prowadząca)
question-minutes = { $count } min
question-notes = **Notatki:** dosłowne wypowiedzi, bez opinii i bez ocen
follow-up = **Pytanie uzupełniające (zadać zawsze)**
notes-situation = **Sytuacja**
notes-action = **Działanie:** co zrobiła ta osoba
notes-result = **Rezultat**
probes = **Pytania pogłębiające (przy ogólnikach)**
watch-for = Sygnały słabej odpowiedzi

## Interviewer guide: closing

closing-questions = Pytania do nas
closing-answers =
    Odpowiadać na rzeczowe pytania o stanowisko i zespół. Na pytania o wynagrodzenie, świadczenia, wizy, inne kandydatury lub
    szanse: „Przekażę to pytanie działowi rekrutacji”. Niczego nie obiecywać i nie udzielać informacji zwrotnej.
closing-questions-notes = **Zadane pytania i sprawy do wyjaśnienia**
closing = Zakończenie (czytać na głos)
# The variables are blanks.
closing-script =
    „To wszystkie moje pytania. Można teraz uzupełnić wcześniejsze odpowiedzi. \[Pauza.\] Na jakie pytania mogę odpowiedzieć?
    \[Pytania do nas.\] Następny krok to { $step }. Wiadomość prześle { $sender }, najpóźniej { $day }. Dziękuję za rozmowę”.

## Ground rules for interviewers

ground-rules = Zasady
ground-rules-title = { $title } – zasady dla osób prowadzących
rules-precedence = Przeczytać przed pierwszą rozmową. Zasady firmy i lokalne prawo mają pierwszeństwo.
rules-same = Traktować wszystkich jednakowo
rules-same-words =
    Każde pytanie zadawać dosłownie i po kolei. Nie pomijać żadnego, choćby odpowiedź wydawała się oczywista, i nie
    parafrazować; powtórzyć wolno.
rules-same-help =
    Każdej osobie dać tyle samo czasu i pomocy: zawsze pytanie uzupełniające, pogłębiające przy niejasnej odpowiedzi, bez
    podpowiedzi. Zachować neutralność: bez „świetnie” i bez informacji zwrotnej.
rules-same-notes = Na początku powiedzieć, że będą robione notatki i po co.
rules-evidence = Notować dowody, nie wrażenia
rules-evidence-words =
    Zapisywać, co powiedziała osoba kandydująca, w miarę możliwości dosłownie. „Wstrzymane przyjmowanie, potem 40 zgłoszeń
    zamkniętych w kwartale” to dowód; „dobra organizacja” to wrażenie.
rules-evidence-never =
    Nigdy nie notować wyglądu, głosu, akcentu ani wieku, ani niczego, czego ta osoba nie powinna przeczytać.
rules-evidence-moment = Gdy potrzeba chwili: „Moment, zapiszę to sobie”.
# Legal: have this reviewed for local law.
rules-evidence-records =
    Notatki są dokumentami firmy. Nie nagrywać i nie używać AI do notatek, chyba że pozwalają na to zasady firmy, a osoba
    kandydująca wyraziła zgodę.
rules-time = Pilnować czasu
rules-time-how =
    W połowie czasu zadać pytanie uzupełniające, nawet jeśli pierwsza odpowiedź trwa. Aby przejść dalej: „Dziękuję. Chcę zdążyć
    ze wszystkimi pytaniami, więc przejdźmy dalej”. Gdy zabraknie czasu, przy pozostałych pytaniach zaznaczyć „Nie oceniono”;
    nigdy nie skracać czasu na pytania do nas.
rules-prompts = Stałe zwroty (jedyne dozwolone)
rules-prompts-words =
    Przy każdym przykładzie pytać o to, czego brakuje: „Jaka była sytuacja?”, „Jakie były Pani/Pana działania?”, „Jaki był
    rezultat?” Poza tym: „Proszę powiedzieć o tym więcej”, „Proszę się nie spieszyć”, „Dziękuję”. Brak przykładu: „Jakie
    doświadczenie było najbardziej zbliżone?” Niejasne pytanie: „Mogę je powtórzyć. Proszę odpowiedzieć według własnego
    rozumienia”.
rules-not-ask = O co nie wolno pytać
# Legal: have this reviewed for local law.
rules-not-ask-topics =
    Nie pytać wprost ani pośrednio o wiek, rasę, kolor skóry, pochodzenie etniczne, narodowość, obywatelstwo, język ojczysty,
    wyznanie, płeć, ciążę, stan cywilny lub rodzinę, tożsamość płciową, orientację seksualną, niepełnosprawność, zdrowie lub
    dane genetyczne, służbę wojskową, zatrzymania i zarzuty, poglądy polityczne, przynależność do związku zawodowego ani
    wcześniejsze zarobki. Pytania pośrednie też się liczą: o pochodzenie nazwiska, rok ukończenia szkoły, pracę partnera lub
    partnerki.
rules-do-not-ask = Nie pytać
rules-ask-instead = Pytać wszystkich
# Legal: have this reviewed for local law.
rules-children = Czy ma Pani/Pan dzieci?
# Legal: have this reviewed for local law.
rules-children-instead = Co szósty tydzień na tym stanowisku obowiązuje dyżur. Czy to możliwe?
# Legal: have this reviewed for local law.
rules-health = Czy ma Pani/Pan problemy ze zdrowiem?
# Legal: have this reviewed for local law.
rules-health-instead =
    To stanowisko wymaga czterech podróży służbowych w roku. Czy to możliwe, w razie potrzeby z racjonalnym usprawnieniem?
# Legal: have this reviewed for local law.
rules-origin = Skąd Pani/Pan pochodzi?
# Legal: have this reviewed for local law.
rules-origin-instead = Czy ma Pani/Pan prawo do pracy w \[kraju\]? (Jeśli nie spytał o to dział rekrutacji).
# Legal: have this reviewed for local law.
rules-legal =
    Pytać tylko o to, co wiąże się z pracą, i pytać wszystkich. W razie wątpliwości nie pytać, lecz zwrócić się do działu HR.
    Dotyczy to też luźnej rozmowy: unikać tematów rodziny, świąt, nazwisk, akcentu i roku ukończenia szkoły. To nie jest porada
    prawna; lokalne prawo może być surowsze. Tych wskazówek nie sprawdzono pod kątem lokalnego prawa; przed użyciem powinien to
    zrobić dział HR lub prawnik.
rules-volunteered = Gdy ktoś sam ujawni informacje chronione
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact =
    Nie drążyć, nie notować i nie wspominać o tym podczas omówienia. Powiedzieć: „Dziękuję za tę informację. Nie wpłynie ona na
    naszą decyzję” i wrócić do pytania. O racjonalnym usprawnieniu nie decydować samodzielnie: prośbę przekazać tego samego
    dnia. Kontakt: { $contact }.
# Legal: have this reviewed for local law.
rules-volunteered-no-contact =
    Nie drążyć, nie notować i nie wspominać o tym podczas omówienia. Powiedzieć: „Dziękuję za tę informację. Nie wpłynie ona na
    naszą decyzję” i wrócić do pytania. O racjonalnym usprawnieniu nie decydować samodzielnie: prośbę przekazać tego samego dnia
    działowi rekrutacji lub HR.
rules-no-show = Gdy ktoś się nie zgłosi
rules-no-show-steps =
    Poczekać 15 minut i raz spróbować nawiązać kontakt. Zapisać godzinę na karcie wyników, niczego nie oceniać i powiadomić
    dział rekrutacji. Każda osoba może raz przełożyć rozmowę bez podania przyczyny. Nieobecności nigdy się nie ocenia; po
    drugiej decyduje dział rekrutacji.
rules-ratings = Skala ocen
rules-scale-not-assessed = **Nie oceniono:** pytania nie zadano lub nie dokończono. Odpowiedź bez istotnych dowodów to 1. Ocena
    bez kotwicy mieści się między kotwicami powyżej i poniżej. Zaznaczenia tylko wspierają pamięć; nie sumować ich.
rules-rating-errors = **Błędy oceny:** efekt aureoli (jedna mocna odpowiedź podnosi resztę) · pierwsze wrażenie · podobieństwo
    do mnie · kontrast z poprzednią osobą · łagodność lub same trójki. Sprawdzian: czy każdą ocenę da się poprzeć cytatem?
rules-references = **Dokumenty pomocnicze:**
rules-sources = **Źródła:** pytania i kryteria: { $banks }.
rules-bank-edition = { $bank }, wydanie { $edition }
rules-bank-source = { $bank } ({ $source })
rules-editor =
    Autorstwo pozostałych treści (tematy, poziomy, czasy, pytania uzupełniające i pogłębiające, sygnały, opisy ocen i kotwice):
    { $editor }.
rules-editor-of-bank =
    Autorstwo pozostałych treści w zbiorze { $bank } (tematy, poziomy, czasy, pytania uzupełniające i pogłębiające, sygnały,
    opisy ocen i kotwice): { $editor }.

## Scoring form and ratings

scoring = Ocena
scoring-title = { $title } – arkusz oceny
scoring-subject =
    { $questions ->
        [one] Arkusz oceny: { $questions } pytanie
        [few] Arkusz oceny: { $questions } pytania
        [many] Arkusz oceny: { $questions } pytań
       *[other] Arkusz oceny: { $questions } pytania
    }
scoring-when = Od razu po rozmowie, przed wymianą opinii: do każdej odpowiedzi wybrać najbliższą kotwicę.
scoring-evidence = **Dowody:** wypowiedzi, na których opiera się ocena
# Above the rubric, unless the question has its own heading.
rubric = Mocna odpowiedź obejmuje
# ☒ and ▨ are printed as a crossed and a hatched box.
marking = Pole ☒ zaznaczyć ciemnym długopisem. Aby cofnąć krzyżyk, wypełnić pole ▨
footer-marked = Poufne

## Scorecard

scorecard = Karta wyników
scorecard-title = { $title } – karta wyników
scorecard-subject =
    { $questions ->
        [one] Karta wyników: { $questions } pytanie
        [few] Karta wyników: { $questions } pytania
        [many] Karta wyników: { $questions } pytań
       *[other] Karta wyników: { $questions } pytania
    }
scorecard-when = W ciągu 24 godzin: przenieść oceny, ocenić kompetencje, złożyć kartę. Omawiać dopiero potem.
# Above the numbers of the questions.
scorecard-number = Nr
scorecard-competencies =
    Każdą kompetencję ocenić na podstawie wszystkich dowodów z podanych przy niej pytań. Nie uśredniać.
recommendation-strong-no = Zdecydowanie nie
recommendation-no = Nie
recommendation-yes = Tak
recommendation-strong-yes = Zdecydowanie tak
recommendation-means =
    Tak = dowody spełniają wymagania stanowiska i poziomu. Zdecydowanie = bez wątpliwości w każdej kluczowej kompetencji.
scorecard-rationale = **Uzasadnienie:** cytować wypowiedzi
attestation-alone = Oceniono samodzielnie, przed dyskusją.
attestation-evidence = Podstawą ocen są tylko wypowiedzi.
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = Wszystkie notatki oddać działowi rekrutacji; nie zachowywać kopii.

## Candidate sheet

# The document's name for interviewers, and its title on the sheet itself.
sheet-document = Karta informacyjna
sheet = Rozmowa kwalifikacyjna
sheet-title = Rozmowa kwalifikacyjna – { $position }
sheet-subject =
    { $interviews ->
        [one] Czego się spodziewać: { $interviews } rozmowa
        [few] Czego się spodziewać: { $interviews } rozmowy
        [many] Czego się spodziewać: { $interviews } rozmów
       *[other] Czego się spodziewać: { $interviews } rozmowy
    }
sheet-thanks = Dziękujemy za udział w rekrutacji. Poniżej piszemy, czego się spodziewać i z kim się kontaktować.
sheet-expect = Czego się spodziewać
sheet-expect-structured =
    To wywiad ustrukturyzowany: wszystkie osoby kandydujące na to stanowisko otrzymują te same pytania w tej samej kolejności,
    a odpowiedzi są oceniane według tych samych pisemnych kryteriów.
sheet-expect-examples =
    Pytamy o sposób postępowania w danej sytuacji i o niedawne przykłady z dotychczasowej pracy. W przykładzie prosimy opisać
    sytuację, własne działania i rezultat.
sheet-expect-time = Można się spokojnie zastanowić i poprosić o powtórzenie pytania.
sheet-expect-notes = Osoby prowadzące robią notatki, aby dokładnie zapamiętać odpowiedzi.
sheet-expect-notes-follow-ups =
    Osoby prowadzące robią notatki, aby dokładnie zapamiętać odpowiedzi. Do każdego pytania należy pytanie uzupełniające,
    zadawane wszystkim.
# Legal: have this reviewed for local law.
sheet-expect-private =
    Nie pytamy o wiek, rodzinę, zdrowie, wyznanie, pochodzenie ani wcześniejsze zarobki i nie trzeba o nich wspominać.
sheet-agenda = Przebieg
sheet-agenda-open =
    Rozmowa zaczyna się od przedstawienia się i omówienia przebiegu, potem następują pytania. Na koniec jest czas na pytania do
    nas oraz informacja o następnych krokach.
sheet-people = Rozmowę prowadzą:
sheet-interviews = Rozmowy
sheet-interviews-each = Każda rozmowa zaczyna się od przedstawienia się, a na koniec jest czas na pytania do nas.
sheet-your-questions = Pytania do nas
sheet-accommodations = Racjonalne usprawnienia
# Legal: have this reviewed for local law.
sheet-accommodations-ask =
    Jeśli potrzebne jest usprawnienie, np. dodatkowy czas, przerwa, pytania na piśmie, napisy, tłumacz, dostępna sala lub inny
    dzień, prosimy o jak najwcześniejszą wiadomość. Taka prośba nie wpływa na naszą decyzję.
sheet-contact = **Kontakt:**
sheet-reschedule = Aby zmienić termin, wystarczy dać nam znać; znajdziemy inny.
sheet-after = Po rozmowie
sheet-after-rating = Każda osoba prowadząca ocenia odpowiedzi niezależnie, zanim spotka się zespół rekrutacyjny.
# The blank is for a date.
sheet-after-answer = Odpowiedź prześlemy do ________________.
sheet-questions = Pytania
sheet-questions-prepare =
    Prosimy pomyśleć o przykładach z własnej pracy. Nie trzeba niczego przygotowywać na piśmie; można mieć ze sobą notatki.
sheet-notes = **Własne notatki**

## Interview plan of a panel

plan = Plan rozmów
plan-title = { $title } – plan rozmów
plan-subject =
    { $questions ->
        [one] Zespół ({ $interviewers } os.): { $questions } pytanie
        [few] Zespół ({ $interviewers } os.): { $questions } pytania
        [many] Zespół ({ $interviewers } os.): { $questions } pytań
       *[other] Zespół ({ $interviewers } os.): { $questions } pytania
    }
plan-common =
    { $count ->
        [one] { $count } wspólne
        [few] { $count } wspólne
        [many] { $count } wspólnych
       *[other] { $count } wspólnego
    }
plan-schedule = Harmonogram
plan-start = Początek
plan-end = Koniec
# Replace these two if the time of day at which the first interview starts is not known.
plan-start-elapsed = Czas od
plan-end-elapsed = Czas do
plan-themes = Tematy
plan-all-themes = wszystkie
plan-no-times =
    Nie podano czasu, ponieważ co najmniej jedna osoba ma więcej pytań, niż mieści się w jednej rozmowie. Do rozmów godzinnych:
    `interview-kit panel --minutes 60`.
plan-assignments = Przydział pytań
plan-numbers =
    { $times ->
        [yes] W każdej komórce jest numer pytania w scenariuszu danej osoby i czas, w którym się zaczyna.
       *[no] W każdej komórce jest numer pytania w scenariuszu danej osoby.
    }{ $common ->
        [0] {""}
       *[other] {" "}Pytania wspólne są pierwsze, aby oceny dało się porównać.
    }
plan-coverage = Pokrycie kompetencji
plan-gaps = Luki w pokryciu
plan-backup = Zastępstwo
plan-covered-by = Pokrycie
plan-covered = { $count } z { $interviewers }
plan-silence = Bez dyskusji.
plan-between-silence =
    Nie rozmawiać ze sobą o osobie kandydującej, ani dobrze, ani źle, dopóki nie zostaną złożone wszystkie karty wyników.
plan-time = Kończyć o czasie.
plan-between-time = Przedłużanie zabiera czas następnej rozmowie.
plan-own = Tylko własne pytania.
plan-between-own =
    Zadawać tylko przydzielone pytania. Gdy pojawi się temat innej osoby, zostawić go jej.

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    obowiązkowe pytanie „{ $question }” ({ $id }) nie zostanie zadane: { $why ->
        [bank] nie ma go w zbiorze pytań
        [filters] nie pasuje do filtrów
        [themes] wykluczają je tematy osób prowadzących
        [time] trwa dłużej niż czas na pytania
        [limit] limit nie dopuszcza żadnych pytań
        [must-asks] mieści się tylko zamiast innego obowiązkowego pytania
        [order] w ramach limitu pierwszeństwo mają pierwsze pytania obowiązkowe
       *[unproven] nie znaleziono planu, który je dodaje bez rezygnacji z innego celu
    }
unmet-competency =
    żadne pytanie nie sprawdza kompetencji { $competencies }: { $why ->
        [bank] w zbiorze nie ma takiego pytania
        [filters] żadne takie pytanie nie pasuje do filtrów
        [themes] tematy osób prowadzących wykluczają wszystkie takie pytania
        [time] każde takie pytanie trwa dłużej niż czas na pytania
        [limit] limit dopuszcza za mało pytań
        [must-asks] takie pytanie mieści się tylko zamiast obowiązkowego
        [shared] żadne takie pytanie nie mieści się obok obowiązkowych i wspólnych
        [everybody] takie pytanie mieści się tylko wtedy, gdy ktoś nie ma pytań
        [competencies] takie pytanie mieści się tylko kosztem innej kompetencji
        [second-people] takie pytanie mieści się tylko wtedy, gdy mniej osób sprawdza inną kompetencję
        [order] w ramach limitu pierwszeństwo mają pytania obowiązkowe, a potem pierwsze
       *[unproven] nie znaleziono planu, który dodaje takie pytanie bez rezygnacji z innego celu
    }
unmet-second-person =
    sprawdzaniem kompetencji { $competencies } zajmuje się tylko jedna osoba: { $why ->
        [bank] w zbiorze jest tylko jedno takie pytanie
        [filters] tylko jedno takie pytanie pasuje do filtrów
        [themes] tematy osób prowadzących wykluczają drugie
        [time] brak czasu na dwa takie pytania
        [limit] limit dopuszcza za mało pytań
        [must-asks] drugie zastąpiłoby pytanie obowiązkowe
        [shared] drugie nie mieści się obok obowiązkowych i wspólnych
        [everybody] z powodu drugiego ktoś nie miałby pytań
        [competencies] z powodu drugiego zabrakłoby pytania o inną kompetencję
        [second-people] z powodu drugiego mniej osób sprawdzałoby inną kompetencję
        [order] w ramach limitu pierwszeństwo mają pytania obowiązkowe, a potem pierwsze
       *[unproven] nie znaleziono planu, który dodaje drugie bez rezygnacji z innego celu
    }
unmet-shared =
    { $found ->
        [0] nie udało się wybrać żadnego pytania wspólnego: { $why ->
            [bank] w zbiorze nie ma więcej pytań
            [filters] żadne inne pytanie nie pasuje do filtrów
            [themes] żadne pytanie nie należy do tematów wszystkich osób
            [time] żadne pytanie z tematów wszystkich osób nie mieści się w czasie
            [limit] limit dopuszcza za mało pytań
            [must-asks] wyparłoby pytanie obowiązkowe
           *[unproven] nie znaleziono planu, który je dodaje bez rezygnacji z innego celu
        }
       *[other] liczba wybranych pytań wspólnych: { $found } z { $asked }: { $why ->
            [bank] w zbiorze nie ma więcej pytań
            [filters] żadne inne pytanie nie pasuje do filtrów
            [themes] żadne inne pytanie nie należy do tematów wszystkich osób
            [time] żadne inne pytanie z tematów wszystkich osób nie mieści się w czasie
            [limit] limit dopuszcza za mało pytań
            [must-asks] kolejne wyparłoby pytanie obowiązkowe
           *[unproven] nie znaleziono planu, który dodaje kolejne bez rezygnacji z innego celu
        }
    }
unmet-past-behavior =
    brak pytania behawioralnego: { $why ->
        [bank] w zbiorze nie ma takiego pytania
        [filters] żadne takie pytanie nie pasuje do filtrów
        [themes] tematy osób prowadzących wykluczają wszystkie takie pytania
        [time] każde takie pytanie trwa dłużej niż czas na pytania
        [limit] limit dopuszcza za mało pytań
        [must-asks] takie pytanie mieści się tylko zamiast obowiązkowego
        [shared] żadne takie pytanie nie mieści się obok obowiązkowych i wspólnych
        [everybody] takie pytanie mieści się tylko wtedy, gdy ktoś nie ma pytań
        [competencies] takie pytanie mieści się tylko kosztem którejś kompetencji
        [second-people] takie pytanie mieści się tylko wtedy, gdy mniej osób sprawdza którąś kompetencję
        [order] w ramach limitu pierwszeństwo mają pytania obowiązkowe, a potem pierwsze
       *[unproven] nie znaleziono planu, który dodaje takie pytanie bez rezygnacji z innego celu
    }

## Debrief

debrief = Omówienie
debrief-title = { $title } – omówienie i decyzja
debrief-subject =
    { $interviewers ->
        [one] Konsensus: { $interviewers } osoba prowadząca
        [few] Konsensus: { $interviewers } osoby prowadzące
        [many] Konsensus: { $interviewers } osób prowadzących
       *[other] Konsensus: { $interviewers } osoby prowadzącej
    }
debrief-when =
    { $title } · Wypełnić dopiero po złożeniu wszystkich kart wyników. Nie zmieniać indywidualnych ocen; obok wpisać konsensus.
debrief-facilitator = Moderacja
debrief-scorecards = **Karta wyników złożona przed dyskusją**
debrief-handed-in = **Karta wyników złożona**
debrief-gaps = **Luki w pokryciu**
debrief-ratings = Oceny według kompetencji
debrief-ratings-how = Przenieść oceny wszystkich osób. Rozstęp = najwyższa minus najniższa.
debrief-questions = Oceny pytań zadanych przez jedną osobę
debrief-legend = Kreska oznacza, że ta osoba o to nie pytała.
debrief-missing = Karta wyników jeszcze nie złożona; przed rozpoczęciem należy na nią poczekać:
debrief-unsettled = Najpierw wyjaśnić: sprzeczne lub nieczytelne wpisy
debrief-unasked = Pytania bez oceny i bez notatek
debrief-none = brak
debrief-ratings-read =
    Oceny tak, jak je wystawiono. Rozstęp = najwyższa minus najniższa. Kreska oznacza „nie zadano”, „{ $word }” – „nie oceniono”; ani jedno, ani drugie się nie liczy.
debrief-rest = {"["}… ciąg dalszy: { $place }]
debrief-handwritten = {"["}odręcznie: { $place }]
debrief-handwriting = Notatki odręczne
debrief-page = { $file }, strona { $page }
debrief-line = { $file }, wiersz { $line }
debrief-agenda = Przebieg: od największego rozstępu
debrief-agenda-how =
    Każda osoba podaje dowody, po czym zespół uzgadnia ocenę na podstawie kotwic. Nie uśredniać.
debrief-number = Nr
debrief-topic = Kompetencja/pytanie
debrief-lowest = Najniższa: dowody
debrief-highest = Najwyższa: dowody
debrief-range = Rozstęp
debrief-consensus = Konsensus
debrief-common = Pytanie wspólne: { $question }
debrief-rationale = **Uzasadnienie konsensusu: cytować wypowiedzi**
debrief-decision = Decyzja
debrief-hire = Zatrudnić
debrief-no-hire = Nie zatrudniać
debrief-another-interview = Dodatkowa rozmowa
debrief-another-role = Rozważyć na inne stanowisko
debrief-dissent = **Odmienne opinie: kto i dlaczego**
debrief-action = Działanie
debrief-owner = Kto
debrief-due = Termin
# Legal: have this reviewed for local law.
debrief-retain = Przechowywać do
debrief-destroyed = Zniszczono dnia

## Scores

scores = Analiza ocen
scores-what = Zestaw { $kit } · Osoby kandydujące: { $candidates } · Osoby prowadzące: { $interviewers }
scores-rule = Nie oblicza się średniej, sumy, rankingu ani rekomendacji.
scores-agreement = Zgodność
scores-units = Jednostki
scores-alpha = Alfa porządkowa
scores-within = Różnica do jednego punktu
scores-interval = { $value } ({ $low } do { $high })
scores-not-enough = za mało danych: n = { $n }, potrzeba { $needs }
scores-no-variation = nieokreślone: wszystkie oceny są takie same
scores-no-difference = nieokreślone: osoby kandydujące różnią się zbyt mało
scores-no-interval-ratings = { $value } (brak przedziału: oceny różnią się zbyt mało)
scores-no-interval-candidates = { $value } (brak przedziału: osoby kandydujące różnią się zbyt mało)
scores-no-interval-agreement = { $value } (brak przedziału: wszystkie jednostki (n = { $n }) wykazują tę samą zgodność)
scores-no-interval-interviewers = { $value } (brak przedziału: poza surowością osoby prowadzące rozmowę się nie różnią)
scores-without-name = Osoby prowadzące bez nazwiska, liczone w każdym pakiecie: { $count }.
scores-icc = Te same osoby prowadzące
scores-how =
    Jednostka to osoba kandydująca i pytanie lub kompetencja, które oceniły co najmniej dwie osoby prowadzące. W nawiasach: przedziały ufności 95% (alfa i udziały: bootstrap po jednostkach, próby: { $resamples }, ziarno: { $seed }; ICC: rozkład F).
scores-use = Użycie skali
scores-by-interviewer-questions = Osoba prowadząca, pytania
scores-by-interviewer-competencies = Osoba prowadząca, kompetencje
scores-more = Wiersze, które nie mieszczą się na tej stronie: { $count }. Pokazuje je `interview-kit scores`.
scores-look = Wiersze kryteriów zaznaczane tak samo przy wszystkich ocenach, warte sprawdzenia:
scores-left-out =
    Nie policzono: puste { $blank }, sprzeczne { $conflict }, nieczytelne { $unreadable }, odrzucone pliki { $refused }.
