#!/usr/bin/env python3
"""Make the templates and data of the benchmarks from the text of the sample agreement.

usage: templates.py FOLDER

The same bytes each time: nothing is read but the agreement's text, and chance has a fixed seed.

  agreement.docx  five pages, two languages in two columns; 130 tags (values, conditions, a
                  paragraph loop, a row loop), every fourth of them split over runs; header with a
                  picture, footer
  nda.docx        two pages, 26 tags, a condition over a paragraph
  table.docx      one row loop with six columns
  *.txt           the bodies of the first two as text templates
  *.json          data for them; table-N.json has N rows

Only what docxtpl also understands is used, so that it gets the same files. NAME.mustache.docx has the
same words and the same split tags as docxtemplater spells them, with its data in NAME.flat.json,
and NAME.carbone.docx as Carbone does.
"""
import html
import json
import re
import sys
from pathlib import Path

from chance import Chance
from dialects import Carbone, Jinja, Mustache
from package import write

TEXT = Path(__file__).resolve().parent.parent / "Templates" / "agreement" / "agreement.txt"
ROWS = (8, 1000, 10000, 50000)


def clauses():
    """The numbered clauses of the agreement in Kazakh and Russian, `\\0` in place of values."""
    halves = TEXT.read_text(encoding="utf-8").split("{% lang ru -%}")
    languages = []
    for half in halves:
        found = {}
        for line in half.splitlines():
            line = re.sub(r"\{%.*?%\}", "", line)
            number = re.match(r"(\d+\.\d+)\. ", line)
            if number and number.group(1) not in found:
                found[number.group(1)] = re.sub(r"\{\{.*?\}\}", "\0", line)
        languages.append(found)
    kazakh, russian = languages
    return [(kazakh[number], russian[number]) for number in kazakh if number in russian]


WORDS = [word for pair in clauses() for word in re.findall(r"\w{4,}", pair[1])]


def words(chance, count):
    return " ".join(WORDS[chance.below(len(WORDS))] for _ in range(count))


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Writer:
    """Paragraphs as Word writes them, tags cut into several runs now and then.

    Tags are given as docxtpl has them, and written in the words of the dialect.
    """

    def __init__(self, seed, dialect):
        self.chance = Chance(seed)
        self.dialect = dialect
        self.tags = 0
        self.split = 0

    def run(self, text, lang, bold=False):
        strong = "<w:b/><w:bCs/>" if bold else ""
        return (
            f'<w:r w:rsidR="00{self.chance.below(1 << 24):06X}"><w:rPr>'
            f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>{strong}'
            f'<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="{lang}"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>')

    def runs(self, source, lang, bold=False):
        text, cuts, copied = "", [], 0
        for tag in re.finditer(r"\{\{.*?\}\}|\{%.*?%\}", source):
            self.tags += 1
            text += source[copied:tag.start()]
            copied = tag.end()
            said, length = self.dialect.say(tag.group()), len(tag.group())
            if self.chance.below(4) == 0:
                self.split += 1
                # Every dialect is cut at the same places, in proportion.
                places = {1 + self.chance.below(length - 1)
                          for _ in range(1 + self.chance.below(2))}
                cuts += [len(text) + max(1, place * len(said) // length)
                         for place in sorted(places)]
            text += said
        text += source[copied:]
        parts, start = [], 0
        for cut in cuts:
            parts.append(self.run(text[start:cut], lang, bold))
            if self.chance.below(2):
                parts.append('<w:proofErr w:type="spellStart"/>')
            start = cut
        parts.append(self.run(text[start:], lang, bold))
        return "".join(parts)

    def paragraph(self, text, lang="ru-RU", style=None, bold=False):
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        return (
            f'<w:p w:rsidR="00{self.chance.below(1 << 24):06X}" w:rsidRDefault="00A21B3C"><w:pPr>'
            f'{named}<w:spacing w:before="40" w:after="60"/><w:jc w:val="both"/>'
            f'<w:rPr><w:lang w:val="{lang}"/></w:rPr></w:pPr>{self.runs(text, lang, bold)}</w:p>')

    def tag(self, text):
        """A paragraph of one whole tag; none where the dialect has no such tag."""
        self.tags += 1
        said = self.dialect.say(text)
        run = self.run(said, "ru-RU")
        return f"<w:p>{run}</w:p>" if said else ""

    @staticmethod
    def cell(content, width):
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>')

    @classmethod
    def row(cls, contents, widths):
        cells = "".join(map(cls.cell, contents, widths))
        return f'<w:tr w:rsidR="00A21B3C" w:rsidTr="00B7201D">{cells}</w:tr>'

    def tag_row(self, text, widths):
        tag = self.tag(text)
        return self.row([tag] + ["<w:p/>"] * (len(widths) - 1), widths) if tag else ""

    def rows(self, opening, make, widths):
        """The row that `make` gives, in a loop or under a condition."""
        first = self.tag_row(f"{{%tr {opening} %}}", widths)
        row = make()
        last = self.tag_row(f"{{%tr end{opening.split()[0]} %}}", widths)
        return self.dialect.around(first, row, last)

    @staticmethod
    def table(rows, widths):
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}'
            f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f'{"".join(rows)}</w:tbl>')


