"""`python -m hankeapp`."""

import sys

from hankeapp.app import main

if __name__ == "__main__":
    sys.exit(main())
