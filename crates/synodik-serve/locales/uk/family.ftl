# Слова сайту українською. Кожен ключ є в кожній мові (це перевіряє тест).
# Слова джерел тут не перекладаються: їх показано так, як написано.

## Родини

family-title = Родина: { $name }
family-untitled = Родина
family-lead = { $n ->
    [one] Про цю родину відома { $n } людина.
    [few] { $n } людини пов’язані тим, що сказано в записах або випливає з них.
   *[many] { $n } людей пов’язані тим, що сказано в записах або випливає з них.
}
family-tree = Родина
family-tree-note = Один ряд — одне покоління. Кожне ім’я веде до переліку нижче, де те саме сказано словами.
family-tree-probable = Пунктир — зв’язок, про який не каже жоден запис: він лише імовірний, і на лінії сказано наскільки.
family-implied = Батьки однієї дитини
family-loose = Чиї вони були, невідомо
family-members = Те саме словами
family-inherited = прізвище взято від названого родича
family-place = { $relation } ({ $name })
family-living = може бути серед живих
family-no-name = ім’я не записано
family-unnamed = { $n ->
    [one] без імені
    [few] { $n } без імені
   *[many] { $n } без імені
}
family-several = число не вказано
family-undated = без дати
family-cases = Хто постраждав через кого
family-cases-note = Де про це каже запис, наведено його слова. Де не каже жоден, це висновок із порядку подій і чинних тоді наказів, і так його й позначено.
family-because-of = через:
family-because-unnamed = родич, якого запис не називає
family-case-stated = Сказано: про це каже запис.
family-case-for-kin = Запис каже, що це було за рідних; що через цю людину — висновок. Імовірність: { $p }.
family-case-inferred = Висновок: жоден запис про це не каже. Імовірність: { $p }.
family-same-day = того самого дня
family-days-after = { $n ->
    [one] через { $n } день після
    [few] через { $n } дні після
   *[many] через { $n } днів після
}
family-days-between = через { $least }–{ $most } дн. після
family-days-at-most = { $n ->
    [one] не пізніше ніж через { $n } день після
    [few] не пізніше ніж через { $n } дні після
   *[many] не пізніше ніж через { $n } днів після
}
family-spared = Кого міра оминула
family-spared-note = Те, що впало на інших членів родини, цих людей оминуло або було скасоване: так каже запис. Якщо він називає причину, вона стоїть поруч з імʼям.
spared-pregnancy = вагітність або новонароджена дитина
spared-kin_in_army = родич у Червоній армії
spared-lived_apart = окреме від родини життя
spared-not_kin = уже не член родини або не член родини за законом
spared-marriage = шлюб
spared-minor = неповноліття
spared-age = старість
spared-illness = хвороба
family-left = Діти, що залишилися без обох батьків
family-left-note = Обох батьків заарештували, засудили, вислали чи розстріляли або вони померли, поки дитині не було 18 років. Порівнюються роки. Хто взяв дитину до себе, сказано лише там, де про це каже запис.
family-left-then = Потім:
family-left-unknown = Що сталося з дитиною, не каже жоден запис.
family-time = Один час для всіх
family-time-title = Життя родини вздовж однієї осі років
family-time-note = Роки, у які щось сталося, намальовано ширшими за інші. Пунктир покриває дні, які може означати дата. Усе це є в таблиці нижче.
family-bands = Чинні накази й закони, намальовані позаду життів:
family-in-force = чинний: { $first } – { $last }
family-in-force-open = чинний, початок: { $first }; кінця не позначено
family-table = Те саме таблицею
family-when = Коли
family-who = Хто
family-what = Що
family-entry = Запис
family-evidence = Звідки відомі зв’язки
family-stated = Сказано в записі
family-inferred = Висновок, у записах не сказано
family-inferred-note = Що свідчить за кожен зв’язок, найвагоміше попереду. Висновок може бути хибний.
family-against = проти:
family-derived = Випливає зі зв’язків вище
family-derived-note = Сестра батька — тітка: писати про це не було потреби. Кожен зв’язок певний настільки, наскільки певне те, з чого він випливає.
family-derived-more = { $n ->
    [one] і ще { $n }, який випливає
    [few] і ще { $n }, які випливають
   *[many] і ще { $n }, які випливають
}
family-no-ties = Жоден запис не каже, хто ким кому був.
family-contradictions = Що не може бути правильним водночас
family-contradictions-note = Записи розходяться, або вік цього не допускає. Тут нічого не вирішено.
family-entries = Записи
family-unknown = Чого ми не знаємо
family-unknown-unnamed = { $n ->
    [one] { $n } родича згадано без імені.
    [few] { $n } родичів згадано без імен.
   *[many] { $n } родичів згадано без імен.
}
family-unknown-number = Скільки їх було, не каже жоден запис: { $names }.
family-unknown-name = Імені не записано: { $names }.
family-unknown-fate = Що з ними сталося, з жодного запису прочитати не вдалося; слова запису можуть сказати більше: { $names }.
family-unknown-end = Як чи коли скінчилося їхнє життя, не каже жоден запис: { $names }.
family-unknown-birth = Коли вони народилися, не каже жоден запис: { $names }.
family-unknown-date = Не вказано, коли з ними щось сталося: { $names }.
family-unknown-living = { $n ->
    [one] { $n } член родини може бути живий. Показано лише місце в родині.
    [few] { $n } члени родини можуть бути живі. Показано лише їхні місця в родині.
   *[many] { $n } членів родини можуть бути живі. Показано лише їхні місця в родині.
}
family-left-out = { $n ->
    [one] Ще { $n } людину не показано: родина завелика для однієї сторінки.
    [few] Ще { $n } людей не показано: родина завелика для однієї сторінки.
   *[many] Ще { $n } людей не показано: родина завелика для однієї сторінки.
}
family-and-more = { $n ->
    [one] і ще { $n }
    [few] і ще { $n }
   *[many] і ще { $n }
}
relatives-title = Рідні
relatives-more = { $n ->
    [one] і ще { $n } родич
    [few] і ще { $n } родичі
   *[many] і ще { $n } родичів
}
relatives-because-of = Через рідних
relatives-led-to = Спричинило
relatives-family = Уся родина: дерево, час і свідчення
tie-stated = сказано
tie-derived = випливає з інших зв’язків
tie-inferred = висновок

