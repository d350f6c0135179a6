# Words of the site in English. Every key stands in every language (a test checks it).
# What a source says is never worded here: it is shown as written.

## A record

life-title = What the entry says happened
life-kin-title = What the entry tells of relatives
life-birth = Birth
life-certainty = How sure the source is
life-source = Source of this statement
life-read-as = read as { $reading }
detail-place = Place
detail-body = Body
detail-article = Article
detail-measure = Measure
fields-title = As written
verbatim-title = The entry, word for word
verbatim-withheld = A part of this entry is left out, marked […], because it may name people who are living.
place-title = Where it stands
place-file = File
place-line = Line
place-byte = Byte, counted from 0
place-record = Record
source-title = Source
source-citation = Citation
source-licence = Licence
source-holder = Holder
cite-title = To cite this page
cite-build = build { $build }
years-born = born { $year }
years-died = died { $year }
years-about = about { $year }

## Persons

person-title = Held to be one person
person-of-others = { $n ->
    [one] This entry and one other are held to be of one person.
   *[other] This entry and { $n } others are held to be of one person.
}
person-p = Probability that it belongs: { $p }.
person-lead = { $n ->
    [one] One entry.
   *[other] { $n } entries are held to be of one person.
}
person-note = That is a claim, not a finding of the sources: it was computed from what the entries say, and whoever knows better can correct it. Every entry says only what its source says; where they differ, all of it stands here.
person-entries = { $n ->
    [one] The entry
   *[other] The entries
}
person-compare = Compare with the first
person-events = What happened, by the entries
person-fields = Fields, by the entries
person-differs = written differently
person-dates-differ = the dates differ
person-numbers = { $numbers }
person-event-bare = without further words
maybe-title = Entries that may be the same person
maybe-note = They are alike, and are not held to be one person. See for yourself why.
related-compare = Same person: { $p }. Compare
hit-person = { $n ->
    [one] one entry of this person
   *[other] { $n } entries held to be of this person
}
probability = { $percent } %
probability-over = over { $percent } %
probability-under = under { $percent } %
decided-by = { $by } decided on { $day }: { $verdict }.
decided-by-rule = A rule, { $by }, decided on { $day }: { $verdict }.
verdict-same = the same person
verdict-different = not the same person
verdict-unsure = open

## Two entries compared

compare-title = Two entries compared
compare-probability = By what both entries say: the same person { $same }, relatives { $kin }, strangers { $stranger }.
compare-one-person = They are held to be one person.
compare-two-persons = They are not held to be one person.
compare-no-link = These entries share too little to be taken for one person: they were not compared, or what speaks for one person was too little to be kept.
compare-why = Why
compare-bits = What speaks for one person is counted in bits: each doubles the odds, each minus halves them. A rare name that agrees weighs more than a common one. The last column counts in the same way for relatives, who share a surname and a place but not a given name.
compare-field = Field
compare-first = First entry
compare-second = Second entry
compare-agreement = How they agree
compare-same-bits = For one person
compare-kin-bits = For relatives
compare-before = Before anything is compared
compare-sum = All in all
compare-chart-title = The odds of one person, step by step
compare-chart-words = In bits: { $parts }. All in all { $sum }. The same is in the table below.
compare-others = What was not compared
compare-note = The weights were learnt from this archive, without anybody saying which entries belong together. What a person decides goes before them.

## Ways to agree

level-missing = missing in one
level-exact = the same
level-stem = the same but for the ending
level-alternative = another stated name
level-one_edit = one letter or digit differs
level-close = very similar
level-near = somewhat similar
level-elsewhere = stands in another part of the name
level-learnt = often stand for each other here
level-differs_woman = different, and one is a woman
level-differs = different
level-part = one of several names
level-initial = an initial of the other
level-rare = a rare further name in both
level-shared = a further name in both
level-one_missing = only one has further names
level-year = the same year
level-year_from_age = the same year, one counted from an age
level-two_parts = two of day, month and year agree
level-year_not_day = the same year, another day
level-one_year = a year apart
level-three_years = up to three years apart
level-digit = one digit of the year differs
level-ten_years = up to ten years apart
level-partial = the same as far as stated
level-near_year = a year apart
level-other_area = the same name in another district
level-area = the same district or region
level-crossed = stands in another field of the other entry
level-same_district = another settlement of the district
level-same_region = another settlement of the region
level-differs_open = another settlement
level-other_region = another region
level-similar = similar
level-first = the first part is the same
level-two_edits = two signs differ
level-letters = begins with the same letters
level-most = most words are shared
level-some = a rare word is shared
level-little = a common word is shared
level-same = the same

