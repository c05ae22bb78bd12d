#!/usr/bin/python3
# test-routes.py: ways through Newport, against SciPy
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the same OpenStreetMap file with osmium, node by node and without thinning anything, finds shortest ways with
SciPy's Dijkstra and compares hundreds of random pairs of junctions, on foot and driving, with what our program finds.

Usage: test-routes.py ROUTE-PAIRS [SHARED-DATA]"""
import os
import random
import subprocess
import sys

WALK = set('''bridleway cycleway footway living_street path pedestrian primary primary_link residential road secondary
secondary_link service steps tertiary tertiary_link track trunk trunk_link unclassified'''.split())
DRIVE = {'motorway': 90, 'trunk': 85, 'primary': 65, 'secondary': 55, 'tertiary': 40, 'unclassified': 25, 'road': 25,
         'residential': 25, 'living_street': 10, 'service': 15, 'track': 5}
ALLOWED = set('yes permissive designated destination customers public official unknown'.split())
NEWPORT = 'road/newport-2023-06-13.osm.pbf'
# data/expected.md, "Road network".
CENTRE, A, B = 1440273898, 51465809, 7179755005
COMPONENTS, NODES, LARGEST, METRES, WITHIN_1600, FARTHEST = 74, 44960, 44028, 924501.1, 8591, 11870.7

count = 0


def check(name, good, why=''):
    global count
    count += 1
    print(f'{"ok" if good else "not ok"} {count} {name}' + (f' # {why}' if why != '' and not good else ''), flush=True)


def skip(why):
    print(f'1..0 # SKIP {why}')
    sys.exit(0)


try:
    import numpy as np
    import osmium
    import scipy.sparse
    import scipy.sparse.csgraph as csgraph
except ImportError as missing:
    skip(f'{missing.name} is not installed')


class Ways(osmium.SimpleHandler):
    def __init__(self):
        super().__init__()
        self.places, self.ways = {}, []

    def way(self, way):
        if 'highway' not in way.tags:
            return
        tags = {t.k: t.v for t in way.tags}
        nodes = []
        for n in way.nodes:
            self.places[n.ref] = (n.lon, n.lat)
            nodes.append(n.ref)
        self.ways.append((tags, nodes))


def geodesic(lon1, lat1, lon2, lat2):
    """Metres on WGS 84 by Vincenty's inverse formula (1975), for arrays of points that are near each other."""
    a, f = 6378137.0, 1 / 298.257223563
    b = a * (1 - f)
    u1, u2 = np.arctan((1 - f) * np.tan(np.radians(lat1))), np.arctan((1 - f) * np.tan(np.radians(lat2)))
    su1, cu1, su2, cu2 = np.sin(u1), np.cos(u1), np.sin(u2), np.cos(u2)
    l = lam = np.radians(lon2 - lon1)
    for _ in range(20):
        s = np.hypot(cu2 * np.sin(lam), cu1 * su2 - su1 * cu2 * np.cos(lam))
        c = su1 * su2 + cu1 * cu2 * np.cos(lam)
        sigma = np.arctan2(s, c)
        sin_alpha = np.divide(cu1 * cu2 * np.sin(lam), s, out=np.zeros_like(s), where=s > 0)
        cos2 = 1 - sin_alpha ** 2
        cm = c - 2 * su1 * su2 / cos2
        big = f / 16 * cos2 * (4 + f * (4 - 3 * cos2))
        lam = l + (1 - big) * f * sin_alpha * (sigma + big * s * (cm + big * c * (2 * cm ** 2 - 1)))
    k = cos2 * (a * a - b * b) / (b * b)
    big_a = 1 + k / 16384 * (4096 + k * (-768 + k * (320 - 175 * k)))
    big_b = k / 1024 * (256 + k * (-128 + k * (74 - 47 * k)))
    d = big_b * s * (cm + big_b / 4 * (c * (2 * cm ** 2 - 1) - big_b / 6 * cm * (4 * s ** 2 - 3) * (4 * cm ** 2 - 3)))
    return b * big_a * (sigma - d)


