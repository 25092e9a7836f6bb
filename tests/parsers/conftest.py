"""Makes `made_text` importable from every folder below."""
