// Reads bytes as a file of a format and checks what must hold of every reading.

use synodik_import::{Format, plan_file, read_chunk, split_chunks};

pub fn read_bytes(format: &Format, bytes: &[u8]) {
    let Ok(plan) = plan_file(format, None, bytes, true) else { return };
    let mut n_rows = 0;
    for chunk_bytes in [64, 1 << 20] {
        let mut rows = Vec::new();
        for chunk in split_chunks(bytes, 1, &plan, chunk_bytes) {
            let chunk = chunk.expect("reading from memory does not fail");
            let outcome = read_chunk(format, &plan, &chunk, &mut |row| {
                let place = match &row {
                    Ok(record) => record.place,
                    Err(reject) => reject.place,
                };
                assert!(place.byte_offset + place.byte_length <= bytes.len() as u64);
                rows.push((place, row.is_ok()));
            });
            if outcome.is_err() {
                return;
            }
        }
        // The size of chunks changes nothing.
        if chunk_bytes == 64 {
            n_rows = rows.len();
        } else {
            assert_eq!(rows.len(), n_rows);
        }
    }
}
