# Words of the site in English. Every key stands in every language (a test checks it).
# What a source says is never worded here: it is shown as written.

## Results

search-title = Search
results-title = “{ $query }”
results-heading = Results
results-exact = { $n ->
    [0] None found as typed
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
match-place-where = “{ $found }”: { $place }
match-place-event = place of an event
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
