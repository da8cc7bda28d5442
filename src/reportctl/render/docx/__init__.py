"""Renders a document as .docx after GB/T 9704-2012: the only home of writing Open XML."""

from reportctl.render.docx.document import render

__all__ = ["render"]
