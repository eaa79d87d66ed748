"""Tables of words and the small parsers over them; public, since plugin authors need them too."""
