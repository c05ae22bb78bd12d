#!/usr/bin/python3
# test-allocation-optimum.py: which sites to open, against the proven optimum of another solver
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeded questions, up to 100 areas and 20 sites, with libraries settled as open or closed, answered by our own
search and by HiGHS (scipy.optimize.milp) as a whole-number programme. Both must come to the same objective, our
bound must hold, and the layout must be worth what it is said to be."""
import subprocess
import sys

try:
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import lil_matrix
except ImportError:
    print('1..0 # SKIP python3-scipy is not installed')
    sys.exit(0)


def make(seed):
    rng = np.random.default_rng(seed)
    sites, areas = int(rng.integers(4, 21)), int(rng.integers(10, 101))
    place = rng.uniform(0, 20000, (sites, 2))
    home = rng.uniform(0, 20000, (areas, 2))
    costs = np.round(np.hypot(*(place[:, None] - home[None]).transpose(2, 0, 1)), 1)
    people = rng.integers(0, 3000, areas).astype(float)
    choose = int(rng.integers(1, sites))
    states = np.zeros(sites, int)
    if seed % 3 == 1:
        settled = rng.permutation(sites)
        opened = min(choose, 2)
        states[settled[:opened]] = 1
        states[settled[opened:opened + min(2, sites - max(choose, opened))]] = 2
    return dict(sites=sites, areas=areas, costs=costs, people=people, choose=choose, states=states,
                kind='cover' if seed % 2 else 'travel', within=float(rng.uniform(1500, 5000)))


def solve(q):
    """The optimum by whole-number programming: y for sites, x for which site serves an area."""
    s, a = q['sites'], q['areas']
    lower, upper = np.zeros(s), np.ones(s)
    lower[q['states'] == 1] = 1
    upper[q['states'] == 2] = 0
    if q['kind'] == 'cover':
        near = q['costs'] <= q['within']
        n = s + a
        rows = lil_matrix((a + 1, n))
        for i in range(a):
            rows[i, s + i] = 1
            for j in np.flatnonzero(near[:, i]):
                rows[i, j] = -1
        rows[a, :s] = 1
        target = np.concatenate([np.zeros(s), -q['people']])
        low = np.concatenate([np.full(a, -np.inf), [q['choose']]])
        high = np.concatenate([np.zeros(a), [q['choose']]])
    else:
        n = s + s * a
        rows = lil_matrix((a + s * a + 1, n))
        for i in range(a):
            for j in range(s):
                rows[i, s + j * a + i] = 1
                rows[a + j * a + i, s + j * a + i] = 1
                rows[a + j * a + i, j] = -1
        rows[a + s * a, :s] = 1
        target = np.concatenate([np.zeros(s), (q['costs'] * q['people'][None]).ravel()])
        low = np.concatenate([np.ones(a), np.full(s * a, -np.inf), [q['choose']]])
        high = np.concatenate([np.ones(a), np.zeros(s * a), [q['choose']]])
    rest = n - s
    result = milp(target, constraints=LinearConstraint(rows.tocsr(), low, high),
                  integrality=np.concatenate([np.ones(s), np.zeros(rest)]),
                  bounds=Bounds(np.concatenate([lower, np.zeros(rest)]), np.concatenate([upper, np.ones(rest)])),
                  options={'mip_rel_gap': 0})
    assert result.status == 0, result.message
    return -result.fun if q['kind'] == 'cover' else result.fun


def worth(q, layout):
    least = q['costs'][layout].min(axis=0)
    return q['people'][least <= q['within']].sum() if q['kind'] == 'cover' else (least * q['people']).sum()


questions = [make(seed) for seed in range(36)]
lines = []
for q in questions:
    lines.append(f"{q['kind']} {q['sites']} {q['areas']} {q['choose']} {q['within']!r}")
    lines.append(' '.join(map(str, q['states'])))
    lines.append(' '.join(repr(float(p)) for p in q['people']))
    lines.append(' '.join(repr(float(c)) for c in q['costs'].ravel()))
answers = subprocess.run([sys.argv[1]], input='\n'.join(lines), capture_output=True, text=True, check=True,
                         timeout=300).stdout.splitlines()
assert len(answers) == len(questions)

print(f'1..{len(questions)}')
failed = 0
for number, (q, answer) in enumerate(zip(questions, answers), 1):
    objective, bound, gap, proven, *layout = answer.split()
    objective, bound, layout = float(objective), float(bound), [int(i) for i in layout]
    optimum = solve(q)
    close = 1e-7 * max(1, abs(optimum))
    right = (abs(objective - optimum) <= close and abs(worth(q, layout) - objective) <= close
             and len(layout) == q['choose'] and all(q['states'][i] != 2 for i in layout)
             and all(i in layout for i in np.flatnonzero(q['states'] == 1))
             and (bound >= optimum - close if q['kind'] == 'cover' else bound <= optimum + close)
             and proven == '1' and float(gap) == 0)
    failed += not right
    name = f"{q['kind']}: {q['choose']} of {q['sites']} sites, {q['areas']} areas"
    print(f"{'ok' if right else 'not ok'} {number} {name}")
    if not right:
        print(f'# ours {objective}, bound {bound}, gap {gap}, proven {proven}; HiGHS {optimum}')
sys.exit(failed > 0)
