"""What a printed page says, and its typesetting to PDF."""
