"""Batches: documents to files by the thousand."""
import json
import shutil
import statistics
from pathlib import Path

from engines import MEBIBYTE, Engine, ratio, shown, spread


class Batches:
    """Batches of one template; `measurement` knows the programs and has the table."""

    def __init__(self, measurement):
        self.measurement, self.out = measurement, measurement.out
        self.table, self.ours = measurement.table, measurement.ours
        # A new folder each time: where files were just removed, new ones are slower to make (ext4).
        self.folders, self.count = measurement.out / "batch", 0
        shutil.rmtree(self.folders, ignore_errors=True)

    def measure(self, label, template, data):
        with open(data, encoding="utf-8") as file:
            fields = json.load(file)
        counts = [1000, 10_000, 100_000]
        files = {count: self.rows(fields, count) for count in [200, *counts]}
        self.documents(label, template, files)
        self.jobs(label, template, files[1000])
        self.memory(label, template, {count: files[count] for count in counts})
        shutil.rmtree(self.folders)

    def command(self, template, rows, jobs):
        return [self.measurement.draft, "batch", template, rows, "--jobs", jobs, "--quiet"]

    def folder(self):
        self.count += 1
        return self.folders / str(self.count)

    def once(self, command):
        engine = Engine(self.ours("run", *command))
        engine.cpu = [engine.once(1)]
        engine.close()
        return engine

    def batch(self, template, rows, jobs):
        return self.once([*self.command(template, rows, jobs), "-o", self.folder()])

    def documents(self, label, template, files):
        """CPU time of a document, beside docxtpl in one process."""
        peers = self.measurement.peers
        ours, theirs = [], []
        peer = None
        if "docxtpl" in peers:
            target = self.out / "docxtpl-files"
            target.mkdir(exist_ok=True)
            script = Path(__file__).with_name("peers.py")
            peer = Engine(
                [peers["docxtpl"], script, "docxtpl-files", template, files[200], target])
            peer.once(1)
        for _ in range(3):
            ours.append(self.batch(template, files[1000], 1).cpu[0] / 1000)
            if peer:
                theirs.append(peer.once(1) / 200)
        work = f"{label}: a document of 1,000 to files, one job"
        if not peer:
            return self.table.add(work, spread(ours))
        peer.close()
        times = ratio(theirs, ours)
        self.table.add(
            work, spread(ours), "docxtpl, 200", shown(statistics.median(theirs)), f"{times:.1f}×",
            "≥ 40×", times >= 40)

    def jobs(self, label, template, rows):
        """One job and two: the whole command, and from a template that is compiled, as engines are that
        were warmed up; beside them two processes with half of the rows each: what the machine allows."""
        base = [*self.command(template, rows, 1), "--shard"]
        # Each process has a folder of its own; the shell waits for both.
        halves = 'folder=$1; shift; "$@" 1/2 -o "$folder/1" & "$@" 2/2 -o "$folder/2"; wait'
        warm = {
            jobs: Engine(self.ours("batch", template, rows, self.folder(), jobs))
            for jobs in (1, 2)}
        for engine in warm.values():
            engine.once(1)
        walls = {"one": [], "two": [], "halves": [], "warm one": [], "warm two": []}
        for _ in range(max(21, self.measurement.rounds)):
            walls["one"].append(self.batch(template, rows, 1).wall)
            walls["two"].append(self.batch(template, rows, 2).wall)
            walls["halves"].append(self.once(
                ["/bin/sh", "-c", halves, "sh", self.folder(), *base]).wall)
            for jobs, name in ((1, "warm one"), (2, "warm two")):
                warm[jobs].once(1)
                walls[name].append(warm[jobs].wall)
        for engine in warm.values():
            engine.close()
        self.faster(
            f"{label}: 1,000 to files from a compiled template, two threads, by the clock",
            "one thread", walls["warm one"], walls["warm two"], 1.7)
        self.faster(
            f"{label}: 1,000 to files by the command, two jobs, by the clock", "one job",
            walls["one"], walls["two"])
        self.faster(
            f"{label}: 1,000 to files, two processes of 500, by the clock", "one job",
            walls["one"], walls["halves"])

    def faster(self, work, beside, slow, fast, goal=None):
        times = ratio(slow, fast)
        self.table.add(
            work, spread(fast), beside, shown(statistics.median(slow)), f"{times:.2f}×",
            f"≥ {goal}×" if goal else "", times >= goal if goal else None, named=True)

    def memory(self, label, template, files):
        least = None
        for count, rows in files.items():
            engine = self.batch(template, rows, 2)
            least = least or engine.peak
            self.table.add(
                f"{label}: {count:,} to files, memory", f"{engine.peak / MEBIBYTE:.1f} MiB",
                "1,000", f"{least / MEBIBYTE:.1f} MiB",
                f"{shown(engine.cpu[0] / count)} of CPU a document", "≤ 1.2 of 1,000",
                engine.peak <= 1.2 * least)

    def rows(self, fields, count):
        """A file with the data of `count` documents, each with a number of its own in every text."""
        path = self.out / f"rows-{count}.jsonl"
        with open(path, "w", encoding="utf-8") as file:
            for number in range(1, count + 1):
                row = {
                    group: {
                        name: f"{value} {number}" if isinstance(value, str) else value
                        for name, value in values.items()}
                    for group, values in fields.items()}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        return path
