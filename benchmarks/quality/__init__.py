"""How well the rules find what is wrong, and how seldom they speak of what is right."""
