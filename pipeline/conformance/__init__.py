"""Conformity of a document with the format rules of its time and family: `checked(document)`.

The rules are rows of `format_rules`, the decrees rows of `format_regimes`; each `checks_…` module looks at one part
of the document and says where a rule is broken, without knowing which decree is in force.
"""

from __future__ import annotations

from pipeline.conformance.findings import checked

__all__ = ["checked"]
