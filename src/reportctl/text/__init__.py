"""Chinese text, as pure functions on str: what assemble corrects and rules report, from one piece of code."""
