# Saidi sõnad eesti keeles. Iga võti on olemas igas keeles (seda kontrollib test).
# Allikate sõnu siin ei tõlgita: need on näidatud nii, nagu kirjas.

## Perekonnad

family-title = Perekond: { $name }
family-untitled = Perekond
family-lead = { $n ->
    [one] Sellest perekonnast on teada üks inimene.
   *[other] { $n } inimest kuuluvad kokku selle järgi, mida kirjed ütlevad või mis neist järeldub.
}
family-tree = Perekond
family-tree-note = Üks rida on üks põlvkond. Iga nimi viib allpool olevasse loetellu, kus sama on öeldud sõnadega.
family-tree-probable = Katkendjoon on seos, mida ei ütle ükski kirje: see on ainult tõenäoline, ja joonel seisab, kui tõenäoline.
family-implied = Sama lapse vanemad
family-loose = Kelle omad nad olid, ei ole teada
family-members = Sama sõnadega
family-inherited = perekonnanimi võetud nimetatud sugulaselt
family-place = { $relation } ({ $name })
family-living = võib elus olla
family-no-name = nime ei ole kirjas
family-unnamed = { $n ->
    [one] ilma nimeta
   *[other] { $n } ilma nimeta
}
family-several = arvu ei ole märgitud
family-undated = kuupäevata
family-cases = Keda karistati kelle pärast
family-cases-note = Kus kirje seda ütleb, on toodud tema sõnad. Kus ükski ei ütle, on see järeldatud sündmuste järjekorrast ja tol ajal kehtinud käskudest ning nii ka märgitud.
family-because-of = kelle pärast:
family-because-unnamed = omane, keda kirje ei nimeta
family-case-stated = Öeldud: seda ütleb kirje.
family-case-for-kin = Kirje ütleb, et see oli sugulaste pärast; et just selle inimese pärast, on järeldatud. Tõenäosus: { $p }.
family-case-inferred = Järeldatud, seda ei ütle ükski kirje. Tõenäosus: { $p }.
family-same-day = samal päeval
family-days-after = { $n ->
    [one] üks päev hiljem
   *[other] { $n } päeva hiljem
}
family-days-between = { $least }–{ $most } päeva hiljem
family-days-at-most = { $n ->
    [one] kõige rohkem üks päev hiljem
   *[other] kõige rohkem { $n } päeva hiljem
}
family-spared = Keda säästeti
family-spared-note = See, mis tabas teisi pereliikmeid, neid ei tabanud või lõpetati, nagu ütleb kirje. Kui kirje nimetab põhjuse, seisab see nime kõrval.
spared-pregnancy = rasedus või vastsündinud laps
spared-kin_in_army = sugulane Punaarmees
spared-lived_apart = elas perekonnast eraldi
spared-not_kin = ei kuulunud enam või ametlikult perekonda
spared-marriage = abielu
spared-minor = alaealine
spared-age = kõrge iga
spared-illness = haigus
family-left = Mõlema vanemata jäänud lapsed
family-left-note = Mõlemad vanemad arreteeriti, mõisteti süüdi, saadeti välja või hukati või olid surnud, kui laps oli alla 18-aastane. Võrreldakse aastaid. Kes lapse enda juurde võttis, on kirjas ainult seal, kus seda ütleb kirje.
family-left-then = Seejärel:
family-left-unknown = Mis lapsest sai, ei ütle ükski kirje.
family-time = Üks aeg kõigile
family-time-title = Perekonna elud ühel aastate teljel
family-time-note = Aastad, mil midagi juhtus, on joonistatud teistest laiemalt. Katkendjoon katab päevi, mida kuupäev võib tähendada. Kõik see on ka allpool tabelis.
family-bands = Kehtinud käsud ja seadused, joonistatud elude taha:
family-in-force = kehtis: { $first } – { $last }
family-in-force-open = kehtis, algus: { $first }; lõppu ei ole märgitud
family-table = Sama tabelina
family-when = Millal
family-who = Kes
family-what = Mis
family-entry = Kirje
family-evidence = Kust seosed on teada
family-stated = Kirjes öeldud
family-inferred = Järeldatud, üheski kirjes ei öelda
family-inferred-note = Mis iga seose kasuks kõneleb, kaalukaim eespool. See võib olla vale.
family-against = selle vastu:
family-derived = Järeldub ülaltoodud seostest
family-derived-note = Isa õde on tädi: keegi ei pidanud seda kirja panema. Iga seos on nii kindel kui see, millest ta järeldub.
family-derived-more = { $n ->
    [one] ja veel üks, mis järeldub
   *[other] ja veel { $n }, mis järelduvad
}
family-no-ties = Ükski kirje ei ütle, kes kellele kes oli.
family-contradictions = Mis ei saa kõik õige olla
family-contradictions-note = Kirjed lähevad lahku või ei luba seda vanused. Siin ei ole midagi otsustatud.
family-entries = Kirjed
family-unknown = Mida me ei tea
family-unknown-unnamed = { $n ->
    [one] Üht sugulast mainitakse ilma nimeta.
   *[other] { $n } sugulast mainitakse ilma nimeta.
}
family-unknown-number = Kui palju neid oli, ei ütle ükski kirje: { $names }.
family-unknown-name = Nime ei ole kirja pandud: { $names }.
family-unknown-fate = Mis neist sai, ei õnnestunud ühestki kirjest välja lugeda; kirje sõnad võivad öelda rohkem: { $names }.
family-unknown-end = Kuidas või millal nende elu lõppes, ei ütle ükski kirje: { $names }.
family-unknown-birth = Millal nad sündisid, ei ütle ükski kirje: { $names }.
family-unknown-date = Kuupäevata on midagi, mis nendega juhtus: { $names }.
family-unknown-living = { $n ->
    [one] Üks pereliige võib elus olla. Näidatud on ainult tema koht perekonnas.
   *[other] { $n } pereliiget võivad elus olla. Näidatud on ainult nende kohad perekonnas.
}
family-left-out = { $n ->
    [one] Veel üks pereliige on välja jäetud, sest perekond on ühe lehekülje jaoks liiga suur.
   *[other] Veel { $n } pereliiget on välja jäetud, sest perekond on ühe lehekülje jaoks liiga suur.
}
family-and-more = { $n ->
    [one] ja veel üks
   *[other] ja veel { $n }
}
relatives-title = Omaksed
relatives-more = { $n ->
    [one] ja veel üks sugulane
   *[other] ja veel { $n } sugulast
}
relatives-because-of = Sugulase pärast
relatives-led-to = Tõi kaasa
relatives-family = Kogu perekond: puu, aeg ja tõendid
tie-stated = öeldud
tie-derived = järeldub teistest seostest
tie-inferred = järeldatud

