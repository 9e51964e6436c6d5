"""The package around the bodies that `templates.py` writes: parts, styles, a picture."""
import struct
import zipfile
import zlib

from chance import Chance

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


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
