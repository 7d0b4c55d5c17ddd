# The words of the documents in Hebrew, in Fluent syntax: https://projectfluent.org/fluent/guide/
#
# A template prints a message by its name: {{ text("question-count", count=6) }}. A message is Markdown, so ** and [ ] work in it.
# The values of its variables are names, titles, and numbers, which are always printed as text.
# A message is one line of the document, even if it takes several lines here. Continuation lines are indented and must not begin
# with *, [, or a period.
#
# Interviewers are addressed in the plural, candidates in forms that are written alike for everyone. A variable may hold Latin
# text, so it stands after its label or between Hebrew words: then the line reads from the right without direction marks.
# The word joiner (U+2060) after a question mark keeps the closing quotation mark on its line.

## Words used in several documents

candidate = מועמד/ת
room = חדר או קישור
started-at = בפועל
interviewer = מראיין/ת
interviewers = מראיינים
position = תפקיד
date = תאריך
time = שעה
name = שם
signature = חתימה
question = שאלה
questions = שאלות
competency = מיומנות
overall-recommendation = המלצה כוללת
not-assessed = לא הוערך
# Above columns of minutes.
min = דק׳
# Two items of a list, with the language's separator between them.
listed = { $start }, { $next }
# Two sentences of a text that is read aloud.
sentences = { $start } { $next }
# Two alternatives; then two or more, as `listed` joins them, and the last one.
either = { $start } או { $next }
either-last = { $start } או { $next }
# A text that is cut off at a word boundary.
shortened = { $text }…
# The title of a kit for a role.
kit-title = ריאיון לתפקיד { $role }
# An interviewer of a panel without a name.
interviewer-number = מראיין/ת { $number }
# The title of a file with all documents of an interview, and an interview in it without a candidate's name.
packet-title = תיק ריאיון – { $title }
interview-number = ריאיון { $number }
footer = חסוי · { $banks }
question-count =
    { $count ->
        [one] שאלה אחת
        [two] שתי שאלות
       *[other] { $count } שאלות
    }
interviewer-count =
    { $count ->
        [one] { $count } מראיין/ת
        [two] שני מראיינים
       *[other] { $count } מראיינים
    }
minute-count =
    { $count ->
        [one] דקה אחת
        [two] שתי דקות
       *[other] { $count } דקות
    }
# The numbers of the questions that assess a competency.
competency-questions = (ש׳ { $numbers })
# A date. The variables are numbers.
date-written =
    { $day } { $month ->
        [1] בינואר
        [2] בפברואר
        [3] במרץ
        [4] באפריל
        [5] במאי
        [6] ביוני
        [7] ביולי
        [8] באוגוסט
        [9] בספטמבר
        [10] באוקטובר
        [11] בנובמבר
       *[12] בדצמבר
    } { $year }
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm.
# $minute has two digits. A message need not use all of these variables.
time-of-day = { $hour }:{ $minute }
# A time after midnight.
time-days-later =
    { $days ->
        [one] { $time } (למחרת)
        [two] { $time } (כעבור יומיים)
       *[other] { $time } (כעבור { $days } ימים)
    }
# From one time to another.
time-range = { $start }–{ $end }

## Words in headers and footers, or read aloud by screen readers

page-number = עמוד { $page } מתוך { $pages }
page-kit = ערכה { $kit }
# Beside the code that identifies a page, in small type.
page-packet = תיק { $packet }
# A person at the top of a page: first the label, then the name.
page-name = { $label }: { $name }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = שונתה
# After the title of a question that continues from the previous page.
page-continued = (המשך)
field-notes = רישומים
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = ערכה, תיק ומסמך
# The name of a field without a label.
field-blank = למילוי
# The title of a document that has no title and no heading.
document-untitled = ללא כותרת

## Interviewer guide: agenda

guide = מדריך למראיינים
guide-title = מדריך למראיינים – { $title }
guide-subject =
    { $questions ->
        [one] ריאיון מובנה: שאלה אחת
        [two] ריאיון מובנה: שתי שאלות
       *[other] ריאיון מובנה: { $questions } שאלות
    }
guide-subject-timed =
    { $questions ->
        [one] ריאיון מובנה: שאלה אחת, { $minutes } דקות
        [two] ריאיון מובנה: שתי שאלות, { $minutes } דקות
       *[other] ריאיון מובנה: { $questions } שאלות, { $minutes } דקות
    }
