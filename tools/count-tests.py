#!/usr/bin/env python3
"""count-tests.py LOG…: adds up Meson's testlog.json files, one by one.

A program that speaks TAP counts as many tests as it reports, any other as one. A
program that failed without a "not ok" of its own (a crash, a time-out, a leak found at
its end) counts one failure more; a log that is not there counts one. Skipped tests are
named with their reason on standard error.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import re
import sys

POINT = re.compile(r'^(not )?ok\b(.*)$')


def count(entry, skipped):
    """Passed, failed and skipped of one program; skipped ones are added to the list."""
    passed = failed = skips = 0
    for line in (entry.get('stdout') or '').splitlines():
        point = POINT.match(line)
        if not point:
            continue
        rest = point.group(2)
        directive = re.search(r'#\s*(SKIP|TODO)\b\s*(.*)', rest, re.IGNORECASE)
        name = re.sub(r'^\s*\d+\s*(- )?', '', rest.split('#')[0]).strip()
        if directive and directive.group(1).upper() == 'SKIP':
            skips += 1
            skipped.append((entry['name'], name, directive.group(2)))
        elif point.group(1) and not directive:
            failed += 1
        else:
            passed += 1
    result = entry['result']
    if result in ('OK', 'EXPECTEDFAIL'):
        passed += passed + failed + skips == 0
    elif result == 'SKIP':
        if skips == 0:
            skips = 1
            why = re.search(r'^1\.\.0\s*#\s*SKIP\b\s*(.*)$', entry.get('stdout') or '', re.IGNORECASE | re.MULTILINE)
            skipped.append((entry['name'], '', why.group(1) if why else ''))
    elif failed == 0:
        failed = 1
    return passed, failed, skips


def main():
    total = [0, 0, 0]
    skipped = []
    for log in sys.argv[1:]:
        try:
            with open(log, encoding='utf-8') as lines:
                entries = [json.loads(line) for line in lines if line.strip()]
        except OSError:
            total[1] += 1
            continue
        for entry in entries:
            total = [a + b for a, b in zip(total, count(entry, skipped))]
    for program, name, reason in dict.fromkeys(skipped):
        print(f'skipped: {program} {name}: {reason}'.replace(' :', ':').rstrip(': '), file=sys.stderr)
    text = f'{total[0]} passed, {total[1]} failed'
    print(text + (f', {total[2]} skipped' if total[2] else ''))
    return 1 if total[1] or not total[0] else 0


if __name__ == '__main__':
    sys.exit(main())
