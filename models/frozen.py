"""The manner of every model: frozen, no unknown fields, made from keyword arguments."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value object: never changed after it is made, equal when its fields are equal."""

    model_config = ConfigDict(frozen=True, extra="forbid")