guide-agenda = מהלך הריאיון
agenda-opening = פתיחה: היכרות, מהלך הריאיון, רישום הדברים
agenda-candidate-questions = שאלות המועמד/ת
agenda-closing = סיום: השלבים הבאים והמועדים
agenda-end = סוף
# Above the times of day; `elapsed` is in its place if they are counted from the beginning of the interview.
clock = שעה
elapsed = מההתחלה
segment = שלב
page = עמוד
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = שאלות לבחירה
guide-choose-why =
    יש כאן { $count } שאלות, יותר משאפשר לשאול בריאיון אחד, ולכן לא מוצגים זמנים. בחרו מתוכן, או הכינו ערכה לריאיון של שעה:
    `interview-kit build --minutes 60`.

## Interviewer guide: opening script, which is read aloud, and reminders

opening = דברי פתיחה (לקריאה בקול)
# The whole script, in quotation marks.
opening-quoted = ״{ $script }{"\u2060"}״
# The interviewer’s name, or a blank for it, and a blank for the work.
opening-hello = שלום, שמי { $interviewer }, ותפקידי כאן: { $work }.
opening-thanks = תודה על הזמן שפינית לפגישה.
opening-minutes =
    { $minutes ->
        [one] יש לנו דקה אחת.
        [two] יש לנו שתי דקות.
       *[other] יש לנו { $minutes } דקות.
    }
opening-questions =
    { $questions ->
        [one] אשאל שאלה אחת, אותה שאלה לכל המועמדים לתפקיד{ $follow_ups ->
            [all] , ואחריה שאלת המשך
           *[other] {""}
        }.
        [two] אשאל שתי שאלות, אותן שאלות לכל המועמדים לתפקיד{ $follow_ups ->
            [all] , ולכל אחת יש שאלת המשך
            [some] , ולאחת מהן יש שאלת המשך
           *[none] {""}
        }.
       *[other] אשאל { $questions } שאלות, אותן שאלות לכל המועמדים לתפקיד{ $follow_ups ->
            [all] , ולכל אחת יש שאלת המשך
            [some] , ולחלקן יש שאלת המשך
           *[none] {""}
        }.
    }
opening-examples =
    כשאבקש דוגמה, חשוב לי לשמוע מה היה המצב, מה עשית באופן אישי ומה הייתה התוצאה. אפשר לקחת זמן לחשוב, ואפשר לבקש בכל רגע
    שאחזור על שאלה.
opening-notes =
    ארשום את הדברים כדי לזכור את התשובות שלך במדויק, וייתכן שאעבור הלאה כדי לעמוד בזמנים; זה לא אומר דבר על התשובה שלך.
opening-end = בסוף נשאיר זמן לשאלות שלך. אפשר להתחיל?
reminders-before = לפני הריאיון
reminders-read = קראו את הכללים למראיינים, את כל השאלות ואת העוגנים שלהן.
reminders-feedback = אל תקראו משוב של מראיינים אחרים.
reminders-room = בדקו את החדר או את קישור הווידאו. ודאו שיש שעון מול העיניים.
reminders-accommodations = בררו מי מטפל בבקשות להתאמות.
reminders-during = במהלך הריאיון
reminders-ask = שאלו כל שאלה כלשונה ולפי הסדר, ואחריה את שאלת ההמשך.
reminders-probe = שאלו שאלת הבהרה רק אם התשובה כללית או חלקית. אל תרמזו.
reminders-write = רשמו את דברי המועמד/ת. דרגו אחר כך.
reminders-rate-as-you-go = דרגו כל תשובה מיד אחריה, לפי העוגן המתאים ביותר.
reminders-after = אחרי הריאיון
reminders-rate = דרגו מיד אחרי הריאיון, לבד, לפי העוגנים.
reminders-check = בדקו לבד את הדירוגים מול הרישומים.
reminders-not-assessed = סמנו ״לא הוערך״ רק אם שאלה לא נשאלה או לא הושלמה.
reminders-submit = הגישו את טופס ההערכה לפני כל שיחה על המועמד/ת.
# Legal: have this reviewed for local law.
reminders-never-ask = **אין לשאול לעולם על** גיל, משפחה או תוכניות לילדים, בריאות או מוגבלות, דת, מוצא, אזרחות, גזע, מגדר,
    נטייה מינית, פוליטיקה, ארגון עובדים או שכר קודם. אם נושא כזה עולה מצד המועמד/ת, אל תרחיבו בו ואל תרשמו אותו; חזרו לשאלה.

## Interviewer guide: a question

common-question = שאלה משותפת (לכל המראיינים)
question-minutes = { $count } דק׳
question-notes = **רישומים:** דברי המועמד/ת כלשונם, בלי דעות ובלי דירוג
follow-up = **שאלת המשך (לכל המועמדים)**
notes-situation = **מצב**
notes-action = **פעולה:** מה נעשה בידי המועמד/ת
notes-result = **תוצאה**
probes = **שאלות הבהרה (אם התשובה כללית)**
watch-for = לשים לב (סימנים לתשובה חלשה)

