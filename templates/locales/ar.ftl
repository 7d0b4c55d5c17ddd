# The words of the documents in Modern Standard Arabic, in Fluent syntax: https://projectfluent.org/fluent/guide/
#
# A template prints a message by its name: {{ text("question-count", count=6) }}. A message is Markdown, so ** and [ ] work in it.
# The values of its variables are names, titles, and numbers, which are always printed as text.
# A message is one line of the document, even if it takes several lines here. Continuation lines are indented and must not begin
# with *, [, or a period.
#
# Digits are Western (0 to 9), because ratings and codes are printed in them and read back from the page. Months have the names
# used in Egypt and the Gulf. Interviewers are addressed in the plural, candidates in forms that are written alike for everyone.
# A variable may hold Latin text, so it stands after its label or between Arabic words: then the line reads from the right
# without direction marks. The interviewer is written with a damma, because the word without it also means topics.

## Words used in several documents

candidate = المرشح
room = القاعة أو الرابط
started-at = البدء الفعلي
interviewer = المُحاور
interviewers = المُحاورون
position = الوظيفة
date = التاريخ
time = الوقت
name = الاسم
signature = التوقيع
question = السؤال
questions = الأسئلة
competency = الجدارة
overall-recommendation = التوصية العامة
not-assessed = لم يُقيَّم
# Above columns of minutes.
min = دقائق
# Two items of a list, with the language's separator between them.
listed = { $start }، { $next }
# Two sentences of a text that is read aloud.
sentences = { $start } { $next }
# Two alternatives; then two or more, as `listed` joins them, and the last one.
either = { $start } أو { $next }
either-last = { $start } أو { $next }
# A text that is cut off at a word boundary.
shortened = { $text }…
# The title of a kit for a role.
kit-title = مقابلة لوظيفة { $role }
# An interviewer of a panel without a name.
interviewer-number = المُحاور { $number }
# The title of a file with all documents of an interview, and an interview in it without a candidate's name.
packet-title = ملف المقابلة – { $title }
interview-number = المقابلة { $number }
footer = سرّي · { $banks }
question-count =
    { $count ->
        [one] سؤال واحد
        [two] سؤالان
        [few] { $count } أسئلة
        [many] { $count } سؤالًا
       *[other] { $count } سؤال
    }
interviewer-count =
    { $count ->
        [one] مُحاور واحد
        [two] مُحاوران
        [few] { $count } مُحاورين
        [many] { $count } مُحاورًا
       *[other] { $count } مُحاور
    }
minute-count =
    { $count ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
       *[other] { $count } دقيقة
    }
# The numbers of the questions that assess a competency.
competency-questions = (س { $numbers })
# A date. The variables are numbers.
date-written =
    { $day } { $month ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    } { $year }
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm.
# $minute has two digits. A message need not use all of these variables.
time-of-day =
    { $clock ->
        [twelve] { $hour-12 }:{ $minute } { $half ->
            [am] ص
           *[pm] م
        }
       *[twenty-four] { $hour }:{ $minute }
    }
# A time after midnight.
time-days-later =
    { $days ->
        [one] { $time } (اليوم التالي)
        [two] { $time } (بعد يومين)
        [few] { $time } (بعد { $days } أيام)
        [many] { $time } (بعد { $days } يومًا)
       *[other] { $time } (بعد { $days } يوم)
    }
# From one time to another.
time-range = { $start }–{ $end }

## Words in headers and footers, or read aloud by screen readers

page-number = صفحة { $page } من { $pages }
page-kit = الحزمة { $kit }
# Beside the code that identifies a page, in small type.
page-packet = الملف { $packet }
# A person at the top of a page: first the label, then the name.
page-name = { $label }: { $name }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = معدّلة
# After the title of a question that continues from the previous page.
page-continued = (تابع)
field-notes = ملاحظات
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = الحزمة والملف والمستند
# The name of a field without a label.
field-blank = للتعبئة
# The title of a document that has no title and no heading.
document-untitled = بلا عنوان

## Interviewer guide: agenda

guide = دليل المُحاور
guide-title = دليل المُحاور – { $title }
guide-subject =
    { $questions ->
        [one] مقابلة مهيكلة: سؤال واحد
        [two] مقابلة مهيكلة: سؤالان
        [few] مقابلة مهيكلة: { $questions } أسئلة
        [many] مقابلة مهيكلة: { $questions } سؤالًا
       *[other] مقابلة مهيكلة: { $questions } سؤال
    }
guide-subject-timed =
    { $questions ->
        [one] مقابلة مهيكلة: سؤال واحد
        [two] مقابلة مهيكلة: سؤالان
        [few] مقابلة مهيكلة: { $questions } أسئلة
        [many] مقابلة مهيكلة: { $questions } سؤالًا
       *[other] مقابلة مهيكلة: { $questions } سؤال
    }، { $minutes ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
       *[other] { $minutes } دقيقة
    }
