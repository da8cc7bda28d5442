"""The rules: one family a module, each rule with its code, severity, manual text and examples."""
