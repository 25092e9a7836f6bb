"""A query and its filters as tantivy understands them.

Takes the tree of a query, gives a tantivy query over the fields of `pipeline.archive.index`. Rule of the place: what
must match decides what is found; what only should match (compound words, words next to each other) decides the order.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from pipeline.archive.filters import Wanted
from pipeline.archive.query import And, Coded, Node, Not, Or, Phrase, Prefix, Query, Words
from pipeline.archive.terms import JOINT, beginning, is_word, words

if TYPE_CHECKING:
    import tantivy

FEW = 40_000
"""Passages with the rarest of some words up to which it is looked up whether they stand next to each other: reading
the places of very common words takes longer than the better order is worth."""

LONGEST = 100
"""Most letters of a beginning; there are no longer words, and their patterns would grow too large."""

COMPOUND, ADJACENT = 1.0, 2.0
"""What a compound and words next to each other count, times their own score."""


class Matcher:
    """Makes tantivy queries against one state of the index."""

    def __init__(self, schema: tantivy.Schema, searcher: tantivy.Searcher) -> None:
        """Keep what every query needs."""
        import tantivy

        self._schema, self._searcher, self._query, self._occur = schema, searcher, tantivy.Query, tantivy.Occur
        self._field_type = tantivy.FieldType
        self._pattern = lru_cache(maxsize=256)(partial(self._query.regex_query, schema))  # dear to make

    def query(self, asked: Query, held: list[tantivy.Query], *, copies: bool) -> tantivy.Query:
        """Give the query with its filters. copies: with the copies of documents."""
        node = self._node(asked.node, asked.folded) if asked.node else self._query.all_query()
        clauses = [(self._occur.Must, self._query.const_score_query(one, 0.0)) for one in held]
        if not copies:
            clauses.append((self._occur.MustNot, self._term("copy", 1)))
        return self._query.boolean_query([(self._occur.Must, node), *clauses])

    def _node(self, node: Node, folded: bool) -> tantivy.Query:
        field = "folded" if folded else "exact"
        match node:
            case Words(found):
                return self._words([word.folded if folded else word.exact for word in found], field)
            case Phrase(found):
                return self._phrase([word.folded if folded else word.exact for word in found], field)
            case Prefix(start):
                return self._prefix(start, field)
            case Coded(key):
                return self._term("codes", key)
            case Not(part):
                without = (self._occur.MustNot, self._node(part, folded))
                return self._query.boolean_query([(self._occur.Must, self._query.all_query()), without])
            case And(parts):
                return self._all(parts, folded)
            case Or(parts):
                return self._any(self._node(part, folded) for part in parts)

    def _all(self, parts: tuple[Node, ...], folded: bool) -> tantivy.Query:
        clauses = [
            (self._occur.MustNot, self._node(part.part, folded))
            if isinstance(part, Not)
            else (self._occur.Must, self._node(part, folded))
            for part in parts
        ]
        if all(isinstance(part, Not) for part in parts):
            clauses.insert(0, (self._occur.Must, self._query.all_query()))
        return self._query.boolean_query(clauses)

    def _any(self, queries: Iterable[tantivy.Query]) -> tantivy.Query:
        return self._query.boolean_query([(self._occur.Should, one) for one in queries])

    def _words(self, terms: list[str], field: str) -> tantivy.Query:
        """Ask for all words; compounds among them, and all of them in a row, count for more."""
        clauses = [(self._occur.Must, self._term(field, term)) for term in dict.fromkeys(terms)]
        compounds = list(words(terms)) if field == "exact" else []
        for word in compounds:
            clauses.append((self._occur.Should, self._query.boost_query(self._term("words", word), COMPOUND)))
        one = len(terms) < 2 or (compounds and is_word(terms))
        if not one and min(self._searcher.doc_freq(field, term) for term in terms) <= FEW:
            clauses.append((self._occur.Should, self._query.boost_query(self._phrase(terms, field), ADJACENT)))
        return self._query.boolean_query(clauses)

    def _phrase(self, terms: list[str], field: str) -> tantivy.Query:
        if len(terms) == 1:
            return self._term(field, terms[0])
        if field == "exact" and is_word(terms):  # every compound of the table is a term of its own
            return self._term("words", JOINT.join(terms))
        return self._query.phrase_query(self._schema, field, list(terms))

    def _prefix(self, start: str, field: str) -> tantivy.Query:
        letters, tone, terms = beginning(start)
        if len(letters) > LONGEST:
            return self._query.empty_query()
        whole = self._query.term_set_query(self._schema, field, list(terms))
        if tone:
            return whole
        begun = self._pattern(field, f"{letters}.*")
        return self._any([begun, whole]) if terms else begun

    def _term(self, field: str, value: str | int) -> tantivy.Query:
        return self._query.term_query(self._schema, field, value)

    def filters(self, wanted: Wanted) -> list[tantivy.Query]:
        """Give a query for each filter that is set."""
        found = []
        sets = (("doc_type", wanted.types), ("role", wanted.roles), ("cites", wanted.cites))
        for field, values in sets:
            if values:
                found.append(self._any(self._term(field, value) for value in values))
        if wanted.agencies is not None:
            known = [self._term("agency", one) for one in wanted.agencies]
            found.append(self._any([*known, *map(self._named, wanted.issuers)]))
        found += [self._any(map(self._named, patterns)) for patterns in wanted.names]
        if wanted.years:
            found.append(self._any(self._range("year", *years) for years in wanted.years))
        if wanted.issued:
            found.append(self._range("issued", *wanted.issued))
        return found

    def _named(self, pattern: str) -> tantivy.Query:
        return self._pattern("names", pattern)

    def _range(self, field: str, first: int, last: int) -> tantivy.Query:
        return self._query.range_query(self._schema, field, self._field_type.Unsigned, first, last)