guide-agenda = جدول المقابلة
agenda-opening = الافتتاح: التعارف وسير المقابلة وتدوين الملاحظات
agenda-candidate-questions = أسئلة المرشح
agenda-closing = الختام: الخطوات التالية ومواعيدها
agenda-end = النهاية
# Above the times of day; `elapsed` is in its place if they are counted from the beginning of the interview.
clock = الوقت
elapsed = المنقضي
segment = الفقرة
page = الصفحة
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = أسئلة للاختيار
guide-choose-why =
    عدد الأسئلة هنا { $count }، وهو أكثر مما تتسع له مقابلة واحدة، ولذلك لا تظهر أوقات. اختاروا منها، أو أعدّوا حزمة لمقابلة
    مدتها ساعة: `interview-kit build --minutes 60`.

## Interviewer guide: opening script, which is read aloud, and reminders

opening = نص الافتتاح (يُقرأ جهرًا)
# The whole script, in quotation marks.
opening-quoted = «{ $script }»
# The interviewer’s name, or a blank for it, and a blank for the work.
opening-hello = مرحبًا، اسمي { $interviewer }، وعملي هنا: { $work }.
opening-thanks = شكرًا على وقتك اليوم.
opening-minutes =
    { $minutes ->
        [one] لدينا دقيقة واحدة.
        [two] لدينا دقيقتان.
        [few] لدينا { $minutes } دقائق.
       *[other] لدينا { $minutes } دقيقة.
    }
opening-questions =
    { $questions ->
        [one] سأطرح سؤالًا واحدًا، هو نفسه لجميع المرشحين لهذه الوظيفة{ $follow_ups ->
            [all] ، ويليه سؤال متابعة
           *[other] {""}
        }.
        [two] سأطرح سؤالين، هما نفسهما لجميع المرشحين لهذه الوظيفة{ $follow_ups ->
            [all] ، ولكل منهما سؤال متابعة
            [some] ، ولأحدهما سؤال متابعة
           *[none] {""}
        }.
        [few] سأطرح { $questions } أسئلة، هي نفسها لجميع المرشحين لهذه الوظيفة{ $follow_ups ->
            [all] ، ولكل منها سؤال متابعة
            [some] ، ولبعضها سؤال متابعة
           *[none] {""}
        }.
        [many] سأطرح { $questions } سؤالًا، هي نفسها لجميع المرشحين لهذه الوظيفة{ $follow_ups ->
            [all] ، ولكل منها سؤال متابعة
            [some] ، ولبعضها سؤال متابعة
           *[none] {""}
        }.
       *[other] سأطرح { $questions } سؤال، هي نفسها لجميع المرشحين لهذه الوظيفة{ $follow_ups ->
            [all] ، ولكل منها سؤال متابعة
            [some] ، ولبعضها سؤال متابعة
           *[none] {""}
        }.
    }
opening-examples =
    عندما أطلب مثالًا، أود أن أسمع عن الموقف، وما فعلته بنفسك، والنتيجة. لا داعي للعجلة، ويمكنك في أي وقت طلب إعادة السؤال.
opening-notes =
    سأدوّن ملاحظات لأتذكر إجاباتك بدقة، وقد أنتقل بنا إلى سؤال آخر التزامًا بالوقت؛ وهذا لا يعبّر عن رأي في إجابتك.
opening-end = وسنترك في النهاية وقتًا لأسئلتك. هل نبدأ؟
reminders-before = قبل المقابلة
reminders-read = اقرؤوا القواعد الأساسية وجميع الأسئلة ومرتكزاتها.
reminders-feedback = لا تقرؤوا آراء المُحاورين الآخرين.
reminders-room = تحققوا من القاعة أو رابط الفيديو. ضعوا ساعة أمامكم.
reminders-accommodations = تأكدوا ممن يتولى طلبات الترتيبات التيسيرية.
reminders-during = أثناء المقابلة
reminders-ask = اطرحوا كل سؤال كما كُتب وبالترتيب، ثم سؤال المتابعة.
reminders-probe = لا تستوضحوا إلا إذا كانت الإجابة عامة أو ناقصة. لا تلمّحوا.
reminders-write = دوّنوا ما يقوله المرشح. قيّموا لاحقًا.
reminders-rate-as-you-go = قيّموا كل إجابة فور انتهائها بحسب أقرب مرتكز إليها.
reminders-after = بعد المقابلة
reminders-rate = قيّموا فور انتهاء المقابلة، كلٌّ بمفرده، بحسب المرتكزات.
reminders-check = راجعوا تقييماتكم في ضوء ملاحظاتكم، كلٌّ بمفرده.
reminders-not-assessed = اختاروا «لم يُقيَّم» فقط إذا لم يُطرح السؤال أو لم يكتمل.
reminders-submit = سلّموا بطاقة التقييم قبل الحديث عن المرشح مع أي شخص.
# Legal: have this reviewed for local law.
reminders-never-ask = **لا تسألوا أبدًا عن** العمر أو الأسرة أو خطط الإنجاب أو الصحة أو الإعاقة أو الدين أو الأصل أو الجنسية
    أو العرق أو الجنس أو الحياة الخاصة أو السياسة أو النقابات أو الأجر السابق. إذا ذكر المرشح شيئًا من ذلك، فلا تتوسعوا فيه
    ولا تدوّنوه؛ عودوا إلى السؤال.

