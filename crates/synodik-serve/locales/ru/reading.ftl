# Слова сайта по-русски: первая страница, поиск, люди, статистика.
# Слова источников здесь не переводятся: они показаны так, как написаны.

## Первая страница

home-people = { $n ->
    [one] человек, о котором они, насколько можно судить, говорят
    [few] человека, о которых они, насколько можно судить, говорят
   *[many] человек, о которых они, насколько можно судить, говорят
}
home-families = { $n ->
    [one] семья, вместе с родственниками, названными в записях
    [few] семьи, вместе с родственниками, названными в записях
   *[many] семей, вместе с родственниками, названными в записях
}
home-places = { $n ->
    [one] место, каждое написание отдельно
    [few] места, каждое написание отдельно
   *[many] мест, каждое написание отдельно
}
home-way-name = Имя
home-way-name-text = В строке выше, в любом написании, кириллицей или латиницей. У каждого ответа сказано, почему он найден.
home-way-place = Место
home-way-place-text = Деревня, город, лагерь: кто там родился, жил, был арестован или похоронен
home-way-family = Семья
home-way-family-text = Найдите одного из них. Если семья известна, от него есть путь ко всей семье.
home-way-family-example = Одна семья, как она здесь показана
home-way-events = Что произошло
home-on-this-day = В этот день, { $day } { $month }
home-on-this-day-note = То, что списки относят к этому дню года, о людях, чья смерть в них указана. Каждый год выбор другой.

## Строка поиска

suggest-label = Имена, которые так начинаются
search-hide = Искать, не оставляя слов в адресной строке
search-hidden = Слов этого поиска нет ни в адресе страницы, ни в истории браузера.

## Результаты

views-label = Как показать найденное
view-list = Списком
view-time = По годам
view-map = На карте
view-statistics = Статистика
hit-as-typed = Как набрано
hit-same-name = То же имя в другой форме
hit-similar = Возможно
hit-in-part = Отчасти
hit-family = Семья
match-kin_name = «{ $found }» названо среди родных
match-kin_sound = «{ $found }» среди родственников звучит как «{ $typed }»
hit-kin = Среди родственников
results-no-more = Дальше результатов нет.
time-title = Найденные записи по годам событий
time-description = С { $first } по { $last } год; больше всего в { $peak } году: { $most }.
time-note = Запись учтена в каждом году, в котором могло произойти её событие; каждый год ведёт к своим записям.
time-year = Год
time-records = Записей
time-none = Ни в одной из найденных записей нет события с датой.
export-title = Взять с собой:
export-cut = В файле первые 1000 записей.
export-note = Тех, кто может быть жив, нет ни в одном файле.

## Что охватывают списки

coverage-searched = { $n ->
    [one] Просмотрен { $n } список.
    [few] Просмотрено { $n } списка.
   *[many] Просмотрено { $n } списков.
}
coverage-years = Аресты, приговоры, ссылки и расстрелы в них датированы с { $first } по { $last } год.
coverage-withheld = { $n ->
    [one] { $n } запись скрыта, потому что человек может быть жив; в ней не искали.
    [few] { $n } записи скрыты, потому что люди могут быть живы; в них не искали.
   *[many] { $n } записей скрыто, потому что люди могут быть живы; в них не искали.
}
coverage-lists = { $n ->
    [one] В { $n } списке есть
    [few] В { $n } списках есть
   *[many] В { $n } списках есть
}
coverage-place = { $lists } «{ $place }»; эти записи говорят о событиях с { $first } по { $last } год, там или в другом месте.
coverage-place-undated = { $lists } «{ $place }», но без датированных событий.
coverage-no-place = Ни в одном из них нет «{ $place }» в таком написании.
coverage-none-after = Ни одна из этих записей не говорит о событии после { $year } года.
coverage-none-before = Ни одна из этих записей не говорит о событии до { $year } года.
coverage-in-years = { $n ->
    [0] Ни в одном из них нет событий заданных лет.
    [one] События заданных лет есть в { $n } из них.
    [few] События заданных лет есть в { $n } из них.
   *[many] События заданных лет есть в { $n } из них.
}

## Ничего не найдено

