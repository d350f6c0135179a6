# Saidi sõnad eesti keeles. Iga võti on olemas igas keeles (seda kontrollib test).
# Allikate sõnu siin ei tõlgita: need on näidatud nii, nagu kirjas.

## Kirje

life-title = Mis kirje järgi juhtus
life-kin-title = Mida kirje ütleb sugulastest
life-birth = Sünd
life-certainty = Kui kindel allikas on
life-source = Selle väite allikas
life-read-as = loetud kui { $reading }
detail-place = Koht
detail-body = Organ
detail-article = Paragrahv
detail-measure = Meede
fields-title = Nagu kirjas
verbatim-title = Kirje sõna-sõnalt
verbatim-withheld = Osa sellest kirjest on välja jäetud ja märgitud […], sest seal võib olla nimetatud elavaid inimesi.
place-title = Kus see seisab
place-file = Fail
place-line = Rida
place-byte = Bait, loetuna nullist
place-record = Kirje
source-title = Allikas
source-citation = Viide
source-licence = Litsents
source-holder = Hoidja
cite-title = Kuidas sellele leheküljele viidata
cite-build = { $build }. järk
years-born = snd { $year }
years-died = srn { $year }
years-about = umbes { $year }

## Isikud

person-title = Peetakse üheks inimeseks
person-of-others = { $n ->
    [one] Seda kirjet ja veel ühte peetakse kirjeteks ühe inimese kohta.
   *[other] Seda kirjet ja veel { $n } kirjet peetakse kirjeteks ühe inimese kohta.
}
person-p = Tõenäosus, et kirje käib selle inimese kohta: { $p }.
person-lead = { $n ->
    [one] Üks kirje.
   *[other] { $n } kirjet peetakse kirjeteks ühe inimese kohta.
}
person-note = See on oletus, mitte allikate väide: see on arvutatud sellest, mida kirjed ütlevad, ja kes teab paremini, võib seda parandada. Iga kirje ütleb ainult seda, mida ütleb tema allikas; kus need lahku lähevad, seisab siin kõik.
person-entries = { $n ->
    [one] Kirje
   *[other] Kirjed
}
person-compare = Võrdle esimesega
person-events = Mis kirjete järgi juhtus
person-fields = Andmed kirjete järgi
person-differs = kirja pandud erinevalt
person-dates-differ = kuupäevad lähevad lahku
person-numbers = { $numbers }
person-event-bare = ilma lähemate sõnadeta
maybe-title = Kirjed, mis võivad olla sama inimese kohta
maybe-note = Need on sarnased, kuid neid ei peeta kirjeteks ühe inimese kohta. Vaadake ise, miks.
related-compare = Sama inimene: { $p }. Võrdle
hit-person = { $n ->
    [one] üks kirje selle inimese kohta
   *[other] { $n } kirjet, mida peetakse selle inimese kirjeteks
}
probability = { $percent } %
probability-over = üle { $percent } %
probability-under = alla { $percent } %
decided-by = Otsus ({ $by }, { $day }): { $verdict }.
decided-by-rule = Reegli otsus ({ $by }, { $day }): { $verdict }.
verdict-same = sama inimene
verdict-different = eri inimesed
verdict-unsure = lahtine

## Kahe kirje võrdlus

