#!/usr/bin/env python3
# read-format.py: a reader of projects written only from docs/format.md
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds docs/format.md to what the program does: reads the sample and the page's own example without any of our code,
compares with figures from outside, and checks that the page's tables of fields are those of the program.

Usage: read-format.py BRANCHLINE-CLI FORMAT.MD SAMPLE"""
import hashlib
import math
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

NS = '{urn:branchline:project:1}'
# Newcastle upon Tyne has 175 areas (LSOA 2011); the Office for National Statistics estimates for them, mid-2019, the
# people below; its generalised outlines of them cover the square kilometres below.
ROWS = 175
PEOPLE = 302820
SQUARE_KILOMETRES = 113.4


def content(table):
    return ''.join(part.text or '' for part in table.findall(NS + 'part') or table.findall('part'))


def rows(text):
    assert text == '' or text.endswith('\n')
    return text.split('\n')[:-1]


def table_id(kind, text):
    return 'table-' + hashlib.sha256((kind + '\n' + text).encode()).hexdigest()[:16]


def numbers(text):
    return [None if row == '?' else float(row) for row in rows(text)]


def points(text):
    x = y = 0
    out = []
    for row in rows(text):
        if row == '?':
            out.append(None)
            continue
        dx, dy = map(int, row.split(' '))
        x, y = x + dx, y + dy
        out.append((x / 10, y / 10))
    return out


def outlines(text):
    start = (0, 0)
    out = []
    for row in rows(text):
        polygons = []
        for polygon in row.split(' / ') if row else []:
            rings = []
            for ring in polygon.split(' ; '):
                x, y = start
                flat = list(map(int, ring.split(' ')))
                line = []
                for i in range(0, len(flat), 2):
                    x, y = x + flat[i], y + flat[i + 1]
                    line.append((x, y))
                start = line[0]
                rings.append(line)
            polygons.append(rings)
        out.append(polygons)
    return out


def network(text):
    x = y = 0
    before = None
    places, edges = [], []
    for n, row in enumerate(rows(text)):
        place, *ways = row.split(';')
        dx, dy = map(int, place.split(' '))
        x, y = x + dx, y + dy
        places.append((x, y))
        for way in ways:
            to, length, *rest = way.split(' ')
            if rest[0] == '=':
                rest = rest[1:]
            else:
                before, rest = tuple(map(int, rest[:3])), rest[3:]
            px, py, shape = x, y, []
            for i in range(0, len(rest), 2):
                px, py = px + int(rest[i]), py + int(rest[i + 1])
                shape.append((px, py))
            edges.append((n, n + int(to), int(length), *before, shape))
    return places, edges


def ring_area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def area(polygons):
    return sum(ring_area(p[0]) - sum(map(ring_area, p[1:])) for p in polygons)


count = 0


def check(name, good, why=''):
    global count
    count += 1
    print(f'{"ok" if good else "not ok"} {count} {name}' + ('' if good else f' # {why}'))


def main():
    cli, page, sample = sys.argv[1:4]
    text = open(page, encoding='utf-8').read()

    # The example on the page, worked by hand there.
    tables = [ET.fromstring(t) for t in re.findall(r'<table id="table-[0-9a-f]{16}".*?</table>', text, re.S)]
    check('the example has four tables', len(tables) == 4)
    check('their ids are their checksums', all(t.get('id') == table_id(t.get('type'), content(t)) for t in tables))
    shapes, people, places, roads = (content(t) for t in tables)
    check('areas of the example', [area(p) for p in outlines(shapes)] == [9600, 1500])
    check('numbers of the example', numbers(people) == [1250, None])
    check('points of the example', points(places) == [(420050, 560050), (420116.7, 560020)])

    check('network of the example', network(roads) == (
        [(420000, 560000), (420200, 560000), (420050, 560050)],
        [(0, 1, 2241, 7, 63, 32, [(420100, 560020)]), (0, 2, 600, 12, 3, 0, []), (1, 2, 583, 12, 3, 0, [])]))

    # The sample, which the program wrote.
    root = ET.parse(sample).getroot()
    check('root', root.tag == NS + 'project' and root.get('version') == '1.0')
    ids = [e.get('id') for e in root.iter() if e.get('id')]
    check('ids are unique', len(ids) == len(set(ids)))
    by_id = {t.get('id'): t for t in root.iter(NS + 'table')}
    check('every table has the id of its content',
          all(i == table_id(t.get('type'), content(t)) for i, t in by_id.items()))
    check('every table has the rows it says', all(int(t.get('rows')) == len(rows(content(t))) for t in by_id.values()))
    areas = root.find(NS + 'areas')
    codes = rows(content(by_id[areas.get('codes')]))
    check('areas', len(codes) == ROWS and all(re.fullmatch('E0[0-9]{7}', c) for c in codes), len(codes))
    population = next(v for v in root.iter(NS + 'value') if v.get('name') == 'population')
    total = sum(n for n in numbers(content(by_id[population.get('numbers')])) if n is not None)
    check('people of all areas', total == PEOPLE, total)

    shapes = outlines(content(by_id[areas.get('outlines')]))
    whole = sum(map(area, shapes)) / 1e6
    check('area of all outlines', abs(whole - SQUARE_KILOMETRES) < 0.1, whole)
    centres = points(content(by_id[areas.get('points') or areas.get('centroids')]))
    near = sum(1 for c, s in zip(centres, shapes)
               if s and math.dist(c, s[0][0][0]) < 2 * math.sqrt(area(s)) + 1500)
    check('each outline lies round its point', near == ROWS, near)

    # The page's tables of fields.
    doc = subprocess.run([cli, 'schema', '--doc'], capture_output=True, text=True, check=True).stdout
    check('the page lists the fields of today (branchline-cli schema --doc)', text.split('<!-- fields -->\n')[1] == doc)
    print(f'1..{count}')


main()
