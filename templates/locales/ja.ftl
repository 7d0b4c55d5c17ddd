# The words that the program prints in documents, in Japanese. Syntax: https://projectfluent.org/fluent/guide/
#
# A line end inside a message is printed as a space, so each text is on one line. In Markdown, bold text must not end with
# punctuation if a letter follows: **根拠**：, not **根拠：**.

## Words used in several documents

candidate = 候補者
room = 会議室・URL
started-at = 実際の開始
interviewer = 面接官
interviewers = 面接官
position = ポジション
date = 日付
time = 時間
name = 氏名
signature = 署名
question = 質問
questions = 質問数
competency = コンピテンシー
overall-recommendation = 採用の総合判断
not-assessed = 未評価
# Above columns of minutes.
min = 分
# Two items of a list, with the language's separator between them.
listed = { $start }、{ $next }
# Two sentences of a text that is read aloud.
sentences = { $start }{ $next }
# Two alternatives; then two or more, as `listed` joins them, and the last one.
either = { $start }または{ $next }
either-last = { $start }、または{ $next }
# A text that is cut off at a word boundary.
shortened = { $text }…
# The title of a kit for a role.
kit-title = { $role }面接
# An interviewer of a panel without a name.
interviewer-number = 面接官{ $number }
# The title of a file with all documents of an interview, and an interview in it without a candidate's name.
packet-title = { $title } – 面接資料一式
interview-number = 面接{ $number }
footer = 社外秘 · { $banks }
question-count = 質問{ $count }問
interviewer-count = 面接官{ $count }名
minute-count = { $count }分
# The numbers of the questions that assess a competency.
competency-questions = （Q{ $numbers }）
# A date. The variables are numbers.
date-written = { $year }年{ $month }月{ $day }日
# A time of day, as the language writes it. $clock is the clock on which the time was given: twelve or twenty-four.
# $hour counts from 0 to 23, $hour-padded has two digits, $hour-12 counts from 1 to 12, and $half is am or pm.
# $minute has two digits. A message need not use all of these variables.
time-of-day = { $hour }:{ $minute }
# A time after midnight.
time-days-later = { $time }（+{ $days }日）
# From one time to another.
time-range = { $start }〜{ $end }

## Words in headers and footers, or read aloud by screen readers

page-number = { $page }/{ $pages }ページ
page-kit = キット { $kit }
# Beside the code that identifies a page, in small type.
page-packet = 資料 { $packet }
# A person at the top of a page: first the label, then the name.
page-name = { $label }：{ $name }
# Next to the kit code, if the text was edited after the kit was built.
page-edited = 編集済み
# After the title of a question that continues from the previous page.
page-continued = （続き）
field-notes = メモ
# The name of the field with the kit, the packet, and the document. It cannot be changed.
field-identity = キット・資料・文書
# The name of a field without a label.
field-blank = 記入欄
# The title of a document that has no title and no heading.
document-untitled = 無題

## Interviewer guide: agenda

guide = 面接官ガイド
guide-title = { $title } – 面接官ガイド
guide-subject = 構造化面接：質問{ $questions }問
guide-subject-timed = 構造化面接：質問{ $questions }問、{ $minutes }分
guide-agenda = 面接の進行
agenda-opening = 冒頭：自己紹介、進め方、メモの説明
agenda-candidate-questions = 候補者からの質問
agenda-closing = 締めくくり：次のステップと時期
agenda-end = 終了
# Above the times of day; `elapsed` is in its place if they are counted from the beginning of the interview.
clock = 時刻
elapsed = 経過
segment = 内容
page = 頁
# Replaces the agenda if there are more questions than fit into one interview.
guide-choose = 質問の候補
guide-choose-why = この{ $count }問は1回の面接に収まらないため、時刻を示していません。ここから選ぶか、1時間に収まるキットを作成してください：`interview-kit build --minutes 60`

## Interviewer guide: opening script, which is read aloud, and reminders

