# Saidi sõnad eesti keeles. Iga võti on olemas igas keeles (seda kontrollib test).
# Allikate sõnu siin ei tõlgita: need on näidatud nii, nagu kirjas.

## Kui paljusid ei nimeta ükski nimekiri ja kui kindel on arv

mse-title = Kui paljusid ei nimeta ükski nimekiri?
mse-lead = Ükski nimekiri ei ole täielik. Kus mitu nimekirja nimetavad samu inimesi, ütleb nende kattuvus midagi ka nende kohta, keda ei nimeta ükski. See lehekülg näitab, kuidas, väljamõeldud linna näitel; kõik arvud arvutatakse lehekülje avamisel.
mse-idea-title = Mõte kahe nimekirja põhjal
mse-idea-text = Nimekirjas A on { $a } inimest, nimekirjas B { $b }. Neist, kes on B-s, on { $both } ka A-s: see on { $percent } %. Kui A tabas kõigist sama suure osa, siis on tema { $a } inimest { $percent } % kõigist, ja kõiki on umbes { $all }.
mse-idea-but = See on õige ainult siis, kui ühes nimekirjas seismine ei teinud teises seismist ei tõenäolisemaks ega vähem tõenäoliseks. Nimekirjad, mis on üksteisest koostatud, kattuvad liiga palju ja arv jääb liiga väikeseks; nimekirjad, mis üksteist välistavad, nagu mahalastute ja hiljem asumisele saadetute omad, kattuvad liiga vähe ja arv tuleb liiga suur. Kolme või enama nimekirjaga saab sellist sõltuvust osalt näha ja arvestada.
mse-town-title = Väljamõeldud linna kolm nimekirja
mse-town-text = A on ajaleht, B laagri kartoteek, C mälestusraamat. Iga rida loendab inimesi, kes seisavad plussiga nimekirjades ja mitte üheski teises. Viimast rida küsitaksegi.
mse-list-a = A
mse-list-b = B
mse-list-c = C
mse-people = Inimesi
mse-town-sum = { $n ->
    [one] Vähemalt ühes nimekirjas on { $n } inimene.
   *[other] Vähemalt ühes nimekirjas on { $n } inimest.
}
mse-chart-title = Mida annavad erinevad eeldused
mse-chart-text = Iga eelduse kohta punkt hinnangu, joon selle 95% vahemiku ja romb nimekirjades olevate inimeste jaoks. Arvud on allpool tabelis.
mse-chart-key = Punkt: hinnang. Joon: 95% vahemik. Romb: inimesed nimekirjades.
mse-methods-text = Sama tabel eri eeldustel. Ühtegi neist ei saa tabelist tõestada.
mse-method = Mida eeldatakse
mse-method-two = ainult A ja B
mse-method-independent = kolm nimekirja, ükski ei tunne teist
mse-method-pair = A ja B on seotud
mse-method-all-pairs = seotud võivad olla mis tahes kaks
mse-method-average = kõigi mudelite keskmine
mse-method-bound = alampiir ebavõrdsete šansside korral
mse-estimate = Inimesi kokku
mse-interval = 95% vahemik
mse-aic = AIC (väiksem on parem)
mse-choice-text = Kriteerium kaalub, kui hästi mudel sobib ja kui palju ta eeldab. Kus ühtviisi sobivad mudelid annavad eri arve, ütleb keskmine seda laia vahemikuga. Ühe mudeli kitsas vahemik ütleb, kui kindel on arv siis, kui see mudel on õige, ja mitte rohkem.
mse-assumptions-title = Mida peetakse antuks
mse-assumptions-text = Iga hinnang seisab koos nendega, ja nii peaks seisma ka iga lause, mis seda tsiteerib.
mse-where-it-fails = Kui see ei pea paika:
mse-links-title = Arhiivist
mse-links-text = Ka see, millised kirjed on ühe inimese kohta, ei ole kindel. Arhiivist loendatakse tabel mitme valimina võetud jaotuse järgi ja vahemik sisaldab seda kahtlust.
mse-refusal-text = Kus nimekiri ei kattu ühegi teisega või tabel jätab arvu lahtiseks, arvu ei anta, ja vastus ütleb, milline eeldus ei pea.

