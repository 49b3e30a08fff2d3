"""Words by which a row or a column is a sum of others."""

import re

TOTAL = re.compile(
    r"(\S+ ){0,3}\W?(sub-?)?tot(als?|aal|ale|ali|alt|aux)\W?( \S+){0,4}|_?T|all( \S+){0,3}|sum|both sexes|overall"
    r"|combined|world|(ins)?gesamt\S*|summe|zusammen|ensemble|somme|tou(s|tes)( \S+){0,3}|suma|razem|i alt",
    re.IGNORECASE,
)
