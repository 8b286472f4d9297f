"""The index that words are found by: a file of its own in the cache folder, which follows the register's log."""