## Interviewer guide: closing

closing-questions = שאלות המועמד/ת
closing-answers =
    ענו בעובדות על התפקיד ועל הצוות. על שכר, הטבות, אשרות, מועמדים אחרים או סיכויים אמרו: ״אעביר את השאלה לצוות הגיוס״. אל
    תבטיחו דבר ואל תתנו משוב.
closing-questions-notes = **השאלות שנשאלו, ומה הובטח לברר**
closing = דברי סיום (לקריאה בקול)
# The variables are blanks.
closing-script =
    ״אלה כל השאלות שלי. יש משהו שחשוב לך להוסיף לאחת התשובות? \[הפסקה.\] אילו שאלות יש לך אליי? \[שאלות המועמד/ת.\] השלב הבא
    הוא { $step }, ועדכון יגיע אליך מאת { $sender } עד { $day }. תודה על הזמן.״

## Ground rules for interviewers

ground-rules = כללים למראיינים
ground-rules-title = כללים למראיינים – { $title }
rules-precedence = לקריאה לפני הריאיון הראשון. נוהלי החברה והדין המקומי גוברים על הכתוב כאן.
rules-same = יחס שווה לכל המועמדים
rules-same-words =
    שאלו כל שאלה כלשונה ולפי הסדר. אל תדלגו על שאלה כי התשובה נראית מובנת מאליה, ואל תנסחו אותה מחדש; מותר לחזור עליה.
rules-same-help =
    תנו לכולם אותו זמן ואותה עזרה: שאלת ההמשך תמיד, שאלת הבהרה אם התשובה כללית, ובלי רמזים. שמרו על ניטרליות: בלי ״תשובה
    מצוינת״ ובלי משוב.
rules-same-notes = אמרו בהתחלה שתרשמו את הדברים, ומדוע.
rules-evidence = רשמו עדויות, לא התרשמויות
rules-evidence-words =
    רשמו את דברי המועמד/ת, ככל האפשר כלשונם. ״עצרתי את קליטת הפניות וסגרתי 40 ממצאים ברבעון״ – זו עדות; ״יכולת ביצוע גבוהה״
    – זו התרשמות.
rules-evidence-never =
    אל תרשמו לעולם הערות על מראה, קול, מבטא או גיל. אל תכתבו דבר שלא הייתם מראים למועמד/ת.
rules-evidence-moment = אם דרוש לכם רגע, אמרו: ״רק רגע, חשוב לי לרשום את זה״.
# Legal: have this reviewed for local law.
rules-evidence-records =
    הרישומים הם מסמכים של החברה. אין להקליט או לתעד בכלי בינה מלאכותית, אלא אם נוהלי החברה מתירים זאת ובהסכמת המועמד/ת.
rules-time = שמרו על הזמן
rules-time-how =
    במחצית הזמן של שאלה עברו לשאלת ההמשך, גם אם התשובה הראשונה לא הושלמה. כדי להתקדם אמרו: ״תודה. חשוב לי להגיע לכל השאלות,
    אז נמשיך הלאה״. אם הזמן אזל, סמנו ״לא הוערך״ בשאלות שנותרו; אל תקצרו לעולם את הזמן לשאלות המועמד/ת.
rules-prompts = משפטים קבועים (אין להוסיף עליהם)
rules-prompts-words =
    בכל דוגמה בקשו את מה שחסר: ״מה היה המצב?{"\u2060"}״ ״מה עשית באופן אישי?{"\u2060"}״ ״מה הייתה התוצאה?{"\u2060"}״ בשאר
    המקרים: ״אשמח לשמוע עוד על זה״, ״אין צורך למהר״, ״תודה״. אין דוגמה: ״מה הניסיון הקרוב ביותר שיש לך?{"\u2060"}״ השאלה לא
    ברורה: ״אחזור עליה. אפשר לענות לפי הבנתך״.
rules-not-ask = על מה אין לשאול
# Legal: have this reviewed for local law.
rules-not-ask-topics =
    אין לשאול, במישרין או בעקיפין, על גיל, גזע, צבע עור, מוצא עדתי, ארץ מוצא, אזרחות, שפת אם, מקום מגורים, דת, מין, היריון
    או טיפולי פוריות, מצב משפחתי, הורות, זהות מגדרית, נטייה מינית, מוגבלות, מידע רפואי או גנטי, שירות מילואים, עבר פלילי,
    דעות פוליטיות, חברות בארגון עובדים או שכר קודם. גם שאלה עקיפה היא שאלה: מקור השם, שנת סיום הלימודים, עיסוק בן או בת
    הזוג.
