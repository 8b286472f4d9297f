"""Finnish: words and their base forms, spelling, folding and collation, the time expressions of office prose."""
