"""Judges any .docx by a layout: facts, elements, deviations."""
