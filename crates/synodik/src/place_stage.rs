//! The places that an archive brings of its own: `places.tsv`, and a table of camps with
//! their head-counts, which `camps.toml` describes.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use synodik_index::{Camp, PlacesFile};
use synodik_places::{PlaceKind, USER_COLUMNS, gazetteer, resolve_place};

/// Rows of an archive's own gazetteer.
const OWN_PLACES: &str = "places.tsv";
/// Where the table of camps lies and how its columns are called.
const CAMPS: &str = "camps.toml";

/// The file `camps.toml`; paths are those from the folder of the archive.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CampMapping {
    /// Table of camps, CSV with a header.
    camps: PathBuf,
    /// Column with the id of the camp.
    id: String,
    /// Column with its name.
    name: String,
    /// Column with its name in English.
    #[serde(default)]
    name_en: Option<String>,
    /// Column with further names, separated by commas.
    #[serde(default)]
    further_names: Option<String>,
    /// GeoJSON of points.
    locations: PathBuf,
    /// Property of a point with the id of the camp.
    location_camp: String,
    /// Table of head-counts, CSV with a header.
    counts: PathBuf,
    /// Columns with the id of the camp, the year and the prisoners.
    count_camp: String,
    year: String,
    prisoners: String,
}

/// What an archive brings of places, and the hash of the files it came from.
pub(crate) struct OwnPlaces {
    pub(crate) file: PlacesFile,
    /// Empty when there are none.
    pub(crate) sha256: String,
}

/// Reads the places of an archive.
///
/// A camp whose name the gazetteer knows keeps the id of the gazetteer; the others become
/// places of their own. A camp without a position is left out.
pub(crate) fn read_own_places(archive: &Path) -> Result<OwnPlaces> {
    let mut hash = Sha256::new();
    let mut is_any = false;
    let mut read = |path: &Path| -> Result<Option<String>> {
        let path = archive.join(path);
        match fs::read_to_string(&path) {
            Ok(text) => {
                is_any = true;
                hash.update(text.as_bytes());
                hash.update([0]);
                Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("cannot read `{}`", path.display())),
        }
    };
    let mut own_rows = read(Path::new(OWN_PLACES))?.unwrap_or_default();
    if !own_rows.is_empty() && !own_rows.ends_with('\n') {
        own_rows.push('\n');
    }
    let mut camps = Vec::new();
    if let Some(text) = read(Path::new(CAMPS))? {
        let mapping: CampMapping =
            toml::from_str(&text).with_context(|| format!("cannot read `{CAMPS}`"))?;
        let mut table = |path: &Path| {
            let text = read(path)?;
            text.with_context(|| {
                format!("`{CAMPS}` names `{}`, which is not there", path.display())
            })
        };
        let texts = [table(&mapping.camps)?, table(&mapping.locations)?, table(&mapping.counts)?];
        if own_rows.is_empty() {
            own_rows = USER_COLUMNS.join("\t");
            own_rows.push('\n');
        }
        camps = read_camps(&mapping, [&texts[0], &texts[1], &texts[2]], &mut own_rows)?;
    }
    let file = PlacesFile { own_rows, camps, ..PlacesFile::default() };
    file.gazetteer().with_context(|| format!("cannot use `{OWN_PLACES}`"))?;
    let sha256 = match is_any {
        true => hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect(),
        false => String::new(),
    };
    Ok(OwnPlaces { file, sha256 })
}

fn read_camps(
    mapping: &CampMapping,
    [camps, locations, counts]: [&str; 3],
    own_rows: &mut String,
) -> Result<Vec<Camp>> {
    let positions = read_positions(mapping, locations)?;
    let mut by_camp: BTreeMap<String, BTreeMap<i32, u64>> = BTreeMap::new();
    let columns = [mapping.count_camp.as_str(), &mapping.year, &mapping.prisoners];
    for row in read_table(counts, &mapping.counts, &columns)? {
        // Nought may mean that nobody knows.
        if let (Ok(year), Ok(n_prisoners)) = (row[1].parse(), row[2].parse::<u64>())
            && n_prisoners > 0
        {
            *by_camp.entry(row[0].clone()).or_default().entry(year).or_default() += n_prisoners;
        }
    }
    let names = [&mapping.name_en, &mapping.further_names];
    let mut columns = vec![mapping.id.as_str(), &mapping.name];
    columns.extend(names.into_iter().flatten().map(String::as_str));
    let mut found = Vec::new();
    for row in read_table(camps, &mapping.camps, &columns)? {
        let Some(&(lat, lon)) = positions.get(&row[0]) else { continue };
        let name = one_line(&row[1]);
        let place_id = match known_camp(&name) {
            Some(place_id) => place_id,
            None => {
                let place_id = format!("camp-{}", row[0].to_lowercase());
                let mut rest = row[2..].iter();
                let name_en = mapping.name_en.as_ref().and(rest.next()).map_or("", String::as_str);
                let further =
                    mapping.further_names.as_ref().and(rest.next()).map_or("", String::as_str);
                let further: Vec<String> = further.split(',').map(one_line).collect();
                let cells = [
                    &place_id,
                    PlaceKind::Camp.name(),
                    &name,
                    &one_line(name_en),
                    &format!("{lat:.2}"),
                    &format!("{lon:.2}"),
                    &further.join(";"),
                    "",
                    CAMPS,
                ];
                own_rows.push_str(&cells.join("\t"));
                own_rows.push('\n');
                place_id
            }
        };
        let by_year = by_camp.remove(&row[0]).unwrap_or_default();
        found.push(Camp { place_id, name, lat, lon, by_year });
    }
    found.sort_by(|a, b| a.place_id.cmp(&b.place_id).then(a.name.cmp(&b.name)));
    Ok(found)
}

