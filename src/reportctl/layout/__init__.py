"""A layout as data: GB/T 9704-2012 and an office's own overlay, each figure with its clause and strength."""

from reportctl.layout.figures import Figure, walk
from reportctl.layout.listing import Line, describe, deviations
from reportctl.layout.loading import DEFAULT, load, shipped
from reportctl.layout.model import Element, Layout
from reportctl.layout.values import Align, FontClass, Grid, Length, PageNumberPlace, Strength

__all__ = [
    "DEFAULT",
    "Align",
    "Element",
    "Figure",
    "FontClass",
    "Grid",
    "Layout",
    "Length",
    "Line",
    "PageNumberPlace",
    "Strength",
    "describe",
    "deviations",
    "load",
    "shipped",
    "walk",
]
