//! Exported tables.

use crate::fixture::{Place, fail, succeed, three_people};

#[test]
fn events_have_dates_as_written_and_as_read() {
    let place = Place::with_people(&three_people());
    let events = succeed(&["export", "--archive", &place.archive, "--table", "events"]);
    assert!(events.starts_with("event_id,record_id,source_id,kind,date,date_edtf,"), "{events}");
    assert!(
        events.contains("list.1.1#3,list.1.1,list,death,_.12.1937,1937-12,1937-12-01,1937-12-31,"),
        "{events}"
    );
    assert!(events.contains("arrest,31.2.1938,,,,"), "an impossible day stays as written");
}

#[test]
fn parquet_goes_to_a_file() {
    let place = Place::with_people(&three_people());
    let export =
        ["export", "--archive", &place.archive, "--table", "records", "--format", "parquet"];
    let message = fail(&export, 2);
    assert!(message.contains("--out"), "{message}");
    let out = place.folder.join("records.parquet");
    succeed(&[&export[..], &["--out", &out.to_string_lossy()]].concat());
    assert_eq!(&std::fs::read(&out).unwrap()[..4], b"PAR1");
}
