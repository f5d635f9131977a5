"""What articles say: documents, the figures in them, and the claim table."""

from __future__ import annotations

from claims.extraction import extract as extract
from claims.readers import read as read
