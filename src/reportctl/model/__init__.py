"""Typed models of report.yaml, submissions and edits.yaml, and the table of their keys."""
