# Saidi sõnad eesti keeles. Iga võti on olemas igas keeles (seda kontrollib test).
# Allikate sõnu siin ei tõlgita: need on näidatud nii, nagu kirjas.

## Dokumentide kogu

codex-title = Seadlused, käsud ja kampaaniad
codex-lead = Millised seadused, määrused ja salajased käsud kehtisid, mis ajast mis ajani, keda need puudutasid ja mida tegid. Igal väitel on allikas; kus allikad lähevad lahku, seisavad kõik variandid.
codex-parts = Dokumentide kogu osad
codex-more = Dokumendid, arvud ja juhised
codex-chart-title = Millal dokumendid kehtisid, kampaaniate kaupa
codex-chart-text = Igal dokumendil on riba piki aastaid 1918 kuni 1956, esimese kampaania all, mis sellele toetus. Allolev loetelu ütleb sama sõnadega.
codex-chart-later = Pärast 1956. aastat antud seadused on ainult loetelus.
codex-no-campaign = Dokumendid, mis ei kuulu ühegi kogu kampaania juurde
codex-above = (vt ülal)
codex-cite-name = Sünodik, dokumentide kogu
codex-language-note = Dokumentide kogu tekstid on olemas ainult inglise ja vene keeles; siin on need inglise keeles.
nav-codex = Seadlused ja käsud
nav-institutions = Organid ja laagrid
nav-limits = Käsu nr 00447 limiidid
nav-estimates = Avaldatud hinnangud
nav-glossary = Sõnastik
nav-archives = Kust küsida
chart-key = Täidetud riba: kehtis. Kontuuriga riba: peatatud või osaliselt tühistatud. Katkendlik riba: kuupäev ei ole täpne või lõppu ei ole märgitud. Nool: kestab edasi.
chart-key-life = Täidetud riba: kehtis. Kontuuriga riba: peatatud või osaliselt tühistatud. Katkendlik riba: kuupäev ei ole täpne või lõppu ei ole märgitud. Nool: kestab edasi. Numbritega punktid on loetelu sammud; küsimärgiga tühi punkt on kuupäev, mille annavad ainult teised allikad.
chart-key-heads = Esimene riba: asutus ise. Selle all: need, kes seda juhtisid. Katkendlik riba tähendab, et kuupäev ei ole täpne.
chart-key-ranges = Punkt: nimetatud või eelistatud väärtus. Kahe otsaga joon: vahemik. Romb: selle arhiivi arv.
notes-title = Allikad
notes-label = Allikad:
certainty-title = Kindlusest
certainty-text = See lehekülg kirjeldab käske ja meetmeid, kuid ei õigusta neid. Nende sõnad, kes käske andsid ja täitsid, seisavad jutumärkides, kui nende teksti on nähtud; muidu on need märgitud ümberjutustuseks ja neid ei tohi tsiteerida.
certainty-words = Kindel: loetud allikast ja teistega kooskõlas. Üsna kindel: loetud ühest käsitlusest või osaliselt. Üldteadmine: ühtegi allikat ei avatud. Kahtlane: kontrollige enne kasutamist. Vaieldav: allikad on vastuolus.
certainty-on-pages = Iga lehekülg ütleb, kui kindlad on selle väited ja kust need pärinevad.
certainty-label = Kui kindel
certainty-high = kindel
certainty-medium = üsna kindel
certainty-general-knowledge = üldteadmine
certainty-low = kahtlane
certainty-disputed = vaieldav
checked-read-in-full = tervikuna loetud
checked-excerpt-read = osaliselt loetud
checked-not-opened = avamata
stage-adopted = vastuvõtmine
stage-entered_into_force = jõustumine
stage-amended = muutmine
stage-suspended = peatamine
stage-repealed_in_part = osaline tühistamine
stage-repealed = tühistamine
stage-superseded = asendamine teise dokumendiga
stage-lapsed = kehtivuse kadumine
stage-ended = lõpp
force-line = kehtivuse algus: { $start }; lõpp: { $end } ({ $ending })
force-no-end = algus: { $start }; lõppu ei ole märgitud
life-other-date = teiste allikate järgi: { $date }
life-chart-title = Kehtivuse käik: { $title }
life-chart-heading = Vastuvõtmisest lõpuni
remarks = Märkused

