"""Merge departments' contributions into one official rule-of-law report."""

__version__ = "0.1.0"
