"""From lines to blocks, posts, figures, names and quotes: the segmenter, which weighs evidence about lines."""