## Dokumendid

instrument-issuer = Andja
instrument-signatory = Allakirjutanu
instrument-scope = Kellele ja kus
instrument-reference = Kus tekst asub
instrument-campaigns = Kampaaniad, mis sellele toetusid
instrument-records = Selle arhiivi kirjed
instrument-n-records = { $n ->
    [one] { $n } kirje on seatud selle dokumendi kõrvale
   *[other] { $n } kirjet on seatud selle dokumendi kõrvale
}
instrument-records-first = Neist esimesed, arhiivi järjekorras:
instrument-records-note = Kirje dokumendi kõrval ei tõesta, et dokumenti rakendati; põhjus seisab kirje leheküljel.
provisions-title = Keda see puudutas ja kuidas
provisions-lead = Suhte järgi inimesega, kelle vastu meede esmajoones suunatud oli.
provision-whom = Keda ja millal
provision-what = Mida tehti ja kes tegi
provision-words = Teksti sõnad, kindlus
provision-from = Alates
provision-until = Kuni
provision-no-end = lõppu ei ole märgitud
provision-term = Tähtaeg aastates
provision-body = Otsustaja
provision-paraphrase = ümberjutustus, mitte tsitaat
term-exact = { $years }
term-range = { $min } kuni { $max }
term-least = vähemalt { $years }
term-most = kuni { $years }
conflicts-title = Kus allikad lähevad lahku
conflicts-lead = Kõik variandid on alles hoitud; ühtegi ei ole vaikimisi eelistatud.

## Ühe päeva seis

moment-form = Mis ühel päeval kehtis
moment-at = Päev
moment-relation = Keda see puudutas
moment-since = Mis oli muutunud alates
moment-hint = Kirjutage päevad nii: 01.09.1937 või 1937-09-01.
moment-example = Näide: abikaasad (naised), 1. september 1937
moment-button = Näita
moment-title = Kehtinud sätted: { $day }
moment-changes = Muutused pärast: { $since }, kuni: { $at } (kaasa arvatud)
moment-n-provisions = { $n ->
    [one] { $n } säte
   *[other] { $n } sätet
}
moment-empty = Kogus ei ole midagi, mis oleks sel päeval selle suhte kohta kehtinud. See ei tähenda, et midagi ei tehtud: kogu ei ole täielik.
moment-no-change = Kogu ei märgi nende päevade vahel ühtegi muutust.
moment-back = Kõik dokumendid
moment-error-date = { $field }: kirjutage päev, mis on olemas, nii: 01.09.1937 või 1937-09-01.
moment-error-missing = { $field }: märkige päev, mille kohta küsite.
moment-error-unknown = { $field }: sellist sõna ei ole.
moment-error-order = { $field }: see päev peab olema varasem kui see, mille kohta küsite.
moment-error-address = Selle lehekülje aadress on vigane. Küsige uuesti.
held-certain = kehtis
held-start-approximate = võib-olla kehtis: algus on teada ainult ligikaudu ({ $date })
held-end-approximate = võib-olla kehtis: lõpp on teada ainult ligikaudu ({ $date })
held-end-disputed = võib-olla kehtis: allikad lähevad lõpu suhtes lahku; teiste järgi { $date }
held-end-disputed-elsewhere = kehtis; allikad lähevad lõpu suhtes lahku (teiste järgi { $date }), kuid selle päeva jaoks ei muuda see midagi
held-no-end = kehtis, niipalju kui teada: lõppu ei ole märgitud

## Kampaaniad