empty-near = Рядом
empty-names = Написания этого имени
empty-ask = Куда ещё обратиться
variant-without = Без «{ $value }»
variant-layout = В другой раскладке клавиатуры: «{ $value }»
variant-no-filters = Без ограничений
variant-years = События { $value } годов
variant-birth = Год рождения { $value }
variant-found = { $n ->
    [one] { $n } запись
    [few] { $n } записи
   *[many] { $n } записей
}

## Ограничения

filter-month = Месяц события
filter-sex = Пол, как указан
filter-region = Область по приказу № 00447
filter-article = Статья с частью
filter-body = Кто вынес приговор
filter-age = Возраст при первом событии
filter-view = Вид
sex-female = женщины
sex-male = мужчины
age-decade = от { $first } до { $last }
body-dvoika = Комиссия НКВД и Прокурора («двойка»)
body-troika = Тройка
body-special_board = Особое совещание
body-military_collegium = Военная коллегия
body-tribunal = Военный трибунал
body-ogpu_collegium = Коллегия ОГПУ или ВЧК
body-special_collegium = Спецколлегия суда
body-court = Суд
body-cheka_gpu = ЧК, ГПУ или ОГПУ, без указания органа
body-nkvd_mgb = НКВД или МГБ, без указания органа

## Статистика

statistics-title = Статистика
statistics-found = { $n ->
    [one] Здесь учтена { $n } запись.
    [few] Здесь учтены { $n } записи.
   *[many] Здесь учтено { $n } записей.
}
statistics-lead = От каждого числа есть путь к записям, которые в нём учтены. О чём списки молчат, то не угадывается: у каждой таблицы сказано, на скольких записях она стоит.
statistics-search = Сами записи
statistics-by-month = По месяцам
statistics-stated = Это указано в { $with } из { $all } записей ({ $share }).
statistics-share = Из тех, где указано
statistics-more = { $n ->
    [one] ещё { $n }
    [few] ещё { $n }
   *[many] ещё { $n }
}
statistics-about = Что это за числа
statistics-about-records = Учтены записи, а не люди: кто назван в двух списках, учтён дважды.
statistics-about-several = Запись может быть учтена в нескольких строках: арестованный и расстрелянный стоит в обеих.
statistics-about-region = Области — по приказу № 00447 1937 года, насколько их называют слова записи.
statistics-about-living = Тех, кто может быть жив, нет ни в одном из этих чисел.
months-of-kind = { $kind } по месяцам
months-description = Больше всего — { $month }: { $most }.
facet-event_in_year = Год события
facet-event_in_month = Месяц события
facet-body = Кто вынес приговор
facet-article = Статья с частью
facet-region = Область
facet-sex = Пол, как указан
facet-age = Возраст при первом событии

## Жизнь

life-line-title = Жизнь по годам
life-line-description = По порядку: { $events }.
stations-title = Места этой жизни
person-forms = Как написано имя
person-verbatim = Записи слово в слово
person-entry = Запись
person-verbatim-more = { $n ->
    [one] Ещё { $n } запись стоит на своей странице.
    [few] Ещё { $n } записи стоят на своих страницах.
   *[many] Ещё { $n } записей стоят на своих страницах.
}

## Отклонённые строки

reject-cells = ячеек: { $first }, ожидалось { $second }
reject-no-value = все ячейки строки пусты
reject-page = строка о странице, а не о человеке
reject-no-name = абзац начинается не с имени
reject-no-surname = строка начинается не с фамилии заглавными буквами
reject-nothing-stated = не указаны ни рождение, ни жизнь, ни адрес, ни расстрел, ни захоронение
reject-gedcom-line = ожидалась строка вида 0 @I1@ INDI
reject-quotation = кавычка в начале ячейки { $first } не закрыта на протяжении { $second } строк; чтение продолжено со следующей строки
reject-gedcom-size = байтов в записи: { $first }; больше { $second } КиБ — знак повреждённого файла
reject-gedcom-nul = в записи стоят нулевые символы; файл в этом месте повреждён
reject-gedcom-level = в строке { $first } этой записи уровень { $second } стоит не на месте

## Большая семья

family-parts = Части этой семьи
family-part-tree = Древо
family-part-members = Члены семьи словами
family-part-time = Что произошло
family-part-evidence = Основания