opening = 冒頭の言葉（読み上げる）
# The whole script, in quotation marks.
opening-quoted = 「{ $script }」
# The interviewer’s name, or a blank for it, and a blank for the work.
opening-hello = こんにちは。{ $interviewer }と申します。{ $work }を担当しております。
opening-thanks = 本日はお時間をいただき、ありがとうございます。
opening-minutes = 面接は{ $minutes }分を予定しています。
opening-questions =
    これから、このポジションの候補者の皆さまに共通の質問を{ $questions }問お尋ねします。{ $follow_ups ->
        [all] 質問ごとに追加の質問もあります。
        [some] 追加の質問をすることもあります。
       *[none] {""}
    }
opening-examples = 具体例をお尋ねするときは、状況、ご自身の行動、結果をお話しください。ゆっくり考えていただいて構いません。質問はいつでも繰り返します。
opening-notes = お答えを正確に覚えておくため、メモを取ります。時間の都合で次に進むこともありますが、お答えの良し悪しとは関係ありません。
opening-end = 最後にご質問の時間を設けています。始めてもよろしいでしょうか。
reminders-before = 面接の前
reminders-read = 基本ルールと、すべての質問・評価基準を読む。
reminders-feedback = 他の面接官の評価を読まない。
reminders-room = 会議室またはビデオ会議を確認し、時計を見える所に置く。
reminders-accommodations = 合理的配慮の担当者を確認する。
reminders-during = 面接中
reminders-ask = 質問は文言どおり順番に尋ね、続けて追加質問をする。
reminders-probe = 深掘り質問は、回答が曖昧または不十分なときだけ使う。ヒントは出さない。
reminders-write = 候補者の発言を書き留める。評価は後で行う。
reminders-rate-as-you-go = 回答のたびに、最も近い評価基準で評価する。
reminders-after = 面接の後
reminders-rate = 面接の直後に、一人で、評価基準に沿って評価する。
reminders-check = メモと照らして、一人で評点を見直す。
reminders-not-assessed = 「未評価」は、質問していないか、途中で終わった場合に限る。
reminders-submit = 候補者について誰かと話す前に、スコアカードを提出する。
# Legal: have this reviewed for local law.
reminders-never-ask = **質問してはいけないこと**：年齢、家族や出産の予定、健康・障害、宗教、本籍・出身地、国籍、人種、性別、性的指向、思想・支持政党、労働組合、現職・前職の給与。候補者から話が出ても、掘り下げず、書き留めず、質問に戻る。

## Interviewer guide: a question

common-question = 共通質問（全面接官が尋ねる）
question-minutes = { $count }分
question-notes = **メモ**：候補者の言葉のまま。意見や評点は書かない
follow-up = **追加質問（全候補者に尋ねる）**
notes-situation = **状況**
notes-action = **行動**：候補者がしたこと
notes-result = **結果**
probes = **深掘り質問（回答が曖昧なとき）**
watch-for = 注意点（弱い回答の兆候）

## Interviewer guide: closing

closing-questions = 候補者からの質問
closing-answers = 職務とチームについて、事実を答えます。報酬、福利厚生、ビザ、他の候補者、合否の見込みについては「採用担当に申し伝えます」と答えます。約束や講評はしません。
closing-questions-notes = **受けた質問と、後で対応すると約束したこと**
closing = 締めくくりの言葉（読み上げる）
# The variables are blanks.
closing-script = 「こちらからの質問は以上です。これまでのお答えに付け加えたいことはありますか。\[間を置く\] 何かご質問はありますか。\[候補者からの質問\] 次のステップは{ $step }です。{ $day }までに{ $sender }からご連絡します。本日はありがとうございました。」

## Ground rules for interviewers

