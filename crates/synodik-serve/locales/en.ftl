# Words of the site in English. Every key stands in every language (a test checks it).
# What a source says is never worded here: it is shown as written.

language-name = English

## On every page

skip-to-content = Skip to the content
site-name = Synodik
nav-label = Main
nav-search = Search
nav-sources = Sources
nav-about = About
language-label = Language
footer-build = Build { $build } of this archive; people who may be living are withheld as of { $day }.
footer-version = Synodik { $version }
footer-no-traces = No visit is recorded here, and no search. The only cookie remembers your language.

## Search box

search-label = Name, place or year
search-hint = In any order, in Cyrillic or Latin letters. Small errors of spelling are forgiven.
search-button = Search

## Home

home-title = Those who were to be forgotten
home-lead = Lists of people persecuted under Stalin, as archives, memorial books and families have kept them. Every entry is shown word for word, with the place where it stands in its source.
home-epigraph =
    I would like to call them all by name,
    but the list was taken away, and there is nowhere to ask.
home-epigraph-author = Anna Akhmatova, Requiem
home-name-title = Why “Synodik”
home-name-text = A synodik is a church's list of the dead to be remembered. The Synodik of the Disgraced named those whom Ivan the Terrible had killed, many “with wife and with children”, so that their names would be read aloud.
home-holdings = What is here
home-records = { $n ->
    [one] record
   *[other] records
}
home-sources = { $n ->
    [one] source
   *[other] sources
}
home-years = years of the events
home-withheld = { $n ->
    [one] entry withheld because the person may be living
   *[other] entries withheld because the people may be living
}
home-examples = Ways in
home-example-name = A name: { $name }
home-example-years = What happened in 1937 and 1938
home-example-sources = All sources, with their counts

## Results

search-title = Search
results-title = “{ $query }”
results-heading = Results
results-exact = { $n ->
    [0] none found as typed
    [one] { $n } record found as typed
   *[other] { $n } records found as typed
}
results-similar = { $n ->
    [0] none with another form or spelling
    [one] { $n } with another form or spelling
   *[other] { $n } with another form or spelling
}
results-range = Showing { $first } to { $last }
results-narrow-link = Narrow the results
results-narrow = Narrow the results
results-more = { $n ->
    [one] { $n } more
   *[other] { $n } more
}
results-chosen = Chosen
results-remove = Remove:
results-clear = Remove all restrictions
hit-no-name = Name not stated
hit-born = born
hit-more-events = { $n ->
    [one] and { $n } more event
   *[other] and { $n } more events
}
pages-label = Pages of results
page-earlier = Earlier results
page-later = More results
empty-title = Nothing found
empty-advice = What may help:
empty-advice-fewer = Use fewer words; the surname alone is a good beginning.
empty-advice-spelling = Try another spelling. Clerks wrote names by ear, and foreign names most freely.
empty-advice-initials = Many lists have only initials, or only the year of birth.
empty-advice-filters = Take away restrictions; what a source does not say cannot be filtered by.
empty-advice-absent = Not being found here does not mean that nothing happened. Many lists are lost, closed or not yet read.
blank-advice = Type a name, a place or a year, or choose a restriction.
mistakes-title = The question could not be answered
error-number = { $field }: write a year in digits, such as 1937.
error-order = { $field }: the first year is later than the last.
error-long = { $field }: use at most 200 letters.
error-unknown = { $field }: this choice does not exist.
error-offset = Only the first 10,000 results can be leafed through. Narrow the search to see others.
error-address = The address of this page is damaged. Start the search again.

## Names

names-title = What is in a name
names-lead = How this archive reads a name: its parts, its forms in the family, its spellings in other scripts and languages.
names-label = A name
names-hint = As it stands in a document: in any order and script, with brackets, initials or in another grammatical case.
names-button = Explain
names-too-long = This is longer than a name; write at most 200 letters.
names-reading-title = How it is read
names-modern = In modern spelling
names-nominative = In the nominative
names-schemes = Spelled by
names-female = By its forms, a woman’s name ({ $p }).
names-male = By its forms, a man’s name ({ $p }).
names-either = Its forms do not tell whether it is a woman’s or a man’s name.
names-search = Search this archive for the name
names-given = Given name
names-more = and { $n } more
names-surname = Forms of the surname
names-children = Patronymics of the children
names-father = The father’s name
names-cases = In the six cases
names-cyrillic = In Cyrillic, perhaps
names-searched = A search also looks for
names-keys = Keys under which similar spellings meet
names-spellings-title = In Latin letters
names-spellings-show = Show the spellings of all schemes
names-doubt = These are readings by rules, with estimates of how likely each is. A source may mean something else.
piece-surname = Surname
piece-given = Given name
piece-patronymic = Patronymic
piece-given_initial = Initial of the given name
piece-patronymic_initial = Initial of the patronymic
piece-particle = Particle
piece-title = Title
piece-suffix = Suffix
piece-number = Number
piece-marker = Word that explains
piece-punctuation = Mark
piece-other = Not read
claim-variant = another spelling or name
claim-maiden = name before marriage
claim-married = name by marriage
claim-also_known = also known as
claim-former = former name
claim-pseudonym = pseudonym
claim-true_name = true name
case-nominative = nominative
case-genitive = genitive
case-dative = dative
case-accusative = accusative
case-instrumental = instrumental
case-prepositional = prepositional
form-canonical = the name itself
form-pre_reform = spelling of before 1918
form-variant = variant
form-church = church form
form-diminutive = diminutive
form-ukrainian = Ukrainian form
form-belarusian = Belarusian form
form-polish = Polish form
form-german = German form
form-estonian = Estonian form
form-latvian = Latvian form
form-lithuanian = Lithuanian form
form-finnish = Finnish form
form-jewish = Yiddish or Hebrew form
form-turkic = Turkic or Caucasian form
form-georgian = Georgian form
form-armenian = Armenian form
form-press = Western spelling
form-russified = Russian name taken instead
name-form-feminine = feminine form
name-form-masculine = masculine form
name-form-plural = plural
name-form-variant = variant
name-form-nominative = nominative
name-form-diminutive = diminutive or full form
name-form-other_language = another language
name-form-related = often stands for it

