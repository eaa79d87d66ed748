"""Records as plain data: attrs classes to mappings that JSON can hold, and back.

Contract: `from_plain(cls, to_plain(record)) == record` for every attrs class whose attributes are
text, numbers, booleans, enumerations, dates, exact decimals, None, named tuples, tuples of these, or
such classes again. Types are never bent: a number written as text is an error, not a number. Keys
that a class does not know are passed over, since a later version may have added them.

In the plain form decimals are text in full notation, dates are ISO 8601, tuples are lists and
named tuples are mappings. An attribute marked `UNWRITTEN` stays out of it; one marked `ADDED` is
written, yet nobody may count on finding it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args, get_origin

import attrs

from warparse.errors import FormatError

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["ADDED", "UNWRITTEN", "from_plain", "to_plain"]

_Record = TypeVar("_Record")
_Hook = Callable[[object, object], object]

UNWRITTEN: Final[Mapping[str, str]] = MappingProxyType({"warparse": "unwritten"})
"""Metadata of an attribute that the plain form leaves out: a view of something written elsewhere."""
ADDED: Final[Mapping[str, str]] = MappingProxyType({"warparse": "added"})
"""Metadata of an attribute that some plain data may lack; it needs a default."""


def to_plain(record: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Write a record as plain data.

    Args:
        record: an instance of an attrs class, or anything one may hold.

    Returns:
        A mapping with the record's attributes in their order.

    >>> from warparse.span import Span
    >>> to_plain(Span(3, 5))
    {'start': 3, 'end': 5}
    """
    return _converter().unstructure(record)


def from_plain(cls: type[_Record], data: object, *, path: str = "") -> _Record:
    """Read a record from plain data.

    Args:
        cls: the attrs class or named tuple that the data describes.
        data: what `to_plain` gave, or what JSON gave for it.
        path: where in a larger whole the data stands ("fields.money[2]"), for messages.

    Returns:
        The record.

    Raises:
        FormatError: a key is missing or a value is of the wrong type; the message names its path.

    >>> from warparse.span import Span
    >>> from_plain(Span, {"start": 3, "end": 5})
    Span(start=3, end=5)
    >>> from_plain(Span, {"start": "3", "end": 5})
    Traceback (most recent call last):
    warparse.errors.FormatError: start: a text ('3') where a whole number is due
    """
    from cattrs import BaseValidationError, transform_error

    try:
        return _converter().structure(data, cls)
    except BaseValidationError as error:
        told = transform_error(error, path=path or _ROOT, format_exception=_describe)
    except _RefusalError as error:
        told = [f"{error} @ {path or _ROOT}"]
    raise FormatError(_one_line(told))


_ROOT: Final = "$"
"""What stands for the data as a whole in a path."""


class _RefusalError(ValueError):
    """A value is not what its class asks for; the message says what it is and what was due."""


def _describe(error: BaseException, _type: object) -> str:
    return "missing" if isinstance(error, KeyError) else str(error)


def _one_line(told: list[str]) -> str:
    """Turn cattrs' list of "message @ path" into a line that tells the first and counts the others."""
    message, _, path = told[0].rpartition(" @ ")
    more = f" (and {len(told) - 1} more)" if len(told) > 1 else ""
    return f"{path.removeprefix(_ROOT).removeprefix('.') or 'the data'}: {message}{more}".replace("\n", " ")


def _refuse(value: object, due: str) -> _RefusalError:
    shown = repr(value) if len(repr(value)) <= 40 else repr(value)[:37] + "..."
    kinds = {dict: "a mapping", list: "a list", str: f"a text ({shown})", type(None): "null", bool: f"{shown.lower()}"}
    return _RefusalError(f"{kinds.get(type(value), shown)} where {due} is due")


def _exactly(kind: type, due: str) -> _Hook:
    """Make a hook that lets values of one type through, and of no other, subclasses included (True is no 1).

    cattrs finds it for enumerations whose members are such values too, and passes their class.
    """

    def structure(value: object, cls: object) -> object:
        if cls is not kind:
            return _read_enum(value, cls)
        if type(value) is not kind:
            raise _refuse(value, due)
        return value

    return structure


