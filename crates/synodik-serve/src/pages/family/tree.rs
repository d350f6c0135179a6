//! The family tree as drawn: boxes with names, lines with what they mean.

use super::kin_terms::{Line, kin_term};
use super::layout::{BOX_WIDTH, Bond, Kin, Layout, Union, lay_out};
use super::members::{MemberView, birth_order, ground_words, tie_words};
use crate::Text;
use synodik_index::{PublicFamily, PublicTie};

const BOX_HEIGHT: i32 = 66;
/// Room between two rows, for the lines to the children.
const ROW_GAP: i32 = 58;
/// How far below a row the highest line to the children lies.
const BUS_DROP: i32 = 24;
const MARGIN_TOP: i32 = 6;
/// Room over the first row where siblings are joined above it.
const BRACKET: i32 = ROW_GAP - BUS_DROP;
/// Letters of a name that fit on one line of a box.
const N_LINE_LETTERS: usize = 19;
/// What is taken off the strength of a tie that is not by blood.
const NOT_BY_BLOOD: i32 = 1_000;

/// The drawing.
pub(super) struct TreeView {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) lines: Vec<LineView>,
    pub(super) boxes: Vec<BoxView>,
    /// Baseline of the words over those whose place is not known.
    pub(super) loose_y: Option<i32>,
}

/// One member in the drawing.
pub(super) struct BoxView {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) kind: &'static str,
    pub(super) number: usize,
    /// The name on one or two lines, the years on the next, each with its baseline.
    pub(super) words: Vec<(i32, String)>,
    pub(super) years: Option<(i32, String)>,
}

/// One line between members.
pub(super) struct LineView {
    pub(super) path: String,
    /// `sure`, `probable` or `implied`: the classes of the lines.
    pub(super) kind: &'static str,
    /// What the line means.
    pub(super) title: String,
    /// Number in the list of evidence, for a line that is only probable.
    pub(super) tie: Option<usize>,
    /// Where the probability appears.
    pub(super) label: Option<(i32, i32, String)>,
}

impl BoxView {
    pub(super) fn middle(&self) -> i32 {
        self.x + BOX_WIDTH / 2
    }
}

/// Returns the drawing of a family; none of fewer than two members.
pub(super) fn draw_tree(
    family: &PublicFamily,
    members: &[MemberView],
    t: Text<'_>,
) -> Option<TreeView> {
    if members.len() < 2 {
        return None;
    }
    let layout = lay_out(&birth_order(family), &kins_of(family));
    let drawing = Drawing { family, layout: &layout, top: top_of(&layout), t };
    let mut lines: Vec<LineView> = Vec::new();
    for union in &layout.unions {
        lines.extend(drawing.union_lines(union));
    }
    lines.extend(layout.couples.iter().map(|&couple| drawing.couple_line(couple)));
    // The sure ones last, so that they are not broken where lines lie on each other.
    lines.sort_by_key(|line| line.kind != "probable");
    let boxes = members.iter().map(|member| drawing.member_box(member)).collect();
    Some(TreeView {
        width: layout.width,
        height: drawing.row_y(layout.n_rows) - ROW_GAP + MARGIN_TOP,
        lines,
        boxes,
        loose_y: layout.first_loose_row.map(|row| drawing.row_y(row) - 14),
    })
}

/// Returns the ties as the layout sees them.
fn kins_of(family: &PublicFamily) -> Vec<Kin> {
    let kin = |tie: &PublicTie| {
        let term = kin_term(&tie.relation)?;
        let n_rows = term.generations?;
        let by_blood = matches!(term.kinship, "child" | "parent" | "spouse" | "sibling");
        let strength = (tie.p * 1000.0) as i32 - if by_blood { 0 } else { NOT_BY_BLOOD };
        let kin = |first, second, bond| Some(Kin { first, second, bond, strength });
        match term.line {
            Line::Couple => kin(tie.first, tie.second, Bond::Couple),
            Line::Sibling => kin(tie.first, tie.second, Bond::Sibling),
            Line::Descent if n_rows > 0 => kin(tie.first, tie.second, Bond::Descent),
            Line::Descent => kin(tie.second, tie.first, Bond::Descent),
            Line::None => kin(tie.first, tie.second, Bond::Apart(n_rows)),
        }
    };
    let n_members = family.members.len();
    let is_within = |tie: &&PublicTie| tie.first < n_members && tie.second < n_members;
    family.ties.iter().filter(is_within).filter_map(kin).collect()
}