## Interviewer guide: a question

common-question = سؤال مشترك (يطرحه كل مُحاور)
question-minutes = { $count } د
question-notes = **ملاحظات:** كلام المرشح بنصه، بلا آراء ولا تقييمات
follow-up = **سؤال المتابعة (لكل مرشح)**
notes-situation = **الموقف**
notes-action = **الفعل:** ما فعله المرشح
notes-result = **النتيجة**
probes = **أسئلة استيضاح (إذا كانت الإجابة عامة)**
watch-for = انتبهوا (علامات الإجابة الضعيفة)

## Interviewer guide: closing

closing-questions = أسئلة المرشح
closing-answers =
    أجيبوا بالحقائق عن الوظيفة والفريق. وعن الأجر والمزايا والتأشيرات والمرشحين الآخرين وفرص القبول قولوا: «سأنقل السؤال إلى
    فريق التوظيف». لا تقدّموا وعودًا ولا تبدوا رأيًا في الأداء.
closing-questions-notes = **الأسئلة المطروحة، وما وُعد المرشح بمتابعته**
closing = نص الختام (يُقرأ جهرًا)
# The variables are blanks.
closing-script =
    «هذه كل أسئلتي. هل لديك ما يُضاف إلى إجابة سابقة؟ \[صمت قصير.\] ما الأسئلة التي لديك؟ \[أسئلة المرشح.\] الخطوة التالية هي
    { $step }، وسيصلك رد من { $sender } في موعد أقصاه { $day }. شكرًا على وقتك.»

## Ground rules for interviewers

ground-rules = القواعد الأساسية
ground-rules-title = القواعد الأساسية للمُحاورين – { $title }
rules-precedence = اقرؤوا هذه القواعد قبل أول مقابلة. والأولوية لسياسة الشركة والقانون المحلي.
rules-same = المعاملة نفسها لكل مرشح
rules-same-words =
    اطرحوا كل سؤال كما كُتب وبالترتيب. لا تتجاوزوا سؤالًا لأن إجابته تبدو بديهية، ولا تعيدوا صياغته؛ ويجوز تكراره.
rules-same-help =
    امنحوا كل مرشح الوقت نفسه والمساعدة نفسها: سؤال المتابعة دائمًا، وسؤال استيضاح إذا كانت الإجابة عامة، بلا تلميحات.
    التزموا الحياد: لا «إجابة رائعة» ولا رأي في الأداء.
rules-same-notes = قولوا في البداية إنكم ستدوّنون ملاحظات، واذكروا السبب.
rules-evidence = دوّنوا الشواهد لا الانطباعات
rules-evidence-words =
    دوّنوا ما قاله المرشح، بألفاظه قدر الإمكان. «أوقفنا استقبال الطلبات، ثم أغلقنا 40 ملاحظة في ربع سنة» شاهد، أما «قوي في
    التنفيذ» فانطباع.
rules-evidence-never =
    لا تدوّنوا أبدًا شيئًا عن المظهر أو الصوت أو اللهجة أو العمر. ولا تكتبوا ما لا تودّون أن يقرأه المرشح.
rules-evidence-moment = إذا احتجتم إلى لحظة فقولوا: «لحظة من فضلك لأدوّن ذلك».
# Legal: have this reviewed for local law.
rules-evidence-records =
    الملاحظات من سجلات الشركة. لا تسجّلوا صوتًا أو صورة، ولا تستعملوا الذكاء الاصطناعي للتدوين، إلا إذا أجازت سياسة الشركة
    ذلك ووافق المرشح.
rules-time = التزموا بالوقت
rules-time-how =
    عند منتصف وقت السؤال اطرحوا سؤال المتابعة وإن لم تكتمل الإجابة الأولى. وللانتقال قولوا: «شكرًا. أود أن نصل إلى جميع
    الأسئلة، فلنتابع». إذا انتهى الوقت فاختاروا «لم يُقيَّم» للأسئلة المتبقية، ولا تختصروا أبدًا وقت أسئلة المرشح.
rules-prompts = عبارات موحّدة (لا يُستعمل غيرها)
rules-prompts-words =
    في كل مثال اسألوا عما ينقص: «ماذا كان الموقف؟» «ماذا فعلت بنفسك؟» «ماذا كانت النتيجة؟» وفي غير ذلك: «أود سماع المزيد عن
    ذلك.» «لا داعي للعجلة.» «شكرًا.» إذا لم يوجد مثال: «ما أقرب خبرة لديك إلى ذلك؟» إذا لم يكن السؤال واضحًا: «يمكنني
    إعادته، والإجابة بحسب فهمك له.»
