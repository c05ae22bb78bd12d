#!/usr/bin/python3
# test-compare-other.py: comparisons with similar authorities, against a second implementation by NumPy and SciPy
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures are read from the published files once more; funnels are also held to the worked tables of the reference on
indicators, 5.6, and survey differences to its 5.8.
usage: test-compare-other.py BRANCHLINE-CLI TAP-FOLDER SERVICES.TSV
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
    from scipy.spatial import cKDTree
except ImportError:
    numpy = None

CLI = sys.argv[1]
FILES = ('activity-2023-24/libraries_activity_data_2023_2024.csv', 'activity-2023-24/localauthoritynearestneighboursengland.csv',
         'mye24tablesew.csv', 'indicators/engagement-with-culture-and-heritage.csv')
NEWCASTLE, SOMERSET = 'E08000021', 'E06000066'


def path(name):
    folder = os.environ.get('BRANCHLINE_SHARED_DATA', '')
    found = os.path.join(folder, 'national', name)
    if not folder or not os.path.exists(found):
        raise tap.Skip(f'no published data: {name}')
    return found


def read(name):
    with open(path(name), encoding='utf-8-sig', newline='') as stream:
        return list(csv.DictReader(stream))


def number(text):
    return float(text.replace(',', ''))


def services():
    with open(sys.argv[3], encoding='utf-8', newline='') as stream:
        return [row for row in csv.DictReader(stream, delimiter='\t') if not row['ended']]


def run(*arguments):
    done = subprocess.run((CLI, *arguments), capture_output=True, text=True, check=False)
    assert done.returncode == 0, (arguments, done.stderr)
    return json.loads(done.stdout)


def project(folder, service):
    name = os.path.join(folder, service + '.branchline')
    if os.path.exists(name):
        return name
    run('new', name, '--title', service, '--service', service, '--json')
    for file in FILES:
        run('import', name, 'series', path(file), '--source', 'As published', '--json')
    return name


def people():
    return {row['Code']: float(row['All ages'].replace(',', '')) for row in read('mye24tablesew.csv')}


def near(found, expected, relative=1e-9):
    assert found is not None and abs(found - expected) <= relative * max(1e-12, abs(expected)), (found, expected)


def funnel(counts, sizes, proportion):
    """Spiegelhalter's: centre, φ by winsorised z, τ² by moments."""
    centre = counts.sum() / sizes.sum()
    error = numpy.sqrt((centre * (1 - centre) if proportion else centre) / sizes)
    z = (counts / sizes - centre) / error
    low, high = numpy.quantile(z, [0.1, 0.9])
    pulled = numpy.clip(z, low, high)
    n = len(z)
    phi = (pulled ** 2).sum() / n
    weight = 1 / error ** 2
    tau2 = max(0, (n * phi - (n - 1)) / (weight.sum() - (weight ** 2).sum() / weight.sum()))
    return centre, error, z, phi, tau2


def check_funnel(answer, proportion):
    found = answer['funnel']
    places = found['places']
    counts = numpy.array([place['count'] for place in places])
    sizes = numpy.array([place['size'] for place in places])
    centre, error, z, phi, tau2 = funnel(counts, sizes, proportion)
    factor = found['factor']
    near(found['centre'], centre * factor)
    near(found['phi'], phi)
    near(found['tau2'], tau2)
    for place, at, spread in zip(places, z, error):
        near(place['z'], at, 1e-7)
        half = 1.96 * numpy.sqrt(spread ** 2 + tau2)
        near(place['additive']['low_95'], max(0, centre - half) * factor)
        near(place['additive']['high_95'], (centre + half) * factor)
        near(place['multiplicative']['high_998'], (centre + 3.09 * spread * numpy.sqrt(max(1, phi))) * factor)
        if centre * place['size'] >= 20:
            near(place['plain']['low_998'], max(0, centre - 3.09 * spread) * factor)
        value = place['count'] / place['size'] * factor
        near(place['value'], value)
        outside = 'above' if value > place['additive']['high_95'] else 'below' if value < place['additive']['low_95'] else 'inside'
        assert place['place'].startswith(outside), place
    return found


