# API, allalaadimised ja kõik, mida programmid küsivad.

api-title = Programmidele
api-lead = Kõike, mida need leheküljed näitavad, saavad lugeda ka programmid: vabalt, ilma võtmeta ja ilma et küsija kohta midagi üles märgitaks.
api-openapi = Kirjeldus OpenAPI 3.1 kujul
api-reconcile = Oma nimekirja saab selle arhiiviga võrrelda nii, nagu teeb OpenRefine, vastendusteenuse kaudu aadressil
api-oai = Kirjeid saab koguda OAI-PMH 2.0 järgi aadressil
api-download = Laadi alla terved tabelid
api-manners = Kuidas vastatakse
api-paging = Loetelud tulevad osade kaupa. Iga osa annab järgmise kursori väljal „next“; kursor kehtib, kuni arhiiv uuesti koostatakse.
api-forms = Isikud, perekonnad ja kirjed tulevad ka JSON-LD-na (format=jsonld: schema.org ja PROV) ning FollowTheMoney kujul (format=ftm).
api-errors = Vead kirjeldatakse RFC 9457 järgi (problem details). Kes küsib liiga sageli, saab päisest Retry-After teada, millal uuesti küsida.
api-living = Kes võib elus olla, selle kohal seisab siin nagu igal leheküljel ainult märge. See, milliseid kirjeid peetakse ühe inimese kirjeteks, võib järgmises järgus muutuda; see, mida kirje ütleb, ei muutu.
api-asked = Mida saab küsida
api-parameters = Parameetrid

download-title = Allalaadimised
download-lead = Terved tabelid sellisena, nagu leheküljed neid näitavad, kokku pakitud (gzip). Inimesi, kes võivad elus olla, neis ei ole.
download-none = Selle arhiivi pidaja ei ole teinud tabeleid allalaadimiseks. Kõike saab lugeda osade kaupa, nagu ütleb programmide lehekülg.
download-day = Tehtud: { $day }, { $build }. järgust.
download-rows = Ridu
download-bytes = Baite
download-sha = SHA-256
download-licences = Litsentsid
download-licence-lead = Igas tabelis on kõigi allikate kirjed. Mida kirjega teha tohib, ütleb tema allika litsents; allikat nimetab veerg source_id.
download-no-licence = litsentsi ei ole märgitud
download-codex = Dokumentide kogu ise on CC BY 4.0 all.

preview-more = { $n ->
    [one] ja veel üks kirje
   *[other] ja veel { $n } kirjet
}
