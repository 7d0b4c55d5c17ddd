# The words that the program prints in documents, in Simplified Chinese. Syntax: https://projectfluent.org/fluent/guide/
#
# A line end inside a message is printed as a space, so each text is on one line. In Markdown, bold text must not end with
# punctuation if a letter follows: **依据**：, not **依据：**.

## Words used in several documents

candidate = 候选人
room = 会议室/链接
started-at = 实际开始
interviewer = 面试官
interviewers = 面试官
position = 职位
date = 日期
time = 时间
name = 姓名
signature = 签名
question = 问题
questions = 题数
competency = 胜任力
overall-recommendation = 总体建议
not-assessed = 未评估
# Above columns of minutes.
min = 分
# Two items of a list, with the language's separator between them.
listed = { $start }、{ $next }
# Two sentences of a text that is read aloud.
sentences = { $start }{ $next }
# Two alternatives; then two or more, as `listed` joins them, and the last one.
either = { $start }或{ $next }
either-last = { $start }或{ $next }
# A text that is cut off at a word boundary.
shortened = { $text }…
# The title of a kit for a role.
kit-title = { $role }面试
# An interviewer of a panel without a name.
interviewer-number = 面试官{ $number }
# The title of a file with all documents of an interview, and an interview in it without a candidate's name.
packet-title = { $title } – 面试资料包
interview-number = 面试{ $number }
footer = 机密 · { $banks }
question-count = { $count }个问题
interviewer-count = { $count }位面试官
minute-count = { $count }分钟
# The numbers of the questions that assess a competency.
competency-questions = （第{ $numbers }题）
# A date. The variables are numbers.
date-written = { $year }年{ $month }月{ $day }日
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm.
# $minute has two digits. A message need not use all of these variables.
time-of-day = { $hour-padded }:{ $minute }
# A time after midnight.
time-days-later = { $time }（+{ $days }天）
# From one time to another.
time-range = { $start }–{ $end }

## Words in headers and footers, or read aloud by screen readers

page-number = 第{ $page }页，共{ $pages }页
page-kit = 套件 { $kit }
# Beside the code that identifies a page, in small type.
page-packet = 资料包 { $packet }
# A person at the top of a page: first the label, then the name.
page-name = { $label }：{ $name }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = 已修改
# After the title of a question that continues from the previous page.
page-continued = （续）
field-notes = 记录
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = 套件、资料包和文档
# The name of a field without a label.
field-blank = 待填写
# The title of a document that has no title and no heading.
document-untitled = 无标题

## Interviewer guide: agenda

guide = 面试官指南
guide-title = { $title } – 面试官指南
guide-subject = 结构化面试：{ $questions }个问题
guide-subject-timed = 结构化面试：{ $questions }个问题，{ $minutes }分钟
guide-agenda = 面试流程
agenda-opening = 开场：自我介绍、面试形式、记录说明
agenda-candidate-questions = 候选人提问
agenda-closing = 结束：后续步骤和时间
agenda-end = 面试结束
# Above the times of day; `elapsed` is in its place if they are counted from the beginning of the interview.
clock = 时间
elapsed = 已用时
segment = 环节
page = 页
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = 备选问题
guide-choose-why = 这{ $count }个问题无法在一场面试中问完，因此不显示时间。请从中选择，或生成一小时以内的套件：`interview-kit build --minutes 60`。

## Interviewer guide: opening script, which is read aloud, and reminders

opening = 开场白（照读）
# The whole script, in quotation marks.
opening-quoted = “{ $script }”
# The interviewer’s name, or a blank for it, and a blank for the work.
opening-hello = 您好，我是{ $interviewer }，担任{ $work }。
opening-thanks = 感谢您抽时间参加面试。
opening-minutes = 今天的面试共{ $minutes }分钟。
opening-questions =
    对应聘这个职位的每位候选人，我们都问同样的{ $questions }个问题{ $follow_ups ->
        [all] ，每题都有追问
        [some] ，有些问题有追问
       *[none] {""}
    }。
