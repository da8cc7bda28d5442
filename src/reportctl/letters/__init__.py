"""Letters to the departments: the 通知 that asks for material, 催报 for what is missing, 反馈 on what came.

Each is an official document in a tree like the report's, so that the same renderers print it. Whom a letter
goes to and what it says is what `status` and `validate` find.
"""
