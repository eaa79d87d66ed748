"""The commands and their options, and the one place where errors become lines and exit statuses."""

from __future__ import annotations

from datetime import date
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from attrs import evolve

from warparse import __version__
from warparse.cli.documents import SORTS, each_document, find_documents
from warparse.cli.streams import ClosedPipeError, complain, drop_output, put
from warparse.cli.writing import FORMATS, Writer
from warparse.errors import ConfigError, WarparseError
from warparse.extract.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["run"]

_CLOSED_PIPE: Final = 141
"""What a shell reports of a program that a closed pipe ended."""
_INTERRUPTED: Final = 130
"""What a shell reports of a program that the user interrupted."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: what follows the command's name; the process's own where None.

    Returns:
        The exit status.
    """
    try:
        return int(warparse.main(arguments, prog_name="warparse", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
    except click.ClickException as error:
        complain(f"{error.format_message()} (try warparse --help)")
    except WarparseError as error:
        complain(str(error))
    except ClosedPipeError:
        drop_output()
        return _CLOSED_PIPE
    except click.Abort:
        return _INTERRUPTED
    return 2


class _Day(click.ParamType[date]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - as click has it
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day of the calendar: give it as 2025-02-25", param, ctx)


_plugins = (
    click.option(
        "--plugin",
        "files",
        multiple=True,
        metavar="FILE",
        help="A plugin of one Python file; may be given several times.",
    ),
    click.option(
        "--block", multiple=True, metavar="NAME", help="Leave out a plugin or extractor; may be given several times."
    ),
    click.option("--budget", type=float, metavar="SECONDS", help="How long an extractor may take for one document."),
)


def _with_plugins(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that choose plugins, and hand it the registry that they make."""

    @wraps(command)
    def call(*, files: tuple[str, ...], block: tuple[str, ...], budget: float | None, **options: Any) -> int:  # noqa: ANN401
        if budget is not None and not budget > 0:
            raise ConfigError(f"--budget {budget:g} leaves no time: give seconds above 0")
        registry = Registry.discover()
        for path in files:
            registry = registry.plus_file(path)
        registry = registry.without(*block)
        return command(registry=registry if budget is None else evolve(registry, budget=budget), **options)

    for option in reversed(_plugins):
        call = option(call)
    return call


_inputs = click.argument("inputs", nargs=-1, metavar="[FILE | FOLDER | -]...")
_sort = click.option(
    "--from", "sort", type=click.Choice(SORTS), help="Take documents for pages or for texts, whatever they look like."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="warparse %(version)s")
def warparse() -> None:
    """Read scraped war news as posts, quotes and figures."""


@warparse.command("parse")
@_inputs
@click.option(
    "--format", "style", type=click.Choice(FORMATS), default="outline", show_default=True, help="What to write."
)
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FOLDER", help="Write a file for each document here."
)
@click.option("--published", type=_Day(), metavar="DATE", help="The day of publication, as 2025-02-25.")
@click.option("--no-infer-posts", is_flag=True, help="Only posts that the layout marks.")
@_sort
@click.option("--field", metavar="NAME", help="Write the records of this extractor, as csv or jsonl.")
@click.option("--strict", is_flag=True, help="Exit with 1 where a plugin failed on a document.")
@_with_plugins
def _parse(  # noqa: PLR0913 - an argument for each option
    inputs: tuple[str, ...],
    style: str,
    output: Path | None,
    published: date | None,
    sort: str | None,
    field: str | None,
    registry: Registry,
    *,
    no_infer_posts: bool,
    strict: bool,
) -> int:
    """Parse documents; "-" or nothing at all reads standard input, a FOLDER stands for the texts and pages in it.

    \b
    outline    what was found, for people
    json       the interchange format, one document
    jsonl      the same, a document a line
    text       the cleaned article
    markdown   the cleaned article as markdown
    csv        the records of one extractor (--field), a row each
    jsonld     linked data in the vocabulary of schema.org, one document
    """  # noqa: D301 - click's mark that the next lines stay as they are
    documents = find_documents(inputs, sort)
    writer = Writer(
        style, documents, output, published=published, infer_posts=not no_infer_posts, registry=registry, field=field
    )
    status = each_document(documents, writer.write)
    return status or int(strict and writer.problems > 0)


@warparse.command("why")
@click.argument("file")
@click.argument("offset", type=int, required=False)
@click.option("--line", type=int, metavar="N", help="Every block on this line, the first being 1.")
@_sort
def _why(file: str, offset: int | None, line: int | None, sort: str | None) -> int:
    """Say which block of FILE holds OFFSET (in code points), and which rule made it so."""
    from warparse.cli.why import explain_line, explain_offset

    if (offset is None) == (line is None):
        raise ConfigError("why needs an offset or --line N, and not both")
    documents = find_documents((file,), sort)
    if len(documents) > 1:
        raise ConfigError(f"{file}: a folder, not a file: give one file")
    if offset is not None:
        return each_document(documents, lambda _, source: explain_offset(source, offset))
    return each_document(documents, lambda _, source: explain_line(source, line or 0))


@warparse.command("audit")
@_inputs
@_sort
@_with_plugins
def _audit(inputs: tuple[str, ...], sort: str | None, registry: Registry) -> int:
    """Tell how much of each document was kept, how much was removed by which rule, and what no extractor took."""
    from warparse.cli.auditing import show_audit

    return each_document(find_documents(inputs, sort), partial(show_audit, registry=registry))


@warparse.command("plugins")
@_with_plugins
def _list_plugins(registry: Registry) -> int:
    """List the plugins that are installed or given: what they read, where they come from, and what failed to load."""
    from warparse.cli.plugins import show_plugins

    put(show_plugins(registry))
    return 0


@warparse.command("schema")
@_with_plugins
def _schema(registry: Registry) -> int:
    """Write the JSON Schema of the interchange format, with the records of the plugins."""
    import json

    from warparse.export.schema import article_schema

    put(json.dumps(article_schema(registry.records), indent=2, ensure_ascii=False) + "\n")
    return 0


@warparse.command("score")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("pred", type=click.Path(path_type=Path))
@click.option("--text-dir", "texts", type=click.Path(path_type=Path), metavar="FOLDER", help="Where NAME.txt lie.")
@click.option("--errors", metavar="LAYER", help="Tell the misses of a layer, or of all.")
@click.option("--json", "as_json", is_flag=True, help="Write all numbers as JSON.")
@click.option("--per-document", is_flag=True, help="Tell the F1 of every document too.")
def _score(gold: Path, pred: Path, texts: Path | None, errors: str | None, *, as_json: bool, per_document: bool) -> int:
    """Score parses against annotations: PRED holds NAME.json, GOLD holds NAME.gold.json.

    The texts, NAME.txt, lie in GOLD, or in "seeds" beside it. For each layer stand precision, recall and F1, then how
    often each attribute is right on the records that matched.

    \b
    -  a record of the gold that was missed
    +  a record that is not in the gold
    ~  a wrong attribute
    """  # noqa: D301 - click's mark that the next lines stay as they are
    from warparse.cli.scoring import show_scores

    put(show_scores(gold, pred, texts=texts, errors=errors, as_json=as_json, per_document=per_document))
    return 0


@warparse.command("new-plugin")
@click.argument("name")
@click.option(
    "--into", type=click.Path(path_type=Path), default=Path(), metavar="FOLDER", help="Where to make its folder."
)
def _new_plugin(name: str, into: Path) -> int:
    """Write a plugin to begin with, named after what it reads: it works, is typed, and passes its own tests."""
    from warparse.cli.scaffold import write_plugin

    folder = write_plugin(name, into)
    put(
        f"{folder}: pip install -e '{folder}[dev]', then change {folder}/src/{folder.name.replace('-', '_')}/reading.py\n"
    )
    return 0
