# Kohad ja kaart.
places-title = Kohad
places-lead = { $n ->
    [one] Selle arhiivi kirjetes on nimetatud üks koht
   *[other] Selle arhiivi kirjetes on nimetatud { $n } kohta
}
places-note = Loetud on näidatavad kirjed, mis nimetavad seda kohta või mõnd kohta selles, ükskõik mis kirjapildis ja mis nime all. Üksused seisavad seal, kuhu nad täna kuuluvad; koha leheküljel on, mille osa see millal oli. Linnad seisavad oma üksuste lehekülgedel.
places-drawing = Kus koht asub
places-at-seat = Üksus on joonistatud oma keskuse kohale; selle piire programm ei tea.
places-names = Teised nimed
places-names-note = Aastad on need, mil nimi oli ametlik. Nimekirjad kasutavad nimesid ka palju varem ja hiljem.
places-then = Mille osa see oli
places-then-note = Mõne aasta kohta ja üldjoontes: üksused muutsid oma maa-ala sageli ja öeldu käib maa kohta praeguse keskuse ümber.
places-people = { $n ->
    [0] Kirjeid ei ole
    [one] { $n } kirje
   *[other] { $n } kirjet
}
places-before = Eelmised kirjed
places-after = Järgmised kirjed
places-their-map = Nende teekonnad kaardil
places-not-covered = Siin ei ole kirjeid, mille sõnu koha kohta ei saadud lugeda, ega neid, mis nimetavad ainult küla, mida programm ei tea, ilma suurema üksuseta. Inimesi, kes võivad elus olla, ei ole üheski loetelus ega arvus.
places-parts = Kohad selles
places-more = { $n ->
    [one] ja veel üks
   *[other] ja veel { $n }
}
places-near = Lähedal
places-km = { $n } km
places-ground = Kust see on teada
places-position = Asukoht (kraadides, põhjalaius ja idapikkus)
places-source = Asukoha allikas
places-certainty = Kindlus

place-kind-country = Riik
place-kind-republic = Vabariik või autonoomne üksus
place-kind-krai = Krai
place-kind-oblast = Oblast
place-kind-governorate = Keisririigi kubermang või oblast
place-kind-okrug = Ringkond
place-kind-county = Maakond
place-kind-region = Piirkond
place-kind-settlement = Linn või küla
place-kind-camp = Laager, oma valitsuse asukohas
place-kind-burial_site = Hukkamis- või matmispaik

place-certainty-high = võetud koordinaatide andmestikust
place-certainty-medium = kirja pandud üldteadmise järgi; õige mõne kilomeetri täpsusega
place-certainty-low = ainult ligikaudu

station-birth = Sünd
station-residence = Elukoht
station-arrest = Vahistamine
station-exile = Sundasumine või küüditamine
station-camp = Laager või vangla
station-execution = Hukkamine
station-death = Surm
station-burial = Matmine

precision-itself = koht ise
precision-district = selle rajoon
precision-within = kuskil selle piires

life-map-title = Kaardil
life-map-drawing = Allpool loetletud kohtade kaart

map-title = Kaart
map-lead = Kus inimesed sündisid, elasid, vahistati, kuhu nad saadeti, kus nad surid ja on maetud, niipalju kui selle arhiivi kirjed seda ütlevad.
map-lead-search = Otsinguga leitud kirjete kohad.
map-as-list = Need kirjed loeteluna
map-mistakes = Otsingus on viga, seepärast ei ole siin midagi loetud; milline, ütleb loetelu.
map-placed = { $records } kirjest nimetab teadaolevat kohta { $placed }.
map-drawing = Kaart, kus igal kohal on ring; allolev tabel ütleb sama
map-interactive = Kaart, mida saab liigutada; allolev tabel ütleb sama
map-outlines-note = Piirjooned ja riigipiirid on tänased (Natural Earth): tolle aja piirjooni ei ole avaandmetena saada.
map-dots-note = Ringi pindala vastab kirjete arvule; joonistatud on kohad, kus neid on kõige rohkem. Kirje läheb arvesse igas oma kohas. Jooned viivad kodust sundasumisele või laagrisse.
map-kinds = Mis seal juhtus
map-kinds-all = Kõik
map-years = Aasta
map-years-all = Kõik aastad
map-years-note = Koht ilma aastata või aastaga enne 1917. või pärast 1956. aastat läheb arvesse ainult kõigi aastate juures; elukoha aasta on esimese meetme aasta.
map-year = Aasta
map-layers = Näidatud
map-ways = Teed sundasumisele ja laagrisse
map-camps = Laagrid vangide arvuga
map-camps-note = Arvud on laagrite tabelist, mis sellele arhiivile anti, ühe päeva kohta aastas; kus tabelis on null, ei ole arv teada.
map-camp = Laager
map-prisoners = Vange
map-place = Koht
map-records = Mainimised
map-table = { $n ->
    [0] Kohti ei ole
    [one] Üks koht
   *[other] { $n } kohta
}
map-table-note = Kokku { $sum }; loetletud on kohad, kus kirjeid on kõige rohkem.
map-empty = Ükski kirje ei nimeta teadaolevat kohta.
map-licence = Kaarditeegi MapLibre GL litsents

filter-place_id = Koht kaardil
filter-place_kind = Mis seal juhtus
