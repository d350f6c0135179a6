//! Looks up the longest sequence of letters that fits, a byte a letter.

use std::collections::VecDeque;

/// No node: the slot is free.
const FREE: u16 = u16::MAX;

/// Letters have codes below; so many slots are kept behind the last one taken.
const N_CODES: usize = 256;

/// A tree of letter sequences, each with a value.
///
/// The children of a node stand in one array, each as far from the node's first slot
/// as the code of its letter says; those of other nodes fill the gaps between (a double
/// array, Aoe 1989). A step down is one look into it.
pub(crate) struct LetterTree<T> {
    nodes: Vec<Node<T>>,
    slots: Vec<Slot>,
}

struct Node<T> {
    first_slot: u16,
    /// The value of the sequence that ends here.
    value: Option<T>,
}

#[derive(Clone, Copy)]
struct Slot {
    parent: u16,
    child: u16,
}

/// A node while the tree grows: its children by their letters, and its value.
struct Growing<T> {
    next: Vec<(u8, u16)>,
    value: Option<T>,
}

impl<T: Copy> LetterTree<T> {
    /// Builds the tree of sequences; of equal ones the first keeps its value.
    pub(crate) fn build(sequences: impl Iterator<Item = (Vec<u8>, T)>) -> LetterTree<T> {
        let mut growing = vec![Growing { next: Vec::new(), value: None }];
        for (letters, value) in sequences {
            let mut node_idx = 0;
            for code in letters {
                let next = &growing[node_idx].next;
                let known = next.iter().find(|(letter, _)| *letter == code);
                node_idx = match known {
                    Some(&(_, child)) => usize::from(child),
                    None => grow(&mut growing, node_idx, code),
                };
            }
            growing[node_idx].value.get_or_insert(value);
        }
        place(&growing)
    }

    fn step(&self, node_idx: u16, code: u8) -> Option<u16> {
        let first_slot = self.nodes[usize::from(node_idx)].first_slot;
        let slot = self.slots[usize::from(first_slot) + usize::from(code)];
        (slot.parent == node_idx).then_some(slot.child)
    }

    /// Returns the value of the longest sequence that begins `letters`, and its length.
    pub(crate) fn longest(&self, letters: impl Iterator<Item = u8>) -> Option<(T, usize)> {
        let mut found = self.nodes[0].value.map(|value| (value, 0));
        let mut node_idx = 0;
        for (at, code) in letters.enumerate() {
            match self.step(node_idx, code) {
                Some(next) => node_idx = next,
                None => break,
            }
            if let Some(value) = self.nodes[usize::from(node_idx)].value {
                found = Some((value, at + 1));
            }
        }
        found
    }
}

fn grow<T>(growing: &mut Vec<Growing<T>>, node_idx: usize, code: u8) -> usize {
    let child = growing.len();
    let child_idx = u16::try_from(child).expect("rule files have some hundred rows");
    growing.push(Growing { next: Vec::new(), value: None });
    growing[node_idx].next.push((code, child_idx));
    child
}

/// Gives the children of every node the first slots that are all free.
fn place<T: Copy>(growing: &[Growing<T>]) -> LetterTree<T> {
    let node = |growing: &Growing<T>| Node { first_slot: 0, value: growing.value };
    let mut nodes: Vec<Node<T>> = growing.iter().map(node).collect();
    let mut slots = vec![Slot { parent: FREE, child: 0 }; N_CODES];
    let mut open = VecDeque::from([0_u16]);
    while let Some(node_idx) = open.pop_front() {
        let next = &growing[usize::from(node_idx)].next;
        let is_free = |&first: &usize| {
            let is_slot_free = |slot: usize| slots.get(slot).is_none_or(|slot| slot.parent == FREE);
            next.iter().all(|&(code, _)| is_slot_free(first + usize::from(code)))
        };
        let first = (0..=slots.len()).find(is_free).expect("behind the last slot all are free");
        slots.resize(slots.len().max(first + N_CODES), Slot { parent: FREE, child: 0 });
        nodes[usize::from(node_idx)].first_slot =
            u16::try_from(first).expect("rule files have some hundred rows");
        for &(code, child) in next {
            slots[first + usize::from(code)] = Slot { parent: node_idx, child };
            open.push_back(child);
        }
    }
    LetterTree { nodes, slots }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_sequence_is_found() {
        let rows: [(&[u8], char); 6] = [
            (&[1], 'a'),
            (&[1, 2, 3], 'b'),
            (&[2, 255], 'c'),
            (&[1], 'd'),
            (&[3], 'e'),
            (&[3, 1, 1], 'f'),
        ];
        let tree =
            LetterTree::build(rows.iter().map(|(letters, value)| (letters.to_vec(), *value)));
        let check = |letters: &[u8], expected: Option<(char, usize)>| {
            assert_eq!(tree.longest(letters.iter().copied()), expected, "{letters:?}");
        };
        check(&[1, 2, 3, 4], Some(('b', 3)));
        check(&[1, 2, 4], Some(('a', 1)));
        check(&[2, 255], Some(('c', 2)));
        check(&[2, 3], None);
        check(&[3, 1], Some(('e', 1)));
        check(&[3, 1, 1], Some(('f', 3)));
        check(&[255], None);
        check(&[], None);
    }
}
