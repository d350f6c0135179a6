"""Invented people with known truth, in the columns of three kinds of lists: made_people.py KIND RECORDS SEED FOLDER.

german     KIND.csv: names and a date of birth in three columns; a tenth of the records are copies with one slip
           (specification: rldata.toml)
foreigners KIND.csv: names written down in several transliterations, dates with swapped digits, region and country
           (foreigners.toml)
census     census.csv and survey.csv: one household list and a sample of it taken again, with slips and gaps (census.toml)

Writes KIND.truth.csv with the columns id and cluster. The same arguments give the same bytes; standard library only.
"""

import csv
import os
import random
import sys

HEADS = "al ber brand diet eber eck frei ger gott hart hein her hil hof jan kal kir klein kol krau lan leo lin lud mat mei neu ott rei rich ros rot sau scha schnei schul sei stein tor uh vog wag wei wer wie win wolf zim".split()
TAILS = "bach bauer baum berg bert born dorf eck eisen er ert feld fried gart haus heim hoff hold horn ing ke kert ler lich ling mann mar mer mut ner old rich ske stein thal ung wald weg wig".split()
MALE = "hans peter klaus uwe jürgen karl heinz wolfgang horst werner dieter günter manfred gerd bernd rolf rainer frank jörg ralf holger dirk sven kai jens lars olaf carsten thorsten norbert otto kurt erich fritz paul ernst walter helmut heinrich wilhelm".split()
FEMALE = "ursula karin helga sabine ingrid renate monika susanne gisela petra birgit andrea gabriele elke heike christa anja brigitte erika ute martina ilse edith gerda hannelore angelika anke silke inge marion elisabeth anna maria barbara claudia kerstin".split()
FOREIGN_HEADS = "abdu ali ami baha chau dan emi far ghu hos ibra jama khal kwa lam mah mbe nad ngu oka pha qas ram sai shu tar tchi uma vaz wang xie yus zhu".split()
FOREIGN_TAILS = "ba bek dou dar fi gul hem jan kov lah lid med mir nah ni oglu pour quy rah rez sa shvili tan tov udin va yan zai zhi".split()
TRANSLITERATIONS = [
    [],
    [("kh", "h"), ("zh", "j"), ("ya", "ia"), ("yu", "iu"), ("ou", "u"), ("dd", "d")],
    [("ch", "tch"), ("sh", "ch"), ("q", "k"), ("y", "i"), ("w", "v"), ("x", "ks")],
]
STREETS = "abbey ash beech bridge castle church cross dale elm field ford garden green grove hall high hill king lake lane lime long low manor market mead mill new north oak old orchard park pine pond priory queen rose south spring station the vale well west wood".split()


def choose(rng, values, skew):
    """Returns one of these, the first of them most often."""
    return values[min(int(len(values) * rng.random() ** skew), len(values) - 1)]


def slip(rng, text):
    """Returns a text with one letter exchanged, left out, doubled or swapped with the next."""
    if len(text) < 2:
        return text
    at = rng.randrange(len(text) - 1)
    letter = rng.choice("abcdefghijklmnopqrstuvwxyz" if text[at].isalpha() else "0123456789")
    return rng.choice(
        [
            text[:at] + letter + text[at + 1 :],
            text[:at] + text[at + 1 :],
            text[: at + 1] + text[at:],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        ]
    )


def names(rng, heads, tails, n):
    """Returns so many names of one or two heads and a tail."""
    found = set()
    while len(found) < n:
        found.add(rng.choice(heads) + (rng.choice(heads) if rng.random() < 0.2 else "") + rng.choice(tails))
    found = sorted(found)
    rng.shuffle(found)
    return found


def date(rng, first, last):
    return [rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28)]