rules-do-not-ask = אין לשאול
rules-ask-instead = לשאול את כל המועמדים
# Legal: have this reviewed for local law.
rules-children = יש לך ילדים?
# Legal: have this reviewed for local law.
rules-children-instead = התפקיד כולל שבוע כוננות אחת לשישה שבועות. יש באפשרותך לעמוד בכך?
# Legal: have this reviewed for local law.
rules-health = יש לך בעיות בריאות?
# Legal: have this reviewed for local law.
rules-health-instead =
    התפקיד כולל ארבע נסיעות עבודה בשנה. יש באפשרותך לעמוד בכך, עם התאמה סבירה או בלעדיה?
# Legal: have this reviewed for local law.
rules-origin = מה המוצא שלך?
# Legal: have this reviewed for local law.
rules-origin-instead =
    יש לך אישור חוקי לעבוד ב\[מדינה\]? (אם צוות הגיוס עוד לא שאל.)
# Legal: have this reviewed for local law.
rules-legal =
    שאלו רק על מה שקשור לתפקיד, ושאלו על כך את כולם. אם יש ספק, אל תשאלו; בררו עם משאבי אנוש. גם שיחת חולין נחשבת: בלי
    משפחה, חגים, שמות, מבטא ושנות לימודים. דף זה אינו ייעוץ משפטי, והדין המקומי עשוי להחמיר. ההנחיות לא נבדקו לפי הדין
    המקומי; משאבי אנוש או היועצים המשפטיים צריכים לבדוק אותן לפני השימוש.
rules-volunteered = אם עולה מידע מוגן מצד המועמד/ת
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact =
    אל תרחיבו בו, אל תרשמו אותו ואל תזכירו אותו בדיון המסכם. אמרו: ״תודה ששיתפת. זה לא ישפיע על ההחלטה שלנו״, וחזרו לשאלה.
    אם זו בקשה להתאמה, אל תחליטו בה בעצמכם: העבירו אותה באותו יום אל { $contact }.
# Legal: have this reviewed for local law.
rules-volunteered-no-contact =
    אל תרחיבו בו, אל תרשמו אותו ואל תזכירו אותו בדיון המסכם. אמרו: ״תודה ששיתפת. זה לא ישפיע על ההחלטה שלנו״, וחזרו לשאלה.
    אם זו בקשה להתאמה, אל תחליטו בה בעצמכם: העבירו אותה באותו יום לצוות הגיוס או למשאבי אנוש.
rules-no-show = במקרה של אי־הגעה
rules-no-show-steps =
    המתינו 15 דקות ונסו פעם אחת ליצור קשר. ציינו את השעה בטופס ההערכה, אל תדרגו דבר ועדכנו את צוות הגיוס. כל המועמדים רשאים
    לדחות פעם אחת בלי לנמק. אי־הגעה אינה מדורגת לעולם; לאחר אי־הגעה שנייה ההחלטה בידי צוות הגיוס.
rules-ratings = סולם הדירוג
rules-scale-not-assessed = **לא הוערך:** השאלה לא נשאלה או לא הושלמה. תשובה שניתנה אך אין בה עדות רלוונטית מדורגת 1. דרגה
    ללא עוגן נמצאת בין העוגן שמעליה לעוגן שמתחתיה. הסימונים ברשימות הם תזכורת בלבד; אין לסכום אותם.
rules-rating-errors = **הטיות בדירוג:** אפקט ההילה (תשובה חזקה אחת מעלה את השאר) · רושם ראשוני · דמיון אליי · ניגוד לריאיון
    הקודם · נדיבות יתר, או 3 לכולם. לבדיקה: אפשר לצטט את המילים שמאחורי כל דירוג?
rules-references = **מסמכי עזר:**
rules-sources = **מקורות:** השאלות והמחוונים מתוך { $banks }.
rules-bank-edition = { $bank }, מהדורה { $edition }
rules-bank-source = { $bank } ({ $source })
rules-editor =
    כל השאר (נושאים, רמות, מגבלות זמן, שאלות המשך, שאלות הבהרה, סימנים לתשובה חלשה, שמות הדרגות ועוגנים) נכתב בידי { $editor }.
rules-editor-of-bank =
    כל השאר במאגר { $bank } (נושאים, רמות, מגבלות זמן, שאלות המשך, שאלות הבהרה, סימנים לתשובה חלשה, שמות הדרגות ועוגנים)
    נכתב בידי { $editor }.