ground-rules = 面接の基本ルール
ground-rules-title = { $title } – 面接の基本ルール
rules-precedence = 初めて面接を担当する前にお読みください。社内規程と現地の法令が優先します。
rules-same = すべての候補者に同じ対応をする
rules-same-words = 質問はすべて文言どおり、順番に尋ねます。答えが明らかに思えても省かず、言い換えません。繰り返すのは構いません。
rules-same-help = 時間も手助けも同じにします。追加質問は必ず行い、深掘り質問は回答が曖昧なときに使い、ヒントは出しません。「いい答えですね」などの感想や講評は控え、中立を保ちます。
rules-same-notes = 冒頭で、メモを取ることとその理由を伝えます。
rules-evidence = 印象ではなく根拠を記録する
rules-evidence-words = 候補者の発言を、できるだけ本人の言葉で書き留めます。「受付を止め、四半期で40件の指摘を解消した」は根拠、「実行力が高い」は印象です。
rules-evidence-never = 容姿、声、なまり、年齢は書きません。候補者に読まれて困ることは書きません。
rules-evidence-moment = 書く時間が必要なときは「書き留めますので、少々お待ちください」と伝えます。
# Legal: have this reviewed for local law.
rules-evidence-records = メモは会社の記録です。録音・録画やAIによる議事録作成は、社内規程で認められ、候補者が同意した場合に限ります。
rules-time = 時間を守る
rules-time-how = 質問の持ち時間の半分が過ぎたら、最初の回答の途中でも追加質問に移ります。次に進むときは「ありがとうございます。すべての質問をお尋ねしたいので、次に進みます」と伝えます。時間が足りなくなったら残りの質問は「未評価」とし、候補者からの質問の時間は決して削りません。
rules-prompts = 定型の声かけ（これ以外は使わない）
rules-prompts-words = 具体例では、足りない点を尋ねます。「どのような状況でしたか」「ご自身は何をしましたか」「結果はどうでしたか」。そのほか：「もう少し詳しくお聞かせください」「ゆっくりお考えください」「ありがとうございます」。例がない場合：「最も近いご経験は何ですか」。質問が伝わらない場合：「もう一度読みますので、ご理解のとおりにお答えください」。
rules-not-ask = 質問してはいけないこと
# Legal: have this reviewed for local law.
rules-not-ask-topics = 次のことは、直接・間接を問わず質問しません。年齢、人種・民族、肌の色、本籍・出身地、国籍、母語、宗教、性別、妊娠・出産、婚姻・家族の状況、性自認、性的指向、障害、健康・遺伝情報、軍歴、逮捕歴、思想・信条・支持政党、労働組合への加入、現職・前職の給与。名前の由来、卒業年、配偶者の職業、尊敬する人物、愛読書などから探る質問も含みます。
rules-do-not-ask = 尋ねない
rules-ask-instead = 全候補者に尋ねる
# Legal: have this reviewed for local law.
rules-children = お子さんはいますか。
# Legal: have this reviewed for local law.
rules-children-instead = このポジションでは、6週間に1週の割合で待機当番（オンコール）があります。対応できますか。
# Legal: have this reviewed for local law.
rules-health = 健康上の問題はありますか。
# Legal: have this reviewed for local law.
rules-health-instead = このポジションでは年4回の出張があります。必要に応じて合理的配慮を受けたうえで、対応できますか。
# Legal: have this reviewed for local law.
rules-origin = ご出身はどちらですか。
# Legal: have this reviewed for local law.
rules-origin-instead = \[国名\]で就労できる資格をお持ちですか。（採用担当が確認していない場合のみ）
# Legal: have this reviewed for local law.
rules-legal = 職務に関係することだけを、全員に尋ねます。迷ったら尋ねず、人事に確認します。雑談も同じです。家族、宗教行事、名前、なまり、卒業年の話は避けます。このページは法的助言ではなく、現地の法令のほうが厳しい場合もあります。上記は現地の法令に照らした確認を受けていません。使用前に人事または法務が確認してください。
rules-volunteered = 候補者が機微な情報を自ら話した場合
# The contact is a name or an address.
# Legal: have this reviewed for local law.
rules-volunteered-contact = 掘り下げず、書き留めず、評価会議でも触れません。「お話しくださり、ありがとうございます。選考には影響しません」と伝え、質問に戻ります。合理的配慮の申し出であれば、自分で判断せず、その日のうちに{ $contact }に伝えます。
# Legal: have this reviewed for local law.
rules-volunteered-no-contact = 掘り下げず、書き留めず、評価会議でも触れません。「お話しくださり、ありがとうございます。選考には影響しません」と伝え、質問に戻ります。合理的配慮の申し出であれば、自分で判断せず、その日のうちに採用担当または人事に伝えます。
rules-no-show = 候補者が現れない場合
rules-no-show-steps = 15分待ち、一度連絡を試みます。スコアカードに時刻を記録し、評価はせず、採用担当に知らせます。候補者は誰でも一度、理由を問わず日程を変更できます。欠席は評価の対象にしません。二度目の欠席の後は、採用担当が判断します。
rules-ratings = 評価尺度
rules-scale-not-assessed = **未評価**：質問しなかった、または途中で終わった。回答があっても関連する根拠がなければ1とします。評価基準のない評点は、その上下の評価基準の中間を表します。チェックは覚え書きであり、数を合計しません。
rules-rating-errors = **評価の偏り**：ハロー効果（一つの優れた回答が他の評点を引き上げる） · 第一印象 · 自分との類似 · 前の候補者との対比 · 寛大化、または3ばかり。確認：各評点の裏付けとなる発言を引用できますか。
rules-references = **参考資料：**
rules-sources = **出典**：質問と回答の要点は{ $banks }による。
rules-bank-edition = { $bank }、{ $edition }版
rules-bank-source = { $bank }（{ $source }）
rules-editor = その他（テーマ、レベル、制限時間、追加質問、深掘り質問、注意点、評点の名称、評価基準）の作成：{ $editor }。
rules-editor-of-bank = { $bank }のその他（テーマ、レベル、制限時間、追加質問、深掘り質問、注意点、評点の名称、評価基準）の作成：{ $editor }。

