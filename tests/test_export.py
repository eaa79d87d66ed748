"""What an article can be turned into: markdown that says what the article says, an audit that adds up."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from samples import LIVE
from warparse import Article, Block, BlockKind, Post, PostKind, Reason, Source, parse
from warparse.export.audit import audit
from warparse.export.markdown import to_markdown

MARKS: Final = st.text(alphabet="a1 #*_-+=|~`[]()<>!&;.\\:\"'x", max_size=12)
"""Texts of little else than characters that mean something in markdown."""

ODD: Final = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
"""Any text, but for the null character, which no markdown can hold."""


def article_of(*parts: tuple[BlockKind, str]) -> Article:
    """Make an article of one post, a block for each part."""
    blocks, text = [], ""
    source = Source("\n\n".join(words for _, words in parts))
    for kind, words in parts:
        blocks.append(Block(kind, len(text), len(text) + len(words), 0, source=source))
        text += f"{words}\n\n"
    return Article(source, blocks=tuple(blocks), posts=(Post(0, len(source), PostKind.ARTICLE),))


def shown(markdown: str) -> list[tuple[str, str]]:
    """Give what a reader of the markdown sees: each piece of text with the mark around it."""
    pieces: list[tuple[str, str]] = []
    around: list[str] = []
    for token in MarkdownIt().parse(markdown):
        if token.nesting == 1:
            around.append(token.type.removesuffix("_open"))
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline":
            outer = [mark for mark in around if mark != "paragraph"] or ["paragraph"]
            pieces.append((outer[-1], "".join(child.content for child in token.children or ())))
        else:
            pieces.append((token.type, token.content))
    return pieces


@pytest.mark.parametrize(
    ("kind", "mark"),
    [
        (BlockKind.PARAGRAPH, "paragraph"),
        (BlockKind.TITLE, "heading"),
        (BlockKind.HEADING, "heading"),
        (BlockKind.LIST_ITEM, "list_item"),
        (BlockKind.QUOTE, "blockquote"),
    ],
)
@given(words=MARKS | ODD)
@example(words="# a #")
@example(words="a ##")
@example(words="1. a")
@example(words="&amp;lt; &amp;amp;copy;")
@example(words="a\\")
def test_no_character_of_the_text_becomes_a_mark(kind: BlockKind, mark: str, words: str) -> None:
    article = article_of((kind, words))
    text = article.blocks[0].text.strip()
    pieces = shown(to_markdown(article))
    assert pieces == ([(mark, text)] if text else [])


@given(words=MARKS)
def test_captions_and_standfirsts_keep_their_words(words: str) -> None:
    article = article_of((BlockKind.STANDFIRST, words), (BlockKind.PARAGRAPH, "Prose."), (BlockKind.CAPTION, words))
    text = article.blocks[0].text.strip()
    expected = [text, "Prose.", text] if text else ["Prose."]
    assert [words for _, words in shown(to_markdown(article))] == expected


def test_markdown_has_headings_lists_and_rules_between_posts() -> None:
    text = "Title\nHead\nSub\nOne\nTwo\nSaid\nShown\nSign up\nNext\n"
    kinds = ["title", "heading", "heading", "list_item", "list_item", "quote", "caption", "noise", "paragraph"]
    source, blocks, at = Source(text), [], 0
    for number, (line, kind) in enumerate(zip(text.split("\n"), kinds, strict=False)):
        post = None if number == 0 else 1 if kind == "paragraph" else 0
        reason = Reason.SUBSCRIPTION if kind == "noise" else None
        blocks.append(Block(BlockKind(kind), at, at + len(line), post, reason, source=source))
        at += len(line) + 1
    posts = (Post(6, 40, PostKind.ENTRY, "Head"), Post(41, 45, PostKind.ENTRY))
    written = to_markdown(Article(source, "Title", blocks=tuple(blocks), posts=posts))
    assert written == "# Title\n\n## Head\n\n### Sub\n\n- One\n- Two\n\n> Said\n\n*Shown*\n\n---\n\nNext\n"


@given(st.text())
def test_an_audit_counts_every_character_once(text: str) -> None:
    counted = audit(parse(text))
    assert counted.kept + counted.removed == len("".join(text.split()))
    assert counted.removed == sum(each.characters for each in counted.removals)
    assert 0 <= counted.share <= 1


def test_an_audit_names_reasons_and_rules() -> None:
    article = parse(LIVE)
    counted = audit(article)
    noise = [block for block in article.blocks if block.kind is BlockKind.NOISE]
    assert counted.blocks == len(noise) > 0
    assert {(each.reason, each.rule) for each in counted.removals} == {(block.reason, block.rule) for block in noise}