campaign-targets = Kelle vastu
campaign-instruments = Dokumendid, millele see toetus
campaign-no-instrument = Kogus ei ole selle jaoks eraldi dokumenti.
campaign-figures = Avaldatud arvud
campaign-figures-lead = Arvud, mis lähevad lahku, seisavad kõrvuti.
campaign-kin = Mida on teada sugulastest
campaign-chart-title = { $name }: kampaania ja selle dokumendid
figure-what = Mida on loetud
figure-value = Arv
figure-by = Kes selle annab
figure-arrested = vahistatud
figure-children = lapsed
figure-convicted = süüdi mõistetud
figure-deaths = surmad
figure-deported = küüditatud
figure-executed = hukatud
figure-families = perekonnad
figure-planned = kavandatud
figure-registered = arvele võetud

## Asutused

institutions-title = Organid, kohtud ja kinnipidamiskohad
institutions-lead = Kes otsustas, kes täide viis, kus inimesi kinni peeti ja kes seda millal juhtis.
institution-kind-security-service = Julgeolekuorganid
institution-kind-extrajudicial-body = Organid, mis mõistsid süüdi kohtuta
institution-kind-court = Kohtud
institution-kind-camp-administration = Laagrite ja asunduste valitsused
institution-kind-camp = Laagrid
institution-kind-child-institution = Lasteasutused
institution-what = Mis see oli
institution-start = Algusest
institution-end = Lõpust
institution-successor = Järeltulija
institution-instruments = Dokumendid, mille alusel see otsustas
heads-title = Kes juhtis
heads-chart-title = { $name }: kes ja millal juhtis
head-name = Nimi
head-from = Alates
head-to = Kuni

## Limiidid

limits-title = Käsu nr 00447 limiidid piirkondade kaupa
limits-lead = NKVD 30. juuli 1937. aasta käsk nr 00447 määras ette, kui palju inimesi peab iga piirkond süüdi mõistma. Iga arvu taga on inimesed.
limits-words = „Esimene kategooria“ oli käsu sõna inimeste kohta, kes tuli maha lasta, „teine kategooria“ inimeste kohta, kes tuli saata 8–10 aastaks laagrisse või vanglasse. Limiite tõsteti palju kordi; dokumenteeritud suurendamised on loetletud ja loetelu ei ole täielik.
limits-instrument = Käsk ise
limits-csv = See tabel CSV-failina
limits-coverage = Loendus hõlmab ainult siia laaditud nimekirju: väike arv ei tähenda, et süüdimõistetuid oli vähe. Nimekirja kirje ei ole inimene: ühe inimese kohta võib kirjeid olla mitu. Inimesi, kes võivad elus olla, ei ole arvestatud. Otsus loetakse käsu alla, kui selle kuupäev ja organ käsuga kooskõlas on, ka siis, kui kirje käsku ei nimeta.
limits-sums = Summad
limits-of = Mille kohta
limits-first = „Esimene“: mahalaskmine
limits-second = „Teine“: laager
limits-total = Kokku
limits-sum = Summa
limits-region = Piirkond
limits-archive = Selles arhiivis
limits-key = Joonistel on riba täidetud osa „esimene kategooria“, kontuuriga osa „teine“. Kõigil joonistel on sama mõõtkava.
limits-key-archive = Selle all olev peenike riba loendab seda arhiivi samamoodi: täidetud on „esimene kategooria“, kontuuriga teised.
coverage-title = Mida see arhiiv sellest loendab
coverage-counted = See arhiiv loendab käsu alla { $all } otsust: „esimese kategooria“ järgi { $first }, „teise“ järgi { $second }, märkimata { $unknown }.
coverage-without-region = Neist ei nimeta ühtegi käsu piirkonda { $all } („esimese kategooria“ järgi { $first }, „teise“ järgi { $second }, märkimata { $unknown }).
coverage-regions = Piirkond loetakse kirje sõnadest: kõigepealt otsuse teinud organi nimest, siis kohast, hukkamise korral matmispaigast, siis elukohast. Sõnad seisavad failis data/places/limit_regions.tsv; hiljem jagatud piirkond leitakse uute piirkondade keskuste järgi.
coverage-of = Millest
coverage-known = Teadaolev arv
coverage-share = Siin loetud osa
coverage-limits = Esialgsed limiidid, mõlemad kategooriad
coverage-tiny = alla 0,1 %
limits-chart-title = Limiidid: { $group }
limits-chart-text = Igal piirkonnal on riba: täidetud osa on „esimene kategooria“, kontuuriga osa „teine“. Allolev tabel annab sama arvudes.
limit-group-union-republic = Liiduvabariigid
limit-group-rsfsr-assr = VNFSV: autonoomsed vabariigid
limit-group-rsfsr-krai = VNFSV: kraid
limit-group-rsfsr-oblast = VNFSV: oblastid
limit-group-ukrainian-ssr = Ukraina NSV
limit-group-kazakh-ssr = Kasahhi NSV
limit-group-nkvd-camps = NKVD laagrid
limit-sum-rsfsr-all = VNFSV
limit-sum-all-without-camps = Kõik piirkonnad
limit-sum-all = Kõik koos laagritega
increases-page-title = Limiitide suurendamised ja kontrollitud summad
increases-page-lead = Kuidas käsu nr 00447 limiite pärast 1937. aasta juulit tõsteti, niipalju kui dokumente teada on, ja kuidas avaldatud summad selle tabeliga kokku lähevad.
increases-title = Dokumenteeritud suurendamised
increases-lead = Teadaolevad otsused ja taotlused. Palju rohkem tehti telegrammide ja telefoni teel.
increase-amount = Kui palju rohkem
increase-decision = Otsus
increase-decided = otsustatud
increase-request = taotletud; ei ole teada, kas rahuldati
increase-summary = kokkuvõte
increase-total = +{ $n }, jaotamata
increase-first = +{ $n } mahalaskmiseks
increase-second = +{ $n } laagritesse
checks-title = Avaldatud summad ja tabel
checks-lead = Mida teised on summadest kirjutanud ja mida annavad tabeli read.
check-claim = Avaldatud
check-computed = Tabeli järgi
check-result = Võrdlus