## Scoring form and ratings

scoring = 評価シート
scoring-title = { $title } – 評価シート
scoring-subject = 評価シート：質問{ $questions }問
scoring-when = 面接の直後、誰かと話す前に、各回答に最も近い評価基準を選びます。
scoring-evidence = **根拠**：評点を裏付ける候補者の発言
# Above the rubric, unless the question has its own heading.
rubric = 優れた回答の要点
# ☒ and ▨ are printed as a crossed and a hatched box.
marking = 濃い色のペンで ☒ のように記入。取り消すときは ▨ のように塗りつぶす
footer-marked = 社外秘

## Scorecard

scorecard = スコアカード
scorecard-title = { $title } – スコアカード
scorecard-subject = スコアカード：質問{ $questions }問
scorecard-when = 24時間以内、誰かと話す前に評点を転記し、各コンピテンシーを評価して提出。話し合いはその後です。
# Above the numbers of the questions.
scorecard-number = #
scorecard-competencies = 各コンピテンシーを、併記した質問から得たすべての根拠で評価します。平均はとりません。
recommendation-strong-no = 強く反対
recommendation-no = 反対
recommendation-yes = 賛成
recommendation-strong-yes = 強く賛成
recommendation-means = 賛成＝このポジションとレベルの水準を満たす根拠がある。強く＝重要なコンピテンシーのすべてで明確。
scorecard-rationale = **理由**：候補者の発言を引用する
attestation-alone = 話し合いの前に、一人で評価しました。
attestation-evidence = 評点は候補者の発言だけに基づきます。
# On scorecards and debrief forms.
# Legal: have this reviewed for local law.
records-return = メモはすべて採用担当に返却し、写しは残しません。

## Candidate sheet

