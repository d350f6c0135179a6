# Слова сайту українською. Кожен ключ є в кожній мові (це перевіряє тест).
# Слова джерел тут не перекладаються: їх показано так, як написано.

## Запис

life-title = Що, за записом, сталося
life-kin-title = Що запис каже про родичів
life-birth = Народження
life-certainty = Наскільки певне джерело
life-source = Джерело цього твердження
life-read-as = прочитано як { $reading }
detail-place = Місце
detail-body = Орган
detail-article = Стаття
detail-measure = Міра
fields-title = Як написано
verbatim-title = Запис дослівно
verbatim-withheld = Частину запису пропущено й позначено знаком […]: у ній можуть бути названі люди, які живі.
place-title = Де він стоїть
place-file = Файл
place-line = Рядок
place-byte = Байт, рахуючи від 0
place-record = Запис
source-title = Джерело
source-citation = Як цитувати
source-licence = Ліцензія
source-holder = Зберігач
cite-title = Як послатися на цю сторінку
cite-build = збірка { $build }
years-born = нар. { $year }
years-died = пом. { $year }
years-about = бл. { $year }

## Люди

person-title = Вважаються однією людиною
person-of-others = { $n ->
    [one] Цей і ще { $n } запис вважаються записами про одну людину.
    [few] Цей і ще { $n } записи вважаються записами про одну людину.
   *[many] Цей і ще { $n } записів вважаються записами про одну людину.
}
person-p = Імовірність, що запис про цю людину: { $p }.
person-lead = { $n ->
    [one] { $n } запис.
    [few] { $n } записи вважаються записами про одну людину.
   *[many] { $n } записів вважаються записами про одну людину.
}
person-note = Це припущення, а не твердження джерел: його обчислено з того, що сказано в записах, і хто знає краще, може його виправити. Кожен запис каже лише те, що сказано в його джерелі; де вони розходяться, тут наведено все.
person-entries = { $n ->
    [one] Запис
    [few] Записи
   *[many] Записи
}
person-compare = Порівняти з першим
person-events = Що сталося, за записами
person-fields = Відомості, за записами
person-differs = записано по-різному
person-dates-differ = дати розходяться
person-numbers = { $numbers }
person-event-bare = без подробиць
maybe-title = Записи, які можуть бути про ту саму людину
maybe-note = Вони схожі, але записами про одну людину не вважаються. Подивіться самі чому.
related-compare = Одна людина: { $p }. Порівняти
hit-person = { $n ->
    [one] { $n } запис про цю людину
    [few] { $n } записи, імовірно, про цю людину
   *[many] { $n } записів, імовірно, про цю людину
}
probability = { $percent } %
probability-over = понад { $percent } %
probability-under = менше ніж { $percent } %
decided-by = Рішення ({ $by }, { $day }): { $verdict }.
decided-by-rule = Рішення правила ({ $by }, { $day }): { $verdict }.
verdict-same = одна людина
verdict-different = різні люди
verdict-unsure = питання відкрите

## Порівняння двох записів

compare-title = Порівняння двох записів
compare-probability = За тим, що сказано в обох записах: одна людина { $same }, родичі { $kin }, чужі одне одному люди { $stranger }.
compare-one-person = Їх вважають записами про одну людину.
compare-two-persons = Їх не вважають записами про одну людину.
compare-no-link = У цих записах надто мало спільного, щоб вважати їх записами про одну людину: їх не порівнювали або доказів виявилося замало.
compare-why = Чому
compare-bits = Те, що свідчить за одну людину, вимірюється в бітах: кожен біт подвоює шанси, кожен біт зі знаком мінус зменшує їх удвічі. Збіг рідкісного імені важить більше, ніж збіг поширеного. Останній стовпець так само рахує шанси спорідненості: у родичів спільні прізвище й місце, але не ім’я.
compare-field = Поле
compare-first = Перший запис
compare-second = Другий запис
compare-agreement = Як збігається
compare-same-bits = За одну людину
compare-kin-bits = За спорідненість
compare-before = До всякого порівняння
compare-sum = Разом
compare-chart-title = Шанси, що це одна людина, крок за кроком
compare-chart-words = У бітах: { $parts }. Разом { $sum }. Те саме стоїть у таблиці нижче.
compare-others = Чого не порівнювали
compare-note = Ваги обчислено за цим архівом; ніхто наперед не вказував, які записи належать одній людині. Рішення людини важливіше за ці ваги.

## Види збігу

level-missing = в одному записі немає
level-exact = збігається
level-stem = збігається, крім закінчення
level-alternative = інше вказане ім’я
level-one_edit = відрізняється одна літера чи цифра
level-close = дуже схоже
level-near = почасти схоже
level-elsewhere = стоїть в іншій частині імені
level-learnt = тут часто стоять одне замість одного
level-differs_woman = відрізняється, і один із записів про жінку
level-differs = відрізняється
level-part = одне з кількох імен
level-initial = ініціал
level-rare = спільне рідкісне додаткове ім’я
level-shared = спільне додаткове ім’я
level-one_missing = додаткові імена лише в одному
level-year = той самий рік
level-year_from_age = той самий рік, один за віком
level-two_parts = збігаються дві частини з дня, місяця й року
level-year_not_day = той самий рік, інший день
level-one_year = різниця в рік
level-three_years = різниця до трьох років
level-digit = відрізняється одна цифра року
level-ten_years = різниця до десяти років
level-partial = збігається в тій частині, що вказана
level-near_year = різниця в рік
level-other_area = та сама назва в іншому районі
level-area = той самий район чи область
level-crossed = стоїть в іншому полі другого запису
level-same_district = інше поселення того самого району
level-same_region = інше поселення тієї самої області
level-differs_open = інше поселення
level-other_region = інша область
level-similar = схоже
level-first = збігається перша частина
level-two_edits = відрізняються два знаки
level-letters = починається з тих самих літер
level-most = збігається більшість слів
level-some = спільне рідкісне слово
level-little = спільне поширене слово
level-same = збігається