## Scoring form and ratings

scoring = דירוג
scoring-title = טופס דירוג – { $title }
scoring-subject =
    { $questions ->
        [one] טופס דירוג: שאלה אחת
        [two] טופס דירוג: שתי שאלות
       *[other] טופס דירוג: { $questions } שאלות
    }
scoring-when = מיד אחרי הריאיון, לפני כל שיחה עם אחרים: בחרו את העוגן הקרוב ביותר לכל תשובה.
scoring-evidence = **עדויות:** דברי המועמד/ת שתומכים בדירוג
# Above the rubric, unless the question has its own heading.
rubric = תשובה חזקה אמורה לכלול
# ☒ and ▨ are printed as a crossed and a hatched box.
marking = סמנו איקס במשבצת ☒ בעט כהה. לביטול הסימון מלאו את המשבצת ▨
footer-marked = חסוי

## Scorecard

scorecard = טופס הערכה
scorecard-title = טופס הערכה – { $title }
scorecard-subject =
    { $questions ->
        [one] טופס הערכה: שאלה אחת
        [two] טופס הערכה: שתי שאלות
       *[other] טופס הערכה: { $questions } שאלות
    }
scorecard-when = בתוך 24 שעות, לפני כל שיחה עם אחרים: העתיקו את הדירוגים, דרגו כל מיומנות והגישו. רק אז קיימו דיון.
# Above the numbers of the questions.
scorecard-number = #
scorecard-competencies =
    דרגו כל מיומנות לפי כל העדויות מהשאלות הרשומות לצידה. אל תחשבו ממוצע.
recommendation-strong-no = בהחלט לא
recommendation-no = לא
recommendation-yes = כן
recommendation-strong-yes = בהחלט כן
recommendation-means =
    כן = העדויות עומדות ברף לתפקיד ולרמה. בהחלט = הדבר ברור בכל מיומנות קריטית.
scorecard-rationale = **נימוק:** צטטו את דברי המועמד/ת
attestation-alone = דירגתי לבד, לפני כל דיון.
attestation-evidence = הדירוגים שלי מבוססים רק על דברי המועמד/ת.
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = יש למסור את כל הרישומים לצוות הגיוס; אין לשמור עותקים.

## Candidate sheet

# The document's name for interviewers, and its title on the sheet itself.
sheet-document = דף למועמדים
sheet = הריאיון שלך
sheet-title = הריאיון שלך – { $position }
sheet-subject =
    { $interviews ->
        [one] מה צפוי: ריאיון אחד
        [two] מה צפוי: שני ראיונות
       *[other] מה צפוי: { $interviews } ראיונות
    }
sheet-thanks = תודה על נכונותך להתראיין אצלנו. בדף זה מוסבר מה צפוי בריאיון ולמי אפשר לפנות.
sheet-expect = מה צפוי
sheet-expect-structured =
    זהו ריאיון מובנה: כל המועמדים שמתראיינים לתפקיד נשאלים אותן שאלות באותו סדר, והתשובות מדורגות לפי אותן אמות מידה כתובות.
sheet-expect-examples =
    השאלות עוסקות במה שהיית עושה ובדוגמאות מהזמן האחרון למה שעשית. בכל דוגמה נבקש לשמוע על המצב, על מה שעשית באופן אישי ועל
    התוצאה.
sheet-expect-time = אפשר לקחת זמן לחשוב. אפשר לבקש לשמוע שאלה שוב.
sheet-expect-notes = המראיינים רושמים את הדברים כדי לזכור את תשובותיך במדויק.
sheet-expect-notes-follow-ups =
    המראיינים רושמים את הדברים כדי לזכור את תשובותיך במדויק. לכל שאלה יש שאלת המשך, זהה לכל המועמדים.
# Legal: have this reviewed for local law.
sheet-expect-private =
    לא יישאלו שאלות על גיל, משפחה, בריאות, דת, ארץ מוצא או שכר קודם, ואין צורך להזכיר אותם.
sheet-agenda = מהלך הריאיון
sheet-agenda-open =
    הריאיון נפתח בהיכרות ובהסבר על מהלכו, ואחר כך באות השאלות. בסוף יהיה זמן לשאלות שלך, ונסביר מהם השלבים הבאים.
sheet-people = המראיינים שלך:
sheet-interviews = הראיונות שלך
sheet-interviews-each = כל ריאיון נפתח בהיכרות, ובסופו יש זמן לשאלות שלך.
sheet-your-questions = השאלות שלך
sheet-accommodations = התאמות
# Legal: have this reviewed for local law.
sheet-accommodations-ask =
    אם דרושה לך התאמה, כגון תוספת זמן, הפסקה, שאלות בכתב, כתוביות, תרגום לשפה אחרת או לשפת סימנים, חדר נגיש או יום אחר, נא
    להודיע לנו מוקדם ככל האפשר. הבקשה לא תשפיע על החלטתנו.