class Fields:
    """Names for the values of a text, and the data under them."""

    GROUPS = ("agreement", "client", "consultant", "matter", "fee", "terms", "periods")

    def __init__(self, seed):
        self.chance = Chance(seed)
        self.data = {}
        self.count = 0

    def value(self):
        group = self.GROUPS[self.count % len(self.GROUPS)]
        self.count += 1
        name = f"field_{self.count}"
        text = words(self.chance, 1 + self.chance.below(4))
        # Every engine must escape; every tenth value shows whether it does.
        self.data.setdefault(group, {})[name] = text + (" & Co" if self.count % 10 == 0 else "")
        return f"{{{{ {group}.{name} }}}}"

    def flag(self, holds):
        self.count += 1
        name = f"has_{self.count}"
        self.data.setdefault("terms", {})[name] = holds
        return f"terms.{name}"

    def fill(self, text, wanted):
        """The text with all its values named, and more of them if it has too few."""
        if text.count("\0") < wanted:
            places = [match.start() for match in re.finditer(" ", text)]
            step = max(1, len(places) // (wanted + 1))
            for place in reversed(places[step::step][: wanted - text.count("\0")]):
                text = text[:place] + " \0" + text[place:]
        return re.sub("\0", lambda _: self.value(), text)


def agreement(dialect):
    writer, fields, chance = Writer(11, dialect), Fields(12), Chance(13)
    widths = [4819, 4819]
    rows = []
    chosen = [pair for pair in clauses() if 250 < len(pair[1]) < 700][:24]
    for index, (kazakh, russian) in enumerate(chosen):
        left, right = fields.fill(kazakh, 2), fields.fill(russian, 1)
        if index % 5 == 1:
            flag = fields.flag(index % 2 == 0)
            right += f" {{% if {flag} %}}{words(chance, 6)}{{% else %}}{words(chance, 5)}{{% endif %}}"
        row = writer.row(
            [writer.paragraph(left, "kk-KZ"), writer.paragraph(right, "ru-RU")], widths)
        if index == 7:
            flag = fields.flag(False)
            rows += writer.rows(f"if {flag}", lambda: row, widths)
        else:
            rows.append(row)
    body = [
        writer.paragraph(f"ШАРТ · ДОГОВОР № {fields.value()}", style="Heading1", bold=True),
        writer.paragraph(f"{fields.value()}, {fields.value()}"),
        writer.table(rows, widths),
        writer.tag("{%p for item in services %}"),
        writer.paragraph("{{ item.title }} — {{ item.text }} ({{ item.due }})", style="List"),
        writer.tag("{%p endfor %}"),
    ]
    widths = [700, 3100, 3100, 1138, 1600]
    body.append(writer.table([
        writer.row([writer.paragraph(head, bold=True) for head in
                    ("№", "Жұмыс", "Работа", "Сағат", "Теңге")], widths),
        *writer.rows("for line in lines", lambda: writer.row(
            [writer.paragraph(f"{{{{ line.{name} }}}}") for name in
             ("number", "kk", "ru", "hours", "amount")], widths), widths),
        writer.row([writer.paragraph(text) for text in
                    ("", "Барлығы", "Всего", fields.value(), fields.value())], widths)], widths))
    header = writer.paragraph(f"Іс · Дело {fields.value()}")
    footer = writer.paragraph(fields.value())
    while writer.tags < 130:
        body.append(writer.paragraph(fields.fill(words(chance, 9), 1)))
    data = fields.data
    data["services"] = [
        {"title": words(chance, 1), "text": words(chance, 22), "due": f"{n + 3}.11.2026"}
        for n in range(6)]
    data["lines"] = [line(chance, n) for n in range(8)]
    return body, header, footer, data, writer


def line(chance, n):
    hours = 4 + chance.below(20)
    return {"number": n + 1, "kk": words(chance, 3), "ru": words(chance, 3), "hours": hours,
            "amount": f"{hours * 35000:,}".replace(",", "\u00a0")}


def nda(dialect):
    writer, fields = Writer(21, dialect), Fields(22)
    chosen = [pair[1] for pair in clauses() if 300 < len(pair[1]) < 900][30:42]
    body = [writer.paragraph("СОГЛАШЕНИЕ О КОНФИДЕНЦИАЛЬНОСТИ", style="Heading1", bold=True)]
    for index, text in enumerate(chosen):
        text = fields.fill(text.replace("\0", "…", 1) if index % 2 else text, 2 - index % 2)
        if index == 4:
            text += f" {{% if {fields.flag(True)} %}}{words(Chance(5), 8)}{{% endif %}}"
        if index == 8:
            body += [writer.tag(f"{{%p if {fields.flag(True)} %}}"), writer.paragraph(text),
                     writer.tag("{%p endif %}")]
        else:
            body.append(writer.paragraph(text))
    footer = writer.paragraph(fields.value())
    while writer.tags < 26:
        body.append(writer.paragraph(fields.fill(words(Chance(6), 9), 1)))
    return body, None, footer, fields.data, writer


def table(dialect):
    writer = Writer(31, dialect)
    widths = [700, 1500, 3100, 1138, 1600, 1600]
    names = ("number", "date", "work", "hours", "rate", "amount")
    rows = [
        writer.row([writer.paragraph(head, bold=True) for head in
                    ("№", "Күні", "Работа", "Сағат", "Ставка", "Теңге")], widths),
        *writer.rows("for line in lines", lambda: writer.row(
            [writer.paragraph(f"{{{{ line.{name} }}}}") for name in names], widths), widths)]
    body = [writer.paragraph("{{ client.name }}: {{ matter.title }}", bold=True),
            writer.table(rows, widths), writer.paragraph("Всего: {{ total }}")]
    return body, None, writer.paragraph("{{ matter.number }}"), table_data, writer


def table_data(count):
    chance = Chance(32)
    lines = []
    for n in range(count):
        hours = 1 + chance.below(9)
        lines.append({
            "number": n + 1, "date": f"2026-{1 + chance.below(12):02}-{1 + chance.below(28):02}",
            "work": words(chance, 5) + (" & др." if n % 20 == 0 else ""), "hours": hours,
            "rate": "35\u00a0000", "amount": f"{hours * 35000:,}".replace(",", "\u00a0")})
    return {"client": {"name": "ТОО «Ромашка»"}, "matter": {"title": "Спор", "number": "2-17/26"},
            "total": count, "lines": lines}


def plain(data):
    """The data without the characters that docxtpl's command line does not escape."""
    return json.loads(json.dumps(data).replace("&", "+").replace("<", "("))


def flat(data):
    """The data with points in its keys, as docxtemplater's own parser of tags looks them up."""
    found = {}
    for name, value in data.items():
        if isinstance(value, dict):
            found.update({f"{name}.{key}": inner for key, inner in value.items()})
        else:
            found[name] = value
    return found


def text(body):
    """The paragraphs of a body as a text template with the same tags."""
    lines = []
    for paragraph in re.findall(r"<w:p>.*?</w:p>|<w:p .*?</w:p>", "".join(body), re.S):
        line = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", paragraph))
        line = html.unescape(re.sub(r"\{%(?:p|tr) ", "{% ", line))
        # A statement that has a line of its own leaves none.
        lines.append(line if re.fullmatch(r"\{%[^%]*%\}", line) else line + "\n")
    return "".join(lines)


def main(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)

    def save(name, data):
        text = json.dumps(data, ensure_ascii=False)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")

    for name, make in (("agreement", agreement), ("nda", nda), ("table", table)):
        for dialect in (Mustache(), Carbone(), Jinja()):
            body, header, footer, data, writer = make(dialect)
            size = write(folder / (name + dialect.ending), body, header, footer)
        if callable(data):
            for count in ROWS:
                save(f"{name}-{count}", data(count))
                save(f"{name}-{count}.flat", flat(data(count)))
        else:
            save(name, data)
            save(f"{name}.flat", flat(data))
            save(f"{name}.plain", plain(data))
            (folder / f"{name}.txt").write_text(text(body), encoding="utf-8")
        print(f"{name}: {writer.tags} tags, {writer.split} split, {size} bytes of body")
    # The agreement with its clauses again and again, until the body has 350 KB.
    body, header, footer, data, writer = agreement(Jinja())
    clauses_again = next(item for item in body if item.startswith("<w:tbl>"))
    while sum(len(item.encode()) for item in body) < 350_000:
        body.append(clauses_again)
    size = write(folder / "large.docx", body, header, footer)
    print(f"large: {size} bytes of body")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
