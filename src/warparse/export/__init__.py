"""What an article can be turned into: its schema, its text, an audit of what was removed."""