/// Returns the top of the first row.
fn top_of(layout: &Layout) -> i32 {
    let joins_siblings = |union: &Union| {
        union.parents.is_empty()
            && union.children.iter().any(|&child| layout.places[child].row == 0)
    };
    MARGIN_TOP + if layout.unions.iter().any(joins_siblings) { BRACKET } else { 0 }
}

struct Drawing<'a> {
    family: &'a PublicFamily,
    layout: &'a Layout,
    top: i32,
    t: Text<'a>,
}

impl Drawing<'_> {
    fn row_y(&self, row: usize) -> i32 {
        self.top + row as i32 * (BOX_HEIGHT + ROW_GAP)
    }

    fn member_box(&self, member: &MemberView) -> BoxView {
        let place = self.layout.places[member.number - 1];
        let (x, y) = (place.x, self.row_y(place.row));
        let words: Vec<String> = match &member.box_words[..] {
            [name] => two_lines(name),
            // A relation and a remark, or one of them twice as long.
            parts => parts.iter().flat_map(|part| two_lines(part)).take(3).collect(),
        };
        // The words stand in the middle of the box, be they two lines or three.
        let n_lines = words.len() as i32 + i32::from(member.years.is_some());
        let first = y + (BOX_HEIGHT - (n_lines - 1) * 17) / 2 + 4;
        let baseline = |line_idx: usize| first + 17 * line_idx as i32;
        let years = member.years.clone().map(|years| (baseline(words.len()), years));
        let words = words.into_iter().enumerate();
        BoxView {
            x,
            y,
            kind: member.kind,
            number: member.number,
            words: words.map(|(line_idx, line)| (baseline(line_idx), line)).collect(),
            years,
        }
    }

    fn couple_line(&self, (left, right): (usize, usize)) -> LineView {
        let (a, b) = (self.layout.places[left], self.layout.places[right]);
        let y = self.row_y(a.row) + BOX_HEIGHT / 2;
        let (from, to) = (a.x + BOX_WIDTH, b.x);
        // Round below whoever stands between the two.
        let path = if self.is_beside(left, right) {
            format!("M{from} {y}H{to}")
        } else {
            let (from, to) = (self.layout.centre(left), self.layout.centre(right));
            let bottom = self.row_y(a.row) + BOX_HEIGHT;
            format!("M{from} {bottom}v9H{to}v-9")
        };
        let ties = self.ties(left, right, |line| line == Line::Couple);
        self.line(path, &ties, ((from + to) / 2, y - 8), "family-implied")
    }

    /// Returns whether nobody stands between two of a row.
    fn is_beside(&self, left: usize, right: usize) -> bool {
        let (a, b) = (self.layout.places[left], self.layout.places[right]);
        let (from, to) = (a.x.min(b.x), a.x.max(b.x));
        let mut others = self.layout.places.iter();
        !others.any(|other| other.row == a.row && from < other.x && other.x < to)
    }

    /// Returns one line a child.
    fn union_lines(&self, union: &Union) -> Vec<LineView> {
        let anchor = self.layout.anchor(union);
        let child_line = |&child: &usize| {
            let (row, centre) = (self.layout.places[child].row, self.layout.centre(child));
            let top = self.row_y(row);
            let bus = top - ROW_GAP + BUS_DROP + (union.level as i32 * 9).min(ROW_GAP - 30);
            let start = match union.parents[..] {
                [] => format!("M{anchor} {bus}"),
                // From the line between the two, or from under the one.
                [a, b] if self.is_beside(a, b) => {
                    format!("M{anchor} {}V{bus}", top - ROW_GAP - BOX_HEIGHT / 2)
                }
                [_, _] => format!("M{anchor} {}V{bus}", top - ROW_GAP + 9),
                _ => format!("M{anchor} {}V{bus}", top - ROW_GAP),
            };
            let path = format!("{start}H{centre}V{top}");
            let ties: Vec<usize> = match union.parents[..] {
                [] => {
                    let siblings = union.children.iter().filter(|&&other| other != child);
                    let is_line = |line| line == Line::Sibling;
                    siblings.flat_map(|&other| self.ties(child, other, is_line)).take(3).collect()
                }
                ref parents => {
                    let is_line = |line| line == Line::Descent;
                    parents.iter().flat_map(|&parent| self.ties(parent, child, is_line)).collect()
                }
            };
            self.line(path, &ties, (centre + 5, top - 9), "family-implied")
        };
        union.children.iter().map(child_line).collect()
    }

    /// Returns the surest tie between two members that is drawn with such a line.
    fn ties(&self, a: usize, b: usize, is_line: fn(Line) -> bool) -> Vec<usize> {
        let ties = self.family.ties.iter().enumerate();
        let between = ties.filter(|(_, tie)| {
            let is_pair = (tie.first, tie.second) == (a, b) || (tie.first, tie.second) == (b, a);
            is_pair && kin_term(&tie.relation).is_some_and(|term| is_line(term.line))
        });
        let surest = between.reduce(|best, next| if next.1.p > best.1.p { next } else { best });
        surest.map(|(tie_idx, _)| tie_idx).into_iter().collect()
    }

    fn line(&self, path: String, ties: &[usize], (x, y): (i32, i32), implied: &str) -> LineView {
        let found: Vec<&PublicTie> = ties.iter().map(|&idx| &self.family.ties[idx]).collect();
        let words = |tie: &PublicTie| {
            let ground = ground_words(&tie.ground, tie.p, self.t);
            format!("{} ({ground})", tie_words(self.family, tie, self.t))
        };
        let probable = ties.iter().find(|&&idx| self.family.ties[idx].ground == "inferred");
        let kind = match (probable, &found[..]) {
            (Some(_), _) => "probable",
            (None, []) => "implied",
            (None, _) => "sure",
        };
        let title = match &found[..] {
            [] => self.t.say(implied).into_owned(),
            found => found.iter().map(|tie| words(tie)).collect::<Vec<_>>().join("; "),
        };
        let p = probable.map(|&idx| self.family.ties[idx].p);
        let label = p.map(|p| (x, y, crate::pages::related::probability_words(p, self.t)));
        LineView { path, kind, title, tie: probable.map(|idx| idx + 1), label }
    }
}

/// Returns a name on at most two lines, with an ellipsis where it does not fit.
fn two_lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let n_lines = lines.len();
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < N_LINE_LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) if n_lines == 2 => {
                line.push('…');
                break;
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let shorten = |line: String| match line.chars().count() {
        n_letters if n_letters <= N_LINE_LETTERS + 1 => line,
        _ => line.chars().take(N_LINE_LETTERS - 1).chain(['…']).collect(),
    };
    lines.into_iter().map(shorten).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_on_at_most_two_lines() {
        for (name, expected) in [
            ("Петров Иван", "Петров Иван"),
            ("Веретенникова Аграфена Савельевна", "Веретенникова|Аграфена Савельевна"),
            ("Рождественская Александра Константиновна", "Рождественская|Александра…"),
            ("Константинопольский-Задунайский", "Константинопольски…"),
            ("", ""),
        ] {
            assert_eq!(two_lines(name).join("|"), expected, "{name}");
        }
    }
}