compare-title = Kahe kirje võrdlus
compare-probability = Selle järgi, mida mõlemad kirjed ütlevad: sama inimene { $same }, sugulased { $kin }, võõrad { $stranger }.
compare-one-person = Neid peetakse kirjeteks ühe inimese kohta.
compare-two-persons = Neid ei peeta kirjeteks ühe inimese kohta.
compare-no-link = Neil kirjetel on liiga vähe ühist, et pidada neid ühe inimese kirjeteks: neid ei võrreldud või oli see, mis ühe inimese kasuks kõneleb, liiga väike.
compare-why = Miks
compare-bits = Seda, mis ühe inimese kasuks kõneleb, loetakse bittides: iga bitt kahekordistab šansid, iga miinusmärgiga bitt poolitab need. Haruldase nime kokkulangevus kaalub rohkem kui sagedase oma. Viimane veerg loeb samamoodi sugulaste kohta, kellel on ühine perekonnanimi ja koht, aga mitte eesnimi.
compare-field = Väli
compare-first = Esimene kirje
compare-second = Teine kirje
compare-agreement = Kuidas kokku langeb
compare-same-bits = Ühe inimese kasuks
compare-kin-bits = Sugulaste kasuks
compare-before = Enne igasugust võrdlust
compare-sum = Kokku
compare-chart-title = Šansid, et see on üks inimene, samm-sammult
compare-chart-words = Bittides: { $parts }. Kokku { $sum }. Sama on allpool tabelis.
compare-others = Mida ei võrreldud
compare-note = Kaalud on õpitud sellest arhiivist, ilma et keegi oleks öelnud, millised kirjed kokku käivad. Inimese otsus on neist tähtsam.

## Kokkulangevuse viisid

level-missing = ühes puudub
level-exact = sama
level-stem = sama, välja arvatud lõpp
level-alternative = teine märgitud nimi
level-one_edit = üks täht või number on teine
level-close = väga sarnane
level-near = mõnevõrra sarnane
level-elsewhere = seisab nime teises osas
level-learnt = asendavad siin sageli teineteist
level-differs_woman = erinev, ja üks neist on naine
level-differs = erinev
level-part = üks mitmest nimest
level-initial = teise initsiaal
level-rare = mõlemas haruldane lisanimi
level-shared = mõlemas sama lisanimi
level-one_missing = lisanimed ainult ühel
level-year = sama aasta
level-year_from_age = sama aasta, üks vanuse järgi arvutatud
level-two_parts = päevast, kuust ja aastast langeb kokku kaks
level-year_not_day = sama aasta, teine päev
level-one_year = aastane vahe
level-three_years = kuni kolmeaastane vahe
level-digit = üks aastaarvu number on teine
level-ten_years = kuni kümneaastane vahe
level-partial = sama niipalju, kui märgitud
level-near_year = aastane vahe
level-other_area = sama nimi teises rajoonis
level-area = sama rajoon või oblast
level-crossed = seisab teise kirje teisel väljal
level-same_district = sama rajooni teine asula
level-same_region = sama oblasti teine asula
level-differs_open = teine asula
level-other_region = teine oblast
level-similar = sarnane
level-first = esimene osa on sama
level-two_edits = kaks märki on teised
level-letters = algab samade tähtedega
level-most = enamik sõnu on ühised
level-some = ühine on haruldane sõna
level-little = ühine on sage sõna
level-same = sama

rarity-0 = siin väga sage
rarity-1 = siin sage
rarity-2 = siin mitte sage
rarity-3 = siin haruldane
rarity-4 = siin väga haruldane
rarity-5 = siin peaaegu ei esine

## Varjatud kirje

withheld-title = See kirje on varjatud
withheld-lead = Allikas on siin kirje olemas. Inimene, keda see nimetab, võib elus olla, seepärast ei näidata sellest midagi.
withheld-rule = Kirje on varjatud, kui inimene sündis vähem kui sada aastat tagasi või teadmata päeval ja tema surma kohta pole midagi öeldud. Kui see aeg on möödas, näitab kirjet arhiivi järgmine järk.
withheld-why = Ka lapsi vahistati, saadeti asumisele ja võeti lastekodudesse. Kas sellest rääkida, on nende endi otsustada.
withheld-source = Allikas ise

## Kuupäevad

