"""The formats of findings, a module each: `lines(result, problem, stream)` writes a result.

`problem` is what kept the project from being checked, `stream` where the lines go, None for a file.
"""
