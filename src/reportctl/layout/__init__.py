"""A layout as data: GB/T 9704-2012 and an office's own overlay, each figure with its clause and strength."""

from reportctl.layout.figures import Setting, walk
from reportctl.layout.listing import ListedSetting, describe, deviations
from reportctl.layout.loading import DEFAULT, load, shipped
from reportctl.layout.model import ElementLayout, Layout
from reportctl.layout.values import Align, FontClass, GridKind, Length, PageNumberPlace, Strength

__all__ = [
    "DEFAULT",
    "Align",
    "ElementLayout",
    "FontClass",
    "GridKind",
    "Layout",
    "Length",
    "ListedSetting",
    "PageNumberPlace",
    "Setting",
    "Strength",
    "describe",
    "deviations",
    "load",
    "shipped",
    "walk",
]