opening-examples = 请您举例时，说明当时的情况、您本人做了什么，以及结果如何。您可以想好再回答，也可以随时请我重复问题。
opening-notes = 为了准确记住您的回答，我会做些记录。为了控制时间，我有时会转到下一题，这不代表对您回答的评价。
opening-end = 最后会留时间给您提问。现在可以开始吗？
reminders-before = 面试前
reminders-read = 阅读面试守则、所有问题及其评分标准。
reminders-feedback = 不看其他面试官的反馈。
reminders-room = 检查会议室或视频链接，把时钟放在看得见的地方。
reminders-accommodations = 了解合理便利由谁负责。
reminders-during = 面试中
reminders-ask = 每个问题都按原文和顺序提问，然后追问。
reminders-probe = 仅在回答含糊或不完整时探询。不给提示。
reminders-write = 记下候选人说的话，之后再评分。
reminders-rate-as-you-go = 每题答完立即按最贴近的评分标准评分。
reminders-after = 面试后
reminders-rate = 面试结束后立即按评分标准独立评分。
reminders-check = 对照记录，独立核对评分。
reminders-not-assessed = 仅在没有问或没有问完时，才选“未评估”。
reminders-submit = 与任何人讨论候选人之前，先提交面试评价表。
# Legal: have this reviewed for local law.
reminders-never-ask = **切勿询问**：年龄、家庭或生育计划、健康或残障、宗教、民族、籍贯或户籍、国籍、种族、性别、性取向、政治观点、工会或过往薪酬。候选人主动提及时，不追问、不记录，回到问题上。

## Interviewer guide: a question

common-question = 共同问题（每位面试官都问）
question-minutes = { $count }分钟
question-notes = **记录**：候选人的原话，不写看法和评分
follow-up = **追问（每位候选人都问）**
notes-situation = **情况**
notes-action = **行动**：候选人做了什么
notes-result = **结果**
probes = **探询（回答含糊时）**
watch-for = 留意事项（回答欠佳的迹象）

## Interviewer guide: closing

closing-questions = 候选人提问
closing-answers = 如实介绍职位和团队。对于薪酬、福利、签证、其他候选人或录用机会，请说：“我会转告招聘专员。”不作承诺，不作评价。
closing-questions-notes = **候选人的提问，以及您答应跟进的事项**
closing = 结束语（照读）
# The variables are blanks.
closing-script = “我的问题都问完了。前面的回答，您还有什么要补充的吗？\[停顿\] 您有什么问题想问我吗？\[候选人提问\] 下一步是{ $step }，{ $sender }会在{ $day }前与您联系。感谢您抽时间参加面试。”

## Ground rules for interviewers

