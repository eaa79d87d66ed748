"""Prose that tells no news: what stands around an example, so that it stands in an article.

Contract: no name, number, date, quotation mark or institution; nothing that a sentence beside it could mean.
"""

from __future__ import annotations

from typing import Final

__all__ = ["HEADINGS", "SENTENCES", "TITLE"]

TITLE: Final = "A wet week along the coast, and little else to tell of it"
"""A headline."""
HEADINGS: Final = (
    "Rain over the lower quays",
    "Cellars stay under water",
    "Gulls return to the breakwater",
    "Slow trams along the old wall",
    "Market stalls move uphill",
    "Ice forms along the canal",
    "Fog lies over the estuary",
    "Apples ripen late in the orchards",
    "The fountain runs dry again",
    "Lanterns glow behind the chapel",
    "Hedges bend in the wind",
    "Mud covers the towpath",
)
"""Headings of posts."""
SENTENCES: Final = (
    "Rain fell on the lower quays through the night and the cellars there stood under water by dawn.",
    "The tram along the old wall was slow because branches lay across the rails near the bend.",
    "Gulls had come back to the breakwater, and the ropes of the moored boats creaked in the wind.",
    "Bread was sold from a cart beside the fountain, and the queue reached the corner of the square.",
    "The clock above the fish market had stopped, as it does in most winters when the damp gets into it.",
    "Fog lay over the estuary until the early afternoon and then thinned out towards the open water.",
    "The orchards behind the chapel were late this time, and most of the apples were still green.",
    "A smell of tar hung about the boatyard, where planks had been laid out to dry in the sheds.",
    "The path down to the shingle was slippery, with moss on its steps and weeds along the rail.",
    "Mud covered the towpath where the canal had spilled over, and ducks slept on the benches there.",
    "The hedges along the lane bent low in the wind, and leaves gathered in the ditch below them.",
    "Lanterns glowed behind the windows of the inn, whose chimney smoked more than it should.",
    "The bakery had run out of flour, so that its shutters stayed down until the cart came through.",
    "Snow lay on the higher pastures, and the sheep had been brought down into the folded valley.",
    "The pond behind the mill was frozen over, and children threw pebbles to hear the ice sing.",
    "A kite had caught in the plane tree and fluttered there, torn, all through the grey morning.",
    "The old ferry bell was being polished, for the rust had eaten into its rim over the years.",
    "Moths had got into the curtains of the reading room, and they hung in the yard to be aired.",
    "The vines on the south wall had been cut back, and the cuttings smouldered in a heap.",
    "Thick clouds came in from the sea, and the washing was taken down from the lines in haste.",
    "The gravel in the churchyard had been raked, and the lamps along it cleaned with vinegar.",
    "Potatoes were stored under straw in the barn, whose roof let in the rain at its far end.",
    "The puppet stage stood folded in the corridor, its paint flaking, its strings in a knot.",
    "Swallows had nested under the eaves of the granary, just as they had in the years before.",
    "The well in the courtyard tasted of iron, and so the water was carried up from the spring.",
    "A cat slept on the sill of the pharmacy, between jars of dried peel and bundles of thyme.",
    "The wheel of the mill turned slowly, for the stream was low after so many days without rain.",
    "Honey from the heath was darker than usual, and the combs were heavy with it.",
    "The choir sang in the draughty hall, with scarves on, and the organ wheezed along behind.",
    "Chestnuts were roasted at the gate of the park, and their smoke drifted over the lawns.",
)
"""Sentences."""