## Спорідненість

kin-adopted_child = усиновлена дитина
kin-adopted_son = усиновлений син
kin-adopted_daughter = удочерена дочка
kin-adopted_grandchild = усиновлений онук або онука
kin-adopted_grandson = усиновлений онук
kin-adopted_granddaughter = удочерена онука
kin-adoptive_parent = усиновитель
kin-adoptive_father = усиновитель
kin-adoptive_mother = усиновителька
kin-child = дитина
kin-son = син
kin-daughter = дочка
kin-child_in_law = зять або невістка
kin-son_in_law = зять
kin-daughter_in_law = невістка
kin-co_parent_in_law = сват або сваха
kin-co_father_in_law = сват
kin-co_mother_in_law = сваха
kin-cousin = двоюрідний брат або сестра
kin-male_cousin = двоюрідний брат
kin-female_cousin = двоюрідна сестра
kin-dependant = на утриманні
kin-employer = наймач
kin-family_member = член родини
kin-former_spouse = колишній чоловік або дружина
kin-former_husband = колишній чоловік
kin-former_wife = колишня дружина
kin-foster_child = прийомна дитина
kin-foster_son = прийомний син
kin-foster_daughter = прийомна дочка
kin-foster_grandchild = прийомний онук або онука
kin-foster_grandson = прийомний онук
kin-foster_granddaughter = прийомна онука
kin-foster_parent = прийомний батько або мати
kin-foster_father = прийомний батько
kin-foster_mother = прийомна мати
kin-foster_sibling = прийомний брат або сестра
kin-foster_brother = прийомний брат
kin-foster_sister = прийомна сестра
kin-grandchild = онук або онука
kin-grandson = онук
kin-granddaughter = онука
kin-grandchild_in_law = чоловік онуки або дружина онука
kin-grandson_in_law = чоловік онуки
kin-granddaughter_in_law = дружина онука
kin-grandparent = дід або баба
kin-grandfather = дід
kin-grandmother = баба
kin-grandparent_in_law = дід або баба чоловіка чи дружини
kin-grandfather_in_law = дід чоловіка чи дружини
kin-grandmother_in_law = баба чоловіка чи дружини
kin-great_grandchild = правнук або правнучка
kin-great_grandson = правнук
kin-great_granddaughter = правнучка
kin-great_grandparent = прадід або прабаба
kin-great_grandfather = прадід
kin-great_grandmother = прабаба
kin-great_uncle_or_aunt = двоюрідний дід або баба
kin-great_uncle = двоюрідний дід
kin-great_aunt = двоюрідна баба
kin-half_sibling = брат або сестра по одному з батьків
kin-half_brother = брат по одному з батьків
kin-half_sister = сестра по одному з батьків
kin-housemate = у тому самому господарстві
kin-nephew_or_niece = небіж або небога
kin-nephew = небіж
kin-niece = небога
kin-nephew_or_niece_by_marriage = небіж або небога по шлюбу
kin-nephew_by_marriage = небіж по шлюбу
kin-niece_by_marriage = небога по шлюбу
kin-great_nephew_or_niece = внучатий небіж або внучата небога
kin-great_nephew = внучатий небіж
kin-great_niece = внучата небога
kin-parent = батько або мати
kin-father = батько
kin-mother = мати
kin-parent_in_law = батько або мати чоловіка чи дружини
kin-father_in_law = батько чоловіка чи дружини
kin-mother_in_law = мати чоловіка чи дружини
kin-partner = співмешканець або співмешканка
kin-male_partner = співмешканець
kin-female_partner = співмешканка
kin-relative = родич
kin-male_relative = родич
kin-female_relative = родичка
kin-servant = працівник у господарстві
kin-sibling = брат або сестра
kin-brother = брат
kin-sister = сестра
kin-sibling_in_law = брат або сестра по шлюбу
kin-brother_in_law = брат по шлюбу
kin-sister_in_law = сестра по шлюбу
kin-sibling_of_child_in_law = брат або сестра зятя чи невістки
kin-brother_of_child_in_law = брат зятя чи невістки
kin-sister_of_child_in_law = сестра зятя чи невістки
kin-spouse = чоловік або дружина
kin-husband = чоловік
kin-wife = дружина
kin-step_child = дитина чоловіка чи дружини
kin-step_son = пасинок
kin-step_daughter = пасербиця
kin-step_grandchild = нерідний онук або онука
kin-step_grandson = нерідний онук
kin-step_granddaughter = нерідна онука
kin-step_parent = вітчим або мачуха
kin-step_father = вітчим
kin-step_mother = мачуха
kin-step_sibling = зведений брат або сестра
kin-step_brother = зведений брат
kin-step_sister = зведена сестра
kin-supporter = на чиєму утриманні
kin-uncle_or_aunt = дядько або тітка
kin-uncle = дядько
kin-aunt = тітка
kin-uncle_or_aunt_by_marriage = дядько або тітка по шлюбу
kin-uncle_by_marriage = дядько по шлюбу
kin-aunt_by_marriage = тітка по шлюбу

