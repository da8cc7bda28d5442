"""The formats of findings, a module each: `write(result, problem)` puts a result on stdout."""
