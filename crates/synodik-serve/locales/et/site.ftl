# Saidi sõnad eesti keeles. Iga võti on olemas igas keeles (seda kontrollib test).
# Allikate sõnu siin ei tõlgita: need on näidatud nii, nagu kirjas.

language-name = Eesti

## Igal leheküljel

skip-to-content = Edasi sisu juurde
site-name = Sünodik
nav-label = Peamenüü
nav-search = Otsing
nav-sources = Allikad
nav-about = Arhiivist
language-label = Keel
footer-build = Selle arhiivi { $build }. järk; inimesi, kes võivad elus olla, ei näidata ({ $day } seisuga).
footer-version = Sünodik { $version }
footer-no-traces = Siin ei talletata külastusi ega otsinguid. Ainus küpsis jätab meelde keele.

## Otsinguväli

search-label = Nimi, koht või aasta
search-hint = Igas järjekorras, kirillitsas või ladina tähtedega. Väikesed kirjavead ei sega.
search-button = Otsi

## Avaleht

home-title = Need, keda kästi unustada
home-lead = Stalini ajal represseeritud inimeste nimekirjad sellisena, nagu arhiivid, mälestusraamatud ja perekonnad on need hoidnud. Iga kirje on näidatud sõna-sõnalt koos kohaga, kus ta allikas seisab.
home-epigraph =
    Tahaksin nimetada kõiki nimepidi,
    kuid nimekiri võeti ära ja pole kustki küsida.
home-epigraph-author = Anna Ahmatova „Reekviem“
home-name-title = Miks „Sünodik“
home-name-text = Sünodik on kiriku nimekiri surnutest, keda mälestatakse. „Põlualuste sünodik“ nimetas neid, kelle Ivan Julm oli lasknud tappa, paljud „naise ja lastega“, et nende nimesid valjusti ette loetaks.
home-holdings = Mis siin on
home-records = { $n ->
    [one] näidatav kirje
   *[other] näidatavat kirjet
}
home-sources = { $n ->
    [one] allikas
   *[other] allikat
}
home-years = vahistamiste, süüdimõistmiste, asumisele saatmiste ja hukkamiste aastad
home-withheld = { $n ->
    [one] kirje on varjatud, sest inimene võib elus olla
   *[other] kirjet on varjatud, sest inimesed võivad elus olla
}
home-examples = Millest alustada
home-example-years = Mis juhtus 1937. ja 1938. aastal

## Allikad

sources-title = Allikad
sources-lead = Iga nimekirja hoitakse sellisena, nagu see saadi. Igast reast sai kirje või on ta tagasi lükatute seas nimetatud; ühtegi pole ära jäetud.
sources-none = Selles arhiivis ei ole veel ühtegi allikat.
source-received = Saadud
source-format = Loetud kui
source-address = Aadress
source-id = Tähis
source-counts = Arvud
source-rows = Loetud ridu
source-records = Neist sai kirjeid
source-rejects = Tagasi lükatud
source-withheld = Varjatud, sest inimene võib elus olla
source-issues = Väärtused, mis jäeti nagu kirjas, kuid mida ei mõistetud
source-sum = { $rows } = { $records } + { $rejects }
source-files = Failid, nagu saadud
source-file = Fail
source-bytes = Baite
source-encoding = Kodeering
source-sha = SHA-256
source-rejects-title = Tagasi lükatud read
source-rejects-lead = Ridu endid ei näidata, sest neis võib olla nimetatud elavaid inimesi. Neid hoitakse koos arhiiviga.
source-rejects-first = { $n ->
    [one] Loetletud on neist esimene.
   *[other] Loetletud on neist esimesed { $n }.
}
source-rejects-none = Ühtegi rida ei lükatud tagasi.
source-whole-row = kogu rida
source-search = Otsi sellest allikast
reject-field = Väli
reject-reason = Mida oodati
source-line = { $n ->
    [one] { $n } kirje
   *[other] { $n } kirjet
}
source-withheld-short = { $n ->
    [one] { $n } varjatud
   *[other] { $n } varjatud
}

