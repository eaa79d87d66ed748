"""The commands and their options, and the one place where errors become lines and exit statuses."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from warparse import __version__
from warparse.cli.documents import SORTS, each_document, find_documents
from warparse.cli.streams import ClosedPipeError, complain, drop_output, put
from warparse.cli.writing import FORMATS, Writer
from warparse.errors import ConfigError, WarparseError

if TYPE_CHECKING:
    from collections.abc import Sequence

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
def _parse(
    inputs: tuple[str, ...],
    style: str,
    output: Path | None,
    published: date | None,
    sort: str | None,
    *,
    no_infer_posts: bool,
) -> int:
    """Parse documents; "-" or nothing at all reads standard input, a FOLDER stands for the texts and pages in it.

    \b
    outline    what was found, for people
    json       the interchange format, one document
    jsonl      the same, a document a line
    text       the cleaned article
    markdown   the cleaned article as markdown
    jsonld     linked data in the vocabulary of schema.org, one document
    """  # noqa: D301 - click's mark that the next lines stay as they are
    documents = find_documents(inputs, sort)
    writer = Writer(style, documents, output, published=published, infer_posts=not no_infer_posts)
    return each_document(documents, writer.write)


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
def _audit(inputs: tuple[str, ...], sort: str | None) -> int:
    """Tell how much of each document was kept, and how much was removed by which rule."""
    from warparse.cli.auditing import show_audit

    return each_document(find_documents(inputs, sort), show_audit)


@warparse.command("schema")
def _schema() -> None:
    """Write the JSON Schema of the interchange format."""
    import json

    from warparse.export.schema import article_schema

    put(json.dumps(article_schema(), indent=2, ensure_ascii=False) + "\n")
