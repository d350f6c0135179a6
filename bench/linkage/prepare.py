"""Lays out the tables of bench/linkage/sets.tsv: prepare.py SCRIPTS, run in the working folder.

SCRIPTS holds generate.py and data/historical_figures_with_errors_50k.parquet. What is there already stays.
"""

import csv
import os
import subprocess
import sys

import pyarrow.parquet as parquet

scripts = os.path.abspath(sys.argv[1])
os.makedirs("data", exist_ok=True)


def write(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if not os.path.exists("data/h50k.truth.csv"):
    table = parquet.read_table(f"{scripts}/data/historical_figures_with_errors_50k.parquet")
    truth = zip(table.column("unique_id").to_pylist(), table.column("cluster").to_pylist())
    columns = [name for name in table.column_names if name != "cluster"]
    cells = [["" if cell is None else cell for cell in table.column(name).to_pylist()] for name in columns]
    write("data/h50k.csv", columns, zip(*cells))
    write("data/h50k.truth.csv", ["id", "cluster"], truth)

if not os.path.exists("data/syn_100k.truth.csv"):
    generate = [sys.executable, f"{scripts}/generate.py", "--records", "100000", "--seed", "7"]
    subprocess.run([*generate, "--level", "1", "--out", "data/syn_100k", "--jobs", "2"], check=True)
    with open("data/syn_100k.truth.tsv", encoding="utf-8") as truth:
        rows = list(csv.DictReader(truth, delimiter="\t"))
    write("data/syn_100k.truth.csv", ["id", "cluster"], ((row["person_id"], row["true_person"]) for row in rows))
