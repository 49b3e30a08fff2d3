"""Engines beyond this machine: requests are compiled by Ibis to one SELECT each, and the answer is read exactly.

Ibis makes the SQL and nothing else: the statements go through the cursor of the engine's own driver, because results
that pass through Ibis came back rounded. Ibis and the drivers are optional, and imported only here.
"""
