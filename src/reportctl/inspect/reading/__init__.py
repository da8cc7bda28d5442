"""Reads any .docx into frozen facts."""
