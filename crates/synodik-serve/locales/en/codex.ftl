# Words of the site in English. Every key stands in every language (a test checks it).
# What a source says is never worded here: it is shown as written.

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
codex-language-note = The laws, orders and other entries of the codex stand in English and Russian.
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
executions-lead = How many executions the entries of this archive date to each month, beside the operations of 1937 and 1938. Each number stands for people as the entries tell of them; who stands in two entries, or with two days in one, is counted twice.
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
