"""Emulation movements (phong trào thi đua) and the theme (chủ đề) of a launch."""

from __future__ import annotations

from models.agency import Agency
from models.edtf import Edtf
from models.span import Located


class Movement(Located):
    """A named movement: its quoted name, who launched it, for which period."""

    name: str
    launcher: Agency | None = None
    period: Edtf | None = None


class Theme(Located):
    """The theme of a launch, as printed."""
