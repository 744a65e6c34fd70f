"""The window's words in other languages, by Qt's own tools: `python packaging/languages.py`.

Collects every sentence of the sources into `resources/languages/LANGUAGE.ts` (what is translated already stays, what
is gone goes), and compiles each to the `.qm` that the app loads. `--check` changes nothing and fails where that would
change something, or where a sentence has no translation. Sentences that the core puts together ("Moved {name} to
Shown") are kept in `sentences.json` too: the window knows them by their shape.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "languages"
LANGUAGES = ("de",)
CONTEXT = "words"
HOLE = re.compile(r"\{(\w+)\}")

_SAYS = {"tr", "translated", "count", "said", "together"}  # their texts are shown as they are
_UI_CONSTANT = re.compile(  # begins like a sentence, has more than one word, or is a kind inside a sentence
    r"^(?:[A-Z“‘(…]\S|\S+\s)|^(?:complaint|question|praise|idea|mix-up|abusive|other|never)$"
)
_CORE_CONSTANT = re.compile(r"^[A-Z“].*\S \S|^[A-Z][a-zà-ÿ]+$", re.DOTALL)
_ONE_WORD = re.compile(r"^(?!Bearer)[A-Z][a-z]{3,} \{\w+\}$")  # what was done, and to whom: "Removed {name}"
_NO_WORDS = re.compile(
    r"^[\W\d_]*$|^[\w.-]+\.(?:json|db|png|svg|ts|qm)$|\b(?:select|union)\b.*\b(?:from|all)\b|[{};]\s*\n"
    r"|[<=>] \?$|\border by \w\."  # the rest of a query
    r"|\(\?[:i]|\(\\d|\w\$$"  # a pattern to match with
    r"|^(?:Ctrl|Alt|Shift|Meta)\b|^SIG[A-Z]+$|^HTTP/|^Mozilla|^Q[A-Z]\w+$|^(?:Inter|Vollkorn|Charis)\b"
)
_IS_SENTENCE = re.compile(r"^[A-Z“{].*[^\s?][.!]$", re.DOTALL)
_LAYOUTS = "ui/moments.py"  # "{day} {month}" is no words, and differs all the same
# As the shop in it, what a terminal says, and what other programs read.
_ENGLISH = (
    "desktop/practice/", "desktop/cli.py", "desktop/letting_go.py", "desktop/terminal.py", "desktop/checkup.py",
    "desktop/everything.py",
)  # fmt: skip
# What the core puts into its sentences, too short to be known for words.
_PUT_IN = {
    "desktop/counter/answering.py": ("character", "characters"),
    "desktop/keys.py": ("missing", "damaged"),
    "desktop/connectors/facebook.py": ("page",),
    "desktop/connectors/instagram.py": ("account",),
    "desktop/connectors/graph.py": (
        "the app was removed there", "it wants its owner to sign in on its own page first",
        "the password was changed", "the sign-in has run out", "the account there isn’t confirmed",
        "the sign-in isn’t valid any more", "whoever signed in may not look after it any more",
    ),
}  # fmt: skip
_CODE_CALLS = {
    "compile", "setObjectName", "property", "setProperty", "strftime", "getattr", "setattr", "QKeySequence",
    "startswith", "endswith", "replace", "split", "removesuffix", "removeprefix", "partition", "font", "TypeVar",
    "NewType", "add_argument", "sub", "match", "search", "findall", "finditer", "fullmatch", "join", "Signal", "cast",
    "get_logger", "run", "execute", "createMethodCall",
}  # fmt: skip


def sources() -> tuple[dict[str, str], set[str], set[str]]:
    """(every text with the file it was first seen in, those with a number (%n), shapes the core puts together)."""
    found, numbered, shapes, layouts = dict[str, str](), set[str](), set[str](), set[str]()
    for path in sorted([*ROOT.glob("ui/**/*.py"), *ROOT.glob("desktop/**/*.py")]):
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(_ENGLISH) and name != "desktop/practice/lessons.py":
            continue
        module = ast.parse(path.read_text("utf-8"))
        for text in _said(module, numbered):
            found.setdefault(text, name)
            layouts |= {text} if name == _LAYOUTS else set()
        if name.startswith("ui/"):
            for text in _tables(module):
                found.setdefault(text, name)
        else:
            for text in _core(module):
                found.setdefault(text, name)
                if HOLE.search(text):
                    shapes.add(text)
    for name, words in _PUT_IN.items():
        for word in words:
            found.setdefault(word, name)
    kept = {text: name for text, name in found.items() if _is_words(text) or text in layouts}
    return kept, numbered, shapes & kept.keys()


def _is_words(text: str) -> bool:
    bare = HOLE.sub("", text)
    return bool(re.search(r"[^\W\d_]{2}", bare)) and not _NO_WORDS.search(bare)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _said(module: ast.Module, numbered: set[str]) -> Iterator[str]:
    """What stands in calls of `tr` and its like."""
    for call in (node for node in ast.walk(module) if isinstance(node, ast.Call)):
        if _name(call) == "many" and len(call.args) >= 2:
            for one in _texts(call.args[1]):
                numbered.add(one)
                yield one
        elif _name(call) in _SAYS:
            for arg in call.args:
                yield from _texts(arg)


def _texts(node: ast.AST) -> Iterator[str]:
    """Texts of an expression: constants, either side of a choice, an f-string with its holes named."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield _shape(node)
    elif not isinstance(node, ast.Call) or _name(node) in ("get", "format"):
        for child in ast.iter_child_nodes(node):
            yield from _texts(child)


