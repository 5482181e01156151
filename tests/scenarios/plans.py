"""Documents for the stories: invented rectification plans as text and as Word, and files made to do harm."""
import io
import struct
import zipfile

AREAS = ["关于党的领导弱化方面", "关于党的建设薄弱方面", "关于全面从严治党不力方面"]
UNITS = ["青禾县教育局", "青禾县水务局", "青禾县档案馆", "青禾县粮食和物资储备中心"]
LEADERS = ["柳长青", "苏远山", "江晓舟"]
HAN = "一二三四五六七八九十"


def plan_lines(problems=6, measures=3, title="中共青禾县委关于落实县委第三巡察组反馈意见的整改方案"):
    """One line a paragraph. `problems` problems of `measures` measures each, spread over three areas."""
    lines = [title, "根据巡察反馈意见，结合青禾县实际，制定本方案。", "一、整改任务和措施"]
    number = 0
    for index, area in enumerate(AREAS):
        lines.append(f"（{HAN[index]}）{area}")
        for _ in range(problems // 3 + (1 if index < problems % 3 else 0)):
            number += 1
            lines.append(f"{number}.关于第{number}项工作落实不到位的问题。")
            lines.append("整改措施：")
            for step in range(1, measures + 1):
                lines.append(f"（{step}）召开第{number}项第{step}次专题会议，修订配套制度，逐月检查执行情况。")
            lines.append(f"牵头领导：{LEADERS[number % 3]}")
            lines.append(f"责任单位：{UNITS[number % 4]}")
            lines.append(f"完成时限：2031年{number % 12 + 1}月28日")
    return lines


def plan_text(**shape):
    return ("\n".join(plan_lines(**shape)) + "\n").encode()


CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body, prolog=""):
    """A Word file around the given body XML."""
    document = f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return archive({"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document})


def paragraphs(lines):
    escape = lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)


def plan_docx(**shape):
    return docx(paragraphs(plan_lines(**shape)))


def archive(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def zip_bomb():
    """A Word file of about 2 MB that unpacks to 2 GiB of one paragraph."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        packed.writestr("[Content_Types].xml", CONTENT_TYPES)
        packed.writestr("_rels/.rels", RELATIONS)
        with packed.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>'.encode())
            block = b"A" * (1 << 20)
            for _ in range(2048):
                part.write(block)
    return out.getvalue()


def lying_archive():
    """Says of itself that its part is small."""
    packed = bytearray(docx("<w:p><w:r><w:t>" + "整改" * 2_000_000 + "</w:t></w:r></w:p>"))
    at = packed.rfind(b"word/document.xml") - 46
    packed[at + 24:at + 28] = struct.pack("<I", 100)
    return bytes(packed)


def entity_bomb():
    entities = '<!ENTITY a0 "整改整改整改整改整改">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    return docx("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", f"<!DOCTYPE w:document [{entities}]>")


def outside_entity():
    return docx("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>')


def deep_tables(depth=50_000):
    return docx("<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth)


def nested_archive():
    inner = plan_docx()
    for _ in range(20):
        inner = archive({"word/document.xml": inner})
    return inner


def encrypted_office():
    """What Word writes for a document with a password: an OLE file with a stream of that name."""
    head = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504
    return head + "EncryptedPackage".encode("utf-16-le") + b"\0" * 4096


def encrypted_zip():
    packed = bytearray(plan_docx())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = packed.find(mark)
        while at >= 0:
            packed[at + flags] |= 1
            at = packed.find(mark, at + 4)
    return bytes(packed)


HOSTILE = {
    "empty.docx": b"",
    "nothing.txt": b"",
    "random.docx": bytes((i * 7919) % 256 for i in range(50_000)),
    "cut.docx": plan_docx()[:1000],
    "bomb.docx": zip_bomb,
    "lying.docx": lying_archive,
    "entities.docx": entity_bomb,
    "outside.docx": outside_entity,
    "deep.docx": deep_tables,
    "nested.docx": nested_archive,
    "password.docx": encrypted_office,
    "password.zip.docx": encrypted_zip,
    "zeros.txt": b"\0" * 1_000_000,
    "nul_inside.txt": plan_text().replace("专题".encode(), "专\0题".encode()),
    "broken_utf8.txt": plan_text()[:-40] + b"\xe6\x95" + b"\xff\xfe\xfd",
    "one_paragraph.txt": "整改".encode() * 1_700_000,
    "picture.docx": b"\x89PNG\r\n\x1a\n" + b"\0" * 1000,
    "markup.html": b"<table>" * 100_000,
}


def hostile(name):
    made = HOSTILE[name]
    return made() if callable(made) else made
