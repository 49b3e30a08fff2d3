"""Texts made wrong in one way at a time, and whether the program sees it: a measure of the gate.

    python -m benchmarks.mutations [--show]

Two runs. In the first only the text is changed, and each change must be a finding; changes that mean nothing must be
none. In the second the text, the claim's quote and its `says` are changed together, as a careless author would: what is
false on the data must be refuted, or undecided for a reason that is named, and what was only worded otherwise must stay
supported. What is true of a claim is asked of its table in SQL, in `truths.yaml`; the program's verdict is never asked.

The last line is one of JSON. `--show` prints every change with what came of it.
"""
