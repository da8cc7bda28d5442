"""Merges what departments handed in into the document tree: edit, place, merge, number."""