## Why a record was found

match-latin_spelling = “{ $found }” is “{ $typed }” in the other script
match-asked_beginning = “{ $found }” begins with “{ $typed }”
match-initial = “{ $typed }” is the initial of “{ $found }”
match-feminine_form = “{ $found }” is the feminine form of “{ $typed }”
match-masculine_form = “{ $found }” is the masculine form of “{ $typed }”
match-plural_form = “{ $found }” is the plural of “{ $typed }”
match-variant = “{ $found }” and “{ $typed }” are forms of one name
match-declined_form = “{ $typed }” is “{ $found }” in another grammatical case
match-diminutive = “{ $found }” and “{ $typed }”: full name and diminutive
match-other_language = “{ $found }” is “{ $typed }” in another language
match-related_name = “{ $found }” often stands for “{ $typed }”
match-beginning = “{ $found }” begins with “{ $typed }”
match-same_sound = “{ $found }” sounds like “{ $typed }”
match-one_error = “{ $found }”: one letter differs from “{ $typed }”
match-as_typed = “{ $found }” as typed
match-place = “{ $found }” is in a place
match-year = “{ $found }” is a year in the entry
match-place_sound = place “{ $found }” sounds like “{ $typed }”
match-place_beginning = place “{ $found }” begins with “{ $typed }”
match-place_one_error = place “{ $found }”: one letter differs from “{ $typed }”
match-two_errors = “{ $found }”: two letters differ from “{ $typed }”
match-missing = “{ $typed }” is not in the entry

## Restrictions

filters-title = Restrict the search
filters-apply = Search with these restrictions
filter-any = any
filter-q = Words
filter-source = Source
filter-birth_from = Born in or after
filter-birth_to = Born in or before
filter-place = Place
filter-nationality = Nationality
filter-event = Event
filter-measure = Measure
filter-instrument = Order or decree
filter-event_from = Event in or after
filter-event_to = Event in or before
filter-offset = Place in the results
filter-birth = Born
filter-event-years = Year of an event
filter-legend-birth = Year of birth
filter-legend-event = What happened
facet-source = Source
facet-event = Event
facet-measure = Measure
facet-instrument = Order or decree
facet-nationality = Nationality, as written
facet-birth_decade = Decade of birth
facet-event_year = Year of an event
decade = { $first }s

## A record

life-title = What the entry says happened
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

## Sources

sources-title = Sources
sources-lead = Every list is kept as it was received. Each row became a record or is listed as rejected; none is dropped.
sources-none = This archive has no source yet.
source-received = Received
source-format = Read as
source-address = Address
source-id = Identifier
source-counts = Counts
source-rows = Rows read
source-records = Became records
source-rejects = Rejected
source-withheld = Records withheld because the person may be living
source-issues = Values kept as written that could not be understood
source-sum = { $rows } = { $records } + { $rejects }
source-files = Files as received
source-file = File
source-bytes = Bytes
source-encoding = Encoding
source-sha = SHA-256
source-rejects-title = Rejected rows
source-rejects-lead = The rows themselves are not shown, since they may name living people. They are kept with the archive.
source-rejects-first = { $n ->
    [one] The first row of them is listed.
   *[other] The first { $n } of them are listed.
}
source-rejects-none = No row was rejected.
source-whole-row = the whole row
source-search = Search in this source
reject-field = Field
reject-reason = What was expected
source-line = { $n ->
    [one] { $n } record
   *[other] { $n } records
}
source-withheld-short = { $n ->
    [one] { $n } withheld
   *[other] { $n } withheld
}

## About

