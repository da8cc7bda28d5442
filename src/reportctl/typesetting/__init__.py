"""Typesetting: where words stand on the page, reckoned from the layout alone, for every renderer of pages."""
