# Слова сайту українською: перша сторінка, пошук, люди, статистика.
# Слова джерел тут не перекладаються: їх показано так, як написано.

## Перша сторінка

home-people = { $n ->
    [one] людина, про яку вони, наскільки можна судити, кажуть
    [few] людини, про яких вони, наскільки можна судити, кажуть
   *[many] людей, про яких вони, наскільки можна судити, кажуть
}
home-families = { $n ->
    [one] родина, разом із родичами, названими в записах
    [few] родини, разом із родичами, названими в записах
   *[many] родин, разом із родичами, названими в записах
}
home-places = { $n ->
    [one] місце, кожне написання окремо
    [few] місця, кожне написання окремо
   *[many] місць, кожне написання окремо
}
home-way-name = Ім’я
home-way-name-text = У рядку вище, у будь-якому написанні, кирилицею чи латинкою. Біля кожної відповіді сказано, чому її знайдено.
home-way-place = Місце
home-way-place-text = Село, місто, табір: хто там народився, жив, був заарештований або похований
home-way-family = Родина
home-way-family-text = Знайдіть одного з них. Якщо родина відома, від нього є шлях до всієї родини.
home-way-family-example = Одна родина, як її тут показано
home-way-events = Що сталося
home-on-this-day = { $day } { $month }
home-on-this-day-note = Те, що списки відносять до цього дня року, про людей, чию смерть у них зазначено. Щороку вибір інший.

## Поле пошуку

suggest-label = Імена, які так починаються
search-hide = Шукати, не лишаючи слів в адресному рядку
search-hidden = Слів цього пошуку немає ні в адресі сторінки, ні в історії браузера.

## Результати

views-label = Як показати знайдене
view-list = Переліком
view-time = За роками
view-map = На карті
view-statistics = Статистика
hit-as-typed = Як набрано
hit-same-name = Те саме ім’я в іншій формі
hit-similar = Можливо
hit-in-part = Почасти
hit-family = Родина
match-kin_name = «{ $found }» названо серед рідних
match-kin_sound = «{ $found }» серед родичів звучить як «{ $typed }»
hit-kin = Серед родичів
results-no-more = Далі результатів немає.
time-title = Знайдені записи за роками подій
time-description = З { $first } по { $last } рік; найбільше в { $peak } році: { $most }.
time-note = Запис враховано в кожному році, у якому могла статися його подія; кожен рік веде до своїх записів.
time-year = Рік
time-records = Записів
time-none = У жодному зі знайдених записів немає події з датою.
export-title = Узяти з собою:
export-cut = У файлі перші 1000 записів.
export-note = Тих, хто може бути живий, немає в жодному файлі.

## Що охоплюють списки

coverage-searched = { $n ->
    [one] Переглянуто { $n } список.
    [few] Переглянуто { $n } списки.
   *[many] Переглянуто { $n } списків.
}
coverage-years = Арешти, вироки, заслання й розстріли в них датовано з { $first } по { $last } рік.
coverage-withheld = { $n ->
    [one] { $n } запис приховано, бо людина може бути жива; у ньому не шукали.
    [few] { $n } записи приховано, бо люди можуть бути живі; у них не шукали.
   *[many] { $n } записів приховано, бо люди можуть бути живі; у них не шукали.
}
coverage-lists = { $n ->
    [one] У { $n } списку є
    [few] У { $n } списках є
   *[many] У { $n } списках є
}
coverage-place = { $lists } «{ $place }»; ці записи кажуть про події з { $first } по { $last } рік, там або деінде.
coverage-place-undated = { $lists } «{ $place }», але без датованих подій.
coverage-no-place = У жодному з них немає «{ $place }» у такому написанні.
coverage-none-after = Жоден із цих записів не каже про подію після { $year } року.
coverage-none-before = Жоден із цих записів не каже про подію до { $year } року.
coverage-in-years = { $n ->
    [0] У жодному з них немає подій заданих років.
    [one] Події заданих років є в { $n } з них.
    [few] Події заданих років є в { $n } з них.
   *[many] Події заданих років є в { $n } з них.
}

## Нічого не знайдено

