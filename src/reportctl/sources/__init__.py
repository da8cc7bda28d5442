"""Bytes to text to YAML data with the line and column of everything in it."""

from reportctl.sources.events import Limits
from reportctl.sources.source import Source
from reportctl.sources.yamlfile import Path, YamlFile, read

__all__ = ["Limits", "Path", "Source", "YamlFile", "read"]