month-of-01 = jaanuar
month-of-02 = veebruar
month-of-03 = märts
month-of-04 = aprill
month-of-05 = mai
month-of-06 = juuni
month-of-07 = juuli
month-of-08 = august
month-of-09 = september
month-of-10 = oktoober
month-of-11 = november
month-of-12 = detsember
month-01 = jaanuar
month-02 = veebruar
month-03 = märts
month-04 = aprill
month-05 = mai
month-06 = juuni
month-07 = juuli
month-08 = august
month-09 = september
month-10 = oktoober
month-11 = november
month-12 = detsember
date-day = { $day }. { $month } { $year }
date-month = { $month } { $year }
date-decade = { $first }. aastad
date-about = umbes { $date }
date-uncertain = { $date } (ebakindel)
date-until = hiljemalt { $date }
date-since = mitte varem kui { $date }
date-between = ajavahemikus { $first } – { $last }
date-months = { $first } – { $last }
date-or = { $dates } (üks neist)
date-conflict = { $dates } (allikas annab mõlemad)
date-joiner = või

## Sündmuste liigid

event-disenfranchisement = Õigustest ilmajätmine
event-dispossession = Talu või vara äravõtmine
event-dismissal = Töölt vallandamine
event-arrest = Vahistamine
event-sentence = Süüdimõistmine
event-imprisonment = Vangistus
event-exile = Sundasumisele saatmine
event-deportation = Küüditamine
event-orphanage = Lastekodu
event-release = Vabanemine
event-spared = Säästmine: meedet ei rakendatud või see lõpetati
event-execution = Hukkamine
event-death = Surm
event-burial = Matmine
event-rehabilitation = Rehabiliteerimine
event-kin = Öeldud sugulase kohta
event-other = Muu sündmus

## Meetmed

measure-execution = Surmaotsus või hukkamine
measure-camp = Laager
measure-forced_labour = Sunnitöö
measure-prison = Vangla
measure-exile = Sundasumine
measure-deportation = Küüditamine
measure-special_settlement = Eriasumine
measure-confinement_other = Muu kinnipidamine
measure-disenfranchisement = Õigustest ilmajätmine
measure-psychiatric = Sundravi psühhiaatriahaiglas
measure-closed = Asi lõpetatud
measure-other = Muu meede

## Kirje väljad

field-entry_id = Number allikas
field-name = Nimi
field-surname = Perekonnanimi
field-given = Eesnimi
field-patronymic = Isanimi
field-name_variants = Teised kirjapildid
field-sex = Sugu
field-birth = Sünd
field-age = Vanus
field-birth_place = Sünnikoht
field-nationality = Rahvus
field-citizenship = Kodakondsus
field-education = Haridus
field-occupation = Amet
field-party = Parteilisus
field-social_origin = Sotsiaalne silt
field-residence = Elukoht
field-street = Tänav
field-house = Maja
field-flat = Korter
field-family = Perekond
field-arrest_date = Vahistamise kuupäev
field-arrest_body = Vahistanud organ
field-arrest_type = Vahistamise liik
field-case_number = Toimiku number
field-sentence_date = Otsuse kuupäev
field-sentence_body = Otsuse teinud organ
field-article = Paragrahv
field-sentence = Otsus
field-death_sentence = Surmaotsus
field-exile_date = Sundasumisele saatmise kuupäev
field-exile_place = Sundasumise koht
field-release_date = Vabanemise kuupäev
field-execution_date = Hukkamise kuupäev
field-execution_place = Hukkamise koht
field-death_date = Surmakuupäev
field-death_place = Surmakoht
field-burial_place = Matmispaik
field-earlier_repression = Varasemad repressioonid
field-later_repression = Hilisemad repressioonid
field-rehabilitation_date = Rehabiliteerimise kuupäev
field-rehabilitation_body = Rehabiliteerinud organ
field-rehabilitation_reason = Rehabiliteerimise alus
field-stated_source = Kirjes nimetatud allikas
field-stated_source_url = Selle allika aadress
field-archive_reference = Arhiiviviide
field-note = Märkus
field-private = Ei avalikustata
