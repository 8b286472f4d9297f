"""What developers run: new revisions, the schema's text, translations, pictures."""
