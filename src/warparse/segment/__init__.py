"""From text to labelled lines, posts and figures: the segmenter, which weighs evidence about lines."""
