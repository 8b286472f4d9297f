"""The command line: the same services as the window, for batches and scheduled prints."""
