# Слова сайта по-русски. Каждый ключ есть в каждом языке (это проверяет тест).
# Слова источников здесь не переводятся: они показаны так, как написаны.

language-name = Русский

## На каждой странице

skip-to-content = Перейти к содержанию
site-name = Синодик
nav-label = Главное меню
nav-search = Поиск
nav-sources = Источники
nav-about = Об архиве
language-label = Язык
footer-build = Сборка { $build } этого архива; сведения о тех, кто может быть жив, скрыты по состоянию на { $day }.
footer-version = Синодик { $version }
footer-no-traces = Посещения и запросы здесь не записываются. Единственный файл cookie хранит выбранный язык.

## Поле поиска

search-label = Имя, место или год
search-hint = В любом порядке, кириллицей или латиницей. Небольшие ошибки в написании не мешают.
search-button = Найти

## Начало

home-title = Те, кого велели забыть
home-lead = Списки людей, преследовавшихся при Сталине, — такими, какими их сохранили архивы, книги памяти и семьи. Каждая запись приведена дословно, с указанием места в источнике.
home-epigraph =
    Хотелось бы всех поимённо назвать,
    Да отняли список, и негде узнать.
home-epigraph-author = Анна Ахматова, «Реквием»
home-name-title = Почему «Синодик»
home-name-text = Синодик — церковный список умерших для поминовения. В «Синодике опальных» названы убитые по воле Ивана Грозного, многие «с женою и с детьми», — чтобы имена их читали вслух.
home-holdings = Что здесь есть
home-records = { $n ->
    [one] запись
    [few] записи
   *[many] записей
}
home-sources = { $n ->
    [one] источник
    [few] источника
   *[many] источников
}
home-years = годы событий
home-withheld = { $n ->
    [one] запись скрыта: человек может быть жив
    [few] записи скрыты: люди могут быть живы
   *[many] записей скрыто: люди могут быть живы
}
home-examples = С чего начать
home-example-name = Имя: { $name }
home-example-years = Что произошло в 1937 и 1938 годах
home-example-sources = Все источники и их итоги

## Результаты

search-title = Поиск
results-title = «{ $query }»
results-heading = Найденное
results-exact = { $n ->
    [0] точно так, как набрано, записей нет
    [one] { $n } запись найдена так, как набрано
    [few] { $n } записи найдены так, как набрано
   *[many] { $n } записей найдено так, как набрано
}
results-similar = { $n ->
    [0] в другой форме или написании нет
    [one] { $n } в другой форме или написании
    [few] { $n } в другой форме или написании
   *[many] { $n } в другой форме или написании
}
results-range = Показаны с { $first } по { $last }
results-narrow-link = Уточнить
results-narrow = Уточнить
results-more = { $n ->
    [one] ещё { $n }
    [few] ещё { $n }
   *[many] ещё { $n }
}
results-chosen = Выбрано
results-remove = Снять:
results-clear = Снять все ограничения
hit-no-name = Имя не указано
hit-born = род.
hit-more-events = { $n ->
    [one] и ещё { $n } событие
    [few] и ещё { $n } события
   *[many] и ещё { $n } событий
}
pages-label = Страницы результатов
page-earlier = Предыдущие
page-later = Следующие
empty-title = Ничего не найдено
empty-advice = Что может помочь:
empty-advice-fewer = Наберите меньше слов; лучше всего начать с одной фамилии.
empty-advice-spelling = Попробуйте другое написание. Писари записывали имена на слух, а нерусские — особенно вольно.
empty-advice-initials = Во многих списках только инициалы или только год рождения.
empty-advice-filters = Снимите ограничения: чего источник не сообщает, по тому отобрать нельзя.
empty-advice-absent = Если человека здесь нет, это не значит, что с ним ничего не случилось. Многие списки утрачены, закрыты или ещё не прочитаны.
blank-advice = Наберите имя, место или год либо выберите ограничение.
mistakes-title = На такой запрос ответить нельзя
error-number = { $field }: напишите год цифрами, например 1937.
error-order = { $field }: первый год позже последнего.
error-long = { $field }: не больше 200 знаков.
error-unknown = { $field }: такого значения нет.
error-offset = Пролистать можно только первые 10 000 результатов. Уточните запрос, чтобы увидеть остальные.
error-address = Адрес страницы повреждён. Начните поиск заново.

## Имена

names-title = Что есть в имени
names-lead = Как этот архив читает имя: его части, формы в семье, написания другими алфавитами и на других языках.
names-label = Имя
names-hint = Так, как в документе: в любом порядке, любым алфавитом, со скобками, инициалами или в косвенном падеже.
names-button = Разобрать
names-too-long = Это длиннее имени; напишите не больше 200 букв.
names-reading-title = Как оно прочитано
names-modern = В современном написании
names-nominative = В именительном падеже
names-schemes = Передано по системе
names-female = По формам — женское имя ({ $p }).
names-male = По формам — мужское имя ({ $p }).
names-either = По формам нельзя сказать, женское это имя или мужское.
names-search = Искать это имя в архиве
names-given = Имя
names-more = { $n ->
    [one] и ещё { $n }
    [few] и ещё { $n }
   *[many] и ещё { $n }
}
names-surname = Формы фамилии
names-children = Отчества детей
names-father = Имя отца
names-cases = По падежам
names-cyrillic = Возможно, кириллицей
names-searched = При поиске ищется также
names-keys = Ключи, под которыми сходятся похожие написания
names-spellings-title = Латинскими буквами
names-spellings-show = Показать написания по всем системам
names-doubt = Это прочтения по правилам с оценкой их вероятности. Источник мог иметь в виду другое.
piece-surname = Фамилия
piece-given = Имя
piece-patronymic = Отчество
piece-given_initial = Инициал имени
piece-patronymic_initial = Инициал отчества
piece-particle = Частица
piece-title = Титул
piece-suffix = Приставка к имени
piece-number = Число
piece-marker = Пояснительное слово
piece-punctuation = Знак
piece-other = Не прочитано
claim-variant = другое написание или имя
claim-maiden = до замужества
claim-married = в браке
claim-also_known = он же, она же
claim-former = прежнее имя
claim-pseudonym = псевдоним
claim-true_name = настоящее имя
case-nominative = именительный падеж
case-genitive = родительный падеж
case-dative = дательный падеж
case-accusative = винительный падеж
case-instrumental = творительный падеж
case-prepositional = предложный падеж
form-canonical = само имя
form-pre_reform = написание до 1918 года
form-variant = вариант
form-church = церковная форма
form-diminutive = уменьшительное
form-ukrainian = украинская форма
form-belarusian = белорусская форма
form-polish = польская форма
form-german = немецкая форма
form-estonian = эстонская форма
form-latvian = латышская форма
form-lithuanian = литовская форма
form-finnish = финская форма
form-jewish = еврейская форма
form-turkic = тюркская или кавказская форма
form-georgian = грузинская форма
form-armenian = армянская форма
form-press = западное написание
form-russified = взятое вместо него русское имя
name-form-feminine = женская форма
name-form-masculine = мужская форма
name-form-plural = множественное число
name-form-variant = вариант
name-form-nominative = именительный падеж
name-form-diminutive = уменьшительное или полное
name-form-other_language = другой язык
name-form-related = часто стоит вместо него

## Почему запись найдена