sheet-contact = **ליצירת קשר:**
sheet-reschedule = אם צריך לדחות את הריאיון, נא להודיע לנו ונמצא מועד אחר.
sheet-after = אחרי הריאיון
sheet-after-rating = כל המראיינים מדרגים את תשובותיך בנפרד, לפני ישיבת צוות הגיוס.
# The blank is for a date.
sheet-after-answer = תשובה תגיע אליך עד ________________.
sheet-questions = השאלות
sheet-questions-prepare =
    כדאי לחשוב על דוגמאות מעבודתך. אין צורך להכין דבר בכתב; אפשר להביא רישומים.
sheet-notes = **הרישומים שלך**

## Interview plan of a panel

plan = תוכנית הראיונות
plan-title = תוכנית הראיונות – { $title }
plan-subject = צוות המראיינים: { $interviewers }, שאלות: { $questions }
plan-common =
    { $count ->
        [one] אחת משותפת לכל המראיינים
        [two] שתיים משותפות לכל המראיינים
       *[other] { $count } משותפות לכל המראיינים
    }
plan-schedule = לוח זמנים
plan-start = התחלה
plan-end = סיום
# Replace these two if the time of day at which the first interview starts is not known.
plan-start-elapsed = התחלה (מ־0:00)
plan-end-elapsed = סיום (מ־0:00)
plan-themes = נושאים
plan-all-themes = הכול
plan-no-times =
    לא מוצגים זמנים, כי למראיין/ת אחד/ת לפחות יש יותר שאלות משאפשר לשאול בריאיון אחד. לראיונות של שעה:
    `interview-kit panel --minutes 60`.
plan-assignments = חלוקת השאלות
plan-numbers =
    { $times ->
        [yes] בכל תא: מספר השאלה במדריך של המראיין/ת והשעה שבה היא מתחילה.
       *[no] בכל תא: מספר השאלה במדריך של המראיין/ת.
    }{ $common ->
        [0] {""}
       *[other] {" "}השאלות המשותפות באות ראשונות כדי לאפשר השוואת דירוגים.
    }
plan-coverage = כיסוי המיומנויות
plan-gaps = פערים בכיסוי
plan-backup = גיבוי
plan-covered-by = כיסוי
plan-covered = { $count } מתוך { $interviewers }
plan-silence = בלי דיונים.
plan-between-silence =
    אל תדברו ביניכם על המועמד/ת, לטוב או לרע, עד שיוגשו כל טופסי ההערכה.
plan-time = לסיים בזמן.
plan-between-time = כל חריגה באה על חשבון הריאיון הבא של המועמד/ת.
plan-own = רק השאלות שלכם.
plan-between-own =
    שאלו רק את השאלות שהוקצו לכם. אם עולה נושא של מראיינים אחרים, השאירו אותו להם.

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    שאלת החובה ״{ $question }״ ({ $id }) אינה נשאלת: { $why ->
        [bank] היא אינה במאגר
        [filters] היא אינה מתאימה לסינון
        [themes] נושאי המראיינים אינם כוללים אותה
        [time] היא ארוכה מהזמן המוקצב לשאלות
        [limit] המגבלה אינה מאפשרת שאלות
        [must-asks] היא נכנסת רק במקום שאלת חובה אחרת
        [order] המגבלה משאירה את שאלות החובה הראשונות
       *[unproven] לא נמצאה תוכנית שמוסיפה אותה בלי לוותר על יעד אחר
    }
unmet-competency =
    אין שאלה שמכסה את המיומנות { $competencies }: { $why ->
        [bank] אין במאגר שאלה כזו
        [filters] אין שאלה כזו שמתאימה לסינון
        [themes] נושאי המראיינים אינם כוללים אף שאלה כזו
        [time] כל שאלה כזו ארוכה מהזמן המוקצב לשאלות
        [limit] המגבלה מאפשרת מעט מדי שאלות
        [must-asks] שאלה כזו נכנסת רק במקום שאלת חובה
        [shared] אין שאלה כזו שנכנסת לצד שאלות החובה והשאלות המשותפות
        [everybody] שאלה כזו נכנסת רק אם מישהו מהמראיינים נשאר בלי שאלות
        [competencies] שאלה כזו נכנסת רק אם מיומנות אחרת אינה מכוסה
        [second-people] שאלה כזו נכנסת רק אם פחות מראיינים מכסים מיומנות אחרת
        [order] המגבלה משאירה את שאלות החובה, ואחריהן את השאלות הראשונות
       *[unproven] לא נמצאה תוכנית שמוסיפה שאלה כזו בלי לוותר על יעד אחר
    }
