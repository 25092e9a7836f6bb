"""Agencies (cơ quan, tổ chức): who a printed name means, through mergers and renamings.

Takes names as printed, gives entities with stable ids from the tables of `parsers.knowledge`. What stays open stays
open: where more than one body fits, the candidates are given and no agency.
"""

from __future__ import annotations

from parsers.agencies.finding import find
from parsers.agencies.issuing import context_of, issuer
from parsers.agencies.lines import line
from parsers.agencies.naming import expand
from parsers.agencies.nearest import nearest_names
from parsers.agencies.resolving import resolve
from parsers.agencies.splitting import Part, parts, split
from parsers.agencies.tables import provinces
from parsers.agencies.values import Context, Entity, Line, Link, Resolution, Step

__all__ = [
    "Context",
    "Entity",
    "Line",
    "Link",
    "Part",
    "Resolution",
    "Step",
    "context_of",
    "expand",
    "find",
    "issuer",
    "line",
    "nearest_names",
    "parts",
    "provinces",
    "resolve",
    "split",
]
