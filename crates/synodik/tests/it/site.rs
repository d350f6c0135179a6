//! The site over an archive made by the program: what the API, the reconciliation service and
//! OAI-PMH say of records, and of nobody who may be living.

use crate::fixture::{Person, Place, succeed, three_people, write_long_list};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use synodik_index::PublicIndex;
use synodik_serve::{AppState, app};
use tower::ServiceExt;

/// A site that is asked without a port.
pub(crate) struct Site {
    router: Router,
    runtime: tokio::runtime::Runtime,
}

/// An answer: status, headers in one text, body.
pub(crate) struct Answer {
    status: u16,
    headers: String,
    body: String,
}

impl Site {
    /// Returns the site over the current build.
    pub(crate) fn of(place: &Place) -> Site {
        let folder = Path::new(&place.archive).join("current/public");
        let index = Arc::new(PublicIndex::open(&folder).unwrap());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Site { router: app(AppState::showing(index)), runtime }
    }

    fn ask(&self, request: Request<Body>) -> Answer {
        let answered = async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (head, body) = response.into_parts();
            let bytes = to_bytes(body, 1 << 26).await.unwrap();
            (head, String::from_utf8(bytes.to_vec()).unwrap())
        };
        let (head, body) = self.runtime.block_on(answered);
        let headers = head.headers.iter();
        let headers = headers.map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap()));
        Answer { status: head.status.as_u16(), headers: headers.collect(), body }
    }

    fn get(&self, address: &str) -> Answer {
        self.ask(Request::get(address).body(Body::empty()).unwrap())
    }

    fn json(&self, address: &str) -> Value {
        let answer = self.get(address);
        assert_eq!(answer.status, 200, "{address}: {}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }

    fn reconcile(&self, parameter: &str, value: &Value) -> Value {
        let form = format!("{parameter}={}", encoded(&value.to_string()));
        let request = Request::post("/api/reconcile")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(form));
        let answer = self.ask(request.unwrap());
        assert_eq!(answer.status, 200, "{}", answer.body);
        serde_json::from_str(&answer.body).unwrap()
    }

    /// Walks through a list to its end and returns the items.
    fn walk(&self, address: &str) -> Vec<Value> {
        let mut items = Vec::new();
        let mut next = Some(String::new());
        while let Some(cursor) = next {
            let mark = if address.contains('?') { '&' } else { '?' };
            let page = self.json(&format!("{address}{mark}cursor={cursor}"));
            items.extend(page["items"].as_array().unwrap().iter().cloned());
            next = page["next"].as_str().map(str::to_owned);
        }
        items
    }

    /// Walks through OAI-PMH to the end and returns all documents.
    fn harvest(&self, verb: &str) -> Vec<String> {
        let mut documents = Vec::new();
        let mut query = format!("verb={verb}&metadataPrefix=oai_dc");
        loop {
            let document = self.get(&format!("/oai?{query}")).body;
            let xml = roxmltree::Document::parse(&document).unwrap();
            let token = xml.descendants().find(|node| {
                node.has_tag_name(("http://www.openarchives.org/OAI/2.0/", "resumptionToken"))
            });
            let token = token.and_then(|token| token.text()).map(encoded);
            documents.push(document.clone());
            match token {
                Some(token) => query = format!("verb={verb}&resumptionToken={token}"),
                None => return documents,
            }
        }
    }

    /// Returns every answer that programs can get, and those to questions about these names.
    pub(crate) fn everything(&self, names: &[String]) -> Vec<(String, String)> {
        let mut answers = Vec::new();
        for list in ["records", "events", "persons", "families", "sources"] {
            let address = format!("/api/v1/{list}?limit=100");
            let items = self.walk(&address);
            for item in items.iter().take(50) {
                for (list, id) in
                    [("records", "record_id"), ("persons", "person_id"), ("families", "family_id")]
                {
                    let Some(id) = item[id].as_str().map(encoded) else { continue };
                    for form in ["json", "jsonld", "ftm"] {
                        let address = format!("/api/v1/{list}/{id}?format={form}");
                        answers.push((address.clone(), self.get(&address).body));
                    }
                    let address = format!("/api/reconcile/preview?id={id}");
                    answers.push((address.clone(), self.get(&address).body));
                }
            }
            answers.push((address, Value::Array(items).to_string()));
        }
        for verb in ["ListRecords", "ListIdentifiers"] {
            answers
                .extend(self.harvest(verb).into_iter().map(|document| (verb.to_owned(), document)));
        }
        for address in ["/sitemap.xml", "/sitemap/pages", "/sitemap/1", "/download"] {
            answers.push((address.to_owned(), self.get(address).body));
        }
        answers.push(("stats".to_owned(), self.get("/api/v1/stats").body));
        for name in names {
            let code = encoded(name);
            for address in [
                format!("/api/v1/search?q={code}"),
                format!("/api/v1/records?place={code}"),
                format!("/api/v1/records/{code}"),
                format!("/api/v1/persons/{code}"),
                format!("/api/v1/families/{code}"),
                format!("/api/reconcile/suggest/entity?prefix={code}"),
                format!("/api/reconcile/preview?id={code}"),
                format!("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier={code}"),
                format!("/oai?verb=ListRecords&resumptionToken={code}"),
            ] {
                // What was asked may come back as what was asked: matches, and the request of OAI.
                let body = self.get(&address).body.replace(name.as_str(), "");
                answers.push((address, body));
            }
            let batch = json!({ "q": { "query": name, "limit": 25 } });
            answers
                .push((format!("reconcile {name}"), self.reconcile("queries", &batch).to_string()));
        }
        answers
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Two entries of one man in two lists, one of a woman, and a child who may be living.
fn place() -> Place {
    let mut people = three_people();
    people.push(Person {
        name: ["Тайнова", "Секретина", "Игнатьевна"],
        birth_year: "1946",
        birth_place: "хутор Сокровенный",
        arrest_date: "25.3.1949",
        ..Person::default()
    });
    Place::with_people(&people)
}

#[test]
fn lists_hold_every_entry_once_whatever_the_page() {
    let place = Place::new();
    let list = write_long_list(&place.folder, "long.tsv", 137);
    place.import("long", &list);
    place.build();
    let site = Site::of(&place);
    for limit in [1, 7, 100] {
        for (list, id) in
            [("records", "record_id"), ("persons", "person_id"), ("events", "event_id")]
        {
            let items = site.walk(&format!("/api/v1/{list}?limit={limit}"));
            let ids: BTreeSet<&str> = items.iter().map(|item| item[id].as_str().unwrap()).collect();
            let expected = if list == "events" { 274 } else { 137 };
            assert_eq!((items.len(), ids.len()), (expected, expected), "{list} by {limit}");
        }
    }
    let filtered = site
        .walk("/api/v1/records?limit=50&event=arrest&event_from=1937&event_to=1937&source=long");
    assert_eq!(filtered.len(), 137);
    assert!(site.walk("/api/v1/records?source=other").is_empty());
    assert!(site.walk("/api/v1/records?birth_to=1889").is_empty());
    assert_eq!(
        site.walk(
            "/api/v1/records?place=%D0%9D%D0%B5%D0%B1%D1%8B%D0%B2%D0%B0%D0%BB%D0%BE%D0%B2%D0%BE"
        )
        .len(),
        137
    );
    let arrests = site.walk("/api/v1/events?event=arrest&limit=100");
    assert_eq!(arrests.len(), 137);
    let found = site.walk(
        "/api/v1/search?q=%D0%92%D1%8B%D0%B4%D1%83%D0%BC%D0%B0%D0%BD%D0%BE%D0%B2%D0%B0&limit=50",
    );
    assert!(found.len() <= 137, "search leafs as the page does");
}

#[test]
fn an_entry_is_given_in_three_forms() {
    let place = place();
    let site = Site::of(&place);
    let record = site.json("/api/v1/records/list.1.1");
    assert_eq!(record["name"], "Небылицын Фёдор Лукич");
    assert_eq!(record["fields"]["birth_place"], "с. Ивушкино Тамбовской губ.");
    assert_eq!(record["person_id"], "list.1.1");
    assert_eq!(record["events"][0]["event_id"], "list.1.1#1");
    let linked = site.json("/api/v1/persons/list.1.1?format=jsonld");
    assert_eq!(linked["@context"]["@vocab"], "https://schema.org/");
    assert_eq!(linked["@type"][0], "Person");
    assert_eq!(linked["birthDate"][0], "1889");
    assert!(
        linked["prov:wasDerivedFrom"][0]["@id"].as_str().unwrap().ends_with("/record/list.1.1")
    );
    let request = Request::get("/api/v1/persons/list.1.1").header("accept", "application/x-ndjson");
    let answer = site.ask(request.body(Body::empty()).unwrap());
    assert!(answer.headers.contains("content-type: application/x-ndjson"), "{}", answer.headers);
    let entities: Vec<Value> =
        answer.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(entities[0]["schema"], "Person");
    assert_eq!(entities[0]["properties"]["lastName"][0], "Небылицын");
    assert!(
        entities[1..].iter().all(|entity| entity["properties"]["involved"][0] == entities[0]["id"])
    );
    let exported =
        succeed(&["export", "--archive", &place.archive, "--table", "persons", "--format", "ftm"]);
    assert!(exported.lines().count() > 3 && exported.contains("Небылицын"), "{exported}");
}

#[test]
fn who_may_be_living_is_a_placeholder_or_nothing() {
    let site = Site::of(&place());
    let record = site.json("/api/v1/records/list.1.4");
    let expected = json!({ "record_id": "list.1.4", "source_id": "list", "is_withheld": true });
    assert_eq!(record, expected, "as on the page of the entry");
    // Everywhere else a placeholder and an id that nobody has are answered with the same bytes.
    for address in [
        "/api/v1/persons/{}",
        "/api/v1/persons/{}?format=jsonld",
        "/api/v1/families/{}",
        "/api/reconcile/preview?id={}",
        "/oai?verb=ListMetadataFormats&identifier=oai%3Alocalhost%3A{}",
        "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai%3Alocalhost%3A{}",
    ] {
        let answer = |id: &str| {
            let answer = site.get(&address.replace("{}", id));
            let body = answer.body.replace(id, "ID");
            // The moment of the answer is not what is compared.
            let body = body
                .split("responseDate>")
                .filter(|part| !part.starts_with("20"))
                .collect::<String>();
            (
                answer.status,
                answer.headers.lines().filter(|line| !line.starts_with("etag")).collect::<String>(),
                body,
            )
        };
        assert_eq!(answer("list.1.4"), answer("list.1.9"), "{address}");
    }
    let batch = json!({ "ids": ["list.1.4", "list.1.9"], "properties": [{ "id": "birth_year" }, { "id": "name" }] });
    let extended = site.reconcile("extend", &batch);
    assert_eq!(extended["rows"]["list.1.4"], extended["rows"]["list.1.9"]);
    let names = ["Секретина", "Тайнова", "Сокровенный", "Sekretina"].map(str::to_owned);
    for (address, body) in site.everything(&names) {
        for secret in ["Секретин", "секретин", "Тайнов", "Сокровенн", "1946", "25.3.1949"]
        {
            assert!(!body.contains(secret), "`{secret}` in {address}: {body}");
        }
        let is_placeholder = address.contains(&encoded("list.1.4"));
        assert!(is_placeholder || !body.contains("list.1.4"), "the id in {address}: {body}");
    }
}

#[test]
fn names_of_a_list_are_set_beside_the_archive() {
    let site = Site::of(&place());
    let year = |year: &str| json!([{ "pid": "birth_year", "v": year }]);
    let batch = json!({
        "full": { "query": "Небылицын Фёдор Лукич", "properties": year("1889") },
        "latin": { "query": "Nebylitsyn Fyodor Lukich", "type": "Person", "limit": 1 },
        "other": { "query": "Небылицын Фёдор Лукич", "properties": year("1925") },
        "nobody": { "query": "Qqqq Xxxx" },
    });
    let results = site.reconcile("queries", &batch);
    let best = |key: &str| results[key]["result"][0].clone();
    assert_eq!(best("full")["id"], "list.1.1");
    assert_eq!(best("full")["match"], true, "{results}");
    assert_eq!(best("latin")["id"], "list.1.1", "{results}");
    assert_eq!(best("latin")["match"], false, "a name alone is no match");
    assert_eq!(best("other")["match"], false);
    assert!(best("other")["score"].as_f64() < best("full")["score"].as_f64(), "{results}");
    assert_eq!(results["nobody"]["result"], json!([]));
    let suggested =
        site.json(&format!("/api/reconcile/suggest/entity?prefix={}", encoded("Небыл")));
    assert_eq!(suggested["result"].as_array().unwrap().len(), 2, "{suggested}");
    let preview = site.get("/api/reconcile/preview?id=list.1.1");
    assert!(preview.headers.contains("frame-ancestors *"), "{}", preview.headers);
    assert!(!preview.headers.contains("x-frame-options") && preview.body.contains("Небылицын"));
    assert!(site.get("/record/list.1.1").headers.contains("frame-ancestors 'none'"));
    let batch = json!({ "ids": ["list.1.1"], "properties": [{ "id": "birth_year" }, { "id": "birth_place" }] });
    let extended = site.reconcile("extend", &batch);
    assert_eq!(extended["rows"]["list.1.1"]["birth_year"], json!([{ "int": 1889 }]));
    assert_eq!(
        extended["rows"]["list.1.1"]["birth_place"][0]["str"],
        "с. Ивушкино Тамбовской губ."
    );
}

#[test]
fn entries_are_harvested_whole_and_well_formed() {
    let place = Place::new();
    let list = write_long_list(&place.folder, "long.tsv", 230);
    place.import("long", &list);
    let odd = [Person {
        name: ["Небылов<b>&\"'", "]]>\u{1}", "\u{fffe}Титович"],
        birth_year: "1880",
        birth_place: "<script>",
        ..Person::default()
    }];
    let odd = crate::fixture::write_list(&place.folder, "odd.tsv", &odd);
    place.import("odd", &odd);
    succeed(&["build", "--archive", &place.archive, "--as-of", "2026-11-22"]);
    let site = Site::of(&place);
    for verb in ["ListRecords", "ListIdentifiers"] {
        let documents = site.harvest(verb);
        assert_eq!(documents.len(), 3, "{verb}");
        let mut ids = BTreeSet::new();
        for document in &documents {
            let xml = roxmltree::Document::parse(document).unwrap();
            let headers = xml.descendants().filter(|node| node.tag_name().name() == "identifier");
            ids.extend(headers.filter_map(|node| node.text().map(str::to_owned)));
        }
        ids.retain(|id| id.starts_with("oai:"));
        assert_eq!(ids.len(), 231, "{verb}");
        assert!(documents[0].contains("completeListSize=\"231\""));
    }
    for (query, expected) in [
        ("verb=ListRecords&metadataPrefix=oai_dc&set=odd", "&lt;script&gt;"),
        (
            "verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-22&until=2026-11-22&set=odd",
            "odd.1.1",
        ),
        ("verb=ListRecords&metadataPrefix=oai_dc&until=2026-11-21", "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-11-23", "noRecordsMatch"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:odd.1.1", "<dc:title>"),
    ] {
        let document = site.get(&format!("/oai?{query}")).body;
        roxmltree::Document::parse(&document).unwrap();
        assert!(document.contains(expected), "{query}: {document}");
    }
}

#[test]
fn whole_tables_are_taken_as_they_were_written() {
    let place = place();
    succeed(&["downloads", "--archive", &place.archive]);
    let site = Site::of(&place);
    let page = site.get("/download").body;
    let folder = Path::new(&place.archive).join("current/public/download");
    let files: Value =
        serde_json::from_slice(&std::fs::read(folder.join("files.json")).unwrap()).unwrap();
    for file in files.as_array().unwrap() {
        let name = file["name"].as_str().unwrap();
        assert!(page.contains(name) && page.contains(file["sha256"].as_str().unwrap()), "{name}");
        let request =
            Request::get(format!("/download/{name}")).header("accept-encoding", "gzip, br");
        let answered = async {
            let response =
                site.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            let (head, body) = response.into_parts();
            assert!(!head.headers.contains_key("content-encoding"), "it is packed once");
            to_bytes(body, 1 << 26).await.unwrap()
        };
        let bytes = site.runtime.block_on(answered);
        assert_eq!(bytes.len() as u64, file["n_bytes"].as_u64().unwrap(), "{name}");
        assert_eq!(bytes, std::fs::read(folder.join(name)).unwrap());
        let mut text = String::new();
        let mut reader = flate2::read::GzDecoder::new(&bytes[..]);
        std::io::Read::read_to_string(&mut reader, &mut text).unwrap();
        let table = name.strip_suffix(".csv.gz").unwrap();
        let exported = succeed(&["export", "--archive", &place.archive, "--table", table]);
        assert_eq!(text, exported, "{name} is the public export");
        assert!(!text.contains("Секретин"), "{name}");
    }
    assert_eq!(site.get("/download/files.json").status, 404, "only what is listed");
    assert_eq!(site.get("/download/..%2Farchive.json").status, 404);
}

#[test]
fn a_search_says_how_near_what_it_found_is() {
    let told = |name: [&'static str; 3], family| Person {
        name,
        birth_year: "1890",
        birth_place: "деревня Небывалово",
        family,
        arrest_date: "5.10.1937",
        death_date: "5.11.1937",
        ..Person::default()
    };
    let place = Place::with_people(&[
        told(["Выдумкин", "Фрол", "Титович"], "жена Небылицына Фёкла Ильинична"),
        told(["Небылицын", "Савва", "Лукич"], ""),
    ]);
    place.build();
    let site = Site::of(&place);
    let found = |query: &str| site.get(&format!("/search?q={}", encoded(query))).body;
    // The letters of a keyboard that was left in Latin are no initials, and are offered as meant.
    let typed = found("Yt,skbwsy");
    assert!(typed.contains("keyboard set to the other letters: “Небылицын”"), "{typed}");
    assert!(!typed.contains("is the initial of"), "{typed}");
    // A place says where it stands, and a list that names it is told of though nothing is found.
    let of_place = found("Небывалово");
    assert!(of_place.contains("“Небывалово”: Place of birth"), "{of_place}");
    let nothing = found("Зззыыщъ Небывалово");
    assert!(
        nothing.contains("Nothing found") && nothing.contains("“Небывалово”; the entries that do"),
        "{nothing}"
    );
    // Any usual transliteration of what was typed is the name itself.
    let latin = Place::with_people(&[told(["Zhdanshchikov", "Savva", "Lukich"], "")]);
    latin.build();
    let latin = Site::of(&latin).get(&format!("/search?q={}", encoded("Жданщиков"))).body;
    assert!(latin.contains("in the other script") && latin.contains("1 record found"), "{latin}");
}