rules-not-ask = ما لا يُسأل عنه
# Legal: have this reviewed for local law.
rules-not-ask-topics =
    لا تسألوا، مباشرة أو تلميحًا، عن العمر أو العرق أو لون البشرة أو الأصل أو القبيلة أو بلد المنشأ أو الجنسية أو اللغة الأم
    أو الدين أو المذهب أو الجنس أو الحمل أو الحالة الاجتماعية أو الأسرية أو الهوية الجندرية أو التوجه الجنسي أو الإعاقة أو
    المعلومات الصحية أو الجينية أو الخدمة العسكرية أو السوابق أو الآراء السياسية أو العضوية النقابية أو الأجر السابق. ويسري
    ذلك على الأسئلة غير المباشرة: أصل الاسم، أو سنة التخرج، أو عمل الزوج أو الزوجة.
rules-do-not-ask = لا تسألوا
rules-ask-instead = اسألوا كل مرشح
# Legal: have this reviewed for local law.
rules-children = هل لديك أطفال؟
# Legal: have this reviewed for local law.
rules-children-instead = تتطلب الوظيفة مناوبة لمدة أسبوع كل ستة أسابيع. هل يمكنك الالتزام بذلك؟
# Legal: have this reviewed for local law.
rules-health = هل لديك مشكلات صحية؟
# Legal: have this reviewed for local law.
rules-health-instead =
    تتطلب الوظيفة السفر أربع مرات في السنة. هل يمكنك الالتزام بذلك، بترتيبات تيسيرية معقولة أو من دونها؟
# Legal: have this reviewed for local law.
rules-origin = من أين أنت؟
# Legal: have this reviewed for local law.
rules-origin-instead =
    هل يحق لك قانونًا العمل في \[البلد\]؟ (إذا لم يسأل فريق التوظيف عن ذلك.)
# Legal: have this reviewed for local law.
rules-legal =
    اسألوا فقط عما يتصل بالوظيفة، واسألوا الجميع عنه. عند الشك لا تسألوا، وراجعوا الموارد البشرية. ويسري ذلك على الأحاديث
    الجانبية: تجنبوا الأسرة والأعياد والأسماء واللهجات وسنوات التخرج. هذه الصفحة ليست استشارة قانونية، وقد يكون القانون المحلي
    أشد. لم تُراجَع هذه الإرشادات وفق القانون المحلي؛ لتراجعها الموارد البشرية أو الشؤون القانونية قبل استعمالها.
rules-volunteered = إذا أفصح المرشح عن معلومات محمية
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact =
    لا تتوسعوا فيها ولا تدوّنوها ولا تذكروها في المداولة. قولوا: «شكرًا على إخباري بذلك. لن يؤثر في قرارنا»، ثم عودوا إلى
    السؤال. وإذا كان الأمر طلب ترتيبات تيسيرية فلا تبتّوا فيه بأنفسكم: أبلغوا { $contact } في اليوم نفسه.
# Legal: have this reviewed for local law.
rules-volunteered-no-contact =
    لا تتوسعوا فيها ولا تدوّنوها ولا تذكروها في المداولة. قولوا: «شكرًا على إخباري بذلك. لن يؤثر في قرارنا»، ثم عودوا إلى
    السؤال. وإذا كان الأمر طلب ترتيبات تيسيرية فلا تبتّوا فيه بأنفسكم: أبلغوا فريق التوظيف أو الموارد البشرية في اليوم نفسه.
rules-no-show = إذا لم يحضر المرشح
rules-no-show-steps =
    انتظروا 15 دقيقة وحاولوا التواصل معه مرة واحدة. دوّنوا الوقت في بطاقة التقييم، ولا تقيّموا شيئًا، وأبلغوا فريق التوظيف.
    لكل مرشح تغيير الموعد مرة واحدة من دون ذكر السبب. ولا يُقيَّم الغياب أبدًا؛ وبعد الغياب الثاني يقرر فريق التوظيف.
rules-ratings = مقياس التقييم
rules-scale-not-assessed = **لم يُقيَّم:** لم يُطرح السؤال أو لم يكتمل. والإجابة التي لا تتضمن شاهدًا ذا صلة تقييمها 1.
    والدرجة التي لا مرتكز لها تقع بين المرتكزين الأعلى والأدنى منها. علامات القوائم للتذكير فقط؛ لا تجمعوها.
rules-rating-errors = **أخطاء التقييم:** أثر الهالة (إجابة قوية واحدة ترفع البقية) · الانطباع الأول · التشابه معي · التباين
    مع المرشح السابق · التساهل، أو منح 3 للجميع. للتحقق: هل يمكنكم اقتباس الكلام الذي يستند إليه كل تقييم؟
rules-references = **مستندات مرجعية:**
rules-sources = **المصادر:** الأسئلة ومعايير الإجابة من { $banks }.
rules-bank-edition = { $bank }، الإصدار { $edition }
rules-bank-source = { $bank } ({ $source })
rules-editor =
    كل ما عدا ذلك (الموضوعات والمستويات والمدد وأسئلة المتابعة وأسئلة الاستيضاح وعلامات الإجابة الضعيفة وأسماء الدرجات
    والمرتكزات) من إعداد { $editor }.