ground-rules = 面试守则
ground-rules-title = { $title } – 面试守则
rules-precedence = 请在首次担任面试官之前阅读。公司制度和当地法律优先于本守则。
rules-same = 对每位候选人一视同仁
rules-same-words = 每个问题都按原文和顺序提问。不要因为答案看似明显而跳过，也不要改变说法；可以重复问题。
rules-same-help = 给每位候选人同样的时间和帮助：追问必问，回答含糊时探询，不给提示。保持中立：不说“答得很好”，不作评价。
rules-same-notes = 开场时说明您会做记录以及原因。
rules-evidence = 记录依据，而不是印象
rules-evidence-words = 记下候选人说的话，尽量用原话。“暂停接收新需求，一个季度内关闭了40个问题”是依据；“执行力强”是印象。
rules-evidence-never = 切勿记录外貌、嗓音、口音或年龄。不写任何您不愿让候选人看到的内容。
rules-evidence-moment = 需要时间时，可以说：“请稍等，我记一下。”
# Legal: have this reviewed for local law.
rules-evidence-records = 面试记录属于公司档案。除非公司制度允许且候选人同意，否则不得录音录像，也不得使用AI记录。
rules-time = 把握时间
rules-time-how = 一个问题的时间过半时，即使第一个回答还没说完，也要提出追问。要转到下一题时，可以说：“谢谢。我想把每个问题都问到，我们继续吧。”时间不够时，其余问题选“未评估”；绝不缩短候选人的提问时间。
rules-prompts = 标准提示语（不使用其他说法）
rules-prompts-words = 每个例子，缺什么就问什么：“当时是什么情况？”“您本人做了什么？”“结果怎么样？”其他情况：“请再详细说说。”“不着急，您慢慢想。”“谢谢。”没有例子时：“您最接近的经历是什么？”问题不清楚时：“我可以再读一遍，请按您的理解回答。”
rules-not-ask = 不得询问的内容
# Legal: have this reviewed for local law.
rules-not-ask-topics = 不得直接或间接询问：年龄、种族、肤色、民族、籍贯、户籍、国籍、母语、宗教信仰、性别、怀孕或生育、婚姻或家庭状况、性别认同、性取向、残障、健康或基因信息、兵役情况、被拘留或逮捕的记录、政治观点、工会会员身份、过往薪酬。间接提问也算，例如姓名的由来、毕业年份、配偶的工作。
rules-do-not-ask = 不要问
rules-ask-instead = 改问每位候选人
# Legal: have this reviewed for local law.
rules-children = 您有孩子吗？
# Legal: have this reviewed for local law.
rules-children-instead = 这个职位每六周有一周要随时待命。您能按这样的安排工作吗？
# Legal: have this reviewed for local law.
rules-health = 您有什么健康问题吗？
# Legal: have this reviewed for local law.
rules-health-instead = 这个职位每年要出差四次。无论是否需要合理便利，您能做到吗？
# Legal: have this reviewed for local law.
rules-origin = 您是哪里人？
# Legal: have this reviewed for local law.
rules-origin-instead = 您是否具有在\[国家/地区\]合法工作的资格？（如招聘专员尚未询问）
# Legal: have this reviewed for local law.
rules-legal = 只问与工作有关的内容，而且问每一个人。没有把握就不问，先向人力资源部确认。闲聊也一样：避免谈及家庭、节假日、姓名、口音和毕业年份。本页不构成法律意见；当地法律可能更严格。以上提示未经当地法律审核，使用前请由人力资源部或法律顾问审阅。
rules-volunteered = 候选人主动透露受保护信息时
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact = 不追问，不记录，评议时也不提及。请说：“谢谢您告诉我，这不会影响我们的决定。”然后回到问题上。如果候选人提出合理便利的需求，不要自行决定，请在当天告知{ $contact }。
# Legal: have this reviewed for local law.
rules-volunteered-no-contact = 不追问，不记录，评议时也不提及。请说：“谢谢您告诉我，这不会影响我们的决定。”然后回到问题上。如果候选人提出合理便利的需求，不要自行决定，请在当天告知招聘专员或人力资源部。
rules-no-show = 候选人没有到场时
rules-no-show-steps = 等候15分钟，并尝试联系一次。在面试评价表上注明时间，不评分，并告知招聘专员。每位候选人都可以改期一次，无需说明原因。未到场绝不评分；第二次未到场，由招聘专员决定。
rules-ratings = 评分等级
rules-scale-not-assessed = **未评估**：没有问，或没有问完。有回答但没有相关依据的，评1分。没有评分标准的分数，介于上下两档标准之间。勾选只是帮助记忆，不要累计。
rules-rating-errors = **评分偏差**：光环效应（一个好回答抬高其他评分） · 第一印象 · 与我相似 · 与前一位候选人对比 · 宽松偏差，或全部评3分。自查：能否引用每个评分所依据的原话？
rules-references = **参考资料：**
rules-sources = **来源**：问题和回答要点来自{ $banks }。
rules-bank-edition = { $bank }，{ $edition }版
rules-bank-source = { $bank }（{ $source }）
rules-editor = 其他内容（主题、级别、时限、追问、探询、留意事项、等级名称和评分标准）由{ $editor }编写。
rules-editor-of-bank = { $bank }中的其他内容（主题、级别、时限、追问、探询、留意事项、等级名称和评分标准）由{ $editor }编写。

## Scoring form and ratings

scoring = 评分表
scoring-title = { $title } – 评分表
scoring-subject = 评分表：{ $questions }个问题
scoring-when = 面试结束后、与任何人交谈之前，立即为每个回答选择最贴近的评分标准。
scoring-evidence = **依据**：支持该评分的候选人原话
# Above the rubric, unless the question has its own heading.
rubric = 优秀回答的要点
# ☒ and ▨ are printed as a crossed and a hatched box.
marking = 用深色笔打叉 ☒；如需取消，请涂满方框 ▨
footer-marked = 机密

## Scorecard

