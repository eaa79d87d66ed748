"""The JSON Schema of the interchange format, made from the attrs classes that are the format.

Contract: whatever `Article.to_dict` gives is valid by this schema; nothing in it is written by hand
but the words that it takes from the classes' own docstrings.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from warparse.model.written import FORMAT, WrittenArticle
from warparse.plain import ADDED, UNWRITTEN

__all__ = ["article_schema", "schema_of"]

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: Final[Mapping[object, dict[str, str]]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    Any: {},
}


def article_schema(records: Mapping[str, type[Any]] | None = None) -> dict[str, Any]:
    """Give the JSON Schema of the interchange format.

    Args:
        records: the class of each extractor's records by its name; records of others may be any mapping.

    Returns:
        A schema of draft 2020-12. Keys that data of the format may lack are not required.

    >>> article_schema()["properties"]["format"]["const"]
    'warparse/1'
    """
    definitions: dict[str, Any] = {}
    schema = _class_schema(WrittenArticle, definitions)
    properties = schema["properties"]
    properties["format"]["const"] = FORMAT
    properties["fields"] = {
        "description": properties["fields"]["description"],
        "type": "object",
        "properties": {
            name: {"type": "array", "items": _schema(cls, definitions)} for name, cls in (records or {}).items()
        },
        "additionalProperties": {"type": "array", "items": {"type": "object"}},
    }
    head = {"$schema": _DRAFT, "title": f"An article in the format {FORMAT}"}
    return {**head, **schema, "$defs": dict(sorted(definitions.items()))}


def schema_of(cls: type[Any]) -> dict[str, Any]:
    """Give the JSON Schema of one attrs class's plain form.

    Args:
        cls: an attrs class or a named tuple; its docstring and those under its attributes become descriptions.

    Raises:
        TypeError: an attribute is of a type that has no plain form.

    >>> from warparse.model import Problem
    >>> schema_of(Problem)["required"]
    ['where', 'message']
    """
    definitions: dict[str, Any] = {}
    schema = _class_schema(cls, definitions)
    head = {"$schema": _DRAFT, "title": cls.__name__}
    return {**head, **schema, **({"$defs": definitions} if definitions else {})}


def _class_schema(cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    hints, docs = get_type_hints(cls), _attribute_docs(cls)
    properties, required = {}, []
    for name, metadata in _attributes(cls):
        mark = metadata.get("warparse")
        if mark == UNWRITTEN["warparse"]:
            continue
        properties[name] = {**_described(docs.get(name)), **_schema(hints[name], definitions)}
        if mark != ADDED["warparse"]:
            required.append(name)
    return {
        **_described((cls.__doc__ or "").partition("\n")[0]),
        "type": "object",
        "properties": properties,
        "required": required,
    }


def _attributes(cls: type[Any]) -> list[tuple[str, Mapping[Any, Any]]]:
    if attrs.has(cls):
        return [(each.name, each.metadata) for each in attrs.fields(cls)]
    return [(name, {}) for name in cls._fields]


def _described(text: str | None) -> dict[str, str]:
    return {"description": text} if text else {}


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - any annotation
    """Give the schema of an annotation, adding the classes that it names to the definitions."""
    if kind in _SCALARS:
        return dict(_SCALARS[kind])
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _union([_schema(each, definitions) for each in arguments])
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple and arguments[-1:] == (Ellipsis,):
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _schema(arguments[1], definitions)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _defined(kind, {"enum": [member.value for member in kind]}, definitions)
    if isinstance(kind, type) and (attrs.has(kind) or hasattr(kind, "_fields")):
        return _defined(kind, None, definitions)
    raise TypeError(
        f"{kind!r} has no plain form: use text, numbers, enumerations, dates, decimals, tuples or attrs classes"
    )


def _union(schemas: list[dict[str, Any]]) -> dict[str, Any]:
    """Join alternatives: types into one list of types where nothing but a type is said of them."""
    types = [schema["type"] for schema in schemas if list(schema) == ["type"]]
    return {"type": types} if len(types) == len(schemas) else {"anyOf": schemas}


def _defined(kind: type[Any], schema: dict[str, Any] | None, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # holds the place, should the class name itself
        told = _described((kind.__doc__ or "").partition("\n")[0]) if schema else {}
        definitions[name] = {**told, **schema} if schema else _class_schema(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _attribute_docs(cls: type[Any]) -> dict[str, str]:
    """Give the doc line under each attribute: Python keeps it nowhere, so it is read from the class's source."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    except (OSError, TypeError, SyntaxError):  # a class made where there is no source: it has no doc lines
        return {}
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    return {
        node.target.id: " ".join(inspect.cleandoc(doc.value.value).split())
        for node, doc in pairwise(body)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        if isinstance(doc, ast.Expr) and isinstance(doc.value, ast.Constant) and isinstance(doc.value.value, str)
    }
