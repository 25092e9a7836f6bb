"""Finding passages in the index of an archive in a folder.

Takes a query and filters, gives places and counts. Rule of the place: the index is only read here; a searcher is kept
open as long as the index stays as it is.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models import Cause, Failure
from pipeline.archive.filters import Wanted
from pipeline.archive.found import FACETS, Matches, Place
from pipeline.archive.matching import Matcher
from pipeline.archive.query import Query
from pipeline.archive.store import Archive

if TYPE_CHECKING:
    import tantivy

FEW = 5_000
"""Most passages found whose documents are counted: that takes longer than the search where they are many."""

_BUCKETS = 65_000
"""Values of a facet that are told apart."""


def folder_of(archive: Archive) -> Path:
    """Give the folder of the index of an archive that lies in a folder."""
    if archive.folder is None:
        raise ValueError("an archive on a server has its index there")
    return archive.folder / "index"


def opened(folder: Path) -> tuple[Matcher, tantivy.Searcher]:
    """Give the index as it is now: what makes queries for it, and what runs them."""
    return _opened(str(folder), (folder / "meta.json").stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _opened(folder: str, _changed: int) -> tuple[Matcher, tantivy.Searcher]:
    import tantivy

    index = tantivy.Index.open(folder)
    searcher = index.searcher()
    return Matcher(index.schema, searcher), searcher


def matches(archive: Archive, query: Query, held: Wanted, limit: int, offset: int, *, facets: bool) -> Matches:
    """Search an index that is there.

    limit, offset: how many passages, and after how many. Raises Failure (INDEX): it is damaged.
    """
    folder = folder_of(archive)
    matcher, searcher = opened(folder)
    filters = matcher.filters(held)
    try:
        asked = matcher.query(query, filters, copies=held.copies)
        return _matches(searcher, asked, limit, offset, newest=query.node is None, facets=facets)
    except (ValueError, OSError) as error:
        raise Failure(Cause.INDEX, str(folder), str(error).splitlines()[0][:200]) from error


def _matches(
    searcher: tantivy.Searcher, asked: tantivy.Query, limit: int, offset: int, *, newest: bool, facets: bool
) -> Matches:
    """Look for the best passages, or the newest, and count the facets of all at the same time, on two cores."""
    counting = _beside().submit(_counted, searcher, asked) if facets else None
    order = "issued" if newest else None
    result = searcher.search(asked, max(limit, 1), count=True, offset=offset, order_by_field=order)
    counted = counting.result() if counting else {}
    hits = result.hits[:limit]
    places = [address for _, address in hits]
    keys, ordinals = (searcher.fast_field_values(field, places) if places else [] for field in ("doc", "ordinal"))
    found = tuple(
        Place(int(key), int(ordinal), 0.0 if newest else float(score))
        for (score, _), key, ordinal in zip(hits, keys, ordinals, strict=True)
        if key is not None and ordinal is not None
    )
    total: int = result.count  # type: ignore[attr-defined]
    values = {name: tuple((b["key"], b["doc_count"]) for b in counted[name]["buckets"]) for name in counted}
    return Matches(total, _documents(searcher, asked) if facets and total <= FEW else None, found, values)


@cache
def _beside() -> ThreadPoolExecutor:
    """Give the threads that count while another one searches."""
    return ThreadPoolExecutor(2, thread_name_prefix="facets")


def _counted(searcher: tantivy.Searcher, asked: tantivy.Query) -> dict[str, Any]:
    """Count the values of all facets in one pass over what is found."""
    kinds = {name: {"terms": {"field": field, "size": 50, "segment_size": _BUCKETS}} for name, field in FACETS.items()}
    return searcher.aggregate(asked, kinds)


def _documents(searcher: tantivy.Searcher, asked: tantivy.Query) -> int:
    """Count the documents of a few passages."""
    each = {"doc": {"terms": {"field": "doc", "size": FEW, "segment_size": FEW}}}
    return len(searcher.aggregate(asked, each)["doc"]["buckets"])
