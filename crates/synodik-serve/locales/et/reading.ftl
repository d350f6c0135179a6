# Saidi sõnad eesti keeles: avaleht, otsing, isikud, statistika.
# Allikate sõnu siin ei tõlgita: need on näidatud nii, nagu kirjas.

## Avaleht

home-people = { $n ->
    [one] inimene, kelle kirjeteks neid peetakse
   *[other] inimest, kelle kirjeteks neid peetakse
}
home-families = { $n ->
    [one] perekond koos kirjetes nimetatud sugulastega
   *[other] perekonda koos kirjetes nimetatud sugulastega
}
home-places = { $n ->
    [one] koht, iga kirjaviis eraldi
   *[other] kohta, iga kirjaviis eraldi
}
home-way-name = Nimi
home-way-name-text = Ülal olevas väljas, igas kirjapildis, kirillitsas või ladina tähtedega. Iga vastus ütleb, miks ta leiti.
home-way-place = Koht
home-way-place-text = Küla, linn, laager: kes seal sündis, elas, vahistati või maeti
home-way-family = Perekond
home-way-family-text = Otsige ühte neist. Kus perekond on teada, viib vastus kogu perekonnani.
home-way-family-example = Üks perekond, nagu see siin näidatud on
home-way-events = Mis juhtus
home-on-this-day = { $day }. { $month }
home-on-this-day-note = Mida nimekirjad selle aasta päevaga dateerivad inimeste kohta, kelle surm neis märgitud on. Igal aastal on valik teine.

## Otsinguväli

suggest-label = Nimed, mis nii algavad
search-hide = Otsi nii, et sõnad ei jää aadressireale
search-hidden = Selle otsingu sõnu ei ole üheski aadressis ega veebilehitseja ajaloos.

## Tulemused

views-label = Kuidas tulemusi näha
view-list = Loeteluna
view-time = Aastate järgi
view-map = Kaardil
view-statistics = Statistikana
hit-as-typed = Nagu kirjutatud
hit-same-name = Sama nimi teisel kujul
hit-similar = Võimalik
hit-in-part = Osaliselt
hit-family = Perekond
match-kin_name = „{ $found }“ on nimetatud omaste seas
match-kin_sound = „{ $found }” sugulaste seas kõlab nagu „{ $typed }”
hit-kin = Sugulaste seas
results-no-more = Edasi tulemusi ei ole.
time-title = Leitud kirjed sündmuste aasta järgi
time-description = Aastast { $first } aastani { $last }; kõige rohkem aastal { $peak }: { $most }.
time-note = Kirje läheb arvesse igal aastal, mil mõni selle sündmus võis toimuda; iga aasta viib oma kirjeteni.
time-year = Aasta
time-records = Kirjeid
time-none = Ühelgi leitud kirjel ei ole dateeritud sündmust.
export-title = Võta kaasa:
export-cut = Failis on esimesed 1000 kirjet.
export-note = Inimesi, kes võivad elus olla, ei ole üheski failis.

## Mida nimekirjad hõlmavad

coverage-searched = { $n ->
    [one] Läbi vaadatud { $n } nimekiri.
   *[other] Läbi vaadatud { $n } nimekirja.
}
coverage-years = Vahistamised, otsused, asumisele saatmised ja hukkamised on neis dateeritud aastaisse { $first }–{ $last }.
coverage-withheld = { $n ->
    [one] { $n } kirje on varjatud, sest inimene võib elus olla, ja sealt ei otsitud.
   *[other] { $n } kirjet on varjatud, sest inimesed võivad elus olla, ja sealt ei otsitud.
}
coverage-lists = { $n ->
    [one] { $n } nimekiri nimetab kohta
   *[other] { $n } nimekirja nimetavad kohta
}
coverage-place = { $lists } „{ $place }“; need kirjed kõnelevad sündmustest aastail { $first }–{ $last }, seal või mujal.
coverage-place-undated = { $lists } „{ $place }“, dateeritud sündmuseta.
coverage-no-place = Ükski neist ei nimeta kohta „{ $place }“ selles kirjapildis.
coverage-none-after = Ükski neist kirjetest ei kõnele sündmusest pärast { $year }. aastat.
coverage-none-before = Ükski neist kirjetest ei kõnele sündmusest enne { $year }. aastat.
coverage-in-years = { $n ->
    [0] Üheski neist ei ole küsitud aastate sündmusi.
    [one] Küsitud aastate sündmusi on neist { $n } nimekirjas.
   *[other] Küsitud aastate sündmusi on neist { $n } nimekirjas.
}

## Midagi ei leitud