# The document's name for interviewers, and its title on the sheet itself.
sheet-document = 候補者向け案内
sheet = 面接のご案内
sheet-title = 面接のご案内 – { $position }
sheet-subject = 面接の進め方：面接{ $interviews }回
sheet-thanks = このたびは面接をお受けいただき、ありがとうございます。面接の進め方と連絡先をご案内します。
sheet-expect = 面接の進め方
sheet-expect-structured = 構造化面接を行います。このポジションの面接を受けるすべての方に、同じ質問を同じ順番でお尋ねし、あらかじめ文書で定めた同じ基準でお答えを評価します。
sheet-expect-examples = どのように対応なさるか、また最近のご経験の具体例をお尋ねします。具体例では、状況、ご自身の行動、結果をお話しください。
sheet-expect-time = ゆっくり考えてからお答えください。質問の繰り返しもお求めいただけます。
sheet-expect-notes = お答えを正確に覚えておくため、面接官はメモを取ります。
sheet-expect-notes-follow-ups = お答えを正確に覚えておくため、面接官はメモを取ります。どの質問にも、すべての方にお尋ねする追加の質問があります。
# Legal: have this reviewed for local law.
sheet-expect-private = 年齢、ご家族、健康状態、宗教、本籍・出身地、現職・前職の給与についてはお尋ねしません。お話しいただく必要もありません。
sheet-agenda = 当日の流れ
sheet-agenda-open = はじめに自己紹介と進め方のご説明をし、続いて質問をお尋ねします。最後にご質問の時間を設け、次のステップをご案内します。
sheet-people = 面接官：
sheet-interviews = 面接の予定
sheet-interviews-each = 各面接は自己紹介から始まり、最後にご質問の時間があります。
sheet-your-questions = ご質問の時間
sheet-accommodations = 配慮のご希望
# Legal: have this reviewed for local law.
sheet-accommodations-ask = 時間の延長、休憩、質問の書面での提示、字幕、通訳、バリアフリーの部屋、日程の変更などの配慮が必要な場合は、できるだけ早くお知らせください。お申し出が選考に影響することはありません。
sheet-contact = **連絡先：**
sheet-reschedule = 日程の変更が必要な場合はお知らせください。別の日時を調整いたします。
sheet-after = 面接の後
sheet-after-rating = お答えは、採用チームが集まる前に、各面接官が個別に評価します。
# The blank is for a date.
sheet-after-answer = 結果は ________________ までにご連絡いたします。
sheet-questions = 質問
sheet-questions-prepare = ご自身の仕事での経験から例をお考えください。書面での準備は不要です。メモをお持ちいただいても構いません。
sheet-notes = **メモ**

## Interview plan of a panel

plan = 面接計画
plan-title = { $title } – 面接計画
plan-subject = 面接官{ $interviewers }名、質問{ $questions }問
plan-common = うち全面接官に共通{ $count }問
plan-schedule = スケジュール
plan-start = 開始
plan-end = 終了
# Replace these two if the time of day at which the first interview starts is not known.
plan-start-elapsed = 開始時点
plan-end-elapsed = 終了時点
plan-themes = テーマ
plan-all-themes = すべて
plan-no-times = 1回の面接に収まらない数の質問を担当する面接官がいるため、時刻を示していません。1時間の面接には `interview-kit panel --minutes 60` を使ってください。
plan-assignments = 質問の割り当て
plan-numbers =
    { $times ->
        [yes] 各欄は、その面接官のガイドでの質問番号と開始時刻です。
       *[no] 各欄は、その面接官のガイドでの質問番号です。
    }{ $common ->
        [0] {""}
       *[other] 評点を比較できるよう、共通質問を最初に尋ねます。
    }
plan-coverage = コンピテンシーの担当状況
plan-gaps = 評価の漏れ
plan-backup = 代理
plan-covered-by = 担当
plan-covered = { $interviewers }名中{ $count }名
plan-silence = 話し合わない。
plan-between-silence = 全員のスコアカードが提出されるまで、候補者について、良い点も悪い点も互いに話しません。
plan-time = 時間どおりに終える。
plan-between-time = 延びると、候補者の次の面接の時間が減ります。
plan-own = 担当の質問だけ。
plan-between-own = 割り当てられた質問だけを尋ねます。他の面接官の話題が出ても、その人に任せます。

## Goals that were not met: panel plan, debrief, and messages of the program
##
## `why` is the code of the reason; a message has a text for each reason that there can be for it. The texts have no period.

unmet-must-ask =
    必須の質問「{ $question }」（{ $id }）が含まれていません：{ $why ->
        [bank] 質問集にありません
        [filters] 絞り込み条件に合いません
        [themes] 面接官のテーマから外れています
        [time] 質問に使える時間より長くかかります
        [limit] 上限のため質問を入れられません
        [must-asks] 別の必須の質問と入れ替えなければ入りません
        [order] 上限のため、先にある必須の質問を優先しました
       *[unproven] 他の目標を損なわずに加えられる案が見つかりませんでした
    }
