"""What Jinja2 reads in a text of report.yaml, and what is therefore none of the report's own words."""

from __future__ import annotations

import re

_VALUE = r"\{\{.*?\}\}"
EXPRESSION = re.compile(_VALUE)
"""A value to be filled in, on one line."""
MARKUP = re.compile(rf"{_VALUE}|\{{%.*?%\}}|\{{#.*?#\}}", re.DOTALL)
"""All that Jinja2 reads: values, statements and remarks."""
