//! Pages about numbers: how many no list names, and how sure a count of persons is.

mod mse;
mod span_chart;
mod uncertainty;

pub use mse::mse_page;
pub use uncertainty::uncertainty_page;