def walkable(tags):
    return (tags['highway'] in WALK and tags.get('foot') != 'no' and tags.get('access') not in ('no', 'private')
            and tags.get('area') != 'yes')


def driven(tags):
    """km/h, whether forwards, whether back; None where nobody drives."""
    kind = tags['highway']
    plain = kind[:-5] if kind.endswith('_link') else kind
    if plain not in DRIVE or tags.get('area') == 'yes' or tags.get('service') == 'emergency_access':
        return None
    said = next((tags[k] for k in ('motorcar', 'motor_vehicle', 'vehicle') if k in tags), None)
    if said is None and plain == 'track':
        return None
    if said is not None and said not in ALLOWED:
        return None
    if said is None and tags.get('access', 'yes') not in ALLOWED:
        return None
    speed, limit = DRIVE[plain], limit_of(tags.get('maxspeed'), plain)
    if limit:
        quickest = speed if plain in ('service', 'living_street', 'track') else 1.5 * speed
        speed = min(quickest, 0.8 * limit)
    way = tags.get('oneway')
    if way is None and (tags.get('junction') in ('roundabout', 'circular') or plain == 'motorway'):
        way = 'yes'
    return speed, way not in ('-1', 'reverse'), way not in ('yes', 'true', '1')


def limit_of(text, plain):
    """Whole km/h, 0 where it is not known."""
    if not text:
        return 0
    words = {'nsl_single': 60, 'nsl_dual': 70, 'motorway': 70, 'national': 70 if plain == 'motorway' else 60,
             'urban': 30, 'nsl_restricted': 30}
    for word, mph in words.items():
        if text.endswith(word):
            return round(mph * 1.609344)
    number = text.split(';')[0].replace('mph', '').replace('km/h', '').strip()
    try:
        value = float(number)
    except ValueError:
        return 0
    return round(value * 1.609344 if 'mph' in text else value)


class Graph:
    """Nodes by number; cost of each step, one way."""

    def __init__(self, ways, places, rule):
        ids, rows, cols, costs, self.metres = {}, [], [], [], 0.0
        steps = [(rule(tags), nodes) for tags, nodes in ways]
        steps = [(r, nodes) for r, nodes in steps if r is not None]
        pairs = [(r, p, q) for r, nodes in steps for p, q in zip(nodes, nodes[1:]) if p != q]
        self.n_steps = len(pairs)
        lon = np.array([[places[p][0], places[q][0]] for _, p, q in pairs])
        lat = np.array([[places[p][1], places[q][1]] for _, p, q in pairs])
        lengths = geodesic(lon[:, 0], lat[:, 0], lon[:, 1], lat[:, 1])
        self.metres = lengths.sum()
        for ((cost, there, back), p, q), length in zip(pairs, lengths):
            i, j = ids.setdefault(p, len(ids)), ids.setdefault(q, len(ids))
            if there:
                rows.append(i), cols.append(j), costs.append(length * cost)
            if back:
                rows.append(j), cols.append(i), costs.append(length * cost)
        # Of two ways between the same nodes the quicker counts; sparse matrices would add them up.
        best = {}
        for i, j, c in zip(rows, cols, costs):
            best[i, j] = min(c, best.get((i, j), c))
        n = len(ids)
        keys = list(best)
        self.matrix = scipy.sparse.csr_matrix((list(best.values()), ([k[0] for k in keys], [k[1] for k in keys])), (n, n))
        self.ids, self.numbers = ids, list(ids)
        self.n_parts, self.part = csgraph.connected_components(self.matrix, directed=True, connection='strong')
        self.largest = np.argmax(np.bincount(self.part))
        neighbours = [set() for _ in range(n)]
        for i, j in keys:
            neighbours[i].add(j)
            neighbours[j].add(i)
        self.junctions = [i for i in range(n) if len(neighbours[i]) >= 3 and self.part[i] == self.largest]


def ask(program, path, mode, lines):
    text = ''.join(line + '\n' for line in lines)
    return subprocess.run([program, path, mode], input=text, capture_output=True, text=True, check=True).stdout.split('\n')[:-1]


