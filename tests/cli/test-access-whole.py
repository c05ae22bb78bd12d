#!/usr/bin/python3
# test-access-whole.py: yardsticks, curve and open hours, against a second implementation in another language
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Distances of Newcastle's and Somerset's areas are worked out here from the published files, the hours of the
sample's libraries read from its XML.
usage: test-access-whole.py BRANCHLINE-CLI TAP-FOLDER SAMPLE
"""
import csv
import json
import math
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, sys.argv[2])
import tap  # noqa: E402

CLI, SAMPLE = sys.argv[1], sys.argv[3]
SHARED = os.environ.get('BRANCHLINE_SHARED_DATA', '')
MILE = 1609.344
SERVICES = {'Newcastle City Council': {'E08000021'},
            'Somerset Council': {'E07000187', 'E07000188', 'E07000189', 'E07000246'}}
DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']


def read(name):
    path = os.path.join(SHARED, name)
    if not SHARED or not os.path.exists(path):
        raise tap.Skip(f'no published data: {name}')
    with open(path, encoding='utf-8-sig', newline='') as stream:
        return list(csv.DictReader(stream))


def number(text):
    return float(text.replace(',', ''))


def run(*words):
    return subprocess.run([CLI, *words], check=True, capture_output=True, text=True).stdout


def areas(districts):
    """People and place of each area."""
    people = {row['lsoa']: number(row['pop']) for row in read('national/2019_population.csv')}
    return [(people[row['lsoa11cd']], float(row['easting']), float(row['northing']))
            for row in read('national/lsoa11_pwc_england.csv') if row['lad19cd'] in districts]


def libraries(service):
    """Place of each open static library, and whether it is statutory."""
    return [(number(row['Easting']), number(row['Northing']), row['Statutory in 2023'].lower() == 'yes')
            for row in read('national/basic-dataset-for-libraries-2023-enhanced.csv')
            if row['Reporting service'] == service and row['Type'] == 'Static Library' and row['Operation in 2023'].strip()]


def distances(places, points):
    return [min(math.hypot(x - e, y - n) for e, n, *_ in points) for _, x, y in places]


def share(places, metres, limit):
    return 100 * sum(p for (p, _, _), d in zip(places, metres) if d <= limit) / sum(p for p, _, _ in places)


def close(a, b):
    return a is not None and abs(a - b) < 1e-9


LIMITS = {'1mi': MILE, '2mi': 2 * MILE, '1200m': 1200, '1.5mi': 1.5 * MILE, 'straight-15min': 1200,
          'straight-30min': 2400, 'straight-2000m': 2000}


def check_yardsticks():
    for service, districts in SERVICES.items():
        places = areas(districts)
        points = libraries(service)
        with tempfile.TemporaryDirectory() as folder:
            project = os.path.join(folder, 'plan.branchline')
            run('new', project, '--title', 'Plan', '--service', service, '--from-reference')
            answer = json.loads(run('access', project, '--yardsticks', '--curve', '--within', '2000m', '--json'))
        found = {item['name']: item for item in answer['yardsticks']}
        for key, some in (('own', points), ('statutory', [p for p in points if p[2]])):
            metres = distances(places, some)
            for name, limit in LIMITS.items():
                if not close(found[name][key]['percent'], share(places, metres, limit)):
                    yield f'{service}, {name}, {key}: {found[name][key]["percent"]}'
        metres = distances(places, points)
        for step in answer['curve']['steps']:
            # A hair more, since the two may round the last figure of a distance differently.
            if not close(step['percent'], share(places, metres, step['at'] + 1e-7)):
                yield f'{service}: curve at {step["at"]}'
        if len(answer['curve']['steps']) != len({round(d, 6) for d in metres}):
            yield f'{service}: {len(answer["curve"]["steps"])} steps'


def spans(text):
    if text is None or text == 'closed':
        return []
    minutes = [[int(h) * 60 + int(m) for h, m in (time.split(':') for time in span.split('-'))] for span in text.split()]
    return minutes


def check_open_times():
    places = areas(SERVICES['Newcastle City Council'])
    space = '{urn:branchline:project:1}'
    points = []
    for library in ElementTree.parse(SAMPLE).getroot().find(f'{space}libraries'):
        operation = [status.get('operation') for status in library.iter(f'{space}status') if status.get('year') == '2023']
        if library.get('type') == 'static' and operation and operation[0]:
            points.append((float(library.get('easting')), float(library.get('northing')),
                           [spans(library.get(day)) for day in DAYS]))
    answer = json.loads(run('access', SAMPLE, '--open-times', '--within', '1200m', '--json'))['open_times']
    hours = 0
    for d, day in enumerate(answer['days']):
        hours += sum(end - start for point in points for start, end in point[2][d]) / 60
        for slot in range(48):
            open_then = [point for point in points if any(start <= slot * 30 < end for start, end in point[2][d])]
            percent = share(places, distances(places, open_then), 1200) if open_then else 0
            if not close(day['percent'][slot], percent) or day['open'][slot] != len(open_then):
                yield f'{day["day"]} {slot / 2}: {day["percent"][slot]} ({day["open"][slot]}), not {percent} ({len(open_then)})'
    if not close(answer['total_hours'], hours):
        yield f'{answer["total_hours"]} hours, not {hours}'


tap.run([('yardsticks and curve of two services', check_yardsticks), ('open hours of the sample', check_open_times)])
