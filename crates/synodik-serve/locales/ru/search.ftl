# Слова сайта по-русски. Каждый ключ есть в каждом языке (это проверяет тест).
# Слова источников здесь не переводятся: они показаны так, как написаны.

## Результаты

search-title = Поиск
results-title = «{ $query }»
results-heading = Найденное
results-exact = { $n ->
    [0] Точно так, как набрано, записей нет
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
match-place-where = «{ $found }»: { $place }
match-place-event = место события
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