## Sugulus

kin-adopted_child = lapsendatud laps
kin-adopted_son = lapsendatud poeg
kin-adopted_daughter = lapsendatud tütar
kin-adopted_grandchild = lapsendatud lapselaps
kin-adopted_grandson = lapsendatud pojapoeg või tütrepoeg
kin-adopted_granddaughter = lapsendatud pojatütar või tütretütar
kin-adoptive_parent = lapsendaja
kin-adoptive_father = lapsendanud isa
kin-adoptive_mother = lapsendanud ema
kin-child = laps
kin-son = poeg
kin-daughter = tütar
kin-child_in_law = väimees või minia
kin-son_in_law = väimees
kin-daughter_in_law = minia
kin-co_parent_in_law = lapse abikaasa vanem
kin-co_father_in_law = lapse abikaasa isa
kin-co_mother_in_law = lapse abikaasa ema
kin-cousin = onu- või tädilaps
kin-male_cousin = onu- või tädipoeg
kin-female_cousin = onu- või täditütar
kin-dependant = ülalpeetav
kin-employer = tööandja
kin-family_member = pereliige
kin-former_spouse = endine abikaasa
kin-former_husband = endine mees
kin-former_wife = endine naine
kin-foster_child = kasulaps
kin-foster_son = kasupoeg
kin-foster_daughter = kasutütar
kin-foster_grandchild = kasulapselaps
kin-foster_grandson = meessoost kasulapselaps
kin-foster_granddaughter = naissoost kasulapselaps
kin-foster_parent = kasuvanem
kin-foster_father = kasuisa
kin-foster_mother = kasuema
kin-foster_sibling = kasuvend või kasuõde
kin-foster_brother = kasuvend
kin-foster_sister = kasuõde
kin-grandchild = lapselaps
kin-grandson = pojapoeg või tütrepoeg
kin-granddaughter = pojatütar või tütretütar
kin-grandchild_in_law = lapselapse abikaasa
kin-grandson_in_law = lapselapse mees
kin-granddaughter_in_law = lapselapse naine
kin-grandparent = vanavanem
kin-grandfather = vanaisa
kin-grandmother = vanaema
kin-grandparent_in_law = abikaasa vanavanem
kin-grandfather_in_law = abikaasa vanaisa
kin-grandmother_in_law = abikaasa vanaema
kin-great_grandchild = lapselapselaps
kin-great_grandson = lapselapse poeg
kin-great_granddaughter = lapselapse tütar
kin-great_grandparent = vanavanavanem
kin-great_grandfather = vanavanaisa
kin-great_grandmother = vanavanaema
kin-great_uncle_or_aunt = vanaonu või vanatädi
kin-great_uncle = vanaonu
kin-great_aunt = vanatädi
kin-half_sibling = poolvend või poolõde
kin-half_brother = poolvend
kin-half_sister = poolõde
kin-housemate = samas majapidamises
kin-nephew_or_niece = venna- või õelaps
kin-nephew = venna- või õepoeg
kin-niece = venna- või õetütar
kin-nephew_or_niece_by_marriage = abikaasa venna- või õelaps
kin-nephew_by_marriage = abikaasa venna- või õepoeg
kin-niece_by_marriage = abikaasa venna- või õetütar
kin-great_nephew_or_niece = venna või õe lapselaps
kin-great_nephew = venna või õe lapselaps (mees)
kin-great_niece = venna või õe lapselaps (naine)
kin-parent = vanem
kin-father = isa
kin-mother = ema
kin-parent_in_law = ämm või äi
kin-father_in_law = äi
kin-mother_in_law = ämm
kin-partner = elukaaslane
kin-male_partner = elukaaslane
kin-female_partner = elukaaslane
kin-relative = sugulane
kin-male_relative = sugulane
kin-female_relative = sugulane
kin-servant = teenija
kin-sibling = vend või õde
kin-brother = vend
kin-sister = õde
kin-sibling_in_law = abikaasa vend või õde, venna või õe abikaasa
kin-brother_in_law = abikaasa vend või õemees
kin-sister_in_law = abikaasa õde või vennanaine
kin-sibling_of_child_in_law = väimehe või minia vend või õde
kin-brother_of_child_in_law = väimehe või minia vend
kin-sister_of_child_in_law = väimehe või minia õde
kin-spouse = abikaasa
kin-husband = mees
kin-wife = naine
kin-step_child = võõraslaps
kin-step_son = võõraspoeg
kin-step_daughter = võõrastütar
kin-step_grandchild = võõraslapselaps
kin-step_grandson = meessoost võõraslapselaps
kin-step_granddaughter = naissoost võõraslapselaps
kin-step_parent = võõrasvanem
kin-step_father = võõrasisa
kin-step_mother = võõrasema
kin-step_sibling = võõrasvend või võõrasõde
kin-step_brother = võõrasvend
kin-step_sister = võõrasõde
kin-supporter = ülalpidaja
kin-uncle_or_aunt = onu või tädi
kin-uncle = onu
kin-aunt = tädi
kin-uncle_or_aunt_by_marriage = abikaasa kaudu onu või tädi
kin-uncle_by_marriage = abikaasa kaudu onu
kin-aunt_by_marriage = abikaasa kaudu tädi

