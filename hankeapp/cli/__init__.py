"""The command line: the services of the window for batches, scheduled prints and tests."""

COMMANDS = (
    "new",
    "import",
    "list",
    "show",
    "overdue",
    "end",
    "reopen",
    "extend",
    "set",
    "delete",
    "restore",
    "trash",
    "erase",
    "history",
    "undo",
    "redo",
    "export",
    "request",
    "report",
    "reports",
    "published",
    "check",
    "quality",
    "index",
)
"""The commands by name, in the order of the help. Only the names stand here: the window loads nothing else."""
