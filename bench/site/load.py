"""Asks a site for searches and pages of persons at a fixed rate, and tells how long they took.

usage: python3 bench/site/load.py URL QUERIES.tsv [RATE] [SECONDS] [PID]
QUERIES.tsv is made by bench/make_queries.py (second column: words). Half of the requests are searches, half pages of
persons that such searches found. Times run from when a request was due, so that waiting counts. PID is that of the
server: its memory and CPU seconds are told.
"""

import asyncio
import json
import os
import sys
import time
import urllib.parse
import urllib.request

url, queries_path = sys.argv[1].rstrip("/"), sys.argv[2]
rate = float(sys.argv[3]) if len(sys.argv) > 3 else 300
seconds = float(sys.argv[4]) if len(sys.argv) > 4 else 30
pid = sys.argv[5] if len(sys.argv) > 5 else None
N_CONNECTIONS = 64
host = urllib.parse.urlsplit(url).netloc


def paths():
    with open(queries_path, encoding="utf-8") as lines:
        words = [line.split("\t")[1] for line in lines if line.strip()]
    searches = ["/search?q=" + urllib.parse.quote(word) for word in words]
    persons = []
    for word in words[:: max(1, len(words) // 200)]:
        answer = urllib.request.urlopen(f"{url}/api/v1/search?limit=20&q={urllib.parse.quote(word)}")
        persons += [f"/persons/{urllib.parse.quote(hit['person_id'])}" for hit in json.load(answer)["items"]]
    return searches, persons


async def worker(queue, taken, statuses, largest):
    reader = writer = None
    while True:
        kind, path, due = await queue.get()
        if path is None:
            return
        if writer is None:
            name, port = host.split(":")
            reader, writer = await asyncio.open_connection(name, int(port))
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        if "content-length: " in head:
            size = int(head.split("content-length: ")[1].split("\r\n")[0])
            await reader.readexactly(size)
        else:
            size = 0
            while n := int((await reader.readline()).strip(), 16):
                size += n
                await reader.readexactly(n + 2)
            await reader.readline()
        taken[kind].append(time.perf_counter() - due)
        status = head.split(" ")[1]
        statuses[status] = statuses.get(status, 0) + 1
        largest[kind] = max(largest[kind], size)


def of_process(name):
    with open(f"/proc/{pid}/{name}", encoding="ascii") as file:
        return file.read()


async def main():
    searches, persons = paths()
    queue, taken, statuses = asyncio.Queue(), {"search": [], "person": []}, {}
    largest = {"search": 0, "person": 0}
    workers = [asyncio.create_task(worker(queue, taken, statuses, largest)) for _ in range(N_CONNECTIONS)]
    before = of_process("stat").split()[13:15] if pid else None
    start = time.perf_counter()
    n_requests = int(rate * seconds)
    for number in range(n_requests):
        due = start + number / rate
        if (wait := due - time.perf_counter()) > 0:
            await asyncio.sleep(wait)
        kind, all_paths = ("search", searches) if number % 2 else ("person", persons)
        queue.put_nowait((kind, all_paths[(number // 2 * 7919) % len(all_paths)], due))
    for _ in workers:
        queue.put_nowait((None, None, None))
    await asyncio.gather(*workers)
    elapsed = time.perf_counter() - start
    print(f"{n_requests} requests in {elapsed:.1f} s: {n_requests / elapsed:.0f} a second; statuses {statuses}")
    for kind, times in taken.items():
        times.sort()
        at = lambda share: 1000 * times[min(len(times) - 1, int(share * len(times)))]
        print(f"{kind}: p50 {at(0.5):.1f} ms, p90 {at(0.9):.1f}, p99 {at(0.99):.1f}, max {at(1):.1f}; largest answer {largest[kind]} bytes, packed")
    if pid:
        after = of_process("stat").split()[13:15]
        cpu = sum(map(int, after)) - sum(map(int, before))
        print(f"server: {cpu / os.sysconf('SC_CLK_TCK'):.1f} CPU s")
        print("; ".join(line for line in of_process("status").splitlines() if line.startswith(("VmHWM", "VmRSS", "RssAnon"))))


asyncio.run(main())
