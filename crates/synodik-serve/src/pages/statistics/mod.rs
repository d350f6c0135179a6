//! Pages about numbers: how many no list names, how sure a count of persons is, and families.

mod bars;
mod families;
mod months;
mod mse;
mod overview;
mod span_chart;
mod uncertainty;

pub use families::{families_csv, families_page};
pub use months::{months_csv, months_page};
pub use mse::mse_page;
pub use overview::{StatisticsQuestion, statistics_page, table_csv, table_name, table_page};
pub use uncertainty::uncertainty_page;
