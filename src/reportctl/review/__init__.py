"""Changes back: what people changed in a copy of the report becomes final decisions in edits.yaml.

    copy (.docx) ─▶ markup ─▶ lines ─┐
                                     ├─▶ aligning ─▶ changes ─▶ decisions ─▶ writing (edits.yaml)
    rounds/*.json ─▶ bases ──────────┘                 └─▶ reporting (table, JSON)

`reconciling` is the way from one end to the other.
"""