rarity-0 = тут дуже часто
rarity-1 = тут часто
rarity-2 = тут не часто
rarity-3 = тут рідко
rarity-4 = тут дуже рідко
rarity-5 = тут майже не трапляється

## Прихований запис

withheld-title = Цей запис приховано
withheld-lead = У джерелі тут є запис. Людина, про яку в ньому йдеться, може бути жива, тому нічого з нього не показано.
withheld-rule = Запис приховано, якщо людина народилася менш ніж сто років тому або невідомо коли і про її смерть нічого не сказано. Коли цей строк мине, запис відкриє наступна збірка архіву.
withheld-why = Заарештовували, засилали й віддавали до дитячих будинків і дітей. Чи розповідати про це, вирішувати їм самим.
withheld-source = Саме джерело

## Дати

month-of-01 = січня
month-of-02 = лютого
month-of-03 = березня
month-of-04 = квітня
month-of-05 = травня
month-of-06 = червня
month-of-07 = липня
month-of-08 = серпня
month-of-09 = вересня
month-of-10 = жовтня
month-of-11 = листопада
month-of-12 = грудня
month-01 = січень
month-02 = лютий
month-03 = березень
month-04 = квітень
month-05 = травень
month-06 = червень
month-07 = липень
month-08 = серпень
month-09 = вересень
month-10 = жовтень
month-11 = листопад
month-12 = грудень
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-decade = { $first }-ті роки
date-about = близько: { $date }
date-uncertain = { $date } (неточно)
date-until = не пізніше: { $date }
date-since = не раніше: { $date }
date-between = з { $first } по { $last }
date-months = { $first } – { $last }
date-or = { $dates } (одне з них)
date-conflict = { $dates } (джерело дає обидва)
date-joiner = або

## Види подій

event-disenfranchisement = Позбавлення прав
event-dispossession = Позбавлення господарства («розкуркулення»)
event-dismissal = Звільнення з роботи
event-arrest = Арешт
event-sentence = Вирок
event-imprisonment = Ув’язнення
event-exile = Заслання
event-deportation = Депортація
event-orphanage = Дитячий будинок
event-release = Звільнення
event-spared = Пощада: захід не застосовано або скасовано
event-execution = Розстріл
event-death = Смерть
event-burial = Поховання
event-rehabilitation = Реабілітація
event-kin = Сказано про родича
event-other = Інша подія

## Міри

measure-execution = Смертний вирок або розстріл
measure-camp = Табір
measure-forced_labour = Примусові роботи
measure-prison = В’язниця
measure-exile = Заслання
measure-deportation = Депортація
measure-special_settlement = Спецпоселення
measure-confinement_other = Інше позбавлення волі
measure-disenfranchisement = Позбавлення прав
measure-psychiatric = Психіатрична лікарня
measure-closed = Справу закрито
measure-other = Інша міра

## Поля запису

field-entry_id = Номер у джерелі
field-name = Ім’я повністю
field-surname = Прізвище
field-given = Ім’я
field-patronymic = По батькові
field-name_variants = Інші написання
field-sex = Стать
field-birth = Народження
field-age = Вік
field-birth_place = Місце народження
field-nationality = Національність
field-citizenship = Громадянство
field-education = Освіта
field-occupation = Заняття
field-party = Партійність
field-social_origin = Соціальний ярлик
field-residence = Місце проживання
field-street = Вулиця
field-house = Будинок
field-flat = Квартира
field-family = Родина
field-arrest_date = Дата арешту
field-arrest_body = Ким заарештовано
field-arrest_type = Вид арешту
field-case_number = Номер справи
field-sentence_date = Дата вироку
field-sentence_body = Ким винесено вирок
field-article = Стаття
field-sentence = Вирок
field-death_sentence = Смертний вирок
field-exile_date = Дата заслання
field-exile_place = Місце заслання
field-release_date = Дата звільнення
field-execution_date = Дата розстрілу
field-execution_place = Місце розстрілу
field-death_date = Дата смерті
field-death_place = Місце смерті
field-burial_place = Місце поховання
field-earlier_repression = Попередні переслідування
field-later_repression = Пізніші переслідування
field-rehabilitation_date = Дата реабілітації
field-rehabilitation_body = Ким реабілітовано
field-rehabilitation_reason = Підстава реабілітації
field-stated_source = Джерело, назване в записі
field-stated_source_url = Адреса цього джерела
field-archive_reference = Архівний шифр
field-note = Примітка
field-private = Не публікується