def test_visits(folder):
    """Of all that the wide return tells, with the rules for a whole year done again."""
    months = ('april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'january', 'february', 'march')
    nice = {row['nice-name']: row['code'] for row in services()}
    population = people()

    def year(row, stem):
        cells = [row[f'{stem}_{month}'] for month in months]
        filled = [i for i, cell in enumerate(cells) if cell != '']
        whole = len(filled) == 12 or filled == [2, 5, 8, 11] or filled in ([0], [11])
        return sum(float(cells[i]) for i in filled) if filled else None, whole

    expected = {}
    for row in read(FILES[0]):
        parts = [year(row, stem) for stem in ('physical_visits_no_colocation', 'physical_visits_colocation')]
        known = [part for part in parts if part[0] is not None]
        code = nice.get(row['authority'])
        if known and code and all(part[1] for part in known):
            expected[code] = 1000 * sum(part[0] for part in known) / population[code]
    answer = run('compare', project(folder, 'Newcastle upon Tyne'), '--indicator', 'visits-per-1000', '--with', 'neighbours:40', '--funnel',
                 '--json')
    near(answer['value'], expected[NEWCASTLE])
    values = []
    for peer in answer['neighbours']:
        assert (peer['reason'] is None) == (peer['code'] in expected), peer
        if peer['reason'] is None:
            near(peer['value'], expected[peer['code']])
            values.append(peer['value'])
    near(answer['median'], numpy.median(values))
    near(answer['lower_quartile'], numpy.quantile(values, 0.25))
    near(answer['upper_quartile'], numpy.quantile(values, 0.75))
    assert answer['higher'] == sum(value > answer['value'] for value in values)
    found = check_funnel(answer, False)
    assert found['spread_not_performance'] and 'over-dispersion' in found['sentence'].lower()
    assert len(found['places']) == answer['usable'] + 1


def test_worked_rate(folder):
    name = project(folder, 'Somerset')
    run('indicator', name, 'add', '--own', '--name', 'Events in person', '--kind', 'rate', '--unit', 'events per 1,000 people',
        '--formula', '1000 × events_physical ÷ pop_all', '--periods', 'fy', '--json')
    answer = run('compare', name, '--indicator', 'Events in person', '--with', 'neighbours:15', '--funnel', '--json')
    found = check_funnel(answer, False)
    assert [peer['name'] for peer in answer['neighbours'] if peer['reason'] == 'no return'] == ['Gloucestershire']
    assert len(found['places']) == 15
    near(found['centre'], 12.2555, 5e-6)
    near(found['phi'], 509.0, 2e-4)
    near(found['tau2'], 1.01181e-5, 1e-5)
    places = {place['name']: place for place in found['places']}
    for who, value, z, low, high, word in (('Somerset', 12.81, 3.9, 6.01, 18.50, 'inside'), ('Norfolk', 7.52, -41.4, 6.02, 18.49, 'inside'),
                                           ('Shropshire', 11.95, -1.6, 6.01, 18.50, 'inside'),
                                           ('Cheshire West and Chester', 24.30, 66.3, 6.01, 18.50, 'above 99.8')):
        place = places[who]
        assert abs(place['value'] - value) < 0.006 and abs(place['z'] - z) < 0.06, place
        assert abs(place['additive']['low_95'] - low) < 0.006 and abs(place['additive']['high_95'] - high) < 0.006, place
        assert place['place'] == word, place
    herefordshire = next(place for name, place in places.items() if name.startswith('Herefordshire'))
    assert herefordshire['place'] == 'below 95' and herefordshire['place_multiplicative'] == 'inside'


def test_worked_share(folder):
    name = project(folder, 'Somerset')
    run('indicator', name, 'add', '--own', '--name', 'Active users under 12', '--kind', 'share', '--unit', '%',
        '--formula', '100 × users_active_u12 ÷ (users_active_u12 + users_active_12_17 + users_active_18plus)', '--periods', 'fy', '--json')
    names = ('Dorset', 'Norfolk', 'Worcestershire', 'Devon', 'West Sussex', 'Derbyshire', 'Staffordshire', 'Wiltshire', 'North Somerset',
             'Cheshire West and Chester', 'Lincolnshire')
    codes = {row[key]: row['code'] for row in services() for key in ('name', 'nice-name')}
    codes.update({'Dorset': codes['Dorset Council']})
    answer = run('compare', name, '--indicator', 'Active users under 12', '--with', 'list:' + ','.join(codes[who] for who in names),
                 '--funnel', '--json')
    found = check_funnel(answer, True)
    assert found['kind'] == 'proportion'
    near(found['centre'], 27.891, 2e-5)
    near(found['phi'], 384.24, 2e-5)
    near(found['tau2'], 0.00121244, 1e-5)
    near(found['pulled_low'], -26.857, 2e-5)
    near(found['pulled_high'], 34.888, 2e-5)
    places = {place['name']: place for place in found['places']}
    assert places['Wiltshire']['place'] == 'above 95'
    assert [place['name'] for place in found['places'] if place['place'] != 'inside'] == ['Wiltshire']
    assert abs(places['Somerset']['plain']['low_998'] - 27.37) < 0.006 and abs(places['Somerset']['plain']['high_998'] - 28.41) < 0.006


def test_survey(folder):
    rows = {row['areacd']: row for row in read(FILES[3])
            if row['indicator'] == 'Visited a public library' and row['period'] == '2023-04-01/P1Y'
            and row['geography'] in ('Local Authority District', 'County or Unitary Authority', 'Nation')}
    own = rows[NEWCASTLE]
    answer = run('compare', project(folder, 'Newcastle upon Tyne'), '--indicator', 'adult-visitors-share', '--with', 'neighbours:40', '--json')

    def figures(row):
        low, high = float(row['lci_95']), float(row['uci_95'])
        return float(row['observation']), max(0.3, (high - low) / 3.92)

    def differs(one, other):
        half = 1.96 * (one[1] ** 2 + other[1] ** 2) ** 0.5
        return 'higher' if one[0] - other[0] - half > 0 else 'lower' if one[0] - other[0] + half < 0 else None

    for peer in answer['neighbours']:
        if peer['code'] not in rows:
            assert peer['value'] is None and peer['reason'] == 'none published', peer
            continue
        near(peer['value'], figures(rows[peer['code']])[0])
        assert peer['differs'] == differs(figures(rows[peer['code']]), figures(own)), peer
    near(answer['england'], figures(rows['E92000001'])[0])
    assert any(peer['differs'] for peer in answer['neighbours'])
    # 23 (19 to 27) against 25 (25 to 25) is no clear difference.
    assert (answer['value'], answer['low'], answer['high'], answer['england']) == (23, 19, 27, 25)
    assert 'no clear difference from England' in answer['title']


def facts():
    """Deprivation, ages and density of every authority, out of the files of small areas."""
    ranks = {}
    for row in read('File_1_-_IMD2019_Index_of_Multiple_Deprivation.csv'):
        keys = list(row)
        ranks[row[keys[0]]] = (row[next(key for key in keys if key.startswith('Local Authority District code'))],
                               int(row[next(key for key in keys if 'Decile' in key)]))
    ages = {}
    for row in read('File_6_-_IoD2019_Population_Denominators.csv'):
        keys = list(row)
        ages[row[keys[0]]] = [float(row[next(key for key in keys if key.startswith(start))].replace(',', ''))
                              for start in ('Dependent Children aged 0-15', 'Population aged 16-59', 'Older population aged 60 and over')]
    counts = {row['lsoa']: number(row['pop']) for row in read('2019_population.csv')}
    points = {row['lsoa11cd']: (float(row['easting']), float(row['northing'])) for row in read('lsoa11_pwc_england.csv')}
    codes = sorted(set(ranks) & set(points))
    tree = cKDTree([points[code] for code in codes])
    population = numpy.array([counts.get(code, 0) for code in codes])
    around = numpy.array([population[found].sum() for found in tree.query_ball_point([points[code] for code in codes], 2000)])
    by_district = {}
    for i, code in enumerate(codes):
        by_district.setdefault(ranks[code][0], []).append((i, code))
    answer = {}
    for service in services():
        members = [one for district in service['districts-2019'].split() for one in by_district.get(district, [])]
        at = [i for i, code in members]
        young = sum(ages[code][0] for i, code in members)
        everyone = sum(sum(ages[code]) for i, code in members)
        answer[service['code']] = (100 * sum(ranks[code][1] <= 2 for i, code in members) / len(members), 100 * young / everyone,
                                   (population[at] * around[at]).sum() / population[at].sum() / (numpy.pi * 4),
                                   float(service['population-2024']))
    return answer


def test_computed(folder):
    known = facts()
    codes = list(known)
    figures = numpy.array([known[code] for code in codes])
    z = (figures - figures.mean(axis=0)) / figures.std(axis=0, ddof=1)
    apart = numpy.sqrt(((z[:, None, :] - z[None, :, :]) ** 2).sum(axis=2))
    apart /= apart.max()
    own = apart[codes.index(NEWCASTLE)]
    order = [i for i in numpy.argsort(own, kind='stable') if codes[i] != NEWCASTLE][:15]
    answer = run('compare', project(folder, 'Newcastle upon Tyne'), '--indicator', 'visits-per-1000', '--with',
                 'computed:deprivation,aged-0-15,density,population', '--json')
    assert len(answer['computed_from']) == 4 and answer['with'] == 'computed'
    for peer in answer['neighbours']:
        # Places are kept to a tenth of a metre, so that an area at the very edge of a circle may fall on the other side.
        near(peer['distance'], own[codes.index(peer['code'])], 2e-3)
        assert peer['distance_estimated'] is False
    near(sum(peer['distance'] for peer in answer['neighbours']), sum(own[i] for i in order), 2e-3)
    distances = [peer['distance'] for peer in answer['neighbours']]
    assert distances == sorted(distances) and len(distances) == 15


def with_folder(test):
    def check():
        if numpy is None:
            raise tap.Skip('needs python3-numpy and python3-scipy')
        with tempfile.TemporaryDirectory() as folder:
            test(folder)
    return check


tap.run([(test.__name__[len('test_'):], with_folder(test))
         for test in (test_visits, test_worked_rate, test_worked_share, test_survey, test_computed)])
