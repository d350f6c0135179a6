"""Imports a Memorial TSV with Synodik and reads it into Parquet with DuckDB, in one run.

Usage: import_vs_duckdb.py SYNODIK FILE.tsv [REPEATS]
Needs `pip install duckdb==2.0.0`. Both use 2 threads; DuckDB reads every column as text
without quoting and writes one Parquet file with Zstandard level 1, as Synodik does.
Prints wall seconds, the ratio of the medians and the peak memory of Synodik.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

DUCKDB = """
import duckdb, sys
db = duckdb.connect()
db.execute("SET threads = 2")
db.execute(f\"\"\"COPY (SELECT * FROM read_csv('{sys.argv[1]}', delim='\\t', quote='', escape='',
    header=true, all_varchar=true, nullstr='None', strict_mode=false)) TO '{sys.argv[2]}'
    (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)\"\"\")
"""


def timed(command):
    started = time.perf_counter()
    _, status, usage = os.wait4(subprocess.Popen(command, stderr=subprocess.DEVNULL).pid, 0)
    assert status == 0, command
    return time.perf_counter() - started, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def main():
    synodik, path = sys.argv[1], sys.argv[2]
    repeats = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    folder = tempfile.mkdtemp(dir=os.path.dirname(os.path.abspath(path)))
    ours, theirs = [], []
    for repeat in range(repeats):
        archive = os.path.join(folder, f"archive{repeat}")
        subprocess.run([synodik, "init", archive], check=True, stderr=subprocess.DEVNULL)
        ours.append(timed([synodik, "import", "--archive", archive, "--format", "memorial-tsv", "--source", "memorial", path]))
        shutil.rmtree(archive)
        out = os.path.join(folder, "duckdb.parquet")
        theirs.append(timed([sys.executable, "-c", DUCKDB, path, out]))
        os.remove(out)
    shutil.rmtree(folder)
    for name, runs in (("synodik", ours), ("duckdb", theirs)):
        print(f"{name}: wall s {[round(run[0], 2) for run in runs]}, cpu s {round(statistics.median(run[2] for run in runs), 1)}, peak MiB {round(max(run[1] for run in runs))}")
    ratio = statistics.median(run[0] for run in ours) / statistics.median(run[0] for run in theirs)
    print(f"ratio {ratio:.2f}")


main()