about-title = About this archive
about-what-title = What it is
about-what-text = This archive gathers lists of people who were arrested, shot, exiled, deported or deprived of their rights in the Soviet Union, and of their relatives. It judges nobody. It says what the sources say, and where they say it.
about-method-title = How it is made
about-method-verbatim = Word for word. Each entry is kept exactly as its source has it, beside the fields read from it, with the file, line and byte where it begins.
about-method-nothing-lost = Nothing is lost. Rows read equal records plus rejected rows, for every source; what could not be read is listed with the reason.
about-method-statements = Statements with sources. Two sources that disagree give two statements. Neither is corrected away.
about-method-dates = Dates are never completed by guessing. A missing day stays missing: beside a date as written stands what it may mean, in the notation EDTF.
about-method-records = A record is not a person. It is one entry of one list; the same person may stand in several, and two people of the same name are two.
about-method-spelling = Similar spellings are offered, and marked as such. They are suggestions, not findings.
about-words-title = Words of the persecutors
about-words-text = Articles of law, sentences and social labels were chosen by those who carried out the persecution. They are shown in quotation marks, as quotations, because they are part of what was done. They are not our description of anyone.
about-privacy-title = The living
about-privacy-rule = Whoever may be living is not shown: anyone born less than a hundred years ago or at an unknown time, with no death recorded, unless they were grown up in an event more than 85 years ago. In their place stands an empty page with a link to the source.
about-privacy-fields = There is no field for telephone, e-mail, identity number or present address, and what is withheld is not in the index that this site can open.
about-privacy-logs = This site keeps no log of visits or searches, runs no script, loads nothing from other sites, and sets no cookie but the one for your language.
about-privacy-withdrawal = An entry can be withdrawn. Write to those who run this archive and name the address of the page.
about-cite-title = How to cite
about-cite-text = Cite the source first, then this archive: the title of the source, the identifier of the record, the name of the archive and the number of the build. Each record has these at its end.
about-cite-example = This is build { $build } of { $archive }.
about-codex-title = The codex
about-codex-text = Beside the records stands the codex: the laws, decrees and orders of the time, the campaigns and bodies, the limits, published estimates, a glossary, and where to ask for a file. It is the same in every archive, and it names no persecuted person.

## Errors

error-404-title = There is no such page
error-404-text = The address may be mistyped, or the entry may have been taken back.
error-500-title = The archive cannot answer now
error-500-text = Something failed on our side. Nothing is lost; try again in a moment.
error-home = To the home page

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
event-execution = Execution
event-death = Death
event-burial = Burial
event-rehabilitation = Rehabilitation
event-other = Other event

## Measures

measure-execution = Death sentence
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

## Codex

codex-title = Codex: decrees, orders and campaigns
codex-lead = Which laws, decrees and secret orders were in force, from when to when, whom they concerned and what they did. Each statement has its source; where sources disagree, every value stands.
codex-parts = Parts of the codex
codex-more = Codex, figures and advice
codex-chart-title = When instruments were in force, by campaign
codex-chart-text = A bar for each instrument along the years 1918 to 1956, under the first campaign that rested on it. The list below says the same in words.
codex-chart-later = Laws made after 1956 stand in the list only.
codex-no-campaign = Instruments that belong to no campaign of the codex
codex-above = (see above)
codex-cite-name = Synodik, codex
nav-codex = Codex
nav-institutions = Bodies and camps
nav-limits = Limits of order 00447
nav-estimates = Published estimates
nav-glossary = Glossary
nav-archives = Where to ask
chart-key = Filled bar: in force. Outlined bar: suspended, or repealed in part. Dashed bar: the date is not exact, or no end is recorded. Arrow: it goes on.
chart-key-life = Filled bar: in force. Outlined bar: suspended, or repealed in part. Dashed bar: the date is not exact, or no end is recorded. Arrow: it goes on. Numbered dots are the steps of the list; a hollow dot with a question mark is a date that only other sources give.
chart-key-heads = First bar: the body itself. Below it: those who led it. A dashed bar means that the date is not exact.
chart-key-ranges = Dot: the value named or preferred. Line with two ends: the range. A diamond is the count of this archive.
notes-title = Sources
notes-label = Sources:
certainty-title = On certainty
certainty-text = This page describes orders and measures; it does not justify them. Words of those who gave and carried out the orders stand in quotation marks when their text was seen; otherwise they are marked as paraphrase and must not be quoted.
certainty-words = Certain: read in a source and in accord with the others. Fairly certain: read in one secondary source, or in part. General knowledge: no source was opened. Doubtful: verify before use. Disputed: sources conflict.
certainty-on-pages = Each page says how certain its statements are and where they come from.
certainty-label = How certain
certainty-high = certain
certainty-medium = fairly certain
certainty-general-knowledge = general knowledge
certainty-low = doubtful
certainty-disputed = disputed
checked-read-in-full = read in full
checked-excerpt-read = read in part
checked-not-opened = not opened
stage-adopted = adopted
stage-entered_into_force = entered into force
stage-amended = amended
stage-suspended = suspended
stage-repealed_in_part = repealed in part
stage-repealed = repealed
stage-superseded = superseded
stage-lapsed = lapsed
stage-ended = ended
force-line = in force: { $start }; end: { $end } ({ $ending })
force-no-end = from: { $start }; no end is recorded
life-other-date = other sources: { $date }
life-chart-title = Course of: { $title }
life-chart-heading = From adoption to end
remarks = Remarks

## Instruments

instrument-issuer = Issued by
instrument-signatory = Signed by
instrument-scope = For whom and where
instrument-reference = Where the text is
instrument-campaigns = Campaigns that rested on it
instrument-records = Records of this archive
instrument-n-records = { $n ->
    [one] { $n } record set beside this instrument
   *[other] { $n } records set beside this instrument
}
instrument-records-first = The first of them, in the order of the archive:
instrument-records-note = A record beside an instrument does not prove that the instrument was applied; the record page gives the reason.
provisions-title = Whom it concerned, and how
provisions-lead = By the relation to the person against whom the measure was first directed.
provision-whom = Whom, and when
provision-what = What was done, by whom
provision-words = Words of the text, certainty
provision-from = From
provision-until = Until
provision-no-end = no end is recorded
provision-term = Years
provision-body = Decided by
provision-paraphrase = paraphrase, not a quotation
term-exact = { $years }
term-range = { $min } to { $max }
term-least = at least { $years }
term-most = at most { $years }
conflicts-title = Where sources disagree
conflicts-lead = All values are kept; none is silently preferred.

