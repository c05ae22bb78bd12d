#!/usr/bin/python3
# test-visit-rule-other.py: days of visits against dateutil's recurrence rules
#
# SPDX-License-Identifier: GPL-3.0-or-later
import datetime
import random
import subprocess
import sys

from dateutil import rrule

DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']


def make(rng):
    start = datetime.date(2015, 1, 1) + datetime.timedelta(days=rng.randrange(2000))
    frequency = rng.choice(['DAILY', 'WEEKLY', 'WEEKLY', 'MONTHLY', 'MONTHLY'])
    parts = ['FREQ=' + frequency]
    if rng.random() < 0.7:
        parts.append('INTERVAL=%d' % rng.randint(1, 6))
    if frequency == 'WEEKLY' and rng.random() < 0.6:
        parts.append('BYDAY=' + ','.join(rng.sample(DAYS, rng.randint(1, 3))))
    if frequency == 'MONTHLY' and rng.random() < 0.7:
        # dateutil takes "each Monday" beside "the first Tuesday" for both at once; the standard for either.
        each = rng.random() < 0.3
        parts.append('BYDAY=' + ','.join(('' if each else rng.choice(['1', '2', '4', '-1', '-2'])) + day
                                         for day in rng.sample(DAYS, rng.randint(1, 2))))
    if rng.random() < 0.3:
        parts.append('WKST=' + rng.choice(DAYS))
    if rng.random() < 0.3:
        parts.append('COUNT=%d' % rng.randint(1, 40))
    begin = start + datetime.timedelta(days=rng.randint(-100, 600))
    return ';'.join(parts), start, begin, begin + datetime.timedelta(days=rng.randrange(500))


rng = random.Random(20200117)
cases = [make(rng) for _ in range(400)]
lines = ''.join('%s %d %d %d\n' % (rule, start.toordinal(), begin.toordinal(), end.toordinal())
                for rule, start, begin, end in cases)
answer = subprocess.run([sys.argv[1]], input=lines, capture_output=True, text=True, check=True).stdout.split('\n')
print('1..1')
for (rule, start, begin, end), line in zip(cases, answer):
    moment = datetime.datetime(start.year, start.month, start.day)
    expected = [day.toordinal() for day in rrule.rrulestr(rule, dtstart=moment).between(
        datetime.datetime.combine(begin, datetime.time()), datetime.datetime.combine(end, datetime.time()), inc=True)]
    assert [int(day) for day in line.split()] == expected, (rule, start, begin, end, line, expected)
print('ok 1 - 400 rules have the days that dateutil says')