unmet-competency =
    { $competencies }を評価する質問がありません：{ $why ->
        [bank] 質問集に該当する質問がありません
        [filters] 絞り込み条件に合う該当の質問がありません
        [themes] 該当する質問はすべて面接官のテーマから外れています
        [time] 該当する質問はすべて、質問に使える時間より長くかかります
        [limit] 質問数の上限が少なすぎます
        [must-asks] 必須の質問と入れ替えなければ入りません
        [shared] 必須の質問や共通質問と一緒には入りません
        [everybody] 質問のない面接官が出なければ入りません
        [competencies] 別のコンピテンシーを外さなければ入りません
        [second-people] 別のコンピテンシーの担当者を減らさなければ入りません
        [order] 上限のため、必須の質問、次に先頭の質問を優先しました
       *[unproven] 他の目標を損なわずに該当の質問を加えられる案が見つかりませんでした
    }
unmet-second-person =
    { $competencies }を評価する面接官が1名だけです：{ $why ->
        [bank] 質問集に該当する質問が1問しかありません
        [filters] 絞り込み条件に合う該当の質問が1問しかありません
        [themes] 2問目は面接官のテーマから外れています
        [time] 該当する質問を2問入れる時間がありません
        [limit] 質問数の上限が少なすぎます
        [must-asks] 2問目を入れると必須の質問が外れます
        [shared] 2問目は必須の質問や共通質問と一緒には入りません
        [everybody] 2問目を入れると質問のない面接官が出ます
        [competencies] 2問目を入れると別のコンピテンシーが外れます
        [second-people] 2問目を入れると別のコンピテンシーの担当者が減ります
        [order] 上限のため、必須の質問、次に先頭の質問を優先しました
       *[unproven] 他の目標を損なわずに2問目を加えられる案が見つかりませんでした
    }
unmet-shared =
    { $found ->
        [0] 共通質問を選べませんでした：{ $why ->
            [bank] 質問集にこれ以上の質問がありません
            [filters] 絞り込み条件に合う質問がこれ以上ありません
            [themes] 全面接官のテーマに入る質問がありません
            [time] 全面接官に共通のテーマの質問は、どれも時間に収まりません
            [limit] 質問数の上限が少なすぎます
            [must-asks] 加えると必須の質問が外れます
           *[unproven] 他の目標を損なわずに加えられる案が見つかりませんでした
        }
       *[other] 共通質問は{ $asked }問中{ $found }問しか選べませんでした：{ $why ->
            [bank] 質問集にこれ以上の質問がありません
            [filters] 絞り込み条件に合う質問がこれ以上ありません
            [themes] 全面接官のテーマに入る質問が他にありません
            [time] 全面接官に共通のテーマの質問は、他にどれも時間に収まりません
            [limit] 質問数の上限が少なすぎます
            [must-asks] さらに加えると必須の質問が外れます
           *[unproven] 他の目標を損なわずにさらに加えられる案が見つかりませんでした
        }
    }
unmet-past-behavior =
    過去の行動を尋ねる質問がありません：{ $why ->
        [bank] 質問集に該当する質問がありません
        [filters] 絞り込み条件に合う該当の質問がありません
        [themes] 該当する質問はすべて面接官のテーマから外れています
        [time] 該当する質問はすべて、質問に使える時間より長くかかります
        [limit] 質問数の上限が少なすぎます
        [must-asks] 必須の質問と入れ替えなければ入りません
        [shared] 必須の質問や共通質問と一緒には入りません
        [everybody] 質問のない面接官が出なければ入りません
        [competencies] いずれかのコンピテンシーを外さなければ入りません
        [second-people] いずれかのコンピテンシーの担当者を減らさなければ入りません
        [order] 上限のため、必須の質問、次に先頭の質問を優先しました
       *[unproven] 他の目標を損なわずに該当の質問を加えられる案が見つかりませんでした
    }

## Debrief