rules-editor-of-bank =
    كل ما عدا ذلك في { $bank } (الموضوعات والمستويات والمدد وأسئلة المتابعة وأسئلة الاستيضاح وعلامات الإجابة الضعيفة وأسماء
    الدرجات والمرتكزات) من إعداد { $editor }.

## Scoring form and ratings

scoring = تقييم الإجابات
scoring-title = نموذج تقييم الإجابات – { $title }
scoring-subject =
    { $questions ->
        [one] نموذج تقييم الإجابات: سؤال واحد
        [two] نموذج تقييم الإجابات: سؤالان
        [few] نموذج تقييم الإجابات: { $questions } أسئلة
        [many] نموذج تقييم الإجابات: { $questions } سؤالًا
       *[other] نموذج تقييم الإجابات: { $questions } سؤال
    }
scoring-when = فور انتهاء المقابلة، وقبل الحديث مع أي شخص: اختاروا المرتكز الأقرب إلى كل إجابة.
scoring-evidence = **الشواهد:** ما قاله المرشح ويدعم التقييم
# Above the rubric, unless the question has its own heading.
rubric = ما تشمله الإجابة القوية
# ☒ and ▨ are printed as a crossed and a hatched box.
marking = ضعوا علامة في المربع ☒ بقلم داكن. لإلغاء العلامة املؤوا المربع ▨
footer-marked = سرّي

## Scorecard

scorecard = بطاقة التقييم
scorecard-title = بطاقة التقييم – { $title }
scorecard-subject =
    { $questions ->
        [one] بطاقة التقييم: سؤال واحد
        [two] بطاقة التقييم: سؤالان
        [few] بطاقة التقييم: { $questions } أسئلة
        [many] بطاقة التقييم: { $questions } سؤالًا
       *[other] بطاقة التقييم: { $questions } سؤال
    }
scorecard-when = خلال 24 ساعة، وقبل الحديث مع أي شخص: انقلوا التقييمات، وقيّموا كل جدارة، وسلّموا البطاقة. ثم ناقشوا.
# Above the numbers of the questions.
scorecard-number = م
scorecard-competencies =
    قيّموا كل جدارة بناءً على جميع الشواهد من الأسئلة المذكورة معها. لا تحسبوا المتوسط.
recommendation-strong-no = لا قطعًا
recommendation-no = لا
recommendation-yes = نعم
recommendation-strong-yes = نعم قطعًا
recommendation-means =
    نعم = الشواهد تستوفي المطلوب لهذه الوظيفة وهذا المستوى. قطعًا = الأمر واضح في كل جدارة حاسمة.
scorecard-rationale = **التعليل:** استشهدوا بما قاله المرشح
attestation-alone = أجريتُ التقييم وحدي، قبل أي نقاش.
attestation-evidence = تقييماتي مبنية على ما قاله المرشح فقط.
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = تُسلَّم جميع الملاحظات إلى فريق التوظيف، ولا يُحتفظ بنسخ منها.

## Candidate sheet

# The document's name for interviewers, and its title on the sheet itself.
sheet-document = ورقة المرشح
sheet = مقابلتك
sheet-title = مقابلتك – { $position }
sheet-subject =
    { $interviews ->
        [one] ما يمكن توقعه: مقابلة واحدة
        [two] ما يمكن توقعه: مقابلتان
        [few] ما يمكن توقعه: { $interviews } مقابلات
       *[other] ما يمكن توقعه: { $interviews } مقابلة
    }
sheet-thanks = شكرًا على قبولك إجراء المقابلة معنا. توضح هذه الصفحة ما يمكن توقعه وجهة الاتصال.
sheet-expect = ما يمكن توقعه
sheet-expect-structured =
    هذه مقابلة مهيكلة: تُطرح على جميع المرشحين لهذه الوظيفة الأسئلة نفسها بالترتيب نفسه، وتُقيَّم إجاباتهم وفق المعايير
    المكتوبة نفسها.
sheet-expect-examples =
    تتناول الأسئلة كيفية تصرفك في مواقف معينة، وأمثلة حديثة مما فعلته. وفي كل مثال نرجو وصف الموقف، وما فعلته بنفسك، والنتيجة.
sheet-expect-time = يمكنك التفكير على مهل، وطلب سماع السؤال مرة أخرى.
sheet-expect-notes = يدوّن المُحاورون ملاحظات ليتذكروا إجاباتك بدقة.
sheet-expect-notes-follow-ups =
    يدوّن المُحاورون ملاحظات ليتذكروا إجاباتك بدقة. ولكل سؤال سؤال متابعة يُطرح على جميع المرشحين.
# Legal: have this reviewed for local law.
sheet-expect-private =
    لن نسألك عن العمر أو الأسرة أو الصحة أو الدين أو الأصل أو الأجر السابق، ولا داعي لذكر شيء من ذلك.
sheet-agenda = جدول المقابلة
sheet-agenda-open =
    تبدأ المقابلة بالتعارف وشرح سيرها، ثم تأتي الأسئلة. وفي النهاية وقت لأسئلتك، ونوضح لك الخطوات التالية.
