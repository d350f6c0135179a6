# Слова сайту українською. Кожен ключ є в кожній мові (це перевіряє тест).
# Слова джерел тут не перекладаються: їх показано так, як написано.

## Результати

search-title = Пошук
results-title = «{ $query }»
results-heading = Знайдене
results-exact = { $n ->
    [0] Точно так, як набрано, записів немає
    [one] { $n } запис знайдено так, як набрано
    [few] { $n } записи знайдено так, як набрано
   *[many] { $n } записів знайдено так, як набрано
}
results-similar = { $n ->
    [0] в іншій формі чи написанні немає
    [one] { $n } в іншій формі чи написанні
    [few] { $n } в іншій формі чи написанні
   *[many] { $n } в іншій формі чи написанні
}
results-range = Показано з { $first } по { $last }
results-narrow-link = Уточнити
results-narrow = Уточнити
results-more = { $n ->
    [one] ще { $n }
    [few] ще { $n }
   *[many] ще { $n }
}
results-chosen = Обрано
results-remove = Зняти:
results-clear = Зняти всі обмеження
hit-no-name = Ім’я не вказано
hit-born = нар.
hit-more-events = { $n ->
    [one] і ще { $n } подія
    [few] і ще { $n } події
   *[many] і ще { $n } подій
}
pages-label = Сторінки результатів
page-earlier = Попередні
page-later = Наступні
empty-title = Нічого не знайдено
empty-advice = Що може допомогти:
empty-advice-fewer = Наберіть менше слів; найкраще почати з самого прізвища.
empty-advice-spelling = Спробуйте інше написання. Писарі записували імена на слух, а чужомовні — особливо довільно.
empty-advice-initials = У багатьох списках лише ініціали або лише рік народження.
empty-advice-filters = Зніміть обмеження: чого джерело не повідомляє, за тим не можна й відібрати.
empty-advice-absent = Якщо людини тут немає, це не означає, що з нею нічого не сталося. Багато списків втрачено, закрито або ще не прочитано.
blank-advice = Наберіть ім’я, місце чи рік або оберіть обмеження.
mistakes-title = На такий запит відповісти не можна
error-number = { $field }: напишіть рік цифрами, наприклад 1937.
error-order = { $field }: перший рік пізніший за останній.
error-long = { $field }: не більше ніж 200 знаків.
error-unknown = { $field }: такого значення немає.
error-offset = Прогорнути можна лише перші 10 000 результатів. Уточніть запит, щоб побачити інші.
error-address = Адресу сторінки пошкоджено. Почніть пошук заново.

## Чому запис знайдено

match-latin_spelling = «{ $found }» — це «{ $typed }» іншою абеткою
match-asked_beginning = «{ $found }» починається з «{ $typed }»
match-initial = «{ $typed }» — ініціал імені «{ $found }»
match-feminine_form = «{ $found }» — жіноча форма прізвища «{ $typed }»
match-masculine_form = «{ $found }» — чоловіча форма прізвища «{ $typed }»
match-plural_form = «{ $found }» — множина від «{ $typed }»
match-variant = «{ $found }» і «{ $typed }» — форми одного імені
match-declined_form = «{ $typed }» — непрямий відмінок від «{ $found }»
match-diminutive = «{ $found }» і «{ $typed }»: повне ім’я та зменшувальне
match-other_language = «{ $found }» — це «{ $typed }» іншою мовою
match-related_name = «{ $found }» часто стоїть замість «{ $typed }»
match-beginning = «{ $found }» починається з «{ $typed }»
match-same_sound = «{ $found }» звучить як «{ $typed }»
match-one_error = «{ $found }» відрізняється від «{ $typed }» однією літерою
match-as_typed = «{ $found }» — так, як набрано
match-place = «{ $found }» — у назві місця
match-place-where = «{ $found }»: { $place }
match-place-event = місце події
match-year = «{ $found }» — рік у записі
match-place_sound = місце «{ $found }» звучить як «{ $typed }»
match-place_beginning = місце «{ $found }» починається з «{ $typed }»
match-place_one_error = місце «{ $found }» відрізняється від «{ $typed }» однією літерою
match-two_errors = «{ $found }» відрізняється від «{ $typed }» двома літерами
match-missing = слова «{ $typed }» у записі немає

## Обмеження

filters-title = Обмежити пошук
filters-apply = Знайти з цими обмеженнями
filter-any = усі
filter-q = Слова
filter-source = Джерело
filter-birth_from = Рік народження не раніше
filter-birth_to = Рік народження не пізніше
filter-place = Місце
filter-nationality = Національність
filter-event = Подія
filter-measure = Міра
filter-instrument = Наказ або указ
filter-event_from = Рік події не раніше
filter-event_to = Рік події не пізніше
filter-offset = Місце в переліку
filter-birth = Рік народження
filter-event-years = Рік події
filter-legend-birth = Рік народження
filter-legend-event = Що сталося
facet-source = Джерело
facet-event = Подія
facet-measure = Міра
facet-instrument = Наказ або указ
facet-nationality = Національність, як написано
facet-birth_decade = Десятиліття народження
facet-event_year = Рік події
decade = { $first }-ті
