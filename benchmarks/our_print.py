"""An overview made and set from a fresh process: seconds from the open register to the PDF, and the peak of memory.

The memory is that of the process and of the one that sets the pages for it, as if both had their most at once.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from contextlib import closing
from pathlib import Path
from time import perf_counter

from benchmarks.running import MB, peak_of
from hankeapp.domain.clock import Clock, Desk
from hankeapp.domain.query import Query
from hankeapp.reports.typesetting import typeset
from hankeapp.services.opening import open_register
from hankeapp.services.press import Press
from hankeapp.services.printing import PAGE_ORDER, Wish, document_of

if __name__ == "__main__":
    with closing(open_register(Path(sys.argv[1]), Desk("mittaaja", Clock.standing(2026, 11, 24)))) as register:
        begin = perf_counter()
        with Press() as press:
            typeset(document_of(register, Wish(Query(sorts=(PAGE_ORDER,)))), press.set_pages)
        seconds = perf_counter() - begin
    memory = peak_of(os.getpid()) + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MB
    sys.stdout.write(json.dumps({"seconds": seconds, "memory": memory}))
