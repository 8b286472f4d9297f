"""What a project is: fields, partial dates, statuses and their steps, rules and errors. Standard library only."""
