"""How the tables of the archive come from one version to the next."""
