# Слова сайта по-русски. Каждый ключ есть в каждом языке (это проверяет тест).
# Слова источников здесь не переводятся: они показаны так, как написаны.

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
family-because-unnamed = родственник, которого запись не называет
family-case-stated = Сказано: об этом говорит запись.
family-case-for-kin = Запись говорит, что это было за родных; что из-за этого человека — вывод. Вероятность: { $p }.
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
family-spared = Кого мера миновала
family-spared-note = То, что обрушилось на других членов семьи, этих людей миновало или было отменено: так говорит запись. Если она называет причину, причина стоит рядом с именем.
spared-pregnancy = беременность или новорождённый ребёнок
spared-kin_in_army = родственник в Красной армии
spared-lived_apart = отдельная от семьи жизнь
spared-not_kin = уже не член семьи или не член семьи по закону
spared-marriage = брак
spared-minor = несовершеннолетие
spared-age = старость
spared-illness = болезнь
family-left = Дети, оставшиеся без обоих родителей
family-left-note = Обоих родителей арестовали, осудили, выслали или расстреляли, или они умерли, пока ребёнку не было 18 лет. Сравниваются годы. Кто взял ребёнка к себе, сказано только там, где об этом говорит запись.
family-left-then = Затем:
family-left-unknown = Что стало с ребёнком, не говорит ни одна запись.
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
family-unknown-fate = Что с ними стало, ни из одной записи прочесть не удалось; слова записи могут сказать больше: { $names }.
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

## Отведённые связи и то, что говорит в пользу связи, о которой не говорит ни одна запись

family-put-aside = Отведённые связи
family-put-aside-note = Эти связи не могут быть верны рядом с другими, известными лучше. Они не начерчены, и из них ничего не выводится; но и они не утрачены.
put-aside-oneself = Отведена: связывает человека с ним самим.
put-aside-sex = Отведена: этого не допускает пол одного из двоих.
put-aside-birth = Отведена: этого не допускают годы рождения.
put-aside-death = Отведена: родителя к тому времени не было в живых.
put-aside-disagrees = Отведена: лучше известно иное об этих двоих.
put-aside-second_father = Отведена: лучше известен другой отец.
put-aside-second_mother = Отведена: лучше известна другая мать.
put-aside-third_parent = Отведена: лучше известны двое других родителей.
put-aside-loop = Отведена: с нею кто-то оказался бы собственным предком, дядей и тому подобное.
feature-names-same_named = одна фамилия, и отчество одного образовано от имени другого
feature-names-same_named_rare = одна фамилия, и отчество одного, редкое, образовано от имени другого
feature-names-same_shared = одна фамилия и одно отчество
feature-names-same_shared_rare = одна фамилия и одно редкое отчество
feature-names-same_not_named = одна фамилия, но отчество младшего образовано не от имени старшего
feature-names-same_not_shared = одна фамилия, но разные отчества
feature-names-same_unknown = одна фамилия; отчества сравнить нельзя
feature-names-other_named = отчество одного образовано от имени другого, но фамилии разные
feature-names-other_named_rare = отчество одного, редкое, образовано от имени другого, но фамилии разные
feature-names-other_shared = одно отчество, но разные фамилии
feature-names-other_shared_rare = одно редкое отчество, но разные фамилии
feature-names-other_not_named = разные фамилии, и отчество младшего образовано не от имени старшего
feature-names-other_not_shared = разные фамилии и разные отчества
feature-names-other_unknown = разные фамилии
feature-names-unknown_named = отчество одного образовано от имени другого
feature-names-unknown_named_rare = отчество одного, редкое, образовано от имени другого
feature-names-unknown_shared = одно отчество
feature-names-unknown_shared_rare = одно редкое отчество
feature-names-unknown_not_named = отчество младшего образовано не от имени старшего
feature-names-unknown_not_shared = разные отчества
feature-ages-0_1 = родились с разницей не больше года
feature-ages-2_5 = родились с разницей от 2 до 5 лет
feature-ages-6_12 = родились с разницей от 6 до 12 лет
feature-ages-13_17 = родились с разницей от 13 до 17 лет
feature-ages-18_25 = родились с разницей от 18 до 25 лет
feature-ages-26_40 = родились с разницей от 26 до 40 лет
feature-ages-41_50 = родились с разницей от 41 до 50 лет
feature-ages-51_more = родились с разницей больше 50 лет
feature-grown_up-both = оба были взрослыми
feature-grown_up-both_young = оба были молоды, но взрослы
feature-grown_up-elder = один был взрослым, другой ребёнком
feature-grown_up-none = оба были детьми
feature-place-same_few = одно небольшое место, из которого здесь названы немногие
feature-place-same_some = одно место жительства
feature-place-same_many = одно место, из которого здесь названы многие
feature-place-same_most = одно большое место
feature-place-same_town = один большой город
feature-place-near = места недалеко друг от друга
feature-place-region = общая только область
feature-place-other = разные места
feature-dwelling-same_flat = одна квартира
feature-dwelling-same_numbers = одни номера дома и квартиры, улица написана иначе
feature-dwelling-same_house = один дом
feature-dwelling-other = разное жильё
feature-bearers-here_2 = больше никто с этой фамилией в этом месте не назван
feature-bearers-here_3_4 = с этой фамилией в этом месте названы 3 или 4 человека
feature-bearers-here_5_8 = с этой фамилией в этом месте названы от 5 до 8 человек
feature-bearers-here_9_16 = с этой фамилией в этом месте названы от 9 до 16 человек
feature-bearers-here_more = с этой фамилией в этом месте названы больше 16 человек
feature-bearers-list_few = редкая фамилия
feature-bearers-list_some = фамилия не редкая и не частая
feature-bearers-list_many = частая фамилия
feature-given-same = одно имя
feature-given-other = разные имена
feature-birth_place-same = одно место рождения
feature-birth_place-near = места рождения недалеко друг от друга
feature-birth_place-other = разные места рождения
feature-case-same_rare = одно дело, в котором немногие
feature-case-same_common = одно дело, в котором многие
feature-case-other = разные дела
feature-day-same_rare = мера в один день, в который названы немногие
feature-day-same_common = мера в один день, как и у многих других
feature-day-near = между мерами не больше полугода
feature-day-other = между мерами много времени
feature-fate-as_kin_of_shot = один из двоих расстрелян, другой наказан как член чьей-то семьи
feature-lists-other = они стоят в двух разных списках, и в одном может не быть родных из другого