match-latin_spelling = «{ $found }» — это «{ $typed }» другим алфавитом
match-asked_beginning = «{ $found }» начинается с «{ $typed }»
match-initial = «{ $typed }» — инициал имени «{ $found }»
match-feminine_form = «{ $found }» — женская форма фамилии «{ $typed }»
match-masculine_form = «{ $found }» — мужская форма фамилии «{ $typed }»
match-plural_form = «{ $found }» — множественное число от «{ $typed }»
match-variant = «{ $found }» и «{ $typed }» — формы одного имени
match-declined_form = «{ $typed }» — косвенный падеж от «{ $found }»
match-diminutive = «{ $found }» и «{ $typed }»: полное имя и уменьшительное
match-other_language = «{ $found }» — это «{ $typed }» на другом языке
match-related_name = «{ $found }» часто стоит вместо «{ $typed }»
match-beginning = «{ $found }» начинается с «{ $typed }»
match-same_sound = «{ $found }» звучит как «{ $typed }»
match-one_error = «{ $found }» отличается от «{ $typed }» одной буквой
match-as_typed = «{ $found }» — так, как набрано
match-place = «{ $found }» — в названии места
match-year = «{ $found }» — год в записи
match-place_sound = место «{ $found }» звучит как «{ $typed }»
match-place_beginning = место «{ $found }» начинается с «{ $typed }»
match-place_one_error = место «{ $found }» отличается от «{ $typed }» одной буквой
match-two_errors = «{ $found }» отличается от «{ $typed }» двумя буквами
match-missing = слова «{ $typed }» в записи нет

## Ограничения

filters-title = Ограничить поиск
filters-apply = Найти с этими ограничениями
filter-any = все
filter-q = Слова
filter-source = Источник
filter-birth_from = Год рождения не раньше
filter-birth_to = Год рождения не позже
filter-place = Место
filter-nationality = Национальность
filter-event = Событие
filter-measure = Мера
filter-instrument = Приказ или указ
filter-event_from = Год события не раньше
filter-event_to = Год события не позже
filter-offset = Место в списке
filter-birth = Год рождения
filter-event-years = Год события
filter-legend-birth = Год рождения
filter-legend-event = Что произошло
facet-source = Источник
facet-event = Событие
facet-measure = Мера
facet-instrument = Приказ или указ
facet-nationality = Национальность, как написано
facet-birth_decade = Десятилетие рождения
facet-event_year = Год события
decade = { $first }-е

## Запись

life-title = Что, по записи, произошло
life-birth = Рождение
life-certainty = Насколько уверен источник
life-source = Источник этого сведения
life-read-as = прочитано как { $reading }
detail-place = Место
detail-body = Орган
detail-article = Статья
detail-measure = Мера
fields-title = Как написано
verbatim-title = Запись дословно
verbatim-withheld = Часть записи опущена и отмечена знаком […]: в ней могут быть названы люди, которые живы.
place-title = Где она находится
place-file = Файл
place-line = Строка
place-byte = Байт, считая с 0
place-record = Запись
source-title = Источник
source-citation = Как цитировать
source-licence = Лицензия
source-holder = Хранитель
cite-title = Как сослаться на эту страницу
cite-build = сборка { $build }
years-born = род. { $year }
years-died = ум. { $year }
years-about = ок. { $year }

## Люди

person-title = Считается одним человеком
person-of-others = { $n ->
    [one] Эта и ещё { $n } запись считаются записями об одном человеке.
    [few] Эта и ещё { $n } записи считаются записями об одном человеке.
   *[many] Эта и ещё { $n } записей считаются записями об одном человеке.
}
person-p = Вероятность, что запись об этом человеке: { $p }.
person-lead = { $n ->
    [one] { $n } запись.
    [few] { $n } записи считаются записями об одном человеке.
   *[many] { $n } записей считаются записями об одном человеке.
}
person-note = Это предположение, а не сведение источников: оно вычислено по тому, что сказано в записях, и тот, кто знает лучше, может его исправить. Каждая запись говорит только то, что сказано в её источнике; там, где они расходятся, здесь приведено всё.
person-entries = { $n ->
    [one] Запись
    [few] Записи
   *[many] Записи
}
person-compare = Сравнить с первой
person-events = Что произошло, по записям
person-fields = Сведения, по записям
person-differs = записано по-разному
person-numbers = { $numbers }
person-event-bare = без подробностей
maybe-title = Записи, которые могут быть об этом же человеке
maybe-note = Они похожи, но записями об одном человеке не считаются. Посмотрите сами почему.
related-compare = Один человек: { $p }. Сравнить
hit-person = { $n ->
    [one] { $n } запись об этом человеке
    [few] { $n } записи, вероятно, об этом человеке
   *[many] { $n } записей, вероятно, об этом человеке
}
probability = { $percent } %
probability-over = более { $percent } %
probability-under = менее { $percent } %
decided-by = Решение ({ $by }, { $day }): { $verdict }.
decided-by-rule = Решение правила ({ $by }, { $day }): { $verdict }.
verdict-same = один человек
verdict-different = разные люди
verdict-unsure = вопрос открыт

## Сравнение двух записей

compare-title = Сравнение двух записей
compare-probability = По тому, что сказано в обеих записях: один человек { $same }, родственники { $kin }, чужие друг другу люди { $stranger }.
compare-one-person = Они считаются записями об одном человеке.
compare-two-persons = Они не считаются записями об одном человеке.
compare-no-link = В этих записях слишком мало общего, чтобы считать их записями об одном человеке: их не сравнивали или доводов оказалось слишком мало.
compare-why = Почему
compare-bits = То, что говорит об одном человеке, измеряется в битах: каждый бит удваивает шансы, каждый бит со знаком минус уменьшает их вдвое. Совпадение редкого имени весит больше, чем совпадение частого. Последний столбец так же считает шансы родства: у родственников общие фамилия и место, но не имя.
compare-field = Поле
compare-first = Первая запись
compare-second = Вторая запись
compare-agreement = Как совпадает
compare-same-bits = За одного человека
compare-kin-bits = За родство
compare-before = До всякого сравнения
compare-sum = Всего
compare-chart-title = Шансы, что это один человек, шаг за шагом
compare-chart-words = В битах: { $parts }. Всего { $sum }. То же стоит в таблице ниже.
compare-others = Что не сравнивалось
compare-note = Веса вычислены по этому архиву; никто заранее не указывал, какие записи относятся к одному человеку. Решение человека важнее этих весов.

## Виды совпадения

level-missing = в одной записи нет
level-exact = совпадает
level-stem = совпадает, кроме окончания
level-alternative = другое указанное имя
level-one_edit = отличается одна буква или цифра
level-close = очень похоже
level-near = отчасти похоже
level-elsewhere = стоит в другой части имени
level-learnt = здесь часто заменяют друг друга
level-differs_woman = отличается, и одна из записей о женщине
level-differs = отличается
level-part = одно из нескольких имён
level-initial = инициал
level-rare = общее редкое дополнительное имя
level-shared = общее дополнительное имя
level-one_missing = дополнительные имена только в одной
level-year = тот же год
level-year_from_age = тот же год, один по возрасту
level-two_parts = совпадают две части из дня, месяца и года
level-year_not_day = тот же год, другой день
level-one_year = разница в год
level-three_years = разница до трёх лет
level-digit = отличается одна цифра года
level-ten_years = разница до десяти лет
level-partial = совпадает в той части, что указана
level-near_year = разница в год
level-other_area = то же название в другом районе
level-area = тот же район или область
level-crossed = стоит в другом поле другой записи
level-same_district = другое селение того же района
level-same_region = другое селение той же области
level-differs_open = другое селение
level-other_region = другая область
level-similar = похоже
level-first = совпадает первая часть
level-two_edits = отличаются два знака
level-letters = начинается с тех же букв
level-most = совпадает большинство слов
level-some = общее редкое слово
level-little = общее частое слово
level-same = совпадает

