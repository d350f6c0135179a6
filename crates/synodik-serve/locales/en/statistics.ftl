# Words of the site in English. Every key stands in every language (a test checks it).
# What a source says is never worded here: it is shown as written.

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
families-living = A relative who may be living is a placeholder: whose kin they are and nothing more, no name, sex, age or place.
families-told = What an entry tells of relatives (a wife shot, a brother exiled) counts as an event of theirs, also where they have no entry of their own.
families-multiplier = Relatives punished for each person
families-head-each = For each
families-head-kin = Relatives
families-head-whom = Persons because of whom
families-too-few = too few to say
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
families-left = Children left without both parents
families-left-text = Both parents arrested, sentenced, exiled or shot, or dead, before the child was 18, and the child not sent away with them. A parent that the lists do not name is not missed here, so these figures are a lower bound for the children counted and say nothing about others.
families-left-children = Children of whom a parent is known
families-left-known = Of them those whose birth and both parents are known
families-left-share = Share
families-left-number = Left
families-left-among = Among
families-left-by-all = In all
families-left-by-year = By year: left among the children of that year
families-left-by-region = By region of 1939
families-left-by-followed = What followed, as far as an entry says it
families-left-unsaid = no entry says
families-sizes = How large the families are
families-sizes-text = People of whom an entry says only how many they were are not counted here.
families-command = Whoever keeps the archive gets these figures, and others, with the program:
families-and-larger = { $n } and more
families-none = No family is known in this archive, or the build shown was made before families were read.
