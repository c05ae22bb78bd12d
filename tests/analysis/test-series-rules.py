#!/usr/bin/python3
"""test-series-rules.py: limits and rules on random series against a second implementation in NumPy and SciPy.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import itertools
import math
import subprocess
import sys

import numpy
from scipy import stats

random = numpy.random.default_rng(20240831)


def limits(x):
    known = x[~numpy.isnan(x)]
    ranges = numpy.abs(numpy.diff(x))
    ranges = ranges[~numpy.isnan(ranges)]
    mean = ranges.mean() if len(ranges) else math.nan
    few = ranges[ranges < 3.267 * mean]
    screened = few.mean() if len(few) and mean > 0 else mean
    return (known.mean() if len(known) else math.nan), mean, screened


def maximal(flags, least):
    """Stretches of at least so many true in a row."""
    at = 0
    for value, group in itertools.groupby(flags):
        length = len(list(group))
        if value and length >= least:
            yield at, at + length - 1
        at += length


def one_side(z, number, name, least):
    return [(name, number, a, b, s) for s in (1, -1) for a, b in maximal(list(s * z > 0), least)]


def near(z, number, name, points, of, beyond, same):
    hits = []
    for a in range(len(z) - of + 1):
        window = z[a:a + of]
        for s in (1, -1):
            if not numpy.isnan(window).any() and (s * window > beyond).sum() >= points \
                    and (not same or (s * window > 0).all()):
                hits.append((name, number, a, a + of - 1, s))
    return hits


def steps(x, number, name, points, turning=False):
    """All stretches whose steps go one way (or in turn), kept where no longer one holds them."""
    sign = numpy.sign(numpy.diff(x))
    good = []
    for a in range(len(sign)):
        for b in range(a + points - 1, len(sign) + 1):
            part = sign[a:b]
            if numpy.isnan(part).any() or (part == 0).any():
                continue
            if turning and (part[1:] == -part[:-1]).all() or not turning and (part == part[0]).all():
                good.append((a, b, 0 if turning else int(part[0])))
    return [(name, number, a, b, s) for a, b, s in good
            if not any((c <= a and b < d) or (c < a and b <= d) for c, d, _ in good)]


def control(x, centre, mean):
    z = (x - centre) / mean if mean > 0 else numpy.where(x == centre, 0, numpy.sign(x - centre) * math.inf)
    z[numpy.isnan(x)] = math.nan
    sigma = 1 / 1.128
    hits = []

    def outside(number, name, line):
        return [(name, number, i, i, int(numpy.sign(z[i]))) for i in range(len(z)) if abs(z[i]) > line]

    hits += outside(1, 'nhs-mdc', 2.66) + one_side(z, 2, 'nhs-mdc', 7) + steps(x, 3, 'nhs-mdc', 7)
    hits += near(z, 4, 'nhs-mdc', 2, 3, 2.66 * 2 / 3, True)
    name = 'western-electric'
    hits += outside(1, name, 3 * sigma) + near(z, 2, name, 2, 3, 2 * sigma, False) + near(z, 3, name, 4, 5, sigma, False)
    hits += one_side(z, 4, name, 8)
    name = 'nelson'
    hits += outside(1, name, 3 * sigma) + one_side(z, 2, name, 9) + steps(x, 3, name, 6) + steps(x, 4, name, 14, True)
    hits += near(z, 5, name, 2, 3, 2 * sigma, False) + near(z, 6, name, 4, 5, sigma, False)
    hits += [(name, 7, a, b, 0) for a, b in maximal(list(numpy.abs(z) < sigma), 15)]
    hits += [(name, 8, a, b, 0) for a, b in maximal(list(numpy.abs(z) > sigma), 8)
             if (z[a:b + 1] > 0).any() and (z[a:b + 1] < 0).any()]
    return hits


def exact_runs(n):
    """Least and most runs, by counting orders of n // 2 and n - n // 2 things."""
    a, b = n // 2, n - n // 2
    ways = {}
    for runs in range(2, n + 1):
        first, second = (runs + 1) // 2, runs // 2
        ways[runs] = sum(math.comb(p - 1, first - 1) * math.comb(q - 1, second - 1) for p, q in ((a, b), (b, a)))
    total = math.comb(n, a)
    assert sum(ways.values()) == total
    least = next(r for r in range(2, n + 1) if sum(ways[k] for k in range(2, r + 1)) / total > 0.025)
    most = next(r for r in range(n, 1, -1) if sum(ways[k] for k in range(r, n + 1)) / total > 0.025)
    return least, most


