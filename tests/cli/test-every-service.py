#!/usr/bin/env python3
# test-every-service.py: the program's figures for every service, against a second implementation
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the published files alone, with nothing of ours but the program's answers, and
tries every area against every library: slow, short and plain enough to be believed.
usage: test-every-service.py BRANCHLINE-CLI TAP-FOLDER
"""
import csv
import json
import math
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, sys.argv[2])
import tap  # noqa: E402

CLI = sys.argv[1]
MILE = 1609.344
YEAR = 2023


def read(name):
    folder = os.environ.get('BRANCHLINE_SHARED_DATA', '')
    path = os.path.join(folder, name)
    if not folder or not os.path.exists(path):
        raise tap.Skip(f'no published data: {name}')
    with open(path, encoding='utf-8-sig', newline='') as stream:
        return list(csv.DictReader(stream))


def number(text):
    return float(text.replace(',', ''))


def areas_by_authority():
    """Areas with their point and people, by the code of the upper-tier authority of 2023."""
    people = {row['lsoa']: number(row['pop']) for row in read('national/2019_population.csv')}
    authorities = read('national/uk_local_authorities.csv')
    by_gss = {row['gss-code']: row for row in authorities}
    gss_of = {row['local-authority-code']: row['gss-code'] for row in authorities}
    upper = {row['LTLA23CD']: row['UTLA23CD'] for row in read('national/lower_upper_lookup.csv')}
    areas = {}
    for row in read('national/lsoa11_pwc_england.csv'):
        district = row['lad19cd']
        heir = district if district in upper else gss_of[by_gss[district]['replaced-by']]
        area = (float(row['easting']), float(row['northing']), people[row['lsoa11cd']])
        areas.setdefault(upper[heir], []).append(area)
        county = gss_of.get(by_gss.get(district, {}).get('county-la', ''))
        # A county that has ended keeps the districts it had.
        if district not in upper and county is not None:
            areas.setdefault(county, []).append(area)
    return areas


def libraries_by_service():
    """Points of open static libraries, and whether statutory, in the file's order."""
    libraries = {}
    for row in read('national/basic-dataset-for-libraries-2023-enhanced.csv'):
        if row['Type'] == 'Static Library' and row[f'Operation in {YEAR}'] and row['Easting']:
            libraries.setdefault(row['Reporting service code'], []).append(
                (float(row['Easting']), float(row['Northing']), row[f'Statutory in {YEAR}'].lower() == 'yes'))
    return libraries


def distances(areas, libraries):
    """Metres to the nearest library, and people, of each area."""
    return [(min(math.hypot(x - east, y - north) for east, north, _ in libraries), people)
            for x, y, people in areas]


def ask(*words):
    done = subprocess.run([CLI, *words, '--json'], capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr:
        raise RuntimeError(f"{' '.join(words)}: {done.returncode} {done.stderr}")
    return json.loads(done.stdout)


def differ(name, what, ours, theirs, tolerance):
    if abs(ours - theirs) > tolerance:
        yield f'{name}, {what}: {ours}, by the other way {theirs}'


def compare(name, answer, reached):
    people = sum(count for _, count in reached)
    yield from differ(name, 'people', answer['population'], people, 0)
    yield from differ(name, 'mean', answer['mean_distance'], sum(d * n for d, n in reached) / people, 1e-6)
    yield from differ(name, 'greatest', answer['max_distance'], max(d for d, n in reached if n > 0), 1e-6)
    running = 0
    for metres, count in sorted(reached):
        running += count
        if running * 2 >= people:
            yield from differ(name, 'median', answer['median_distance'], metres, 1e-6)
            break
    for within, miles in zip(answer['within'], (1, 2)):
        inside = sum(count for metres, count in reached if metres <= miles * MILE)
        yield from differ(name, f'within {miles} miles', within['population'], inside, 0)


def check_every_service():
    areas, libraries = areas_by_authority(), libraries_by_service()
    services = ask('services')['services']
    faults = []
    if set(libraries) - {service['code'] for service in services}:
        faults.append('a service of the list of libraries is not among ours')
    with tempfile.TemporaryDirectory() as folder:
        project = os.path.join(folder, 'every.branchline')
        for service in services:
            own = libraries.get(service['code'], [])
            if not own:
                continue
            ask('new', project, '--title', 'Every', '--service', service['code'], '--from-reference')
            statutory = [library for library in own if library[2]]
            faults += compare(service['name'], ask('access', project),
                              distances(areas[service['code']], own))
            if statutory:
                faults += compare(f"{service['name']}, statutory", ask('access', project, '--statutory'),
                                  distances(areas[service['code']], statutory))
            os.remove(project)
    return faults


tap.run([('every service', check_every_service)])
