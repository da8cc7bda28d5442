"""Reads a .docx into a `Copy`: every visible character ends in a paragraph, an aside or a comment.

parts ─▶ blocks (paragraphs, tables) ─▶ runs (words, drawings, fields) ─▶ gathered
"""

from __future__ import annotations

from reportctl.review.markup.parts import read_copy

__all__ = ["read_copy"]
