"""Counts detected victims of 2019 and 2022 for four groups, apart from the cells that only say "<5".

`victims` is the sum over the countries that gave a number, `reports` 1; and "<5", with the number of such cells.
"""

import csv
import sys

import pandas as pd
from pinned import pinned

SHA256 = "24c34b95dfefb520445ef0f8d039727cad6febf0ab36807d5fc0aeee128c413e"
TOTAL = "Total"
GROUPS = {
    "all": (TOTAL, TOTAL, TOTAL, TOTAL),
    "children": (TOTAL, TOTAL, TOTAL, "0 to 17 years"),
    "girls": (TOTAL, TOTAL, "Female", "0 to 17 years"),
    "forced labour": ("by form of exploitation", "Forced labour", TOTAL, TOTAL),
}

cells = pd.read_excel(pinned(SHA256), engine="calamine", header=2, dtype=str, keep_default_na=False)
detected = cells[cells["Indicator"] == "Detected trafficking victims"]

table = csv.writer(sys.stdout, lineterminator="\n")
table.writerow(["year", "victims_are", "countries", "victims", "reports"])
for group, (dimension, category, sex, age) in GROUPS.items():
    rows = detected[
        (detected["Dimension"] == dimension)
        & (detected["Category"] == category)
        & (detected["Sex"] == sex)
        & (detected["Age"] == age)
    ]
    for year in ("2019", "2022"):
        values = rows[rows["Year"] == year]["txtVALUE"].str.replace(",", "")
        counted = values[values != "<5"].astype(int)
        table.writerow([year, group, len(counted), int(counted.sum()), 1])
        table.writerow([year, group, int((values == "<5").sum()), "<5", int((values == "<5").sum())])