## Arhiivist

about-title = Sellest arhiivist
about-what-title = Mis see on
about-what-text = Siia on koondatud nimekirjad inimestest, keda Nõukogude Liidus vahistati, maha lasti, asumisele saadeti, küüditati või õigustest ilma jäeti, ning nende omastest. Arhiiv ei mõista kellegi üle kohut. Ta annab edasi, mida allikad ütlevad ja kus nad seda ütlevad.
about-method-title = Kuidas see on tehtud
about-method-verbatim = Sõna-sõnalt. Iga kirjet hoitakse täpselt nii, nagu ta allikas seisab, sealt loetud väljade kõrval, koos faili, rea ja baidiga, kust ta algab.
about-method-nothing-lost = Midagi ei lähe kaduma. Iga allika loetud read on kirjed pluss tagasi lükatud read; selle kohta, mida lugeda ei saanud, on öeldud põhjus.
about-method-statements = Väited koos allikatega. Kui kaks allikat lähevad lahku, on esitatud mõlemad väited. Kumbagi ei ole parandatud.
about-method-dates = Kuupäevi ei täiendata oletustega. Puuduv päev jääb puuduvaks: kirjapandud kuupäeva kõrval seisab see, mida ta võib tähendada, EDTF-i kujul.
about-method-records = Kirje ei ole veel inimene. See on ühe nimekirja üks rida; sama inimene võib olla mitmes, ja kaks sama nimega inimest on kaks inimest.
about-method-spelling = Sarnaseid kirjapilte pakutakse ja need on nii märgitud. Need on vihjed, mitte järeldused.
about-words-title = Tagakiusajate sõnad
about-words-text = Seaduseparagrahvid, otsused ja sotsiaalsed sildid valisid need, kes taga kiusasid. Need on näidatud jutumärkides, tsitaatidena, sest ka need on osa tehtust. Need ei ole meie sõnad kellegi kohta.
about-privacy-title = Elavad
about-privacy-rule = Kes võib elus olla, seda ei näidata: igaüht, kes sündis vähem kui sada aastat tagasi või teadmata ajal ja kelle surma kohta pole midagi öeldud, kui ta just ei olnud täiskasvanu sündmuse ajal, millest on möödas üle 85 aasta. Tema kohal seisab tühi lehekülg lingiga allikale.
about-privacy-fields = Siin ei ole välju telefoni, e-posti, isikukoodi ega praeguse aadressi jaoks, ja varjatut ei ole ka registris, mida see sait avada saab.
about-privacy-logs = See sait ei talleta külastusi ega otsinguid, ei käivita veebilehitsejas programme peale ühe, mis kirjutamise ajal nimesid pakub, ja ühe, mis liigutab kaarti (otsing ja kaart töötavad ka ilma nendeta), ei laadi midagi teistelt saitidelt ega sea küpsiseid peale valitud keele.
about-privacy-withdrawal = Kirje saab tagasi võtta. Kirjutage neile, kes seda arhiivi peavad, ja märkige lehekülje aadress.
about-cite-title = Kuidas viidata
about-cite-text = Nimetage kõigepealt allikas, siis arhiiv: allika pealkiri, kirje tähis, arhiivi nimi ja järgu number. Kõik see seisab iga kirje lõpus.
about-cite-example = See on arhiivi { $archive } { $build }. järk.
about-codex-title = Dokumentide kogu
about-codex-text = Kirjete kõrval seisab dokumentide kogu: tolle aja seadused, määrused ja käsud, kampaaniad ja asutused, limiidid, avaldatud hinnangud, sõnastik ja juhised, kust toimikut küsida. See on igas arhiivis sama ja represseerituid selles ei nimetata.

## Vead

error-404-title = Sellist lehekülge ei ole
error-404-text = Võib-olla on aadress valesti kirjutatud või kirje tagasi võetud.
error-500-title = Arhiiv ei saa praegu vastata
error-500-text = Midagi läks meie poolel katki. Midagi pole kadunud; proovige hetke pärast uuesti.
error-home = Avalehele
