//! Graphs in which every cycle of four or more has a chord, with cliques and separators.

/// A decomposable graph over lists; sets of lists are numbers with a bit for a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DecomposableGraph {
    /// Greatest sets of lists that all depend on one another, in a running order.
    pub(super) cliques: Vec<usize>,
    /// What each clique but the first shares with those before; empty sets included.
    pub(super) separators: Vec<usize>,
}

impl DecomposableGraph {
    /// Returns the cliques as `[123,14]`, great ones first.
    pub(super) fn name(&self) -> String {
        let digits = |set: usize| -> String {
            (0..16).filter(|idx| set >> idx & 1 == 1).map(|idx| (idx + 1).to_string()).collect()
        };
        let mut names: Vec<String> = self.cliques.iter().map(|&set| digits(set)).collect();
        names.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        format!("[{}]", names.join(","))
    }
}

/// Returns all decomposable graphs: 8 of 3 lists, 61 of 4, 822 of 5.
pub(super) fn decomposable_graphs(n_lists: usize) -> Vec<DecomposableGraph> {
    let pairs: Vec<(usize, usize)> =
        (0..n_lists).flat_map(|a| (a + 1..n_lists).map(move |b| (a, b))).collect();
    (0..1_usize << pairs.len())
        .filter_map(|edges| {
            let mut neighbours = vec![0_usize; n_lists];
            for (idx, &(a, b)) in pairs.iter().enumerate() {
                if edges >> idx & 1 == 1 {
                    neighbours[a] |= 1 << b;
                    neighbours[b] |= 1 << a;
                }
            }
            decompose(&neighbours)
        })
        .collect()
}

/// Decomposes a graph by maximum cardinality search (Tarjan and Yannakakis 1984).
fn decompose(neighbours: &[usize]) -> Option<DecomposableGraph> {
    let n_lists = neighbours.len();
    let mut visited = 0_usize;
    let mut cliques: Vec<usize> = Vec::new();
    let mut separators = Vec::new();
    let mut n_before = 0;
    for step in 0..n_lists {
        let next = (0..n_lists)
            .filter(|list| visited >> list & 1 == 0)
            .max_by_key(|&list| ((neighbours[list] & visited).count_ones(), usize::MAX - list))?;
        let earlier = neighbours[next] & visited;
        // Chordal just when the neighbours met before all depend on one another.
        let is_complete = (0..n_lists)
            .filter(|list| earlier >> list & 1 == 1)
            .all(|list| earlier & !(1 << list) & !neighbours[list] == 0);
        if !is_complete {
            return None;
        }
        let n_earlier = earlier.count_ones();
        if step > 0 && n_earlier > n_before {
            *cliques.last_mut()? |= 1 << next;
        } else {
            cliques.push(earlier | 1 << next);
            if step > 0 {
                separators.push(earlier);
            }
        }
        n_before = n_earlier;
        visited |= 1 << next;
    }
    Some(DecomposableGraph { cliques, separators })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_graphs_as_in_the_books() {
        for (n_lists, expected) in [(2, 2), (3, 8), (4, 61), (5, 822)] {
            assert_eq!(decomposable_graphs(n_lists).len(), expected);
        }
    }

    #[test]
    fn cliques_cover_and_separators_balance() {
        for graph in decomposable_graphs(5) {
            let sizes = |sets: &[usize]| sets.iter().map(|set| set.count_ones()).sum::<u32>();
            assert_eq!(sizes(&graph.cliques) - sizes(&graph.separators), 5, "{}", graph.name());
            assert_eq!(graph.cliques.len(), graph.separators.len() + 1);
        }
    }
}
