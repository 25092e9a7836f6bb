"""similar: documents that speak of the same things as one of the archive, and the words that say so.

Takes an archive and the key of a document. Its characteristic words are compounds and pairs of syllables that it uses
often and the archive seldom; the index gives documents with passages that hold some of them, and each is measured by
the share of these words that it uses as much. Rule of the place: the reason is given with the answer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from pipeline.archive import indexing
from pipeline.archive.filters import Filters, wanted
from pipeline.archive.found import Matches
from pipeline.archive.query import Or, Phrase, Query
from pipeline.archive.schema import documents, passages
from pipeline.archive.search import file_places
from pipeline.archive.store import Archive, reading
from pipeline.archive.terms import JOINT, Token, both_forms, tokens, words

if TYPE_CHECKING:
    from sqlalchemy import Connection

WEIGHED, CHARACTERISTIC, ASKED = 60, 30, 15
"""Frequent words whose rarity is looked up; the most characteristic that are compared; those asked of the index."""

READ = 400
"""Passages asked of the index."""

COMPARED = 40
"""Documents compared word by word."""

REASONS = 8
"""Shared words given with each."""

LEAST = 0.05
"""Smallest share of words that makes a document similar."""


class Similar(NamedTuple):
    """A similar document. score: 0 to 1. words: shared ones, the most characteristic first. twin: a copy of it."""

    key: int
    id: str
    code: str | None
    title: str | None
    issuer: str | None
    issued_on: str | None
    doc_type: str | None
    score: float
    words: tuple[str, ...]
    twin: bool
    file: str | None


def similar(archive: Archive, key: int, limit: int = 10) -> tuple[Similar, ...]:
    """Give the documents that are most like one, the likest first.

    key: of the document. Raises KeyError: the archive has none of this key; Failure: the archive or its index.
    """
    with reading(archive) as connection:
        if connection.execute(select(documents.c.key).where(documents.c.key == key)).scalar() is None:
            raise KeyError(key)
        texts = _texts(connection, [key])[key]
    if indexing.behind(archive) is None:
        indexing.catch_up(archive)
    written = {term: each for text in reversed(texts) for term, each in _of_text(text)}
    weights = _weights(archive, Counter(term for text in texts for term, _ in _of_text(text)))
    own, whole = _uses(texts, weights), sum(weights.values())
    near = _near(archive, list(weights)[:ASKED], key)
    with reading(archive) as connection:
        scored = []
        for other, others in _texts(connection, near).items():
            uses = _uses(others, weights)
            shares = {term: weights[term] * _as_much(own[term], uses[term]) for term in weights}
            score = sum(shares.values()) / whole
            if score >= LEAST:
                reasons = sorted(filter(shares.__getitem__, shares), key=lambda term: -shares[term])
                scored.append((score, other, tuple(written[term] for term in reasons[:REASONS])))
        scored.sort(key=lambda one: (-one[0], one[1]))
        return tuple(_described(connection, key, scored[:limit]))


def _texts(connection: Connection, keys: Iterable[int]) -> dict[int, list[str]]:
    """Read the passages of documents."""
    p = passages.c
    found: defaultdict[int, list[str]] = defaultdict(list)
    wanted_texts = select(p.document, p.text).where(p.document.in_(list(keys))).order_by(p.document, p.ordinal)
    for key, text in connection.execute(wanted_texts):
        found[key].append(text)
    return found


def _uses(texts: Iterable[str], terms: Iterable[str]) -> dict[str, float]:
    """Give how often each term stands in texts, of all their syllables."""
    whole = f" {'  '.join(' '.join(both_forms(text)[0]) for text in texts)} "
    length = whole.count(" ") or 1
    return {term: whole.count(f" {term.replace(JOINT, ' ')} ") / length for term in terms}


def _of_text(text: str) -> Iterator[tuple[str, str]]:
    """Give the compounds of a text and the pairs of syllables outside them, each as a term and as written."""
    row = [token for token in tokens(text) if token.exact.isalnum() or not token.exact.isascii()]
    exact = [token.exact for token in row]
    compounds = list(words(exact))
    inside: set[int] = set()
    at = 0
    for term in compounds:
        size = term.count(JOINT) + 1
        while JOINT.join(exact[at : at + size]) != term:
            at += 1
        yield term, _written(text, row[at : at + size])
        inside.update(range(at, at + size))
        at += size
    for place, (one, other) in enumerate(pairwise(row)):
        if not {place, place + 1} & inside and text[one.end : other.start] == " " and _is_word(one) and _is_word(other):
            yield JOINT.join((one.exact, other.exact)), _written(text, [one, other])


def _is_word(token: Token) -> bool:
    return len(token.folded) > 1 and token.folded.isalpha()


def _written(text: str, row: list[Token]) -> str:
    written = text[row[0].start : row[-1].end]
    return " ".join((written.lower() if written.isupper() else written).split())


def _weights(archive: Archive, counts: Counter[str]) -> dict[str, float]:
    """Give the characteristic terms and what each weighs, the heaviest first."""
    least = 2 if len(counts) > CHARACTERISTIC else 1
    frequent = [term for term, count in counts.most_common(WEIGHED) if count >= least]
    everything = _matches(archive, Query(None, folded=False), 0).total or 1
    weights = {}
    for term in frequent:
        number = _matches(archive, Query(_phrase(term), folded=False), 0).total
        weights[term] = (1 + log(counts[term])) * log(1 + everything / max(number, 1))
    heaviest = sorted(weights, key=lambda term: (-weights[term], term))[:CHARACTERISTIC]
    return {term: weights[term] for term in heaviest}


def _near(archive: Archive, terms: list[str], key: int) -> list[int]:
    """Give the documents whose passages hold most of some terms."""
    if not terms:
        return []
    node = Or(tuple(map(_phrase, terms))) if len(terms) > 1 else _phrase(terms[0])
    scores: defaultdict[int, float] = defaultdict(float)
    for place in _matches(archive, Query(node, folded=False), READ).places:
        scores[place.document] += place.score
    scores.pop(key, None)
    return sorted(scores, key=lambda document: (-scores[document], document))[:COMPARED]


def _matches(archive: Archive, query: Query, limit: int) -> Matches:
    return indexing.matches(archive, query, wanted(Filters(copies=True)), limit, facets=False)


def _phrase(term: str) -> Phrase:
    return Phrase(tuple(Token(0, 0, one, one) for one in term.split(JOINT)))


def _as_much(mine: float, theirs: float) -> float:
    """Say how much of a term's use in one document another has, 0 to 1."""
    return min(1.0, (theirs / mine) ** 0.5) if mine else 0.0


def _described(connection: Connection, key: int, scored: list[tuple[float, int, tuple[str, ...]]]) -> Iterator[Similar]:
    d = documents.c
    found = select(d.key, d.id, d.code, d.title, d.issuer_name, d.issued_on, d.doc_type, d.twin_of, d.name).where(
        d.key.in_([key, *(other for _, other, _ in scored)])
    )
    rows = {row.key: row for row in connection.execute(found)}
    best = _best(rows, key)
    lies = file_places(connection, list(rows))
    for score, other, reasons in scored:
        row = rows[other]
        yield Similar(
            key=other,
            id=row.id,
            code=row.code,
            title=row.title,
            issuer=row.issuer_name,
            issued_on=row.issued_on,
            doc_type=row.doc_type,
            score=score,
            words=reasons,
            twin=_best(rows, other) == best,
            file=lies.get(other) or row.name,
        )


def _best(rows: Mapping[int, object], key: int) -> int:
    """Give the best copy of a document, itself where it has no twin."""
    best: int | None = getattr(rows[key], "twin_of", None)
    return key if best is None else best
