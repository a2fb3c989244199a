"""The ways a picture may lead."""

from __future__ import annotations

from typing import Literal

Direction = Literal["auto", "TB", "LR", "BT", "RL"]
