"""How articles are written: makers of plans, from a sentence with somebody's words to a whole live blog.

Contract: a maker takes a `Chooser` and gives a plan or a part of one. A post introduces its person by full name and
role in its lead; what follows means that person by surname or pronoun, and others are introduced where they speak.
So every speaker is told by the text alone, whichever paragraphs are left out.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import evolve

from warparse.model import BlockKind, PostKind, QuoteForm
from warparse.testing.cast import Cast
from warparse.testing.facts import fact_sentence
from warparse.testing.plan import Paragraph, Picture, Pieces, Plan, PostPlan, Said, plain
from warparse.testing.words import Person, Scene, capital, fill, person, pool, table

if TYPE_CHECKING:
    from warparse.testing.choose import Chooser

__all__ = ["make_article", "make_live", "make_picture", "make_post", "make_scene", "make_sentence"]

_EPOCH: Final = datetime(2024, 1, 2, 9, 30)  # noqa: DTZ001  a page's own clock


def make_live(chooser: Chooser, *, least: int = 1, most: int = 8) -> Plan:
    """Make a live blog of so many posts, the latest first, in some a summary on top."""
    posts = list(chooser.several(make_post, least, most))
    posts[:0] = chooser.maybe(make_summary, 0.4)
    cast = Cast()
    posts = [cast.items(post) if post.kind is PostKind.SUMMARY else cast.post(post) for post in posts]
    crowd = tuple(chooser.sample(table("people")["staff"], 2))
    start = _EPOCH + timedelta(minutes=chooser.number(0, 900_000))
    times = [start + timedelta(minutes=23 * place) for place in reversed(range(len(posts)))]
    timed = tuple(evolve(post, time=time) for post, time in zip(posts, times, strict=True))
    heading = next((post.heading for post in timed if post.kind is PostKind.ENTRY and post.heading), None)
    scene = make_scene(chooser)
    scene.slots["heading"] = heading or make_story(scene)[0]
    title = fill(chooser.pick(pool("titles_live")), scene)
    gists = [post.gist for post in timed if post.gist]
    standfirst = chooser.pick(gists) if gists and chooser.flag(0.5) else ()
    site = chooser.pick(table("places")["site"])
    return Plan(
        capital(title),
        timed,
        live=True,
        standfirst=standfirst,
        authors=crowd,
        published=times[0],
        place=plain(scene.get("city")),
        site=site,
    )


def make_article(chooser: Chooser) -> Plan:
    """Make an article: one post, some of its paragraphs under headings of their own."""
    scene = make_scene(chooser)
    heading, lead = make_story(scene)
    cast = Cast()
    heading, body = cast.section(heading, (make_lead(chooser, scene, lead), *make_body(chooser, scene)))
    points = [heading]
    for point, subheading, part in chooser.several(_make_section, 0, 3):
        told, paragraphs = cast.section(point, part)
        points.append(told)
        head = (Paragraph(subheading, BlockKind.HEADING),) if subheading else ()
        body += (*head, *paragraphs)
    staff = chooser.pick(table("people")["staff"])
    time = _EPOCH + timedelta(minutes=chooser.number(0, 900_000))
    picture = next(iter(chooser.maybe(make_picture, 0.5)), None)
    post = PostPlan(body, PostKind.ARTICLE, time=time)
    standfirst = capital(fill(chooser.pick(pool("standfirsts")), scene)) if chooser.flag(0.5) else ()
    site = chooser.pick(table("places")["site"])
    place = plain(scene.get("city"))
    return Plan(
        heading,
        (post,),
        live=False,
        standfirst=standfirst,
        authors=(staff,),
        published=time,
        place=place,
        picture=picture,
        points=tuple(points),
        site=site,
    )


def _make_section(chooser: Chooser) -> tuple[Pieces, Pieces, tuple[Paragraph, ...]]:
    scene = make_scene(chooser)
    point, lead = make_story(scene)
    heading = fill(chooser.pick(pool("subheadings")), scene) if chooser.flag(0.5) else ()
    return point, heading, (make_lead(chooser, scene, lead), *make_body(chooser, scene))


def make_post(chooser: Chooser) -> PostPlan:
    """Make an entry of a live blog: a heading, a lead and what follows from it."""
    scene = make_scene(chooser)
    heading, lead = make_story(scene)
    body = (make_lead(chooser, scene, lead), *make_body(chooser, scene))
    author = biography = None
    if chooser.flag(0.3):
        author = chooser.pick(table("people")["staff"])
        template = chooser.pick(pool("biographies")).replace("{author}", author)
        biography = plain(fill(template, scene))
    return PostPlan(
        body,
        PostKind.ENTRY,
        heading,
        author,
        biography or "",
        picture=next(iter(chooser.maybe(make_picture, 0.3)), None),
        updated=chooser.flag(0.3),
        gist=capital(fill(chooser.pick(pool("standfirsts")), scene)),
    )


def make_summary(chooser: Chooser) -> PostPlan:
    """Make a summary: a lead-in and a list of what happened."""
    scene = make_scene(chooser)
    items = chooser.several(_make_item, 2, 5)
    intro = Paragraph(capital(fill(chooser.pick(pool("recaps")), scene)))
    return PostPlan((intro, *items), PostKind.SUMMARY, fill(chooser.pick(pool("recap_headings")), scene))


def _make_item(chooser: Chooser) -> Paragraph:
    return Paragraph(make_story(make_scene(chooser))[1], BlockKind.LIST_ITEM)


def make_scene(chooser: Chooser) -> Scene:
    """Make a scene: whom and what a post speaks of."""
    speaker, other = (_named(chooser, name) for name in _people(chooser, 2))
    scene = Scene(chooser, speaker, other)
    if speaker.country:
        scene.slots["country"] = (speaker.country,)
    return scene


def _people(chooser: Chooser, count: int) -> list[str]:
    """Name people who share neither first name nor surname."""
    names = table("people")
    first = chooser.sample([*names["woman"], *names["man"]], count)
    return [f"{a} {b}" for a, b in zip(first, chooser.sample(names["surname"], count), strict=True)]


def _named(chooser: Chooser, name: str) -> Person:
    return person(chooser, name, role="local" if chooser.flag(0.3) else "role")


def make_story(scene: Scene) -> tuple[Pieces, Pieces]:
    """Make a heading and the lead that tells it."""
    heading, lead, topic = scene.chooser.pick(pool("stories")).split(" || ")
    told = capital(fill(lead, scene))
    headed = tuple(
        evolve(piece, accept=(scene.person.role,)) if isinstance(piece, Said) else piece
        for piece in capital(fill(heading, scene))
    )
    scene.slots["topic"] = fill(topic, scene)
    return headed, told


def make_lead(chooser: Chooser, scene: Scene, lead: Pieces) -> Paragraph:
    """Make the first paragraph: the lead, and in some what is behind it."""
    behind = chooser.maybe(lambda each: _background(each, _with(each, scene)), 0.4)
    return Paragraph((*lead, " ", *behind[0]) if behind else lead)


def _background(chooser: Chooser, scene: Scene) -> Pieces:
    """Tell one or two things that nobody is quoted with."""
    told = capital(fill(chooser.pick(pool("plain")), scene))
    more = chooser.maybe(lambda each: capital(fill(each.pick(pool("plain")), _with(each, scene))), 0.4)
    return (*told, " ", *more[0]) if more else told


def make_body(chooser: Chooser, scene: Scene) -> tuple[Paragraph, ...]:
    """Make what follows a lead: its person's words, others', facts, and what nobody is quoted with."""
    own = chooser.several(lambda each: make_follow(each, _with(each, scene)), 0, 3)
    speeches = chooser.maybe(lambda each: make_speech(each, _with(each, scene)), 0.1)
    blocks = chooser.maybe(lambda each: make_block_quote(each, scene), 0.2)
    others = chooser.several(lambda each: make_voice(each, _with(each, scene)), 0, 2)
    facts = chooser.several(lambda each: Paragraph(capital(fact_sentence(each, _with(each, scene)))), 0, 1)
    rest = chooser.several(lambda each: Paragraph(_background(each, _with(each, scene))), 0, 2)
    # what nobody says does not follow words set apart, where nothing would tell it from them
    return (*own, *chain(*speeches), *rest, *chain(*blocks), *others, *facts)


def make_follow(chooser: Chooser, scene: Scene) -> Paragraph:
    """Make a paragraph with more words of the scene's person."""
    return Paragraph(capital(fill(chooser.pick(pool("follow")), scene)))