unmet-second-person =
    רק אחד המראיינים מכסה את המיומנות { $competencies }: { $why ->
        [bank] יש במאגר רק שאלה אחת כזו
        [filters] רק שאלה אחת כזו מתאימה לסינון
        [themes] נושאי המראיינים אינם כוללים שאלה שנייה כזו
        [time] אין זמן לשתי שאלות כאלה
        [limit] המגבלה מאפשרת מעט מדי שאלות
        [must-asks] שאלה שנייה תבוא במקום שאלת חובה
        [shared] שאלה שנייה אינה נכנסת לצד שאלות החובה והשאלות המשותפות
        [everybody] שאלה שנייה תשאיר מישהו מהמראיינים בלי שאלות
        [competencies] שאלה שנייה תשאיר מיומנות אחרת בלי כיסוי
        [second-people] שאלה שנייה תשאיר פחות מראיינים למיומנות אחרת
        [order] המגבלה משאירה את שאלות החובה, ואחריהן את השאלות הראשונות
       *[unproven] לא נמצאה תוכנית שמוסיפה שאלה שנייה בלי לוותר על יעד אחר
    }
unmet-shared =
    { $found ->
        [0] לא ניתן לבחור שאלה משותפת: { $why ->
            [bank] אין במאגר שאלות נוספות
            [filters] אין שאלות נוספות שמתאימות לסינון
            [themes] אין שאלה בנושאים של כל המראיינים
            [time] אין שאלה בנושאים של כל המראיינים שנכנסת בזמן
            [limit] המגבלה מאפשרת מעט מדי שאלות
            [must-asks] שאלה משותפת תבוא במקום שאלת חובה
           *[unproven] לא נמצאה תוכנית שמוסיפה שאלה כזו בלי לוותר על יעד אחר
        }
       *[other] מספר השאלות המשותפות שניתן לבחור הוא { $found } מתוך { $asked }: { $why ->
            [bank] אין במאגר שאלות נוספות
            [filters] אין שאלות נוספות שמתאימות לסינון
            [themes] אין שאלה נוספת בנושאים של כל המראיינים
            [time] אין שאלה נוספת בנושאים של כל המראיינים שנכנסת בזמן
            [limit] המגבלה מאפשרת מעט מדי שאלות
            [must-asks] שאלה משותפת נוספת תבוא במקום שאלת חובה
           *[unproven] לא נמצאה תוכנית שמוסיפה עוד שאלה כזו בלי לוותר על יעד אחר
        }
    }
unmet-past-behavior =
    אין שאלה התנהגותית: { $why ->
        [bank] אין במאגר שאלה כזו
        [filters] אין שאלה כזו שמתאימה לסינון
        [themes] נושאי המראיינים אינם כוללים אף שאלה כזו
        [time] כל שאלה כזו ארוכה מהזמן המוקצב לשאלות
        [limit] המגבלה מאפשרת מעט מדי שאלות
        [must-asks] שאלה כזו נכנסת רק במקום שאלת חובה
        [shared] אין שאלה כזו שנכנסת לצד שאלות החובה והשאלות המשותפות
        [everybody] שאלה כזו נכנסת רק אם מישהו מהמראיינים נשאר בלי שאלות
        [competencies] שאלה כזו נכנסת רק אם מיומנות כלשהי אינה מכוסה
        [second-people] שאלה כזו נכנסת רק אם פחות מראיינים מכסים מיומנות כלשהי
        [order] המגבלה משאירה את שאלות החובה, ואחריהן את השאלות הראשונות
       *[unproven] לא נמצאה תוכנית שמוסיפה שאלה כזו בלי לוותר על יעד אחר
    }

## Debrief

debrief = דיון מסכם
debrief-title = דיון מסכם ותיעוד ההחלטה – { $title }
debrief-subject =
    { $interviewers ->
        [one] דירוג מוסכם של { $interviewers } מראיין/ת
        [two] דירוג מוסכם של שני מראיינים
       *[other] דירוג מוסכם של { $interviewers } מראיינים
    }
debrief-when =
    { $title } · למילוי רק אחרי שהוגשו כל טופסי ההערכה. אין לשנות דירוגים אישיים; הדירוג המוסכם נרשם לצידם.
