#!/usr/bin/env python3
"""test-count.py: tools/count-tests.py counts what happened, not what was hoped for.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import subprocess
import tempfile

import tap
from tree import ROOT


def total(*entries, extra=()):
    with tempfile.TemporaryDirectory() as folder:
        log = f'{folder}/log.json'
        with open(log, 'w', encoding='utf-8') as out:
            for name, result, stdout in entries:
                out.write(json.dumps({'name': name, 'result': result, 'stdout': stdout}) + '\n')
        done = subprocess.run([ROOT / 'tools' / 'count-tests.py', log, *extra], capture_output=True, text=True)
    return done.stdout.strip(), done.returncode, done.stderr


def expect(got, text, code):
    if got[:2] != (text, code):
        yield f'got {got[:2]}, not {(text, code)}'


def points():
    return expect(total(('a', 'OK', '1..2\nok 1 /a/one\nok 2 /a/two\n'), ('b', 'OK', 'hello\n')),
                  '3 passed, 0 failed', 0)


def failures():
    return expect(total(('a', 'FAIL', '1..2\nok 1 /a\nnot ok 2 /b\n')), '1 passed, 1 failed', 1)


def crash():
    """A crash after two good points is a failure, whatever was said before it."""
    return expect(total(('a', 'ERROR', '1..3\nok 1 /a\nok 2 /b\n')), '2 passed, 1 failed', 1)


def timeout():
    return expect(total(('a', 'TIMEOUT', ''), ('b', 'OK', '')), '1 passed, 1 failed', 1)


def skipped():
    got = total(('a', 'OK', '1..2\nok 1 /a # SKIP no data\nok 2 /b\n'), ('b', 'SKIP', '1..0 # SKIP no Xvfb\n'))
    yield from expect(got, '1 passed, 0 failed, 2 skipped', 0)
    for words in ('a /a: no data', 'b: no Xvfb'):
        if words not in got[2]:
            yield f'“{words}” was not said'


def missing():
    """A log that was never written, or holds nothing, is not a success."""
    yield from expect(total(('a', 'OK', ''), extra=['does-not-exist.json']), '1 passed, 1 failed', 1)
    yield from expect(total(), '0 passed, 0 failed', 1)


def nested():
    """Points of subtests, indented, belong to the one that holds them."""
    return expect(total(('a', 'OK', '1..1\n    ok 1 - x\n    ok 2 - y\n    1..2\nok 1 /a\n')), '1 passed, 0 failed', 0)


if __name__ == '__main__':
    tap.run([(check.__name__, check) for check in (points, failures, crash, timeout, skipped, missing, nested)])
