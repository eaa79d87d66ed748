"""People and organisations: where a text names them, who they are, and that they are the same."""
