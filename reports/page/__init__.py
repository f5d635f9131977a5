"""The report as one HTML file that opens anywhere: no other file, no network, complete without script."""

from __future__ import annotations

from reports.page.render import pieces, render

__all__ = ["pieces", "render"]