## As of a day

moment-form = What was in force on a day
moment-at = Day
moment-relation = Whom it concerned
moment-since = What had changed since
moment-hint = Write days as 1937-09-01 or 01.09.1937.
moment-example = Example: wives, 1 September 1937
moment-button = Show
moment-title = In force on { $day }
moment-changes = What changed after { $since }, up to { $at }
moment-n-provisions = { $n ->
    [one] { $n } provision
   *[other] { $n } provisions
}
moment-empty = The codex has nothing that was in force on this day for this relation. That does not mean that nothing was done: the codex is not complete.
moment-no-change = The codex records no change between these days.
moment-back = All instruments
moment-error-date = { $field }: write a day that exists, as 1937-09-01 or 01.09.1937.
moment-error-missing = { $field }: name the day you ask about.
moment-error-unknown = { $field }: there is no such word.
moment-error-order = { $field }: this day must be earlier than the day asked about.
moment-error-address = The address of this page is damaged. Ask anew.
held-certain = in force
held-start-approximate = perhaps in force: its start is known only as { $date }
held-end-approximate = perhaps in force: its end is known only as { $date }
held-end-disputed = perhaps in force: sources disagree on the end; others give { $date }
held-end-disputed-elsewhere = in force; sources disagree on the end (others give { $date }), which changes nothing for this day
held-no-end = in force as far as is known: no end is recorded

## Campaigns

campaign-targets = Directed against
campaign-instruments = Instruments it rested on
campaign-no-instrument = The codex names no instrument of its own for it.
campaign-figures = Published figures
campaign-figures-lead = Figures that disagree stand side by side.
campaign-kin = What is known of relatives
campaign-chart-title = { $name }: the campaign and its instruments
figure-what = What is counted
figure-value = Figure
figure-by = Who gives it
figure-arrested = arrested
figure-children = children
figure-convicted = convicted
figure-deaths = deaths
figure-deported = deported
figure-executed = executed
figure-families = families
figure-planned = planned
figure-registered = registered

## Institutions

institutions-title = Bodies, courts and places of detention
institutions-lead = Who decided, who carried it out, where people were held, and who was in charge when.
institution-kind-security-service = Security services
institution-kind-extrajudicial-body = Bodies that sentenced without a court
institution-kind-court = Courts
institution-kind-camp-administration = Administrations of camps and settlements
institution-kind-camp = Camps
institution-kind-child-institution = Children’s institutions
institution-what = What it was
institution-start = On its start
institution-end = On its end
institution-successor = Followed by
institution-instruments = Instruments under which it decided
heads-title = Who was in charge
heads-chart-title = { $name }: who was in charge, and when
head-name = Name
head-from = From
head-to = To

## Limits

limits-title = Limits of order 00447 by region
limits-lead = NKVD order 00447 of 30 July 1937 set in advance how many people each region was to sentence. Each number stands for people.
limits-words = “First category” was the order’s word for people to be shot, “second category” for people to be sent to camp or prison for 8 to 10 years. The limits were raised many times; the documented increases are listed, and the list is not complete.
limits-instrument = The order itself
limits-csv = This table as CSV
limits-coverage = It covers only the lists loaded here: a small number does not mean that few were sentenced. An entry of a list is no person: several may speak of one. People who may be living are left out. A sentence is counted for the order when its date and body accord with it, also when the entry does not name the order.
limits-sums = Sums
limits-of = Of
limits-first = “First”: shot
limits-second = “Second”: camp
limits-total = Together
limits-sum = Sum
limits-region = Region
limits-archive = In this archive
limits-key = In the drawings the filled part of a bar is the “first category”, the outlined part the “second”. All drawings have the same scale.
limits-key-archive = The thin bar beneath counts this archive in the same way: filled for the “first category”, outlined for the others.
coverage-title = What this archive counts of it
coverage-counted = This archive counts { $all } sentences for the order: { $first } of the “first category”, { $second } of the “second”, { $unknown } that do not say which.
coverage-without-region = { $all } of them name no region of the order ({ $first } of the “first category”, { $second } of the “second”, { $unknown } that do not say which).
coverage-regions = The region is read from the words of the entry: first of the body that sentenced, then of the place, of the burial after an execution, then of the residence. The words stand in data/places/limit_regions.tsv; a region that was divided later is found by the centres of the new ones.
coverage-of = Of what
coverage-known = Known number
coverage-share = Share counted here
coverage-limits = Limits as first set, both categories
coverage-tiny = less than 0.1 %
limits-chart-title = Limits: { $group }
limits-chart-text = A bar for each region: its filled part is the “first category”, its outlined part the “second”. The table below gives the same in numbers.
limit-group-union-republic = Union republics
limit-group-rsfsr-assr = RSFSR: autonomous republics
limit-group-rsfsr-krai = RSFSR: krais
limit-group-rsfsr-oblast = RSFSR: oblasts
limit-group-ukrainian-ssr = Ukrainian SSR
limit-group-kazakh-ssr = Kazakh SSR
limit-group-nkvd-camps = NKVD camps
limit-sum-rsfsr-all = RSFSR
limit-sum-all-without-camps = All regions
limit-sum-all = All, with the camps
increases-page-title = Increases of the limits, and sums checked
increases-page-lead = How the limits of order 00447 were raised after July 1937, as far as documents are known, and how published sums compare with its table.
increases-title = Documented increases
increases-lead = Decisions and requests that are known. Many more were made by telegram and telephone.
increase-amount = How many more
increase-decision = Decision
increase-decided = decided
increase-request = asked for; not known to be granted
increase-summary = summary
increase-total = +{ $n }, not split
increase-first = +{ $n } to be shot
increase-second = +{ $n } to camps
checks-title = Published sums compared with the table
checks-lead = What others have written about the sums, and what the rows of the table give.
check-claim = Published
check-computed = By the table
check-result = Comparison

