//! Pages about numbers: how many no list names, how sure a count of persons is, and families.

mod families;
mod mse;
mod span_chart;
mod uncertainty;

pub use families::{families_csv, families_page};
pub use mse::mse_page;
pub use uncertainty::uncertainty_page;
