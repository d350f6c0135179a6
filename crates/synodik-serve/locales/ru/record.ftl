# Слова сайта по-русски. Каждый ключ есть в каждом языке (это проверяет тест).
# Слова источников здесь не переводятся: они показаны так, как написаны.

## Запись

life-title = Что, по записи, произошло
life-kin-title = Что запись говорит о родственниках
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
person-dates-differ = даты расходятся
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
date-months = { $first } – { $last }
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
event-spared = Пощада: мера не применена или отменена
event-execution = Расстрел
event-death = Смерть
event-burial = Захоронение
event-rehabilitation = Реабилитация
event-kin = Сказано о родственнике
event-other = Другое событие

## Меры

measure-execution = Смертный приговор или расстрел
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