rarity-0 = здесь очень часто
rarity-1 = здесь часто
rarity-2 = здесь не часто
rarity-3 = здесь редко
rarity-4 = здесь очень редко
rarity-5 = здесь почти не встречается

## Скрытая запись

withheld-title = Эта запись скрыта
withheld-lead = В источнике здесь есть запись. Человек, о котором в ней говорится, может быть жив, поэтому ничего из неё не показано.
withheld-rule = Запись скрыта, если человек родился меньше ста лет назад или неизвестно когда и о его смерти ничего не сказано. Когда этот срок пройдёт, её откроет следующая сборка архива.
withheld-why = Арестовывали, ссылали и отправляли в детские дома и детей. Рассказывать ли об этом, решать им самим.
withheld-source = Сам источник

## Источники

sources-title = Источники
sources-lead = Каждый список хранится таким, каким получен. Каждая строка стала записью или названа среди отклонённых; ни одна не пропущена.
sources-none = В этом архиве ещё нет источников.
source-received = Получен
source-format = Прочитан как
source-address = Адрес
source-id = Обозначение
source-counts = Итоги
source-rows = Прочитано строк
source-records = Стали записями
source-rejects = Отклонены
source-withheld = Скрыты, так как человек может быть жив
source-issues = Значения, оставленные как написано, но не понятые
source-sum = { $rows } = { $records } + { $rejects }
source-files = Файлы, как получены
source-file = Файл
source-bytes = Байт
source-encoding = Кодировка
source-sha = SHA-256
source-rejects-title = Отклонённые строки
source-rejects-lead = Сами строки не показаны: в них могут быть названы живые люди. Они хранятся вместе с архивом.
source-rejects-first = { $n ->
    [one] Перечислена первая { $n }.
    [few] Перечислены первые { $n }.
   *[many] Перечислены первые { $n }.
}
source-rejects-none = Ни одна строка не отклонена.
source-whole-row = вся строка
source-search = Искать в этом источнике
reject-field = Поле
reject-reason = Что ожидалось
source-line = { $n ->
    [one] { $n } запись
    [few] { $n } записи
   *[many] { $n } записей
}
source-withheld-short = { $n ->
    [one] { $n } скрыта
    [few] { $n } скрыты
   *[many] { $n } скрыто
}

## Об архиве

about-title = Об этом архиве
about-what-title = Что это
about-what-text = Здесь собраны списки людей, которых в Советском Союзе арестовывали, расстреливали, ссылали, депортировали или лишали прав, и их родных. Архив никого не судит. Он передаёт, что говорят источники и где именно.
about-method-title = Как он сделан
about-method-verbatim = Дословно. Каждая запись хранится точно так, как она стоит в источнике, рядом с прочитанными из неё полями, с указанием файла, строки и байта, где она начинается.
about-method-nothing-lost = Ничто не теряется. Для каждого источника прочитанные строки — это записи плюс отклонённые строки; о том, что прочитать не удалось, сказано, почему.
about-method-statements = Сведения с источниками. Если два источника расходятся, приведены оба сведения. Ни одно не исправлено.
about-method-dates = Даты не додумываются. Недостающий день остаётся недостающим: рядом с датой, как она написана, стоит то, что она может означать, в записи EDTF.
about-method-records = Запись — ещё не человек. Это одна строка одного списка; один человек может быть в нескольких, а двое с одинаковым именем — это двое.
about-method-spelling = Похожие написания предлагаются и отмечены. Это подсказки, а не выводы.
about-words-title = Слова преследователей
about-words-text = Статьи закона, приговоры и социальные ярлыки выбирали те, кто преследовал. Они показаны в кавычках, как цитаты, потому что и они — часть содеянного. Это не наши слова о человеке.
about-privacy-title = Живые
about-privacy-rule = Кто может быть жив, не показан: всякий, кто родился меньше ста лет назад или неизвестно когда и о чьей смерти ничего не сказано, если только он не был взрослым при событии более чем 85-летней давности. На его месте стоит пустая страница со ссылкой на источник.
about-privacy-fields = Здесь нет полей для телефона, электронной почты, номера документа и нынешнего адреса, а скрытого нет и в том указателе, который этот сайт может открыть.
about-privacy-logs = Сайт не записывает ни посещений, ни запросов, не исполняет программ в браузере, ничего не загружает с чужих сайтов и не ставит cookie, кроме выбранного языка.
about-privacy-withdrawal = Запись можно отозвать. Напишите тем, кто ведёт этот архив, и укажите адрес страницы.
about-cite-title = Как ссылаться
about-cite-text = Сначала назовите источник, затем архив: название источника, обозначение записи, имя архива и номер сборки. Всё это стоит в конце каждой записи.
about-cite-example = Это сборка { $build } архива { $archive }.
about-codex-title = Свод документов
about-codex-text = Рядом с записями — свод документов: законы, постановления и приказы того времени, кампании и органы, лимиты, опубликованные оценки, словарь и указания, куда обратиться за делом. Он один и тот же в каждом архиве, и преследовавшиеся люди в нём не названы.

## Ошибки

error-404-title = Такой страницы нет
error-404-text = Возможно, адрес набран с ошибкой или запись отозвана.
error-500-title = Архив сейчас не может ответить
error-500-text = Что-то сломалось на нашей стороне. Ничего не потеряно; попробуйте ещё раз через минуту.
error-home = К началу

## Даты

month-of-01 = января
month-of-02 = февраля
month-of-03 = марта
month-of-04 = апреля
month-of-05 = мая
month-of-06 = июня
month-of-07 = июля
month-of-08 = августа
month-of-09 = сентября
month-of-10 = октября
month-of-11 = ноября
month-of-12 = декабря
month-01 = январь
month-02 = февраль
month-03 = март
month-04 = апрель
month-05 = май
month-06 = июнь
month-07 = июль
month-08 = август
month-09 = сентябрь
month-10 = октябрь
month-11 = ноябрь
month-12 = декабрь
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-decade = { $first }-е годы
date-about = около: { $date }
date-uncertain = { $date } (неточно)
date-until = не позднее: { $date }
date-since = не раньше: { $date }
date-between = с { $first } по { $last }
date-or = { $dates } (одно из них)
date-conflict = { $dates } (источник даёт оба)
date-joiner = или

## Виды событий

event-disenfranchisement = Лишение прав
event-dispossession = Лишение хозяйства
event-dismissal = Увольнение
event-arrest = Арест
event-sentence = Приговор
event-imprisonment = Заключение
event-exile = Ссылка
event-deportation = Депортация
event-orphanage = Детский дом
event-release = Освобождение
event-execution = Расстрел
event-death = Смерть
event-burial = Захоронение
event-rehabilitation = Реабилитация
event-other = Другое событие

## Меры

measure-execution = Смертный приговор
measure-camp = Лагерь
measure-forced_labour = Принудительные работы
measure-prison = Тюрьма
measure-exile = Ссылка
measure-deportation = Депортация
measure-special_settlement = Спецпоселение
measure-confinement_other = Иное лишение свободы
measure-disenfranchisement = Лишение прав
measure-psychiatric = Психиатрическая больница
measure-closed = Дело прекращено
measure-other = Другая мера

## Поля записи