months-title = Order 00447 by month in this archive
months-lead = How many sentences this archive counts for order 00447 in each month and each region, and how many executions of the same months it cannot set beside the order.
months-table = By month of the decision
months-words = A sentence counts when its date and body accord with the order. It stands in the month of the decision; those dated to a year only stand in no month.
months-unknown = Measure not stated
months-open = Executions without body and article
months-regions = By region
months-no-region = No region named
months-empty = No entry of this archive that is shown can be counted here.
months-open-title = Why an execution without a body is not counted
months-open-words = In those months troikas, the “two”, military tribunals and the Military Collegium of the Supreme Court all sentenced to death. An entry that gives only the day of an execution does not say which of them decided. The order was in force; whether it was behind this death, the entry leaves open, and it is not counted for it.

## Executions

executions-open = { $n ->
    [one] { $n } execution falls into the months of order 00447 and names neither body nor article.
   *[other] { $n } executions fall into the months of order 00447 and name neither body nor article.
}
executions-title = Executions by month in this archive
executions-lead = How many executions the entries of this archive date to each month, beside the operations of 1937 and 1938. Each number stands for people.
executions-covers = { $n ->
    [one] Counted is { $n } execution that an entry shown here dates to a month or a day.
   *[other] Counted are { $n } executions that entries shown here date to a month or a day.
} They are entries, not persons: two lists may speak of one person. Only the lists loaded here are covered; people who may be living are left out.
executions-year-only = { $n ->
    [one] { $n } more is dated to a year only and stands in no month.
   *[other] { $n } more are dated to a year only and stand in no month.
}
executions-empty = No entry of this archive dates an execution to a month.
executions-search = Entries with an execution
executions-link = Executions by month in this archive, beside this operation
executions-chart-title = Executions by month
executions-chart-text = The highest bar of { $first } to { $last } is { $month }: { $n }. The table below gives every month.
executions-key = Each filled bar is a month. The pale bands, with an outlined bar at their head, are the times of the operations as the codex gives them.
executions-around = Before, during and after order 00447
executions-months = Months
executions-counted = Executions
executions-table = Every month in numbers
executions-month = Month
executions-other-years = Other years:
executions-operations = The operations drawn
executions-operations-note = That an execution falls into the time of an operation does not say that it was part of it: courts and boards sentenced to death in the same months. A list that covers one place or time shows that place or time only.

## Estimates

estimates-chart-text = { $n } estimates, the highest number { $most }. A dot is a number, a line a range; the table below gives each in words.
estimates-title = Published estimates
estimates-lead = How many? Historians, archives and officials have given different numbers for different things. They stand here side by side, with who, when, how and what was counted.
estimates-units = Compare only what counts the same thing: an arrest is not a sentence, a sentence is not a death, and one person may have been arrested more than once.
estimates-archive = This archive
estimates-archive-what = what it covers
estimates-archive-note = Beside the estimates stands what this archive counts, where its entries state such an event. That is no estimate. For deaths, prisoners on a day, relatives and shares nothing is counted: entries of lists do not tell them.
estimates-archive-of = { $event }, { $first }–{ $last }
estimates-archive-covers = Entries of the lists loaded here with such an event dated to these years: entries, not persons, for several may speak of one person. Events without a year are not counted, nor are people who may be living.
estimates-group-great-terror = The Great Terror, 1937–1938
estimates-group-camps = Camps
estimates-group-deportations = Deportations
estimates-group-famine = Famine
estimates-group-kin = Relatives
estimates-group-rights = Deprivation of rights
estimates-group-stalin-era = The whole period
unit-arrests = Arrests
unit-children = Children
unit-convictions = Convictions
unit-death_sentences = Death sentences
unit-deaths = Deaths
unit-executions = Executions
unit-persons_arrested_or_convicted = People arrested or convicted
unit-persons_deported = People deported
unit-persons_imprisoned = People imprisoned
unit-prisoners_on_a_day = Prisoners on one day
unit-share = Share
estimate-who = Who, when
estimate-amount = How many, of what
estimate-method = How, how certain
amount-least = at least { $n }
amount-most = at most { $n }
amount-preferred = { $range }, preferred: { $n }
amount-none = no number

## Glossary

glossary-title = Glossary
glossary-lead = What abbreviations and words of the sources stand for.
glossary-words = Many are words of those who carried out the persecution. They stand in quotation marks: they are explained, not taken over.
glossary-groups = Groups of terms
verbatim-terms = Underlined abbreviations and words lead to the glossary.
term-category-body = Bodies
term-category-camp = Camps
term-category-charge = Articles and charges
term-category-file = Files and papers
term-category-procedure = Procedure
term-category-sentence = Sentences
term-category-settlement = Exile and settlement
term-category-slang = Spoken words
term-category-status = Labels put on people