def german(rng, n):
    surnames = names(rng, HEADS, TAILS, 600)
    people = []
    for person in range(n * 9 // 10):
        given = choose(rng, rng.choice([MALE, FEMALE]), 1.7)
        row = [given, choose(rng, surnames, 2.0), *map(str, date(rng, 1915, 2005))]
        people.append((person, row))
    for person in rng.sample(range(n * 9 // 10), n - n * 9 // 10):
        row = list(people[person][1])
        at = rng.choice([0, 0, 1, 1, 2, 3, 4])
        row[at] = slip(rng, row[at]) if at < 2 else str(max(int(row[at]) + rng.choice([-10, -2, -1, 1, 2, 10]), 1))
        people.append((person, row))
    rng.shuffle(people)
    header = ["id", "fname_c1", "lname_c1", "lname_c2", "by", "bm", "bd"]
    rows = [[f"g{idx}", row[0].upper(), row[1].upper(), "", *row[2:]] for idx, (_, row) in enumerate(people)]
    return {"german.csv": (header, rows)}, [(f"g{idx}", person) for idx, (person, _) in enumerate(people)]


def transliterate(rng, text):
    for old, new in rng.choice(TRANSLITERATIONS):
        text = text.replace(old, new)
    return text


def foreigners(rng, n):
    given, surnames = names(rng, FOREIGN_HEADS, FOREIGN_TAILS, 900), names(rng, FOREIGN_HEADS, FOREIGN_TAILS, 6000)
    rows, truth, person = [], [], 0
    while len(rows) < n:
        base = [choose(rng, given, 2.0), choose(rng, given, 2.0) if rng.random() < 0.3 else "", choose(rng, surnames, 1.5)]
        born = "{:04}/{:02}/{:02}".format(*date(rng, 1950, 2003))
        region, country = f"{rng.randint(1, 16) * 2:02}", str(100 + int(60 * rng.random() ** 2))
        for _ in range(rng.choice([1, 1, 1, 1, 1, 1, 2, 2, 3])):
            parts = [transliterate(rng, part) for part in base]
            if rng.random() < 0.10:
                at = rng.choice([0, 2])
                parts[at] = slip(rng, parts[at])
            if rng.random() < 0.06:
                parts[0], parts[2] = parts[2], parts[0]
            day = born
            if rng.random() < 0.12:
                digits = [at for at in range(len(day) - 1) if day[at].isdigit() and day[at + 1].isdigit()]
                at = rng.choice(digits)
                day = day[:at] + day[at + 1] + day[at] + day[at + 2 :]
            where = region if rng.random() < 0.9 else f"{rng.randint(1, 16) * 2:02}"
            rows.append([f"f{len(rows)}", *parts, day if rng.random() < 0.97 else "", where, country if rng.random() < 0.98 else ""])
            truth.append((rows[-1][0], person))
        person += 1
    return {"foreigners.csv": (["id", "fname", "sname", "surname", "date", "region", "country"], rows)}, truth


def census(rng, n):
    surnames = names(rng, HEADS, TAILS, 1500)
    streets = [f"{first} {second}" for first in STREETS for second in ["road", "street", "close", "avenue", "drive"]]
    people = []
    while len(people) < n:
        surname, street, house = choose(rng, surnames, 2.5), rng.choice(streets), str(rng.randint(1, 160))
        area = rng.choice(["DE", "NG", "LE", "S"])
        postcode = f"{area}{rng.randint(1, 30)} {rng.randint(1, 9)}{rng.choice('ABDEFGHJ')}{rng.choice('LNPQRSTU')}"
        for _ in range(rng.choice([1, 1, 2, 2, 2, 3, 4, 5])):
            sex = rng.choice("MF")
            given = choose(rng, MALE if sex == "M" else FEMALE, 1.7)
            last = surname if rng.random() < 0.93 else choose(rng, surnames, 2.5)
            year, month, day = date(rng, 1915, 2010)
            people.append([given, last, sex, str(day), str(month), str(year), house, street, postcode])
    people = people[:n]

    def taken(row, p_slip, p_gap):
        row = list(row)
        for at in (0, 1, 7):
            if rng.random() < p_slip:
                row[at] = slip(rng, row[at])
        for at in (3, 4, 5, 6, 8):
            if rng.random() < p_slip / 3:
                row[at] = slip(rng, row[at])
        for at in (0, 1, 2, 7, 8):
            if rng.random() < p_gap:
                row[at] = ""
        if rng.random() < p_gap:
            row[3:6] = ["", "", ""]
        return [cell.upper() for cell in row]

    header = ["id", "pername1", "pername2", "sex", "dob_day", "dob_mon", "dob_year", "hse_num", "str_nam", "enumpc"]
    first = [[f"c{idx}", *taken(row, 0.02, 0.01)] for idx, row in enumerate(people)]
    chosen = sorted(rng.sample(range(n), n * 97 // 100))
    second = [[f"s{idx}", *taken(people[idx], 0.10, 0.04)] for idx in chosen]
    rng.shuffle(second)
    truth = [(f"c{idx}", idx) for idx in range(n)] + [(f"s{idx}", idx) for idx in chosen]
    return {"census.csv": (header, first), "survey.csv": (header, second)}, truth


def write(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


kind, n_records, seed, folder = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
os.makedirs(folder, exist_ok=True)
tables, truth = {"german": german, "foreigners": foreigners, "census": census}[kind](random.Random(seed), n_records)
for name, (header, rows) in tables.items():
    write(os.path.join(folder, name), header, rows)
write(os.path.join(folder, f"{kind}.truth.csv"), ["id", "cluster"], truth)
