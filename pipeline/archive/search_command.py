"""search, similar: what was found, for the terminal and as JSON.

Takes answers, gives what can be printed. Rule of the place: text of documents goes to the terminal without control
characters and is never read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pipeline.archive.found import Found, Hit
from pipeline.archive.similar import Similar
from pipeline.markup import visible
from pipeline.words import word

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

VALUES = 6
"""Values of a facet that are shown."""

_MARKED, _DIM = "bold yellow", "dim"
_SPACES = re.compile(r"\s+")


def as_json(found: Found) -> dict[str, Any]:
    """Give an answer to a search as plain data; highlights are places in the text of the passage."""
    return {
        "total": found.total,
        "documents": found.documents,
        "seconds": round(found.seconds, 4),
        "behind": found.behind,
        "facets": {name: [value._asdict() for value in values] for name, values in found.facets.items()},
        "passages": [_hit_json(hit) for hit in found.hits],
    }


def similar_json(found: Sequence[Similar]) -> list[dict[str, Any]]:
    """Give similar documents as plain data."""
    return [{**one._asdict(), "score": round(one.score, 4), "words": list(one.words)} for one in found]


def shown(found: Found, lang: str) -> RenderableType:
    """Give an answer to a search for the terminal: counts, passages, facets."""
    from rich.console import Group
    from rich.text import Text

    if not found.total:
        return Group(word("search.none", lang), *_lag(found, lang))
    parts: list[RenderableType] = [Text(_count(found, lang), style="bold"), *_lag(found, lang)]
    for hit in found.hits:
        parts += [Text(""), *_passage(hit, lang)]
    parts += [Text(""), *_facets(found, lang)] if any(found.facets.values()) else []
    return Group(*parts)


def similar_shown(found: Sequence[Similar], lang: str) -> RenderableType:
    """Give similar documents for the terminal, each with the words it shares."""
    from rich.console import Group
    from rich.text import Text

    parts: list[RenderableType] = []
    for one in found:
        line = Text(f"{one.score:.2f}  ", style="bold")
        line.append(_plain(one.title or word("search.untitled", lang)), style="default")
        twin = word("similar.twin", lang) if one.twin else None
        parts += [line, _line((*_about(one), twin, one.file), indent=6)]
        shared = word("similar.words", lang).format(words=", ".join(one.words))
        parts.append(_line((shared,), indent=6))
    return Group(*parts) if parts else Text(word("similar.none", lang))


def _hit_json(hit: Hit) -> dict[str, Any]:
    places = {"highlights": [list(span) for span in hit.highlights], "snippet": list(hit.snippet)}
    return {**hit._asdict(), **places, "score": round(hit.score, 4)}


def _count(found: Found, lang: str) -> str:
    key = "search.uncounted" if found.documents is None else "search.count"
    return word(key, lang).format(total=found.total, documents=found.documents, seconds=f"{found.seconds:.3f}")


def _lag(found: Found, lang: str) -> list[Text]:
    from rich.text import Text

    return [Text(word("search.behind", lang).format(count=found.behind), style="yellow")] if found.behind else []


def _passage(hit: Hit, lang: str) -> list[Text]:
    """Give the lines of a hit: title, document, section, words, file."""
    from rich.text import Text

    title = Text(_plain(hit.title or word("search.untitled", lang)), style="bold")
    page = word("search.page", lang).format(page=hit.page) if hit.page else None
    lines = [title, _line(_about(hit)), _line((hit.path, hit.heading, page)), _words(hit), _line((hit.file,))]
    return [line for line in lines if line.plain.strip()]


def _words(hit: Hit) -> Text:
    """Give the snippet of a hit with its highlights."""
    from rich.text import Text

    start, end = hit.snippet
    line = Text("  " + ("… " if start else ""))
    at = start
    for begin, stop in hit.highlights:
        if start <= begin and stop <= end:
            line.append(_in_line(hit.text[at:begin]))
            line.append(_in_line(hit.text[begin:stop]), style=_MARKED)
            at = stop
    line.append(_in_line(hit.text[at:end]) + (" …" if end < len(hit.text) else ""))
    return line


def _about(one: Hit | Similar) -> tuple[str | None, ...]:
    return one.doc_type, one.code, one.issued_on, one.issuer


def _line(parts: Sequence[str | None], indent: int = 2) -> Text:
    from rich.text import Text

    return Text(" " * indent + " · ".join(_plain(part) for part in parts if part), style=_DIM)


def _facets(found: Found, lang: str) -> list[Text]:
    """Give a line for each facet: its commonest values with their numbers."""
    from rich.text import Text

    lines = []
    for name, values in found.facets.items():
        if values:
            line = Text(f"{word(f'facet.{name}', lang)}: ", style="bold")
            rest = ["…"] if len(values) > VALUES else []
            told = [f"{_plain(value.label)} ({value.passages})" for value in values[:VALUES]]
            line.append(", ".join([*told, *rest]), style="default")
            lines.append(line)
    return lines


def _plain(text: str) -> str:
    """Give text on one line, without control characters."""
    return _in_line(text.strip())


def _in_line(text: str) -> str:
    return visible(_SPACES.sub(" ", text))
