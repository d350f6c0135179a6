//! Reads households of a text file, one entry a line, and prints a row for each member.
//!
//! `cargo run --release -p synodik-family --example households -- FILE` (UTF-8).

#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;
use synodik_family::{head_mention, read_household};
use synodik_model::HeadCount;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("expected a file")?;
    println!(
        "entry\thead\tterm\tground\trelation\tsurname\tgiven\tpatronymic\tbirth\tage\tcount\twords"
    );
    for (line_idx, line) in std::fs::read_to_string(path)?.lines().enumerate() {
        let name = line.split(',').next().unwrap_or_default();
        let name = name.split(". Ж").next().unwrap_or_default();
        let head = head_mention(name);
        if !line.contains("семьи:") {
            continue;
        }
        let household = read_household(line, head, None);
        for mention in &household.mentions[1..] {
            let text = |value: &Option<String>| value.clone().unwrap_or_default();
            let cells = [
                (line_idx + 1).to_string(),
                name.to_owned(),
                mention.kinship.as_ref().and_then(|kinship| kinship.term).unwrap_or("?").to_owned(),
                format!("{:?}", mention.kinship_ground),
                text(&mention.relation_stated),
                text(&mention.surname),
                text(&mention.given),
                text(&mention.patronymic),
                mention.birth.as_ref().map(|birth| birth.to_edtf()).unwrap_or_default(),
                mention.age.as_ref().map(|age| age.months.to_string()).unwrap_or_default(),
                match mention.count {
                    HeadCount::One => "1".to_owned(),
                    HeadCount::Stated(count) => count.to_string(),
                    HeadCount::Several => "several".to_owned(),
                },
                mention.words.clone(),
            ];
            println!("{}", cells.join("\t"));
        }
        for span in &household.unread {
            println!("{}\t{name}\tUNREAD\t{}", line_idx + 1, &line[span.clone()]);
        }
    }
    Ok(())
}