sheet-people = ستكون مقابلتك مع:
sheet-interviews = مقابلاتك
sheet-interviews-each = تبدأ كل مقابلة بالتعارف، ويُخصَّص في نهايتها وقت لأسئلتك.
sheet-your-questions = أسئلتك
sheet-accommodations = الترتيبات التيسيرية
# Legal: have this reviewed for local law.
sheet-accommodations-ask =
    إذا كانت لديك حاجة إلى ترتيبات تيسيرية، مثل وقت إضافي أو استراحة أو أسئلة مكتوبة أو تعليقات نصية أو ترجمة فورية أو قاعة
    مهيأة أو يوم آخر، فنرجو إبلاغنا في أقرب وقت. الطلب لا يؤثر في قرارنا.
sheet-contact = **للتواصل:**
sheet-reschedule = إذا لزم تغيير الموعد، فنرجو إبلاغنا وسنجد موعدًا آخر.
sheet-after = بعد المقابلة
sheet-after-rating = يقيّم كل مُحاور إجاباتك على حدة قبل اجتماع فريق التوظيف.
# The blank is for a date.
sheet-after-answer = وسيصلك ردّنا في موعد أقصاه ________________.
sheet-questions = الأسئلة
sheet-questions-prepare =
    نرجو التفكير في أمثلة من عملك. لا حاجة إلى إعداد شيء مكتوب، ويمكنك إحضار ملاحظات.
sheet-notes = **ملاحظاتك**

## Interview plan of a panel

plan = خطة المقابلات
plan-title = خطة المقابلات – { $title }
plan-subject = لجنة المقابلة: عدد المُحاورين { $interviewers }، عدد الأسئلة { $questions }
plan-common =
    { $count ->
        [one] واحد مشترك بين جميع المُحاورين
        [two] اثنان مشتركان بين جميع المُحاورين
       *[other] { $count } مشتركة بين جميع المُحاورين
    }
plan-schedule = الجدول الزمني
plan-start = البداية
plan-end = النهاية
# Replace these two if the time of day at which the first interview starts is not known.
plan-start-elapsed = البداية (من 0:00)
plan-end-elapsed = النهاية (من 0:00)
plan-themes = الموضوعات
plan-all-themes = الكل
plan-no-times =
    لا تظهر أوقات لأن أسئلة أحد المُحاورين على الأقل أكثر مما تتسع له مقابلة واحدة. لمقابلات مدتها ساعة:
    `interview-kit panel --minutes 60`.
plan-assignments = توزيع الأسئلة
plan-numbers =
    { $times ->
        [yes] في كل خانة رقم السؤال في دليل المُحاور، ووقت بدئه.
       *[no] في كل خانة رقم السؤال في دليل المُحاور.
    }{ $common ->
        [0] {""}
       *[other] {" "}وتأتي الأسئلة المشتركة أولًا كي تمكن مقارنة التقييمات.
    }
plan-coverage = تغطية الجدارات
plan-gaps = ثغرات التغطية
plan-backup = البديل
plan-covered-by = التغطية
plan-covered = { $count } من { $interviewers }
plan-silence = لا نقاش.
plan-between-silence =
    لا تتحدثوا فيما بينكم عن المرشح، إيجابًا أو سلبًا، قبل تسليم جميع بطاقات التقييم.
plan-time = الانتهاء في الموعد.
plan-between-time = كل تأخير يُقتطع من المقابلة التالية للمرشح.
plan-own = أسئلتكم فقط.
plan-between-own =
    لا تطرحوا إلا الأسئلة المسندة إليكم. وإذا برز موضوع يخص مُحاورًا آخر فاتركوه له.

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    السؤال الإلزامي «{ $question }» ({ $id }) لا يُطرح: { $why ->
        [bank] ليس في بنك الأسئلة
        [filters] لا يطابق معايير التصفية
        [themes] موضوعات المُحاورين لا تشمله
        [time] أطول من الوقت المخصص للأسئلة
        [limit] الحد الأقصى لا يسمح بأي سؤال
        [must-asks] لا يتسع المجال له إلا بدلًا من سؤال إلزامي آخر
        [order] الحد الأقصى يُبقي الأسئلة الإلزامية الأولى
       *[unproven] لم توجد خطة تضيفه من دون التخلي عن هدف آخر
    }
unmet-competency =
    لا سؤال يغطي جدارة { $competencies }: { $why ->
        [bank] ليس في بنك الأسئلة سؤال كهذا
        [filters] لا سؤال كهذا يطابق معايير التصفية
        [themes] موضوعات المُحاورين لا تشمل أي سؤال كهذا
        [time] كل سؤال كهذا أطول من الوقت المخصص للأسئلة
        [limit] الحد الأقصى يسمح بأسئلة أقل من اللازم
        [must-asks] لا يتسع المجال لسؤال كهذا إلا بدلًا من سؤال إلزامي
        [shared] لا يتسع المجال لسؤال كهذا مع الأسئلة الإلزامية والمشتركة
        [everybody] لا يتسع المجال لسؤال كهذا إلا إذا بقي أحد المُحاورين بلا أسئلة
        [competencies] لا يتسع المجال لسؤال كهذا إلا إذا بقيت جدارة أخرى بلا تغطية
        [second-people] لا يتسع المجال لسؤال كهذا إلا إذا قلّ عدد من يغطون جدارة أخرى
        [order] الحد الأقصى يُبقي الأسئلة الإلزامية ثم الأسئلة الأولى
       *[unproven] لم توجد خطة تضيف سؤالًا كهذا من دون التخلي عن هدف آخر
    }