months-title = Käsk nr 00447 kuude kaupa selles arhiivis
months-lead = Kui palju otsuseid loendab see arhiiv käsu nr 00447 alla iga kuu ja piirkonna kohta ja kui palju samade kuude hukkamisi ei saa käsu kõrvale seada.
months-table = Otsuse kuu järgi
months-words = Otsus läheb arvesse, kui selle kuupäev ja organ käsuga kooskõlas on. See seisab otsuse kuus; ainult aastaga dateeritud ei seisa üheski kuus.
months-unknown = Meedet ei ole märgitud
months-open = Hukkamised ilma organi ja paragrahvita
months-regions = Piirkondade kaupa
months-no-region = Piirkonda ei ole nimetatud
months-empty = Ühtegi selle arhiivi näidatud kirjet ei saa siin arvesse võtta.
months-open-title = Miks hukkamine ilma organita ei lähe arvesse
months-open-words = Neil kuudel mõistsid surma troikad, „dvoika“, sõjatribunalid ja Ülemkohtu sõjakolleegium. Kirje, mis annab ainult hukkamise päeva, ei ütle, kes neist otsustas. Käsk kehtis; kas see oli selle surma taga, jätab kirje lahtiseks ja seda ei loeta käsu alla.

## Hukkamised

executions-open = { $n ->
    [one] { $n } hukkamine langeb käsu nr 00447 kuudele ega nimeta ei organit ega paragrahvi.
   *[other] { $n } hukkamist langeb käsu nr 00447 kuudele ega nimeta ei organit ega paragrahvi.
}
executions-title = Hukkamised kuude kaupa selles arhiivis
executions-lead = Kui palju hukkamisi dateerivad selle arhiivi kirjed iga kuuga, 1937. ja 1938. aasta operatsioonide kõrval. Iga arvu taga on inimesed, nagu kirjed neist kõnelevad: kes on kahes kirjes või ühes kahe päevaga, on loetud kaks korda.
executions-covers = { $n ->
    [one] Loetud on { $n } hukkamine, mille siin näidatud kirje dateerib kuu või päevaga.
   *[other] Loetud on { $n } hukkamist, mille siin näidatud kirjed dateerivad kuu või päevaga.
} Need on kirjed, mitte inimesed: kaks nimekirja võivad kõnelda ühest inimesest. Hõlmatud on ainult siia laaditud nimekirjad; inimesi, kes võivad elus olla, ei ole arvestatud.
executions-year-only = { $n ->
    [one] Veel { $n } on dateeritud ainult aastaga ega seisa üheski kuus.
   *[other] Veel { $n } on dateeritud ainult aastaga ega seisa üheski kuus.
}
executions-empty = Ükski selle arhiivi kirje ei dateeri hukkamist kuuga.
executions-search = Kirjed hukkamisega
executions-link = Hukkamised kuude kaupa selles arhiivis, selle operatsiooni kõrval
executions-chart-title = Hukkamised kuude kaupa
executions-chart-text = Kõrgeim tulp aastail { $first }–{ $last }: { $month } ({ $n }). Allolev tabel annab iga kuu.
executions-key = Iga täidetud tulp on kuu. Heledad ribad, mille peas on kontuuriga tulp, on operatsioonide ajad, nagu dokumentide kogu need annab.
executions-around = Enne käsku nr 00447, selle ajal ja pärast
executions-months = Kuud
executions-counted = Hukkamised
executions-table = Kõik kuud arvudes
executions-month = Kuu
executions-other-years = Teised aastad:
executions-operations = Joonistatud operatsioonid
executions-operations-note = See, et hukkamine langeb operatsiooni aega, ei ütle, et see oli selle osa: samadel kuudel mõistsid surma ka kohtud ja kolleegiumid. Nimekiri, mis hõlmab üht kohta või aega, näitab ainult seda kohta või aega.

