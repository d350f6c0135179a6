//! What was in force on a day, what changed between two days, and the life of an instrument.

mod in_force;
mod life_line;

pub(crate) use in_force::period_of;
pub use in_force::{Doubt, InForce, concerns_relation, in_force_at};
pub use life_line::{Change, LifeLine, Stage, changes_between, life_line};