scorecard = 面试评价表
scorecard-title = { $title } – 面试评价表
scorecard-subject = 面试评价表：{ $questions }个问题
scorecard-when = 24小时内、与任何人交谈之前：抄录评分，为每项胜任力评分并提交。之后再讨论。
# Above the numbers of the questions.
scorecard-number = #
scorecard-competencies = 根据所列问题中的全部依据，为每项胜任力评分。不取平均值。
recommendation-strong-no = 强烈不推荐
recommendation-no = 不推荐
recommendation-yes = 推荐
recommendation-strong-yes = 强烈推荐
recommendation-means = 推荐 = 依据达到该职位和级别的录用标准。强烈 = 每项关键胜任力都很明确。
scorecard-rationale = **理由**：引用候选人的原话
attestation-alone = 我在讨论之前独立完成了评分。
attestation-evidence = 我的评分仅以候选人所说的内容为依据。
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = 请将所有记录交还招聘团队，不保留副本。

## Candidate sheet

# The document's name for interviewers, and its title on the sheet itself.
sheet-document = 候选人须知
sheet = 面试须知
sheet-title = 面试须知 – { $position }
sheet-subject = 面试说明：{ $interviews }场面试
sheet-thanks = 感谢您参加我们的面试。本页介绍面试的安排和联系方式。
sheet-expect = 面试说明
sheet-expect-structured = 本次面试为结构化面试：应聘该职位的每位候选人都按相同顺序回答相同问题，并按同一套书面标准评分。
sheet-expect-examples = 问题涉及您会怎么做，以及您近期的实际事例。举例时，请说明当时的情况、您本人做了什么，以及结果如何。
sheet-expect-time = 您可以想好再回答，也可以请面试官重复问题。
sheet-expect-notes = 为了准确记住您的回答，面试官会做记录。
sheet-expect-notes-follow-ups = 为了准确记住您的回答，面试官会做记录。每个问题都有追问，每位候选人都会被问到。
# Legal: have this reviewed for local law.
sheet-expect-private = 我们不会询问您的年龄、家庭、健康、宗教、民族、籍贯或过往薪酬，您也无需提及。
sheet-agenda = 面试流程
sheet-agenda-open = 面试以自我介绍和形式说明开始，随后进入提问。最后留有时间供您提问，并会告知您后续步骤。
sheet-people = 您将见到：
sheet-interviews = 面试安排
sheet-interviews-each = 每场面试都从自我介绍开始，最后留有时间供您提问。
sheet-your-questions = 您的提问
sheet-accommodations = 合理便利
# Legal: have this reviewed for local law.
sheet-accommodations-ask = 如果您需要合理便利，例如延长时间、中途休息、书面问题、字幕、口译或手语翻译、无障碍会议室或更改日期，请尽早告诉我们。提出需求不会影响我们的决定。
sheet-contact = **联系方式：**
sheet-reschedule = 如需改期，请告诉我们，我们会另行安排时间。
sheet-after = 面试之后
sheet-after-rating = 招聘小组开会之前，每位面试官会独立评分。
# The blank is for a date.
sheet-after-answer = 我们会在 ________________ 前与您联系。
sheet-questions = 面试问题
sheet-questions-prepare = 请从您的工作经历中想一些例子。无需书面准备，可以携带笔记。
sheet-notes = **您的笔记**

## Interview plan of a panel

plan = 面试计划
plan-title = { $title } – 面试计划
plan-subject = { $interviewers }位面试官，{ $questions }个问题
plan-common = 其中{ $count }个由每位面试官提问
plan-schedule = 时间安排
plan-start = 开始
plan-end = 结束
# Replace these two if the time of day at which the first interview starts is not known.
plan-start-elapsed = 开始时点
plan-end-elapsed = 结束时点
plan-themes = 主题
plan-all-themes = 全部
plan-no-times = 至少有一位面试官的问题无法在一场面试中问完，因此不显示时间。一小时的面试请使用 `interview-kit panel --minutes 60`。
plan-assignments = 问题分配
plan-numbers =
    { $times ->
        [yes] 格内是问题在该面试官指南中的题号和开始时间。
       *[no] 格内是问题在该面试官指南中的题号。
    }{ $common ->
        [0] {""}
       *[other] 共同问题排在最前，以便比较评分。
    }
