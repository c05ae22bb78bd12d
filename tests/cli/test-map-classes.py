#!/usr/bin/env python3
# test-map-classes.py: the groups of a map, against a second implementation
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the published population of Newcastle's areas into groups by quantiles, equal
ranges and natural breaks (Fisher's own table of every number of figures and groups), and
compares what branchline-cli map says.
usage: test-map-classes.py BRANCHLINE-CLI TAP-FOLDER
"""
import csv
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, sys.argv[2])
import tap  # noqa: E402

CLI = sys.argv[1]
GROUPS = (2, 3, 4, 5, 6, 7)


def read(name):
    folder = os.environ.get('BRANCHLINE_SHARED_DATA', '')
    path = os.path.join(folder, name)
    if not folder or not os.path.exists(path):
        raise tap.Skip(f'no published data: {name}')
    with open(path, encoding='utf-8-sig', newline='') as stream:
        return list(csv.DictReader(stream))


def population():
    of_city = {row['lsoa11cd'] for row in read('national/lsoa11_pwc_england.csv') if row['lad19cd'] == 'E08000021'}
    return sorted(float(row['pop'].replace(',', '')) for row in read('national/2019_population.csv')
                  if row['lsoa'] in of_city)


def quantile(figures, k):
    return sorted({figures[g * len(figures) // k] for g in range(k)})


def equal(figures, k):
    low, high = figures[0], figures[-1]
    return [low + g * (high - low) / k for g in range(k)]


def spread(figures):
    mean = sum(figures) / len(figures)
    return sum((x - mean) ** 2 for x in figures)


def natural(figures, k):
    """Least sum of squares: every end and every start, no short cut."""
    n = len(figures)
    first, second = [0.0], [0.0]
    for x in figures:
        first.append(first[-1] + x)
        second.append(second[-1] + x * x)

    def cost(i, j):
        s = first[j] - first[i]
        return second[j] - second[i] - s * s / (j - i)

    best = [[cost(0, j) if j else 0.0 for j in range(n + 1)]]
    begin = [[0] * (n + 1)]
    for g in range(1, k):
        row, starts = [float('inf')] * (n + 1), [0] * (n + 1)
        for j in range(g + 1, n + 1):
            for i in range(g, j):
                total = best[g - 1][i] + cost(i, j)
                if total < row[j]:
                    row[j], starts[j] = total, i
        best.append(row)
        begin.append(starts)
    found, end = [], n
    for g in range(k - 1, -1, -1):
        start = begin[g][end] if g else 0
        found.append(figures[start])
        end = start
    return found[::-1]


def ask(project, rule):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, 'map.png')
        done = subprocess.run([CLI, 'map', project, '--value', 'population', '--classes', rule, '--out', out, '--json'],
                              capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr:
        raise RuntimeError(f'{rule}: {done.returncode} {done.stderr}')
    return json.loads(done.stdout)


def compare(name, implementation):
    figures = population()
    with tempfile.TemporaryDirectory() as folder:
        project = os.path.join(folder, 'city.branchline')
        made = subprocess.run([CLI, 'new', project, '--title', 'City', '--service', 'E08000021', '--from-reference'], capture_output=True, text=True,
                              check=False)
        if made.returncode != 0:
            raise RuntimeError(made.stderr)
        for k in GROUPS:
            answer = ask(project, f'{name}:{k}')
            starts = implementation(figures, k)
            ours = answer['classes']
            if len(ours) != len(starts):
                raise RuntimeError(f'{name}:{k}: {len(ours)} groups and not {len(starts)}')
            members = [[x for x in figures if x >= start and (g + 1 == len(starts) or x < starts[g + 1])]
                       for g, start in enumerate(starts)]
            for group, start, inside in zip(ours, starts, members):
                if abs(group['start'] - start) > 1e-9 or group['areas'] != len(inside):
                    raise RuntimeError(f"{name}:{k}: {group['start']}, {group['areas']} and not {start}, {len(inside)}")
                if inside and group['population'] != sum(inside):
                    raise RuntimeError(f"{name}:{k}: {group['population']} people and not {sum(inside)}")
            fit = 1 - sum(spread(inside) for inside in members if inside) / spread(figures)
            if abs(answer['fit'] - fit) > 1e-9:
                raise RuntimeError(f"{name}:{k}: fit {answer['fit']} and not {fit}")


def test_quantile():
    compare('quantile', quantile)


def test_equal():
    compare('equal', equal)


def test_natural():
    compare('natural', natural)


tap.run([('quantile', test_quantile), ('equal', test_equal), ('natural breaks', test_natural)])
