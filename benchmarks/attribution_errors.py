"""The worst pages of attribution with gold and found side by side: `errors.py attribution` under a name of its own.

python benchmarks/attribution_errors.py [DATA] [--worst N] [--page NAME]... [--first N] [--record] [--shared FOLDER]
"""

import signal
import sys

from errors import main

if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` ends it quietly
    sys.exit(main(["attribution", *sys.argv[1:]]))
