# Слова сайту українською. Кожен ключ є в кожній мові (це перевіряє тест).
# Слова джерел тут не перекладаються: їх показано так, як написано.

## Імена

names-title = Що є в імені
names-lead = Як цей архів читає ім’я: його частини, форми в родині, написання іншими абетками та іншими мовами.
names-label = Ім’я
names-hint = Так, як у документі: у будь-якому порядку, будь-якою абеткою, з дужками, ініціалами чи в непрямому відмінку.
names-button = Розібрати
names-too-long = Це довше за ім’я; напишіть не більше ніж 200 літер.
names-reading-title = Як його прочитано
names-modern = У сучасному написанні
names-nominative = У називному відмінку
names-schemes = Передано за системою
names-female = За формами — жіноче ім’я ({ $p }).
names-male = За формами — чоловіче ім’я ({ $p }).
names-either = За формами не можна сказати, жіноче це ім’я чи чоловіче.
names-search = Шукати це ім’я в архіві
names-given = Ім’я
names-more = { $n ->
    [one] і ще { $n }
    [few] і ще { $n }
   *[many] і ще { $n }
}
names-surname = Форми прізвища
names-children = По батькові дітей
names-father = Ім’я батька
names-cases = За відмінками
names-cyrillic = Можливо, кирилицею
names-searched = Під час пошуку шукається також
names-keys = Ключі, під якими сходяться схожі написання
names-spellings-title = Латинськими літерами
names-spellings-show = Показати написання за всіма системами
names-doubt = Це прочитання за правилами з оцінкою їхньої імовірності. Джерело могло мати на увазі інше.
piece-surname = Прізвище
piece-given = Ім’я
piece-patronymic = По батькові
piece-given_initial = Ініціал імені
piece-patronymic_initial = Ініціал по батькові
piece-particle = Частка
piece-title = Титул
piece-suffix = Додаток до імені
piece-number = Число
piece-marker = Пояснювальне слово
piece-punctuation = Знак
piece-other = Не прочитано
claim-variant = інше написання чи ім’я
claim-maiden = дошлюбне прізвище
claim-married = прізвище в шлюбі
claim-also_known = він же, вона ж
claim-former = колишнє ім’я
claim-pseudonym = псевдонім
claim-true_name = справжнє ім’я
case-nominative = називний відмінок
case-genitive = родовий відмінок
case-dative = давальний відмінок
case-accusative = знахідний відмінок
case-instrumental = орудний відмінок
case-prepositional = місцевий відмінок
form-canonical = саме ім’я
form-pre_reform = написання до 1918 року
form-variant = варіант
form-church = церковна форма
form-diminutive = зменшувальне
form-ukrainian = українська форма
form-belarusian = білоруська форма
form-polish = польська форма
form-german = німецька форма
form-estonian = естонська форма
form-latvian = латиська форма
form-lithuanian = литовська форма
form-finnish = фінська форма
form-jewish = єврейська форма
form-turkic = тюркська або кавказька форма
form-georgian = грузинська форма
form-armenian = вірменська форма
form-press = західне написання
form-russified = російське ім’я, взяте замість нього
name-form-feminine = жіноча форма
name-form-masculine = чоловіча форма
name-form-plural = множина
name-form-variant = варіант
name-form-nominative = називний відмінок
name-form-diminutive = зменшувальне або повне
name-form-other_language = інша мова
name-form-related = часто стоїть замість нього
name-spelled = кирилицею, за правилами:
name-spelled-key = У квадратних дужках — ім’я кирилицею, за правилами; у джерелах його так не написано.
name-spelled-note = кирилицею, за правилами; у джерелах так не написано
