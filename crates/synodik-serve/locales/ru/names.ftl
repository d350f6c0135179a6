# Слова сайта по-русски. Каждый ключ есть в каждом языке (это проверяет тест).
# Слова источников здесь не переводятся: они показаны так, как написаны.

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
name-spelled = кириллицей, по правилам:
name-spelled-key = В квадратных скобках — имя кириллицей, по правилам; в источниках оно так не написано.
name-spelled-note = кириллицей, по правилам; в источниках так не написано
