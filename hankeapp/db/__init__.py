"""The register's file: the only room that knows SQL. Takes and gives frozen domain objects."""
