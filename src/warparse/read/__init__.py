"""From bytes to text: decoding, mending, cleaning, and the maps that lead back to the input."""
