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

for size, n_records in [("100k", 100_000), ("1m", 1_000_000)]:
    table = f"data/syn_{size}"
    if os.path.exists(f"{table}.truth.csv"):
        continue
    generate = [sys.executable, f"{scripts}/generate.py", "--records", str(n_records), "--seed", "7"]
    subprocess.run([*generate, "--level", "1", "--out", table, "--jobs", "2"], check=True)
    with open(f"{table}.truth.tsv", encoding="utf-8") as truth:
        rows = csv.DictReader(truth, delimiter="\t")
        write(f"{table}.truth.csv", ["id", "cluster"], ((row["person_id"], row["true_person"]) for row in rows))