unmet-second-person =
    مُحاور واحد فقط يغطي جدارة { $competencies }: { $why ->
        [bank] ليس في بنك الأسئلة إلا سؤال واحد كهذا
        [filters] سؤال واحد فقط كهذا يطابق معايير التصفية
        [themes] موضوعات المُحاورين لا تشمل سؤالًا ثانيًا
        [time] لا وقت لسؤالين كهذين
        [limit] الحد الأقصى يسمح بأسئلة أقل من اللازم
        [must-asks] السؤال الثاني يحل محل سؤال إلزامي
        [shared] لا يتسع المجال لسؤال ثانٍ مع الأسئلة الإلزامية والمشتركة
        [everybody] السؤال الثاني يُبقي أحد المُحاورين بلا أسئلة
        [competencies] السؤال الثاني يُبقي جدارة أخرى بلا تغطية
        [second-people] السؤال الثاني يقلّل عدد من يغطون جدارة أخرى
        [order] الحد الأقصى يُبقي الأسئلة الإلزامية ثم الأسئلة الأولى
       *[unproven] لم توجد خطة تضيف سؤالًا ثانيًا من دون التخلي عن هدف آخر
    }
unmet-shared =
    { $found ->
        [0] تعذّر اختيار سؤال مشترك: { $why ->
            [bank] ليس في بنك الأسئلة المزيد منها
            [filters] لا مزيد من الأسئلة المطابقة لمعايير التصفية
            [themes] لا سؤال ضمن موضوعات جميع المُحاورين
            [time] لا يتسع الوقت لأي سؤال في الموضوعات المشتركة بين المُحاورين
            [limit] الحد الأقصى يسمح بأسئلة أقل من اللازم
            [must-asks] السؤال المشترك يحل محل سؤال إلزامي
           *[unproven] لم توجد خطة تضيف سؤالًا مشتركًا من دون التخلي عن هدف آخر
        }
       *[other] تعذّر اختيار أكثر من { $found } من أصل { $asked } من الأسئلة المشتركة: { $why ->
            [bank] ليس في بنك الأسئلة المزيد منها
            [filters] لا مزيد من الأسئلة المطابقة لمعايير التصفية
            [themes] لا سؤال آخر ضمن موضوعات جميع المُحاورين
            [time] لا يتسع الوقت لسؤال آخر في الموضوعات المشتركة بين المُحاورين
            [limit] الحد الأقصى يسمح بأسئلة أقل من اللازم
            [must-asks] سؤال مشترك آخر يحل محل سؤال إلزامي
           *[unproven] لم توجد خطة تضيف سؤالًا مشتركًا آخر من دون التخلي عن هدف آخر
        }
    }
unmet-past-behavior =
    لا يوجد سؤال سلوكي: { $why ->
        [bank] ليس في بنك الأسئلة سؤال كهذا
        [filters] لا سؤال كهذا يطابق معايير التصفية
        [themes] موضوعات المُحاورين لا تشمل أي سؤال كهذا
        [time] كل سؤال كهذا أطول من الوقت المخصص للأسئلة
        [limit] الحد الأقصى يسمح بأسئلة أقل من اللازم
        [must-asks] لا يتسع المجال لسؤال كهذا إلا بدلًا من سؤال إلزامي
        [shared] لا يتسع المجال لسؤال كهذا مع الأسئلة الإلزامية والمشتركة
        [everybody] لا يتسع المجال لسؤال كهذا إلا إذا بقي أحد المُحاورين بلا أسئلة
        [competencies] لا يتسع المجال لسؤال كهذا إلا إذا بقيت جدارة بلا تغطية
        [second-people] لا يتسع المجال لسؤال كهذا إلا إذا قلّ عدد من يغطون جدارة ما
        [order] الحد الأقصى يُبقي الأسئلة الإلزامية ثم الأسئلة الأولى
       *[unproven] لم توجد خطة تضيف سؤالًا كهذا من دون التخلي عن هدف آخر
    }

## Debrief

debrief = المداولة
debrief-title = محضر المداولة والقرار – { $title }
debrief-subject =
    { $interviewers ->
        [one] توافق مُحاور واحد
        [two] توافق مُحاورَين
        [few] توافق { $interviewers } مُحاورين
        [many] توافق { $interviewers } مُحاورًا
       *[other] توافق { $interviewers } مُحاور
    }
