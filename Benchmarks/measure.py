#!/usr/bin/env python3
"""Measure draft and its peers in turn; called by `run`, which says how.

Every engine is a process that waits for numbers (see `draft-bench` and `peers.py`), so that one
round of each can follow the other: what disturbs the machine disturbs all of them. Times are CPU
time, user and system; a ratio is the median of the ratios of the rounds.
"""
import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import zipfile
from pathlib import Path

from batches import Batches
from engines import MEBIBYTE, Engine, Table, alternate, ratio, shown, spread
from node import Node


class Measurement:
    def __init__(self, out, options):
        self.out, self.options, self.table = out, options, Table()
        self.bench = Path(".build/release/draft-bench")
        self.draft = out / "draft"
        # What people install is stripped.
        shutil.copy(".build/release/draft", self.draft)
        subprocess.run(["strip", self.draft], check=False)
        # valgrind cannot read the debugging information.
        self.counted = out / "draft-bench"
        shutil.copy(self.bench, self.counted)
        subprocess.run(["strip", self.counted], check=False)
        self.rounds = 7 if options.quick else 21
        self.peers = {
            name: out / folder / "bin" / "python"
            for name, folder in (("docxtpl", "docxtpl"), ("rust-docxtpl", "rust"))
            if (out / folder / "ready").exists()}
        minijinja = out / "minijinja"
        self.minijinja = (
            minijinja / "bin" / "python" if (minijinja / "ready").exists() else None)
        self.node = Node(Path(options.node or out / "node" / "node_modules"), out)

    def wants(self, word):
        return not self.options.only or word in self.options.only.split(",")

    def ours(self, *arguments):
        return [self.bench, *arguments]

    def peer(self, name, *arguments):
        script = Path(__file__).with_name("peers.py")
        return [self.peers[name], script, "docxtpl", *arguments]

    def compare(self, work, engines, goals):
        """Rows of ours against each peer; `goals` are the least ratios by peer, None for one that is
        shown without a goal."""
        ours = engines["ours"].cpu
        for name, engine in engines.items():
            if name == "ours":
                continue
            times = ratio(engine.cpu, ours)
            least = goals.get(name)
            self.table.add(
                work, spread(ours), name, shown(statistics.median(engine.cpu)), f"{times:.1f}×",
                f"≥ {least}×" if least else "", times >= least if least else None, name in goals)
        if len(engines) == 1:
            self.table.add(work, spread(ours))

    # ------------------------------------------------------------------ documents

    def document(self, label, template, data, render=None, goals=None):
        """One template in this process: programs, package, and the peers' fill."""
        engines = alternate({
            "render": self.ours("render", template, data),
            "pack": self.ours("pack", template, data),
            "fill": self.ours("fill", template, data),
            "deflate": self.ours("deflate", template, data)}, self.rounds)
        times = engines["render"].cpu
        size = engines["render"].about
        self.table.add(
            f"{label}: part programs ({size})", spread(times), goal=f"≤ {render} ms" if render else "",
            met=statistics.median(times) <= render * 1e6 if render else None)
        floor = engines["deflate"].cpu
        for work, words, most in (
            ("pack", "whole package in memory, zlib 6", 1.3),
            ("fill", "whole package in memory, by the template’s plan", None),
        ):
            times = ratio(engines[work].cpu, floor)
            self.table.add(
                f"{label}: {words}", spread(engines[work].cpu), "zlib 6 alone",
                shown(statistics.median(floor)), f"{times:.2f} of it",
                f"≤ {most}" if most else "", times <= most if most else None)
        self.limit(label, template, data)
        sizes = [int(engines[work].about.split()[0]) for work in ("fill", "pack")]
        self.table.add(
            f"{label}: size of the file by the template’s plan", f"{sizes[0]:,} bytes", "zlib 6",
            f"{sizes[1]:,} bytes", f"{sizes[0] / sizes[1] - 1:+.1%}", "≤ +6 %",
            sizes[0] <= 1.06 * sizes[1])
        for work, words, wanted in (
            ("fill", "one fill in memory, compiled once", goals or {}),
            ("open", "one fill in memory, compiled anew", {}),
        ):
            commands = {"ours": self.ours(work, template, data)}
            for name in self.peers:
                commands[name] = self.peer(name, template, data)
            commands.update(self.node.commands(template, data))
            self.compare(f"{label}: {words}", alternate(commands, self.rounds), wanted)

    def limit(self, label, template, data):
        """What no engine can go below that writes the same bytes."""
        bound = alternate(
            {work: self.ours(work, template, data) for work in ("pack", "limit")},
            max(5, self.rounds // 3))
        self.table.add(
            f"{label}: whole package in memory, zlib 6", spread(bound["pack"].cpu),
            "the limit: escape, join, deflate, copy",
            shown(statistics.median(bound["limit"].cpu)),
            f"{ratio(bound['pack'].cpu, bound['limit'].cpu):.2f} of it")

    def process(self, label, template, data, goals):
        """Whole processes, from nothing to a file."""
        commands = {"ours": self.ours(
            "run", self.draft, "fill", template, "-d", data, "-o", self.out / "ours.docx",
            "--force")}
        for name, python in self.peers.items():
            commands[name] = self.ours(
                "run", python, "-m", "docxtpl", "-o", "-q", template, data,
                self.out / f"{name}.docx")
        for name, command in self.node.process(template, data).items():
            commands[name] = self.ours("run", *command)
        engines = alternate(commands, self.rounds, span=1)
        self.compare(f"{label}: whole process", engines, goals)
        memory = engines["ours"].peak / MEBIBYTE
        for name, engine in engines.items():
            if name == "ours":
                continue
            theirs = engine.peak / MEBIBYTE
            self.table.add(
                f"{label}: memory of the process", f"{memory:.1f} MiB", name, f"{theirs:.1f} MiB",
                f"{theirs / memory:.1f}×", "≥ 2×" if name == "docxtpl" else "",
                theirs >= 2 * memory if name == "docxtpl" else None)

    def tables(self, label, template, files, empty):
        """A row loop: growth of time, and peak of memory of a whole process."""
        # Many short rounds: a processor whose speed changes within seconds has no other middle.
        engines = alternate(
            {count: self.ours("fill", template, data) for count, data in files.items()},
            max(15, self.rounds))
        count, data = next(iter(files.items()))
        size, least = (
            int(Engine(self.ours(work, template, data)).about.split()[0])
            for work in ("fill", "pack"))
        self.table.add(
            f"{label}, {count:,} rows: size of the file by the template’s plan", f"{size:,} bytes",
            "zlib 6", f"{least:,} bytes", f"{size / least - 1:+.1%}", "≤ +60 %",
            size <= 1.6 * least)
        times = {count: engine.cpu for count, engine in engines.items()}
        for count in files:
            below = max((other for other in files if other < count), default=None)
            growth = linear = None
            if below:
                growth = ratio(times[count], times[below])
                linear = count / below * 1.1
            self.table.add(
                f"{label}, {count:,} rows: package in memory", spread(times[count]),
                f"ours, {below:,} rows" if below else "", "", f"{growth:.1f}×" if below else "",
                f"≤ {linear:.1f}×" if below else "", growth <= linear if below else None)
        for count, data in files.items():
            if count > 10_000:
                continue
            self.limit(f"{label}, {count:,} rows", template, data)
            works = {
                "single": "as the command packs", "first": "by the plan", "open": "by zlib 6"}
            commands = {work: self.ours(work, template, data) for work in works}
            for name in self.peers:
                # Thousands of rows take the others seconds.
                if count == 1000 or name == "docxtpl" or not self.options.quick:
                    commands[name] = self.peer(name, template, data)
            commands.update(self.node.commands(template, data))
            goals = {"docxtpl": 25, "carbone": 4} if count == 10_000 else {}
            # The limit above, which does little but wait for zlib, takes as long: no goal fits there.
            limited = dict.fromkeys(goals)
            engines = alternate(commands, 3, span=1, warm=0 if self.options.quick else 1)
            for work, how in works.items():
                others = {name: engines[name] for name in engines if name not in works}
                self.compare(
                    f"{label}, {count:,} rows: one fill in memory, compiled anew, {how}",
                    {"ours": engines[work], **others}, limited if work == "open" else goals)
        for count, data in files.items():
            target = self.out / "table.docx"
            peaks = {}
            for name, file in (("empty", empty), ("full", data)):
                engine = Engine(self.ours(
                    "run", self.draft, "fill", template, "-d", file, "-o", target, "--force"))
                engine.once(1)
                engine.close()
                peaks[name] = engine.peak
            with zipfile.ZipFile(target) as archive:
                part = archive.getinfo("word/document.xml").file_size
            rise = peaks["full"] - peaks["empty"]
            # MiB.
            most = {10_000: 60, 50_000: 200}.get(count)
            self.table.add(
                f"{label}, {count:,} rows: memory of the process",
                f"{peaks['full'] / MEBIBYTE:.1f} MiB", "output part",
                f"{part / MEBIBYTE:.1f} MiB",
                f"{rise / part:.2f} of it more than 8 rows take",
                f"≤ {most} MiB" if most else "",
                peaks["full"] <= most * MEBIBYTE if most else None)

    def text(self, label, template, data):
        """A text template compiled once; the peer escapes nothing either."""
        commands = {"ours": self.ours("text", template, data)}
        if self.minijinja:
            script = Path(__file__).with_name("peers.py")
            commands["minijinja"] = [self.minijinja, script, "minijinja", template, data]
        engines = alternate(commands, self.rounds)
        ours = engines["ours"].cpu
        work = f"{label} as text: one fill, compiled once ({engines['ours'].about})"
        if "minijinja" not in engines:
            return self.table.add(work, spread(ours))
        theirs = engines["minijinja"].cpu
        times = ratio(ours, theirs)
        self.table.add(
            work, spread(ours), "minijinja", shown(statistics.median(theirs)),
            f"{times:.2f} of it", "≤ 2", times <= 2)

    def single(self, label, arguments, limit=None, divide=False):
        engines = alternate({"ours": self.ours(*arguments)}, self.rounds)
        engine = engines["ours"]
        items = int(engine.about.split()[0]) if divide else 1
        times = [value / items for value in engine.cpu]
        about = "" if divide or not engine.about else f" ({engine.about})"
        self.table.add(
            label + about, spread(times), goal=f"≤ {shown(limit)}" if limit else "",
            met=statistics.median(times) <= limit if limit else None)

    def numbers(self, label, template, data):
        """Two columns with live numbers of clauses beside the same template with typed ones."""
        typed = self.out / "typed.docx"
        with zipfile.ZipFile(template) as source, zipfile.ZipFile(typed, "w") as target:
            for entry in source.infolist():
                content = source.read(entry)
                if entry.filename == "word/document.xml":
                    text = re.sub(r"\{% clause \w+ %\}", "", content.decode())
                    text, count = re.subn(r"\{\{ ref\([^)]*\) \}\}", "12.5", text)
                    if not count:
                        sys.exit(f"{template} refers to no clause")
                    content = text.encode()
                target.writestr(entry, content)
        for work, how in (("fill", "by the plan"), ("pack", "by zlib 6")):
            engines = alternate(
                {"live": self.ours(work, template, data), "typed": self.ours(work, typed, data)},
                self.rounds)
            live, fixed = engines["live"].cpu, engines["typed"].cpu
            times = ratio(live, fixed)
            self.table.add(
                f"{label}: whole package {how}, numbers of clauses live", spread(live),
                "numbers typed", shown(statistics.median(fixed)), f"{times:.2f} of it", "≤ 1.5",
                times <= 1.5)

    def first(self, label, template, data):
        """What the plan of a template costs: the first document by it beside one by zlib."""
        engines = alternate(
            {work: self.ours(work, template, data) for work in ("first", "open", "fill", "pack")},
            self.rounds)
        planned, plain = engines["first"].cpu, engines["open"].cpu
        extra = statistics.median(planned) - statistics.median(plain)
        gain = statistics.median(engines["pack"].cpu) - statistics.median(engines["fill"].cpu)
        self.table.add(
            f"{label}: opened and filled once, by the plan", spread(planned), "by zlib 6",
            shown(statistics.median(plain)), f"made up for by {extra / gain:.0f} documents")

    def instructions(self, label, arguments):
        """Instructions of one time under callgrind: the difference of 11 times and one."""
        if not shutil.which("valgrind"):
            return print("Note: no valgrind; no instruction counts.", file=sys.stderr)
        counts = []
        for times in (1, 11):
            result = subprocess.run(
                ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                 *map(str, [self.counted, *arguments])],
                input=f"{times}\n", capture_output=True, text=True, check=True)
            counts.append(int(re.search(r"Collected : (\d+)", result.stderr).group(1)))
        self.table.add(label, f"{(counts[1] - counts[0]) / 10 / 1000:,.0f} thousand instructions")

    # ------------------------------------------------------------------------ all

    def run(self):
        own = self.out / "templates"
        sets = [("", own, ".docx", "table", [1000, 10_000, 50_000])]
        if self.options.kit:
            sets.append(("kit’s ", self.kit(), ".jinja.docx", "bigtable", [1000, 10_000, 50_000]))
        for prefix, folder, ending, table, counts in sets:
            for name, data in (("agreement", "agreement"), ("nda", "nda"), (table, f"{table}-8")):
                self.node.check(self.draft, folder / (name + ending), folder / f"{data}.json")
            if self.wants("documents"):
                for name in ("agreement", "nda"):
                    self.document(
                        prefix + name, folder / (name + ending), folder / f"{name}.json",
                        0.1 if name == "agreement" else None,
                        {"docxtpl": 350, "docxtemplater": 25})
            if self.wants("process"):
                for name in ("agreement", "nda"):
                    self.process(
                        prefix + name, folder / (name + ending), folder / f"{name}.plain.json",
                        {"docxtpl": 20})
            if self.wants("tables"):
                self.tables(
                    prefix + "table", folder / (table + ending),
                    {count: folder / f"{table}-{count}.json" for count in counts},
                    folder / f"{table}-8.json")
            if self.options.instructions:
                for name in ("agreement", "nda"):
                    for work in ("render", "fill", "pack", "deflate"):
                        self.instructions(
                            f"{prefix}{name}: {work}",
                            (work, folder / (name + ending), folder / f"{name}.json"))
        if self.wants("text"):
            for name in ("agreement", "nda"):
                self.text(name, own / f"{name}.txt", own / f"{name}.json")
        if self.wants("batch"):
            Batches(self).measure("NDA", own / "nda.docx", own / "nda.json")
        if self.wants("compile"):
            self.single("compile, 350 KB", ("compile", own / "large.docx"), 10e6)
            self.single("compile, agreement", ("compile", own / "agreement.docx"))
            self.first("agreement", own / "agreement.docx", own / "agreement.json")
            self.first("NDA", own / "nda.docx", own / "nda.json")
        if self.wants("samples"):
            real = ("Templates/agreement/agreement.docx",
                    "Templates/constants.yaml,samples/agreement.yaml")
            self.single("the project’s agreement, wording included: part programs", ("render", *real))
            self.single("the project’s agreement: whole package", ("fill", *real))
            self.single("the project’s agreement: compile", ("compile", real[0]))
            self.numbers("the project’s agreement", *real)
            self.first("the project’s agreement", *real)
        if self.wants("wording"):
            for language in ("ru", "kk"):
                self.single(f"a full name, {language}", ("names", language), divide=True)
                self.single(f"an amount in words, {language}", ("amounts", language), divide=True)
        if self.wants("process"):
            self.single("start-up: `draft --version`", ("run", self.draft, "--version"))

    def kit(self):
        """The kit's files in one folder, with as many rows as we want."""
        kit, folder = Path(self.options.kit), self.out / "kit"
        folder.mkdir(exist_ok=True)
        for file in [*kit.glob("templates/*.docx"), *kit.glob("data/*.json")]:
            (folder / file.name).write_bytes(file.read_bytes())
        data = json.loads((folder / "bigtable-1000.json").read_text(encoding="utf-8"))
        loops = [name for name, value in data.items() if isinstance(value, list)]
        rows = {name: data[name] for name in loops}
        for count in (10_000, 50_000):
            for name in loops:
                data[name] = (rows[name] * (count // 1000 + 1))[:count]
            text = json.dumps(data, ensure_ascii=False)
            (folder / f"bigtable-{count}.json").write_text(text, encoding="utf-8")
        return folder


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--kit", default=os.environ.get("DRAFT_BENCH_KIT"),
                        help="a folder with templates/*.jinja.docx and data/*.json (DRAFT_BENCH_KIT)")
    parser.add_argument("--node", metavar="FOLDER", default=os.environ.get("DRAFT_BENCH_NODE"),
                        help="node_modules with docxtemplater, pizzip, carbone (DRAFT_BENCH_NODE)")
    parser.add_argument("--only", help="some of documents,process,tables,text,batch,compile,samples,wording")
    parser.add_argument("--instructions", action="store_true", help="count under callgrind too")
    parser.add_argument("--readme", action="store_true", help="put the rows with goals into the README")
    options = parser.parse_args()
    measurement = Measurement(options.out, options)
    if options.node and not measurement.node.versions:
        parser.error(f"{options.node} has neither docxtemplater nor carbone, or there is no node")
    measurement.run()
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    head = (f"{platform.platform(terse=True)}, {os.cpu_count()} processors, load {load}; CPU time, "
            f"{measurement.rounds} rounds in turn{measurement.node.about()}.\n")
    print(head)
    print(measurement.table)
    if options.readme:
        path = Path(__file__).parent.parent / "README.md"
        before, _, rest = path.read_text(encoding="utf-8").partition("<!-- measured -->\n")
        _, end, after = rest.partition("<!-- end of what was measured -->")
        if not end:
            sys.exit("the README has no place for the table")
        path.write_text(
            f"{before}<!-- measured -->\n{head}\n{measurement.table.chosen()}\n\n{end}{after}",
            encoding="utf-8")


if __name__ == "__main__":
    main()