## Kõrvale pandud seosed ja mis kõneleb seose kasuks, mida ükski kirje ei ütle

family-put-aside = Kõrvale pandud seosed
family-put-aside-note = Need ei saa kehtida paremini teada olevate seoste kõrval. Neid ei ole joonistatud ja neist ei järeldata midagi; midagi ei ole ka kaotsi läinud.
put-aside-oneself = Kõrvale pandud: see seob inimest iseendaga.
put-aside-sex = Kõrvale pandud: ühe sugu ei luba seda.
put-aside-birth = Kõrvale pandud: sünniaastad ei luba seda.
put-aside-death = Kõrvale pandud: vanem oli enne surnud.
put-aside-disagrees = Kõrvale pandud: miski paremini teada olev ütleb nende kahe kohta muud.
put-aside-second_father = Kõrvale pandud: teine isa on paremini teada.
put-aside-second_mother = Kõrvale pandud: teine ema on paremini teada.
put-aside-third_parent = Kõrvale pandud: kaks vanemat on paremini teada.
put-aside-loop = Kõrvale pandud: sellega oleks keegi iseenda esivanem, onu vms.
feature-names-same_named = sama perekonnanimi, ja ühe isanimi on teise eesnimi
feature-names-same_named_rare = sama perekonnanimi, ja ühe haruldane isanimi on teise eesnimi
feature-names-same_shared = sama perekonnanimi ja sama isanimi
feature-names-same_shared_rare = sama perekonnanimi ja sama haruldane isanimi
feature-names-same_not_named = sama perekonnanimi, kuid noorema isanimi ei ole vanema eesnimi
feature-names-same_not_shared = sama perekonnanimi, kuid erinevad isanimed
feature-names-same_unknown = sama perekonnanimi; isanimesid ei ole võrreldud
feature-names-other_named = ühe isanimi on teise eesnimi, kuid perekonnanimed on erinevad
feature-names-other_named_rare = ühe haruldane isanimi on teise eesnimi, kuid perekonnanimed on erinevad
feature-names-other_shared = sama isanimi, kuid erinevad perekonnanimed
feature-names-other_shared_rare = sama haruldane isanimi, kuid erinevad perekonnanimed
feature-names-other_not_named = erinevad perekonnanimed, ja noorema isanimi ei ole vanema eesnimi
feature-names-other_not_shared = erinevad perekonnanimed ja erinevad isanimed
feature-names-other_unknown = erinevad perekonnanimed
feature-names-unknown_named = ühe isanimi on teise eesnimi
feature-names-unknown_named_rare = ühe haruldane isanimi on teise eesnimi
feature-names-unknown_shared = sama isanimi
feature-names-unknown_shared_rare = sama haruldane isanimi
feature-names-unknown_not_named = noorema isanimi ei ole vanema eesnimi
feature-names-unknown_not_shared = erinevad isanimed
feature-ages-0_1 = sünniaegade vahe kuni aasta
feature-ages-2_5 = sünniaegade vahe 2 kuni 5 aastat
feature-ages-6_12 = sünniaegade vahe 6 kuni 12 aastat
feature-ages-13_17 = sünniaegade vahe 13 kuni 17 aastat
feature-ages-18_25 = sünniaegade vahe 18 kuni 25 aastat
feature-ages-26_40 = sünniaegade vahe 26 kuni 40 aastat
feature-ages-41_50 = sünniaegade vahe 41 kuni 50 aastat
feature-ages-51_more = sünniaegade vahe üle 50 aasta
feature-grown_up-both = mõlemad olid täiskasvanud
feature-grown_up-both_young = mõlemad olid noored täiskasvanud
feature-grown_up-elder = üks oli täiskasvanu, teine laps
feature-grown_up-none = mõlemad olid lapsed
feature-place-same_few = sama väike koht, kust siin on nimetatud väheseid
feature-place-same_some = sama koht
feature-place-same_many = sama koht, kust siin on nimetatud paljusid
feature-place-same_most = sama suur koht
feature-place-same_town = sama suur linn
feature-place-near = lähestikku asuvad kohad
feature-place-region = ainult sama piirkond
feature-place-other = erinevad kohad
feature-dwelling-same_flat = sama korter
feature-dwelling-same_numbers = samad maja ja korteri numbrid, tänav on kirjutatud teisiti
feature-dwelling-same_house = sama maja
feature-dwelling-other = erinevad kodud
feature-bearers-here_2 = kedagi teist selle perekonnanimega ei ole selles kohas nimetatud
feature-bearers-here_3_4 = selles kohas on nimetatud 3 või 4 selle perekonnanimega inimest
feature-bearers-here_5_8 = selles kohas on nimetatud 5 kuni 8 selle perekonnanimega inimest
feature-bearers-here_9_16 = selles kohas on nimetatud 9 kuni 16 selle perekonnanimega inimest
feature-bearers-here_more = selles kohas on nimetatud üle 16 selle perekonnanimega inimese
feature-bearers-list_few = haruldane perekonnanimi
feature-bearers-list_some = perekonnanimi, mis ei ole haruldane ega sage
feature-bearers-list_many = sage perekonnanimi
feature-given-same = sama eesnimi
feature-given-other = erinevad eesnimed
feature-birth_place-same = sama sünnikoht
feature-birth_place-near = lähestikku asuvad sünnikohad
feature-birth_place-other = erinevad sünnikohad
feature-case-same_rare = sama toimik, milles on vähe inimesi
feature-case-same_common = sama toimik, milles on palju inimesi
feature-case-other = erinevad toimikud
feature-day-same_rare = sama meetme päev, mille kohta on nimetatud väheseid
feature-day-same_common = sama meetme päev nagu paljudel teistel
feature-day-near = meetmete vahel kõige rohkem pool aastat
feature-day-other = ajaliselt kaugel asuvad meetmed
feature-fate-as_kin_of_shot = üks lasti maha, teist karistati kui kellegi pereliiget
feature-lists-other = nad seisavad kahes nimekirjas, millest ühes ei pruugi olla teise sugulasi
