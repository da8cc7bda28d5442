"""Typing errors: what goes wrong when YAML is typed with a Chinese input method, at the line that is wrong.

The parser names the line where it gave up, and stops at its first. These look at every line of the file.
"""

from reportctl.sources.typing_errors.codes import RULES
from reportctl.sources.typing_errors.explaining import explain_misread, explain_unreadable

__all__ = ["RULES", "explain_misread", "explain_unreadable"]