## Where to ask

archives-title = Where to ask for a file
archives-lead = Which archive may hold the file of a person, who may read it, and what a relative is asked to show.
archives-rules = Rules change. Each entry says when its rule was last verified in a source, or that nobody has done so; ask the archive before you travel.
archive-holdings = What it holds
archive-access = Who may read it
archive-needs = What to show
archive-warning = Beware
archive-fonds = Fonds
archive-verified = The rule was verified on { $day }, in a source that bears no date; ask the archive for its rules of today.
archive-verified-dated = The rule was verified on { $day }, in a source of { $source }; ask the archive for its rules of today.
archive-unverified = Not verified: nobody has read a source of this rule. Ask the archive.
country-BY = Belarus
country-EE = Estonia
country-INT = International
country-KZ = Kazakhstan
country-LT = Lithuania
country-LV = Latvia
country-PL = Poland
country-RU = Russia
country-UA = Ukraine
country-US = United States

## The codex beside a record

decrees-title = Orders that may have covered this
decrees-note = Provisions then in force, set beside what the entry says. Several may fit; none is forced. The entry itself seldom names one.
decrees-named = Named in the entry.
decrees-consistent = Consistent with the entry.
decrees-differs = In force or named, but the entry differs.
decrees-no-date = The entry gives no readable date.
decrees-partly = Only a part of the days the entry allows lies in its time.
decrees-no-body = The entry does not say who decided.
decrees-no-category = The entry does not say which category, on which this provision turned.
decrees-term-within = The stated term of { $years } years lies within that of the provision: { $term }.
decrees-more = { $n ->
    [one] and { $n } more that is less likely
   *[other] and { $n } more that are less likely
}
ask-title = Where to ask for the file
ask-note = Archives that may hold papers about these events.
ask-all = All archives
ask-needs = What to bring

## How many no list names, and how sure a count is

mse-title = How many does no list name?
mse-lead = No list is complete. Where several lists name the same people, their overlap says something about those whom none names. This page shows how, on a town that never was; every number is computed as the page is made.
mse-idea-title = The idea, with two lists
mse-idea-text = List A names { $a } people, list B { $b }. Of those on B, { $both } are on A too: { $percent } %. If A caught the same share of everybody, then its { $a } people are { $percent } % of all, and all are about { $all }.
mse-idea-but = That is right only if to stand on one list made it neither likelier nor less likely to stand on the other. Lists that draw on one another overlap too much, and the number is too low; lists that avoid one another, such as those shot and those exiled later, overlap too little, and it is too high. With three lists or more such dependence can be seen and allowed for, in part.
mse-town-title = Three lists of an invented town
mse-town-text = A is a newspaper, B the card file of a camp, C a book of memory. Each line counts the people who stand on the lists with a plus and on no other. The last line is asked for.
mse-list-a = A
mse-list-b = B
mse-list-c = C
mse-people = People
mse-town-sum = { $n ->
    [one] { $n } person stands on at least one list.
   *[other] { $n } people stand on at least one list.
}
mse-chart-title = What different assumptions give
mse-chart-text = For each assumption a dot for the estimate, a line for its interval of 95 %, a diamond for the people on the lists. The table below gives the numbers.
mse-chart-key = Dot: estimate. Line: 95 % interval. Diamond: people on the lists.
mse-methods-text = The same table, read under different assumptions. None of them can be proved from the table.
mse-method = What is assumed
mse-method-two = A and B alone
mse-method-independent = three lists, none knows another
mse-method-pair = A and B know one another
mse-method-all-pairs = any two may know one another
mse-method-average = average of all models
mse-method-bound = lower bound, unequal chances
mse-estimate = All people
mse-interval = 95 % interval
mse-aic = AIC (less fits better)
mse-choice-text = The criterion weighs how well a model fits against how much it assumes. Where models that fit alike give different numbers, the average says so by a wide interval. A narrow interval under one model says how sure the number is if that model is true, and nothing more.
mse-assumptions-title = What is taken for granted
mse-assumptions-text = Every estimate stands with these, and so should every sentence that quotes one.
mse-where-it-fails = Where it fails:
mse-links-title = From an archive
mse-links-text = Which entries are of one person is not certain either. From an archive the table is counted under several sampled ways of saying so, and the interval holds that doubt.
mse-refusal-text = Where a list overlaps with no other, or the table leaves the number open, no number is given, and the answer says which assumption fails.

uncertainty-title = Entries, persons, and how sure
uncertainty-lead = A list has entries. One person may have several, in one list or in many. So there are three numbers, and they say different things.
uncertainty-three-title = Three numbers
uncertainty-entries = Entries: what the lists say, line by line. Whoever stands in two lists is counted twice.
uncertainty-persons = Persons: entries held to be of one person counted once. Some of these judgements are wrong.
uncertainty-interval = Median and 95 % interval: the same count under many sampled ways of dividing the entries into persons, each as likely as the evidence allows.
uncertainty-limits = The interval holds the doubt about entries that were compared, and the doubt about the model that weighs the evidence: as large as its errors were on invented lists of known people. There it held the true number in 100 of 100 lists; the persons counted were about 3 % too many. On a list of another kind the error may be greater. Wrong entries are not in it.
uncertainty-all = This archive
uncertainty-by-source = By source
uncertainty-by-year = By year: { $event }
uncertainty-head-entries = Entries
uncertainty-head-persons = Persons
uncertainty-head-median = Median
uncertainty-head-interval = 95 % interval
uncertainty-chart-text = For each line a dot for the median, a line for the 95 % interval, a diamond for the entries. The table below gives the numbers.
uncertainty-key = Dot: median of persons. Line: 95 % interval. Diamond: entries. A person stands in every line that fits, so lines need not add up. Events that lie in no single year are not counted by year.
uncertainty-partitions = { $n ->
    [one] { $n } partition was sampled.
   *[other] { $n } partitions were sampled.
}
uncertainty-withheld = { $n ->
    [0] No entry is withheld.
    [one] { $n } entry is withheld for somebody who may be living; it is counted nowhere here.
   *[other] { $n } entries are withheld for people who may be living; they are counted nowhere here.
}
uncertainty-none = The build shown was made before persons were counted.

