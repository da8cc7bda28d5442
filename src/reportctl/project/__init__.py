"""A report project as a library: open it, check it, build it, ask how it stands.

Nothing here prints or knows the command line; what the commands do, another program can do too.
"""
