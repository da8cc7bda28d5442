"""Material in: a Word report or form that a department sent becomes items of a submission."""
