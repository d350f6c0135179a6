"""Makes a fixed mix of search questions from a Memorial TSV, for search_latency and wrk.

Usage: make_queries.py FILE.tsv OUT.tsv [N_PER_KIND]
Writes lines `kind<TAB>query<TAB>person_id`; the person is one the query should find.
Same file, same lines: the choice is seeded.
"""

import random
import sys

LATIN = dict(zip("абвгдезийклмнопрстуфхцыэ", "abvgdeziiklmnoprstufhcye"))
LATIN |= {"ж": "zh", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ё": "yo", "ь": "", "ъ": "", "х": "kh", "ц": "ts", "й": "y"}
LETTERS = "абвгдежзийклмнопрстуфхцчшщыьэюя"


def to_latin(text):
    return "".join(LATIN.get(letter, letter) for letter in text.lower()).title()


def misspell(rng, word):
    """Replaces, drops, doubles or swaps one letter, never the first."""
    place = rng.randrange(1, len(word))
    letter = rng.choice(LETTERS)
    kind = rng.randrange(4)
    if kind == 0:
        return word[:place] + letter + word[place + 1 :]
    if kind == 1:
        return word[:place] + word[place + 1 :]
    if kind == 2:
        return word[:place] + word[place] + word[place:]
    return word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]


def main():
    path, out = sys.argv[1], sys.argv[2]
    n_per_kind = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    rng = random.Random(1937)
    people = []
    with open(path, encoding="utf-8") as lines:
        next(lines)
        for line_idx, line in enumerate(lines):
            cells = line.split("\t")
            person_id, surname, given, patronymic = cells[:4]
            is_usable = "None" not in (surname, given, patronymic) and len(surname) > 4
            if line_idx % 97 == 0 and is_usable and all("а" <= c.lower() <= "я" or c in "ёЁ" for c in surname + given + patronymic):
                people.append((person_id, surname, given, patronymic))
    rng.shuffle(people)
    chosen = iter(people)
    with open(out, "w", encoding="utf-8") as queries:
        for kind in ("exact", "misspelled", "latin", "prefix", "surname"):
            for _ in range(n_per_kind):
                person_id, surname, given, patronymic = next(chosen)
                query = {
                    "exact": f"{surname} {given} {patronymic}",
                    "misspelled": f"{misspell(rng, surname)} {given} {patronymic}",
                    "latin": to_latin(f"{surname} {given}"),
                    "prefix": f"{given} {surname[: max(3, len(surname) - 3)]}",
                    "surname": surname,
                }[kind]
                queries.write(f"{kind}\t{query}\t{person_id}\n")


main()