def make_speech(chooser: Chooser, scene: Scene) -> tuple[Paragraph, ...]:
    """Make somebody's words over two paragraphs: marks open both and close the last alone."""
    first, last = (" ".join(f"{words}." for words in chooser.sample(pool("clauses"), 2)) for _ in range(2))
    speaker = scene.person
    end = Said((f"{last[:-1]},",), speaker.name, QuoteForm.DIRECT)
    return (
        Paragraph((Said((first,), speaker.name, QuoteForm.DIRECT, closed=False),)),
        Paragraph((end, f" {speaker.surname} told reporters in {plain(scene.get('city'))}.")),
    )


def make_voice(chooser: Chooser, scene: Scene) -> Paragraph:
    """Make a paragraph that introduces somebody else, and gives that person's words."""
    names = table("people")
    taken = (scene.person.name, scene.other.name)
    first = chooser.pick([each for each in (*names["woman"], *names["man"]) if not any(each in name for name in taken)])
    last = chooser.pick([each for each in names["surname"] if not any(each in name for name in taken)])
    other = person(chooser, f"{first} {last}", role=chooser.pick(("civil", "local", "role")))
    return Paragraph(capital(fill(chooser.pick(pool("voices")), scene.spoken_by(other))))


def make_block_quote(chooser: Chooser, scene: Scene) -> tuple[Paragraph, ...]:
    """Make a lead-in and the words that it announces, set apart."""
    scene = _with(chooser, scene)
    intro = Paragraph(capital(fill(chooser.pick(pool("lead_in")), scene)))
    return (intro, *chooser.several(lambda each: _set_apart(each, scene), 1, 2))


def _set_apart(chooser: Chooser, scene: Scene) -> Paragraph:
    words = ". ".join(chooser.sample(pool("clauses"), 2)) + "."
    return Paragraph((Said((words,), scene.person.name, QuoteForm.BLOCK),), BlockKind.QUOTE)


def make_sentence(chooser: Chooser) -> str:
    """Make a sentence of news without anybody's words in it."""
    scene = make_scene(chooser)
    return plain(capital(fill(chooser.pick(pool("plain")), _topical(scene))))


def make_picture(chooser: Chooser) -> Picture:
    """Make a picture with its caption and credit."""
    scene = make_scene(chooser)
    day = _EPOCH + timedelta(days=chooser.number(0, 600))
    scene.slots["date"] = (f"{day.day} {day:%B %Y}",)
    agencies = tuple(chooser.sample(table("places")["agency"], chooser.number(1, 2)))
    return Picture(
        plain(fill(chooser.pick(pool("captions")), scene)), (chooser.pick(table("people")["staff"]),), agencies
    )


def _topical(scene: Scene) -> Scene:
    make_story(scene)
    return scene


def _with(chooser: Chooser, scene: Scene) -> Scene:
    """Give the scene to another chooser: what it fills new is its own, what was filled stays."""
    return Scene(chooser, scene.person, scene.other, dict(scene.slots))