empty-near = Lähedal
empty-names = Selle nime kirjapildid
empty-ask = Kust veel küsida
variant-without = Ilma: „{ $value }“
variant-layout = Teise klaviatuuripaigutusega: „{ $value }”
variant-no-filters = Ilma piiranguteta
variant-years = Sündmused aastail { $value }
variant-birth = Sünniaasta { $value }
variant-found = { $n ->
    [one] { $n } kirje
   *[other] { $n } kirjet
}

## Piirangud

filter-month = Sündmuse kuu
filter-sex = Sugu, nagu märgitud
filter-region = Käsu nr 00447 piirkond
filter-article = Paragrahv koos lõikega
filter-body = Otsuse teinud organ
filter-age = Vanus esimese sündmuse ajal
filter-view = Vaade
sex-female = naised
sex-male = mehed
age-decade = { $first } kuni { $last }
body-dvoika = NKVD ja prokuröri komisjon („dvoika“)
body-troika = Troika
body-special_board = Erinõupidamine
body-military_collegium = Sõjakolleegium
body-tribunal = Sõjatribunal
body-ogpu_collegium = OGPU või Tšekaa kolleegium
body-special_collegium = Kohtu erikolleegium
body-court = Kohus
body-cheka_gpu = Tšekaa, GPU või OGPU, organit ei ole öeldud
body-nkvd_mgb = NKVD või MGB, organit ei ole öeldud

## Statistika

statistics-title = Statistika
statistics-found = { $n ->
    [one] Siin on arvestatud { $n } kirje.
   *[other] Siin on arvestatud { $n } kirjet.
}
statistics-lead = Iga arv viib kirjeteni, mida ta loendab. Mida nimekirjad ei ütle, seda ei oletata: iga tabel ütleb, kui paljudel kirjetel ta põhineb.
statistics-search = Kirjed ise
statistics-by-month = Kuude järgi
statistics-stated = Äratuntavate sõnadega ütleb seda { $with } kirjet { $all } kirjest ({ $share }).
statistics-share = Neist, mis seda ütlevad
statistics-more = { $n ->
    [one] veel { $n }
   *[other] veel { $n }
}
statistics-about = Mis arvud need on
statistics-about-records = Need loendavad kirjeid, mitte inimesi: kes seisab kahes nimekirjas, on loetud kaks korda.
statistics-about-several = Kirje võib minna arvesse mitmel real: kes vahistati ja maha lasti, on loetud mõlemas.
statistics-about-region = Piirkonnad on 1937. aasta käsu nr 00447 omad, niipalju kui kirje sõnad mõnda nimetavad.
statistics-about-living = Inimesi, kes võivad elus olla, ei ole üheski neist arvudest.
months-of-kind = { $kind } kuude järgi
months-description = Kõige rohkem: { $month }, { $most }.
facet-event_in_year = Sündmuse aasta
facet-event_in_month = Sündmuse kuu
facet-body = Otsuse teinud organ
facet-article = Paragrahv koos lõikega
facet-region = Piirkond
facet-sex = Sugu, nagu märgitud
facet-age = Vanus esimese sündmuse ajal

## Isik

life-line-title = Elu aastate järgi
life-line-description = Järjekorras: { $events }.
stations-title = Selle elu kohad
person-forms = Kuidas nimi on kirjutatud
person-verbatim = Kirjed sõna-sõnalt
person-entry = Kirje
person-verbatim-more = { $n ->
    [one] Veel üks kirje seisab oma leheküljel.
   *[other] Veel { $n } kirjet seisavad oma lehekülgedel.
}

## Miks rida tagasi lükati

reject-cells = lahtreid on { $first }, oodati { $second }
reject-no-value = ühelgi rea lahtril ei ole väärtust
reject-page = rida räägib leheküljest, mitte inimesest
reject-no-name = lõik ei alga nimega
reject-no-surname = rida ei alga suurtähtedega perekonnanimega
reject-nothing-stated = märgitud ei ole ei sündi, elu, aadressi, hukkamist ega matmist
reject-gedcom-line = oodati rida, nagu 0 @I1@ INDI
reject-quotation = lahtrit { $first } avav jutumärk ei sulgu { $second } rea jooksul; lugemine jätkub järgmiselt realt
reject-gedcom-size = kirjes on { $first } baiti; üle { $second } KiB tähendab vigast faili
reject-gedcom-nul = kirjes on NUL-märke; fail on selles kohas vigane
reject-gedcom-level = kirje reas { $first } on tase { $second }, mis sinna ei sobi
family-parts = Selle perekonna osad
family-part-tree = Sugupuu
family-part-members = Pereliikmed sõnades
family-part-time = Mis juhtus
family-part-evidence = Alused
