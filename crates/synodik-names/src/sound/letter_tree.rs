//! Looks up the longest sequence of letters that fits, a byte a letter.

/// A tree of letter sequences, each with a value.
pub(crate) struct LetterTree<T> {
    nodes: Vec<Node<T>>,
    /// The nodes of the first letters, by code; 0 for none.
    roots: [u16; 256],
}

struct Node<T> {
    /// The letter that leads on and the node it leads to.
    next: Vec<(u8, u16)>,
    /// The value of the sequence that ends here.
    value: Option<T>,
}

impl<T: Copy> LetterTree<T> {
    /// Returns a tree without sequences.
    pub(crate) fn new() -> LetterTree<T> {
        LetterTree { nodes: vec![Node { next: Vec::new(), value: None }], roots: [0; 256] }
    }

    /// Adds a sequence; one that is there already keeps its value.
    pub(crate) fn insert(&mut self, letters: impl Iterator<Item = u8>, value: T) {
        let mut node_idx = 0;
        for code in letters {
            node_idx = match self.step(node_idx, code) {
                Some(next) => next,
                None => self.grow(node_idx, code),
            };
        }
        self.nodes[usize::from(node_idx)].value.get_or_insert(value);
    }

    fn grow(&mut self, node_idx: u16, code: u8) -> u16 {
        let next = u16::try_from(self.nodes.len()).expect("rule files have some hundred rows");
        self.nodes.push(Node { next: Vec::new(), value: None });
        self.nodes[usize::from(node_idx)].next.push((code, next));
        if node_idx == 0 {
            self.roots[usize::from(code)] = next;
        }
        next
    }

    fn step(&self, node_idx: u16, code: u8) -> Option<u16> {
        if node_idx == 0 {
            return Some(self.roots[usize::from(code)]).filter(|&next| next != 0);
        }
        let next = &self.nodes[usize::from(node_idx)].next;
        next.iter().find(|(letter, _)| *letter == code).map(|&(_, next)| next)
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