debrief-facilitator = מנחה
debrief-scorecards = **טופס ההערכה הוגש לפני כל דיון**
debrief-handed-in = **טופס ההערכה הוגש**
debrief-gaps = **פערים בכיסוי**
debrief-ratings = דירוגים לפי מיומנות
debrief-ratings-how = העתיקו את הדירוגים של כל המראיינים. טווח = הגבוה פחות הנמוך.
debrief-questions = דירוגים לפי שאלה, לשאלות שאינן משותפות
debrief-legend = קו פירושו שאין שאלה כזו אצל המראיין/ת.
debrief-missing = טופס ההערכה טרם הוגש; יש להמתין לו לפני שמתחילים:
debrief-unsettled = לבירור תחילה: רישומים סותרים או בלתי קריאים
debrief-unasked = שאלות ללא דירוג וללא הערות
debrief-none = ללא
debrief-ratings-read =
    הדירוגים כפי שנתנו המראיינים. טווח = הגבוה פחות הנמוך. קו פירושו שלא נשאל, „{ $word }” פירושו שלא הוערך; שניהם אינם נספרים.
debrief-rest = {"["}… המשך ב־{ $place }]
debrief-handwritten = {"["}בכתב יד: { $place }]
debrief-handwriting = רישומים בכתב יד
debrief-page = { $file }, עמוד { $page }
debrief-line = { $file }, שורה { $line }
debrief-agenda = סדר היום: הטווח הרחב ביותר תחילה
debrief-agenda-how =
    המראיינים מציגים בזה אחר זה את העדויות, ואז הצוות מסכים על דירוג לפי העוגנים. אל תחשבו ממוצע.
debrief-number = #
debrief-topic = מיומנות או שאלה
debrief-lowest = הנמוך: עדויות
debrief-highest = הגבוה: עדויות
debrief-range = טווח
debrief-consensus = מוסכם
debrief-common = שאלה משותפת: { $question }
debrief-rationale = **נימוק לדירוג המוסכם: צטטו את דברי המועמד/ת**
debrief-decision = החלטה
debrief-hire = לקבל
debrief-no-hire = לא לקבל
debrief-another-interview = ריאיון נוסף
debrief-another-role = לשקול לתפקיד אחר
debrief-dissent = **דעות חולקות: של מי ומדוע**
debrief-action = משימה
debrief-owner = אחריות
debrief-due = לביצוע עד
# Legal: have this reviewed for local law.
debrief-retain = לשמור את המסמכים עד
debrief-destroyed = הושמדו ביום

## Scores

scores = ניתוח הדירוגים
scores-what = ערכה { $kit } · מועמדים: { $candidates } · מראיינים: { $interviewers }
scores-rule = לא מחושבים ממוצע, סכום, דירוג מועמדים או המלצה.
scores-agreement = הסכמה
scores-units = יחידות
scores-alpha = אלפא סדורה
scores-within = הפרש של נקודה לכל היותר
scores-interval = { $value } (מ־{ $low } עד { $high })
scores-not-enough = אין די נתונים: n = { $n }, נדרשים { $needs }
scores-no-variation = לא מוגדר: כל הדירוגים זהים
scores-no-difference = לא מוגדר: ההבדלים בין המועמדים קטנים מדי
scores-no-interval-ratings = { $value } (אין רווח סמך: השונות בדירוגים קטנה מדי)
scores-no-interval-candidates = { $value } (אין רווח סמך: ההבדלים בין המועמדים קטנים מדי)
scores-no-interval-agreement = { $value } (אין רווח סמך: כל היחידות (n = { $n }) מראות אותה הסכמה)
scores-no-interval-interviewers = { $value } (אין רווח סמך: פרט לחומרה, המראיינים אינם נבדלים)
scores-without-name = מראיינים ללא שם, לפי ספירה בכל תיק: { $count }.
scores-icc = אותם מראיינים
scores-how =
    יחידה היא מועמד ושאלה או כשירות ששני מראיינים או יותר דירגו. בסוגריים: רווחי סמך של 95% (אלפא ושיעורים: דגימה חוזרת של יחידות, מספר דגימות { $resamples }, ערך התחלתי { $seed }; ICC: התפלגות F).
scores-use = השימוש בסולם
scores-by-interviewer-questions = מראיין, שאלות
scores-by-interviewer-competencies = מראיין, כשירויות
scores-more = שורות שאין להן מקום בעמוד זה: { $count }. `interview-kit scores` מציג אותן.
scores-look = שורות במחוון שסומנו במידה שווה בכל הדירוגים, וכדאי לבחון אותן:
scores-left-out = לא נספרו: ריקים { $blank }, סותרים { $conflict }, לא קריאים { $unreadable }, קבצים שנדחו { $refused }.