field-entry_id = Номер в источнике
field-name = Имя полностью
field-surname = Фамилия
field-given = Имя
field-patronymic = Отчество
field-name_variants = Другие написания
field-sex = Пол
field-birth = Рождение
field-age = Возраст
field-birth_place = Место рождения
field-nationality = Национальность
field-citizenship = Гражданство
field-education = Образование
field-occupation = Занятие
field-party = Партийность
field-social_origin = Социальный ярлык
field-residence = Место жительства
field-street = Улица
field-house = Дом
field-flat = Квартира
field-family = Семья
field-arrest_date = Дата ареста
field-arrest_body = Кем арестован
field-arrest_type = Вид ареста
field-case_number = Номер дела
field-sentence_date = Дата приговора
field-sentence_body = Кем вынесен приговор
field-article = Статья
field-sentence = Приговор
field-death_sentence = Смертный приговор
field-exile_date = Дата ссылки
field-exile_place = Место ссылки
field-release_date = Дата освобождения
field-execution_date = Дата расстрела
field-execution_place = Место расстрела
field-death_date = Дата смерти
field-death_place = Место смерти
field-burial_place = Место захоронения
field-earlier_repression = Более ранние преследования
field-later_repression = Более поздние преследования
field-rehabilitation_date = Дата реабилитации
field-rehabilitation_body = Кем реабилитирован
field-rehabilitation_reason = Основание реабилитации
field-stated_source = Источник, названный в записи
field-stated_source_url = Адрес этого источника
field-archive_reference = Архивный шифр
field-note = Примечание
field-private = Не публикуется

## Указы и приказы

codex-title = Указы, приказы, кампании
codex-lead = Какие законы, постановления и секретные приказы действовали, с какого и по какое время, кого они касались и что предписывали. У каждого сведения указан источник; если источники расходятся, приведены все варианты.
codex-parts = Разделы
codex-more = Справочные разделы
codex-chart-title = Когда действовали документы, по кампаниям
codex-chart-text = Для каждого документа полоса вдоль лет с 1918 по 1956, под первой кампанией, которая на него опиралась. Список ниже говорит то же словами.
codex-chart-later = Законы, принятые после 1956 года, есть только в списке.
codex-no-campaign = Документы вне кампаний
codex-above = (см. выше)
codex-cite-name = Синодик, свод документов
nav-codex = Указы и приказы
nav-institutions = Органы и лагеря
nav-limits = Лимиты приказа № 00447
nav-estimates = Опубликованные оценки
nav-glossary = Словарь
nav-archives = Куда обращаться
chart-key = Сплошная полоса: действовал. Контурная: приостановлен или отменён в части. Пунктирная: дата неточна или окончание не указано. Стрелка: продолжается.
chart-key-life = Сплошная полоса: действовал. Контурная: приостановлен или отменён в части. Пунктирная: дата неточна или окончание не указано. Стрелка: продолжается. Точки с номерами — шаги списка; пустая точка со знаком вопроса — дата, которую называют только другие источники.
chart-key-heads = Первая полоса: сам орган. Под ней: его руководители. Пунктир означает, что дата неточна.
chart-key-ranges = Точка: названное или предпочитаемое значение. Линия с двумя концами: диапазон. Ромб: счёт этого архива.
notes-title = Источники
notes-label = Источники:
certainty-title = О достоверности
certainty-text = Эта страница описывает приказы и меры, но не оправдывает их. Слова тех, кто отдавал и исполнял приказы, стоят в кавычках, если их текст был прочитан; иначе они отмечены как пересказ, и цитировать их нельзя.
certainty-words = Надёжно: прочитано в источнике и согласуется с другими. Довольно надёжно: прочитано в одной работе или частично. Общие сведения: источник не открывали. Сомнительно: проверьте, прежде чем использовать. Спорно: источники противоречат друг другу.
certainty-on-pages = На каждой странице сказано, насколько надёжны сведения и откуда они.
certainty-label = Достоверность
certainty-high = надёжно
certainty-medium = довольно надёжно
certainty-general-knowledge = общие сведения
certainty-low = сомнительно
certainty-disputed = спорно
checked-read-in-full = прочитано целиком
checked-excerpt-read = прочитано частично
checked-not-opened = не открывали
stage-adopted = принятие
stage-entered_into_force = вступление в силу
stage-amended = изменение
stage-suspended = приостановление
stage-repealed_in_part = отмена в части
stage-repealed = отмена
stage-superseded = замена другим документом
stage-lapsed = утрата значения
stage-ended = окончание
force-line = начало действия: { $start }; окончание: { $end } ({ $ending })
force-no-end = начало: { $start }; окончание не указано
life-other-date = по другим источникам: { $date }
life-chart-title = Ход действия: { $title }
life-chart-heading = От принятия до окончания
remarks = Примечания

## Документы

instrument-issuer = Кем издан
instrument-signatory = Кем подписан
instrument-scope = Для кого и где
instrument-reference = Где находится текст
instrument-campaigns = Кампании, которые на него опирались
instrument-records = Записи этого архива
instrument-n-records = { $n ->
    [one] { $n } запись соотнесена с этим документом
    [few] { $n } записи соотнесены с этим документом
   *[many] { $n } записей соотнесено с этим документом
}
instrument-records-first = Первые из них, в порядке архива:
instrument-records-note = Соотнесение записи с документом не доказывает, что он был применён; причина указана на странице записи.
provisions-title = Кого он касался и как
provisions-lead = По отношению к человеку, против которого мера была направлена прежде всего.
provision-whom = Кого и когда
provision-what = Что делали и кто
provision-words = Слова текста, достоверность
provision-from = С
provision-until = До
provision-no-end = окончание не указано
provision-term = Срок, лет
provision-body = Кто решал
provision-paraphrase = пересказ, не цитата
term-exact = { $years }
term-range = от { $min } до { $max }
term-least = не менее { $years }
term-most = не более { $years }
conflicts-title = В чём источники расходятся
conflicts-lead = Сохранены все варианты; ни один не выбран молча.

## На день

moment-form = Что действовало в определённый день
moment-at = День
moment-relation = Кого касалось
moment-since = Что изменилось с
moment-hint = Пишите дни так: 01.09.1937 или 1937-09-01.
moment-example = Пример: жёны, 1 сентября 1937 года
moment-button = Показать
moment-title = Действовало { $day }
moment-changes = Что изменилось после { $since } по { $at } включительно
moment-n-provisions = { $n ->
    [one] { $n } положение
    [few] { $n } положения
   *[many] { $n } положений
}
moment-empty = В своде нет ничего, что действовало бы в этот день для этого отношения. Это не значит, что ничего не делали: свод не полон.
moment-no-change = Свод не отмечает изменений между этими днями.
moment-back = Все документы
moment-error-date = { $field }: напишите существующий день так: 01.09.1937 или 1937-09-01.
moment-error-missing = { $field }: укажите день, о котором вы спрашиваете.
moment-error-unknown = { $field }: такого слова нет.
moment-error-order = { $field }: этот день должен быть раньше того, о котором вы спрашиваете.
moment-error-address = Адрес страницы повреждён. Спросите заново.
held-certain = действовал
held-start-approximate = возможно, действовал: начало известно лишь приблизительно ({ $date })
held-end-approximate = возможно, действовал: окончание известно лишь приблизительно ({ $date })
held-end-disputed = возможно, действовал: источники расходятся об окончании; по другим — { $date }
held-end-disputed-elsewhere = действовал; источники расходятся об окончании (по другим — { $date }), но для этого дня это ничего не меняет
held-no-end = действовал, насколько известно: окончание не указано

## Кампании

