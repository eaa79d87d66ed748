"""The house rules: imports run downwards, modules and functions stay small, nothing heavy is loaded early."""

from __future__ import annotations

import ast
import json
import re
import resource
import subprocess
import sys
from graphlib import TopologicalSorter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Floor by floor, the ground first; an import runs downwards or stays on its floor. `warparse` itself (its
# public names) stands below those who use it as anybody else does.
FLOORS = [
    "errors",
    "span",
    "plain",
    "lexicon",
    "read",
    "model",
    "segment",
    "names",
    "speech",
    "assemble",
    "enrich",
    "extract",
    "export",
    "pipeline",
    "corpus",
    "scoring",
    "warparse",
    "testing",
    "cli",
    "__main__",
]
# Who alone may import a library.
DOORS = {
    "bs4": "read",
    "ahocorasick_rs": "lexicon",
    "cattrs": "plain",
    "click": "cli",
    "ftfy": "read",
    "hypothesis": "testing",
    "pluggy": "extract",
    "pytest": "testing",
    "rich": "cli",
}
HEAVY = ["bs4", "cattrs", "click", "ftfy", "pandas", "pluggy", "pyarrow", "rich"]
RECORD_ROOMS = ["read", "model", "extract", "export", "scoring", "testing", "cli"]
"""Rooms whose records people meet from outside."""
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40
"""Lines from `def` to the end, docstring left out."""
SLOWEST_IMPORT = 0.12
"""Seconds of processor time that `import warparse` may add; the aim is 0.07, the rest is for busy machines."""


@pytest.fixture(scope="module")
def modules(root: Path) -> dict[str, ast.Module]:
    """Every module of the library by its dotted name."""
    found = {}
    for path in sorted((root / "src").rglob("*.py")):
        parts = list(path.relative_to(root / "src").with_suffix("").parts)
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    assert "warparse.model" in found
    return found


def imports_of(tree: ast.Module, known: dict[str, ast.Module]) -> Iterator[str]:
    """Name what a module imports, wherever in it the import stands; a submodule rather than its package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import: {ast.unparse(node)}"
            package = node.module or ""
            for alias in node.names:
                yield f"{package}.{alias.name}" if f"{package}.{alias.name}" in known else package


def floor_of(module: str) -> int:
    parts = module.split(".")
    room = parts[1] if len(parts) > 1 else parts[0]
    assert room in FLOORS, f"{module} stands on no floor: give it one in tests/test_house.py and docs/architecture.md"
    return FLOORS.index(room)


def test_imports_run_downwards(modules: dict[str, ast.Module]) -> None:
    upwards = [
        f"{name} imports {imported}"
        for name, tree in modules.items()
        for imported in imports_of(tree, modules)
        if imported.partition(".")[0] == "warparse" and floor_of(imported) > floor_of(name)
    ]
    assert not upwards


def test_no_modules_import_each_other_in_a_circle(modules: dict[str, ast.Module]) -> None:
    graph = {name: {each for each in imports_of(tree, modules) if each in modules} for name, tree in modules.items()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(modules)


def test_libraries_come_in_by_one_door(modules: dict[str, ast.Module]) -> None:
    elsewhere = [
        f"{name} imports {imported}"
        for name, tree in modules.items()
        for imported in imports_of(tree, modules)
        if DOORS.get(imported.partition(".")[0]) not in (None, FLOORS[floor_of(name)])
    ]
    assert not elsewhere


def test_modules_are_short(root: Path) -> None:
    lengths = {
        str(path.relative_to(root)): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(root)
    }
    assert not {name: length for name, length in lengths.items() if length > LONGEST_MODULE}


def test_functions_are_short(root: Path) -> None:
    long = [
        f"{path.relative_to(root)}: {node.name} has {lines_of(node)} lines"
        for path in python_files(root)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines_of(node) > LONGEST_FUNCTION
    ]
    assert not long


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    doc = node.body[0] if ast.get_docstring(node) is not None else None
    documented = (doc.end_lineno or doc.lineno) - doc.lineno + 1 if doc else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - documented


def python_files(root: Path) -> list[Path]:
    found = [path for top in ("src", "plugins", "tests", "benchmarks") for path in sorted((root / top).rglob("*.py"))]
    assert found
    return found


def test_every_attribute_of_a_public_record_has_a_doc_line(modules: dict[str, ast.Module]) -> None:
    bare = [
        f"{name}.{node.name}.{attribute}"
        for name, tree in modules.items()
        if FLOORS[floor_of(name)] in RECORD_ROOMS
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and is_attrs_class(node)
        for attribute in attributes_without_doc(node)
    ]
    assert not bare


def is_attrs_class(node: ast.ClassDef) -> bool:
    return any(ast.unparse(each).split("(")[0] in ("frozen", "define", "attrs.frozen") for each in node.decorator_list)


def attributes_without_doc(node: ast.ClassDef) -> Iterator[str]:
    for statement, following in pairwise([*node.body, ast.Pass()]):
        if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
            continue
        told = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
        if not told and not statement.target.id.startswith("_"):
            yield statement.target.id


def test_every_module_says_what_it_promises(modules: dict[str, ast.Module]) -> None:
    silent = [name for name, tree in modules.items() if not ast.get_docstring(tree)]
    assert not silent


def test_word_lists_say_where_they_come_from(root: Path) -> None:
    lists = sorted((root / "src" / "warparse" / "data").glob("*.txt"))
    assert lists
    for path in lists:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith("# "), f"{path.name} begins with no comment"
        assert len(first.split()) >= 5, f"{path.name} does not say what it is and where it comes from"


def test_importing_warparse_loads_nothing_heavy() -> None:
    told = run_python(f"import sys, warparse; print([name for name in {HEAVY!r} if name in sys.modules])")
    assert told.strip() == "[]"


def test_importing_warparse_is_quick() -> None:
    bare = min(seconds_of("pass") for _ in range(5))
    assert min(seconds_of("import warparse") for _ in range(5)) - bare < SLOWEST_IMPORT


def seconds_of(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run_python(code)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def test_parse_is_there_although_it_is_loaded_late() -> None:
    assert run_python("from warparse import parse; print(parse('').blocks)").strip() == "()"
    import warparse

    assert set(warparse.__all__) <= set(dir(warparse))
    assert all(hasattr(warparse, name) for name in warparse.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        warparse.nothing  # noqa: B018


def committed(root: Path) -> list[Path]:
    """The files of the repository: what git tracks, or where there is no git, what lies there."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)  # noqa: S607
        paths = [root / name for name in listed.stdout.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        skipped = {".venv", "__pycache__", "build", "dist", ".git"}
        paths = [path for path in root.rglob("*") if not skipped & set(path.parts) and "cache" not in str(path)]
    return [path for path in paths if path.is_file()]


def test_no_lock_files_are_committed(root: Path) -> None:
    assert not [path.name for path in committed(root) if re.search(r"(^|[.-])lock(\.json)?$", path.name)]


def test_nothing_committed_names_a_machine_or_a_registry(root: Path) -> None:
    machine = re.compile(r"(?<![\w.~)}/])/(?:work|home|root|tmp|opt|Users)/\w")
    registry = re.compile(r"(?:extra-)?index-url|find-links|https?://\S*(?:/simple\b|registry\.)")
    this = root / "tests" / "test_house.py"
    told = []
    for path in committed(root):
        if path == this:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        told += [
            f"{path.relative_to(root)}: {found.group()}"
            for rule in (machine, registry)
            for found in rule.finditer(text)
        ]
    assert not told


def test_relative_links_in_the_documents_lead_somewhere(root: Path) -> None:
    pages = [*root.glob("*.md"), *(root / "docs").glob("*.md")]
    assert pages
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert not broken


def test_the_documents_are_there(documents: Path) -> None:
    assert any(documents.rglob("*.txt"))


def test_the_schema_in_the_documents_is_the_one_that_the_classes_make(root: Path) -> None:
    from warparse.export.schema import article_schema

    written = json.loads((root / "docs" / "warparse-1.schema.json").read_text(encoding="utf-8"))
    assert written == article_schema(), "write it anew: warparse schema > docs/warparse-1.schema.json"


def test_the_architecture_page_names_every_module(root: Path, modules: dict[str, ast.Module]) -> None:
    page = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\w+", page))
    assert not {part for name in modules for part in name.split(".") if not part.startswith("__")} - named


def test_the_page_of_meanings_names_every_value(root: Path) -> None:
    import warparse

    page = (root / "docs" / "meaning.md").read_text(encoding="utf-8")
    kinds = (
        warparse.BlockKind,
        warparse.Reason,
        warparse.PostKind,
        warparse.QuoteForm,
        warparse.Boundary,
        warparse.NameKind,
    )
    assert not [member.value for kind in kinds for member in kind if f"`{member.value}`" not in page]


def test_the_example_of_the_format_is_valid(root: Path) -> None:
    from jsonschema import Draft202012Validator

    from warparse.export.schema import article_schema

    (example,) = re.findall(r"```json\n(.*?)```", (root / "docs" / "format.md").read_text(encoding="utf-8"), re.DOTALL)
    data, schema = json.loads(example), article_schema()
    Draft202012Validator(schema).validate(data)
    shown = {(layer, key) for layer, parts in data.items() if isinstance(parts, list) for part in parts for key in part}
    meant = {
        (layer, key)
        for layer, told in schema["properties"].items()
        if "items" in told
        for key in schema["$defs"][told["items"]["$ref"].rpartition("/")[2]]["properties"]
    }
    assert shown == meant
    assert set(data) == set(schema["properties"])
    assert set(data["source"]) == set(schema["$defs"]["WrittenSource"]["properties"])
