"""An overview made and set in a fresh process: seconds from the open register to the PDF, and the peak of memory."""

from __future__ import annotations

import json
import resource
import sys
from contextlib import closing
from pathlib import Path
from time import perf_counter

from benchmarks.running import MB
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Query
from hankeapp.reports.typesetting import typeset
from hankeapp.services.opening import open_register
from hankeapp.services.printing import PAGE_ORDER, Wish, document_of

if __name__ == "__main__":
    with closing(open_register(Path(sys.argv[1]), Desk("mittaaja", Clock.standing(2026, 11, 24)))) as register:
        begin = perf_counter()
        typeset(document_of(register, Wish(Query(sorts=(PAGE_ORDER,)))))
        seconds = perf_counter() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB
    sys.stdout.write(json.dumps({"seconds": seconds, "memory": memory}))