campaign-targets = Против кого
campaign-instruments = На какие документы опиралась
campaign-no-instrument = Отдельного документа в своде нет.
campaign-figures = Опубликованные цифры
campaign-figures-lead = Цифры, которые расходятся, стоят рядом.
campaign-kin = Что известно о родственниках
campaign-chart-title = { $name }: кампания и её документы
figure-what = Что подсчитано
figure-value = Цифра
figure-by = Кто её приводит
figure-arrested = арестованы
figure-children = дети
figure-convicted = осуждены
figure-deaths = смерти
figure-deported = высланы
figure-executed = расстреляны
figure-families = семьи
figure-planned = намечено
figure-registered = учтены

## Органы и места

institutions-title = Органы, суды и места заключения
institutions-lead = Кто решал, кто исполнял, где держали людей и кто когда этим руководил.
institution-kind-security-service = Органы безопасности
institution-kind-extrajudicial-body = Внесудебные органы
institution-kind-court = Суды
institution-kind-camp-administration = Управления лагерей и поселений
institution-kind-camp = Лагеря
institution-kind-child-institution = Детские учреждения
institution-what = Что это было
institution-start = О начале
institution-end = Об окончании
institution-successor = Преемник
institution-instruments = Документы, по которым решал этот орган
heads-title = Кто руководил
heads-chart-title = { $name }: кто и когда руководил
head-name = Имя
head-from = С
head-to = По

## Лимиты

limits-title = Лимиты приказа № 00447 по регионам
limits-lead = Приказ НКВД № 00447 от 30 июля 1937 года заранее определил, сколько людей должен осудить каждый регион. За каждым числом — люди.
limits-words = «Первой категорией» приказ называл тех, кого следовало расстрелять, «второй» — тех, кого следовало отправить в лагерь или тюрьму на 8–10 лет. Лимиты много раз повышали; документированные увеличения перечислены, и список их не полон.
limits-instrument = Сам приказ
limits-csv = Эта таблица в CSV
limits-coverage = Подсчёт охватывает только загруженные списки: малое число не означает, что осуждённых было мало. Запись списка — не человек: об одном человеке может быть несколько записей. Те, кто может быть жив, не учтены. Приговор отнесён к приказу, если с ним согласуются дата и орган, даже когда запись приказа не называет.
limits-sums = Итоги
limits-of = По
limits-first = «Первая»: расстрел
limits-second = «Вторая»: лагерь
limits-total = Вместе
limits-sum = Итого
limits-region = Регион
limits-archive = В этом архиве
limits-key = На рисунках сплошная часть полосы — «первая категория», контурная — «вторая». Масштаб всех рисунков один.
limits-key-archive = Тонкая полоса под ней — подсчёт по этому архиву: закрашена «первая категория», контуром показаны остальные.
coverage-title = Что из этого сосчитано в архиве
coverage-counted = В этом архиве к приказу отнесено приговоров: { $all }; по «первой категории» { $first }, по «второй» { $second }, без указания { $unknown }.
coverage-without-region = Из них не называют ни одной области из приказа: { $all } (по «первой категории» { $first }, по «второй» { $second }, без указания { $unknown }).
coverage-regions = Область определяется по словам записи: сначала по названию органа, вынесшего приговор, затем по месту, для расстрела — по месту захоронения, затем по месту жительства. Слова собраны в файле data/places/limit_regions.tsv; область, разделённая позднее, узнаётся по центрам новых областей.
coverage-of = От чего
coverage-known = Известное число
coverage-share = Доля, сосчитанная здесь
coverage-limits = Первоначальные лимиты, обе категории
coverage-tiny = менее 0,1 %
limits-chart-title = Лимиты: { $group }
limits-chart-text = Полоса для каждого региона: сплошная часть — «первая категория», контурная — «вторая». Таблица ниже даёт то же в числах.
limit-group-union-republic = Союзные республики
limit-group-rsfsr-assr = РСФСР: автономные республики
limit-group-rsfsr-krai = РСФСР: края
limit-group-rsfsr-oblast = РСФСР: области
limit-group-ukrainian-ssr = Украинская ССР
limit-group-kazakh-ssr = Казахская ССР
limit-group-nkvd-camps = Лагеря НКВД
limit-sum-rsfsr-all = РСФСР
limit-sum-all-without-camps = Все регионы
limit-sum-all = Все вместе с лагерями
increases-page-title = Увеличения лимитов и проверка сумм
increases-page-lead = Как лимиты приказа № 00447 повышались после июля 1937 года, насколько известны документы, и как опубликованные суммы соотносятся с его таблицей.
increases-title = Документированные увеличения
increases-lead = Известные решения и просьбы. Гораздо больше было сделано телеграммами и по телефону.
increase-amount = На сколько больше
increase-decision = Решение
increase-decided = решено
increase-request = просьба; неизвестно, исполнена ли
increase-summary = обобщение
increase-total = +{ $n } без разделения
increase-first = +{ $n } к расстрелу
increase-second = +{ $n } в лагеря
checks-title = Опубликованные итоги и таблица
checks-lead = Что писали об итогах другие и что дают строки таблицы.
check-claim = Опубликовано
check-computed = По таблице
check-result = Сравнение

months-title = Приказ № 00447 по месяцам в этом архиве
months-lead = Сколько приговоров в этом архиве относится к приказу № 00447 по месяцам и регионам и сколько расстрелов тех же месяцев нельзя с ним сопоставить.
months-table = По месяцу решения
months-words = Приговор учитывается, если его дата и орган согласуются с приказом. Он стоит в месяце решения; датированные только годом не стоят ни в одном.
months-unknown = Мера не указана
months-open = Расстрелы без органа и статьи
months-regions = По регионам
months-no-region = Регион не назван
months-empty = Ни одну из показанных записей этого архива нельзя здесь учесть.
months-open-title = Почему расстрел без указания органа не учитывается
months-open-words = В те месяцы к смерти приговаривали тройки, «двойка», военные трибуналы и Военная коллегия Верховного суда. Запись, в которой назван только день расстрела, не говорит, кто вынес решение. Приказ действовал; стоял ли он за этой смертью, запись не говорит, и к приказу она не отнесена.

## Расстрелы

executions-open = { $n ->
    [one] { $n } расстрел приходится на месяцы приказа № 00447, но ни орган, ни статья не названы.
    [few] { $n } расстрела приходятся на месяцы приказа № 00447, но ни орган, ни статья не названы.
   *[many] { $n } расстрелов приходятся на месяцы приказа № 00447, но ни орган, ни статья не названы.
}
executions-title = Расстрелы по месяцам в этом архиве
executions-lead = Сколько расстрелов записи этого архива относят к каждому месяцу — рядом с операциями 1937 и 1938 годов. За каждым числом стоят люди.
executions-covers = { $n ->
    [one] Учтён { $n } расстрел, который показанная здесь запись датирует месяцем или днём.
    [few] Учтено { $n } расстрела, которые показанные здесь записи датируют месяцем или днём.
   *[other] Учтено { $n } расстрелов, которые показанные здесь записи датируют месяцем или днём.
} Это записи, а не люди: два списка могут говорить об одном человеке. Охвачены только загруженные списки; те, кто может быть жив, не учтены.
executions-year-only = { $n ->
    [one] Ещё { $n } датирован только годом и не входит ни в один месяц.
   *[other] Ещё { $n } датированы только годом и не входят ни в один месяц.
}
executions-empty = Ни одна запись этого архива не датирует расстрел месяцем.
executions-search = Записи с расстрелом
executions-link = Расстрелы по месяцам в этом архиве рядом с этой операцией
executions-chart-title = Расстрелы по месяцам
executions-chart-text = Самый высокий столбец за { $first }–{ $last } годы: { $month } ({ $n }). В таблице ниже — каждый месяц.
executions-key = Закрашенный столбец — месяц. Бледные полосы с контуром наверху — время операций, как оно указано в своде.
executions-around = До приказа № 00447, во время и после
executions-months = Месяцы
executions-counted = Расстрелы
executions-table = Все месяцы в числах
executions-month = Месяц
executions-other-years = Другие годы:
executions-operations = Показанные операции
executions-operations-note = Если расстрел приходится на время операции, это ещё не значит, что он был её частью: в те же месяцы к расстрелу приговаривали суды и коллегии. Список об одном месте или времени показывает только это место или время.

