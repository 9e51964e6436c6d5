#!/usr/bin/env python3
"""Other engines at the same work, spoken to as `draft-bench` is.

usage: peers.py docxtpl TEMPLATE DATA
       peers.py docxtpl-files TEMPLATE ROWS FOLDER   (a document for each line of ROWS)
       peers.py minijinja TEMPLATE DATA

Run with the Python of the virtual environment whose `docxtpl` is wanted. Prints `ready`, then reads
numbers and answers each with the nanoseconds of wall and CPU time of one time, after that many.
"""
import io
import json
import os
import resource
import sys
import time


def docxtpl(template, data):
    from docxtpl import DocxTemplate

    with open(data, encoding="utf-8") as file:
        context = json.load(file)

    def fill():
        document = DocxTemplate(template)
        document.render(context, autoescape=True)
        document.save(io.BytesIO())

    return fill


def docxtpl_files(template, rows, folder):
    from docxtpl import DocxTemplate

    with open(rows, encoding="utf-8") as file:
        contexts = [json.loads(line) for line in file]

    def fill():
        for number, context in enumerate(contexts, 1):
            document = DocxTemplate(template)
            document.render(context, autoescape=True)
            document.save(os.path.join(folder, f"{number}.docx"))

    return fill


def minijinja(template, data):
    from minijinja import Environment

    with open(data, encoding="utf-8") as file:
        context = json.load(file)
    environment = Environment()
    with open(template, encoding="utf-8") as file:
        environment.add_template("template.txt", file.read())
    return lambda: environment.render_template("template.txt", **context)


def main(name, *arguments):
    works = {"docxtpl": docxtpl, "docxtpl-files": docxtpl_files, "minijinja": minijinja}
    work = works[name](*arguments)
    print("ready", flush=True)
    for line in sys.stdin:
        count = int(line)
        wall, cpu = time.perf_counter_ns(), time.process_time_ns()
        for _ in range(count):
            work()
        wall, cpu = time.perf_counter_ns() - wall, time.process_time_ns() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(wall // count, cpu // count, peak * (1 if sys.platform == "darwin" else 1024),
              flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