def compare(name, program, path, mode, graph, places, column, extra, tolerance):
    """Random pairs of junctions: ours and SciPy's."""
    pick = random.Random(20260417)
    ends = pick.sample(graph.junctions, 30)
    starts = [pick.sample(graph.junctions, 20) for _ in ends]
    lines, theirs = [], []
    # Towards each end: the ways from it in the graph turned round.
    times = csgraph.dijkstra(graph.matrix.T, indices=ends)
    for row, (end, froms) in enumerate(zip(ends, starts)):
        for start in froms:
            if start == end:
                continue
            x, y = places[graph.numbers[start]]
            u, v = places[graph.numbers[end]]
            lines.append(f'node {x!r} {y!r} {u!r} {v!r}')
            theirs.append(times[row][start] + extra)
    answers = ask(program, path, mode, lines)
    known = [(float(a.split()[column]), t) for a, t in zip(answers, theirs) if a not in ('no', 'never')]
    worst = max(abs(a - t) for a, t in known)
    check(f'{name}: {len(known)} of {len(lines)} pairs are junctions of ours too', len(known) > 0.97 * len(lines), len(known))
    check(f'{name}: none is never reached', 'never' not in answers)
    check(f'{name}: as SciPy finds to {tolerance} (the worst differs by {worst:.3f})',
          all(abs(a - t) < tolerance for a, t in known), worst)


def main():
    program = sys.argv[1]
    data = sys.argv[2] if len(sys.argv) > 2 else os.environ.get('BRANCHLINE_SHARED_DATA', '')
    path = os.path.join(data, NEWPORT)
    if not data or not os.path.exists(path):
        skip('no published data (set -Dshared_data)')
    handler = Ways()
    handler.apply_file(path, locations=True)
    places = handler.places

    walk = Graph(handler.ways, places, lambda tags: (1, True, True) if walkable(tags) else None)
    check('the graph is that of data/expected.md',
          (walk.n_parts, len(walk.ids), int((walk.part == walk.largest).sum())) == (COMPONENTS, NODES, LARGEST)
          and abs(walk.metres - METRES) < 1, (walk.n_parts, len(walk.ids), walk.metres))
    compare('on foot', program, path, 'walk', walk, places, 0, 0, 3)

    # From everywhere to the centre.
    metres = csgraph.dijkstra(walk.matrix.T, indices=walk.ids[CENTRE])
    check('SciPy’s ways to the centre are those of data/expected.md',
          abs(metres[walk.ids[A]] - 4670.02) < 0.1 and abs(metres[walk.ids[B]] - 4363.59) < 0.1
          and int((metres <= 1600).sum()) == WITHIN_1600)
    inside = [i for i in range(len(walk.numbers)) if walk.part[i] == walk.largest]
    u, v = places[CENTRE]
    lines = ['{!r} {!r} {!r} {!r}'.format(*places[walk.numbers[i]], u, v) for i in inside]
    ours = np.array([float(a.split()[0]) for a in ask(program, path, 'walk', lines)])
    off = np.abs(ours - metres[inside])
    near = int((ours <= 1600).sum())
    check(f'{near} nodes are within 1,600 m by ours, {WITHIN_1600} by the whole graph', abs(near - WITHIN_1600) < 0.005 * WITHIN_1600, near)
    check(f'98 in 100 of all nodes are as far as by the whole graph, to 3 m ({(off < 3).mean():.4f})', (off < 3).mean() > 0.98)
    check(f'the farthest is {ours.max():.1f} m away', abs(ours.max() - FARTHEST) < 5, ours.max())

    def drive(tags):
        rule = driven(tags)
        return None if rule is None else (3.6 / rule[0] * 1.15, rule[1], rule[2])

    roads = Graph(handler.ways, places, drive)
    compare('driving', program, path, 'drive', roads, places, 1, 160, 0.5)
    lonely = csgraph.dijkstra(roads.matrix.T, indices=roads.junctions[0])
    turned = csgraph.dijkstra(roads.matrix, indices=roads.junctions[0])
    finite = np.isfinite(lonely) & np.isfinite(turned)
    check('one-way streets make a difference', (np.abs(lonely[finite] - turned[finite]) > 1).mean() > 0.2)
    print(f'1..{count}')


main()
