//! Russian: households of lists, cells of relatives, statements in running text.

mod age;
mod household;
mod household_settle;
mod kin_phrase;
mod lexicon;
mod name_case;
mod name_run;
mod relatives_cell;
mod statements;

pub(crate) use household::announced_start;
pub use household::{Household, read_household};
pub(crate) use lexicon::LEXICON;
pub use relatives_cell::read_relatives_cell;
pub use statements::read_kin_statements;
