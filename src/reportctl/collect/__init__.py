"""Material in: what departments sent becomes submissions, with a ledger of what came.

    arriving, archives ─▶ taking: kinds, converting, reading … writing ─▶ planning ─▶ store
    paths → bytes         bytes → a hand-in                               pure        under the lock

`collecting` is the main job on one page; `reading` that of one document.
"""
