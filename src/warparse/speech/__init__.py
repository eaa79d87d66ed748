"""Quoted words: where they begin and end, what form they have, and who said them."""
