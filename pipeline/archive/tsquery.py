"""A query as PostgreSQL writes it: the literal of a `tsquery` over our terms.

Takes the tree of a query, gives text. Rule of the place: every term is quoted; terms hold letters, digits and marks
only, codes also `.` and `-`, so that nothing typed can end a quotation.
"""

from __future__ import annotations

from pipeline.archive.query import And, Coded, Node, Not, Or, Phrase, Prefix, Query, Words, wanted
from pipeline.archive.terms import Token, beginning, words

CODE = "#"
"""Before the key of a code, among the terms of a text."""


def tsquery(query: Query) -> str:
    """Give the literal of a query; there must be one."""
    if query.node is None:
        raise ValueError("nothing is asked for")
    return _node(query.node, query.folded)


def adjacent(query: Query) -> str:
    """Give the literal for words that stand next to each other as typed; empty where there are none."""
    rows = [leaf.words for leaf in wanted(query.node) if isinstance(leaf, Words) and len(leaf.words) > 1]
    return " | ".join(_joined(row, " <-> ", query.folded) for row in rows)


def compounds(query: Query) -> str:
    """Give the literal for the compound words of a query typed with marks; empty where there are none."""
    if query.folded:
        return ""
    leaves = [leaf.words for leaf in wanted(query.node) if isinstance(leaf, Words | Phrase)]
    return " | ".join(_term(word) for row in leaves for word in words([token.exact for token in row]))


def _node(node: Node, folded: bool) -> str:
    match node:
        case Words(found):
            return _joined(found, " & ", folded)
        case Phrase(found):
            return _joined(found, " <-> ", folded)
        case Prefix(start):
            letters, tone, terms = beginning(start)
            begun = () if tone else (f"{_term(letters)}:*",)
            return f"({' | '.join((*begun, *map(_term, terms)))})"
        case Coded(key):
            return _term(CODE + key)
        case Not(part):
            return f"!{_node(part, folded)}"
        case And(parts):
            return f"({' & '.join(_node(part, folded) for part in parts)})"
        case Or(parts):
            return f"({' | '.join(_node(part, folded) for part in parts)})"


def _joined(found: tuple[Token, ...], sign: str, folded: bool) -> str:
    return f"({sign.join(_term(token.folded if folded else token.exact) for token in found)})"


def _term(term: str) -> str:
    return f"'{term}'"
