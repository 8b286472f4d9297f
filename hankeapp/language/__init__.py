"""Finnish: folding and collation, reading the time expressions of office prose."""