uncertainty-title = Kirjed, inimesed ja kui kindel see on
uncertainty-lead = Nimekirjas on kirjed. Ühe inimese kohta võib neid olla mitu, ühes nimekirjas või paljudes. Nii on arve kolm, ja need ütlevad eri asju.
uncertainty-three-title = Kolm arvu
uncertainty-entries = Kirjed: mida nimekirjad ütlevad, rida-realt. Kes seisab kahes nimekirjas, on loetud kaks korda.
uncertainty-persons = Inimesed: ühe inimese kirjeteks peetud kirjed on loetud üks kord. Mõned neist otsustustest on valed.
uncertainty-interval = Mediaan ja 95% vahemik: sama loendus paljude valimina võetud jaotuste järgi, mis jagavad kirjed inimesteks, igaüks nii tõenäoline, kui andmed lubavad.
uncertainty-limits = Vahemik sisaldab kahtlust võrreldud kirjete kohta ja kahtlust mudeli kohta, mis andmeid kaalub: nii suur, nagu olid selle vead teadaolevate inimestega väljamõeldud nimekirjadel. Seal sisaldas see õiget arvu 100 nimekirjas 100-st; loetud inimesi oli umbes 3 % liiga palju. Teist laadi nimekirjas võib viga olla suurem. Valed kirjed ei ole selles sees.
uncertainty-all = See arhiiv
uncertainty-by-source = Allikate järgi
uncertainty-by-year = Aastate järgi: { $event }
uncertainty-head-entries = Kirjed
uncertainty-head-persons = Inimesed
uncertainty-head-median = Mediaan
uncertainty-head-interval = 95% vahemik
uncertainty-chart-text = Igal real punkt mediaani, joon 95% vahemiku ja romb kirjete jaoks. Arvud on allpool tabelis.
uncertainty-key = Punkt: inimeste arvu mediaan. Joon: 95% vahemik. Romb: kirjed. Inimene seisab igal real, mis sobib, seepärast ei pea read kokku andma summat. Sündmusi, mis ei kuulu ühte kindlasse aastasse, aastate järgi ei loeta.
uncertainty-partitions = { $n ->
    [one] Valimina on võetud { $n } jaotus.
   *[other] Valimina on võetud { $n } jaotust.
}
uncertainty-withheld = { $n ->
    [0] Ühtegi kirjet ei ole varjatud.
    [one] { $n } kirje kellegi kohta, kes võib elus olla, on varjatud; seda ei ole siin kuskil loetud.
   *[other] { $n } kirjet inimeste kohta, kes võivad elus olla, on varjatud; neid ei ole siin kuskil loetud.
}
uncertainty-none = Näidatud järk tehti enne, kui inimesi loendama hakati.

## Perekonnad arvudes

families-title = Perekonnad arvudes
families-lead = Perekonda karistati tervikuna. Need arvud ütlevad selle arhiivi kohta, kui palju sugulasi karistati ühe inimese pärast ja kui kindel see on.
families-counted = Mida loeti
families-families = Perekonnad
families-persons = Inimesi neis
families-with-case = Perekonnad, kus kedagi karistati teise pärast
families-limits = Enamik nimekirju ei nimeta omakseid. Kelle perekonda ei maini ükski nimekiri, see ei ole ka neis arvudes; seepärast ei ütle need midagi selle kohta, kui sageli perekondi säästeti.
families-what-counts = Meede läheb arvesse, kui kirje ütleb, et see tabas suguluse pärast, kui perekond on kirja pandud majapidamisena koos perepeaga või kui sündmuste järjekord ja seadlus teevad selle tõenäolisemaks kui vastupidise.
families-interval = Vahemik sisaldab juhust, millega perekonnad nimekirjadesse sattusid, ja kahtlust selle üle, millised kirjed on ühe inimese kohta.
families-living = Sugulane, kes võib elus olla, on vaid koht perekonnas: kelle sugulane ta on, ilma nime, soo, vanuse ja kohata.
families-told = Mida kirje ütleb sugulastest (naine maha lastud, vend välja saadetud), loetakse nende sündmuseks, ka siis, kui neil oma kirjet pole.
families-multiplier = Karistatud sugulasi iga inimese kohta
families-head-each = Iga inimese kohta
families-head-kin = Sugulased
families-head-whom = Inimesed, kelle pärast
families-too-few = liiga vähe
families-csv = Kõik arvud CSV-failina
families-by-year = Selle aasta järgi, mil juhtus esimene sündmus
families-by-source = Allikate järgi
families-by-relation = Selle järgi, kes sugulased olid
families-by-sex = Sugulaste soo järgi
families-by-measure = Selle järgi, mis sugulastega juhtus
families-by-instrument = Käsu või seadluse järgi, mis võis seda hõlmata
families-unknown = teadmata
families-sex-female = naine
families-sex-male = mees
families-sex-unknown = teadmata, või võib inimene elus olla
families-chart-text = Igal real punkt ühe inimese kohta loetud sugulaste ja joon 95% vahemiku jaoks. Arvud on allpool tabelis.
families-measures = Mis kellega juhtus
families-measures-text = Sugulased selle järgi, kes nad olid inimesele, kelle pärast neid karistati. Keda tabas mitu meedet, seisab igas veerus.
families-no-case = Ükski selle arhiivi kirje ei ütle ja sündmuste järjekord ei tee tõenäoliseks, et kedagi oleks karistatud sugulase pärast.
families-left = Mõlema vanemata jäänud lapsed
families-left-text = Mõlemad vanemad arreteeritud, süüdi mõistetud, välja saadetud, hukatud või surnud enne lapse 18-aastaseks saamist ning last ennast ei saadetud koos nendega ära. Kui nimekiri vanema saatusest ei räägi, jääb laps lugemata; seepärast on need arvud loetud laste kohta alampiir ega ütle midagi teiste kohta.
families-left-children = Lapsed, kellel on teada vähemalt üks vanem
families-left-known = Neist need, kelle sünniaasta ja mõlemad vanemad on teada
families-left-share = Osakaal
families-left-number = Jäid vanemateta
families-left-among = Kui paljude seast
families-left-by-all = Kokku
families-left-by-year = Aastate järgi: kui palju neist, kes sel aastal lapsed olid
families-left-by-region = 1939. aasta piirkondade järgi
families-left-by-followed = Mis järgnes, nii palju kui kirje ütleb
families-left-unsaid = ükski kirje ei ütle
families-sizes = Kui suured on perekonnad
families-sizes-text = Need, kelle kohta kirje ütleb vaid, kui palju neid oli, ei ole siin loetud.
families-command = Arhiivi hoidja saab need ja teised arvud programmiga:
families-and-larger = { $n } ja rohkem
families-none = Selles arhiivis ei ole teada ühtegi perekonda või tehti näidatud järk enne, kui perekondi lugema hakati.
