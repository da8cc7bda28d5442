"""Chinese text, as pure functions on str: what assemble mends and rules report, from one piece of code."""