debrief = 評価会議
debrief-title = { $title } – 評価会議と決定の記録
debrief-subject = 面接官{ $interviewers }名の合議
debrief-when = { $title } · 全員のスコアカードが提出されてから記入します。個々の評点は変えず、その隣に合議の評点を記録します。
debrief-facilitator = 進行役
debrief-scorecards = **話し合いの前にスコアカードを提出済み**
debrief-handed-in = **スコアカードを提出済み**
debrief-gaps = **評価の漏れ**
debrief-ratings = コンピテンシー別の評点
debrief-ratings-how = 各面接官の評点を転記します。差＝最高－最低。
debrief-questions = 質問別の評点（面接官1名が尋ねた質問）
debrief-legend = 「–」は、その面接官が尋ねていないことを示します。
debrief-missing = スコアカードが未提出です。提出を待ってから始めてください：
debrief-unsettled = 最初に確認：矛盾している、または読み取れない記入
debrief-unasked = 評点もメモもない質問
debrief-none = なし
debrief-ratings-read =
    評点は面接官が記入したとおりです。差＝最高－最低。「–」は質問していないこと、「{ $word }」は評価していないことを示し、どちらも差に含めません。
debrief-rest = ［…続きは{ $place }］
debrief-handwritten = ［手書き：{ $place }］
debrief-handwriting = 手書きのメモ
debrief-page = { $file }、{ $page }ページ
debrief-line = { $file }、{ $line }行目
debrief-agenda = 議題：差の大きい順
debrief-agenda-how = 各面接官が根拠を述べ、評価基準に沿って全員で評点を決めます。平均はとりません。
debrief-number = #
debrief-topic = 評価項目
debrief-lowest = 最低：根拠
debrief-highest = 最高：根拠
debrief-range = 差
debrief-consensus = 合議
debrief-common = 共通質問：{ $question }
debrief-rationale = **合議の理由：候補者の発言を引用する**
debrief-decision = 決定
debrief-hire = 採用
debrief-no-hire = 不採用
debrief-another-interview = 追加面接
debrief-another-role = 他のポジションで検討
debrief-dissent = **反対意見：誰が、なぜ**
debrief-action = 対応事項
debrief-owner = 担当者
debrief-due = 期限
# Legal: have this reviewed for local law.
debrief-retain = 記録の保管期限
debrief-destroyed = 廃棄日

## Scores

scores = 評価の集計
scores-what = キット { $kit } · 候補者：{ $candidates } · 面接官：{ $interviewers }
scores-rule = 平均、合計、順位、推薦は計算しません。
scores-agreement = 一致度
scores-units = 単位
scores-alpha = 順序尺度のアルファ
scores-within = 1点以内
scores-interval = { $value }（{ $low }～{ $high }）
scores-not-enough = データ不足：n = { $n }、{ $needs } 必要
scores-no-variation = 定義されません：すべての評価が同じです
scores-no-difference = 定義されません：候補者間の差が小さすぎます
scores-no-interval-ratings = { $value }（区間なし：評価のばらつきが小さすぎます）
scores-no-interval-candidates = { $value }（区間なし：候補者間の差が小さすぎます）
scores-no-interval-agreement = { $value }（区間なし：n = { $n } の単位すべてで一致度が同じです）
scores-no-interval-interviewers = { $value }（区間なし：厳しさを除き、面接官の間に差がありません）
scores-without-name = 名前のない面接官（資料ごとに数えています）：{ $count }。
scores-icc = 同じ面接官
scores-how =
    単位は、2人以上の面接官が評価した候補者と質問（またはコンピテンシー）の組です。かっこ内は95%信頼区間（アルファと割合：単位のブートストラップ、リサンプル数 { $resamples }、シード { $seed }。ICC：F分布）。
scores-use = 尺度の使われ方
scores-by-interviewer-questions = 面接官、質問
scores-by-interviewer-competencies = 面接官、コンピテンシー
scores-more = このページに入らない行：{ $count }。`interview-kit scores` で表示されます。
scores-look = どの評価でも同じようにチェックされ、見直しが必要なルーブリックの行：
scores-left-out = 数えていないもの：空白 { $blank }、矛盾 { $conflict }、読み取り不能 { $unreadable }、拒否されたファイル { $refused }。