## Families in numbers

families-title = Families in numbers
families-lead = The family was punished together. These figures say, for the archive shown here, how many relatives were punished because of one person, and how sure that is.
families-counted = What was counted
families-families = Families
families-persons = Persons in them
families-with-case = Families in which a measure fell on somebody because of another
families-limits = Most lists name no relatives. Whoever had a family that no list mentions is in none of these figures, so they say nothing about how often families were spared.
families-what-counts = A measure counts if an entry says that it fell because of kin, if the family was entered as a household under its head, or if the order of events and a decree make it more likely than not.
families-interval = The interval holds the chance in which families came into the lists, and the doubt about which entries are of one person.
families-living = Of relatives who may be living there is a number and no sex, name or place.
families-multiplier = Relatives punished for each person
families-head-each = For each
families-head-kin = Relatives
families-head-whom = Persons because of whom
families-too-few = too few families
families-csv = All figures as CSV
families-by-year = By year of what came first
families-by-source = By source
families-by-relation = By what the relatives were
families-by-sex = By sex of the relatives
families-by-measure = By what happened to the relatives
families-by-instrument = By order or decree that may have covered it
families-unknown = not known
families-sex-female = female
families-sex-male = male
families-sex-unknown = not known, or may be living
families-chart-text = For each line a dot for the relatives counted for one person and a line for the 95 % interval. The table below gives the numbers.
families-measures = What happened to whom
families-measures-text = Relatives, by what they were to the person because of whom. Somebody on whom several measures fell stands in each column.
families-no-case = No entry of this archive says, and no order of events makes it likely, that anybody was punished because of a relative.
families-sizes = How large the families are
families-and-larger = { $n } and more
families-none = No family is known in this archive, or the build shown was made before families were read.

## Families

family-title = Family of { $name }
family-untitled = A family
family-lead = { $n ->
    [one] One person is known of this family.
   *[other] { $n } people belong together, by what the entries say or by what follows from them.
}
family-tree = The family
family-tree-note = One row is one generation. Each name leads to the list below, which says the same in words.
family-tree-probable = A dashed line is a tie that no entry states: it is only probable, and the line says how probable.
family-implied = Parents of the same child
family-loose = Whose they were is not known
family-members = The same in words
family-inherited = surname taken from the relative named
family-place = { $relation } ({ $name })
family-living = may be living
family-no-name = no name written
family-unnamed = { $n ->
    [one] without a name
   *[other] { $n } without a name
}
family-several = number not given
family-undated = not dated
family-cases = Who was punished because of whom
family-cases-note = Where an entry says it, its words are quoted. Where none does, it is inferred from the order of events and from the orders then in force, and marked so.
family-because-of = because of
family-case-stated = Stated: an entry says so.
family-case-inferred = Inferred, no entry says so. Probability: { $p }.
family-same-day = on the same day
family-days-after = { $n ->
    [one] one day after
   *[other] { $n } days after
}
family-days-between = between { $least } and { $most } days after
family-days-at-most = { $n ->
    [one] at most one day after
   *[other] at most { $n } days after
}
family-time = One time for all
family-time-title = The lives of the family along one axis of years
family-time-note = Years in which something happened are drawn wider than the others. A dashed line covers the days that a date may mean. All of it stands in the table below.
family-bands = Orders in force, drawn behind the lives:
family-in-force = in force from { $first } to { $last }
family-in-force-open = in force from { $first }; no end is recorded
family-table = The same as a table
family-when = When
family-who = Who
family-what = What
family-entry = Entry
family-evidence = How the ties are known
family-stated = Stated by an entry
family-inferred = Inferred, stated by no entry
family-inferred-note = What speaks for each tie, the weightiest first. It may be wrong.
family-against = against it:
family-derived = Following from the ties above
family-derived-note = A sister of the father is an aunt: nobody need have written it. Each is as sure as what it follows from.
family-derived-more = { $n ->
    [one] and one more that follows
   *[other] and { $n } more that follow
}
family-no-ties = No entry says who was whose.
family-contradictions = What cannot all be true
family-contradictions-note = The entries disagree, or the ages do not allow it. Nothing is decided here.
family-entries = The entries
family-unknown = What we do not know
family-unknown-unnamed = { $n ->
    [one] One relative is mentioned without a name.
   *[other] { $n } relatives are mentioned without a name.
}
family-unknown-number = How many they were, no entry says: { $names }.
family-unknown-name = No name is written: { $names }.
family-unknown-fate = No entry tells what became of them: { $names }.
family-unknown-end = How or when their lives ended, no entry tells: { $names }.
family-unknown-birth = When they were born, no entry tells: { $names }.
family-unknown-date = Something that happened to them is not dated: { $names }.
family-unknown-living = { $n ->
    [one] One member may be living. Only the place in the family is shown.
   *[other] { $n } members may be living. Only their places in the family are shown.
}
family-left-out = { $n ->
    [one] One more member is left out, for the family is too large for one page.
   *[other] { $n } more members are left out, for the family is too large for one page.
}
family-and-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
relatives-title = Relatives
relatives-more = { $n ->
    [one] and one more relative
   *[other] and { $n } more relatives
}
relatives-because-of = Because of a relative
relatives-led-to = Led to
relatives-family = The whole family: tree, time and evidence
tie-stated = stated
tie-derived = follows from other ties
tie-inferred = inferred