## Hinnangud

estimates-chart-text = { $n } hinnangut, suurim arv { $most }. Punkt on arv, joon vahemik; allolev tabel annab igaühe sõnadega.
estimates-title = Avaldatud hinnangud
estimates-lead = Kui palju? Ajaloolased, arhiivid ja ametnikud on andnud eri asjade kohta eri arve. Siin seisavad need kõrvuti: kes, millal, kuidas ja mida luges.
estimates-units = Võrrelge ainult seda, mis loeb sama asja: vahistamine ei ole otsus, otsus ei ole surm, ja sama inimest võidi vahistada mitu korda.
estimates-archive = See arhiiv
estimates-archive-what = mida see hõlmab
estimates-archive-note = Hinnangute kõrval seisab, mida loendab see arhiiv, seal, kus kirjed sellist sündmust nimetavad. See ei ole hinnang. Surmasid, vange ühel päeval, sugulasi ja osakaale ei loeta: nimekirjade kirjed neid ei ütle.
estimates-archive-of = { $event }, { $first }–{ $last }
estimates-archive-covers = Siia laaditud nimekirjade kirjed, milles selline sündmus on dateeritud nende aastatega: kirjed, mitte inimesed, sest ühe inimese kohta võib neid olla mitu. Aastata sündmusi ja inimesi, kes võivad elus olla, ei ole arvestatud.
estimates-group-great-terror = Suur terror, 1937–1938
estimates-group-camps = Laagrid
estimates-group-deportations = Küüditamised
estimates-group-famine = Näljahäda
estimates-group-kin = Sugulased
estimates-group-rights = Õigustest ilmajätmine
estimates-group-stalin-era = Kogu ajajärk
unit-arrests = Vahistamised
unit-children = Lapsed
unit-convictions = Süüdimõistmised
unit-death_sentences = Surmaotsused
unit-deaths = Surmad
unit-executions = Hukkamised
unit-persons_arrested_or_convicted = Vahistatud või süüdi mõistetud inimesed
unit-persons_deported = Küüditatud inimesed
unit-persons_imprisoned = Vangistatud inimesed
unit-prisoners_on_a_day = Vangid ühel päeval
unit-share = Osakaal
estimate-who = Kes, millal
estimate-amount = Kui palju, mida
estimate-method = Kuidas, kui kindel
amount-least = vähemalt { $n }
amount-most = kõige rohkem { $n }
amount-preferred = { $range }, eelistatud: { $n }
amount-none = arvuta

