"""What a project is: its fields, partial dates, statuses and their allowed steps, rules and errors. Standard library only."""