plan-coverage = 胜任力覆盖情况
plan-gaps = 未覆盖项
plan-backup = 替补
plan-covered-by = 覆盖人数
plan-covered = { $count }/{ $interviewers }
plan-silence = 不讨论。
plan-between-silence = 所有面试评价表提交之前，不互相谈论候选人，无论褒贬。
plan-time = 准时结束。
plan-between-time = 超时会占用候选人下一场面试的时间。
plan-own = 只问自己的问题。
plan-between-own = 只问分配给您的问题。谈到其他面试官的主题时，留给对方来问。

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    必问题“{ $question }”（{ $id }）未列入：{ $why ->
        [bank] 题库中没有该题
        [filters] 该题不符合筛选条件
        [themes] 该题不在面试官的主题范围内
        [time] 该题所需时间超过提问时间
        [limit] 题数上限不允许任何问题
        [must-asks] 只有替换另一道必问题才能列入
        [order] 受题数上限所限，只保留排在前面的必问题
       *[unproven] 没有找到既列入该题又不影响其他目标的方案
    }
unmet-competency =
    没有问题覆盖{ $competencies }：{ $why ->
        [bank] 题库中没有这类问题
        [filters] 没有这类问题符合筛选条件
        [themes] 这类问题都不在面试官的主题范围内
        [time] 这类问题所需时间都超过提问时间
        [limit] 题数上限过低
        [must-asks] 只有替换一道必问题才能列入这类问题
        [shared] 这类问题无法与必问题和共同问题同时列入
        [everybody] 列入这类问题会使某位面试官没有问题
        [competencies] 列入这类问题会使另一项胜任力未被覆盖
        [second-people] 列入这类问题会减少覆盖另一项胜任力的面试官
        [order] 受题数上限所限，只保留必问题和排在前面的问题
       *[unproven] 没有找到既列入这类问题又不影响其他目标的方案
    }
unmet-second-person =
    只有一位面试官覆盖{ $competencies }：{ $why ->
        [bank] 题库中只有一个这类问题
        [filters] 只有一个这类问题符合筛选条件
        [themes] 第二个这类问题不在面试官的主题范围内
        [time] 时间不够问两个这类问题
        [limit] 题数上限过低
        [must-asks] 列入第二个会替换一道必问题
        [shared] 第二个无法与必问题和共同问题同时列入
        [everybody] 列入第二个会使某位面试官没有问题
        [competencies] 列入第二个会使另一项胜任力未被覆盖
        [second-people] 列入第二个会减少覆盖另一项胜任力的面试官
        [order] 受题数上限所限，只保留必问题和排在前面的问题
       *[unproven] 没有找到既列入第二个又不影响其他目标的方案
    }
unmet-shared =
    { $found ->
        [0] 无法选出共同问题：{ $why ->
            [bank] 题库中没有更多问题
            [filters] 没有更多问题符合筛选条件
            [themes] 没有问题同时属于所有面试官的主题
            [time] 所有面试官共有主题的问题都超出时间
            [limit] 题数上限过低
            [must-asks] 列入共同问题会挤掉一道必问题
           *[unproven] 没有找到既列入共同问题又不影响其他目标的方案
        }
       *[other] 需要{ $asked }个共同问题，只选出{ $found }个：{ $why ->
            [bank] 题库中没有更多问题
            [filters] 没有更多问题符合筛选条件
            [themes] 没有其他问题同时属于所有面试官的主题
            [time] 所有面试官共有主题的其他问题都超出时间
            [limit] 题数上限过低
            [must-asks] 再增加一个会挤掉一道必问题
           *[unproven] 没有找到既再增加一个又不影响其他目标的方案
        }
    }
unmet-past-behavior =
    没有行为类问题：{ $why ->
        [bank] 题库中没有这类问题
        [filters] 没有这类问题符合筛选条件
        [themes] 这类问题都不在面试官的主题范围内
        [time] 这类问题所需时间都超过提问时间
        [limit] 题数上限过低
        [must-asks] 只有替换一道必问题才能列入这类问题
        [shared] 这类问题无法与必问题和共同问题同时列入
        [everybody] 列入这类问题会使某位面试官没有问题
        [competencies] 列入这类问题会使某项胜任力未被覆盖
        [second-people] 列入这类问题会减少覆盖某项胜任力的面试官
        [order] 受题数上限所限，只保留必问题和排在前面的问题
       *[unproven] 没有找到既列入这类问题又不影响其他目标的方案
    }