## Оценки

estimates-chart-text = Оценок: { $n }, наибольшее число — { $most }. Точка — число, линия — промежуток; таблица ниже даёт каждую оценку словами.
estimates-title = Опубликованные оценки
estimates-lead = Сколько? Историки, архивы и ведомства называли разные числа о разном. Здесь они стоят рядом: кто, когда, как и что считал.
estimates-units = Сравнивать можно только то, что считает одно и то же: арест — не приговор, приговор — не смерть, и одного человека могли арестовать не раз.
estimates-archive = Этот архив
estimates-archive-what = что он охватывает
estimates-archive-note = Рядом с оценками показано, сколько насчитывает этот архив, — там, где записи говорят о таком событии. Это не оценка. Смерти, число заключённых на день, родственники и доли не подсчитаны: записи списков о них не сообщают.
estimates-archive-of = { $event }, { $first }–{ $last }
estimates-archive-covers = Записи загруженных списков с таким событием, датированным этими годами: записи, а не люди, ведь об одном человеке может быть несколько записей. События без года и те, кто может быть жив, не учтены.
estimates-group-great-terror = Большой террор, 1937–1938
estimates-group-camps = Лагеря
estimates-group-deportations = Депортации
estimates-group-famine = Голод
estimates-group-kin = Родственники
estimates-group-rights = Лишение прав
estimates-group-stalin-era = Весь период
unit-arrests = Аресты
unit-children = Дети
unit-convictions = Осуждения
unit-death_sentences = Смертные приговоры
unit-deaths = Смерти
unit-executions = Расстрелы
unit-persons_arrested_or_convicted = Арестованные или осуждённые люди
unit-persons_deported = Высланные люди
unit-persons_imprisoned = Заключённые люди
unit-prisoners_on_a_day = Заключённые на один день
unit-share = Доля
estimate-who = Кто, когда
estimate-amount = Сколько и чего
estimate-method = Как, насколько надёжно
amount-least = не менее { $n }
amount-most = не более { $n }
amount-preferred = { $range }, предпочтительно: { $n }
amount-none = без числа

## Словарь

glossary-title = Словарь
glossary-lead = Что означают сокращения и слова источников.
glossary-words = Многие из них — слова тех, кто преследовал. Они стоят в кавычках: здесь они объяснены, а не приняты.
glossary-groups = Группы слов
verbatim-terms = Подчёркнутые сокращения и слова ведут в словарь:
term-category-body = Органы
term-category-camp = Лагеря
term-category-charge = Статьи и обвинения
term-category-file = Дела и бумаги
term-category-procedure = Порядок дел
term-category-sentence = Наказания
term-category-settlement = Ссылка и поселение
term-category-slang = Разговорные слова
term-category-status = Ярлыки, которые ставили людям

## Куда обращаться

archives-title = Куда обратиться за делом
archives-lead = Какой архив может хранить дело человека, кто вправе его читать и что должен показать родственник.
archives-rules = Правила меняются. У каждой записи указано, когда правило последний раз проверено по источнику, или что его никто не проверял; прежде чем ехать, спросите архив.
archive-holdings = Что хранит
archive-access = Кто может читать
archive-needs = Что показать
archive-warning = Осторожно
archive-fonds = Фонды
archive-verified = Правило проверено { $day } по источнику без даты; действующие правила уточните в архиве.
archive-verified-dated = Правило проверено { $day } по источнику: { $source }; действующие правила уточните в архиве.
archive-unverified = Не проверено: источник этого правила никто не открывал. Уточните в архиве.
country-BY = Беларусь
country-EE = Эстония
country-INT = Международные
country-KZ = Казахстан
country-LT = Литва
country-LV = Латвия
country-PL = Польша
country-RU = Россия
country-UA = Украина
country-US = США

## Кодекс рядом с записью

decrees-title = Приказы, под которые это могло подпадать
decrees-note = Действовавшие тогда нормы рядом с тем, что сказано в записи. Подходить могут несколько, ни одна не навязана. Сама запись редко называет норму.
decrees-named = Названо в записи.
decrees-consistent = Согласуется с записью.
decrees-differs = Действовало или названо, но запись расходится.
decrees-no-date = В записи нет читаемой даты.
decrees-partly = Лишь часть возможных дней приходится на время действия.
decrees-no-body = Запись не говорит, кто вынес решение.
decrees-no-category = Запись не называет категорию, от которой зависела эта норма.
decrees-term-within = Указанный срок (лет: { $years }) находится в пределах нормы: { $term }.
decrees-more = { $n ->
    [one] и ещё { $n }, менее вероятная
    [few] и ещё { $n }, менее вероятные
   *[many] и ещё { $n }, менее вероятных
}
ask-title = Где спросить о деле
ask-note = Архивы, где могут храниться документы об этих событиях.
ask-all = Все архивы
ask-needs = Что понадобится

## Сколько людей не назвал ни один список и насколько точен подсчёт

mse-title = Скольких не назвал ни один список?
mse-lead = Полных списков не бывает. Если несколько списков называют одних и тех же людей, их пересечение кое-что говорит о тех, кого не назвал ни один. Здесь показано, как именно, — на примере выдуманного города; все числа вычисляются при открытии страницы.
mse-idea-title = Мысль на двух списках
mse-idea-text = В списке А { $a } человек, в списке Б — { $b }. Из тех, кто в Б, { $both } есть и в А: это { $percent } %. Если А охватил такую же долю всех, то его { $a } человек — это { $percent } % всех, а всех около { $all }.
mse-idea-but = Это верно, только если попасть в один список не делало попадание в другой ни вероятнее, ни менее вероятным. Списки, составленные один по другому, пересекаются слишком сильно, и число занижено; списки, исключающие друг друга, как списки расстрелянных и позже сосланных, — слишком слабо, и число завышено. С тремя и более списками такую зависимость отчасти можно увидеть и учесть.
mse-town-title = Три списка выдуманного города
mse-town-text = А — газета, Б — картотека лагеря, В — книга памяти. В каждой строке — люди, которые есть в списках с плюсом и ни в одном другом. Последняя строка — то, что требуется узнать.
mse-list-a = А
mse-list-b = Б
mse-list-c = В
mse-people = Людей
mse-town-sum = { $n ->
    [one] Хотя бы в одном списке — { $n } человек.
    [few] Хотя бы в одном списке — { $n } человека.
   *[other] Хотя бы в одном списке — { $n } человек.
}
mse-chart-title = Что дают разные допущения
mse-chart-text = Для каждого допущения точка — оценка, линия — её 95-процентный интервал, ромб — люди в списках. Числа — в таблице ниже.
mse-chart-key = Точка — оценка. Линия — 95-процентный интервал. Ромб — люди в списках.
mse-methods-text = Одна и та же таблица при разных допущениях. Ни одно из них доказать по таблице нельзя.
mse-method = Что допущено
mse-method-two = только А и Б
mse-method-independent = три независимых списка
mse-method-pair = А и Б связаны
mse-method-all-pairs = связаны могут быть любые два
mse-method-average = среднее по всем моделям
mse-method-bound = нижняя граница
mse-estimate = Всего людей
mse-interval = 95-процентный интервал
mse-aic = AIC (меньше — лучше)
mse-choice-text = Критерий сопоставляет, насколько модель подходит и сколько она допускает. Если одинаково подходящие модели дают разные числа, среднее говорит об этом широким интервалом. Узкий интервал одной модели показывает лишь, насколько точно число, если верна эта модель.
mse-assumptions-title = Что принято без доказательства
mse-assumptions-text = С этим стоит каждая оценка — и должна стоять каждая фраза, где её приводят.
mse-where-it-fails = Если это не так:
mse-links-title = По архиву
mse-links-text = Какие записи относятся к одному человеку, тоже не известно наверняка. По архиву таблица считается при нескольких выборочных разбиениях записей на людей, и интервал включает это сомнение.
mse-refusal-text = Если список не пересекается ни с одним другим или таблица оставляет число открытым, оценки нет, а ответ говорит, какое допущение нарушено.