rarity-0 = very common here
rarity-1 = common here
rarity-2 = not common here
rarity-3 = rare here
rarity-4 = very rare here
rarity-5 = hardly ever found here

## A placeholder

withheld-title = This entry is withheld
withheld-lead = The source has an entry here. The person it names may be living, so nothing of it is shown.
withheld-rule = An entry is withheld when the person was born less than a hundred years ago, or on a day we do not know, and no death is recorded. Once that time has passed, the next build of the archive shows it.
withheld-why = Children were arrested, exiled and taken into orphanages too. Whether that is told is for them to decide.
withheld-source = The source itself

## Dates

month-of-01 = January
month-of-02 = February
month-of-03 = March
month-of-04 = April
month-of-05 = May
month-of-06 = June
month-of-07 = July
month-of-08 = August
month-of-09 = September
month-of-10 = October
month-of-11 = November
month-of-12 = December
month-01 = January
month-02 = February
month-03 = March
month-04 = April
month-05 = May
month-06 = June
month-07 = July
month-08 = August
month-09 = September
month-10 = October
month-11 = November
month-12 = December
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-decade = the { $first }s
date-about = about { $date }
date-uncertain = { $date } (uncertain)
date-until = until { $date }
date-since = from { $date }
date-between = between { $first } and { $last }
date-months = { $first } – { $last }
date-or = { $dates } (one of them)
date-conflict = { $dates } (the source gives both)
date-joiner = or

## Kinds of event

event-disenfranchisement = Deprivation of rights
event-dispossession = Dispossession
event-dismissal = Dismissal
event-arrest = Arrest
event-sentence = Sentence
event-imprisonment = Imprisonment
event-exile = Exile
event-deportation = Deportation
event-orphanage = Orphanage
event-release = Release
event-spared = Spared
event-execution = Execution
event-death = Death
event-burial = Burial
event-rehabilitation = Rehabilitation
event-kin = Told of a relative
event-other = Other event

## Measures

measure-execution = Death sentence or execution
measure-camp = Camp
measure-forced_labour = Forced labour
measure-prison = Prison
measure-exile = Exile
measure-deportation = Deportation
measure-special_settlement = Special settlement
measure-confinement_other = Other confinement
measure-disenfranchisement = Deprivation of rights
measure-psychiatric = Psychiatric confinement
measure-closed = Case closed
measure-other = Other measure

## Fields of a record

field-entry_id = Number in the source
field-name = Name
field-surname = Surname
field-given = Given name
field-patronymic = Patronymic
field-name_variants = Other spellings
field-sex = Sex
field-birth = Birth
field-age = Age
field-birth_place = Place of birth
field-nationality = Nationality
field-citizenship = Citizenship
field-education = Education
field-occupation = Occupation
field-party = Party membership
field-social_origin = Social label
field-residence = Residence
field-street = Street
field-house = House
field-flat = Flat
field-family = Family
field-arrest_date = Date of arrest
field-arrest_body = Arrested by
field-arrest_type = Kind of arrest
field-case_number = Number of the file
field-sentence_date = Date of sentence
field-sentence_body = Sentenced by
field-article = Article
field-sentence = Sentence
field-death_sentence = Death sentence
field-exile_date = Date of exile
field-exile_place = Place of exile
field-release_date = Date of release
field-execution_date = Date of execution
field-execution_place = Place of execution
field-death_date = Date of death
field-death_place = Place of death
field-burial_place = Place of burial
field-earlier_repression = Earlier persecution
field-later_repression = Later persecution
field-rehabilitation_date = Date of rehabilitation
field-rehabilitation_body = Rehabilitated by
field-rehabilitation_reason = Ground of rehabilitation
field-stated_source = Source named by the entry
field-stated_source_url = Address of that source
field-archive_reference = Archive reference
field-note = Note
field-private = Not public
