"""Counts the records of the anonymised CTDC release by year of registration."""

import csv
import sys
from collections import Counter

from pinned import pinned

SHA256 = "0c192b9dfd79db78d15c56cc9e2af8eba6b7ce7535972baa5816df7fc50d9b11"

with pinned(SHA256).open(newline="", encoding="utf-8") as file:
    counts = Counter(row["yearOfRegistration"].removesuffix(".0") for row in csv.DictReader(file))

table = csv.writer(sys.stdout, lineterminator="\n")
table.writerow(["year", "records"])
table.writerows(sorted(counts.items()))