uncertainty-title = Записи, люди и точность подсчёта
uncertainty-lead = В списке — записи. Об одном человеке их может быть несколько, в одном списке или в разных. Поэтому чисел три, и говорят они о разном.
uncertainty-three-title = Три числа
uncertainty-entries = Записи: то, что говорят списки, строка за строкой. Кто есть в двух списках, сосчитан дважды.
uncertainty-persons = Люди: записи, отнесённые к одному человеку, сосчитаны один раз. Некоторые из этих суждений ошибочны.
uncertainty-interval = Медиана и 95-процентный интервал: тот же подсчёт при многих выборочных разбиениях записей на людей, вероятных настолько, насколько позволяют данные.
uncertainty-limits = Интервал включает сомнение о записях, которые сравнивались, и сомнение о модели, взвешивающей данные, — такое, какими были её ошибки на выдуманных списках с известным числом людей. Там он включил истинное число в 100 списках из 100; сосчитанных людей было примерно на 3 % больше, чем на самом деле. На списке другого рода ошибка может быть больше. Ошибочные записи сюда не входят.
uncertainty-all = Этот архив
uncertainty-by-source = По источникам
uncertainty-by-year = По годам: { $event }
uncertainty-head-entries = Записи
uncertainty-head-persons = Люди
uncertainty-head-median = Медиана
uncertainty-head-interval = 95-процентный интервал
uncertainty-chart-text = В каждой строке точка — медиана, линия — 95-процентный интервал, ромб — записи. Числа — в таблице ниже.
uncertainty-key = Точка — медиана числа людей. Линия — 95-процентный интервал. Ромб — записи. Человек стоит в каждой подходящей строке, поэтому строки не обязаны складываться. События, не отнесённые к одному году, по годам не учтены.
uncertainty-partitions = { $n ->
    [one] Взято { $n } выборочное разбиение.
    [few] Взято { $n } выборочных разбиения.
   *[other] Взято { $n } выборочных разбиений.
}
uncertainty-withheld = { $n ->
    [0] Скрытых записей нет.
    [one] Скрыта { $n } запись о том, кто может быть жив; здесь она нигде не учтена.
    [few] Скрыты { $n } записи о тех, кто может быть жив; здесь они нигде не учтены.
   *[other] Скрыто { $n } записей о тех, кто может быть жив; здесь они нигде не учтены.
}
uncertainty-none = Показанная сборка сделана до того, как стали считать людей.

## Families in numbers

families-title = Семьи в числах
families-lead = Карали всей семьёй. Эти числа говорят, сколько родственников — по данным этого архива — пострадало из-за одного человека и насколько это надёжно.
families-counted = Что сосчитано
families-families = Семьи
families-persons = Люди в них
families-with-case = Семьи, где на кого-то мера обрушилась из-за другого
families-limits = Большинство списков родных не называет. Чьей семьи нет ни в одном списке, того нет и в этих числах, поэтому о том, как часто семьи щадили, они не говорят.
families-what-counts = Мера засчитана, если запись говорит, что она применена из-за родства, если семья записана двором при главе или если порядок событий и указание делают это более вероятным, чем нет.
families-interval = Интервал включает случайность, с которой семьи попали в списки, и сомнение в том, какие записи относятся к одному человеку.
families-living = О родственниках, которые могут быть живы, есть только число — без пола, имени и места.
families-multiplier = Пострадавшие родственники на одного человека
families-head-each = На одного
families-head-kin = Родственники
families-head-whom = Люди, из-за которых
families-too-few = слишком мало семей
families-csv = Все числа в CSV
families-by-year = По году того, что случилось первым
families-by-source = По источникам
families-by-relation = По родству
families-by-sex = По полу родственников
families-by-measure = По тому, что случилось с родственниками
families-by-instrument = По приказу или указу, который мог это предусматривать
families-unknown = не известно
families-sex-female = женский
families-sex-male = мужской
families-sex-unknown = не известен, или человек может быть жив
families-chart-text = В каждой строке точка — число родственников на одного человека, линия — 95-процентный интервал. Числа — в таблице ниже.
families-measures = Что с кем случилось
families-measures-text = Родственники — по тому, кем они приходились человеку, из-за которого пострадали. Кого коснулось несколько мер, тот стоит в каждом столбце.
families-no-case = Ни одна запись этого архива не говорит, и порядок событий не делает вероятным, что кто-то пострадал из-за родственника.
families-sizes = Насколько велики семьи
families-and-larger = { $n } и больше
families-none = В этом архиве не известно ни одной семьи, или показанная сборка сделана до того, как стали читать семьи.

## Families