## Debrief

debrief = 面试评议
debrief-title = { $title } – 评议与决定记录
debrief-subject = { $interviewers }位面试官的共识
debrief-when = { $title } · 所有面试评价表提交后再填写。不更改个人评分，将共识评分记在旁边。
debrief-facilitator = 主持人
debrief-scorecards = **讨论前已提交面试评价表**
debrief-handed-in = **已提交面试评价表**
debrief-gaps = **未覆盖项**
debrief-ratings = 各项胜任力的评分
debrief-ratings-how = 抄录每位面试官的评分。分差 = 最高分减最低分。
debrief-questions = 各问题的评分（仅由一位面试官提问）
debrief-legend = 短横线表示该面试官没有提问。
debrief-missing = 面试评价表尚未提交；请等提交后再开始：
debrief-unsettled = 先行核实：相互矛盾或无法辨认的填写内容
debrief-unasked = 没有评分也没有笔记的问题
debrief-none = 无
debrief-ratings-read =
    评分均为面试官所填。分差 = 最高分减最低分。短横线表示未提问，“{ $word }”表示未评估；两者均不计入。
debrief-rest = ［……续见{ $place }］
debrief-handwritten = ［手写：{ $place }］
debrief-handwriting = 手写笔记
debrief-page = { $file }，第 { $page } 页
debrief-line = { $file }，第 { $line } 行
debrief-agenda = 议程：分差大的优先
debrief-agenda-how = 每位面试官陈述依据，然后共同按评分标准商定评分。不取平均值。
debrief-number = #
debrief-topic = 胜任力或问题
debrief-lowest = 最低分：依据
debrief-highest = 最高分：依据
debrief-range = 分差
debrief-consensus = 共识
debrief-common = 共同问题：{ $question }
debrief-rationale = **共识的理由：引用候选人的原话**
debrief-decision = 决定
debrief-hire = 录用
debrief-no-hire = 不录用
debrief-another-interview = 追加面试
debrief-another-role = 考虑其他职位
debrief-dissent = **不同意见：谁、为什么**
debrief-action = 待办事项
debrief-owner = 负责人
debrief-due = 截止日期
# Legal: have this reviewed for local law.
debrief-retain = 记录保存至
debrief-destroyed = 销毁日期

## Scores

scores = 评分分析
scores-what = 套件 { $kit } · 候选人：{ $candidates } · 面试官：{ $interviewers }
scores-rule = 不计算平均分、总分、排名或推荐。
scores-agreement = 一致性
scores-units = 单元
scores-alpha = 有序 alpha
scores-within = 相差不超过一分
scores-interval = { $value }（{ $low } 至 { $high }）
scores-not-enough = 数据不足：n = { $n }，需要 { $needs }
scores-no-variation = 无定义：所有评分相同
scores-no-difference = 无定义：候选人之间差异太小
scores-no-interval-ratings = { $value }（无区间：评分差异太小）
scores-no-interval-candidates = { $value }（无区间：候选人之间差异太小）
scores-no-interval-agreement = { $value }（无区间：全部 n = { $n } 个单元的一致性相同）
scores-no-interval-interviewers = { $value }（无区间：除严格程度外，面试官之间没有差异）
scores-without-name = 没有姓名的面试官（按每个资料包计）：{ $count }。
scores-icc = 相同的面试官
scores-how = 一个单元是由两名或更多面试官评分的一名候选人与一个问题或能力。括号内为 95% 置信区间（alpha 和比例：按单元自助抽样，{ $resamples } 次，种子 { $seed }；ICC：F 分布）。
scores-use = 评分量表的使用
scores-by-interviewer-questions = 面试官，问题
scores-by-interviewer-competencies = 面试官，能力
scores-more = 本页放不下的行：{ $count }。`interview-kit scores` 会列出它们。
scores-look = 在所有评分下勾选情况相同、值得复查的评分要点：
scores-left-out = 未计入：空白 { $blank }，矛盾 { $conflict }，无法读取 { $unreadable }，被拒绝的文件 { $refused }。
