"""Time and memory of whole runs beside other tools, on the same YAML: `python -m benchmarks`."""
