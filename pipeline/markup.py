"""HTML that cannot be broken out of: a string is escaped unless a function of this module made it.

Takes names, children and attributes, gives Html. Documents come from strangers, so that there is no other way from
their text to a page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_EMPTY_ELEMENTS = frozenset({"img", "input", "meta", "br"})


class Html(str):
    """Markup that is safe to put into a page."""

    __slots__ = ()


def visible(text: str) -> str:
    """Replace control characters, which no page and no terminal should be given, by a mark that is seen."""
    return _UNSEEN.sub("\ufffd", text)


def escaped(text: str) -> Html:
    """Give text as markup; what is markup already stays as it is."""
    return text if isinstance(text, Html) else Html(html.escape(visible(text)))


def joined(parts: Iterable[str]) -> Html:
    """Put parts one after the other, each escaped where it is not markup."""
    return Html("".join(map(escaped, parts)))


def opening(name: str, /, **attributes: str | bool | None) -> Html:
    """Give an opening tag.

    attributes: a trailing underscore is dropped and others become dashes; None and False leave the attribute out,
    True gives it without a value.
    """
    pairs = [
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{html.escape(visible(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    ]
    return Html(f"<{name}{''.join(pairs)}>")


def tag(name: str, /, *children: str, **attributes: str | bool | None) -> Html:
    """Give an element with its children."""
    start = opening(name, **attributes)
    return start if name in _EMPTY_ELEMENTS else Html(f"{start}{joined(children)}</{name}>")
