"""The same text gives the same records: again, in another process, in other company."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from warparse.extract.extractor import Extractor
from warparse.extract.registry import Registry
from warparse.pipeline import parse
from warparse.testing.checks.pages import article_page, live_page
from warparse.testing.checks.promise import promise
from warparse.testing.checks.subject import CheckError, Companion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.extract.document import Document, Sentences
    from warparse.testing.checks.subject import Subject

__all__ = ["CHECKS", "IMPORTED"]

_PATIENCE: Final = 120
"""Seconds after which another process is given up."""


@frozen
class _Words:
    """A record of an extractor that only stands beside."""

    start: int
    end: int


def _texts(subject: Subject) -> list[str]:
    """Give the pages that are read again and again."""
    order = range(len(subject.examples))
    return [*subject.examples, article_page(subject).text, live_page(subject, order).text]


@promise
def gives_the_same_again(subject: Subject) -> None:
    """The same text gives the same records, whatever was read before it."""
    texts = _texts(subject)
    first = {text: subject.read_soundly(text).plain() for text in texts}
    for text in (*reversed(texts), *texts):
        if (again := subject.read_soundly(text).plain()) != first[text]:
            raise CheckError(f"gives other records when it reads again\n{_differ(first[text], again)}")


@promise
def gives_the_same_in_another_process(subject: Subject) -> None:
    """The same text gives the same records in every process: nothing hangs on the order of a set."""
    text = article_page(subject).text
    own = subject.read_soundly(text).plain()
    command = [sys.executable, "-m", "warparse.testing.checks.again", subject.module or "", subject.extractor.name]
    for number in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": number, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        done = subprocess.run(  # noqa: S603 - this interpreter, with arguments of its own
            command,
            input=text.encode("utf-8"),
            capture_output=True,
            env=environment,
            timeout=_PATIENCE,
            check=False,
        )
        if done.returncode:
            raise CheckError(f"can't be read in another process: {done.stderr.decode('utf-8', 'replace')}")
        if (other := json.loads(done.stdout)) != own:
            raise CheckError(f"gives other records in another process\n{_differ(own, other)}")


@promise
def keeps_to_itself(subject: Subject) -> None:
    """What else is installed, and who reads first, changes nothing."""
    name, triggers = subject.extractor.name, subject.extractor.triggers
    busy = [Extractor(f"kit_{place}", _Words, triggers, _ask_everything) for place in ("aa", "zz")]
    failing = Extractor("kit_mm", _Words, triggers, _fail)
    siblings = [each for each in subject.plugin.extractors if each.name != name]
    companies: dict[str, tuple[list[Extractor[Any]], str]] = {
        "beside others": ([*busy, failing], name),
        "before others": (busy, "aa"),
        "behind others": (busy, "zzz"),
        "beside the plugin's other extractors": (siblings, name),
    }
    for text in _texts(subject):
        alone = subject.read_soundly(text).plain()
        for told, (company, own_name) in companies.items():
            beside = subject.read_soundly(text, Companion(company), name=own_name).plain()
            if beside != alone:
                raise CheckError(f"gives other records {told}\n{_differ(alone, beside)}")


def _ask_everything(document: Document, sentences: Sentences) -> Iterator[_Words]:
    """Ask a document all that it can tell, and give records of its own."""
    for sentence in reversed(list(sentences)):
        document.grammar(sentence)
        document.mentions(sentence)
        document.day(sentence)
        for hit in sentence.hits:
            document.who(sentence, hit.start, hit.end)
            document.teller(sentence, hit.start)
            document.quote_at(sentence, hit.start)
        for beside in (document.before(sentence), document.after(sentence)):
            if beside is not None:
                document.teller(beside, 0)
        yield _Words(*sentence.span())


def _fail(_: Document, sentences: Sentences) -> list[_Words]:
    raise LookupError([sentence.text for sentence in sentences])


@promise
def leaves_the_article_as_it_is(subject: Subject) -> None:
    """The article is the same whether the extractor reads it or not."""
    for text in _texts(subject):
        article = subject.read_soundly(text).article
        untouched = evolve(parse(text, registry=Registry()), fields={}, problems=())
        if article != untouched or article.to_dict() != untouched.to_dict():
            raise CheckError(f"changes the article that it reads:\n  {text[:200]}")


def _differ(before: list[Any], after: list[Any]) -> str:
    """Tell the records that only one of two readings has."""
    lost = [f"  - {record}" for record in before if record not in after]
    new = [f"  + {record}" for record in after if record not in before]
    return "\n".join((lost + new)[:10]) or "  the same records, in another number"


CHECKS: Final = (gives_the_same_again, keeps_to_itself, leaves_the_article_as_it_is)
IMPORTED: Final = (gives_the_same_in_another_process,)
"""Checks of plugins that are modules, which another process can import."""
