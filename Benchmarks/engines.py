"""Processes that are measured in turn, and the table of what was measured."""
import statistics
import subprocess
import sys

MEBIBYTE = 1 << 20


class Engine:
    """A process that does one piece of work as often as it is told."""

    def __init__(self, command):
        self.command = list(map(str, command))
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.about = self.line().removeprefix("ready").strip()
        self.cpu, self.wall, self.peak, self.count = [], 0, 0, 1

    def line(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"this failed: {' '.join(self.command)}")
        return line.strip()

    def once(self, count):
        """Nanoseconds of CPU time that one time of `count` took."""
        self.process.stdin.write(f"{count}\n")
        self.process.stdin.flush()
        self.wall, cpu, self.peak = map(int, self.line().split())
        return cpu

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def alternate(commands, rounds, span=60e6, warm=2):
    """Runs engines in turn; the engines with `cpu`, one value a round."""
    engines = {name: Engine(command) for name, command in commands.items()}
    for engine in engines.values():
        for _ in range(warm):
            first = engine.once(1)
        engine.count = max(1, min(1000, int(span / max(first, 1)))) if warm else 1
    for _ in range(rounds):
        for engine in engines.values():
            engine.cpu.append(engine.once(engine.count))
    for engine in engines.values():
        engine.close()
    return engines


def shown(nanoseconds):
    for unit, size in (("s", 1e9), ("ms", 1e6)):
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds / 1e6:.3f} ms" if nanoseconds >= 1e4 else f"{nanoseconds / 1e3:.2f} µs"


def spread(values):
    return f"{shown(statistics.median(values))} ({shown(min(values))}–{shown(max(values))})"


def ratio(above, below):
    return statistics.median(a / b for a, b in zip(above, below))


class Table:
    HEAD = ("work", "ours, median (min–max)", "beside it", "its median", "ratio", "goal", "met")

    def __init__(self):
        self.rows = []
        self.named = set()

    def add(self, work, ours, beside="", theirs="", ratio="", goal="", met=None, named=False):
        """A row; one that is `named` is chosen for readers though it has no goal."""
        mark = "" if met is None else "yes" if met else "**no**"
        self.rows.append((work, ours, beside, theirs, ratio, goal, mark))
        if named or goal:
            self.named.add(self.rows[-1])
        print(" · ".join(filter(None, self.rows[-1])), file=sys.stderr, flush=True)

    def __str__(self):
        return self.markdown(self.rows)

    def chosen(self):
        """The rows that a reader of the project wants first: those with a goal, the limit, and counts; of
        a kit the fills that have a goal."""
        return self.markdown([
            row for row in self.rows
            if (row[5] and ": one fill in memory" in row[0] if row[0].startswith("kit’s ")
                else row in self.named or row[2].startswith("the limit")
                or row[1].endswith("instructions"))])

    def markdown(self, rows):
        lines = [self.HEAD, ("---",) * len(self.HEAD), *rows]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)