## Kinship

kin-adopted_child = adopted child
kin-adopted_son = adopted son
kin-adopted_daughter = adopted daughter
kin-adopted_grandchild = adopted grandchild
kin-adopted_grandson = adopted grandson
kin-adopted_granddaughter = adopted granddaughter
kin-adoptive_parent = adoptive parent
kin-adoptive_father = adoptive father
kin-adoptive_mother = adoptive mother
kin-child = child
kin-son = son
kin-daughter = daughter
kin-child_in_law = child’s spouse
kin-son_in_law = son-in-law
kin-daughter_in_law = daughter-in-law
kin-co_parent_in_law = parent of the child’s spouse
kin-co_father_in_law = father of the child’s spouse
kin-co_mother_in_law = mother of the child’s spouse
kin-cousin = cousin
kin-male_cousin = cousin
kin-female_cousin = cousin
kin-dependant = dependant
kin-employer = employer
kin-family_member = member of the family
kin-former_spouse = former spouse
kin-former_husband = former husband
kin-former_wife = former wife
kin-foster_child = foster child
kin-foster_son = foster son
kin-foster_daughter = foster daughter
kin-foster_grandchild = foster grandchild
kin-foster_grandson = foster grandson
kin-foster_granddaughter = foster granddaughter
kin-foster_parent = foster parent
kin-foster_father = foster father
kin-foster_mother = foster mother
kin-foster_sibling = foster sibling
kin-foster_brother = foster brother
kin-foster_sister = foster sister
kin-grandchild = grandchild
kin-grandson = grandson
kin-granddaughter = granddaughter
kin-grandchild_in_law = grandchild-in-law
kin-grandson_in_law = grandson-in-law
kin-granddaughter_in_law = granddaughter-in-law
kin-grandparent = grandparent
kin-grandfather = grandfather
kin-grandmother = grandmother
kin-grandparent_in_law = grandparent-in-law
kin-grandfather_in_law = grandfather-in-law
kin-grandmother_in_law = grandmother-in-law
kin-great_grandchild = great-grandchild
kin-great_grandson = great-grandson
kin-great_granddaughter = great-granddaughter
kin-great_grandparent = great-grandparent
kin-great_grandfather = great-grandfather
kin-great_grandmother = great-grandmother
kin-great_uncle_or_aunt = great-uncle or aunt
kin-great_uncle = great-uncle
kin-great_aunt = great-aunt
kin-half_sibling = half-sibling
kin-half_brother = half-brother
kin-half_sister = half-sister
kin-housemate = in the same household
kin-nephew_or_niece = nephew or niece
kin-nephew = nephew
kin-niece = niece
kin-nephew_or_niece_by_marriage = nephew or niece by marriage
kin-nephew_by_marriage = nephew by marriage
kin-niece_by_marriage = niece by marriage
kin-great_nephew_or_niece = great-nephew or niece
kin-great_nephew = great-nephew
kin-great_niece = great-niece
kin-parent = parent
kin-father = father
kin-mother = mother
kin-parent_in_law = parent-in-law
kin-father_in_law = father-in-law
kin-mother_in_law = mother-in-law
kin-partner = partner
kin-male_partner = partner
kin-female_partner = partner
kin-relative = relative
kin-male_relative = relative
kin-female_relative = relative
kin-servant = servant
kin-sibling = sibling
kin-brother = brother
kin-sister = sister
kin-sibling_in_law = sibling-in-law
kin-brother_in_law = brother-in-law
kin-sister_in_law = sister-in-law
kin-sibling_of_child_in_law = sibling of the child’s spouse
kin-brother_of_child_in_law = brother of the child’s spouse
kin-sister_of_child_in_law = sister of the child’s spouse
kin-spouse = spouse
kin-husband = husband
kin-wife = wife
kin-step_child = stepchild
kin-step_son = stepson
kin-step_daughter = stepdaughter
kin-step_grandchild = step-grandchild
kin-step_grandson = step-grandson
kin-step_granddaughter = step-granddaughter
kin-step_parent = stepparent
kin-step_father = stepfather
kin-step_mother = stepmother
kin-step_sibling = stepsibling
kin-step_brother = stepbrother
kin-step_sister = stepsister
kin-supporter = supporter
kin-uncle_or_aunt = uncle or aunt
kin-uncle = uncle
kin-aunt = aunt
kin-uncle_or_aunt_by_marriage = uncle or aunt by marriage
kin-uncle_by_marriage = uncle by marriage
kin-aunt_by_marriage = aunt by marriage
