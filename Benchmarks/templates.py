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

Only what docxtpl also understands is used, so that every engine gets the same files.
"""
import html
import json
import re
import struct
import sys
import zipfile
import zlib
from pathlib import Path

TEXT = Path(__file__).resolve().parent.parent / "Templates" / "agreement" / "agreement.txt"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROWS = (8, 1000, 10000, 50000)


class Chance:
    """A linear congruence: the same numbers on every machine and in every version of Python."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state * 1664525 + 1013904223) & 0xFFFFFFFF
        return (self.state >> 8) % bound


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
    """Paragraphs as Word writes them, tags cut into several runs now and then."""

    def __init__(self, seed):
        self.chance = Chance(seed)
        self.tags = 0
        self.split = 0

    def run(self, text, lang, bold=False):
        strong = "<w:b/><w:bCs/>" if bold else ""
        return (
            f'<w:r w:rsidR="00{self.chance.below(1 << 24):06X}"><w:rPr>'
            f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>{strong}'
            f'<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="{lang}"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>')

    def runs(self, text, lang, bold=False):
        cuts = []
        for tag in re.finditer(r"\{\{.*?\}\}|\{%.*?%\}", text):
            self.tags += 1
            if self.chance.below(4) == 0:
                self.split += 1
                for _ in range(1 + self.chance.below(2)):
                    cuts.append(tag.start() + 1 + self.chance.below(len(tag.group()) - 1))
        parts, start = [], 0
        for cut in sorted(set(cuts)):
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
        """A paragraph of one whole tag."""
        self.tags += 1
        return f"<w:p>{self.run(text, 'ru-RU')}</w:p>"

    @staticmethod
    def cell(content, width):
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>')

    @classmethod
    def row(cls, contents, widths):
        cells = "".join(map(cls.cell, contents, widths))
        return f'<w:tr w:rsidR="00A21B3C" w:rsidTr="00B7201D">{cells}</w:tr>'

    def tag_row(self, text, widths):
        return self.row([self.tag(text)] + ["<w:p/>"] * (len(widths) - 1), widths)

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


def agreement():
    writer, fields, chance = Writer(11), Fields(12), Chance(13)
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
            rows += [writer.tag_row(f"{{%tr if {flag} %}}", widths), row,
                     writer.tag_row("{%tr endif %}", widths)]
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
        writer.tag_row("{%tr for line in lines %}", widths),
        writer.row([writer.paragraph(f"{{{{ line.{name} }}}}") for name in
                    ("number", "kk", "ru", "hours", "amount")], widths),
        writer.tag_row("{%tr endfor %}", widths),
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


def nda():
    writer, fields = Writer(21), Fields(22)
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


def table():
    writer = Writer(31)
    widths = [700, 1500, 3100, 1138, 1600, 1600]
    names = ("number", "date", "work", "hours", "rate", "amount")
    rows = [
        writer.row([writer.paragraph(head, bold=True) for head in
                    ("№", "Күні", "Работа", "Сағат", "Ставка", "Теңге")], widths),
        writer.tag_row("{%tr for line in lines %}", widths),
        writer.row([writer.paragraph(f"{{{{ line.{name} }}}}") for name in names], widths),
        writer.tag_row("{%tr endfor %}", widths)]
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


# ------------------------------------------------------------------------- the package

def picture():
    """A picture of some 30 KB."""
    chance = Chance(77)
    width, height = 240, 44
    pixels = bytearray()
    for y in range(height):
        pixels.append(0)
        for x in range(width):
            grain = chance.below(24)
            pixels += bytes(((x + grain) & 255, (y * 4 + grain * 5) & 255, 160 + chance.below(40)))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(
            ">I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes(pixels), 9)) + chunk(b"IEND", b""))


DRAWING = (
    '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="1440000" cy="264000"/><wp:docPr id="1" name="Logo"/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1440000" cy="264000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    '</a:graphic></wp:inline></w:drawing></w:r></w:p>')


def styles():
    names = ["Normal", "Heading1", "List"] + [f"Style{n}" for n in range(60)]
    return f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts ' + (
        'w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="22"/></w:rPr>'
        "</w:rPrDefault></w:docDefaults>") + "".join(
        f'<w:style w:type="paragraph"{" w:default=" + chr(34) + "1" + chr(34) if n == 0 else ""} '
        f'w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:uiPriority '
        f'w:val="{n + 10}"/><w:qFormat/><w:pPr><w:spacing w:before="{n * 20}" w:after="60"/>'
        f'</w:pPr><w:rPr><w:sz w:val="{20 + n % 9}"/></w:rPr></w:style>'
        for n, name in enumerate(names)) + "</w:styles>"


def part(name, content):
    spaces = (
        f'xmlns:w="{W}" xmlns:r="{R}" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"')
    return f"<w:{name} {spaces}>{content}</w:{name}>"


def write(path, body, header, footer):
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    section = (
        ('<w:headerReference w:type="default" r:id="rId2"/>' if header else "")
        + '<w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" '
        'w:footer="567" w:gutter="0"/>')
    document = part("document", f'<w:body>{"".join(body)}<w:sectPr>{section}</w:sectPr></w:body>')
    links = ['<Relationship Id="rId1" Type="%s/styles" Target="styles.xml"/>' % R,
             '<Relationship Id="rId3" Type="%s/footer" Target="footer1.xml"/>' % R]
    overrides = [("document", "document.main"), ("styles", "styles"), ("footer1", "footer")]
    files = {"word/document.xml": document, "word/styles.xml": styles(),
             "word/footer1.xml": part("ftr", footer)}
    if header:
        links.append('<Relationship Id="rId2" Type="%s/header" Target="header1.xml"/>' % R)
        overrides.append(("header1", "header"))
        files["word/header1.xml"] = part("hdr", DRAWING + header)
        files["word/_rels/header1.xml.rels"] = relationships(
            ['<Relationship Id="rId1" Type="%s/image" Target="media/logo.png"/>' % R])
        files["word/media/logo.png"] = picture()
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>' + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{word}{kind}+xml"/>'
            for name, kind in overrides) + "</Types>")
    files = {"[Content_Types].xml": types, "_rels/.rels": relationships(
        ['<Relationship Id="rId1" Type="%s/officeDocument" Target="word/document.xml"/>' % R]),
        "word/_rels/document.xml.rels": relationships(links), **files}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            if isinstance(content, str):
                content = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
                           + content).encode()
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            # A picture is packed already.
            info.compress_type = (
                zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED)
            archive.writestr(info, content)
    return len(document.encode())


def relationships(links):
    return ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + "".join(links) + "</Relationships>")


def plain(data):
    """The data without the characters that docxtpl's command line does not escape."""
    return json.loads(json.dumps(data).replace("&", "+").replace("<", "("))


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
        body, header, footer, data, writer = make()
        size = write(folder / f"{name}.docx", body, header, footer)
        if callable(data):
            for count in ROWS:
                save(f"{name}-{count}", data(count))
        else:
            save(name, data)
            save(f"{name}.plain", plain(data))
            (folder / f"{name}.txt").write_text(text(body), encoding="utf-8")
        print(f"{name}: {writer.tags} tags, {writer.split} split, {size} bytes of body")
    # The agreement with its clauses again and again, until the body has 350 KB.
    body, header, footer, data, writer = agreement()
    clauses_again = next(item for item in body if item.startswith("<w:tbl>"))
    while sum(len(item.encode()) for item in body) < 350_000:
        body.append(clauses_again)
    size = write(folder / "large.docx", body, header, footer)
    print(f"large: {size} bytes of body")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
