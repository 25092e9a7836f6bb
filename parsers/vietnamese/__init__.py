"""The language: Unicode forms, keys for comparison, names of persons."""