/// Returns the id of a camp that the gazetteer knows under a name.
fn known_camp(name: &str) -> Option<String> {
    let found = resolve_place(gazetteer(), name, None);
    let best = found.first().filter(|best| best.kind == PlaceKind::Camp && best.p >= 0.5)?;
    Some(best.place_id.to_owned())
}

/// Returns the first position of every camp; some tables write the degrees as words.
fn read_positions(mapping: &CampMapping, text: &str) -> Result<BTreeMap<String, (f64, f64)>> {
    let path = mapping.locations.display();
    let json: serde_json::Value =
        serde_json::from_str(text).with_context(|| format!("cannot read `{path}`"))?;
    let Some(features) = json["features"].as_array() else {
        bail!("`{path}` is not a GeoJSON FeatureCollection");
    };
    let degrees = |value: &serde_json::Value| {
        value.as_f64().or_else(|| value.as_str()?.trim().parse::<f64>().ok())
    };
    let mut positions = BTreeMap::new();
    for feature in features {
        let camp = match &feature["properties"][&mapping.location_camp] {
            serde_json::Value::String(id) => id.clone(),
            serde_json::Value::Null => continue,
            id => id.to_string(),
        };
        let point = &feature["geometry"]["coordinates"];
        if let (Some(lon), Some(lat)) = (degrees(&point[0]), degrees(&point[1]))
            && (-90.0..=90.0).contains(&lat)
            && (-180.0..=180.0).contains(&lon)
        {
            positions.entry(camp).or_insert((lat, lon));
        }
    }
    Ok(positions)
}

/// Reads some columns of a CSV table.
fn read_table(text: &str, path: &Path, columns: &[&str]) -> Result<Vec<Vec<String>>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().with_context(|| format!("cannot read `{}`", path.display()))?;
    let mut places = Vec::new();
    for column in columns {
        let Some(place) = header.iter().position(|name| name == *column) else {
            bail!("`{}` has no column `{column}`, which `{CAMPS}` names", path.display());
        };
        places.push(place);
    }
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.with_context(|| format!("cannot read `{}`", path.display()))?;
        let cell = |&place: &usize| row.get(place).unwrap_or_default().trim().to_owned();
        rows.push(places.iter().map(cell).collect());
    }
    Ok(rows)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn camps_of_a_table_become_places_with_head_counts() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| {
            fs::write(folder.path().join(name), text).expect("a file");
        };
        assert_eq!(read_own_places(folder.path()).expect("nothing is read").sha256, "");
        write(
            CAMPS,
            "camps = \"c.csv\"\nid = \"id\"\nname = \"t\"\nlocations = \"l.json\"\nlocation_camp = \"c\"\n\
             counts = \"n.csv\"\ncount_camp = \"c\"\nyear = \"y\"\nprisoners = \"n\"\n",
        );
        write("c.csv", "id,t\n7,Выдуманный ИТЛ\n8,Карлаг\n9,Нигде\n");
        write(
            "l.json",
            r#"{"features":[{"geometry":{"coordinates":["60.5","57.1"]},"properties":{"c":7}},
                {"geometry":{"coordinates":[72.7,49.7]},"properties":{"c":"8"}}]}"#,
        );
        write("n.csv", "c,y,n\n7,1938,100\n7,1938,20\n7,1939,0\n8,1940,30000\n");
        let own = read_own_places(folder.path()).expect("the files are right");
        let camps: Vec<_> = own.file.camps.iter().map(|camp| camp.place_id.as_str()).collect();
        assert_eq!(camps, ["camp-7", "karlag"]);
        assert_eq!(own.file.camps[0].by_year, BTreeMap::from([(1938, 120)]));
        assert!(own.file.gazetteer().expect("rows").place("camp-7").is_some());
        assert!(!own.sha256.is_empty());
    }
}
