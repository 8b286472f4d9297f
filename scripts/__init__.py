"""What developers run: the schema's text, translations."""
