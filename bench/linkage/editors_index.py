"""How well persons agree with a joint index that the editors of several books made.

editors_index.py RECORDS.csv PERSONS.csv INDEX.tsv [--errors N]

RECORDS: `synodik export --table records --all`, sources named after the books in small letters (r1, r2 …).
PERSONS: the columns record_id and person_id (`synodik export --table persons --all`), or id and cluster, or both without a header.
INDEX: the columns surname, given, birth_year and books (`R1,R6-2`).

A record is known if its book, surname, given name and year of birth are those of one record and of one entry of the
index. Counted are pairs of known records of two books: those of one entry are true. Editors who sort by name see that
two entries of one name and year are two people; of two entries spelled in two ways they have mostly not asked whether
they are one, so pairs found between such are counted apart and are most of them true.
"""
import csv
import sys
from collections import defaultdict
from itertools import combinations


def read(path, delimiter=","):
    with open(path, encoding="utf-8", newline="") as file:
        quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
        return list(csv.DictReader(file, delimiter=delimiter, quoting=quoting))


def read_persons(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    header = rows[0]
    columns = [("record_id", "person_id"), ("id", "cluster")]
    for record, person in columns:
        if record in header and person in header:
            places = header.index(record), header.index(person)
            return {row[places[0]]: row[places[1]] for row in rows[1:]}
    return {row[0]: row[1] for row in rows if len(row) == 2}


def key(book, row):
    parts = (row["surname"], row["given"], row["birth_year"])
    return (book,) + tuple(part.strip().casefold().replace(" ", "-") for part in parts)


def unique(pairs):
    found = defaultdict(set)
    for name, value in pairs:
        found[name].add(value)
    return {name: values.pop() for name, values in found.items() if len(values) == 1}


def main():
    records, persons, index = sys.argv[1:4]
    n_errors = int(sys.argv[5]) if len(sys.argv) > 5 else 0
    records = {row["record_id"]: row for row in read(records)}
    persons = read_persons(persons)
    record_of = unique((key(row["source_id"].upper(), row), name) for name, row in records.items())
    entries = []
    for number, row in enumerate(read(index, "\t")):
        for book in {part.split("-")[0].strip() for part in row["books"].split(",")}:
            if row["birth_year"].strip("?! "):
                entries.append((key(book, row), number))
    entry_of = unique(entries)
    truth = {record_of[name]: entry for name, entry in entry_of.items() if name in record_of}
    by_entry, by_person = defaultdict(list), defaultdict(list)
    for record, entry in truth.items():
        by_entry[entry].append(record)
        by_person[persons[record]].append(record)

    def pairs(groups):
        for members in groups.values():
            for a, b in combinations(sorted(members), 2):
                if records[a]["source_id"] != records[b]["source_id"]:
                    yield a, b

    true, found = set(pairs(by_entry)), set(pairs(by_person))
    both = true & found
    name = lambda record: key("", records[record])
    parted = {pair for pair in found - true if name(pair[0]) == name(pair[1])}
    spelled = found - true - parted
    print(f"known records\t{len(truth)} of {len(records)}")
    asked = len(both) + len(parted)
    print(f"precision of pairs of one name and year\t{len(both) / max(1, asked):.4f}\t{asked} pairs found")
    print(f"precision, names spelled in two ways held to be wrong\t{len(both) / max(1, len(found)):.4f}\t{len(spelled)} such pairs")
    print(f"recall\t{len(both) / max(1, len(true)):.4f}\t{len(true)} true pairs")
    for name, errors in [("parted", sorted(parted)), ("spelled", sorted(spelled)), ("missed", sorted(true - found))]:
        for a, b in errors[:: max(1, len(errors) // n_errors)] if n_errors else []:
            print(f"{name}\n  {records[a]['verbatim'][:230]}\n  {records[b]['verbatim'][:230]}")


main()