family-title = Семья: { $name }
family-untitled = Семья
family-lead = { $n ->
    [one] Об этой семье известен { $n } человек.
    [few] { $n } человека связаны тем, что сказано в записях или следует из них.
   *[many] { $n } человек связаны тем, что сказано в записях или следует из них.
}
family-tree = Семья
family-tree-note = Один ряд — одно поколение. Каждое имя ведёт к списку ниже, где то же сказано словами.
family-tree-probable = Пунктир — связь, о которой не говорит ни одна запись: она лишь вероятна, и на линии сказано насколько.
family-implied = Родители одного ребёнка
family-loose = Чьи они были, неизвестно
family-members = То же словами
family-inherited = фамилия взята у названного родственника
family-place = { $relation } ({ $name })
family-living = может быть, в живых
family-no-name = имя не записано
family-unnamed = { $n ->
    [one] без имени
    [few] { $n } без имени
   *[many] { $n } без имени
}
family-several = число не указано
family-undated = без даты
family-cases = Кто пострадал из-за кого
family-cases-note = Где об этом говорит запись, приведены её слова. Где не говорит ни одна, это вывод из порядка событий и действовавших приказов, и так он и отмечен.
family-because-of = из-за:
family-case-stated = Сказано: об этом говорит запись.
family-case-inferred = Вывод: ни одна запись об этом не говорит. Вероятность: { $p }.
family-same-day = в тот же день
family-days-after = { $n ->
    [one] через { $n } день после
    [few] через { $n } дня после
   *[many] через { $n } дней после
}
family-days-between = через { $least }–{ $most } дн. после
family-days-at-most = { $n ->
    [one] не позже чем через { $n } день после
    [few] не позже чем через { $n } дня после
   *[many] не позже чем через { $n } дней после
}
family-time = Одно время для всех
family-time-title = Жизни семьи вдоль одной оси лет
family-time-note = Годы, в которые что-то произошло, нарисованы шире других. Пунктир покрывает дни, которые может означать дата. Всё это есть в таблице ниже.
family-bands = Действовавшие приказы и законы, нарисованные позади жизней:
family-in-force = в силе: { $first } – { $last }
family-in-force-open = в силе, начало: { $first }; конец не отмечен
family-table = То же таблицей
family-when = Когда
family-who = Кто
family-what = Что
family-entry = Запись
family-evidence = Откуда известны связи
family-stated = Сказано в записи
family-inferred = Вывод, в записях не сказано
family-inferred-note = Что говорит за каждую связь, самое весомое впереди. Вывод может быть неверен.
family-against = против:
family-derived = Следует из связей выше
family-derived-note = Сестра отца — тётя: писать об этом было незачем. Каждая связь верна настолько, насколько верно то, из чего она следует.
family-derived-more = { $n ->
    [one] и ещё { $n }, которая следует
    [few] и ещё { $n }, которые следуют
   *[many] и ещё { $n }, которые следуют
}
family-no-ties = Ни одна запись не говорит, кто кому кем был.
family-contradictions = Что не может быть верно вместе
family-contradictions-note = Записи расходятся, или возраст этого не допускает. Здесь ничего не решено.
family-entries = Записи
family-unknown = Чего мы не знаем
family-unknown-unnamed = { $n ->
    [one] { $n } родственник упомянут без имени.
    [few] { $n } родственника упомянуты без имени.
   *[many] { $n } родственников упомянуты без имени.
}
family-unknown-number = Сколько их было, не говорит ни одна запись: { $names }.
family-unknown-name = Имя не записано: { $names }.
family-unknown-fate = Что с ними стало, не говорит ни одна запись: { $names }.
family-unknown-end = Как или когда окончилась их жизнь, не говорит ни одна запись: { $names }.
family-unknown-birth = Когда они родились, не говорит ни одна запись: { $names }.
family-unknown-date = Не указано, когда с ними что-то произошло: { $names }.
family-unknown-living = { $n ->
    [one] { $n } член семьи, возможно, жив. Показано только место в семье.
    [few] { $n } члена семьи, возможно, живы. Показаны только их места в семье.
   *[many] { $n } членов семьи, возможно, живы. Показаны только их места в семье.
}
family-left-out = { $n ->
    [one] Ещё { $n } человек не показан: семья велика для одной страницы.
    [few] Ещё { $n } человека не показаны: семья велика для одной страницы.
   *[many] Ещё { $n } человек не показаны: семья велика для одной страницы.
}
family-and-more = { $n ->
    [one] и ещё { $n }
    [few] и ещё { $n }
   *[many] и ещё { $n }
}
relatives-title = Родные
relatives-more = { $n ->
    [one] и ещё { $n } родственник
    [few] и ещё { $n } родственника
   *[many] и ещё { $n } родственников
}
relatives-because-of = Из-за родных
relatives-led-to = Повлекло за собой
relatives-family = Вся семья: древо, время и свидетельства
tie-stated = сказано
tie-derived = следует из других связей
tie-inferred = вывод

## Kinship

kin-adopted_child = усыновлённый ребёнок
kin-adopted_son = усыновлённый сын
kin-adopted_daughter = удочерённая дочь
kin-adopted_grandchild = усыновлённый внук или внучка
kin-adopted_grandson = усыновлённый внук
kin-adopted_granddaughter = удочерённая внучка
kin-adoptive_parent = усыновитель
kin-adoptive_father = усыновитель
kin-adoptive_mother = усыновительница
kin-child = ребёнок
kin-son = сын
kin-daughter = дочь
kin-child_in_law = супруг ребёнка
kin-son_in_law = зять
kin-daughter_in_law = сноха
kin-co_parent_in_law = родитель супруга ребёнка
kin-co_father_in_law = сват
kin-co_mother_in_law = сватья
kin-cousin = двоюродный брат или сестра
kin-male_cousin = двоюродный брат
kin-female_cousin = двоюродная сестра
kin-dependant = на иждивении
kin-employer = наниматель
kin-family_member = член семьи
kin-former_spouse = прежний супруг
kin-former_husband = бывший муж
kin-former_wife = бывшая жена
kin-foster_child = приёмный ребёнок
kin-foster_son = приёмный сын
kin-foster_daughter = приёмная дочь
kin-foster_grandchild = приёмный внук или внучка
kin-foster_grandson = приёмный внук
kin-foster_granddaughter = приёмная внучка
kin-foster_parent = приёмный родитель
kin-foster_father = приёмный отец
kin-foster_mother = приёмная мать
kin-foster_sibling = приёмный брат или сестра
kin-foster_brother = приёмный брат
kin-foster_sister = приёмная сестра
kin-grandchild = внук или внучка
kin-grandson = внук
kin-granddaughter = внучка
kin-grandchild_in_law = супруг внука или внучки
kin-grandson_in_law = муж внучки
kin-granddaughter_in_law = жена внука
kin-grandparent = дед или бабушка
kin-grandfather = дед
kin-grandmother = бабушка
kin-grandparent_in_law = дед или бабушка супруга
kin-grandfather_in_law = дед супруга
kin-grandmother_in_law = бабушка супруга
kin-great_grandchild = правнук или правнучка
kin-great_grandson = правнук
kin-great_granddaughter = правнучка
kin-great_grandparent = прадед или прабабушка
kin-great_grandfather = прадед
kin-great_grandmother = прабабушка
kin-great_uncle_or_aunt = двоюродный дед или бабушка
kin-great_uncle = двоюродный дед
kin-great_aunt = двоюродная бабушка
kin-half_sibling = единокровный или единоутробный брат или сестра
kin-half_brother = брат по одному из родителей
kin-half_sister = сестра по одному из родителей
kin-housemate = в том же хозяйстве
kin-nephew_or_niece = племянник или племянница
kin-nephew = племянник
kin-niece = племянница
kin-nephew_or_niece_by_marriage = племянник или племянница по браку
kin-nephew_by_marriage = племянник по браку
kin-niece_by_marriage = племянница по браку
kin-great_nephew_or_niece = внучатый племянник или племянница
kin-great_nephew = внучатый племянник
kin-great_niece = внучатая племянница
kin-parent = родитель
kin-father = отец
kin-mother = мать
kin-parent_in_law = родитель супруга
kin-father_in_law = отец супруга
kin-mother_in_law = мать супруга
kin-partner = сожитель или сожительница
kin-male_partner = сожитель
kin-female_partner = сожительница
kin-relative = родственник
kin-male_relative = родственник
kin-female_relative = родственница
kin-servant = работник в хозяйстве
kin-sibling = брат или сестра
kin-brother = брат
kin-sister = сестра
kin-sibling_in_law = свойственник
kin-brother_in_law = брат по браку
kin-sister_in_law = сестра по браку
kin-sibling_of_child_in_law = брат или сестра супруга ребёнка
kin-brother_of_child_in_law = брат супруга ребёнка
kin-sister_of_child_in_law = сестра супруга ребёнка
kin-spouse = супруг
kin-husband = муж
kin-wife = жена
kin-step_child = ребёнок супруга
kin-step_son = пасынок
kin-step_daughter = падчерица
kin-step_grandchild = внук или внучка супруга
kin-step_grandson = неродной внук
kin-step_granddaughter = неродная внучка
kin-step_parent = неродной родитель
kin-step_father = отчим
kin-step_mother = мачеха
kin-step_sibling = сводный брат или сестра
kin-step_brother = сводный брат
kin-step_sister = сводная сестра
kin-supporter = на чьём иждивении
kin-uncle_or_aunt = дядя или тётя
kin-uncle = дядя
kin-aunt = тётя
kin-uncle_or_aunt_by_marriage = дядя или тётя по браку
kin-uncle_by_marriage = дядя по браку
kin-aunt_by_marriage = тётя по браку
