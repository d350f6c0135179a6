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
