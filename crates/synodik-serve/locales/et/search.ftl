# Saidi sõnad eesti keeles. Iga võti on olemas igas keeles (seda kontrollib test).
# Allikate sõnu siin ei tõlgita: need on näidatud nii, nagu kirjas.

## Tulemused

search-title = Otsing
results-title = „{ $query }“
results-heading = Leitud
results-exact = { $n ->
    [0] Täpselt nii, nagu kirjutatud, ei leitud ühtegi
    [one] { $n } kirje leitud nii, nagu kirjutatud
   *[other] { $n } kirjet leitud nii, nagu kirjutatud
}
results-similar = { $n ->
    [0] teise kuju või kirjapildiga ei ole
    [one] { $n } teise kuju või kirjapildiga
   *[other] { $n } teise kuju või kirjapildiga
}
results-range = Näidatud { $first } kuni { $last }
results-narrow-link = Täpsusta
results-narrow = Täpsusta
results-more = { $n ->
    [one] veel { $n }
   *[other] veel { $n }
}
results-chosen = Valitud
results-remove = Eemalda:
results-clear = Eemalda kõik piirangud
hit-no-name = Nime ei ole märgitud
hit-born = snd
hit-more-events = { $n ->
    [one] ja veel { $n } sündmus
   *[other] ja veel { $n } sündmust
}
pages-label = Tulemuste leheküljed
page-earlier = Eelmised
page-later = Järgmised
empty-title = Midagi ei leitud
empty-advice = Mis võib aidata:
empty-advice-fewer = Kirjutage vähem sõnu; kõige parem on alustada ainult perekonnanimest.
empty-advice-spelling = Proovige teist kirjapilti. Kirjutajad panid nimesid kirja kuulmise järgi, võõraid nimesid eriti vabalt.
empty-advice-initials = Paljudes nimekirjades on ainult initsiaalid või ainult sünniaasta.
empty-advice-filters = Eemaldage piirangud: mida allikas ei ütle, selle järgi ei saa ka valida.
empty-advice-absent = See, et inimest siin ei leidu, ei tähenda, et temaga midagi ei juhtunud. Paljud nimekirjad on kadunud, suletud või veel lugemata.
blank-advice = Kirjutage nimi, koht või aasta või valige piirang.
mistakes-title = Sellele küsimusele ei saa vastata
error-number = { $field }: kirjutage aasta numbritega, näiteks 1937.
error-order = { $field }: esimene aasta on viimasest hilisem.
error-long = { $field }: kõige rohkem 200 tähte.
error-unknown = { $field }: sellist valikut ei ole.
error-offset = Sirvida saab ainult esimest 10 000 tulemust. Täpsustage otsingut, et näha teisi.
error-address = Selle lehekülje aadress on vigane. Alustage otsingut uuesti.

## Miks kirje leiti

match-latin_spelling = „{ $found }“ on „{ $typed }“ teises kirjas
match-asked_beginning = „{ $found }“ algab nii: „{ $typed }“
match-initial = „{ $typed }“ on nime „{ $found }“ initsiaal
match-feminine_form = „{ $found }“ on nime „{ $typed }“ naisekuju
match-masculine_form = „{ $found }“ on nime „{ $typed }“ mehekuju
match-plural_form = „{ $found }“ on nime „{ $typed }“ mitmus
match-variant = „{ $found }“ ja „{ $typed }“ on ühe nime kujud
match-declined_form = „{ $typed }“ on „{ $found }“ teises käändes
match-diminutive = „{ $found }“ ja „{ $typed }“: täisnimi ja hellitusnimi
match-other_language = „{ $found }“ on „{ $typed }“ teises keeles
match-related_name = „{ $found }“ seisab sageli nime „{ $typed }“ asemel
match-beginning = „{ $found }“ algab nii: „{ $typed }“
match-same_sound = „{ $found }“ kõlab nagu „{ $typed }“
match-one_error = „{ $found }“: üks täht on teine kui nimes „{ $typed }“
match-as_typed = „{ $found }“ nii, nagu kirjutatud
match-place = „{ $found }“ on kohanimes
match-place-where = „{ $found }”: { $place }
match-place-event = sündmuse koht
match-year = „{ $found }“ on aasta kirjes
match-place_sound = koht „{ $found }“ kõlab nagu „{ $typed }“
match-place_beginning = koht „{ $found }“ algab nii: „{ $typed }“
match-place_one_error = koht „{ $found }“: üks täht on teine kui nimes „{ $typed }“
match-two_errors = „{ $found }“: kaks tähte on teised kui nimes „{ $typed }“
match-missing = „{ $typed }“ ei ole kirjes

## Piirangud

filters-title = Piira otsingut
filters-apply = Otsi nende piirangutega
filter-any = kõik
filter-q = Sõnad
filter-source = Allikas
filter-birth_from = Sünniaasta kõige varem
filter-birth_to = Sünniaasta kõige hiljem
filter-place = Koht
filter-nationality = Rahvus
filter-event = Sündmus
filter-measure = Meede
filter-instrument = Käsk või seadlus
filter-event_from = Sündmuse aasta kõige varem
filter-event_to = Sündmuse aasta kõige hiljem
filter-offset = Koht tulemustes
filter-birth = Sünniaasta
filter-event-years = Sündmuse aasta
filter-legend-birth = Sünniaasta
filter-legend-event = Mis juhtus
facet-source = Allikas
facet-event = Sündmus
facet-measure = Meede
facet-instrument = Käsk või seadlus
facet-nationality = Rahvus, nagu kirjas
facet-birth_decade = Sünnikümnend
facet-event_year = Sündmuse aasta
decade = { $first }. aastad
