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

measure-execution = Расстрел
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
