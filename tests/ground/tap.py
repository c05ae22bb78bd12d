"""tap.py: the Test Anything Protocol for the checks of this folder.

A check is a function that returns the faults it found, each a line of text, and
may raise Skip with a reason.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys
import traceback


class Skip(Exception):
    pass


def run(checks):
    """Runs (name, function) pairs and exits as meson expects."""
    print(f'1..{len(checks)}')
    bad = 0
    for number, (name, check) in enumerate(checks, 1):
        try:
            faults = list(check() or [])
        except Skip as reason:
            print(f'ok {number} - {name} # SKIP {reason}', flush=True)
            continue
        except Exception:
            faults = traceback.format_exc().splitlines()
        for fault in faults:
            print(f'# {fault}')
        bad += bool(faults)
        print(f"{'not ok' if faults else 'ok'} {number} - {name}", flush=True)
    sys.exit(1 if bad else 0)
