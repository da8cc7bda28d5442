"""Renderers: the document tree to bytes, one module a format. Each loads what it needs and no more."""