## Sõnastik

glossary-title = Sõnastik
glossary-lead = Mida tähendavad allikate lühendid ja sõnad.
glossary-words = Paljud neist on nende sõnad, kes taga kiusasid. Need seisavad jutumärkides: siin on need seletatud, mitte omaks võetud.
glossary-groups = Sõnade rühmad
verbatim-terms = Allajoonitud lühendid ja sõnad viivad sõnastikku:
term-category-body = Organid
term-category-camp = Laagrid
term-category-charge = Paragrahvid ja süüdistused
term-category-file = Toimikud ja paberid
term-category-procedure = Menetlus
term-category-sentence = Karistused
term-category-settlement = Asumine ja asundused
term-category-slang = Kõnekeele sõnad
term-category-status = Sildid, mida inimestele külge pandi

## Kust küsida

archives-title = Kust küsida toimikut
archives-lead = Milline arhiiv võib hoida inimese toimikut, kes tohib seda lugeda ja mida palutakse sugulasel näidata.
archives-rules = Reeglid muutuvad. Iga kirje ütleb, millal selle reeglit viimati allikast kontrolliti või et keegi ei ole seda teinud; enne kohalesõitu küsige arhiivist.
archive-holdings = Mida see hoiab
archive-access = Kes tohib lugeda
archive-needs = Mida näidata
archive-warning = Tähelepanu
archive-fonds = Fondid
archive-verified = Reegel kontrollitud: { $day }, allikast, millel ei ole kuupäeva; tänaseid reegleid küsige arhiivist.
archive-verified-dated = Reegel kontrollitud: { $day }, allikast: { $source }; tänaseid reegleid küsige arhiivist.
archive-unverified = Kontrollimata: keegi ei ole selle reegli allikat lugenud. Küsige arhiivist.
country-BY = Valgevene
country-EE = Eesti
country-INT = Rahvusvaheline
country-KZ = Kasahstan
country-LT = Leedu
country-LV = Läti
country-PL = Poola
country-RU = Venemaa
country-UA = Ukraina
country-US = Ameerika Ühendriigid

## Dokumentide kogu kirje kõrval

decrees-title = Käsud, mis võisid seda hõlmata
decrees-note = Tol ajal kehtinud sätted selle kõrval, mida kirje ütleb. Sobida võib mitu; ühtegi ei suruta peale. Kirje ise nimetab sätet harva.
decrees-named = Kirjes nimetatud.
decrees-consistent = Kirjega kooskõlas.
decrees-differs = Kehtis või on nimetatud, kuid kirje läheb lahku.
decrees-no-date = Kirjes ei ole loetavat kuupäeva.
decrees-partly = Ainult osa päevadest, mida kirje lubab, langeb selle aega.
decrees-no-body = Kirje ei ütle, kes otsustas.
decrees-no-category = Kirje ei ütle kategooriat, millest see säte sõltus.
decrees-term-within = Märgitud tähtaeg (aastates: { $years }) jääb sätte piiridesse: { $term }.
decrees-more = { $n ->
    [one] ja veel { $n }, mis on vähem tõenäoline
   *[other] ja veel { $n }, mis on vähem tõenäolised
}
ask-title = Kust toimikut küsida
ask-note = Arhiivid, mis võivad hoida pabereid nende sündmuste kohta.
ask-all = Kõik arhiivid
ask-needs = Mida kaasa võtta