def run_chart(x):
    median = numpy.nanmedian(x) if (~numpy.isnan(x)).any() else math.nan
    useful = [(i, int(numpy.sign(v - median))) for i, v in enumerate(x) if not numpy.isnan(v) and v != median]
    runs = [list(g) for _, g in itertools.groupby(useful, key=lambda u: u[1])]
    n = len(useful)
    longest = max(map(len, runs), default=0)
    least, most = exact_runs(n) if n >= 2 else (0, 0)
    allowed = math.floor(math.log2(n) + 0.5) + 3 if n else 0
    crossings = int(stats.binom.ppf(0.05, n - 1, 0.5)) if n >= 2 else 0
    hits = [('run-ihi', 1, r[0][0], r[-1][0], r[0][1]) for r in runs if len(r) >= 6]
    groups = []
    for i, v in ((i, v) for i, v in enumerate(x) if not numpy.isnan(v)):
        if groups and groups[-1][0] == v:
            groups[-1][2] = i
        else:
            groups.append([v, i, i])
    values = numpy.array([g[0] for g in groups])
    for _, _, a, b, s in steps(values, 2, '', 5):
        hits.append(('run-ihi', 2, groups[a][2], groups[b][1], s))
    if n >= 10 and not least <= len(runs) <= most:
        hits.append(('run-ihi', 3, 0, len(x) - 1, 0))
    hits += [('run-anhoej', 1, r[0][0], r[-1][0], r[0][1]) for r in runs if len(r) > allowed]
    if n >= 10 and len(runs) - 1 < crossings:
        hits.append(('run-anhoej', 2, 0, len(x) - 1, 0))
    return dict(median=median, useful=n, runs=len(runs), longest=longest, least=least, most=most, allowed=allowed,
                crossings=crossings), hits


def make():
    n = int(random.integers(1, 61))
    kind = random.integers(0, 5)
    if kind == 0:
        x = random.normal(1000, 100, n)
    elif kind == 1:
        x = random.integers(0, 8, n).astype(float)  # many ties
    elif kind == 2:
        x = random.normal(0, 1, n).cumsum() * 50 + 500
    elif kind == 3:
        x = random.normal(50, 5, n) + numpy.where(numpy.arange(n) > n // 2, 15, 0)
    else:
        x = 100 + 20 * numpy.sin(numpy.arange(n) / 3) + random.normal(0, 3, n)
    if random.random() < 0.3:
        x[random.random(n) < 0.1] = math.nan
    return x


series = [make() for _ in range(300)]
lines = [' '.join(repr(float(v)) for v in x) for x in series]
answer = subprocess.run([sys.argv[1]], input='\n'.join(lines) + '\n', capture_output=True, text=True, check=True).stdout.splitlines()
assert len(answer) == len(series), (len(answer), len(series))
bad = n_hits = 0
for x, line, text in zip(series, answer, lines):
    said, said_hits = {}, set()
    for word in line.split():
        if '=' in word:
            key, value = word.split('=')
            said[key] = float(value)
        else:
            name, *numbers = word.split(':')
            said_hits.add((name, *map(int, numbers)))
    centre, mean, screened = limits(x)
    expected, hits = run_chart(x)
    expected.update(centre=centre, range=mean, screened=screened, lower=centre - 2.66 * mean, upper=centre + 2.66 * mean)
    if not math.isnan(mean):
        hits += control(x.copy(), said['centre'], said['range'])
    else:
        hits += [h for h in said_hits if not h[0].startswith('run-')]
    n_hits += len(hits)
    for key, value in expected.items():
        if not (math.isnan(value) and math.isnan(said[key])) and not math.isclose(value, said[key], rel_tol=1e-9, abs_tol=1e-9):
            bad += 1
            print('#', key, 'ours', said[key], 'theirs', value, 'of', text)
    if set(hits) != said_hits:
        bad += 1
        print('# ours only', said_hits - set(hits), 'theirs only', set(hits) - said_hits, 'of', text)
print('1..1')
print(f'{"not ok" if bad else "ok"} 1 - limits and rules of {len(series)} series, {n_hits} hits')
sys.exit(1 if bad else 0)