def _shape(node: ast.JoinedStr) -> str:
    text, names = "", set[str]()
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        elif isinstance(part, ast.FormattedValue):
            name = getattr(part.value, "attr", getattr(part.value, "id", "what")).strip("_").lower()
            while name in names:
                name += "2"
            names.add(name)
            text += f"{{{name}}}"
    return text


def _skipped(module: ast.Module) -> set[int]:
    """Docstrings, texts for other machines, what an f-string is made of, and a class called before it is there."""
    skip = set[int]()
    classes = {node.name for node in module.body if isinstance(node, ast.ClassDef)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and node.value in classes:
            skip.add(id(node))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skip.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            skip.update(id(part) for part in ast.walk(node) if part is not node)
        elif isinstance(node, ast.Call) and _name(node) in _CODE_CALLS:
            skip.update(id(part) for arg in node.args for part in ast.walk(arg))
    return skip


def _tables(module: ast.Module) -> Iterator[str]:
    """Texts of the window that stand in tables and are said elsewhere."""
    skip = _skipped(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
            yield from filter(_UI_CONSTANT.search, [node.value])


def _core(module: ast.Module) -> Iterator[str]:
    """What the core says when something goes wrong or can be taken back, and how its nouns are called."""
    skip = _skipped(module)
    for node in ast.walk(module):
        if isinstance(node, ast.JoinedStr) and id(node) not in skip:
            text = _shape(node)
            if (re.match(r"^[A-Z“{]", text) and len(HOLE.sub("", text).split()) > 1) or _ONE_WORD.match(text):
                yield text
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
            yield from filter(_CORE_CONSTANT.search, [node.value])


def put_in(module: ast.Module) -> Iterator[str]:
    """The words that sentences of the core have put into their holes: either side of a choice, also one made a line
    before or kept in a table of the module."""
    whole = _given(module.body)
    for made in (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)):
        values = whole | _given(ast.walk(made))
        for sentence in (node for node in ast.walk(made) if isinstance(node, ast.JoinedStr)):
            if not _IS_SENTENCE.search(_shape(sentence)):
                continue
            for part in (one.value for one in sentence.values if isinstance(one, ast.FormattedValue)):
                table = part.value if isinstance(part, ast.Subscript) else part
                yield from values.get(table.id, ()) if isinstance(table, ast.Name) else _either(table)


def _given(nodes: Iterable[ast.AST]) -> dict[str, tuple[str, ...]]:
    """What names were given: only texts that stand there."""
    pairs = ((node.targets[0], node.value) for node in nodes if isinstance(node, ast.Assign))
    return {name.id: words for name, value in pairs if isinstance(name, ast.Name) and (words := (*_either(value),))}


def _either(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_either(node.body), *_either(node.orelse))
    elif isinstance(node, ast.BoolOp | ast.Dict):
        for one in node.values:
            yield from _either(one)


def gone(kept: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Words that are kept by hand for a file and stand in it no more, nor in a longer text of it."""
    for name, words in kept.items():
        module = ast.parse((ROOT / name).read_text("utf-8"))
        texts = [node.value for node in ast.walk(module) if isinstance(node, ast.Constant)]
        for word in words:
            if word not in texts:
                yield f"{name}: no more there: {word!r}"


def missing(found: Mapping[str, str]) -> Iterator[str]:
    """Words that the core puts into a sentence and nobody collects: they would stay in English."""
    for path in sorted(ROOT.glob("desktop/**/*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(_ENGLISH):
            for one in put_in(ast.parse(path.read_text("utf-8"))):
                if _is_words(one) and one not in found:
                    yield f"{name}: put in and not collected: {one!r}"


# --- files ------------------------------------------------------------------------------------------------------


def read(path: Path) -> dict[str, list[str]]:
    """Source to its translation; two forms where a number decides."""
    if not path.exists():
        return {}
    kept = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        made = message.find("translation")
        if made is None:
            continue
        forms = [form.text or "" for form in made.findall("numerusform")] or [made.text or ""]
        kept[message.findtext("source") or ""] = forms
    return kept


def as_ts(language: str, found: dict[str, str], numbered: set[str], kept: dict[str, list[str]]) -> str:
    """The file of a language as Qt's tools read it."""
    top = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(top, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text in sorted(found):
        is_numbered = text in numbered
        message = ElementTree.SubElement(context, "message", {"numerus": "yes"} if is_numbered else {})
        ElementTree.SubElement(message, "location", filename=found[text])
        ElementTree.SubElement(message, "source").text = text
        forms = kept.get(text, [])
        made = ElementTree.SubElement(message, "translation")
        if not forms or not all(forms):
            made.set("type", "unfinished")
        if is_numbered:
            for at in range(2):
                ElementTree.SubElement(made, "numerusform").text = forms[at] if at < len(forms) else ""
        else:
            made.text = forms[0] if forms else ""
    ElementTree.indent(top, "  ")
    return '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ElementTree.tostring(top, "unicode") + "\n"


def compiled(ts: Path) -> bytes:
    """What Qt makes of it for the app to load."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.qm"
        subprocess.run(
            [Path(sys.executable).with_name("pyside6-lrelease"), "-silent", ts, "-qm", made], check=True
        )
        return made.read_bytes()


def troubles(kept: dict[str, list[str]], found: dict[str, str]) -> list[str]:
    """Sentences without a translation, and translations with other holes than their source."""
    said = []
    for text, name in sorted(found.items()):
        forms = kept.get(text, [])
        if not forms or not all(forms):
            said.append(f"{name}: not translated: {text!r}")
        said += [
            f"{name}: other holes: {text!r} → {form!r}"
            for form in forms
            if form and set(HOLE.findall(form)) != set(HOLE.findall(text))
        ]
    return said


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--check", action="store_true")
    given = asked.parse_args()
    found, numbered, shapes = sources()
    files: dict[Path, bytes] = {
        FOLDER / "sentences.json": (json.dumps(sorted(shapes), ensure_ascii=False, indent=1) + "\n").encode()
    }
    said = [*gone(_PUT_IN), *missing(found)]
    for language in LANGUAGES:
        path = FOLDER / f"{language}.ts"
        kept = read(path)
        said += troubles(kept, found)
        files[path] = as_ts(language, found, numbered, kept).encode()
    if given.check:
        stale = [path.name for path, data in files.items() if path.read_bytes() != data]
        said += [f"{name} is not what the sources say" for name in stale]
    else:
        for path, data in files.items():
            path.write_bytes(data)
    for language in LANGUAGES:
        qm, data = FOLDER / f"{language}.qm", compiled(FOLDER / f"{language}.ts")
        if not given.check:
            qm.write_bytes(data)
        elif qm.read_bytes() != data:
            said.append(f"{qm.name} is not what {language}.ts says")
    sys.stdout.write("".join(f"{one}\n" for one in said) + f"{len(found)} sentences, {len(said)} troubles\n")
    return 1 if said and given.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
