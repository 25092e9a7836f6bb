"""Compare: what changed from one document to another, across years and agencies."""

from pipeline.compare.comparing import compare, compare_line
from pipeline.compare.frames import frames

__all__ = ["compare", "compare_line", "frames"]