## Відкладені зв’язки і що свідчить за зв’язок, якого не називає жоден запис

family-put-aside = Відкладені зв’язки
family-put-aside-note = Вони не можуть бути правильними поруч зі зв’язками, відомими краще. Їх не намальовано і з них нічого не виведено; але й ніщо не втрачено.
put-aside-oneself = Відкладено: він пов’язує людину з нею самою.
put-aside-sex = Відкладено: стать одного з двох цього не допускає.
put-aside-birth = Відкладено: роки народження цього не допускають.
put-aside-death = Відкладено: батько чи мати до того вже померли.
put-aside-disagrees = Відкладено: те, що відоме краще, каже про цих двох інше.
put-aside-second_father = Відкладено: інший батько відомий краще.
put-aside-second_mother = Відкладено: інша мати відома краще.
put-aside-third_parent = Відкладено: двоє батьків відомі краще.
put-aside-loop = Відкладено: з ним хтось був би сам собі предком, дядьком тощо.
feature-names-same_named = одне прізвище, і ім’я по батькові одного утворене від імені другого
feature-names-same_named_rare = одне прізвище, і ім’я по батькові одного, рідкісне, утворене від імені другого
feature-names-same_shared = одне прізвище й однакове ім’я по батькові
feature-names-same_shared_rare = одне прізвище й однакове рідкісне ім’я по батькові
feature-names-same_not_named = одне прізвище, але ім’я по батькові молодшого утворене не від імені старшого
feature-names-same_not_shared = одне прізвище, але різні імена по батькові
feature-names-same_unknown = одне прізвище; імена по батькові не порівняно
feature-names-other_named = ім’я по батькові одного утворене від імені другого, але прізвища різні
feature-names-other_named_rare = ім’я по батькові одного, рідкісне, утворене від імені другого, але прізвища різні
feature-names-other_shared = однакове ім’я по батькові, але різні прізвища
feature-names-other_shared_rare = однакове рідкісне ім’я по батькові, але різні прізвища
feature-names-other_not_named = різні прізвища, і ім’я по батькові молодшого утворене не від імені старшого
feature-names-other_not_shared = різні прізвища й різні імена по батькові
feature-names-other_unknown = різні прізвища
feature-names-unknown_named = ім’я по батькові одного утворене від імені другого
feature-names-unknown_named_rare = ім’я по батькові одного, рідкісне, утворене від імені другого
feature-names-unknown_shared = однакове ім’я по батькові
feature-names-unknown_shared_rare = однакове рідкісне ім’я по батькові
feature-names-unknown_not_named = ім’я по батькові молодшого утворене не від імені старшого
feature-names-unknown_not_shared = різні імена по батькові
feature-ages-0_1 = різниця в народженні до року
feature-ages-2_5 = різниця в народженні від 2 до 5 років
feature-ages-6_12 = різниця в народженні від 6 до 12 років
feature-ages-13_17 = різниця в народженні від 13 до 17 років
feature-ages-18_25 = різниця в народженні від 18 до 25 років
feature-ages-26_40 = різниця в народженні від 26 до 40 років
feature-ages-41_50 = різниця в народженні від 41 до 50 років
feature-ages-51_more = різниця в народженні понад 50 років
feature-grown_up-both = обоє були дорослі
feature-grown_up-both_young = обоє були молоді дорослі
feature-grown_up-elder = одна людина була доросла, друга — дитина
feature-grown_up-none = обоє були діти
feature-place-same_few = те саме мале місце, де названо небагатьох
feature-place-same_some = те саме місце
feature-place-same_many = те саме місце, де названо багатьох
feature-place-same_most = те саме велике місце
feature-place-same_town = те саме велике місто
feature-place-near = місця недалеко одне від одного
feature-place-region = лише той самий регіон
feature-place-other = різні місця
feature-dwelling-same_flat = та сама квартира
feature-dwelling-same_numbers = ті самі номери будинку й квартири, вулицю написано інакше
feature-dwelling-same_house = той самий будинок
feature-dwelling-other = різне житло
feature-bearers-here_2 = нікого більше з цим прізвищем у цьому місці не названо
feature-bearers-here_3_4 = у цьому місці названо 3 або 4 людей із цим прізвищем
feature-bearers-here_5_8 = у цьому місці названо від 5 до 8 людей із цим прізвищем
feature-bearers-here_9_16 = у цьому місці названо від 9 до 16 людей із цим прізвищем
feature-bearers-here_more = у цьому місці названо понад 16 людей із цим прізвищем
feature-bearers-list_few = рідкісне прізвище
feature-bearers-list_some = прізвище не рідкісне й не поширене
feature-bearers-list_many = поширене прізвище
feature-given-same = однакове ім’я
feature-given-other = різні імена
feature-birth_place-same = те саме місце народження
feature-birth_place-near = місця народження недалеко одне від одного
feature-birth_place-other = різні місця народження
feature-case-same_rare = та сама справа, у якій небагато людей
feature-case-same_common = та сама справа, у якій багато людей
feature-case-other = різні справи
feature-day-same_rare = той самий день міри, на який названо небагатьох
feature-day-same_common = той самий день міри, що й у багатьох інших
feature-day-near = між мірами щонайбільше пів року
feature-day-other = міри далеко одна від одної в часі
feature-fate-as_kin_of_shot = одного розстріляно, другого покарано як члена чиєїсь родини
feature-lists-other = вони стоять у двох різних списках, і в одному може не бути рідних з іншого
