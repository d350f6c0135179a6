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
    [one] entry shown
   *[other] entries shown
}
home-sources = { $n ->
    [one] source
   *[other] sources
}
home-years = years of arrests, sentences, exiles and executions
home-withheld = { $n ->
    [one] entry withheld because the person may be living
   *[other] entries withheld because the people may be living
}
home-examples = Ways in
home-example-years = What happened in 1937 and 1938

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
about-privacy-logs = This site keeps no log of visits or searches, runs no scripts but one that completes names while you type and one that moves the map (search and map work without them), loads nothing from other sites, and sets no cookie but the one for your language.
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
