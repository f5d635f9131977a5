"""The tool: finds files and settings, runs the line once, keeps accepted findings, prints, exits."""

from __future__ import annotations

from checker.run import run as run