empty-near = Поруч
empty-names = Написання цього імені
empty-ask = Куди ще звернутися
variant-without = Без «{ $value }»
variant-layout = В іншій розкладці клавіатури: «{ $value }»
variant-no-filters = Без обмежень
variant-years = Події { $value } років
variant-birth = Рік народження { $value }
variant-found = { $n ->
    [one] { $n } запис
    [few] { $n } записи
   *[many] { $n } записів
}

## Обмеження

filter-month = Місяць події
filter-sex = Стать, як зазначено
filter-region = Регіон за наказом № 00447
filter-article = Стаття з частиною
filter-body = Хто виніс вирок
filter-age = Вік під час першої події
filter-view = Вигляд
sex-female = жінки
sex-male = чоловіки
age-decade = від { $first } до { $last }
body-dvoika = Комісія НКВС і Прокурора («двійка»)
body-troika = Трійка
body-special_board = Особлива нарада
body-military_collegium = Військова колегія
body-tribunal = Військовий трибунал
body-ogpu_collegium = Колегія ОДПУ або ВЧК
body-special_collegium = Спецколегія суду
body-court = Суд
body-cheka_gpu = ЧК, ДПУ або ОДПУ, без зазначення органу
body-nkvd_mgb = НКВС або МДБ, без зазначення органу

## Статистика

statistics-title = Статистика
statistics-found = { $n ->
    [one] Тут враховано { $n } запис.
    [few] Тут враховано { $n } записи.
   *[many] Тут враховано { $n } записів.
}
statistics-lead = Від кожного числа є шлях до записів, які в ньому враховано. Про що списки мовчать, того не вгадують: біля кожної таблиці сказано, на скількох записах вона стоїть.
statistics-search = Самі записи
statistics-by-month = За місяцями
statistics-stated = Це зазначено впізнаваними словами в { $with } із { $all } записів ({ $share }).
statistics-share = Із тих, де зазначено
statistics-more = { $n ->
    [one] ще { $n }
    [few] ще { $n }
   *[many] ще { $n }
}
statistics-about = Що це за числа
statistics-about-records = Враховано записи, а не людей: хто названий у двох списках, того враховано двічі.
statistics-about-several = Запис може бути враховано в кількох рядках: заарештований і розстріляний стоїть в обох.
statistics-about-region = Регіони — за наказом № 00447 1937 року, наскільки їх називають слова запису.
statistics-about-living = Тих, хто може бути живий, немає в жодному з цих чисел.
months-of-kind = { $kind } за місяцями
months-description = Найбільше — { $month }: { $most }.
facet-event_in_year = Рік події
facet-event_in_month = Місяць події
facet-body = Хто виніс вирок
facet-article = Стаття з частиною
facet-region = Регіон
facet-sex = Стать, як зазначено
facet-age = Вік під час першої події

## Людина

life-line-title = Життя за роками
life-line-description = По черзі: { $events }.
stations-title = Місця цього життя
person-forms = Як написано ім’я
person-verbatim = Записи слово в слово
person-entry = Запис
person-verbatim-more = { $n ->
    [one] Ще { $n } запис стоїть на своїй сторінці.
    [few] Ще { $n } записи стоять на своїх сторінках.
   *[many] Ще { $n } записів стоять на своїх сторінках.
}

## Чому рядок відхилено

reject-cells = клітинок: { $first }, очікувалося { $second }
reject-no-value = усі клітинки рядка порожні
reject-page = рядок про сторінку, а не про людину
reject-no-name = абзац починається не з імені
reject-no-surname = рядок починається не з прізвища великими літерами
reject-nothing-stated = не зазначено ні народження, ні життя, ні адреси, ні розстрілу, ні поховання
reject-gedcom-line = очікувався рядок на зразок 0 @I1@ INDI
reject-quotation = лапка на початку комірки { $first } не закрита протягом { $second } рядків; читання продовжено з наступного рядка
reject-gedcom-size = байтів у записі: { $first }; більше { $second } КіБ — ознака пошкодженого файла
reject-gedcom-nul = у записі стоять нульові символи; файл у цьому місці пошкоджено
reject-gedcom-level = у рядку { $first } цього запису рівень { $second } стоїть не на місці
family-parts = Частини цієї родини
family-part-tree = Дерево
family-part-members = Члени родини словами
family-part-time = Що сталося
family-part-evidence = Підстави
