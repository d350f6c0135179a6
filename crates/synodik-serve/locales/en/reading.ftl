# Words of the site in English: home, search, persons, statistics.
# What a source says is never worded here: it is shown as written.

## Home

home-people = { $n ->
    [one] person they are held to be of
   *[other] people they are held to be of
}
home-families = { $n ->
    [one] family, with the relatives whom entries name
   *[other] families, with the relatives whom entries name
}
home-places = { $n ->
    [one] place, each spelling by itself
   *[other] places, each spelling by itself
}
home-way-name = A name
home-way-name-text = In the box above, in any spelling, Cyrillic or Latin. Every answer says why it was found.
home-way-place = A place
home-way-place-text = A village, a town, a camp: who was born, lived, was arrested or buried there
home-way-family = A family
home-way-family-text = Search for one of them. Where a family is known, the answer leads to all of it.
home-way-family-example = One family, as it is shown here
home-way-events = What happened
home-on-this-day = On this day, { $day } { $month }
home-on-this-day-note = What the lists date to this day of the year, of people whose death they state. It is another choice every year.

## Search box

suggest-label = Names that begin so
search-hide = Search without leaving the words in the address bar
search-hidden = The words of this search stand in no address and not in the history of your browser.

## Results

views-label = Ways to see the results
view-list = As a list
view-time = By year
view-map = On a map
view-statistics = As statistics
hit-as-typed = As typed
hit-same-name = The same name in another form
hit-similar = Possible
hit-in-part = In part
hit-family = Family
match-kin_name = “{ $found }” is named among the relatives
match-kin_sound = “{ $found }”, named among the relatives, sounds like “{ $typed }”
hit-kin = Among the relatives
results-no-more = There are no results behind this place.
time-title = Records found, by the year of their events
time-description = From { $first } to { $last }; most in { $peak }: { $most }.
time-note = A record counts in every year in which an event of it may have lain; each year leads to its records.
time-year = Year
time-records = Records
time-none = None of the records found has a dated event.
export-title = Take with you:
export-cut = A file has the first 1,000 records.
export-note = People who may be living are in no file.

## What the lists cover

coverage-searched = { $n ->
    [one] Searched { $n } list.
   *[other] Searched { $n } lists.
}
coverage-years = What they date of arrests, sentences, exiles and executions lies between { $first } and { $last }.
coverage-withheld = { $n ->
    [one] { $n } entry is withheld, since the person may be living, and was not searched.
   *[other] { $n } entries are withheld, since the people may be living, and were not searched.
}
coverage-lists = { $n ->
    [one] { $n } list names
   *[other] { $n } lists name
}
coverage-place = { $lists } “{ $place }”; the entries that do tell of events from { $first } to { $last }, there or elsewhere.
coverage-place-undated = { $lists } “{ $place }”, without a dated event.
coverage-no-place = None of them names “{ $place }” in this spelling.
coverage-none-after = None of these entries tells of an event after { $year }.
coverage-none-before = None of these entries tells of an event before { $year }.
coverage-in-years = { $n ->
    [0] None of them has events in the years asked for.
    [one] { $n } of them has events in the years asked for.
   *[other] { $n } of them have events in the years asked for.
}

## Nothing found

empty-near = Near by
empty-names = Spellings of this name
empty-ask = Where else to ask
variant-without = Without “{ $value }”
variant-layout = With the keyboard set to the other letters: “{ $value }”
variant-no-filters = Without restrictions
variant-years = Events of { $value }
variant-birth = Born { $value }
variant-found = { $n ->
    [one] { $n } record
   *[other] { $n } records
}

## Restrictions

filter-month = Month of an event
filter-sex = Sex, as stated
filter-region = Region of order 00447
filter-article = Article, with its part
filter-body = Body that sentenced
filter-age = Age at the first event
filter-view = View
sex-female = women
sex-male = men
age-decade = { $first } to { $last }
body-dvoika = Commission of the NKVD and the Prosecutor
body-troika = Troika
body-special_board = Special Board
body-military_collegium = Military Collegium
body-tribunal = Military tribunal
body-ogpu_collegium = Collegium of the OGPU or Cheka
body-special_collegium = Special collegium of a court
body-court = Court
body-cheka_gpu = Cheka, GPU or OGPU, not told which body
body-nkvd_mgb = NKVD or MGB, not told which body

## Statistics

statistics-title = Statistics
statistics-found = { $n ->
    [one] { $n } record is counted here.
   *[other] { $n } records are counted here.
}
statistics-lead = Every figure leads to the records that it counts. What lists do not say is not guessed: each table says how many records it rests on.
statistics-search = The records themselves
statistics-by-month = By month
statistics-stated = { $with } of { $all } records say it in words that are recognised ({ $share }).
statistics-share = Of those that say it
statistics-more = { $n ->
    [one] { $n } more
   *[other] { $n } more
}
statistics-about = What these figures are
statistics-about-records = They count records, not people: a person who stands in two lists counts twice.
statistics-about-several = A record may count under several values: who was arrested and shot counts in both rows.
statistics-about-region = Regions are those of order 00447 of 1937, as far as the words of an entry name one.
statistics-about-living = People who may be living are in none of these figures.
months-of-kind = { $kind }, by month
months-description = Most in { $month }: { $most }.
facet-event_in_year = Year of an event
facet-event_in_month = Month of an event
facet-body = Body that sentenced
facet-article = Article, with its part
facet-region = Region
facet-sex = Sex, as stated
facet-age = Age at the first event

## A life

life-line-title = A life, by the years
life-line-description = In order: { $events }.
stations-title = Places of this life
person-forms = How the name is written
person-verbatim = The entries, word for word
person-entry = Entry
person-verbatim-more = { $n ->
    [one] One more entry stands on its own page.
   *[other] { $n } more entries stand on their own pages.
}

## Rejected rows

reject-cells = { $first } cells where { $second } were expected
reject-no-value = no cell of the row has a value
reject-page = the row is about a page and not about a person
reject-no-name = the paragraph does not start with a name
reject-no-surname = the line does not start with a surname in capitals
reject-nothing-stated = neither birth, life, address, execution nor burial is stated
reject-gedcom-line = expected a line such as 0 @I1@ INDI
reject-quotation = the quotation mark that opens cell { $first } is not closed within { $second } lines; reading goes on at the next line
reject-gedcom-size = the entry has { $first } bytes, and more than { $second } KiB is a damaged file
reject-gedcom-nul = the entry holds NUL characters; the file is damaged there
reject-gedcom-level = line { $first } of the entry has level { $second }, which does not go there

## A large family

family-parts = Parts of this family
family-part-tree = Tree
family-part-members = Members in words
family-part-time = What happened
family-part-evidence = Reasons
