"""Chinese text, as pure functions on str: what assemble puts right and rules report, from one piece of code."""
