#!/usr/bin/python3
# test-needs-scipy.py: indices of need, against a second implementation by NumPy and SciPy
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shares, ranks and people are read from the published files; only metres are taken from the
program's answer (other tests hold those to account).
usage: test-needs-scipy.py BRANCHLINE-CLI TAP-FOLDER
"""
import csv
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, sys.argv[2])
import tap  # noqa: E402

try:
    import numpy
    from scipy import stats
except ImportError:
    numpy = None

CLI = sys.argv[1]
SERVICES = ('E08000021', 'E06000066')  # Newcastle upon Tyne, Somerset
WEIGHTS = {'imd_rank': 40, 'share:aged_0_15': 20, 'share:aged_60_plus': 15, 'distance': 15, 'population': 10}


def read(name):
    folder = os.environ.get('BRANCHLINE_SHARED_DATA', '')
    path = os.path.join(folder, name)
    if not folder or not os.path.exists(path):
        raise tap.Skip(f'no published data: {name}')
    with open(path, encoding='utf-8-sig', newline='') as stream:
        return list(csv.DictReader(stream))


def number(text):
    return float(text.replace(',', ''))


def column(row, start):
    return next(value for name, value in row.items() if name.startswith(start))


def published():
    """Figures of every area of England, by its code."""
    people = {row['lsoa']: number(row['pop']) for row in read('national/2019_population.csv')}
    ranks = {column(row, 'LSOA code'): number(column(row, 'Index of Multiple Deprivation (IMD) Rank'))
             for row in read('national/File_1_-_IMD2019_Index_of_Multiple_Deprivation.csv')}
    ages = {}
    for row in read('national/File_6_-_IoD2019_Population_Denominators.csv'):
        young = number(column(row, 'Dependent Children aged 0-15'))
        middle = number(column(row, 'Population aged 16-59'))
        old = number(column(row, 'Older population aged 60 and over'))
        ages[column(row, 'LSOA code')] = (young, middle, old)
    return people, ranks, ages


def ask(*words):
    done = subprocess.run([CLI, *words, '--json'], capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr:
        raise RuntimeError(f"{' '.join(words)}: {done.returncode} {done.stderr}")
    return json.loads(done.stdout)


def scale(figures, more, how):
    """0 … 100, 100 the most need; ties averaged."""
    figures = figures if more else -figures
    if figures.min() == figures.max():
        return numpy.full(len(figures), 50.0)
    if how == 'z':
        return 100 * stats.norm.cdf(stats.zscore(figures))
    if how == 'min-max':
        return 100 * (figures - figures.min()) / (figures.max() - figures.min())
    ranks = stats.rankdata(figures)
    if how == 'decile':
        return 100 * numpy.minimum(9, numpy.floor((ranks - 0.5) * 10 / len(figures))) / 9
    return 100 * (ranks - 1) / (len(figures) - 1)


def classes(index, n):
    ranks = stats.rankdata(-numpy.round(index, 9), method='min')
    return n - 1 - numpy.floor((ranks - 1) * n / len(index))


def moved(weights, k, weight):
    rest = weights.sum() - weights[k]
    moved = weights * (weights.sum() - weight) / rest
    moved[k] = weight
    return moved


def firmness(scaled, weights):
    """How many of the ten stay under 10 points, and whose fifth changes under a quarter."""
    def index(w):
        return scaled @ w / w.sum()
    base = numpy.round(index(weights), 9)
    top = set(numpy.argsort(-base, kind='stable')[:10])
    stay, changed = set(top), numpy.zeros(len(base), bool)
    for k in range(len(weights)):
        for sign in (-1, 1):
            points = numpy.clip(weights[k] + sign * 10 * weights.sum() / 100, 0, weights.sum())
            ranks = stats.rankdata(-numpy.round(index(moved(weights, k, points)), 9), method='min')
            stay &= {row for row in top if ranks[row] <= 10}
            quarter = moved(weights, k, weights[k] * (1 + sign * 0.25))
            changed |= classes(index(quarter), 5) != classes(base, 5)
    return len(stay), int(changed.sum())


def differ(what, ours, theirs, tolerance=1e-7):
    worst = float(numpy.abs(numpy.asarray(ours, float) - theirs).max())
    if not worst <= tolerance:
        yield f'{what}: differs by {worst}'


def check(service, project, how, figures):
    people, ranks, ages = figures
    listed = ','.join(f'{name}={weight}' for name, weight in WEIGHTS.items())
    answer = ask('needs', project, '--weights', listed, '--normalise', how, '--libraries')
    rows = answer['areas']
    codes = [row['area'] for row in rows]
    raw = numpy.array([[ranks[code], 100 * ages[code][0] / sum(ages[code]), 100 * ages[code][2] / sum(ages[code]),
                        row['values'][3], people[code]] for code, row in zip(codes, rows)])
    name = f'{service} {how}'
    yield from differ(f'{name}, figures', [row['values'] for row in rows], raw)
    scaled = numpy.column_stack([scale(raw[:, m], m != 0, how) for m in range(raw.shape[1])])
    yield from differ(f'{name}, scaled', [row['scaled'] for row in rows], scaled)
    weights = numpy.array(list(WEIGHTS.values()), float)
    index = scaled @ weights / weights.sum()
    yield from differ(f'{name}, index', [row['need'] for row in rows], index)
    yield from differ(f'{name}, rank', [row['rank'] for row in rows],
                      stats.rankdata(-numpy.round(index, 9), method='min'))
    yield from differ(f'{name}, fifths', [row['fifth'] for row in rows], classes(index, 5) + 1)
    stay, changed = firmness(scaled, weights)
    yield from differ(f'{name}, firmness', [answer['firmness']['stay'], answer['firmness']['changes_fifth']],
                      numpy.array([stay, changed]))
    for library in answer['libraries']:
        own = numpy.array([row['nearest'] == library['library'] for row in rows])
        if library['need'] is not None:
            mean = numpy.average(index[own], weights=raw[own, 4])
            yield from differ(f"{name}, {library['library']}", [library['need']], mean)
        elif own.any():
            yield f"{name}, {library['library']}: has people but no need"


def check_services():
    if numpy is None:
        raise tap.Skip('needs python3-numpy and python3-scipy')
    figures = published()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for service in SERVICES:
            project = os.path.join(folder, service + '.branchline')
            ask('new', project, '--title', 'Needs', '--service', service, '--from-reference')
            for how in ('rank', 'decile', 'z', 'min-max'):
                faults += check(service, project, how, figures)
    return faults


tap.run([('two services, four ways of scaling', check_services)])
