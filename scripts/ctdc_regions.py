"""Counts the records of the victim-perpetrator dataset by the victim's region and the perpetrators' regions.

Nothing is joined or sorted away: an empty cell stays empty, a list of regions stays as written.
"""

import csv
import sys
from collections import Counter

from pinned import pinned

SHA256 = "1ce1c5a7bccab2e8baeab7dd8f06f70e657aabf411ebaf5d3fb9c2d15064fb8f"

with pinned(SHA256).open(newline="", encoding="utf-8") as file:
    counts = Counter((row["UN_COO_Region"], row["IP_citizen_UNRegion"]) for row in csv.DictReader(file))

table = csv.writer(sys.stdout, lineterminator="\n")
table.writerow(["victim_region", "perpetrator_regions", "records"])
table.writerows((*regions, records) for regions, records in sorted(counts.items()))
