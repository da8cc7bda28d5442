"""New projects: report.yaml, one form for each department, and what stands beside them.

Nothing here prints; what `init` does, another program can do too: make the contents (`new`, `carry`,
`examples`), then `install` them.
"""
