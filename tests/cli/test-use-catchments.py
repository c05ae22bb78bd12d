#!/usr/bin/python3
# test-use-catchments.py: catchments as used, against a second implementation in another language
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""LibrariesWest's members by home library and small area, brought into Somerset's project by the program and
answered by it; and read here from the same files as they stand."""
import csv
import json
import math
import os
import subprocess
import sys
import tempfile
from collections import defaultdict

PROGRAM = sys.argv[1]
SHARED = os.environ.get('BRANCHLINE_SHARED_DATA', '')
MEMBERS = os.path.join(SHARED, 'somerset/librarieswest/members.csv')
DISTRICTS = {'E07000187', 'E07000188', 'E07000189', 'E07000246'}

if not os.path.exists(MEMBERS):
    print('1..0 # SKIP no published data')
    sys.exit(0)


def rows(name):
    with open(os.path.join(SHARED, name), encoding='utf-8-sig', newline='') as file:
        yield from csv.DictReader(file)


def fold(name):
    words = name.casefold().split()
    return ' '.join(words[:-1] if len(words) > 1 and words[-1] == 'library' else words)


def run(*words):
    return subprocess.run([PROGRAM, *words], check=True, capture_output=True, text=True).stdout


def program():
    with tempfile.TemporaryDirectory() as folder:
        project = os.path.join(folder, 'somerset.branchline')
        run('new', project, '--title', 'Plan', '--service', 'Somerset Council', '--from-reference')
        run('import', project, 'members', MEMBERS)
        return json.loads(run('catchments', project, '--use', 'members', '--json'))


def number(text):
    return float(text.replace(',', ''))


people = {row['lsoa']: number(row['pop']) for row in rows('national/2019_population.csv')}
places = {row['lsoa11cd']: (float(row['easting']), float(row['northing']))
          for row in rows('national/lsoa11_pwc_england.csv') if row['lad19cd'] in DISTRICTS}
libraries = {}
for row in rows('national/basic-dataset-for-libraries-2023-enhanced.csv'):
    if (row['Reporting service'] == 'Somerset Council' and row['Type'] == 'Static Library'
            and row['Operation in 2023'].strip()):
        libraries[fold(row['Name'])] = (number(row['Easting']), number(row['Northing']))


def nearest(area):
    x, y = places[area]
    return min(libraries, key=lambda name: math.hypot(libraries[name][0] - x, libraries[name][1] - y))


# Low and high of each library and area; a count of the file that is "*" is 1 to 4.
cells = defaultdict(lambda: [0, 0])
for row in rows('somerset/librarieswest/members.csv'):
    if row['registered_authority'] == 'Somerset' and row['lsoa_code'] in places:
        low, high = (1, 4) if row['users'] == '*' else (float(row['users']),) * 2
        cell = cells[fold(row['registered_library']), row['lsoa_code']]
        cell[0] += low
        cell[1] += high

answer = program()['use']
print('1..4')

total = [sum(cell[end] for cell in cells.values()) for end in (0, 1)]
assert [answer['users']['low'], answer['users']['high']] == total, (answer['users'], total)
near, far, flows = [0, 0], [0, 0], defaultdict(lambda: [0, 0])
for (library, area), cell in cells.items():
    home = nearest(area)
    for end in (0, 1):
        if library == home:
            near[end] += cell[end]
        else:
            far[end] += cell[end]
            flows[home, library][end] += cell[end]
assert [answer['nearest']['low'], answer['nearest']['high']] == near
assert [answer['not_nearest']['low'], answer['not_nearest']['high']] == far
share = answer['not_nearest_percent']
assert abs(share['low'] - 100 * far[0] / (far[0] + near[1])) < 1e-9
assert abs(share['high'] - 100 * far[1] / (far[1] + near[0])) < 1e-9
print('ok 1 - users, and those of a library that is not the nearest: %d to %d' % tuple(far))

assert {(fold(flow['nearest']), fold(flow['used'])): [flow['users']['low'], flow['users']['high']]
        for flow in answer['flows']} == {pair: cell for pair, cell in flows.items()}
print('ok 2 - %d flows' % len(flows))

for area in answer['areas']:
    users = [sum(cell[end] for (_, code), cell in cells.items() if code == area['area']) for end in (0, 1)]
    assert [area['users']['low'], area['users']['high']] == users, area
    assert abs(area['penetration']['low'] - 100 * users[0] / people[area['area']]) < 1e-9, area
    assert abs(area['penetration']['high'] - 100 * users[1] / people[area['area']]) < 1e-9, area
print('ok 3 - market penetration of %d areas' % len(answer['areas']))

by_most = 0
for library in answer['libraries']:
    own = {code: cell for (name, code), cell in cells.items() if name == fold(library['library'])}
    surely = {code for code, cell in own.items() if cell[0] >= 0.05 * people[code]}
    perhaps = {code for code, cell in own.items() if cell[1] >= 0.05 * people[code]} - surely
    if not surely and not perhaps:
        order = {code: index for index, code in enumerate(area['area'] for area in answer['areas'])}
        surely = set(sorted(own, key=lambda code: (-own[code][0], order[code]))[:2])
        assert library['by_most'], library
        by_most += 1
    assert set(library['areas']) == surely, library
    assert set(library['areas_perhaps']) == perhaps, library
    assert library['population'] == sum(people[code] for code in surely), library
print('ok 4 - the 5 %% rule for %d libraries, %d of them by the two areas with most users'
      % (len(answer['libraries']), by_most))