def _read_with(read: Callable[[str], object], due: str) -> _Hook:
    """Make a hook that reads a value from its text."""

    def structure(value: object, _type: object) -> object:
        try:
            return read(value) if isinstance(value, str) else read("")
        except (ValueError, InvalidOperation):
            raise _refuse(value, due) from None

    return structure


def _read_float(value: object, _type: object) -> float:
    if type(value) is int or type(value) is float:
        return float(value)
    raise _refuse(value, "a number")


def _read_enum(value: object, cls: Any) -> object:  # noqa: ANN401 - cattrs passes the class
    try:
        return cls(value)
    except ValueError:
        raise _refuse(value, f"one of {', '.join(str(member.value) for member in cls)}") from None


def _write_scalar(value: object) -> object:
    return value.value if isinstance(value, Enum) else value


_SCALARS: Final[Mapping[type, _Hook]] = {
    str: _exactly(str, "a text"),
    int: _exactly(int, "a whole number"),
    bool: _exactly(bool, "true or false"),
    float: _read_float,
    Decimal: _read_with(Decimal, "the text of a decimal number"),
    date: _read_with(date.fromisoformat, "a date (2025-02-25)"),
    Enum: _read_enum,
    datetime: _read_with(datetime.fromisoformat, "a time (2025-02-25T12:01)"),
}


@cache
def _converter() -> Converter:
    """Make the converter, once: cattrs takes longer to import than all of warparse."""
    from cattrs import Converter

    converter = Converter(unstruct_collection_overrides={tuple: list})
    for kind, read in _SCALARS.items():
        converter.register_structure_hook(kind, read)
    for kind in (Enum, str, int):
        converter.register_unstructure_hook(kind, _write_scalar)
    converter.register_unstructure_hook(Decimal, lambda value: format(value, "f"))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    _register_shapes(converter)
    return converter


def _register_shapes(converter: Converter) -> None:
    """Teach the converter attrs classes, named tuples, tuples and mappings, each refusing any other shape."""
    from cattrs import cols, gen

    def read_class(cls: type[Any]) -> _Hook:
        return _guarded(gen.make_dict_structure_fn(cls, converter, **_overrides(cls)), Mapping, "a mapping")

    def write_class(cls: type[Any]) -> Callable[[Any], Any]:
        return gen.make_dict_unstructure_fn(cls, converter, **_overrides(cls))

    def read_namedtuple(cls: type[Any]) -> _Hook:
        return _guarded(cols.namedtuple_dict_structure_factory(cls, converter), Mapping, "a mapping")

    def read_tuple(cls: type[Any]) -> _Hook:
        return _guarded(cols.homogenous_tuple_structure_factory(cls, converter), (list, tuple), "a list")

    def read_mapping(cls: type[Any]) -> _Hook:
        return _guarded(cols.mapping_structure_factory(cls, converter, dict), Mapping, "a mapping")

    converter.register_structure_hook_factory(cols.is_mapping, read_mapping)
    converter.register_structure_hook_factory(_is_homogeneous, read_tuple)
    converter.register_structure_hook_factory(cols.is_namedtuple, read_namedtuple)
    converter.register_unstructure_hook_factory(
        cols.is_namedtuple, lambda cls: cols.namedtuple_dict_unstructure_factory(cls, converter)
    )
    converter.register_structure_hook_factory(attrs.has, read_class)
    converter.register_unstructure_hook_factory(attrs.has, write_class)


def _is_homogeneous(cls: object) -> bool:
    return get_origin(cls) is tuple and get_args(cls)[-1:] == (Ellipsis,)


def _guarded(read: Callable[..., Any], shapes: type | tuple[type, ...], due: str) -> _Hook:
    def structure(value: object, cls: object) -> object:
        if not isinstance(value, shapes):
            raise _refuse(value, due)
        return read(value, cls)

    return structure


def _overrides(cls: type[Any]) -> dict[str, Any]:
    from cattrs.gen import override

    return {
        each.name: override(omit=True)
        for each in attrs.fields(cls)
        if each.metadata.get("warparse") == UNWRITTEN["warparse"]
    }