debrief-when =
    { $title } · يُعبَّأ فقط بعد تسليم جميع بطاقات التقييم. لا تغيّروا التقييمات الفردية؛ دوّنوا تقييم التوافق بجانبها.
debrief-facilitator = مدير الجلسة
debrief-scorecards = **سُلّمت بطاقة التقييم قبل أي نقاش**
debrief-handed-in = **بطاقات التقييم المُسلَّمة**
debrief-gaps = **ثغرات التغطية**
debrief-ratings = التقييمات بحسب الجدارة
debrief-ratings-how = انقلوا تقييمات كل مُحاور. المدى = الأعلى ناقص الأدنى.
debrief-questions = التقييمات بحسب السؤال، للأسئلة غير المشتركة
debrief-legend = تعني الشرطة أن المُحاور لم يسأل عن ذلك.
debrief-missing = بطاقة التقييم لم تُسلَّم بعد؛ انتظرها قبل البدء:
debrief-unsettled = يُحسم أولًا: مدخلات متناقضة أو غير مقروءة
debrief-unasked = أسئلة بلا تقييم ولا ملاحظات
debrief-none = بلا
debrief-ratings-read =
    التقييمات كما أعطاها المُحاوِرون. المدى = الأعلى ناقص الأدنى. الشرطة تعني أن السؤال لم يُطرح، و«{ $word }» تعني أنه لم يُقيَّم؛ ولا يُحتسب أيٌّ منهما.
debrief-rest = {"["}… التتمة في { $place }]
debrief-handwritten = {"["}بخط اليد: { $place }]
debrief-handwriting = ملاحظات بخط اليد
debrief-page = { $file }، الصفحة { $page }
debrief-line = { $file }، السطر { $line }
debrief-agenda = جدول المداولة: المدى الأوسع أولًا
debrief-agenda-how =
    يعرض كل مُحاور الشواهد، ثم تتفق اللجنة على تقييم بحسب المرتكزات. لا تحسبوا المتوسط.
debrief-number = م
debrief-topic = الجدارة أو السؤال
debrief-lowest = الأدنى: الشواهد
debrief-highest = الأعلى: الشواهد
debrief-range = المدى
debrief-consensus = التوافق
debrief-common = سؤال مشترك: { $question }
debrief-rationale = **تعليل التوافق: استشهدوا بما قاله المرشح**
debrief-decision = القرار
debrief-hire = توظيف
debrief-no-hire = عدم التوظيف
debrief-another-interview = مقابلة إضافية
debrief-another-role = النظر في وظيفة أخرى
debrief-dissent = **الآراء المخالفة: أصحابها وأسبابها**
debrief-action = الإجراء
debrief-owner = المسؤول
debrief-due = الموعد
# Legal: have this reviewed for local law.
debrief-retain = تُحفظ السجلات حتى
debrief-destroyed = أُتلفت في

## Scores

scores = تحليل التقييمات
scores-what = الحزمة { $kit } · المرشحون: { $candidates } · المقابِلون: { $interviewers }
scores-rule = لا يُحسب أي متوسط أو مجموع أو ترتيب أو توصية.
scores-agreement = الاتفاق
scores-units = الوحدات
scores-alpha = ألفا الترتيبية
scores-within = ضمن نقطة واحدة
scores-interval = { $value } (من { $low } إلى { $high })
scores-not-enough = البيانات غير كافية: n = { $n }، المطلوب { $needs }
scores-no-variation = غير معرّف: جميع التقييمات متساوية
scores-no-difference = غير معرّف: الفروق بين المرشحين ضئيلة جدًا
scores-no-interval-ratings = { $value } (لا فترة: تباين التقييمات ضئيل جدًا)
scores-no-interval-candidates = { $value } (لا فترة: الفروق بين المرشحين ضئيلة جدًا)
scores-no-interval-agreement = { $value } (لا فترة: تُظهر جميع الوحدات (n = { $n }) الاتفاق نفسه)
scores-no-interval-interviewers = { $value } (لا فترة: لا يختلف المُحاورون إلا في الشدة)
scores-without-name = المقابِلون بلا أسماء، معدودون في كل ملف: { $count }.
scores-icc = المقابِلون أنفسهم
scores-how =
    الوحدة هي مرشح وسؤال أو كفاءة قيّمها مقابِلان أو أكثر. بين القوسين: فترات ثقة 95% (ألفا والنسب: إعادة المعاينة على الوحدات، عدد المعاينات { $resamples }، البذرة { $seed }؛ ICC: توزيع F).
scores-use = استخدام المقياس
scores-by-interviewer-questions = المقابِل، الأسئلة
scores-by-interviewer-competencies = المقابِل، الكفاءات
scores-more = صفوف لا تتسع لها هذه الصفحة: { $count }. يعرضها `interview-kit scores`.
scores-look = بنود المعايير المؤشَّر عليها بالقدر نفسه عند جميع التقييمات، وتستحق المراجعة:
scores-left-out = غير محسوب: فارغ { $blank }، متعارض { $conflict }، غير مقروء { $unreadable }، ملفات مرفوضة { $refused }.
